import { expect, type Page } from '@playwright/test'
import { findings, scrollsSideways } from './appearance.ts'
import { startWizard } from './embedding-host.ts'
import { continueToRole, createRole, deleteRoleInConsole, ordinaryAccount, typeAccount } from './journey.ts'
import { test } from './test.ts'

const arnOf = (role: string) => `arn:aws:iam::111122223333:role/${role}`
const application = arnOf('PixelworksApplication')
const old = arnOf('service/OldApplication')
const verifier = arnOf('checks/PixelworksVerifier')

const config = {
  additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }],
  verifierRole: { name: 'PixelworksVerifier', path: '/checks/' },
}

let server: Awaited<ReturnType<typeof startWizard>>

test.beforeAll(async () => {
  server = await startWizard([], { config })
})

test.afterAll(() => server.stop())

async function connect(page: Page): Promise<void> {
  const accountId = ordinaryAccount()
  await page.goto(server.origin)
  await typeAccount(page, { accountId })
  await continueToRole(page, accountId)
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 30_000 })
}

test('a role that trusts two application roles and a verifier is connected, and what the check didn’t run as is not tested', async ({
  page,
}) => {
  await connect(page)
  const untested = page.getByRole('region', { name: 'Not tested' })
  await expect(untested).toContainText(
    `Requests as the application role ${application}, with or without your external ID. The check ran as another role.`,
  )
  await expect(untested).toContainText(`Requests as the application role ${old},`)
  await expect(untested).not.toContainText(verifier)

  await page.getByRole('link', { name: 'Security review page' }).click()
  const roles = page.getByRole('definition').filter({ hasText: verifier })
  await expect(roles).toContainText(application)
  await expect(roles).toContainText(old)
  await expect(roles).toContainText('Pixelworks runs its checks as this role.')
  await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText(verifier)
  await expect(untested).toContainText(application)
  expect(await findings(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
})

test('a disconnection names the application roles that weren’t tried, and ends once the customer says that the role is deleted', async ({
  page,
}) => {
  await connect(page)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('region', { name: 'The role can still be assumed' })).toBeVisible()
  await deleteRoleInConsole(page)
  await page.getByRole('button', { name: 'Check now' }).click()
  const question = page.getByRole('region', { name: 'Have you deleted the role?' })
  await expect(question).toContainText('Not tried', { timeout: 40_000 })
  await expect(question).toContainText(application)
  await expect(question).toContainText(old)
  await expect(question).not.toContainText(verifier)
  expect(await findings(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await question.getByRole('button', { name: 'I deleted the role' }).click()
  const record = page.getByRole('region', {
    name: /^Disconnected on .*Pixelworks’s checks can no longer assume the role, and you confirmed/,
  })
  await expect(record).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: old })).toContainText(application)
  await page.reload()
  await expect(record).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('the hosting screen has the policies of each role, and the form writes them', { tag: '@thorough' }, async ({ page }) => {
  await page.goto(`${server.origin}/#/hosting`)
  const policy = page.getByRole('region', { name: 'Permissions policy', exact: true })
  await expect(policy).toContainText(application)
  await expect(policy).toContainText('table/pixelworks-jobs')
  const role = page.getByLabel('Role', { exact: true })
  await role.selectOption('OldApplication')
  await expect(policy).toContainText(old)
  await role.selectOption('PixelworksVerifier (verifier)')
  await expect(policy).toContainText(verifier)
  await expect(policy).toContainText('table/rolebridge')
  await expect(policy).not.toContainText('pixelworks-jobs')
  await page.getByRole('tab', { name: 'CloudFormation' }).click()
  await expect(page.getByRole('region', { name: 'CloudFormation' })).toContainText("Path: '/checks/'")

  await page.getByText('Your AWS accounts').click()
  await page.getByLabel('Other application roles').fill('/service/OldApplication, NewApplication')
  await expect(role.getByRole('option')).toHaveText([
    'PixelworksApplication',
    'OldApplication',
    'NewApplication',
    'PixelworksVerifier (verifier)',
  ])
  await page.getByLabel('Other application roles').fill('PixelworksVerifier')
  await expect(page.getByText('The role "PixelworksVerifier" is named twice.').first()).toBeVisible()
})
