import { expect, type Page } from '@playwright/test'
import { layoutShift, ordinaryAccount, reachRoleScreen, slowNetwork } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

const isPrerendered = (page: Page) => page.evaluate(() => document.documentElement.dataset['shown'] === 'first-screen')

const faultsOf = (page: Page): string[] => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

/** Looks at each frame whether the picture that the server has put there is gone. */
const watchPicture = () => {
  const seen = { is: false, wentAway: false }
  Reflect.set(window, 'picture', seen)
  const look = () => {
    const isThere = document.querySelector('[role="img"]') !== null
    seen.wentAway ||= seen.is && !isThere
    seen.is = isThere
    requestAnimationFrame(look)
  }
  look()
}

test('a setting that is opened before the script runs is open after it', { tag: '@thorough' }, async ({ page }) => {
  const makeFast = await slowNetwork(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Change Region' }).click()
  expect(await isPrerendered(page)).toBe(true)
  await makeFast()
  await expect(page.getByLabel('CloudFormation Region')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1, name: /^Connect an AWS account/ })).toBeVisible()
})

test('text typed before the script runs is kept, and nothing moves when it starts', async ({ page }) => {
  const faults = faultsOf(page)
  await page.addInitScript(watchPicture)
  const makeFast = await slowNetwork(page)
  await page.goto('/', { waitUntil: 'commit' })
  const accountId = page.getByLabel('AWS account ID')
  const typed = ordinaryAccount()
  await accountId.pressSequentially(typed)
  await page.getByLabel('Write results').check()
  await page.getByLabel('Buckets').fill('acme-uploads')
  expect(await isPrerendered(page)).toBe(true)
  await expect(page.getByRole('img', { name: /must send the external ID/ })).toBeVisible()
  await makeFast()

  await expect(page.getByText(/^\S{4}…\S{4}$/)).toBeVisible()
  expect(await isPrerendered(page)).toBe(false)
  await expect(page.getByLabel('Buckets')).toBeFocused()
  await page.keyboard.type(', acme-archive')
  await expect(accountId).toHaveValue(typed)
  await expect(page.getByLabel('Write results')).toBeChecked()
  await expect(page.getByLabel('Bucket for results')).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Role preview' })).toContainText('acme-archive')
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate('picture')).toEqual({ is: true, wentAway: false })
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.02)
  expect(faults).toEqual([])
})

test('Continue chosen before the script runs still works and adds nothing to the URL', { tag: '@thorough' }, async ({ page }) => {
  const makeFast = await slowNetwork(page)
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByLabel('AWS account ID').fill(ordinaryAccount())
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await isPrerendered(page)).toBe(true)
  await makeFast()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
})

test('a later screen opens without showing the first one', { tag: '@thorough' }, async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const makeFast = await slowNetwork(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('#root')).toBeAttached()
  await expect(page.getByRole('heading', { name: /^Connect an AWS account/ })).toBeHidden()
  await makeFast()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
})

test('the first frame uses the system’s color scheme or the one in the URL', async ({ page }) => {
  await slowNetwork(page)
  for (const [address, colorScheme, paper] of [
    ['/', 'dark', 'rgb(15, 17, 21)'],
    ['/?theme=dark', 'light', 'rgb(15, 17, 21)'],
    ['/?theme=light', 'dark', 'rgb(247, 246, 242)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(address, { waitUntil: 'commit' })
    await expect(page.getByRole('heading', { name: /^Connect an AWS account/ })).toBeVisible()
    await expect(page.locator('body')).toHaveCSS('background-color', paper)
    expect(await isPrerendered(page)).toBe(true)
  }
})

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [375, 812],
] as const) {
  test(`Continue is in view at ${width} × ${height}`, inEachRunIf(width === 1280), async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const locale of ['en', 'de']) {
      await page.goto(`/?locale=${locale}`)
      await expect(page.locator('#continue')).toBeInViewport({ ratio: 1 })
      // The bar doesn't cover the control in focus.
      const last = page.getByRole('button', { name: /^(Change Region|Region ändern)$/ })
      await last.focus()
      const [button, bar] = await Promise.all([last.boundingBox(), page.locator('.account-actions').boundingBox()])
      expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    }
  })
}
