import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { delimitedFields } from '#core/connection/accounts/account-columns.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { diagnosisTexts } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { findings, scrollsSideways } from './appearance.ts'
import { callAws, openWizard, ordinaryAccount, slowNetwork } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

const vendor = Vendor.parse(demoVendor)
/** Where no other test makes a role in the scenario accounts. */
const region = 'eusc-de-east-1'

async function openList(page: Page): Promise<void> {
  await openWizard(page)
  await page.getByRole('link', { name: 'Connect several accounts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Connect AWS accounts to Pixelworks' })).toBeVisible()
  await page.getByLabel('Buckets').fill('acme-uploads')
}

const list = (page: Page) => page.getByLabel('Accounts', { exact: true })
const row = (page: Page, accountId: string) => page.getByRole('row').filter({ hasText: accountIdInGroups(AccountId.parse(accountId)) })

async function connect(page: Page, lines: readonly string[], count: number): Promise<void> {
  await openList(page)
  await list(page).fill(lines.join('\n'))
  await page.getByRole('button', { name: `Add ${count} account${count === 1 ? '' : 's'}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${count} account${count === 1 ? '' : 's'}` })).toBeVisible()
}

/** The fields of the downloaded file, without its heading. */
async function exported(page: Page): Promise<readonly (readonly string[])[]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  return text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => delimitedFields(line) ?? [])
}

function planOf([accountId = '', , inRegion = '', externalId = '']: readonly string[]): RolePlan {
  const request = { accountId, region: inRegion, externalId, permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } } }
  return rolePlan(connectionTerms(vendor, { externalId: 'any' }).parse(request), vendor)
}

const iamOf = ({ accountId, region: inRegion }: RolePlan) => ({ accountId, region: inRegion, service: 'iam' }) as const

async function createRole(request: APIRequestContext, plan: RolePlan): Promise<void> {
  const { roleName: RoleName, policyName: PolicyName } = plan
  const AssumeRolePolicyDocument = policyText(plan.trustPolicy)
  await callAws(request, { ...iamOf(plan), action: 'CreateRole', parameters: { RoleName, AssumeRolePolicyDocument } })
  const parameters = { RoleName, PolicyName, PolicyDocument: policyText(plan.permissionsPolicy) }
  await callAws(request, { ...iamOf(plan), action: 'PutRolePolicy', parameters })
}

