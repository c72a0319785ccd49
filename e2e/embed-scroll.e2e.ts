import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { type EmbeddedWizard, type Host, launchTokenFor, startHost, startWizard } from './embedding-host.ts'
import { createRole, createStack, ordinaryAccount } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

// One pair of servers for all of the file.
test.describe.configure({ mode: 'default' })
// The wizard comes into view with a movement.
test.use({ contextOptions: {} })

let host: Host
let wizard: EmbeddedWizard

test.beforeAll(async () => {
  host = await startHost()
  wizard = await startWizard([host.origin], { returnOrigins: ['https://app.example.com'] })
})

test.afterAll(() => {
  wizard.stop()
  host.stop()
})

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 375, height: 812 },
] as const

const barHeight = 64

/** The stack of an account can be created once. */
const openRoles = {
  1440: { framed: '400000000010', alone: '400000000011' },
  1280: { framed: '400000000014', alone: '400000000012' },
  375: { framed: '400000000015', alone: '400000000013' },
} as const

/** A page of documentation: a bar that stays, text, the wizard, text. */
const longPage = (attributes = '') => `
<style>
  body { margin: 0 }
  .bar { position: sticky; top: 0; z-index: 10; height: ${barHeight}px; background: gold }
  .text { height: 1400px }
  main { max-width: 760px; margin: 0 auto }
  rolebridge-wizard { scroll-margin-top: ${barHeight}px }
</style>
<script async src="${wizard.origin}/embed.js"></script>
<div class="bar">Bar</div>
<main><div class="text">Before</div><rolebridge-wizard id="one" ${attributes}></rolebridge-wizard><div class="text">After</div></main>`

const frameOf = (page: Page) => page.locator('#one').locator('iframe').contentFrame()
const firstHeading = (frame: FrameLocator | Page) => frame.getByRole('heading', { level: 1 })

/** In the window, and not behind the bar. */
async function expectSeen(thing: Locator): Promise<void> {
  await expect(thing).toBeInViewport({ ratio: 1 })
  await expect.poll(async () => (await thing.boundingBox())?.y).toBeGreaterThanOrEqual(barHeight)
}

/** By scripts, since Playwright brings no key into a frame of another origin in Firefox. */
async function typeByScript(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, typed) => {
    if (element instanceof HTMLElement) element.focus()
    document.execCommand('insertText', false, typed)
  }, text)
}

async function pressByScript(control: Locator): Promise<void> {
  await control.evaluate((element) => element instanceof HTMLElement && element.click())
}

async function fillAccount(frame: FrameLocator, accountId: string): Promise<void> {
  await frame.getByRole('button', { name: 'Continue' }).scrollIntoViewIfNeeded()
  await typeByScript(frame.getByLabel('AWS account ID'), accountId)
  await typeByScript(frame.getByLabel('Buckets'), 'acme-uploads')
}

const launchButton = (frame: FrameLocator | Page) => frame.getByRole('link', { name: /^Launch stack \(simulated\)/ })

/** The reader scrolls on before the role is there, since a result that has been shown is not shown again. */
async function launchAndCreate(page: Page, frame: FrameLocator, scrolled: number): Promise<void> {
  const opened = page.waitForEvent('popup')
  await pressByScript(launchButton(frame))
  const console = await opened
  await page.evaluate((pixels) => window.scrollBy(0, pixels), scrolled)
  await createStack(console)
  await expect(console.getByText(/CREATE_COMPLETE|ROLLBACK_COMPLETE/).first()).toBeVisible()
  await console.close()
}

for (const size of sizes) {
  const { width, height } = size
  test(
    `in a long page of ${width}×${height}, each step and the success are where the reader is`,
    inEachRunIf(width === 1280, '@firefox'),
    async ({ page }) => {
      await page.setViewportSize(size)
      const token = await launchTokenFor(wizard, { sub: `scroll-${width}-${Math.random()}`, returnUrl: 'https://app.example.com/settings' })
      await page.goto(host.serve({ html: longPage(`launch-token="${token}"`) }))
      await page.locator('#one').scrollIntoViewIfNeeded()
      const frame = frameOf(page)
      await fillAccount(frame, ordinaryAccount())
      await pressByScript(frame.getByRole('button', { name: 'Continue' }))
      await expect(firstHeading(frame)).toContainText('Create the role in AWS account')
      await expectSeen(firstHeading(frame))
      await expectSeen(launchButton(frame))
      await page.mouse.move(width / 2, height / 2)
      await launchAndCreate(page, frame, 250)
      await expect(firstHeading(frame)).toContainText('Connected to AWS account')
      await expectSeen(firstHeading(frame))
      await expectSeen(frame.getByRole('link', { name: 'Continue to Pixelworks' }))
    },
  )

  test(
    `in a long page of ${width}×${height}, a failure and its first fix are where the reader is`,
    inEachRunIf(width === 1280, '@firefox'),
    async ({ page }) => {
      await page.setViewportSize(size)
      await page.goto(host.serve({ html: longPage() }))
      await page.locator('#one').scrollIntoViewIfNeeded()
      const frame = frameOf(page)
      await fillAccount(frame, openRoles[width].framed)
      await pressByScript(frame.getByRole('button', { name: 'Continue' }))
      await expectSeen(launchButton(frame))
      await launchAndCreate(page, frame, 400)
      await expect(frame.getByRole('button', { name: 'Copy corrected policy' })).toBeVisible()
      await expectSeen(firstHeading(frame))
      await expectSeen(frame.getByRole('button', { name: 'Copy corrected policy' }))
    },
  )

  test(
    `without a page around it, at ${width}×${height}, each step, a failure and the success are seen`,
    inEachRunIf(width === 375),
    async ({ browser }) => {
      const failing = openRoles[width].alone
      for (const accountId of [failing, ordinaryAccount()]) {
        const page = await browser.newPage({ viewport: size })
        await page.goto(wizard.origin)
        await page.getByLabel('AWS account ID').fill(accountId)
        await page.getByLabel('Buckets').fill('acme-uploads')
        await page.getByRole('button', { name: 'Continue' }).click()
        await expect(launchButton(page)).toBeInViewport({ ratio: 1 })
        await expect(firstHeading(page)).toBeInViewport({ ratio: 1 })
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
        await createRole(page)
        const whatCounts =
          accountId === failing
            ? page.getByRole('button', { name: 'Copy corrected policy' })
            : page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })
        await expect(whatCounts).toBeInViewport({ ratio: 1 })
        await expect(firstHeading(page)).toBeInViewport({ ratio: 1 })
        await page.close()
      }
    },
  )
}

test('a page where the heading is seen, and one that the reader has left, do not move', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(host.serve({ html: longPage() }))
  await page.evaluate(() => window.scrollTo(0, 1380))
  const frame = frameOf(page)
  await expect(firstHeading(frame)).toBeInViewport({ ratio: 1 })
  await frame.getByLabel('AWS account ID').fill(ordinaryAccount())
  await frame.getByLabel('Buckets').fill('acme-uploads')
  await page.evaluate(() => window.scrollTo(0, 1380))
  await pressByScript(frame.getByRole('button', { name: 'Continue' }))
  await expect(launchButton(frame)).toBeVisible()
  await page.waitForTimeout(1000)
  expect(await page.evaluate(() => window.scrollY)).toBe(1380)
})
