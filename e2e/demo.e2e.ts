import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { diagnosisTexts } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { servedPage } from '#server/pages/served-page.ts'
import { type DemoScenario, demoScenarios } from '#simulation/demo/demo-scenarios.ts'
import { findings, scrollsSideways } from './appearance.ts'
import { createRole, ordinaryAccount, proposedExternalId, reachRoleScreen } from './journey.ts'
import { type StaticServer, serveFiles } from './static-server.ts'
import { inEachRunIf, test } from './test.ts'

const client = join(import.meta.dirname, '../dist/client')

let host: StaticServer

test.beforeAll(async () => {
  host = await serveFiles(client)
})

test.afterAll(() => host.stop())

const openDemo = async (page: Page, query = '') => {
  await page.goto(`${host.origin}/?demo${query}`)
  await expect(page.getByRole('complementary', { name: 'Demo', exact: true })).toContainText('Nothing here is real')
}

const presenter = (page: Page): Locator => page.getByRole('region', { name: 'Presenter' })
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Simulated AWS' })

async function connect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
}

async function launch(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Launch stack (simulated)' }).click()
  await panel(page)
    .getByRole('checkbox', { name: /I acknowledge that AWS CloudFormation might create IAM resources/ })
    .check()
  await panel(page).getByRole('button', { name: 'Create stack' }).click()
}

const isConnected = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 20_000 })

const showsFailure = (page: Page, title: string | RegExp) =>
  expect(page.getByRole('heading', { name: title }).first()).toBeVisible({ timeout: 25_000 })

test('disconnects next to the simulated console, without a server', async ({ page }) => {
  await openDemo(page, '&scenario=success&pace=instant')
  await connect(page)
  await launch(page)
  await isConnected(page)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('heading', { name: 'The role can still be assumed' })).toBeVisible()
  await page.getByRole('link', { name: 'Open stack (simulated)' }).click()
  await panel(page).getByRole('button', { name: 'Delete stack' }).click()
  await expect(page.getByRole('region', { name: /^Disconnected on .*: the role can no longer be assumed/ })).toBeVisible({
    timeout: 30_000,
  })
})

test('without server and network, from the first screen to Connected, and nothing is asked of another origin', {
  tag: '@firefox-thorough',
}, async ({ page, context }) => {
  const origins = new Set<string>()
  page.on('request', (request) => origins.add(new URL(request.url()).origin))
  await openDemo(page, '&pace=instant&presenter')
  await expect(presenter(page)).toContainText('Works offline now', { timeout: 30_000 })
  await context.setOffline(true)
  await page.getByLabel('AWS account ID').fill('444455556666')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await connect(page)
  await launch(page)
  await isConnected(page)
  await page.getByRole('link', { name: 'Create role', exact: false }).first().click()
  await page.getByRole('tab', { name: 'AWS CLI' }).click()
  await expect(page.getByRole('tabpanel', { name: 'AWS CLI' })).toContainText('aws iam create-role')
  await page.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByRole('dialog').locator('.monaco-editor')).toBeVisible({ timeout: 20_000 })
  expect([...origins].filter((origin) => origin.startsWith('http'))).toEqual([host.origin])
})

test('a role is broken in the panel, the wizard says how, and it recovers in the same run', async ({ page }) => {
  await openDemo(page, '&scenario=no-condition&pace=instant')
  await connect(page)
  await launch(page)
  await showsFailure(page, diagnosisTexts('external-id-not-required').title)
  await panel(page).getByRole('button', { name: 'Restore the right policy' }).click()
  await isConnected(page)
  await panel(page).getByLabel('Break the role').selectOption({ label: 'StringLike "*"' })
  await panel(page).getByRole('button', { name: 'Break it' }).click()
  await expect(panel(page).getByLabel('Trust policy')).toHaveValue(/StringLike/)
  await showsFailure(page, diagnosisTexts('weakened').title)
})

