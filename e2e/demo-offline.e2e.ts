import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'
import { type StaticServer, serveFiles } from './static-server.ts'
import { inEachRunIf, test } from './test.ts'

const dist = join(import.meta.dirname, '../dist')

let host: StaticServer

test.beforeAll(async () => {
  host = await serveFiles(join(dist, 'client'))
})

test.afterAll(() => host.stop())

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Simulated AWS' })

/** Everything that opens something on the page, or another screen of it. */
const openers = 'a[href^="#/"], summary, [role="tab"], button[aria-haspopup], button[aria-expanded]'

/** Text alone, because a click may render everything again. */
async function openersOf(page: Page): Promise<readonly string[]> {
  const found = await page.locator(openers).filter({ visible: true }).allInnerTexts()
  return found.map((text) => text.trim())
}

async function closeDialogs(page: Page): Promise<void> {
  const open = page.locator('dialog[open]')
  if ((await open.count()) === 0) return
  await expect(open.locator('.editor-monaco, .editor-plain, textarea, input, p').first()).toBeVisible()
  await open.getByRole('button').first().click()
  await expect(open).toHaveCount(0)
}

/** Clicks each opener of the screen, and comes back to the screen after each that has left it. Returns how many there were. */
async function clickEach(page: Page, screen: string): Promise<number> {
  const home = page.url()
  const all = await openersOf(page)
  for (const [index, text] of all.entries()) {
    const opener = page.locator(openers).filter({ visible: true, hasText: text }).first()
    if (!(await opener.isVisible())) continue
    await test.step(`${screen}: ${index + 1} of ${all.length}, ${text.replace(/\s+/g, ' ')}`, async () => {
      await opener.click()
      await closeDialogs(page)
      await expect(page.locator('main, [role="main"]').getByRole('heading').first()).toBeVisible()
      await expect(page.getByText(/failed to load|went wrong/i)).toHaveCount(0)
    })
    if (page.url() !== home) await page.evaluate((address) => window.location.replace(address), home)
  }
  return all.length
}

const screens = [
  { screen: 'account', query: '&scenario=success', shows: /^Connect an AWS account/ },
  { screen: 'create role', query: '&scenario=success&step=role', shows: /^Create the role/ },
  { screen: 'connected', query: '&scenario=success&step=created&pace=instant', shows: /^Connected to/ },
  { screen: 'failure', query: '&scenario=no-condition&step=created&pace=instant', shows: /external ID/ },
  { screen: 'security review', query: '&scenario=success&step=created&pace=instant&review', shows: /^Security review/ },
  { screen: 'hosting', query: '&scenario=success', hash: '#/hosting', shows: /./ },
] as const

/** Each screen takes half a minute or more. This one has the most that is loaded when it is opened. */
const inEachRun = 'create role'

for (const { screen, query, shows, ...rest } of screens) {
  test(`with the network cut, everything on the screen opens: ${screen}`, inEachRunIf(screen === inEachRun), async ({ page, context }) => {
    test.setTimeout(180_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('requestfailed', (request) => faults.push(request.url()))
    await page.goto(`${host.origin}/?demo&presenter${query}`)
    await expect(page.getByRole('region', { name: 'Presenter' })).toContainText('Works offline now', { timeout: 60_000 })
    await context.setOffline(true)
    if ('hash' in rest) await page.evaluate((hash) => window.location.assign(hash), rest.hash)
    await expect(page.getByRole('heading', { level: 1, name: shows }).first()).toBeVisible()
    expect(await clickEach(page, screen)).toBeGreaterThan(2)
    expect(faults).toEqual([])
  })
}

test('one file from disk reaches Connected, and requests nothing else', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const file = pathToFileURL(join(dist, 'rolebridge-demo.html')).href
  await page.goto(file)
  await page.getByLabel('AWS account ID').fill('444455556666')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Launch stack (simulated)' }).click()
  await panel(page)
    .getByRole('checkbox', { name: /I acknowledge/ })
    .check()
  await panel(page).getByRole('button', { name: 'Create stack' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await page.getByRole('link', { name: 'Create role', exact: false }).first().click()
  await page.getByRole('tab', { name: 'AWS CLI' }).click()
  await page.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByRole('dialog')).toContainText('aws iam create-role')
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([file])
})
