import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { compactVerify, createLocalJWKSet } from 'jose'
import { artifactIds } from '#core/artifacts/artifacts.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type EmbeddedWizard, type Host, launchTokenFor, startHost, startSlowWizard, startWizard } from './embedding-host.ts'
import {
  copyLaunchLink,
  createRole,
  createStack,
  deleteRoleInConsole,
  ordinaryAccount,
  proposedExternalId,
  regionField,
} from './journey.ts'
import { test } from './test.ts'

// One pair of servers for all of the file.
test.describe.configure({ mode: 'default' })

let host: Host
let stranger: Host
let sameSite: Host
let wizard: EmbeddedWizard

test.beforeAll(async () => {
  host = await startHost()
  stranger = await startHost()
  sameSite = await startHost('localhost')
  wizard = await startWizard([host.origin, sameSite.origin])
})

test.afterAll(() => {
  wizard.stop()
  host.stop()
  stranger.stop()
  sameSite.stop()
})

const script = () => `<script async src="${wizard.origin}/embed.js"></script>`
const element = (attributes = '') => `${script()}<rolebridge-wizard id="one" ${attributes}></rolebridge-wizard>`
const frameOf = (page: Page, id = 'one') => page.locator(`#${id}`).locator('iframe').contentFrame()
const frameHeight = (page: Page) =>
  page
    .locator('#one')
    .locator('iframe')
    .evaluate((shown) => shown.clientHeight)
const firstHeading = (frame: FrameLocator) => frame.getByRole('heading', { level: 1 })

async function recorded(page: Page, name: 'happened' | 'received'): Promise<Record<string, unknown>[]> {
  return page.evaluate((key) => Reflect.get(window, key), name)
}

const wizardState = (page: Page): Promise<{ step?: string; connectionId?: string }> =>
  page.locator('#one').evaluate((shown) => Reflect.get(shown, 'state'))

