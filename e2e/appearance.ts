import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Violations that axe finds of WCAG A and AA and best practice, each with its place on the page. A part that another test covers can be
 * left out. Passes are not collected, and a page without frames is examined directly: the same findings, several times as fast.
 */
export async function findings(page: Page, leftOut?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1)
  const { violations } = await (leftOut === undefined ? axe : axe.exclude(leftOut)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

export const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

type Setting = { readonly title: string; readonly width: number; readonly colorScheme: 'light' | 'dark' }

/** Both themes in wide and narrow windows; 320 px is 1280 px at 400 %. https://www.w3.org/TR/WCAG22/#reflow */
export const settings: readonly Setting[] = [
  { title: 'wide and light', width: 1240, colorScheme: 'light' },
  { title: 'wide and dark', width: 1240, colorScheme: 'dark' },
  { title: 'narrow and light', width: 375, colorScheme: 'light' },
  { title: 'narrow and dark', width: 320, colorScheme: 'dark' },
]

export async function setUp(page: Page, { width, colorScheme }: Setting): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme })
}
