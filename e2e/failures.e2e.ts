import { expect } from '@playwright/test'
import { diagnosisTexts } from '#core/verify/verdict.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { copyLaunchLink, createRole, createStack, openConsole, openWizard, reachRoleScreen, typeAccount } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

/** These need minutes to pass after the role was created. */
const takesMinutes = ['role-deleted-later', 'weakened-later', 'slow']
const failing = scenarioAccounts.filter(({ id, expects }) => expects !== 'verified' && !takesMinutes.includes(id))

for (const [index, { accountId, id, expects, messages }] of failing.entries()) {
  const { title } = messages.in('en')
  const [setting = settings[0]] = settings.slice(index % settings.length)
  test(
    `${accountId}, ${title}: says what happened, why, and how to fix it, passes axe, and fits its width (${id})`,
    inEachRunIf(index % 6 === 0),
    async ({ page }) => {
      if (setting !== undefined) await setUp(page, setting)
      await openWizard(page)
      await typeAccount(page, { accountId })
      await page.getByRole('button', { name: 'Continue' }).click()
      await createRole(page)
      await expect(page.getByRole('heading', { name: diagnosisTexts(expects).title })).toBeVisible({ timeout: 25_000 })
      await expect(page.getByText(/^(Next check|Re-checking) in \d+ s$/)).toBeVisible()
      await expect(page.getByRole('heading', { name: /^Connected to AWS account/ })).toHaveCount(0)
      await expect(page).toHaveTitle(/^(?!Verified)/)
      expect(await findings(page, '.code-view')).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    },
  )
}

test('a role that was never created is late only after its launch, and then shows what to check', async ({ page }) => {
  await reachRoleScreen(page, { accountId: '777700000001' })
  await expect(page.getByRole('heading', { name: diagnosisTexts('not-launched').title })).toBeVisible()
  await page.waitForTimeout(8000)
  await expect(page.getByRole('heading', { name: diagnosisTexts('not-launched').title })).toBeVisible()
  await copyLaunchLink(page)
  await expect(page.getByRole('heading', { name: diagnosisTexts('propagating').title })).toBeVisible()
  await expect(page.getByText(/Next check in \d+ s/)).toBeVisible()
  await expect(page.getByRole('heading', { name: diagnosisTexts('not-assumable').title })).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(/Next check in \d+ s/)).toBeVisible()
})

test('an insecure role verifies after the corrected policy from the page is saved', { tag: '@firefox' }, async ({
  page,
  context,
  browserName,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // In the account of the other one the role is corrected already.
  const scenario = browserName === 'firefox' ? 'second-open-statement' : 'no-condition'
  const open = scenarioAccounts.find(({ id }) => id === scenario)
  await reachRoleScreen(page, { accountId: open?.accountId ?? '', region: 'us-gov-west-1' })
  const quickCreate = await openConsole(page)
  await createStack(quickCreate)
  await expect(page.getByRole('heading', { level: 1, name: diagnosisTexts('external-id-not-required').title })).toBeVisible()
  await expect(page.getByText('This is the most likely difference')).toBeVisible()
  await page.getByRole('button', { name: 'Copy corrected policy' }).click()
  const corrected = await page.evaluate(() => navigator.clipboard.readText())
  const opening = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open trust policy' }).click()
  const console = await opening
  await console.getByLabel('Trust policy').fill(corrected)
  await console.getByRole('button', { name: 'Save trust policy' }).click()
  await expect(console.getByRole('status').filter({ hasText: 'Saved' })).toBeAttached()
  await page.bringToFront()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 30_000 })
})

test('verifies a role through the home Region when STS is off in the selected one', async ({ page }) => {
  const regionOff = scenarioAccounts.find(({ id }) => id === 'region-off')
  await reachRoleScreen(page, { accountId: regionOff?.accountId ?? '', region: 'eu-central-1' })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
})