async function continueInFrame(frame: FrameLocator, accountId: string): Promise<void> {
  await frame.getByLabel('AWS account ID').fill(accountId)
  await frame.getByLabel('Buckets').fill('acme-uploads')
  await frame.getByRole('button', { name: 'Continue' }).click()
  await expect(firstHeading(frame)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
}

async function connectInFrame(page: Page, frame: FrameLocator, accountId: string): Promise<void> {
  await continueInFrame(frame, accountId)
  const opened = page.waitForEvent('popup')
  await frame.getByRole('link', { name: /^Launch stack \(simulated\)/ }).click()
  const console = await opened
  await createStack(console)
  await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
  await console.close()
  await expect(firstHeading(frame)).toContainText('Connected to AWS account')
}

test('a listed page with a strict content security policy shows the wizard and gets an event for each step, without secrets', async ({
  page,
}) => {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  const policy = `default-src 'none'; script-src 'self' ${wizard.origin}; frame-src ${wizard.origin}; style-src 'none'`
  await page.goto(host.serve({ html: element(), headers: { 'Content-Security-Policy': policy } }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  const externalId = await proposedExternalId(frame)
  const accountId = ordinaryAccount()
  await connectInFrame(page, frame, accountId)

  await expect.poll(async () => (await recorded(page, 'happened')).map(({ name }) => name)).toContain('verified')
  const happened = await recorded(page, 'happened')
  expect(happened.filter(({ name }) => name === 'step').map(({ step }) => step)).toEqual(['account', 'role', 'connected'])
  expect(happened.find(({ name }) => name === 'verified')).toEqual({
    name: 'verified',
    id: 'one',
    connectionId: expect.any(String),
    simulated: true,
  })
  const said = JSON.stringify(await recorded(page, 'received'))
  for (const secret of [externalId, accountId, 'arn:', 'eyJ']) expect(said).not.toContain(secret)
  expect(faults).toEqual([])
})

test('a script with an integrity attribute finds the wizard of its server', { tag: '@thorough' }, async ({ page }) => {
  const client = join(import.meta.dirname, '../dist/client')
  const code = readFileSync(join(client, 'embed.js'))
  const version = readdirSync(join(client, 'embed')).find((each) => readFileSync(join(client, 'embed', each, 'embed.js')).equals(code))
  const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`
  const pinned = `<script async src="${wizard.origin}/embed/${version}/embed.js" integrity="${integrity}" crossorigin="anonymous"></script>`
  await page.goto(host.serve({ html: `${pinned}<rolebridge-wizard id="one"></rolebridge-wizard>` }))
  await expect(firstHeading(frameOf(page))).toBeVisible()
})

test('a customer disconnects on a page that shows the wizard', async ({ page }) => {
  await page.goto(host.serve({ html: element() }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  await connectInFrame(page, frame, ordinaryAccount())
  await frame.getByRole('button', { name: 'Disconnect' }).click()
  await frame.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(firstHeading(frame)).toContainText('Disconnecting AWS account')
  await expect(firstHeading(frame)).toBeInViewport()
  await deleteRoleInConsole(page, frame)
  const record = frame.getByRole('region', { name: /^Disconnected on .*: the role can no longer be assumed/ })
  await expect(record).toBeVisible({ timeout: 40_000 })
  await page.reload()
  await expect(record).toBeVisible({ timeout: 20_000 })
})

test('a page that isn’t listed can’t show the wizard, says so, and links to it', async ({ page }) => {
  await page.goto(stranger.serve({ html: element('launch-token="t"') }))
  const note = page.locator('#one').getByRole('status')
  await expect(note).toContainText('This page can’t show', { timeout: 20_000 })
  await expect(note.getByRole('link', { name: 'Open it in a new tab' })).toHaveAttribute(
    'href',
    `${wizard.origin}/?theme=light#launch-token=t`,
  )
  await expect(page.locator('#one').locator('iframe')).toBeHidden()
  expect(await recorded(page, 'happened')).toEqual([{ name: 'error', id: 'one', code: 'origin-not-listed' }])
})

test('a page whose own policy forbids the frame says so', { tag: '@thorough' }, async ({ page }) => {
  const policy = `default-src 'none'; script-src 'self' ${wizard.origin}; frame-src 'none'`
  await page.goto(host.serve({ html: element(), headers: { 'Content-Security-Policy': policy } }))
  await expect(page.locator('#one').getByRole('status')).toContainText('This page can’t show')
  expect(await recorded(page, 'happened')).toEqual([{ name: 'error', id: 'one', code: 'frame-blocked' }])
})

test('the page waits for a wizard on a slow network and reports no error', { tag: '@thorough' }, async ({ page }) => {
  const slow = await startSlowWizard(wizard, 9000)
  await page.goto(host.serve({ html: element(`src="${slow.origin}/"`) }))
  await expect(firstHeading(frameOf(page))).toBeVisible({ timeout: 40_000 })
  await page.waitForTimeout(1000)
  await expect(page.locator('#one').locator('iframe')).toBeVisible()
  expect((await recorded(page, 'happened')).map(({ name }) => name)).not.toContain('error')
  slow.stop()
})

test('a wizard that is down is reported differently from one that isn’t allowed', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(host.serve({ html: element('src="http://localhost:9/"') }))
  await expect(page.locator('#one').getByRole('status')).toContainText('We couldn’t load', { timeout: 20_000 })
  expect(await recorded(page, 'happened')).toEqual([{ name: 'error', id: 'one', code: 'server-unreachable' }])
  expect(said.join()).toContain('didn’t respond')
})

test('the event has the signed receipt if the page requested it, and the page can start over', {
  tag: '@thorough',
}, async ({ page, request }) => {
  await page.goto(host.serve({ html: element('receipt') }))
  const frame = frameOf(page)
  const accountId = ordinaryAccount()
  await connectInFrame(page, frame, accountId)
  await expect.poll(async () => (await recorded(page, 'happened')).map(({ name }) => name)).toContain('verified')
  const { receipt } = (await recorded(page, 'happened')).find(({ name }) => name === 'verified') ?? {}
  const keys = createLocalJWKSet(await (await request.get(`${wizard.origin}/.well-known/jwks.json`)).json())
  const { payload } = await compactVerify(String(receipt), keys)
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ accountId, simulated: true })

  await page.evaluate(() => {
    const shown: unknown = document.querySelector('#one')
    if (typeof shown === 'object' && shown !== null && 'reset' in shown && typeof shown.reset === 'function') shown.reset()
  })
  await expect(frame.getByLabel('AWS account ID')).toHaveValue('')
  await expect(firstHeading(frame)).toHaveText('Connect an AWS account to Pixelworks')
})

