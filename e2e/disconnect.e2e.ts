import { expect, type Page } from '@playwright/test'
import { findings, scrollsSideways } from './appearance.ts'
import { createRole, deleteRoleInConsole, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

async function connected(page: Page): Promise<string> {
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
  return accountId
}

async function disconnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Disconnecting AWS account/ })).toBeVisible()
}

test('a customer disconnects: the page says how to delete the role, and is dated once AWS denies it', { tag: '@firefox-thorough' }, async ({
  page,
}) => {
  await connected(page)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  const dialog = page.getByRole('dialog', { name: /^Disconnect AWS account/ })
  await expect(dialog).toContainText('You delete the role PixelworksAccess in AWS.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Disconnect' })).toBeFocused()
  await disconnect(page)
  const progress = page.getByRole('navigation', { name: 'Progress' })
  await expect(progress).toContainText('Disconnecting')
  await expect(page.getByRole('region', { name: 'The role can still be assumed' })).toContainText('isn’t confirmed yet')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The role can still be assumed' })).toBeVisible()

  await deleteRoleInConsole(page)
  await page.getByRole('button', { name: 'Check now' }).click()
  const record = page.getByRole('region', { name: /^Disconnected on .*\d{4}.*: the role can no longer be assumed/ })
  await expect(record).toBeVisible({ timeout: 30_000 })
  await expect(progress).toContainText('Disconnected')
  await expect(page).toHaveTitle(/^Disconnected/)
  await page.reload()
  await expect(record).toBeVisible()
  await page.getByRole('link', { name: 'Connect an AWS account' }).click()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
})

test('the page has the removal commands for each way to create the role', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await disconnect(page)
  for (const [method, words] of [
    ['CloudFormation', 'delete-stack'],
    ['AWS CLI', 'aws iam delete-role'],
    ['Terraform', 'terraform destroy'],
    ['CDK', 'cdk destroy'],
    ['Pulumi', 'pulumi destroy'],
    ['PowerShell', 'delete-role'],
    ['Console', 'Delete the role PixelworksAccess in the IAM console'],
  ] as const) {
    await page.getByRole('tab', { name: method, exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: method, exact: true })).toContainText(words)
  }
})

test('lists say that a connection is being disconnected, and its checks hold up no other', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await disconnect(page)
  await page.goto('/#/accounts')
  await page.reload()
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: 'Disconnecting' })).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 account · 0 connected')
  await expect(page.getByRole('button', { name: /^Check .* now$/ })).toHaveCount(0)
  await page.goto('/#/')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Your connection' })).toContainText('Disconnecting')
  await page.getByRole('link', { name: /^Continue with/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Disconnecting AWS account/ })).toBeVisible()
})

test('the page of a removal passes axe in German on a phone', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await disconnect(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(page.url().replace('/#', '/?locale=de#'))
  await expect(page.getByRole('heading', { level: 1, name: /^AWS-Konto .* wird getrennt$/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Die Rolle lässt sich noch annehmen' })).toBeVisible()
  expect([await findings(page), await scrollsSideways(page)]).toEqual([[], false])
})

test('a connection that is kept is verified again', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await disconnect(page)
  await page.getByRole('button', { name: 'Keep connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
})
