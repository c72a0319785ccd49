import { expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type EmbeddedWizard, launchTokenFor, startWizard } from './embedding-host.ts'
import { createRole, externalIdField, ordinaryAccount, regionField } from './journey.ts'
import { test } from './test.ts'

// One server with launch keys for all of the file.
test.describe.configure({ mode: 'default' })

let wizard: EmbeddedWizard

test.beforeAll(async () => {
  wizard = await startWizard([], { anonymous: 'denied', returnOrigins: ['https://app.example.com'] })
})

test.afterAll(() => wizard.stop())

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const banner = (page: Page) => page.getByRole('banner')

async function open(page: Page, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const token = await launchTokenFor(wizard, change)
  // By way of another page, since a change of the fragment alone loads nothing.
  await page.goto('about:blank')
  await page.goto(`${wizard.origin}/#launch-token=${token}`)
  return token
}

async function continueToRole(page: Page, accountId: string): Promise<void> {
  await page.getByLabel('AWS account ID').fill(accountId)
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText(`Create the role in AWS account ${accountIdInGroups(accountId)}`)
}

test('a visit without a token says so, and public pages stay open', async ({ page }) => {
  await page.goto(wizard.origin)
  await expect(heading(page)).toHaveText('Open this page from Pixelworks')
  await expect(page.getByText('sign in to Pixelworks and open this page from there')).toBeVisible()
  await expect(page.getByLabel('AWS account ID')).toHaveCount(0)
  await page.goto(`${wizard.origin}/#/accounts`)
  await expect(heading(page)).toHaveText('Open this page from Pixelworks')
  for (const hash of ['#/receipt', '#/explained', '#/handoff/unknown-token']) {
    await page.goto('about:blank')
    await page.goto(`${wizard.origin}/${hash}`)
    await expect(heading(page)).toBeVisible()
    await expect(heading(page)).not.toHaveText('Open this page from Pixelworks')
  }
  await page.goto(`${wizard.origin}/?demo`)
  await expect(page.getByLabel('AWS account ID')).toBeVisible()
})

test('every step names the tenant, a reload continues, and the last step links back', async ({ page }) => {
  const accountId = ordinaryAccount()
  await open(page, { returnUrl: 'https://app.example.com/settings' })
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  await page.reload()
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  await continueToRole(page, accountId)
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  await createRole(page)
  await expect(heading(page)).toContainText('Connected to AWS account')
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Continue to Pixelworks' })).toHaveAttribute('href', 'https://app.example.com/settings')
  await page.goto(`${wizard.origin}/#/accounts`)
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
})

test('a reused token continues in its tab and is rejected in another browser', { tag: '@thorough' }, async ({ page, browser }) => {
  const token = await open(page)
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${wizard.origin}/#launch-token=${token}`)
  await expect(banner(page).getByText('Connecting for Acme Inc.')).toBeVisible()
  expect(page.url()).not.toContain('launch-token')
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(`${wizard.origin}/#launch-token=${token}`)
  await expect(heading(other)).toHaveText('Open this page from Pixelworks')
  await expect(other.getByText('was already used')).toBeVisible()
  await context.close()
})

test('token values fill the form, typed text stays, and a wrong value is rejected like a typed one', { tag: '@thorough' }, async ({
  page,
}) => {
  await open(page, {
    sub: 'prefilled',
    prefill: {
      accountId: '12',
      region: 'eu-central-1',
      externalId: 'chosen-by-us',
      permissions: { readSourceImages: { sourceBuckets: ['a-bucket', 'b-bucket'] } },
    },
  })
  await expect(page.getByLabel('AWS account ID')).toHaveValue('12')
  await expect(await regionField(page)).toHaveValue('eu-central-1')
  await expect(await externalIdField(page)).toHaveValue('chosen-by-us')
  await expect(page.locator('.value')).toHaveText(['a-bucket', 'b-bucket'])
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Account IDs have exactly 12 digits').first()).toBeVisible()
  const accountId = ordinaryAccount()
  await page.getByLabel('AWS account ID').fill(accountId)
  await open(page, { sub: 'prefilled', prefill: { accountId: '34' } })
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
})

test('a link for another tenant asks first: staying changes nothing, agreeing starts over', async ({ page }) => {
  const accountId = ordinaryAccount()
  await open(page, { sub: 'first', name: 'First Corp' })
  await expect(banner(page).getByText('Connecting for First Corp')).toBeVisible()
  await page.getByLabel('AWS account ID').fill(accountId)

  await open(page, { sub: 'other', name: 'Other GmbH' })
  await expect(heading(page)).toHaveText('Continue as Other GmbH?')
  await expect(page.getByText('You were working as First Corp.')).toBeVisible()
  await page.getByRole('button', { name: 'Stay with First Corp' }).click()
  await expect(banner(page).getByText('Connecting for First Corp')).toBeVisible()
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)

  await open(page, { sub: 'other', name: 'Other GmbH' })
  await page.getByRole('button', { name: 'Continue as Other GmbH' }).click()
  await expect(banner(page).getByText('Connecting for Other GmbH')).toBeVisible()
  await expect(page.getByLabel('AWS account ID')).toHaveValue('')
  await continueToRole(page, accountId)
})

test('a link for another tenant asks in a new tab too, and the same tenant never asks', { tag: '@thorough' }, async ({ page, context }) => {
  await open(page, { sub: 'first', name: 'First Corp' })
  await expect(banner(page).getByText('Connecting for First Corp')).toBeVisible()
  const tab = await context.newPage()
  await open(tab, { sub: 'other', name: 'Other GmbH' })
  await expect(heading(tab)).toHaveText('Continue as Other GmbH?')
  await tab.getByRole('button', { name: 'Stay with First Corp' }).click()
  await expect(heading(tab)).toHaveText('You can close this page')
  await open(tab, { sub: 'first', name: 'First Corp, renamed' })
  await expect(banner(tab).getByText('Connecting for First Corp, renamed')).toBeVisible()
})

test('a viewer sees the connections and no action they can’t take', { tag: '@thorough' }, async ({ page, context }) => {
  const accountId = ordinaryAccount()
  await open(page, { sub: 'looked-at' })
  await continueToRole(page, accountId)
  const role = page.url()
  await createRole(page)
  await expect(heading(page)).toContainText('Connected to AWS account')

  const viewer = await context.newPage()
  await open(viewer, { sub: 'looked-at', role: 'viewer' })
  await expect(heading(viewer)).toHaveText('You have view access')
  await expect(viewer.getByRole('button', { name: 'Continue' })).toHaveCount(0)
  await viewer.getByRole('link', { name: 'View connected accounts' }).click()
  await expect(viewer.getByText(accountIdInGroups(accountId)).first()).toBeVisible()
  await viewer.goto(role.replace('/role', '/connected'))
  await expect(heading(viewer)).toContainText('Connected to AWS account')
  await viewer.goto(role.replace('/role', '/handoff'))
  await expect(heading(viewer)).toHaveText('You have view access')
})

test('a colleague’s link names the sender and needs no token', { tag: '@thorough' }, async ({ page, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, { sub: 'asking', name: 'Asking AG' })
  await continueToRole(page, ordinaryAccount())
  await page.goto(page.url().replace('/role', '/handoff'))
  await page.getByRole('button', { name: 'Create link' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await browser.newContext()
  const guest = await other.newPage()
  await guest.goto(link)
  await expect(guest.getByText('Asking AG asks you to help connect Pixelworks to AWS')).toBeVisible()
  await expect(banner(guest).getByText('Connecting for Asking AG')).toBeVisible()
  await other.close()
})