test('the language changes in place, and typed text stays', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element('locale="en"') }))
  const frame = frameOf(page)
  const accountId = ordinaryAccount()
  await frame.getByLabel('AWS account ID').fill(accountId)
  await page.locator('#one').evaluate((shown) => shown.setAttribute('locale', 'de'))
  await expect(frame.locator('html')).toHaveAttribute('lang', 'de')
  await expect(frame.locator('input').first()).toHaveValue(accountId)
})

test('Tab moves from the page through the frame and on, also where the page hides overflow', { tag: '@thorough' }, async ({ page }) => {
  const around = (inner: string) =>
    `<button id="before">Before</button><div style="overflow: hidden; height: 900px">${inner}</div><button id="after">After</button>`
  await page.goto(host.serve({ html: around(element('view="trust-policy"')) }))
  await expect(frameOf(page).getByRole('button', { name: /^Copy/ }).first()).toBeVisible()
  await page.locator('#before').focus()
  // Between a page and a frame of another process the focus is nowhere for a moment.
  const focused = async () => {
    await page.waitForFunction(() => document.activeElement !== document.body)
    return page.evaluate(() => document.activeElement?.id ?? '')
  }
  const seen: string[] = []
  for (let press = 0; press < 15 && seen.at(-1) !== 'after'; press += 1) {
    await page.keyboard.press('Tab')
    const id = await focused()
    if (id !== seen.at(-1)) seen.push(id)
  }
  expect(seen).toEqual(['one', 'after'])
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('one')
})

test('the frame is as high as its content, follows it, and comes to rest', async ({ page }) => {
  await page.goto(host.serve({ html: element('height="200"') }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  const outer = () => frameHeight(page)
  const inner = () => frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
  const fits = () => expect.poll(async () => (await outer()) - (await inner())).toBe(0)
  const resizes = async () => (await recorded(page, 'received')).filter(({ type }) => type === 'resize').length
  await fits()
  await page.waitForTimeout(1500)
  const settled = await resizes()
  const high = await outer()
  expect(settled).toBeLessThanOrEqual(8)
  await page.waitForTimeout(2500)
  expect(await resizes()).toBe(settled)
  expect(await frame.locator('html').evaluate((root) => root.scrollHeight <= root.clientHeight)).toBe(true)

  await page.setViewportSize({ width: 400, height: 700 })
  await expect.poll(outer).toBeGreaterThan(high)
  await fits()
  await page.setViewportSize({ width: 1240, height: 900 })
  await expect.poll(outer).toBe(high)
  await page.waitForTimeout(1000)
  expect(await outer()).toBe(high)
})

test('a frame that starts hidden has the right height once shown', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: `<div id="tab" hidden>${element('height="200"')}</div>` }))
  await page.waitForTimeout(1000)
  await page.locator('#tab').evaluate((tab) => tab.removeAttribute('hidden'))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  const inner = () => frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
  await expect.poll(() => frameHeight(page)).toBe(await inner())
})

test('content below the frame doesn’t move where the page reserves the height', { tag: '@thorough' }, async ({ page }) => {
  const address = host.serve({ html: `${element('height="1500" style="display: block; min-height: 1500px"')}<p>Below</p>` })
  await page.setViewportSize({ width: 1240, height: 2400 })
  await page.goto(address)
  await expect(firstHeading(frameOf(page))).toBeVisible()
  await page.waitForTimeout(1500)
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0)),
        ).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 500)
      }),
  )
  expect(shift).toBeLessThanOrEqual(0.02)
})