test('at the pace of AWS a changed role is checked once STS knows it, not at the next routine check', { tag: '@thorough' }, async ({
  page,
}) => {
  await openDemo(page, '&step=created')
  await isConnected(page)
  await panel(page).getByLabel('Break the role').selectOption({ label: 'StringLike "*"' })
  await panel(page).getByRole('button', { name: 'Break it' }).click()
  await expect(page.getByRole('heading', { name: diagnosisTexts('weakened').title })).toBeVisible({ timeout: 8000 })
  await panel(page).getByRole('button', { name: 'Restore the right policy' }).click()
  await expect(page.getByRole('heading', { name: diagnosisTexts('confirming-fix').title }).first()).toBeVisible({ timeout: 8000 })
  await isConnected(page)
})

for (const [step, heading] of [
  ['role', /^Create the role in AWS account 4444 5555 6666/],
  ['created', /^Connected to AWS account 4444 5555 6666/],
  ['restored', /^Connected to AWS account 4444 5555 6666/],
] as const) {
  test(`a link with the step ${step} alone opens it`, inEachRunIf(step === 'created'), async ({ page }) => {
    await openDemo(page, `&step=${step}`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({ timeout: 20_000 })
  })
}

const isVerified = (page: Page) => expect(page.getByText(diagnosisTexts('verified').title).first()).toBeVisible()

/** What failed recovers in the same run; what only waits, or works, is just shown. */
async function showsAndRecovers(page: Page, { id, expects, behavior }: DemoScenario): Promise<void> {
  await presenter(page).getByLabel('Scenario').selectOption(id)
  await presenter(page)
    .getByLabel('Step')
    .selectOption(expects === 'not-launched' ? 'role' : 'created')
  if (expects === 'verified') return isVerified(page)
  if (expects === 'not-launched') return showsFailure(page, diagnosisTexts('not-launched').title)
  if (behavior.later !== undefined) {
    await isVerified(page)
    await presenter(page).getByRole('button', { name: 'Skip 1 minute' }).click()
  }
  if (expects === null) await expect(page.getByText(/Can’t reach our server|went wrong on our side|offline/).first()).toBeVisible()
  else if (id !== 'confirming') await showsFailure(page, diagnosisTexts(expects).title)
  await presenter(page).getByRole('button', { name: 'Fix it' }).click()
  await isVerified(page)
}

// In two runs, so that neither is long.
for (const half of [0, 1]) {
  test(`every scenario shows its failure offline and recovers in the same run, part ${half + 1}`, { tag: '@thorough' }, async ({
    page,
    context,
  }) => {
    test.setTimeout(180_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await openDemo(page, '&scenario=success&pace=instant&presenter')
    await expect(presenter(page)).toContainText('Works offline now', { timeout: 30_000 })
    await context.setOffline(true)
    for (const scenario of demoScenarios.filter((_, index) => index % 2 === half))
      await test.step(scenario.id, () => showsAndRecovers(page, scenario))
    expect(faults).toEqual([])
  })
}

test('the trust policy can be edited by hand, as in the console', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&scenario=success&step=created&pace=instant')
  await isConnected(page)
  const policy = panel(page).getByLabel('Trust policy')
  await expect(policy).toHaveValue(/sts:ExternalId/)
  await policy.fill((await policy.inputValue()).replace('"StringEquals"', '"StringEqualsIfExists"'))
  await panel(page).getByRole('button', { name: 'Save trust policy' }).click()
  await showsFailure(page, diagnosisTexts('weakened').title)

  await policy.fill((await policy.inputValue()).replace('"StringEqualsIfExists"', '"StringEquals"'))
  await panel(page).getByRole('button', { name: 'Save trust policy' }).click()
  await isConnected(page)
})

test('resets at any moment, even while a check is running', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&scenario=throttled&step=created&presenter')
  const reset = presenter(page).getByRole('button', { name: 'Reset' })
  for (let round = 0; round < 3; round++) {
    await expect(page.getByText(/Next check in|Checking/).first()).toBeVisible()
    await page
      .getByRole('button', { name: /Check now|Check again/ })
      .first()
      .click({ noWaitAfter: true })
    await presenter(page).getByRole('button', { name: 'More' }).click()
    await reset.click()
    await expect(page.getByLabel('AWS account ID')).toHaveValue('400000000044')
    await expect(panel(page)).toHaveCount(0)
    await connect(page)
  }
  await expect(page.getByText(/Next check in|Checking/).first()).toBeVisible()
})

