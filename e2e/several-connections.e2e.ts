import { expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { startWizard } from './embedding-host.ts'
import { continueToRole, createRole, ordinaryAccount, typeAccount } from './journey.ts'
import { test } from './test.ts'

let server: Awaited<ReturnType<typeof startWizard>>

test.beforeAll(async () => {
  server = await startWizard([], { role: { nameSuffix: 'per-connection' } })
})

test.afterAll(() => server.stop())

const connected = (page: Page) => page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })

/** The ARN as the connected screen shows it. */
async function roleArn(page: Page): Promise<string> {
  const text = await page
    .getByText(/^arn:aws:iam::\d{12}:role\/PixelworksAccess-[0-9a-f]{10}$/)
    .first()
    .textContent()
  return text ?? ''
}

async function connect(page: Page, accountId: string): Promise<string> {
  await typeAccount(page, { accountId })
  await continueToRole(page, accountId)
  await createRole(page)
  await expect(connected(page)).toBeVisible({ timeout: 30_000 })
  return roleArn(page)
}

test('one account is connected twice, each with its own role, and both are listed and can be disconnected', async ({ page }) => {
  const accountId = ordinaryAccount()
  await page.goto(server.origin)
  await expect(page.getByRole('img', { name: /PixelworksAccess-…/ })).toBeVisible()
  const first = await connect(page, accountId)
  await page.getByRole('link', { name: 'Connect another account' }).click()
  const second = await connect(page, accountId)
  expect([first, second].map((arn) => arn.split(':')[4])).toEqual([accountId, accountId])
  expect(second).not.toBe(first)

  await page.goto(server.origin)
  const list = page.getByRole('region', { name: 'Your connections (2)' })
  const names = [first, second].map((arn) => arn.split('/').at(-1) ?? '')
  for (const name of names) {
    await expect(list.getByRole('link', { name: `Continue with ${accountIdInGroups(accountId)} · ${name}` })).toBeVisible()
    await expect(list.getByRole('listitem').filter({ hasText: name })).toContainText('Verified')
  }
  await list.getByRole('link', { name: 'View all' }).click()
  for (const name of names) await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()

  await page.goto(server.origin)
  await list.getByRole('link', { name: new RegExp(names[0] ?? '') }).click()
  await expect(connected(page)).toBeVisible()
  expect(await roleArn(page)).toBe(first)
  await page.getByRole('button', { name: 'Disconnect' }).first().click()
  await expect(page.getByRole('dialog')).toContainText(`You delete the role ${names[0]} in AWS.`)
})

test('the hosting screen says why its policy is wider than a well-known name, and finds no fault with it', { tag: '@thorough' }, async ({
  page,
}) => {
  await page.goto(`${server.origin}/#/hosting`)
  await expect(page.getByRole('region', { name: 'Permissions policy' })).toContainText('"arn:aws:iam::*:role/PixelworksAccess-*"')
  await expect(page.getByRole('heading', { name: 'Why the policy allows PixelworksAccess-*' })).toBeVisible()
  await page.getByRole('button', { name: 'Check the policy above' }).click()
  await expect(page.getByText('No issues found.').last()).toBeVisible()
})