test('two wizards on one page keep their texts and events apart', { tag: '@thorough' }, async ({ page }) => {
  const [first, second] = [ordinaryAccount(), ordinaryAccount()]
  const two = `<rolebridge-wizard id="two" account-id="${second}" region="eu-central-1"></rolebridge-wizard>`
  await page.goto(host.serve({ html: element(`account-id="${first}"`) + two }))
  await page.locator('#two').scrollIntoViewIfNeeded()
  await expect(frameOf(page, 'one').getByLabel('AWS account ID')).toHaveValue(first)
  await expect(frameOf(page, 'two').getByLabel('AWS account ID')).toHaveValue(second)
  await expect(await regionField(frameOf(page, 'two'))).toHaveValue('eu-central-1')
  const proposed = await proposedExternalId(frameOf(page, 'two'))
  // The browser draws a frame only where it is in view.
  await page.locator('#one').scrollIntoViewIfNeeded()
  expect(await proposedExternalId(frameOf(page, 'one'))).not.toBe(proposed)
  await page.locator('#two').scrollIntoViewIfNeeded()
  await continueInFrame(frameOf(page, 'two'), second)
  await expect
    .poll(async () => (await recorded(page, 'happened')).filter(({ step }) => step === 'role').map(({ id }) => id))
    .toEqual(['two'])
})

/** How many listeners for messages the window of the page has. */
async function messageListeners(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', { expression: 'window' })
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
  return listeners.filter(({ type }) => type === 'message').length
}

test('an element that the page removes and inserts again starts over and leaves no listener', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: `<main>${element()}</main>` }))
  await expect(firstHeading(frameOf(page))).toBeVisible()
  const listening = await messageListeners(page)
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => {
      const shown = document.querySelector('rolebridge-wizard')
      shown?.remove()
      if (shown !== null) document.querySelector('main')?.append(shown)
    })
    await expect(firstHeading(frameOf(page))).toBeVisible()
  }
  expect(await messageListeners(page)).toBe(listening)
  await expect(page.locator('#one').locator('iframe')).toHaveCount(1)
  await page.evaluate(() => document.querySelector('rolebridge-wizard')?.remove())
  expect(await messageListeners(page)).toBe(listening - 1)
})

test('messages from other windows and origins are ignored on both sides', async ({ page }) => {
  const forger = host.serve({ html: '<p>Another frame of the same page</p>' })
  await page.goto(host.serve({ html: `${element('height="300"')}<iframe id="forger" src="${forger}"></iframe>` }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  await expect.poll(async () => (await recorded(page, 'happened')).length).toBe(2)
  const before = await frameHeight(page)
  const forged = [
    { rolebridge: 1, type: 'resize', height: 9000 },
    { rolebridge: 1, type: 'verified', connectionId: 'forged', simulated: false },
  ]
  await page.evaluate((messages) => {
    for (const message of messages) window.postMessage(message, '*')
  }, forged)
  // Of the origin that is listed, and in the same page, but not around the wizard.
  const sibling = page.frames().find((each) => each.url() === forger)
  await sibling?.evaluate((messages) => {
    for (const message of messages) window.parent.postMessage(message, '*')
    const shown = window.parent.document.querySelector('#one')?.shadowRoot?.querySelector('iframe')
    shown?.contentWindow?.postMessage({ rolebridge: 1, type: 'theme', theme: 'dark' }, '*')
  }, forged)
  await page.waitForTimeout(500)
  expect(await recorded(page, 'happened')).toHaveLength(2)
  expect(await frameHeight(page)).toBe(before)
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('light')
  // The very window of the wizard, once something else is shown in it.
  const other = stranger.serve({ html: '<p>Not the wizard</p>' })
  await page
    .locator('#one')
    .locator('iframe')
    .evaluate((shown, src) => shown.setAttribute('src', src), other)
  await expect(frame.getByText('Not the wizard')).toBeVisible()
  await page
    .frames()
    .find((each) => each.url() === other)
    ?.evaluate((messages) => {
      for (const message of messages) window.parent.postMessage(message, '*')
    }, forged)
  await page.waitForTimeout(500)
  expect(await recorded(page, 'happened')).toHaveLength(2)
})

test('the theme follows the attribute, or else the page', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element('theme="auto"') }))
  const root = frameOf(page).locator('html')
  const colour = () =>
    frameOf(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor)
  await expect(firstHeading(frameOf(page))).toBeVisible()
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.locator('html').evaluate((html) => html.setAttribute('data-theme', 'dark'))
  await expect(root).toHaveAttribute('data-theme', 'dark')
  expect(await colour()).toBe('rgb(15, 17, 21)')
  await page.locator('#one').evaluate((shown) => shown.setAttribute('theme', 'light'))
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.goto(host.serve({ html: element('theme="dark"') }))
  expect(await page.locator('#one').locator('iframe').getAttribute('src')).toBe(`${wizard.origin}/?theme=dark`)
  await expect(root).toHaveAttribute('data-theme', 'dark')
})

