import { expect } from '@playwright/test'
import { explanations } from '#core/verify/explanations.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { scenarioMessages } from '#simulation/demo/scenario-messages.ts'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { createRole, createStack, openConsole, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

/** These need minutes to pass after the role was created. */
const takesMinutes = ['role-deleted-later', 'weakened-later', 'slow']
const failing = scenarioAccounts.filter(({ id, expects }) => expects !== 'verified' && !takesMinutes.includes(id))

for (const [index, { accountId, id, expects }] of failing.entries()) {
  const { title } = scenarioMessages.in('en').scenarios[id]
  const [setting = settings[0]] = settings.slice(index % settings.length)
  test(`${accountId}, ${title}: says what happened, why, and what to do, passes axe and keeps to its width (${id})`, async ({ page }) => {
    if (setting !== undefined) await setUp(page, setting)
    await reachRoleScreen(page, { accountId })
    await createRole(page)
    await expect(page.getByRole('heading', { name: explanations[expects].title })).toBeVisible({ timeout: 25_000 })
    for (const heading of ['What happened', 'Why', 'What to do'])
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { name: /is connected/ })).toHaveCount(0)
    await expect(page).toHaveTitle(/^(?!Verified)/)
    expect(await findings(page, '.code-view')).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })
}

test('a role that was never created: waiting at first, then a list of what to look at', async ({ page }) => {
  await reachRoleScreen(page, { accountId: '777700000001' })
  await expect(page.getByRole('heading', { name: explanations.propagating.title })).toBeVisible()
  await expect(page.getByText(/Next check in \d+ s/)).toBeVisible()
  await expect(page.getByRole('heading', { name: explanations['not-assumable'].title })).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(/Next check in \d+ s/)).toBeVisible()
})

test('an open role is corrected with the text that the page offers, and then verifies', { tag: '@firefox' }, async ({
  page,
  context,
  browserName,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // In the account of the other one the role is corrected already.
  const scenario = browserName === 'firefox' ? 'second-open-statement' : 'no-condition'
  const open = scenarioAccounts.find(({ id }) => id === scenario)
  await reachRoleScreen(page, { accountId: open?.accountId ?? '', region: 'us-gov-west-1' })
  const console = await openConsole(page)
  await createStack(console)
  await expect(page.getByRole('heading', { name: explanations['external-id-not-required'].title })).toBeVisible()
  await page.getByRole('button', { name: 'Copy trust policy' }).first().click()
  const corrected = await page.evaluate(() => navigator.clipboard.readText())
  await console.bringToFront()
  await console.getByLabel('Trust policy').fill(corrected)
  await console.getByRole('button', { name: 'Save trust policy' }).click()
  await expect(console.getByRole('status').filter({ hasText: 'Saved' })).toBeAttached()
  await page.bringToFront()
  await expect(page.getByRole('heading', { level: 1, name: /is connected/ })).toBeVisible({ timeout: 30_000 })
})

test('where STS is off in the region, its home region answers and the role verifies', async ({ page }) => {
  const regionOff = scenarioAccounts.find(({ id }) => id === 'region-off')
  await reachRoleScreen(page, { accountId: regionOff?.accountId ?? '', region: 'eu-central-1' })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /is connected/ })).toBeVisible()
})
