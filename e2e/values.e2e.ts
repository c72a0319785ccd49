import { expect, type Page } from '@playwright/test'
import { refusalMessages } from '#core/connection/refusals.ts'
import { findings, scrollsSideways } from './appearance.ts'
import { continueToRole, openWizard, ordinaryAccount } from './journey.ts'
import { test } from './test.ts'

const field = (page: Page) => page.getByLabel('Buckets')
const entered = (page: Page) => page.locator('.value')
const preview = (page: Page) => page.getByRole('complementary', { name: 'Role preview' })

async function openFields(page: Page): Promise<void> {
  await openWizard(page)
  await page.waitForLoadState('networkidle')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+V')
}

test('several values are entered, removed, and kept by the keyboard alone', async ({ page }) => {
  await openFields(page)
  const accountId = ordinaryAccount()
  await page.getByLabel('AWS account ID').fill(accountId)
  await field(page).focus()
  await page.keyboard.type('acme-uploads')
  await expect(entered(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(entered(page)).toHaveText(['acme-uploads'])
  await page.keyboard.type('acme-scans,acme-archive')
  await expect(entered(page)).toHaveText(['acme-uploads', 'acme-scans'])
  await expect(field(page)).toHaveValue('acme-archive')
  await page.keyboard.press('Tab')
  await expect(entered(page)).toHaveText(['acme-uploads', 'acme-scans', 'acme-archive'])
  await field(page).focus()
  await page.keyboard.press('Backspace')
  await expect(entered(page)).toHaveText(['acme-uploads', 'acme-scans'])
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Remove acme-scans' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await expect(entered(page)).toHaveText(['acme-uploads'])
  await page.keyboard.type('acme-last')
  await page.reload()
  await expect(entered(page)).toHaveText(['acme-uploads'])
  await expect(field(page)).toHaveValue('acme-last')
  await expect(preview(page)).toContainText('acme-last')
  expect(await findings(page)).toEqual([])
  await continueToRole(page, accountId)
  await page.goBack()
  await expect(entered(page)).toHaveText(['acme-uploads'])
  await expect(field(page)).toHaveValue('acme-last')
})

test('a pasted list becomes values, each without what was around it', { tag: '@thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openFields(page)
  await field(page).focus()
  await paste(page, 's3://acme-uploads/x\nhttps://acme-scans.s3.amazonaws.com/\narn:aws:s3:::acme-archive/*')
  await expect(entered(page)).toHaveText(['acme-uploads', 'acme-scans', 'acme-archive'])
  await expect(field(page)).toBeFocused()
})

test('a single value stays a text field, and says what was removed from it', { tag: '@thorough' }, async ({ page }) => {
  await openFields(page)
  await field(page).fill('https://acme-uploads.s3.amazonaws.com/')
  await expect(field(page)).toHaveAccessibleDescription(/acme-uploads · from the URL/)
  await field(page).fill('acme-scans')
  await field(page).blur()
  await expect(field(page)).toHaveValue('acme-scans')
  await expect(entered(page)).toHaveCount(0)
})

test('each wrong value is marked and named, and its removal is enough', { tag: '@thorough' }, async ({ page }) => {
  await openFields(page)
  await page.getByLabel('AWS account ID').fill(ordinaryAccount())
  await field(page).focus()
  await page.keyboard.type('acme-uploads,Acme_Scans,')
  await expect(page.getByText(`Acme_Scans: ${refusalMessages.in('en').codes['parameter-s3-bucket']}`)).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(entered(page).nth(1)).toContainText('Not valid:')
  await expect(entered(page).nth(0)).not.toContainText('Not valid:')
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Remove Acme_Scans' }).click()
  await expect(field(page)).not.toHaveAttribute('aria-invalid', 'true')
  await expect(entered(page)).toHaveText(['acme-uploads'])
})

test('an ARN of a bucket in GovCloud changes the Region and says so', { tag: '@thorough' }, async ({ page }) => {
  await openFields(page)
  await field(page).fill('arn:aws-us-gov:s3:::acme-uploads')
  await expect(field(page)).toHaveAccessibleDescription(/we changed the Region to us-gov-west-1/)
})

test('values stay readable in forced colors, from right to left, and at 320 px', { tag: '@thorough' }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/?locale=ar-XB')
  await page.waitForLoadState('networkidle')
  await field(page).focus()
  await page.keyboard.type('acme-uploads,acme-a-rather-long-name-of-a-bucket-for-archives,Bad_One,')
  await expect(entered(page)).toHaveCount(3)
  await expect(entered(page).first()).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)')
  await expect(entered(page).last()).toHaveCSS('border-top-width', '3px')
  await expect(entered(page).first().locator('[translate="no"]')).toHaveCSS('direction', 'ltr')
  expect(await scrollsSideways(page)).toBe(false)
})