test('each way in which sites mark their theme is recognized', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element() }))
  const root = frameOf(page).locator('html')
  await expect(root).toHaveAttribute('data-theme', 'light')
  const marks = [
    ['html', 'class', 'dark'],
    ['html', 'data-theme', 'dark'],
    ['body', 'data-md-color-scheme', 'slate'],
    ['html', 'data-bs-theme', 'dark'],
    ['body', 'style', 'color-scheme: dark'],
  ] as const
  for (const [part, name, value] of marks) {
    const marked = page.locator(part).first()
    await marked.evaluate((found, [attribute, text]) => found.setAttribute(attribute, text), [name, value] as const)
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await marked.evaluate((found, attribute) => found.removeAttribute(attribute), name)
    await expect(root).toHaveAttribute('data-theme', 'light')
  }
  await page.locator('html').evaluate((html) => html.style.setProperty('color-scheme', 'light dark'))
  await expect(root).not.toHaveAttribute('data-theme')
})

test('a reload of the page keeps the step, also with a new launch token, and a new account starts over', { tag: '@thorough' }, async ({
  page,
}) => {
  await page.goto(sameSite.serve({ html: element() }))
  const frame = frameOf(page)
  const accountId = ordinaryAccount()
  await continueInFrame(frame, accountId)
  await page.reload()
  await expect(firstHeading(frame)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
  const { step, connectionId } = await wizardState(page)
  expect(step).toBe('role')

  await page.goto(sameSite.serve({ html: element(`connection="${connectionId}"`) }))
  await expect(firstHeading(frame)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
  await page.goto(sameSite.serve({ html: element(`src="${wizard.origin}/#/explained"`) }))
  await expect(firstHeading(frame)).toBeVisible()
  expect(await wizardState(page)).toMatchObject({ step: 'explained' })
})

test('a function of the page supplies the launch token, and a new one when the session has ended', { tag: '@thorough' }, async ({
  page,
  request,
}) => {
  let count = 0
  await page.exposeFunction('makeToken', () => {
    count += 1
    return launchTokenFor(wizard, { sub: 'renewed', name: 'Renewed Inc.' })
  })
  const html = `${script()}<rolebridge-wizard id="one"></rolebridge-wizard><script>
    document.querySelector('#one').launchToken = () => window.makeToken()
    window.expired = []
    document.addEventListener('rolebridge-expired', ({ detail }) => window.expired.push(detail.code))
  </script>`
  await page.goto(sameSite.serve({ html }))
  const frame = frameOf(page)
  await expect(frame.getByText('Connecting for Renewed Inc.').first()).toBeVisible()
  expect(count).toBe(1)
  const accountId = ordinaryAccount()
  await continueInFrame(frame, accountId)
  const token = await frame.locator('body').evaluate(() => JSON.parse(sessionStorage.getItem('rolebridge.session') ?? '{}').token)
  await request.delete(`${wizard.origin}/api/sessions/current`, { headers: { Authorization: `Bearer ${token}` } })
  await frame.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'expired'))).toEqual(['launch-token-required'])
  await expect(firstHeading(frame)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
  expect(count).toBe(2)
})

