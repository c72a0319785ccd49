import { expect, type Page } from '@playwright/test'
import { copyLaunchLink, createRole, createRoleInConsole, layoutShift, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

test('the whole path follows the content security policy and requests no other origin', async ({ page, baseURL }) => {
  const faults: string[] = []
  const origins = new Set<string>()
  page.context().on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
  })
  page.context().on('weberror', (error) => faults.push(error.error().message))
  page.context().on('request', (request) => origins.add(new URL(request.url()).origin))
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByRole('dialog').locator('.monaco-editor')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')
  await createRoleInConsole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  expect(faults).toEqual([])
  expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([new URL(baseURL ?? '').origin])
})

test('the first screen loads neither editor nor simulator nor the later screens', async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  expect(files.filter((file) => /monaco|editor-dialog|worker|simulat|role-screen|connected-screen|artifacts/.test(file))).toEqual([])
})

test('the first screen needs at most four requests, and none waits for the config', { tag: '@thorough' }, async ({ page, request }) => {
  const html = await (await request.get('/')).text()
  const named = html.match(/<script[^>]+src=|<link (?!disabled)[^>]*rel="(?:stylesheet|modulepreload)"/g) ?? []
  expect(1 + named.length).toBeLessThanOrEqual(4)
  const asked: string[] = []
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
  await openWizard(page)
  expect(asked).not.toContain('/vendor.json')
})

test('nothing moves while the preview, the colors and the verdicts load', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.02)
  // A wait that ends shows more, so a machine too slow for this moment takes a new connection.
  await expect(async () => {
    await reachRoleScreen(page, { accountId: ordinaryAccount(), externalId: `fresh-${crypto.randomUUID()}` })
    await copyLaunchLink(page)
    await page.reload()
    await expect(page.getByText(/Next check in/)).toBeVisible()
    await page.waitForTimeout(1500)
    const shift = await layoutShift(page)
    await expect(page.getByRole('heading', { name: 'Waiting for your stack' })).toBeVisible({ timeout: 1 })
    expect(shift).toBeLessThanOrEqual(0.02)
  }).toPass({ timeout: 60_000 })
})

async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => visibility === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

/** Opens the Create role screen and counts how often it checks the role. */
async function countChecks(page: Page): Promise<() => number> {
  let checks = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/verify')) checks += 1
  })
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await copyLaunchLink(page)
  await expect(page.getByText(/Next check in/)).toBeVisible()
  return () => checks
}

test('polling continues in a hidden tab and checks at once on return', async ({ page }) => {
  const checks = await countChecks(page)
  await setVisibility(page, 'hidden')
  const whenHidden = checks()
  await expect.poll(checks, { timeout: 20_000 }).toBeGreaterThan(whenHidden + 1)
  const onReturn = checks()
  await setVisibility(page, 'visible')
  await expect.poll(checks, { timeout: 1500 }).toBeGreaterThan(onReturn)
})

/** Writes down what a real browser would show on the desktop, which no test can see. */
const recordNotifications = () => {
  const given: string[] = []
  Reflect.set(window, 'given', given)
  Reflect.set(
    window,
    'Notification',
    class extends EventTarget {
      static requestPermission = () => Promise.resolve('granted')
      constructor(title: string) {
        super()
        given.push(title)
      }
    },
  )
}

test('title and icon show the status, and a requested notification arrives', { tag: '@thorough' }, async ({ page }) => {
  await page.addInitScript(recordNotifications)
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await expect(page).toHaveTitle(/^Not started/)
  await copyLaunchLink(page)
  await expect(page).toHaveTitle(/^Waiting for the role/)
  const icon = () => page.locator('link[rel="icon"]').last().getAttribute('href')
  const waiting = await icon()
  await page.getByRole('button', { name: 'Notify me when it’s done' }).click()
  await expect(page.getByText('We’ll notify you in another tab.')).toBeFocused()
  await setVisibility(page, 'hidden')
  await createRole(page)
  await expect.poll(() => page.evaluate('given')).toEqual(['Verified'])
  await expect(page).toHaveTitle(/^Connected/)
  expect(await icon()).not.toBe(waiting)
})

test('a check that the network drops is explained, and the page keeps waiting', { tag: '@thorough' }, async ({ page, context }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await copyLaunchLink(page)
  await expect(page.getByText(/Next check in/)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/You’re offline|Can’t reach our server/).first()).toBeVisible({ timeout: 20_000 })
  await context.setOffline(false)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 30_000 })
})

test('leaving the screen stops the checks', { tag: '@thorough' }, async ({ page }) => {
  const checks = await countChecks(page)
  await page.goBack()
  await expect(page.getByLabel('AWS account ID')).toBeVisible()
  const whenLeft = checks()
  await page.waitForTimeout(8000)
  expect(checks()).toBe(whenLeft)
})
