import { expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { findings } from './appearance.ts'
import {
  continueToRole,
  createRole,
  layoutShift,
  openWizard,
  ordinaryAccount,
  proposedExternalId,
  reachRoleScreen,
  typeAccount,
} from './journey.ts'
import { test } from './test.ts'

const known = (page: Page, name: string) => page.getByRole('region', { name })

test('a customer without a connection sees only the form, and no list is fetched', { tag: '@thorough' }, async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(/^Your connection/)).toHaveCount(0)
  expect(asked.filter((url) => /api\/connections|returning/.test(url))).toEqual([])
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.02)
})

test('the next day a new tab offers the connection first, then the form, and nothing moves', async ({ page, context }) => {
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  await page.goto('/')
  await expect(known(page, 'Your connection')).toBeVisible()
  await page.close()

  const tomorrow = await context.newPage()
  await openWizard(tomorrow)
  const link = known(tomorrow, 'Your connection').getByRole('link', { name: `Continue with ${accountIdInGroups(accountId)}` })
  await expect(link).toBeInViewport()
  await expect(tomorrow.getByLabel('AWS account ID')).toHaveValue('')
  await expect(tomorrow.locator('#continue')).toBeInViewport()
  await tomorrow.waitForLoadState('networkidle')
  expect(await layoutShift(tomorrow)).toBeLessThanOrEqual(0.02)
  expect(await findings(tomorrow)).toEqual([])
  await link.click()
  await expect(
    tomorrow.getByRole('heading', { level: 1, name: `Create the role in AWS account ${accountIdInGroups(accountId)}` }),
  ).toBeVisible()
})

test('several connections are counted, with the state of each', { tag: '@thorough' }, async ({ page }) => {
  const verified = ordinaryAccount()
  await reachRoleScreen(page, { accountId: verified })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  const other = ordinaryAccount()
  await openWizard(page)
  await typeAccount(page, { accountId: other, externalId: `other-${crypto.randomUUID()}` })
  await continueToRole(page, other)
  await page.goto('/')
  const list = known(page, 'Your connections (2)')
  await expect(list.getByRole('listitem').filter({ hasText: accountIdInGroups(verified) })).toContainText('Verified')
  await expect(list.getByRole('listitem').filter({ hasText: accountIdInGroups(other) })).toContainText(/Not started|Waiting/)
  await list.getByRole('link', { name: 'View all' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2')
})

test('a second account in the same tab gets an external ID of its own, and the first account keeps its', async ({ page }) => {
  const [first, second] = [ordinaryAccount(), ordinaryAccount()]
  await openWizard(page)
  const used = await proposedExternalId(page)
  await typeAccount(page, { accountId: first })
  await continueToRole(page, first)
  const connection = page.url()
  await openWizard(page)
  await page.getByLabel('AWS account ID').fill(second)
  await expect.poll(() => proposedExternalId(page)).not.toBe(used)
  await page.getByLabel('AWS account ID').fill(first)
  await expect.poll(() => proposedExternalId(page)).toBe(used)
  await continueToRole(page, first)
  expect(page.url()).toBe(connection)
  await openWizard(page)
  await page.getByLabel('AWS account ID').fill(second)
  await continueToRole(page, second)
  expect(page.url()).not.toBe(connection)
})

test('a duplicated tab, which has the same proposed external ID, connects another account with a new one', { tag: '@thorough' }, async ({
  page,
}) => {
  await openWizard(page)
  const used = await proposedExternalId(page)
  const opening = page.waitForEvent('popup')
  await page.evaluate(() => void window.open('/'))
  const duplicate = await opening
  expect(await proposedExternalId(duplicate)).toBe(used)
  const [first, second] = [ordinaryAccount(), ordinaryAccount()]
  await typeAccount(page, { accountId: first })
  await continueToRole(page, first)
  await typeAccount(duplicate, { accountId: second })
  await continueToRole(duplicate, second)
  await duplicate.goto('/')
  expect(await proposedExternalId(duplicate)).not.toBe(used)
})
