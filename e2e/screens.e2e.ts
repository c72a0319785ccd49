import { expect, type Page } from '@playwright/test'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { continueToRole, createRole, openConsole, openWizard, reachRoleScreen, typeAccount } from './journey.ts'
import { test } from './test.ts'

/** Values that change with each run, and are left out of snapshots. */
const changing: readonly (readonly [RegExp, string])[] = [
  [/(?<=7333 ?0000 ?00)\d\d/g, '00'],
  [/(?<=k7Qm2vK9dRt4XwB8nZc5Hs|p4Qm2vK9dRt4XwB8nZc5Hs)\d\d/g, '00'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(request ID)'],
  [/(connections|handoff|review)\/[^"/\s]{12,}/g, '$1/(ID)'],
  [/[a-z]+:\/\/localhost:\d+/g, '(origin)'],
  [/\b(?:in|Next check in) \d+ s\b/g, 'in (some) s'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\b/g, '(time)'],
  [/\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/g, '(day)'],
  // The code itself is compared elsewhere; here is said that it is there.
  [/- code: ".{200,}"/g, '- code: (long text)'],
  [/(?<=- text: )"(?:\\.|[^"\\]){200,}"/g, '(long text)'],
  [/\b[0-9a-f]{16}\b/g, '(hash)'],
  [/\b[0-9A-F]{16}\b/g, '(reference)'],
  [/(?<=- code: )(?!k7Qm)\S{4}…\S{4}/g, '(proposed)'],
  // Depends on how soon the role is there.
  [/ +- paragraph:\n +- text: "Before that: .*\n +- time: .*\n/g, ''],
  [/(?<=text: last checked\n +- time: ).*/g, '(some time ago)'],
]

/** Again for a while, because parts of a screen load after its heading. */
async function expectSnapshots(page: Page, name: string): Promise<void> {
  await expect(async () => {
    const tree = await page.locator('body').ariaSnapshot()
    const told = changing.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), tree)
    expect(`${told}\n`).toMatchSnapshot(`${name}.yml`)
  }).toPass({ timeout: 10_000 })
}

/** An account of its own for each attempt: what an earlier one has made is there still. In a snapshot it is that of the first. */
function ofThisAttempt() {
  const { repeatEachIndex, retry } = test.info()
  const attempt = String(repeatEachIndex * 10 + retry).padStart(2, '0')
  return { accountId: `7333000000${attempt}`, externalId: `k7Qm2vK9dRt4XwB8nZc5Hs${attempt}` }
}

test('each screen’s accessibility tree matches its snapshot', async ({ page }) => {
  const { accountId, externalId } = ofThisAttempt()
  await openWizard(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Check these fields' })).toBeVisible()
  await typeAccount(page, { accountId, externalId })
  await expect(page.getByText(`Account ${accountIdInGroups(AccountId.parse(accountId))}`)).toBeVisible()
  await expectSnapshots(page, 'account-typed')
  await continueToRole(page, accountId)
  await expect(page.getByRole('heading', { name: 'Not started' })).toBeVisible()
  await expectSnapshots(page, 'create-role')
  const console = await openConsole(page)
  await expect(console.getByText('NoSuchEntity')).toBeVisible()
  await expect(console.getByRole('button', { name: 'Create stack' })).toBeVisible()
  await expectSnapshots(console, 'simulated-console')
  await console.close()
  await createRole(page)
  await expect(page.getByRole('heading', { name: /^Connected to AWS account/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download receipt' })).toBeVisible()
  await expectSnapshots(page, 'connected')
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByRole('heading', { name: 'Full policies' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download receipt' })).toBeVisible()
  await expect(page.getByText('It includes the signed receipt, which the page verifies.')).toBeVisible()
  await expectSnapshots(page, 'review')
})

const address = (hash: string) => async (page: Page) => {
  await page.goto(`/${hash}`)
}

/** Screens that are reached by their address alone, with the heading that is there when all of it is. */
const beside = [
  { name: 'account', open: address(''), heading: /^Connect an AWS account/ },
  { name: 'account-list', open: address('#/accounts/new'), heading: /accounts/ },
  { name: 'receipt', open: address('#/receipt'), heading: 'Verify a receipt' },
  { name: 'handoff-draft', open: address('#/handoff'), heading: 'Send to a colleague' },
  { name: 'handoff-link-unknown', open: address('#/handoff/no-such-link'), heading: /link/ },
  { name: 'explained', open: address('#/explained/external-id-differs'), heading: 'The role expects a different external ID' },
] as const

for (const { name, open, heading } of beside) {
  test(`the accessibility tree of ${name} matches its snapshot`, async ({ page }) => {
    await open(page)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectSnapshots(page, name)
  })
}

test('the accessibility tree of a failure matches its snapshot', async ({ page }) => {
  const open = scenarioAccounts.find(({ id }) => id === 'no-condition')
  await reachRoleScreen(page, {
    accountId: open?.accountId ?? '',
    externalId: ofThisAttempt().externalId.replace('k7', 'p4'),
    region: 'cn-north-1',
  })
  await createRole(page)
  await expect(page.getByRole('region', { name: 'How to fix it', exact: true })).toBeVisible()
  await expectSnapshots(page, 'open-role')
})