test('the manual pace changes nothing until a key is pressed', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&scenario=success&pace=step')
  await connect(page)
  await launch(page)
  await expect(panel(page).getByText('CREATE_IN_PROGRESS').first()).toBeVisible()
  await page.waitForTimeout(4000)
  await expect(panel(page).getByText('CREATE_COMPLETE')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+Period')
  await expect(panel(page).getByText('CREATE_COMPLETE').first()).toBeVisible()
  await page.keyboard.press('Control+Shift+Period')
  await isConnected(page)
})

test('a link reopens scenario, step, colours and prospect, and holds no secret', { tag: '@thorough' }, async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDemo(page, '&scenario=if-exists&step=created&pace=instant&theme=dark&vendor=Acme&accent=%23b3261e&presenter')
  await showsFailure(page, diagnosisTexts('external-id-optional').title)
  await presenter(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(presenter(page).getByText('Copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
    demo: '',
    scenario: 'if-exists',
    step: 'created',
    pace: 'instant',
    theme: 'dark',
    vendor: 'Acme',
    accent: '#b3261e',
  })
  expect(new URL(link).hash).toBe('')
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await showsFailure(other, diagnosisTexts('external-id-optional').title)
  await expect(other.getByText('AcmeAccess').first()).toBeVisible()
  await expect(presenter(other)).toHaveCount(0)
  await other.context().close()
})

test('a link reopens what was typed and what was edited, without the external ID, on the page that was shown', {
  tag: '@thorough',
}, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDemo(page, '&scenario=success&pace=instant&presenter&sets=readSourceImages,writeResults')
  await page.getByLabel('AWS account ID').fill('123456789012')
  await page.getByLabel('Buckets').fill('holiday-pictures')
  const externalId = await proposedExternalId(page)
  await connect(page)
  await launch(page)
  await isConnected(page)
  await panel(page).getByLabel('Break the role').selectOption({ label: 'StringLike "*"' })
  await panel(page).getByRole('button', { name: 'Break it' }).click()
  await showsFailure(page, diagnosisTexts('weakened').title)
  await page.evaluate(() => {
    window.location.hash = window.location.hash.replace(/\/connected.*$/, '/review')
  })
  await presenter(page).getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).not.toContain(externalId)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: /^Security review: Pixelworks/ })).toBeVisible()
  await expect(page.getByText('1234 5678 9012').first()).toBeVisible()
  await expect(page.getByText('holiday-pictures').first()).toBeVisible()
  await page.goBack()
  await showsFailure(page, diagnosisTexts('any-external-id-accepted').title)
  await expect(panel(page).getByLabel('Trust policy')).toHaveValue(/StringLike/)
})

test('Back closes the panel, and Forward opens it again', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&scenario=success')
  await connect(page)
  await page.getByRole('link', { name: 'Launch stack (simulated)' }).click()
  await expect(panel(page).getByRole('heading', { name: 'Simulated AWS' })).toBeFocused()
  await page.goBack()
  await expect(panel(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
  await page.goForward()
  await expect(panel(page)).toBeVisible()
  await panel(page).getByRole('link', { name: 'Close' }).click()
  await expect(panel(page)).toHaveCount(0)
})

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 375, height: 812 },
]) {
  test(
    `acknowledgment and button of the simulated console are in view without scrolling, ${width} × ${height}`,
    inEachRunIf(width === 1280),
    async ({ page }) => {
      await page.setViewportSize({ width, height })
      await openDemo(page, '&step=role&presenter')
      await page.getByRole('link', { name: 'Launch stack (simulated)' }).click()
      await expect(panel(page).getByRole('checkbox', { name: /I acknowledge/ })).toBeInViewport({ ratio: 1 })
      await expect(panel(page).getByRole('button', { name: 'Create stack' })).toBeInViewport({ ratio: 1 })
      expect((await presenter(page).boundingBox())?.height).toBe(48)
      expect(await scrollsSideways(page)).toBe(false)
    },
  )
}

