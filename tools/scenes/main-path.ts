import { diagnosisTexts } from '#core/verify/verdict.ts'
import { createRole, createStack, openConsole, openWizard, typeAccount } from '#e2e/journey.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { accountOf, expect, externalIdOf, reachConnected, reachRole, type Scene } from './scene.ts'

const steps: readonly Scene[] = [
  {
    name: 'account-empty',
    reach: async (page) => {
      await openWizard(page)
      return page
    },
  },
  {
    name: 'account',
    reach: async (page) => {
      await openWizard(page)
      await typeAccount(page, { accountId: '444455556666', externalId: externalIdOf(1) })
      await page.mouse.click(2, 2)
      return page
    },
  },
  {
    name: 'two-accounts',
    part: (page) => page.locator('.card', { has: page.locator('.two-accounts') }),
    reach: async (page) => {
      await openWizard(page)
      await page.getByLabel('AWS account ID').fill('444455556666')
      await expect(page.getByText('Account 4444 5555 6666')).toBeVisible()
      return page
    },
  },
  {
    name: 'account-errors',
    reach: async (page) => {
      await openWizard(page)
      await typeAccount(page, { accountId: '12345', buckets: 'Acme_Uploads', externalId: '123456' })
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(page.getByRole('heading', { name: 'Check these fields' })).toBeVisible()
      return page
    },
  },
  {
    name: 'account-company-policy',
    isTall: true,
    reach: async (page) => {
      await openWizard(page)
      await typeAccount(page, { accountId: accountOf(3), externalId: externalIdOf(3) })
      await page.getByText('Advanced settings (path, boundary, tags)').click()
      return page
    },
  },
  {
    name: 'create-role',
    reach: async (page) => {
      await reachRole(page, 4)
      await expect(page.getByRole('heading', { name: 'Not started' })).toBeVisible()
      return page
    },
  },
  {
    name: 'simulated-console',
    reach: async (page) => {
      await reachRole(page, 5)
      return openConsole(page)
    },
  },
  {
    name: 'simulated-console-created',
    reach: async (page) => {
      await reachRole(page, 6)
      const console = await openConsole(page)
      await createStack(console)
      await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
      return console
    },
  },
  {
    name: 'connected',
    reach: async (page) => {
      await reachConnected(page, 7)
      return page
    },
  },
]

/** They need minutes to show. */
const takesMinutes = ['role-deleted-later', 'weakened-later', 'slow']
const firstOfEach = new Map(
  scenarioAccounts.flatMap(({ accountId, id, expects }) =>
    expects === 'verified' || takesMinutes.includes(id) ? [] : [[expects, accountId] as const],
  ),
)
const inEveryAppearance = ['external-id-not-required', 'external-id-differs', 'throttled']

/** Each diagnosis that there is an account for. */
const failures: readonly Scene[] = [...firstOfEach].map(([diagnosis, accountId], index) => ({
  name: `failure-${diagnosis}`,
  isLightOnly: !inEveryAppearance.includes(diagnosis),
  reach: async (page) => {
    await openWizard(page)
    await typeAccount(page, { accountId, externalId: externalIdOf(60 + index) })
    await page.getByRole('button', { name: 'Continue' }).click()
    await createRole(page)
    await expect(page.getByRole('heading', { name: diagnosisTexts(diagnosis).title })).toBeVisible({ timeout: 30_000 })
    return page
  },
}))

export const mainPathScenes: readonly Scene[] = [...steps, ...failures]
