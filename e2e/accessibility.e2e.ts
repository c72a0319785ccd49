import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { explanations } from '#core/verify/explanations.ts'
import { scenarioAccounts } from '#simulator/accounts.ts'
import { createRole, openConsole, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

const settings = [
  { title: 'wide and light', width: 1240, colorScheme: 'light', scenario: 'if-exists' },
  { title: 'wide and dark', width: 1240, colorScheme: 'dark', scenario: 'permissions-edited' },
  { title: 'narrow and light', width: 375, colorScheme: 'light', scenario: 'external-id-differs' },
  { title: 'narrow and dark', width: 320, colorScheme: 'dark', scenario: 'vendor-credentials-expired' },
] as const

/** Each look shows a failure of another kind, in a partition where no other test makes a role in that account. */
const region = 'cn-north-1'

for (const { title, width, colorScheme, scenario } of settings) {
  test(`every screen passes axe and keeps to its width: ${title}`, async ({ page }) => {
    test.setTimeout(90_000)
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const check = async (screen: Page) => {
      expect(await findings(screen)).toEqual([])
      expect(await scrollsSideways(screen)).toBe(false)
    }
    await openWizard(page)
    await check(page)
    await page.getByRole('button', { name: 'Continue to create the role' }).click()
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await check(page)
    await reachRoleScreen(page, { accountId: ordinaryAccount() })
    await check(page)
    const console = await openConsole(page)
    await console.setViewportSize({ width, height: 800 })
    await console.emulateMedia({ colorScheme })
    await check(console)
    await console.close()
    await createRole(page)
    await expect(page.getByRole('heading', { name: /is connected/ })).toBeVisible()
    await check(page)
  })

  test(`a failure passes axe and keeps to its width: ${title}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const failing = scenarioAccounts.find(({ id }) => id === scenario)
    if (failing === undefined || failing.expects === 'verified') throw new Error(`${scenario} does not fail`)
    await reachRoleScreen(page, { accountId: failing.accountId, region })
    await createRole(page)
    await expect(page.getByRole('heading', { name: explanations[failing.expects].title })).toBeVisible()
    expect(await findings(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })
}

test('the editor passes axe, one press of Tab leaves it, and it has a twin of plain text', async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('button', { name: 'Open in editor' }).click()
  const editor = page.getByRole('dialog').getByRole('textbox')
  await expect(editor).toBeAttached({ timeout: 20_000 })
  expect(await findings(page)).toEqual([])
  await editor.focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(editor).not.toBeFocused()
  await expect(page.getByRole('dialog')).toContainText('Tab leaves the editor.')
  await page.getByRole('button', { name: 'Show as plain text' }).click()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'CloudFormation template' })).toContainText('AWSTemplateFormatVersion')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Open in editor' })).toBeFocused()
})