for (const { width, height, locale } of [
  { width: 1280, height: 720, locale: 'en' },
  { width: 1440, height: 900, locale: 'de' },
]) {
  test(`the bar is one row in which everything fits, ${width} × ${height}, ${locale}`, inEachRunIf(width === 1280), async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto(`${host.origin}/?demo&presenter&scenario=success&locale=${locale}`)
    const bar = page.locator('.presenter-bar')
    for (const control of await bar.locator('.presenter-row > :is(.field, .button, .copy), > .button').all())
      await expect(control).toBeInViewport({ ratio: 1 })
  })
}

test('the notes open in their own window, or on the page with a key', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&presenter&scenario=no-condition')
  await expect(page.getByRole('complementary', { name: 'Notes' })).toHaveCount(0)
  const opened = page.waitForEvent('popup')
  await presenter(page).getByRole('button', { name: 'Notes' }).click()
  const notes = await opened
  await expect(notes.getByRole('heading')).toBeVisible()
  const title = await notes.getByRole('heading').innerText()
  await presenter(page).getByLabel('Scenario').selectOption('if-exists')
  await expect(notes.getByRole('heading')).not.toHaveText(title)
  await notes.close()
  await page.keyboard.press('Control+Shift+Comma')
  await expect(page.getByRole('complementary', { name: 'Notes' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Comma')
  await expect(page.getByRole('complementary', { name: 'Notes' })).toHaveCount(0)
})

test('the presenter’s bar appears only when requested', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page)
  await expect(page.getByLabel('AWS account ID')).toBeVisible()
  await expect(presenter(page)).toHaveCount(0)
  await page.keyboard.press('Control+Shift+KeyD')
  await expect(presenter(page)).toBeVisible()
  await page.keyboard.press('Control+Shift+KeyD')
  await expect(presenter(page)).toHaveCount(0)
})

test('the tour leaves the page usable at every stop, and can be skipped', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 })
  await openDemo(page, '&tour&scenario=success&pace=instant')
  const tour = page.getByRole('complementary', { name: 'Tour' })
  const next = async (stop: number) => {
    await tour.getByRole('button', { name: 'Next' }).click()
    await expect(tour).toContainText(`${stop} of 6`)
  }
  await next(2)
  await connect(page)
  await next(3)
  await launch(page)
  await next(4)
  await isConnected(page)
  await next(5)
  await tour.getByRole('button', { name: 'Skip the tour' }).click()
  await expect(tour).toHaveCount(0)
})

for (const width of [1280, 375]) {
  test(
    `the tour walks the whole flow itself, and ends where the role is restored, ${width}`,
    inEachRunIf(width === 1280),
    async ({ page }) => {
      await page.setViewportSize({ width, height: 720 })
      await openDemo(page, '&tour&pace=instant')
      const tour = page.getByRole('complementary', { name: 'Tour' })
      for (const stop of [2, 3, 4, 5, 6]) {
        await tour.getByRole('button', { name: 'Show me' }).click()
        await expect(tour).toContainText(`${stop} of 6`, { timeout: 60_000 })
      }
      await expect(page.getByRole('region', { name: 'We lost access to the role' })).toBeVisible()
      await tour.getByRole('button', { name: 'Show me' }).click()
      await isConnected(page)
      await tour.getByRole('button', { name: 'Done' }).click()
      await expect(tour).toHaveCount(0)
    },
  )
}

