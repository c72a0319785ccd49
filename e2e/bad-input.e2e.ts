import { expect } from '@playwright/test'
import { refusalMessages } from '#core/connection/refusals.ts'
import { openWizard, ordinaryAccount, reachRoleScreen, typeAccount } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

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

const startOf = (code: keyof ReturnType<typeof refusalMessages.in>['codes'], length: number) =>
  new RegExp(
    refusalMessages
      .in('en')
      .codes[code].slice(0, length)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )

const refusedIds = [
  ['short', 'external-id-too-short'],
  ['has a space in the middle', 'external-id-characters'],
  ['aaaaaaaaaaaaaaaaaaaaaa', 'external-id-repeated'],
  ['pixelworks-x7qm2-9v', 'external-id-contains-name'],
  ['my-company-external-id', 'external-id-made-of-words'],
] as const

test('an external ID that can be guessed is rejected next to the field, with the reason, and one click generates a better one', {
  tag: '@thorough',
}, async ({ page }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  for (const [externalId, code] of refusedIds) {
    await test.step(externalId, async () => {
      await typeAccount(page, { accountId, externalId })
      await page.getByRole('button', { name: 'Continue' }).click()
      const field = page.getByLabel('External ID', { exact: true })
      await expect(field).toHaveAccessibleDescription(startOf(code, 30))
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveValue(externalId)
      await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
    })
  }
  await page.getByRole('button', { name: 'Regenerate external ID' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
})

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
  ['Account ID: 4444-5555-6666', 'from your text'],
  ['acme (4444-5555-6666)', 'from your text'],
] as const

test('the account ID is read from pasted text, and the page says from where', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  const field = page.getByLabel('AWS account ID')
  for (const [text, note] of pasted) {
    await test.step(text, async () => {
      await field.fill('')
      await field.fill(text)
      await expect(field).toHaveAccessibleDescription(new RegExp(note))
      await expect(field).toHaveAccessibleDescription(/4444 5555 6666/)
    })
  }
})

const refusedAccounts = [
  ['44445555666', 'account-id-length'],
  ['acme-production', 'account-id-characters'],
  ['https://acme.signin.aws.amazon.com/console', 'account-id-alias'],
  ['111122223333', 'account-id-is-vendor'],
  ['444455556666 and 777788889999', 'account-id-several'],
] as const

test('each text that is no account ID is rejected with its own reason', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  for (const [text, code] of refusedAccounts) {
    await test.step(text, async () => {
      await typeAccount(page, { accountId: text })
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByLabel('AWS account ID')).toHaveAccessibleDescription(startOf(code, 25))
    })
  }
})

const partitions = [
  ['arn:aws-us-gov:iam::444455556666:role/x', 'us-gov-west-1', 'AWS GovCloud (US)'],
  ['arn:aws-cn:iam::444455556666:role/x', 'cn-north-1', 'AWS in China'],
] as const

for (const [arn, region, partition] of partitions) {
  test(`the ARN ${arn} changes the Region and says so`, inEachRunIf(region === 'cn-north-1'), async ({ page }) => {
    await openWizard(page)
    const field = page.getByLabel('AWS account ID')
    await field.fill(arn)
    await expect(field).toHaveAccessibleDescription(
      new RegExp(`This is in ${partition.replace(/[()]/g, '.')}, so we changed the Region to ${region}`),
    )
    await expect(page.locator('.setting').filter({ hasText: 'CloudFormation Region' })).toContainText(region)
    await page.getByLabel('Buckets').fill('acme-uploads')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
  })
}

test('two account IDs in one paste are named, and the list takes them over', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await page.getByLabel('AWS account ID').fill('acme 4444-5555-6666, scans 7777-8888-9999')
  await expect(page.getByText('2 accounts: 4444 5555 6666, 7777 8888 9999.')).toBeVisible()
  await page.getByRole('link', { name: 'Connect all of them' }).click()
  await expect(page.getByRole('textbox').first()).toHaveValue('444455556666\n777788889999')
})

test('a value is checked when its field is left, and a corrected one loses its error at once', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  const accountId = page.getByLabel('AWS account ID')
  await page.waitForLoadState('networkidle')
  const message = refusalMessages.in('en').codes['account-id-length']
  await accountId.pressSequentially('44445555666')
  await expect(page.getByText(message)).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(accountId).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(message)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Check these fields' })).toHaveCount(0)
  await expect(page).not.toHaveTitle(/^Error/)
  await accountId.press('End')
  await accountId.pressSequentially('6')
  await expect(page.getByText(message)).toBeHidden()
  await accountId.press('Backspace')
  await accountId.press('Tab')
  await expect(page.getByText(message)).toBeVisible()
})

test('an empty field that is passed by Tab is not called wrong', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('AWS account ID').focus()
  for (const _ of [1, 2, 3]) await page.keyboard.press('Tab')
  await page.waitForTimeout(300)
  await expect(page.locator('[aria-invalid]')).toHaveCount(0)
})

test('Continue works in the click that leaves a wrong field', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByLabel('AWS account ID').fill('4444')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('region', { name: 'Check these fields' })).toBeFocused()
})

const addresses = ['https://acme-uploads.s3.amazonaws.com/', 's3://acme-uploads/x', 'arn:aws:s3:::acme-uploads/*']

test('the bucket name is read from its URL', { tag: '@thorough' }, async ({ page }) => {
  await openWizard(page)
  await page.getByLabel('AWS account ID').fill('444455556666')
  for (const [index, address] of addresses.entries()) {
    await test.step(address, async () => {
      const bucket = `acme-uploads-${index}`
      await page.getByLabel('Buckets').fill(address.replace('acme-uploads', bucket))
      await expect(page.getByRole('complementary', { name: 'Role preview' })).toContainText(`List objects in ${bucket}`)
    })
  }
})

test('a link to someone else’s connection opens the first screen and says why', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/connections/00000000-0000-4000-8000-000000000000/connected')
  await expect(page.getByRole('heading', { level: 1, name: /^Connect an AWS account to/ })).toBeVisible()
  await expect(page.getByText('We couldn’t open that connection')).toBeVisible()
})

test('choosing Continue twice creates one connection', { tag: '@thorough' }, async ({ page }) => {
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