test('the module finds the wizard, and its events have names that templates can use', { tag: '@thorough' }, async ({ page }) => {
  const html = `<script>document.addEventListener('rolebridge-ready', () => { window.isReady = true })</script>
    <script type="module">import '${wizard.origin}/embed-module.js'</script><rolebridge-wizard id="one" view="trust-policy"></rolebridge-wizard>`
  await page.goto(host.serve({ html }))
  await expect(firstHeading(frameOf(page))).toHaveText('Trust policy for Pixelworks')
  expect(await page.evaluate(() => Reflect.get(window, 'isReady'))).toBe(true)
  expect(await wizardState(page)).toEqual({ status: 'ready', step: 'artifact', connectionId: null, verified: false, error: null })
})

test('the whole path works where storage throws in the frame', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  await page.goto(host.serve({ html: element() }))
  await connectInFrame(page, frameOf(page), ordinaryAccount())
})

test('a dialog opens in the visible part of the frame', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 1240, height: 600 })
  await page.goto(
    host.serve({ html: `<div style="height: 300px"></div>${element('view="cloudformation"')}<div style="height: 3000px"></div>` }),
  )
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeVisible()
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(700)
  await page.evaluate(() => window.scrollTo(0, 700))
  await frame.getByRole('button', { name: 'Open in editor' }).click()
  const dialog = frame.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
  await expect(dialog.getByRole('button', { name: 'Copy' })).toBeInViewport({ ratio: 1 })
})

const plain = (attributes: string) =>
  `<iframe id="plain" title="Connect" width="1000" height="900" src="${wizard.origin}/" ${attributes}></iframe>`

test('a plain frame without script or clipboard permission can still copy', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: plain('') }))
  const frame = page.locator('#plain').contentFrame()
  await continueInFrame(frame, ordinaryAccount())
  await frame.getByRole('tab', { name: 'Trust policy' }).click()
  const panel = frame.getByRole('tabpanel', { name: 'Trust policy' })
  await panel.getByRole('button', { name: /^Copy/ }).click()
  await expect(panel.getByText('Copied')).toBeVisible()
  const sent = (await recorded(page, 'received')).map(({ type }) => type)
  expect(sent).toEqual(['ready'])
})

test('copying works where the page denies the clipboard to the frame', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element('view="trust-policy"'), headers: { 'Permissions-Policy': 'clipboard-write=(self)' } }))
  const frame = frameOf(page)
  await frame.getByRole('button', { name: /^Copy/ }).first().click()
  await expect(frame.getByText('Copied').first()).toBeVisible()
})

test('a plain frame with the documented sandbox connects an account', { tag: '@thorough' }, async ({ page }) => {
  const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'
  await page.goto(host.serve({ html: plain(`sandbox="${sandbox}" allow="clipboard-write"`) }))
  await connectInFrame(page, page.locator('#plain').contentFrame(), ordinaryAccount())
})

test('the screens work without permission for pop-ups and forms, and the link can be copied', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: plain('sandbox="allow-scripts allow-same-origin" allow="clipboard-write"') }))
  const frame = page.locator('#plain').contentFrame()
  await continueInFrame(frame, ordinaryAccount())
  await frame.getByRole('button', { name: 'Copy link' }).click()
  await expect(frame.getByText('Copied').first()).toBeVisible()
})

/** By scripts of the page itself, since Playwright brings no key and no click into a frame of another origin in Firefox. */
async function pressByScript(control: Locator): Promise<void> {
  await control.evaluate((element) => element instanceof HTMLElement && element.click())
}

async function typeByScript(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, typed) => {
    if (element instanceof HTMLElement) element.focus()
    document.execCommand('insertText', false, typed)
  }, text)
}

