import { expect } from '@playwright/test'
import { continueToRole, createStackFromFile, openWizard, ordinaryAccount, typeAccount } from './journey.ts'
import { test } from './test.ts'

test('an uploaded template gives the role the path, boundary, tags and session duration that a company requires', async ({ page }) => {
  const accountId = ordinaryAccount()
  const boundary = `arn:aws:iam::${accountId}:policy/company/Boundary`
  await openWizard(page)
  await typeAccount(page, { accountId })
  await page.getByText('Advanced settings (path, boundary, tags)').click()
  await page.getByLabel('Role path').fill('/company/connectors/')
  await page.getByLabel('Permissions boundary').fill(boundary)
  await page.getByLabel('Tags').fill('Cost Center=42/Ü\nTeam=Platform')
  await page.getByLabel('Maximum session duration').selectOption('1 hour')
  const preview = page.getByRole('complementary', { name: 'Role preview' })
  await preview.getByText('Role', { exact: true }).click()
  for (const text of [`arn:aws:iam::${accountId}:role/company/connectors/PixelworksAccess`, boundary, 'Cost Center=42/Ü', '3600 seconds'])
    await expect(preview.getByText(text)).toBeVisible()

  await continueToRole(page, accountId)
  const launch = page.getByRole('region', { name: 'Create the role', exact: true })
  await expect(launch).toContainText('you added tags')
  const { console, filename } = await createStackFromFile(page)
  expect(filename).toBe('PixelworksAccess.yaml')
  await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
  await expect(console.getByText(`arn:aws:iam::${accountId}:role/company/connectors/PixelworksAccess`).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
})

test('values AWS would reject show an error next to the opened field and keep what was typed', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await typeAccount(page, { accountId: ordinaryAccount() })
  const summary = page.getByText('Advanced settings (path, boundary, tags)')
  await summary.click()
  await page.getByLabel('Role path').fill('company')
  await page.getByLabel('Tags').fill('Team=Platform\naws:owner=x')
  await summary.click()
  await expect(page.getByLabel('Role path')).toBeHidden()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Role path')).toHaveAccessibleDescription(/[Ss]tart(s)? and end(s)? .*\//)
  await expect(page.getByLabel('Tags')).toHaveAccessibleDescription(/aws:owner=x: Keys that start with aws: are reserved/)
  await page.reload()
  await expect(page.getByLabel('Role path')).toHaveValue('company')
  await expect(page.getByLabel('Tags')).toHaveValue('Team=Platform\naws:owner=x')
})
