import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { createRole, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { inEachRunIf, test } from './test.ts'
import { vendorToken } from './vendor-token.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Customer connections' })

async function openSupport(page: Page, baseURL: string | undefined, scope?: string): Promise<void> {
  const token = await vendorToken(baseURL ?? '', scope)
  await page.goto('/#/support')
  await page.getByLabel('Token (JWT)').fill(token)
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Forget token' })).toBeVisible()
}

async function searchFor(page: Page, field: string, value: string): Promise<void> {
  await page.getByLabel('Search by').selectOption(field)
  await page.getByLabel('Value', { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
}

/** A connection whose role was not created, after its first check. */
async function waitingConnection(page: Page): Promise<string> {
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  return accountId
}

test('support finds a customer by account and by request ID, sees what the customer sees, and has the text to send', async ({
  page,
  baseURL,
}) => {
  const accountId = await waitingConnection(page)
  await openSupport(page, baseURL)
  await searchFor(page, 'AWS account ID', accountIdInGroups(accountId))
  await page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `AWS account ${accountIdInGroups(accountId)}` })).toBeVisible()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text', exact: true })).toContainText(`arn:aws:iam::${accountId}:role/PixelworksAccess`)
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline).toContainText('Created')
  await timeline.getByText('AWS request log').first().click()
  const requestId = await timeline.getByRole('code').first().textContent()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await searchFor(page, 'AWS request ID', requestId ?? '')
  await expect(page.getByText('1 connection', { exact: true }).last()).toBeVisible()
  await expect(page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` })).toBeVisible()
})

test('the list says that the external ID of a connection is being replaced', { tag: '@thorough' }, async ({ page, baseURL }) => {
  const accountId = await waitingConnection(page)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
  await page.getByRole('button', { name: 'Rotate external ID' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Replace the external ID/ })).toBeVisible()
  await openSupport(page, baseURL)
  await searchFor(page, 'AWS account ID', accountIdInGroups(accountId))
  await expect(page.getByRole('listitem').filter({ hasText: accountIdInGroups(accountId) })).toContainText(
    'The external ID is being replaced.',
  )
})

test('the token comes by the address, leaves it at once, and is kept nowhere', async ({ page, baseURL }) => {
  const token = await vendorToken(baseURL ?? '')
  await page.goto(`/#/support?token=${token}`)
  await expect(page.getByRole('button', { name: 'Forget token' })).toBeVisible()
  expect(page.url()).toMatch(/#\/support$/)
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
  expect(stored).not.toContain(token.slice(0, 20))
  await page.reload()
  await expect(page.getByLabel('Token (JWT)')).toBeVisible()
})

test('says why a token is not enough', { tag: '@thorough' }, async ({ page, baseURL }) => {
  await page.goto('/#/support')
  await page.getByLabel('Token (JWT)').fill('no-token')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('The token was rejected')
  await openSupport(page, baseURL, 'connections:read')
  await page.getByRole('button', { name: 'Send test event' }).click()
  await expect(page.getByRole('alert')).toContainText('The token doesn’t have the required scope.')
  await page.getByRole('button', { name: 'Forget token' }).click()
  await expect(page.getByLabel('Token (JWT)')).toBeVisible()
})

test('narrows the list by status, exports it, and says that events are off', { tag: '@thorough' }, async ({ page, baseURL }) => {
  const accountId = await waitingConnection(page)
  await openSupport(page, baseURL)
  await page
    .getByRole('region', { name: 'Connections by status' })
    .getByRole('button', { name: /Verified$/ })
    .click()
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('verified')
  await expect(page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` })).toBeHidden()
  await page.getByRole('button', { name: 'Show all' }).click()
  await searchFor(page, 'AWS account ID', accountId)
  await expect(page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` })).toBeVisible()
  await page.getByLabel('Status', { exact: true }).selectOption('Failing')
  await expect(page.getByText('No connections found.')).toBeVisible()
  await page.getByLabel('Status', { exact: true }).selectOption('Any status')
  await expect(page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain(`,${accountId},`)
  await expect(page.getByText('There are no dead letters.')).toBeVisible()
  await page.getByRole('button', { name: 'Send test event' }).click()
  await expect(page.getByRole('alert')).toContainText('Events are off on this server.')
})

for (const setting of settings) {
  test(
    `the support view passes axe and keeps to its width: ${setting.title}`,
    inEachRunIf(setting === settings[0]),
    async ({ page, baseURL }) => {
      const accountId = await waitingConnection(page)
      await setUp(page, setting)
      await page.goto(`/#/support?token=${await vendorToken(baseURL ?? '')}`)
      await expect(heading(page)).toBeVisible()
      await searchFor(page, 'AWS account ID', accountId)
      const open = page.getByRole('button', { name: `Open account ${accountIdInGroups(accountId)}` })
      await expect(open).toBeVisible()
      expect(await findings(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await open.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Created')
      expect(await findings(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    },
  )
}