test('a script that acts as assistive technology connects an account in each browser', { tag: '@firefox' }, async ({ page }) => {
  await page.goto(host.serve({ html: element() }))
  const frame = frameOf(page)
  const accountId = ordinaryAccount()
  await typeByScript(frame.getByLabel('AWS account ID'), accountId)
  await typeByScript(frame.getByLabel('Buckets'), 'acme-uploads')
  await pressByScript(frame.getByRole('button', { name: 'Continue' }))
  await expect(firstHeading(frame)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
  const opened = page.waitForEvent('popup')
  await pressByScript(frame.getByRole('link', { name: /^Launch stack \(simulated\)/ }))
  const console = await opened
  await createStack(console)
  await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
  await console.close()
  await expect(firstHeading(frame)).toContainText('Connected to AWS account')
})

test('a cross-origin isolated page can embed the wizard', { tag: '@thorough' }, async ({ page }) => {
  const headers = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }
  await page.goto(host.serve({ html: element(), headers }))
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await connectInFrame(page, frameOf(page), ordinaryAccount())
})

test('a launch token names the tenant and doesn’t stay in the URL', async ({ page, request }) => {
  const token = await launchTokenFor(wizard)
  const accountId = ordinaryAccount()
  await page.goto(host.serve({ html: element(`launch-token="${token}"`) }))
  const frame = frameOf(page)
  await expect(frame.getByText('Connecting for Acme Inc.').first()).toBeVisible()
  await continueInFrame(frame, accountId)
  expect(await frame.locator('body').evaluate(() => window.location.href)).not.toContain('launch-token')
  const session = await request.post(`${wizard.origin}/api/sessions`, { data: { launchToken: await launchTokenFor(wizard) } })
  const { token: bearer } = await session.json()
  const connections = await request.get(`${wizard.origin}/api/connections`, { headers: { Authorization: `Bearer ${bearer}` } })
  expect(JSON.stringify(await connections.json())).toContain(accountId)
})

test('an element that is mounted again with its token continues its session', { tag: '@thorough' }, async ({ page }) => {
  const token = await launchTokenFor(wizard)
  await page.goto(sameSite.serve({ html: `<main>${element(`launch-token="${token}"`)}</main>` }))
  const frame = frameOf(page)
  await expect(frame.getByText('Connecting for Acme Inc.').first()).toBeVisible()
  await page.evaluate(() => {
    const shown = document.querySelector('rolebridge-wizard')
    shown?.remove()
    if (shown !== null) document.querySelector('main')?.append(shown)
  })
  await expect(frame.getByText('Connecting for Acme Inc.').first()).toBeVisible()
  await continueInFrame(frame, ordinaryAccount())
  expect((await recorded(page, 'happened')).filter(({ name }) => name === 'error')).toEqual([])
})

test('two wizards on one page share one token', { tag: '@thorough' }, async ({ page }) => {
  const token = await launchTokenFor(wizard, { sub: 'twins', name: 'Twins Ltd.' })
  const two = `<rolebridge-wizard id="two" launch-token="${token}"></rolebridge-wizard>`
  await page.goto(sameSite.serve({ html: element(`launch-token="${token}"`) + two }))
  await page.locator('#two').scrollIntoViewIfNeeded()
  for (const id of ['one', 'two']) await expect(frameOf(page, id).getByText('Connecting for Twins Ltd.').first()).toBeVisible()
})

