import { expect, type Locator, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { scrollsSideways } from './appearance.ts'
import { copyLaunchLink, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

test('forced colors keep the primary button, the selection and the current step visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await expect(page.getByRole('link', { name: /^Launch stack \(simulated\)/ })).toHaveCSS('border-top-width', '2px')
  const underline = (name: string) => page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBottomColor)
  expect(await underline('CloudFormation')).not.toBe(await underline('AWS CLI'))
  const rows = page.getByRole('list', { name: 'Progress', exact: true }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await expect(rows.locator('.timeline-mark').first()).not.toHaveCSS('border-top-width', '0px')
})

/** The overrides that a reader may make. https://www.w3.org/TR/WCAG22/#text-spacing */
const widerText = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

/** Elements that hide a part of their text; what scrolls does not. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :not(input), header *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element)
        const isTaller = element.scrollHeight > element.clientHeight + 1
        const isWider = element.scrollWidth > element.clientWidth + 1
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return clipPath === 'none' && ((hides(overflowY) && isTaller) || (hides(overflowX) && isWider))
      })
      .map((element) => element.className),
  )

test('wider text is never cut off, also at 320 px', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await openWizard(page)
  await page.addStyleTag({ content: widerText })
  expect(await scrollsSideways(page)).toBe(false)
  expect(await cutOff(page)).toEqual([])
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.addStyleTag({ content: widerText })
  expect(await scrollsSideways(page)).toBe(false)
  expect(await cutOff(page)).toEqual([])
})

/** Nothing scrolls sideways, and what a machine reads runs as it is written. */
async function expectMirrored(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('\u202e')
  const turnedCode = await page
    .locator('main :is(code, pre, .code-view):visible')
    .evaluateAll((elements) =>
      elements.filter((element) => getComputedStyle(element).direction !== 'ltr').map(({ textContent }) => textContent),
    )
  expect(turnedCode).toEqual([])
  for (const width of [320, 1240]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await scrollsSideways(page)).toBe(false)
  }
}

const left = async (part: Locator) => (await part.boundingBox())?.x ?? Number.NaN

test('a right-to-left page mirrors the layout and leaves code as it is', { tag: '@thorough' }, async ({ page }) => {
  const accountId = ordinaryAccount()
  await page.goto('/?locale=ar-XB')
  await page.locator('#accountId').fill(accountId)
  await page.getByLabel('Buckets').fill('acme-uploads')
  const picture = page.getByRole('img')
  await expect(picture.locator('.two-accounts-id:visible').last()).toHaveText(accountIdInGroups(accountId))
  await expect(picture.locator('.two-accounts-id:visible').first()).toHaveCSS('direction', 'ltr')
  await expect(page.locator('.setting-value code').first()).toHaveCSS('direction', 'ltr')
  await expectMirrored(page)
  expect(await left(picture.getByText('PixelworksAccess').first())).toBeLessThan(
    await left(picture.getByText('Pixelworks', { exact: true }).first()),
  )

  await page.locator('#continue').click()
  const progress = page.locator('.timeline')
  await expect(progress).toBeVisible()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText(accountIdInGroups(accountId))
  expect(await left(heading)).toBeGreaterThan(await left(progress))
  const steps = page.locator('.step-list li')
  expect(await left(steps.first())).toBeGreaterThan(await left(steps.last()))
  await expectMirrored(page)
  const connection = new URL(page.url()).hash.replace(/[^/]*$/, '')
  for (const hash of [`${connection}review`, '#/handoff', '#/accounts', '#/explained/external-id-not-required']) {
    await page.goto(`/?locale=ar-XB${hash}`)
    await expectMirrored(page)
  }
})

test('reduced motion stops every animation while the page waits for the role', { tag: '@thorough' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0) > 0).length)
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await copyLaunchLink(page)
  await expect(page.getByText(/Next check in/)).toBeVisible()
  expect(await moving()).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await moving()).toBe(0)
})

test('a touch screen shows plain text and doesn’t fetch the editor', { tag: '@thorough' }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 800, height: 1100 },
    baseURL: baseURL ?? '',
  })
  const page = await context.newPage()
  const files: string[] = []
  page.on('request', (request) => files.push(request.url()))
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('button', { name: 'Open in editor' }).tap()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('region', { name: 'CloudFormation template' })).toContainText('AWSTemplateFormatVersion')
  await dialog.getByRole('button', { name: 'Copy' }).tap()
  await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
  expect(files.filter((file) => /monaco|worker/.test(file))).toEqual([])
  await context.close()
})

test('a printed page has the whole text in one column and no controls', { tag: '@thorough' }, async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByText('CloudFormation template').click()
  const code = page.getByRole('region', { name: 'CloudFormation template' })
  const hidden = () => code.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  expect(await hidden()).toBeGreaterThan(100)
  await page.emulateMedia({ media: 'print' })
  expect(await hidden()).toBe(0)
  await expect(page.getByRole('link', { name: /^Launch stack/ })).toBeHidden()
  const progress = await page.getByRole('list', { name: 'Progress', exact: true }).boundingBox()
  expect(progress?.x).toBeLessThan(100)
})

test('the wait is announced once, not at each check or second', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = []
    Reflect.set(window, 'said', said)
    new MutationObserver((mutations) => {
      const changed = mutations.map(({ target }) => (target instanceof Element ? target : target.parentElement))
      const regions = changed.flatMap((element) => element?.closest('.visually-hidden[role="status"]') ?? [])
      said.push(...regions.map((region) => region.textContent ?? ''))
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  let checks = 0
  page.on('response', (response) => {
    if (response.url().endsWith('/verify')) checks += 1
  })
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await copyLaunchLink(page)
  await expect(page.getByRole('heading', { name: 'Waiting for your stack' })).toBeVisible()
  await expect.poll(() => checks).toBeGreaterThan(2)
  const said = await page.evaluate<string[]>('said')
  expect(said.filter((text) => text.startsWith('Waiting for your stack'))).toHaveLength(1)
  expect(said.filter((text) => /\d+ s\b/.test(text))).toEqual([])
})

test('buttons are large enough, and copying leaves the focus where it was', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a.button, button, summary, input, select, nav a')]
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name }) => name),
  )
  expect(small).toEqual([])
  const copy = page.getByRole('button', { name: 'Copy link' })
  await copy.click()
  await expect(page.getByText('Copied').first()).toBeVisible()
  await expect(copy).toBeFocused()
})
