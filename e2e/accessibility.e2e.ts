import { expect, type Page } from '@playwright/test'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { createRole, openConsole, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

for (const setting of settings) {
  test(`every screen passes axe and fits its width: ${setting.title}`, inEachRunIf(setting === settings[0]), async ({ page }) => {
    test.setTimeout(90_000)
    await setUp(page, setting)
    const check = async (screen: Page) => {
      expect(await findings(screen)).toEqual([])
      expect(await scrollsSideways(screen)).toBe(false)
    }
    await openWizard(page)
    await check(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { name: 'Check these fields' })).toBeVisible()
    await check(page)
    await reachRoleScreen(page, { accountId: ordinaryAccount() })
    await check(page)
    const console = await openConsole(page)
    await setUp(console, setting)
    await check(console)
    await console.close()
    await createRole(page)
    await expect(page.getByRole('heading', { name: /^Connected to AWS account/ })).toBeVisible()
    await check(page)
  })
}

test('the editor passes axe, is left with Tab, and switches to plain text', async ({ page }) => {
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
  await expect(editor).toHaveAccessibleName(/Tab leaves the editor\./)
  await expect(page.getByRole('dialog')).toContainText('to let Tab indent')
  await page.getByRole('button', { name: 'Use plain text' }).click()
  await expect(page.getByRole('dialog').getByRole('region', { name: 'CloudFormation template' })).toContainText('AWSTemplateFormatVersion')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Open in editor' })).toBeFocused()
})
