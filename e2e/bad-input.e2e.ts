import { expect } from '@playwright/test'
import { refusalMessages } from '#core/connection/refusals.ts'
import { openWizard, ordinaryAccount, reachRoleScreen, typeAccount } from './journey.ts'
import { test } from './test.ts'

test('Continue with nothing typed names each field, moves the focus there, and forgets nothing', async ({ page }) => {
  await openWizard(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.getByRole('region', { name: 'Check these fields' })
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('AWS account ID')).toHaveAccessibleDescription(
    new RegExp(refusalMessages.in('en').codes['account-id-empty']),
  )
  await summary.getByRole('link', { name: refusalMessages.in('en').codes['account-id-empty'] }).click()
  await expect(page.getByLabel('AWS account ID')).toBeFocused()
  await page.keyboard.type(ordinaryAccount())
  await expect(page.getByText(refusalMessages.in('en').codes['account-id-empty'])).toHaveCount(0)
})

const refusedIds = [
  ['short', 'external-id-too-short'],
  ['has a space in the middle', 'external-id-characters'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'external-id-repeated'],
  ['pixelworks-x7qm2-9v', 'external-id-contains-name'],
  ['my-company-external-id', 'external-id-made-of-words'],
] as const

for (const [externalId, code] of refusedIds) {
  test(`the external ID "${externalId}" is rejected next to the field, with the reason`, async ({ page }) => {
    const accountId = ordinaryAccount()
    await openWizard(page)
    await typeAccount(page, { accountId, externalId })
    await page.getByRole('button', { name: 'Continue' }).click()
    const field = page.getByLabel('External ID', { exact: true })
    await expect(field).toHaveAccessibleDescription(
      new RegExp(
        refusalMessages
          .in('en')
          .codes[code].slice(0, 30)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      ),
    )
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveValue(externalId)
    await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
    await page.getByRole('button', { name: 'Regenerate external ID' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
  })
}

test('an external ID used by another account is rejected, and one click generates a new one', async ({ page, context }) => {
  const externalId = `shared-${crypto.randomUUID()}`
  await reachRoleScreen(page, { accountId: ordinaryAccount(), externalId })
  const other = await context.newPage()
  await openWizard(other)
  await typeAccount(other, { accountId: ordinaryAccount(), externalId, buckets: 'kept-bucket' })
  await other.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByLabel('External ID', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(other.getByLabel('Buckets')).toHaveValue('kept-bucket')
  await other.getByRole('button', { name: 'Regenerate external ID' }).click()
  await other.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
})

const pasted = [
  ['4444-5555-6666', '4444 5555 6666'],
  ['  444455556666\u200b ', '4444 5555 6666'],
  ['arn:aws:iam::444455556666:role/admin/Deploy', 'from the role ARN'],
  ['arn:aws:iam::444455556666:user/alice', 'from the user ARN'],
  ['https://444455556666.signin.aws.amazon.com/console', 'from the URL'],
] as const

for (const [text, note] of pasted) {
  test(`the account is read from ${JSON.stringify(text)}`, async ({ page }) => {
    await openWizard(page)
    await page.getByLabel('AWS account ID').fill(text)
    await expect(page.getByLabel('AWS account ID')).toHaveAccessibleDescription(new RegExp(note))
    await expect(page.getByLabel('AWS account ID')).toHaveAccessibleDescription(/4444 5555 6666/)
  })
}

const refusedAccounts = [
  ['44445555666', 'account-id-length'],
  ['acme-production', 'account-id-characters'],
  ['https://acme.signin.aws.amazon.com/console', 'account-id-alias'],
  ['111122223333', 'account-id-is-vendor'],
  ['arn:aws-cn:iam::444455556666:role/x', 'account-id-partition'],
] as const

for (const [text, code] of refusedAccounts) {
  test(`the account ID ${JSON.stringify(text)} is rejected with its own reason`, async ({ page }) => {
    await openWizard(page)
    await typeAccount(page, { accountId: text })
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByLabel('AWS account ID')).toHaveAccessibleDescription(
      new RegExp(
        refusalMessages
          .in('en')
          .codes[code].slice(0, 25)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      ),
    )
  })
}

test('a link to someone else’s connection opens the first screen and says why', async ({ page }) => {
  await page.goto('/#/connections/00000000-0000-4000-8000-000000000000/connected')
  await expect(page.getByRole('heading', { level: 1, name: /^Connect an AWS account to/ })).toBeVisible()
  await expect(page.getByText('We couldn’t open that connection')).toBeVisible()
})

test('choosing Continue twice creates one connection', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/connections')) requests.push(request.url())
  })
  await openWizard(page)
  await typeAccount(page, { accountId: ordinaryAccount() })
  await page.getByRole('button', { name: 'Continue' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
  expect(requests).toHaveLength(1)
})
