import { expect, type Locator, type Page } from '@playwright/test'
import { diagnosisTexts } from '#core/verify/verdict.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { copyLaunchLink, createRole, openWizard, ordinaryAccount, reachRoleScreen, typeAccount } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

/** Words a reader has before them: text, hints and the values of fields, without code, closed parts and the header, which is there on each screen. */
const visibleWords = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      const isShown = parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true
      if (isShown && parent.closest('pre, code, select, .visually-hidden') === null) texts.push(node.textContent ?? '')
    }
    return texts.join(' ').match(/\p{L}[\p{L}\p{N}’'-]*/gu)?.length ?? 0
  })

test('the three screens of the default path say what they have to in 530 words', async ({ page }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  const account = await visibleWords(page)
  await typeAccount(page, { accountId })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Not started' })).toBeVisible()
  const role = await visibleWords(page)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  const connected = await visibleWords(page)
  for (const words of [account, role, connected]) expect(words).toBeGreaterThan(60)
  expect(account + role + connected).toBeLessThanOrEqual(530)
})

/** Collects what moves from now on, also right after a click, with the element that moved. */
async function watchMovements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moved: Element[] = []
    Reflect.set(window, 'moved', moved)
    const isElement = (node: unknown) => node instanceof Element
    new PerformanceObserver((list) => {
      const sources = list.getEntries().flatMap((entry): readonly { node: unknown }[] => Reflect.get(entry, 'sources') ?? [])
      moved.push(...sources.map(({ node }) => node).filter(isElement))
    }).observe({ type: 'layout-shift' })
  })
}

const movedWith = (target: Locator): Promise<readonly string[]> =>
  target.evaluate((element) => {
    const moved: readonly Element[] = Reflect.get(window, 'moved')
    return moved.filter((each) => each.contains(element) || element.contains(each)).map((each) => each.outerHTML.slice(0, 80))
  })

async function untilChecks(page: Page, count: number): Promise<void> {
  for (let seen = 0; seen < count; seen += 1)
    await page.waitForResponse((response) => response.url().endsWith('/verify'), { timeout: 40_000 })
}

for (const width of [1440, 375]) {
  test(`between checks nothing moves under the pointer, ${width} px`, inEachRunIf(width === 375), async ({ page }) => {
    await page.setViewportSize({ width, height: 812 })
    await reachRoleScreen(page, { accountId: ordinaryAccount() })
    await copyLaunchLink(page)
    const pointed = page.getByRole('button', { name: 'Copy link' })
    await pointed.hover()
    await expect(page.getByText(/Next check in/)).toBeVisible()
    await watchMovements(page)
    await untilChecks(page, 3)
    expect(await movedWith(pointed)).toEqual([])
  })
}

test('between checks of a failure nothing moves under the pointer', { tag: '@thorough' }, async ({ page }) => {
  const open = scenarioAccounts.find(({ id }) => id === 'second-open-statement')
  // A stack can be created once: other tests use this account in other partitions.
  await reachRoleScreen(page, { accountId: open?.accountId ?? '', region: 'cn-north-1' })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: diagnosisTexts('external-id-not-required').title })).toBeVisible()
  const fix = page.getByRole('button', { name: 'Copy corrected policy' })
  await fix.hover()
  await watchMovements(page)
  await untilChecks(page, 2)
  expect(await movedWith(fix)).toEqual([])
  // The proof that a movement is seen.
  await fix.evaluate((element) => {
    element.before(Object.assign(document.createElement('p'), { textContent: 'One more line' }))
  })
  await expect.poll(() => movedWith(fix)).not.toEqual([])
})