test('each account of a list gets a connection, failures are explained, and fixed ones verify', async ({ page, request }) => {
  const good = [ordinaryAccount(), ordinaryAccount(), ordinaryAccount()]
  const [noCondition, everybody] = ['400000000010', '400000000022']
  await openList(page)
  const lines = [
    'Account ID;Name;Region',
    `${good[0]};"Scans; east";eu-west-1`,
    ...good.slice(1).map((accountId) => accountId),
    `${noCondition};No condition;${region}`,
    `arn:aws-eusc:iam::${everybody}:root;Everybody;${region}`,
    `${good[0]};again;us-east-1`,
    '111122223333;the vendor',
    '44445555666;zeros gone',
    '4.44456E+11',
    '444455556666;nowhere;middle-earth-1',
    'arn:aws-cn:iam::444455556666:root;crossed;us-east-1',
  ]
  await list(page).fill(lines.join('\n'))
  const refused = page.getByRole('region', { name: 'Skipped lines' })
  await expect(refused.getByRole('listitem')).toHaveCount(6)
  await expect(refused).toContainText('Did you mean 044445555666?')
  await expect(refused).toContainText('Duplicate of line 2.')
  await page.getByRole('button', { name: 'Add 5 accounts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '5 accounts' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '5 lines of your list were skipped' })).toBeVisible()
  await expect(row(page, good[0] ?? '')).toContainText('Scans; east')

  const rows = await exported(page)
  expect(new Set(rows.map(([, , , externalId]) => externalId)).size).toBe(5)
  const plans = rows.map(planOf)
  for (const plan of plans) await createRole(request, plan)
  for (const accountId of good) await expect(row(page, accountId)).toContainText('Verified', { timeout: 30_000 })
  await expect(row(page, noCondition)).toContainText(diagnosisTexts('external-id-not-required').title)
  await expect(row(page, everybody)).toContainText('Insecure role', { timeout: 30_000 })
  await expect(page.getByRole('heading', { level: 1, name: '5 accounts · 3 connected' })).toBeVisible()
  await expect(page.getByText('2 failing', { exact: true })).toBeVisible()
  await page.getByLabel('Error').selectOption({ label: diagnosisTexts('external-id-not-required').title })
  await expect(page.getByRole('table', { name: 'Connected accounts, 1 of 5 shown' })).toBeVisible()
  await page.getByLabel('Error').selectOption({ label: 'Any error' })

  await page.getByRole('radio', { name: /^Failing 2/ }).check()
  await expect(page.getByRole('table', { name: 'Connected accounts, 2 of 5 shown' }).getByRole('row')).toHaveCount(3)
  await page.reload()
  await expect(page.getByRole('table', { name: 'Connected accounts, 2 of 5 shown' }).getByRole('row')).toHaveCount(3)
  for (const plan of plans.filter(({ accountId }) => accountId === noCondition || accountId === everybody)) {
    const parameters = { RoleName: plan.roleName, PolicyDocument: policyText(plan.trustPolicy) }
    await callAws(request, { ...iamOf(plan), action: 'UpdateAssumeRolePolicy', parameters })
  }
  await page.getByRole('button', { name: 'Re-check 2 accounts' }).click()
  await expect(page.getByRole('radio', { name: /^Verified 5/ })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Show all accounts' }).click()
  expect((await exported(page)).map(([, , , , , status]) => status)).toEqual(Array.from({ length: 5 }, () => 'verified'))
  await page.getByRole('link', { name: `View results: account ${accountIdInGroups(AccountId.parse(noCondition))}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await page.getByRole('link', { name: 'All accounts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '5 accounts' })).toBeFocused()
})

test('text written while the list is sent is kept', { tag: '@thorough' }, async ({ page }) => {
  const sent = ordinaryAccount()
  await openList(page)
  await list(page).fill(sent)
  const makeFast = await slowNetwork(page)
  await page.getByRole('button', { name: 'Add 1 account' }).click()
  const written = `${sent}\n${ordinaryAccount()}`
  await list(page).fill(written)
  await makeFast()
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 1' })).toContainText('already connected')
  await expect(list(page)).toHaveValue(written)
  await expect(page.getByRole('button', { name: 'Add 1 account' })).toBeVisible()
})

test('each method for all roles has every external ID, and the management account gets its own stack', { tag: '@thorough' }, async ({
  page,
}) => {
  const accounts = [ordinaryAccount(), ordinaryAccount()]
  await connect(page, [...accounts, `${ordinaryAccount()},Gov,us-gov-west-1`], 3)
  const ids = (await exported(page)).slice(0, 2).map(([, , , externalId]) => externalId ?? '')
  for (const [tab, filename] of [
    ['CloudFormation StackSet', 'account-access-stack-set.yaml'],
    ['AWS CLI (all profiles)', 'create-roles.sh'],
    ['Terraform module', 'main.tf'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    const code = page.getByRole('region', { name: tab, exact: true })
    for (const id of ids) await expect(code).toContainText(id)
    const download = page.waitForEvent('download')
    await page.getByRole('tabpanel').getByRole('button', { name: 'Download', exact: true }).click()
    expect((await download).suggestedFilename()).toBe(filename)
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(await code.textContent())
  }
  await page.getByRole('tab', { name: 'CloudFormation StackSet' }).click()
  await page.getByLabel('Management account').selectOption({ index: 1 })
  await expect(page.getByRole('region', { name: 'CloudFormation StackSet' })).not.toContainText(ids[0] ?? '')
  await page.getByLabel('AWS partition').selectOption({ label: 'AWS GovCloud (US) (1)' })
  await expect(page.getByRole('region', { name: 'CloudFormation StackSet' })).toContainText('us-gov-west-1')
  await page.getByLabel('AWS partition').selectOption({ index: 0 })
  await page.getByLabel('Management account').selectOption({ index: 1 })
  await page.getByRole('link', { name: /^Create the role in the management account/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
})

for (const { width, colorScheme } of [
  { width: 1240, colorScheme: 'dark' },
  { width: 375, colorScheme: 'light' },
] as const) {
  test(`list and table pass axe, fit their width and work by keyboard alone: ${width} px`, inEachRunIf(width === 375), async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const check = async () => {
      expect(await findings(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    }
    await page.goto('/#/accounts/new')
    await list(page).focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Add accounts' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Check these fields' })).toBeVisible()
    await check()
    await list(page).focus()
    await page.keyboard.insertText(`${ordinaryAccount()}, Production\n12345`)
    await page.getByLabel('Buckets').focus()
    await page.keyboard.insertText('acme-uploads')
    await expect(page.getByText('1 account to add · 1 line skipped')).toBeVisible()
    await check()
    await page.getByRole('button', { name: 'Add 1 account' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '1 account' })).toBeFocused()
    await expect(page.getByRole('table')).toContainText('Waiting for the role')
    await check()
    await page.getByRole('radio', { name: /^All/ }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/#\/accounts\/waiting$/)
    await page.getByLabel('Search').focus()
    await page.keyboard.insertText('no such account')
    await expect(page.getByText('No matching accounts')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.type('xy ')
    await expect(page.getByLabel('Search')).toHaveValue('xy no such account')
    await expect(page.getByLabel('Search')).toBeFocused()
  })
}

test('500 accounts are pasted, added, filtered, and kept after a reload', { tag: '@thorough' }, async ({ page }) => {
  const start = 600_000_000_000 + Math.floor(Math.random() * 99_000_000_000)
  await connect(
    page,
    Array.from({ length: 500 }, (_, index) => `${start + index},Team ${index % 25} no ${index}`),
    500,
  )
  await page.getByLabel('Search').fill('team 7 no')
  await expect(page.getByRole('table', { name: 'Connected accounts, 20 of 500 shown' })).toBeVisible()
  const heading = page.getByRole('columnheader', { name: 'Account' })
  await heading.getByRole('button', { name: 'Name' }).focus()
  await page.keyboard.press('Enter')
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Enter')
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByText('Sorted by name, A last.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Connected accounts, 20 of 500 shown' }).getByRole('row')).toHaveCount(21)
  await expect(page.getByRole('row').nth(1)).toContainText('Team 7 no 482')
  await page.getByRole('tab', { name: 'AWS CLI (all profiles)' }).click()
  await expect(page.getByRole('region', { name: 'AWS CLI (all profiles)' })).toContainText(String(start + 499))
})
