import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { delimitedFields } from '#core/connection/accounts/account-columns.ts'
import { findings, scrollsSideways } from './appearance.ts'
import { createRole, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

async function connected(page: Page): Promise<void> {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
}

async function startRotation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rotate external ID' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replace the external ID?' })
  await expect(dialog).toContainText('You update the role PixelworksAccess twice')
  await dialog.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Replace the external ID of AWS account/ })).toBeVisible()
}

const idIn = (page: Page, name: RegExp) => page.getByRole('term').filter({ hasText: name }).locator('..').locator('code')

/** Replaces the trust policy in the console by the one on the page. */
async function updateTrustPolicy(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Console', exact: true }).click()
  const panel = page.getByRole('tabpanel', { name: 'Console', exact: true })
  const text = (await panel.locator('pre').innerText()).trim()
  const opened = page.waitForEvent('popup')
  await panel.getByRole('link', { name: 'Open role (simulated)' }).click()
  const console = await opened
  await console.getByLabel('Trust policy').fill(text)
  await console.getByRole('button', { name: 'Save trust policy' }).click()
  await expect(console.getByText(/^Saved\./).first()).toBeVisible()
  await console.close()
  return text
}

/** Uploads the template on the page to the stack that exists. */
async function updateStack(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'CloudFormation', exact: true }).click()
  const panel = page.getByRole('tabpanel', { name: 'CloudFormation', exact: true })
  const downloaded = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Download template' }).click()
  const opened = page.waitForEvent('popup')
  await panel.getByRole('link', { name: 'Open stack (simulated)' }).click()
  const console = await opened
  await console.getByText('Update stack', { exact: true }).click()
  await console.getByLabel('Upload a template file').setInputFiles(await (await downloaded).path())
  await console.getByRole('checkbox', { name: /I acknowledge that AWS CloudFormation might create IAM resources/ }).check()
  await console.getByRole('button', { name: 'Submit' }).click()
  await expect(console.getByText('UPDATE_COMPLETE').first()).toBeVisible()
  expect(await findings(console)).toEqual([])
  await console.close()
}

const status = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('a customer replaces the external ID in two updates of the role, and stays connected', async ({ page }) => {
  test.setTimeout(120_000)
  await connected(page)
  await startRotation(page)
  await expect(status(page, 'Waiting for the new external ID')).toContainText('The role accepts only the old one.')
  const [newId, oldId] = [await idIn(page, /^New/).innerText(), await idIn(page, /^Old \(in use\)/).innerText()]
  expect(newId).not.toBe(oldId)
  expect(await findings(page)).toEqual([])

  await updateStack(page)
  await expect(status(page, 'New external ID in use')).toContainText('The role still accepts the old one.', { timeout: 45_000 })
  await expect(idIn(page, /^New \(in use\)/)).toHaveText(newId)
  await expect(page.getByRole('button', { name: 'Keep old external ID' })).toHaveCount(0)
  await page.reload()
  await expect(status(page, 'New external ID in use')).toBeVisible()
  expect(await findings(page)).toEqual([])

  const onlyNew = await updateTrustPolicy(page)
  expect([onlyNew.includes(newId), onlyNew.includes(oldId)]).toEqual([true, false])
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 45_000 })
  await expect(status(page, 'External ID replaced')).toContainText('AWS denies the old external ID.')
  await expect(page.getByRole('term').filter({ hasText: 'External ID' }).locator('..')).toContainText(newId)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
})

test('each way to create the role says how to update it, with both external IDs', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await startRotation(page)
  const newId = await idIn(page, /^New/).innerText()
  for (const method of ['AWS CLI', 'Terraform', 'CDK', 'Pulumi', 'PowerShell', 'Console']) {
    await page.getByRole('tab', { name: method, exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: method, exact: true })).toContainText(newId)
  }
  await page.getByRole('tab', { name: 'CloudFormation', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'CloudFormation', exact: true })).toContainText('aws cloudformation deploy')
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download template' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await downloaded).createReadStream()) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString()).toContain(newId)
})

test('the accounts table and its CSV file say that an external ID is being replaced, and other accounts stay as they are', {
  tag: '@thorough',
}, async ({ page }) => {
  const [rotating, other] = [ordinaryAccount(), ordinaryAccount()]
  await openWizard(page)
  await page.getByRole('link', { name: 'Connect several accounts' }).click()
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByLabel('Accounts', { exact: true }).fill(`${rotating}\n${other}`)
  await page.getByRole('button', { name: 'Add 2 accounts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2 accounts' })).toBeVisible()
  const row = (accountId: string) => page.getByRole('row').filter({ hasText: accountIdInGroups(AccountId.parse(accountId)) })
  const note = 'The external ID is being replaced.'
  await expect(row(rotating)).not.toContainText(note)
  await row(rotating).getByRole('link').click()
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
  await startRotation(page)
  await page.goto('/#/accounts')
  await expect(row(rotating)).toContainText(note)
  await expect(row(other)).not.toContainText(note)
  expect(await findings(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const [columns, ...lines] = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .map(delimitedFields)
  expect(columns?.at(-1)).toBe('Rotation')
  expect(new Map(lines.map((fields) => [fields?.[0], fields?.at(-1)]))).toEqual(
    new Map([
      [rotating, 'adding'],
      [other, ''],
    ]),
  )
})

test('a rotation is canceled before the new external ID is confirmed', { tag: '@thorough' }, async ({ page }) => {
  test.setTimeout(120_000)
  await connected(page)
  await startRotation(page)
  await page.getByRole('button', { name: 'Keep old external ID' }).click()
  await expect(status(page, /^Rotation canceled/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep old external ID' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 45_000 })
  await expect(status(page, 'External ID replaced')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Rotate external ID' })).toBeVisible()
})

test('the page of a rotation passes axe in German on a phone', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await startRotation(page)
  await page.setViewportSize({ width: 375, height: 844 })
  await page.goto(page.url().replace('/#', '/?locale=de#'))
  await expect(page.getByRole('heading', { level: 1, name: /^Externe ID des AWS-Kontos .* ersetzen$/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Warten auf die neue externe ID' })).toBeVisible()
  expect([await findings(page), await scrollsSideways(page)]).toEqual([[], false])
})
