import { expect, type Page } from '@playwright/test'
import { simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { demoScenarios } from '#simulation/demo/demo-scenarios.ts'
import { ordinaryAccount } from './journey.ts'
import { test } from './test.ts'

/** Text that is seen, stands outside the brackets of the pseudo-locale, and is no code and no name. */
async function hardCoded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isExempt = (element: Element | null) =>
      element?.closest('[translate="no"], code, pre, time, option, script, style, noscript, .code-view, .monaco-editor') !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    const isReported = (node: Node) => {
      const block = node.parentElement?.closest(
        'p, li, h1, h2, h3, button, a, label, legend, td, th, dd, dt, caption, summary, b, span, text',
      )
      return [node, block].some((part) => part?.textContent?.includes('⟦'))
    }
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (/\p{L}{2}/u.test(text) && !isReported(node) && !isExempt(node.parentElement)) found.push(text)
    }
    return [...new Set(found)]
  })
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const { name, permissionSets } = Vendor.parse(demoVendor)
/** What the vendor's config says is in the languages that the vendor writes. */
const ofVendor = new Set([
  name,
  ...permissionSets.flatMap(({ title, why, parameters }) =>
    [title, why, ...parameters.map((parameter) => parameter.title)].map(({ en }) => en),
  ),
])

/** Texts of a picture that stand out of it, or over another text. */
async function misplacedInPicture(page: Page): Promise<string[]> {
  return page.locator('.two-accounts').evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const { left, right, top, bottom } = picture.getBoundingClientRect()
      const boxOf = (text: Node) => {
        const range = document.createRange()
        range.selectNodeContents(text)
        return range.getBoundingClientRect()
      }
      const holders = [...picture.querySelectorAll('.two-accounts-title, .two-accounts-id, span')]
      const texts = holders.map((text) => ({ text: text.textContent, box: boxOf(text) }))
      const drawn = texts.filter(({ box }) => box.width > 0)
      const isOut = (box: DOMRect) => box.left < left || box.right > right || box.top < top || box.bottom > bottom
      // The boxes of two lines touch; their letters do not.
      const isOver = (one: DOMRect, other: DOMRect) =>
        one.left < other.right && other.left < one.right && one.top + 3 < other.bottom && other.top + 3 < one.bottom
      const misplaced = drawn.filter(({ box }, index) => isOut(box) || drawn.slice(0, index).some((other) => isOver(box, other.box)))
      return drawn.length === 0 ? ['no text'] : misplaced.map(({ text }) => text)
    }),
  )
}

async function expectTranslated(page: Page): Promise<void> {
  expect((await hardCoded(page)).filter((text) => !ofVendor.has(text))).toEqual([])
  for (const width of [1240, 375, 320]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await misplacedInPicture(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1240, height: 900 })
}

test('the screens hard-code no text, and longer words fit every width', async ({ page }) => {
  await page.goto('/?locale=en-XA')
  await page.getByLabel('ÀŴŠ àççöûñţ ÎĐ').fill(ordinaryAccount())
  await expect(page.locator('.plain-words').first()).toContainText('⟦')
  await expectTranslated(page)
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.locator('#continue').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Çŕéàţé ţĥé ŕöĺé')
  await expect(page.locator('.timeline')).toBeVisible()
  await expectTranslated(page)
  await page.goto(page.url().replace(/#.*role.*/, '#/receipt'))
  await expectTranslated(page)
})

test('the demo hard-codes no text except what AWS says', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/?demo&locale=en-XA&presenter&tour&scenario=stack-rolled-back&step=created&pace=instant')
  await expect(page.locator('.presenter-bar')).toContainText('⟦')
  await expect(page.locator('.demo-panel .aws-words').first()).toHaveAttribute('lang', 'en')
  const options = await page.locator(':is(.presenter-bar, .demo-role-changes) option').allTextContents()
  expect(options.filter((text) => text !== '…' && !text.startsWith('⟦'))).toEqual([])
  expect(options.length).toBeGreaterThan(demoScenarios.length)
  await expectTranslated(page)
  await page.goto(`/?locale=en-XA${simulatedConsoleHash({ accountId: null, link: null })}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('⟦')
  await expectTranslated(page)
})

test('a German browser gets German with one more request, and typed text survives a language change', {
  tag: '@firefox-thorough',
}, async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'de-AT' })).newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Ein AWS-Konto mit Pixelworks verbinden' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page).toHaveTitle(/Ein AWS-Konto mit Pixelworks verbinden/)
  await expect(page.getByRole('heading', { name: 'Ausgangsbilder lesen' })).toBeVisible()
  await page.getByLabel('AWS-Konto-ID').fill('1234')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await expect(page.locator('.error-summary')).toContainText('Eine AWS-Konto-ID hat genau 12 Ziffern.')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('.error-summary')).toContainText('Account IDs have exactly 12 digits.')
  await expect(page.getByRole('link', { name: 'English' })).toBeFocused()
  await expect(page.getByLabel('AWS account ID')).toHaveValue('1234')
  await expect(page).toHaveURL(/locale=en/)
  await page.reload()
  await expect(page.getByLabel('AWS account ID')).toHaveValue('1234')
  await page.context().close()
})

test('a language opens in a new tab on Ctrl-click', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/')
  const other = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Deutsch' }).click({ modifiers: ['ControlOrMeta'] })
  await expect((await other).getByRole('heading', { level: 1, name: 'Ein AWS-Konto mit Pixelworks verbinden' })).toBeVisible()
  await (await other).close()
  await expect(page.getByRole('heading', { level: 1, name: 'Connect an AWS account to Pixelworks' })).toBeVisible()
})

test('the role screen and its artifacts are in German', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/?locale=de')
  await page.getByLabel('AWS-Konto-ID').fill(ordinaryAccount())
  await page.locator('textarea').first().fill('acme-uploads')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await expect(page.getByRole('heading', { name: 'Noch nicht gestartet' })).toBeVisible()
  await page.getByRole('button', { name: 'Link kopieren' }).click()
  await expect(page.getByRole('heading', { name: 'Warten auf Ihren Stack' })).toBeVisible()
  await expect(page.getByText('Sicherheitsprüfungen').first()).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Berechtigungsrichtlinie' })).toBeVisible()
  await expect(page.getByText('Erforderlich: CAPABILITY_NAMED_IAM.')).toBeVisible()
})
