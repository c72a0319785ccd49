import { expect, type Locator, type Page } from '@playwright/test'
import { openWizard, ordinaryAccount } from './journey.ts'
import { test } from './test.ts'

/** Under what sticks to the edge of the window, or out of sight. https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum */
const isFocusHidden = () => {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return false
  const { left, top, width, height } = focused.getBoundingClientRect()
  const [x, y] = [Math.max(left, 0) + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2]
  const seen = document.elementFromPoint(x, y)
  return seen === null || !(focused.contains(seen) || seen.contains(focused))
}

/** Presses Tab until the control has the focus, like a user without a pointer. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await page.evaluate(isFocusHidden)).toBe(false)
  }
  await expect(control).toBeFocused()
}

test('the whole path works with the keyboard alone', { tag: '@firefox' }, async ({ page }) => {
  await openWizard(page)
  await tabTo(page, page.getByLabel('AWS account ID'))
  await page.keyboard.type(ordinaryAccount())
  await tabTo(page, page.getByLabel('Buckets'))
  await page.keyboard.type('acme-uploads')
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeFocused()
  await expect(page).toHaveTitle(/Create the role in AWS account/)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)

  await tabTo(page, page.getByRole('tab', { name: 'CloudFormation', exact: true }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'AWS CLI' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'AWS CLI' })).toContainText('aws iam create-role')

  const launched = page.waitForEvent('popup')
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Shift+Tab')
    const isLaunch = await page.getByRole('link', { name: /^Launch stack/ }).evaluate((element) => element === document.activeElement)
    if (isLaunch) break
  }
  await page.keyboard.press('Enter')
  const console = await launched
  const box = console.getByRole('checkbox', { name: /I acknowledge/ })
  await expect(box).toBeVisible()
  await tabTo(console, box)
  await console.keyboard.press('Space')
  await tabTo(console, console.getByRole('button', { name: 'Create stack' }))
  await console.keyboard.press('Enter')
  await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
  await console.close()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeFocused()
})