/** The event of a browser for text that is pasted outside a field. */
const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)

test('a pasted config and a dropped logo brand the demo, and its link', { tag: '@thorough' }, async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDemo(page, '&presenter&scenario=success&pace=instant')
  await paste(page, JSON.stringify({ ...demoVendor, nmae: 'Acme' }))
  await expect(page.getByRole('alert')).toContainText('nmae')
  await paste(page, JSON.stringify({ ...demoVendor, name: 'Acme', accentColor: '#b3261e' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Connect an AWS account to Acme' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await presenter(page)
    .getByRole('button', { name: /^Prospect/ })
    .click()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" fill="red"/></svg>'
  await presenter(page)
    .getByLabel('vendor.json or logo')
    .setInputFiles({ name: 'acme.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  await expect(page.locator('.shell-logo')).toHaveAttribute('src', /^data:image\/png;base64,/)
  await page.keyboard.press('Escape')
  await presenter(page).getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).search).not.toContain('Acme')
  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1, name: 'Connect an AWS account to Acme' })).toBeVisible()
  await expect(other.locator('.shell-logo')).toHaveAttribute('src', /^data:image\/png;base64,/)
  await other.reload()
  await expect(other.getByRole('heading', { level: 1, name: 'Connect an AWS account to Acme' })).toBeVisible()
  await other.context().close()
})

test('a server that uses the real AWS offers no demo and links to the wizard', { tag: '@thorough' }, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-live-'))
  cpSync(client, folder, { recursive: true })
  const html = readFileSync(join(client, 'index.html'), 'utf8')
  const live = ServedVendor.parse({ ...demoVendor, simulated: false })
  writeFileSync(join(folder, 'index.html'), servedPage(html, live, { code: 'en', direction: 'ltr', markup: '', noScript: '' }))
  const files = await serveFiles(folder)
  await page.goto(`${files.origin}/?demo&scenario=success&step=created`)
  await expect(page.getByText('No demo here')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the wizard' }).click()
  await expect(page.getByLabel('AWS account ID')).toHaveValue('')
  await files.stop()
  rmSync(folder, { recursive: true })
})

for (const { width, colorScheme } of [
  { width: 1240, colorScheme: 'light' },
  { width: 375, colorScheme: 'light' },
  { width: 1240, colorScheme: 'dark' },
  { width: 375, colorScheme: 'dark' },
] as const) {
  test(
    `panel, bar and tour pass axe and fit their width: ${width}, ${colorScheme}`,
    inEachRunIf(width === 375 && colorScheme === 'dark'),
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await openDemo(page, '&scenario=no-condition&step=created&pace=instant&presenter&tour')
      await showsFailure(page, diagnosisTexts('external-id-not-required').title)
      await expect(panel(page).getByLabel('Trust policy')).toBeVisible()
      await presenter(page)
        .getByRole('button', { name: /^Prospect/ })
        .click()
      expect(await findings(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    },
  )
}

test('a page without the demo loads none of its code, and a demo stores its data separately', async ({ page, baseURL }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const session = await page.evaluate(() => localStorage.getItem('rolebridge.session'))
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  expect(files.filter((file) => /demo/.test(file))).toEqual([])
  await page.goto(`${baseURL}/?demo&scenario=success&step=created&pace=instant`)
  await isConnected(page)
  expect(await page.evaluate(() => localStorage.getItem('rolebridge.session'))).toBe(session)
})

test('every verdict of a demo says that it is simulated', { tag: '@thorough' }, async ({ page }) => {
  await openDemo(page, '&scenario=success&step=created&pace=instant')
  await isConnected(page)
  await expect(page.getByText('Marked as simulated.')).toBeVisible()
  // By the clock of the demo, not by that of the person who looks at it.
  await expect(page.locator('.checked-ago').first()).toContainText(/now|second/)
})