test('an expired launch token is reported to the page and the customer before anything is typed', async ({ page }) => {
  const now = Math.floor(Date.now() / 1000)
  await page.goto(host.serve({ html: element(`launch-token="${await launchTokenFor(wizard, { iat: now - 900, exp: now - 300 })}"`) }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toHaveText('Reload this page')
  await expect(frame.getByText('isn’t valid, or it has expired')).toBeVisible()
  await frame.getByText('Details for Pixelworks support').click()
  await expect(frame.getByText('exp must be in the future')).toBeVisible()
  expect(await recorded(page, 'happened')).toContainEqual({ name: 'error', id: 'one', code: 'launch-token-refused' })
})

test('a token that comes twice counts as used where storage is blocked', { tag: '@thorough' }, async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  const address = host.serve({ html: element(`launch-token="${await launchTokenFor(wizard)}"`) })
  await page.goto(address)
  await expect(frameOf(page).getByText('Connecting for Acme Inc.').first()).toBeVisible()
  await page.reload()
  await expect(firstHeading(frameOf(page))).toHaveText('Reload this page')
  await expect.poll(() => recorded(page, 'happened')).toContainEqual({ name: 'error', id: 'one', code: 'launch-token-used' })
})

test('a single artifact shows the vendor’s values and says what to replace', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element('view="trust-policy"') }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toHaveText('Trust policy for Pixelworks')
  await expect(frame.getByText('Replace <external ID>.')).toBeVisible()
  await expect(frame.getByRole('region', { name: 'Trust policy' })).toContainText('"sts:ExternalId": "<external ID>"')
  await expect(frame.getByRole('region', { name: 'Trust policy' })).toContainText('111122223333')
  await expect(frame.getByLabel('AWS account ID')).toHaveCount(0)
})

test('embeds an example of the security review page in a documentation page', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: element('view="review"') }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toHaveText('What Pixelworks requests')
  await expect(frame.getByText(/^An example with every permission set, in account /)).toBeVisible()
  await expect(frame.getByRole('heading', { name: 'What will be created' })).toBeVisible()
  await expect(frame.getByText('s3:PutObject').first()).toBeVisible()
})

test('embeds the security review page of a real connection by its link, and verifies the receipt', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const accountId = ordinaryAccount()
  await page.goto(wizard.origin)
  await page.getByLabel('AWS account ID').fill(accountId)
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByRole('button', { name: 'Continue' }).click()
  await copyLaunchLink(page)
  await expect(page.getByRole('timer')).toHaveText(/^Checking for \d+ s/)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByText('It includes the signed receipt, which the page verifies.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  await page.goto(host.serve({ html: element(`view="review" review="${link}"`) }))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toHaveText(`Security review: Pixelworks access to AWS account ${accountIdInGroups(accountId)}`)
  await expect(frame.getByRole('heading', { name: 'Simulated: not from a real account' })).toBeVisible()
})

test('every artifact can be shown alone, and one that isn’t offered is named', { tag: '@thorough' }, async ({ page }) => {
  for (const view of artifactIds) {
    await page.goto(`${wizard.origin}/?view=${view}&account=444455556666`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('for Pixelworks')
    const text = (await page.getByRole('region').first().textContent()) ?? ''
    expect(text.length).toBeGreaterThan(100)
    expect(text).not.toMatch(/--[a-zA-Z-]+--|000000000000/)
  }
  await page.goto(`${wizard.origin}/?view=other`)
  await expect(page.getByText('Artifact not found')).toBeVisible()
})

const example = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../examples/embed', file), 'utf8').replaceAll('http://localhost:4173', wizard.origin)

test('the examples show what they promise', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(host.serve({ html: example('plain.html') }))
  await expect(page.locator('rolebridge-wizard iframe').contentFrame().getByLabel('AWS account ID')).toHaveValue('444455556666')

  await page.goto(host.serve({ html: example('plain-frame.html') }))
  await expect(firstHeading(page.locator('iframe').contentFrame())).toBeVisible()

  await page.goto(host.serve({ html: example('artifacts.html') }))
  for (const title of ['Trust policy', 'Permissions policy', 'AWS CLI']) {
    await page.locator(`[aria-label^="${title}"]`).scrollIntoViewIfNeeded()
    await expect(firstHeading(page.locator(`[aria-label^="${title}"] iframe`).contentFrame())).toContainText(title)
  }

  await page.goto(host.serve({ html: example('listening.html') }))
  await expect(page.getByText('Step: account')).toBeVisible()
  await connectInFrame(page, page.locator('rolebridge-wizard iframe').contentFrame(), ordinaryAccount())
  await expect(page.locator('#standing')).toContainText(
    /^Connected and checked: arn:aws:iam::\d{12}:role\/PixelworksAccess \(simulated AWS\)$/,
  )
})
