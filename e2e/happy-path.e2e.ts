import { expect } from '@playwright/test'
import { readSimulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import {
  continueToRole,
  copyLaunchLink,
  createRole,
  createStack,
  externalIdField,
  openConsole,
  openWizard,
  ordinaryAccount,
  proposedExternalId,
  reachRoleScreen,
  typeAccount,
} from './journey.ts'
import { inEachRunIf, test } from './test.ts'

/** The user's actions: clicks, and the fields that are filled in. */
const countEffort = () => {
  const effort: { clicks: number; fields: string[] } = { clicks: 0, fields: [] }
  Reflect.set(window, 'effort', effort)
  addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) effort.clicks += 1
  })
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && !effort.fields.includes(target.id)) effort.fields.push(target.id)
  })
}

test('a customer enters an account and a bucket, launches the stack in two clicks, and the page shows it connected', {
  tag: '@firefox',
}, async ({ page }) => {
  const accountId = ordinaryAccount()
  await page.addInitScript(countEffort)
  const screens = new Set<string>()
  page.on('framenavigated', (frame) => screens.add(new URL(frame.url()).hash.replace(/[^/]{20,}/, 'id')))
  await openWizard(page)
  await expect(page.locator('body')).toBeFocused()
  await typeAccount(page, { accountId })
  await page.getByRole('button', { name: 'Continue' }).click()
  const launch = page.getByRole('region', { name: 'Create the role', exact: true })
  await expect(launch).toContainText('Check that you’re signed in to')
  for (const words of ['CostFree', 'To undoDelete the stack'])
    await expect(page.getByRole('region', { name: 'Prefer another method?' })).toContainText(words)
  await expect(page.getByRole('heading', { name: 'Not started' })).toBeVisible()
  const launched = page.waitForEvent('popup')
  await page.getByRole('link', { name: /^Launch stack \(simulated\)/ }).click()
  const console = await launched
  expect(await page.evaluate('effort')).toEqual({ clicks: 2, fields: ['accountId', 'parameters.readSourceImages.sourceBuckets'] })
  await expect(console.getByRole('heading', { level: 1, name: 'Simulated AWS' })).toBeVisible()
  await createStack(console)
  await expect(console.getByText('CREATE_COMPLETE').first()).toBeVisible()

  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await expect(page.getByText(/^Verified .*\d/)).toBeVisible()
  await expect(page.getByText(/^last checked (now|\d+ seconds? ago)$/)).toBeVisible()
  await expect(page).toHaveTitle(/Connected/)
  expect([...screens]).toEqual(['', '#/connections/id/role', '#/connections/id/connected'])
  await expect(page.getByText('Disconnect')).toBeVisible()
  await page.getByText('8 of 8 checks passed').click()
  const checks = page.getByRole('list', { name: /Checks|Verification results/ }).getByRole('listitem')
  await expect(checks).toHaveCount(8)
  for (const check of await checks.all()) await expect(check).toContainText('Passed')
  await page.getByText('AWS request log').click()
  await expect(page.getByText(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}/).first()).toBeVisible()
})

test('the copied quick-create link has the documented form and the typed values', { tag: '@thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const accountId = ordinaryAccount()
  const externalId = 'k7Qm2vK9+dRt4XwB8/nZc5=a:b@c,d.e-f'
  await reachRoleScreen(page, { accountId, externalId, buckets: 'acme-uploads, acme-archive', region: 'eu-central-1' })
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  // While AWS is simulated, the copied page is that of the simulated console, with the link in it.
  const address = new URL(readSimulatedConsoleHash(new URL(link).hash)?.link ?? '')
  expect(address.origin + address.pathname + address.search).toBe(
    'https://eu-central-1.console.aws.amazon.com/cloudformation/home?region=eu-central-1',
  )
  const [path, query] = address.hash.split('?')
  expect(path).toBe('#/stacks/create/review')
  const values = new Map(
    (query ?? '').split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]),
  )
  expect(values.get('param_ExternalId')).toBe(externalId)
  expect(values.get('param_AccountId')).toBe(accountId)
  expect(values.get('param_SourceBuckets')).toBe('acme-uploads,acme-archive')
})

test('each artifact is copied and downloaded as shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  for (const title of ['AWS CLI', 'Terraform', 'CDK', 'Trust policy', 'Permissions policy']) {
    await page.getByRole('tab', { name: title, exact: true }).click()
    const panel = page.getByRole('tabpanel', { name: title, exact: true })
    const shown = await panel.getByRole('region').textContent()
    await panel.getByRole('button', { name: /^Copy/ }).click()
    await expect(panel.getByText('Copied')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.trimEnd()).toBe((shown ?? '').trimEnd())
    const started = page.waitForEvent('download')
    await panel.getByRole('button', { name: /^Download/ }).click()
    const stream = await (await started).createReadStream()
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(Buffer.from(chunk))
    expect(Buffer.concat(chunks).toString()).toBe(copied)
  }
})

test('CloudFormation shows the deploy command with every parameter, and the template to download', { tag: '@thorough' }, async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const accountId = ordinaryAccount()
  await openWizard(page)
  const externalId = await proposedExternalId(page)
  await typeAccount(page, { accountId, buckets: 'acme-uploads\nacme-archive' })
  await continueToRole(page, accountId)
  await page.getByRole('button', { name: 'Copy command' }).click()
  const words = [
    'aws cloudformation deploy',
    '--region us-east-1',
    '--stack-name PixelworksAccess',
    '--template-file PixelworksAccess.yaml',
    '--capabilities CAPABILITY_NAMED_IAM',
    `--parameter-overrides AccountId=${accountId} ExternalId=${externalId} SourceBuckets=acme-uploads,acme-archive`,
  ]
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.replace(/ \\\n\s+/g, ' ')).toBe(`${words.join(' ')}\n`)
  await expect(page.getByRole('heading', { name: 'Waiting for your stack' })).toBeVisible()
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download template' }).click()
  expect((await started).suggestedFilename()).toBe('PixelworksAccess.yaml')
})

test('the console steps alone create the role, with a copy button for each value', { tag: '@thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('tab', { name: 'Console steps' }).click()
  const steps = page.getByRole('tabpanel', { name: 'Console steps' })
  await expect(steps).not.toContainText(/\*\*|```/)
  const copied = async (name: string, index = 0) => {
    await steps.getByRole('button', { name }).nth(index).click()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  // Once the role exists without permissions, the page shows that failure in place of the methods.
  const permissions = await copied('Copy policy', 1)
  const opened = page.waitForEvent('popup')
  await steps.getByRole('link', { name: 'Open Create role' }).click()
  const console = await opened
  await console.getByLabel('Custom trust policy').fill(await copied('Copy policy'))
  await console.getByLabel('Role name').fill(await copied('Copy Role name'))
  await console.getByRole('button', { name: 'Create role' }).click()
  await console.getByLabel('Permissions policy PixelworksAccess').fill(permissions)
  await console.getByRole('button', { name: 'Save permissions policy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
})

test('a connection is renamed', { tag: '@thorough' }, async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to AWS account')
  await page.getByRole('button', { name: 'Add a name' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Acme production')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused()
  await page.reload()
  await expect(page.getByText('Acme production')).toBeVisible()
})

test('Copy link copies the page of the simulated console that the button opens', { tag: '@thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const href = await page.getByRole('link', { name: /^Launch stack/ }).getAttribute('href')
  await copyLaunchLink(page)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(new URL(href ?? '', page.url()).href)
  const colleague = await context.newPage()
  await colleague.goto(copied)
  await expect(colleague.getByRole('heading', { name: 'Quick create stack' })).toBeVisible()
})

for (const region of ['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1']) {
  test(
    `a role in ${region} connects, with the vendor account of its partition`,
    inEachRunIf(region === 'us-gov-west-1'),
    async ({ page }) => {
      await reachRoleScreen(page, { accountId: ordinaryAccount(), region })
      await createRole(page)
      await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
    },
  )
}

test('reload, Back and Forward keep typed text, and a changed answer keeps the connection and its external ID', async ({ page }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  const proposal = await proposedExternalId(page)
  expect(proposal.length).toBeGreaterThanOrEqual(22)
  await typeAccount(page, { accountId, buckets: 'kept-bucket' })
  await page.reload()
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
  await expect(await externalIdField(page)).toHaveValue(proposal)
  await expect(page.getByLabel('Buckets')).toHaveValue('kept-bucket')

  await continueToRole(page, accountId)
  await page.getByRole('tab', { name: 'Trust policy', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'Trust policy', exact: true })).toContainText(proposal)
  const address = page.url()
  await page.reload()
  await page.getByRole('tab', { name: 'Trust policy', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'Trust policy', exact: true })).toContainText(proposal)
  await page.goBack()
  await expect(page.getByLabel('AWS account ID')).toHaveValue(accountId)
  await expect(await externalIdField(page)).toHaveValue(proposal)
  await page.goForward()
  await expect(page).toHaveURL(address)
  await page.goBack()
  await page.getByLabel('Buckets').fill('other-bucket')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(address)
  await page.getByRole('tab', { name: 'Permissions policy', exact: true }).click()
  await expect(page.getByRole('tabpanel', { name: 'Permissions policy', exact: true })).toContainText('other-bucket')
})

test('two tabs connect two accounts independently', { tag: ['@firefox', '@thorough'] }, async ({ page, context }) => {
  const [first, second] = [ordinaryAccount(), ordinaryAccount()]
  const other = await context.newPage()
  await openWizard(page)
  await openWizard(other)
  const ids = await Promise.all([page, other].map(proposedExternalId))
  expect(ids[0]).not.toBe(ids[1])
  await typeAccount(page, { accountId: first, buckets: 'first-bucket' })
  await typeAccount(other, { accountId: second, buckets: 'second-bucket' })
  await page.reload()
  await expect(page.getByLabel('AWS account ID')).toHaveValue(first)
  await expect(other.getByLabel('AWS account ID')).toHaveValue(second)
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'Continue' }).click()
  await createRole(other)
  await expect(other.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
})

test('the stack fails in any account but the typed one', async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const console = await openConsole(page)
  await console
    .getByRole('banner')
    .getByText(/^\d{4} \d{4} \d{4}$/)
    .click()
  await console.getByLabel('Signed in to account').fill(ordinaryAccount())
  await console.getByRole('button', { name: 'Switch account' }).click()
  await createStack(console)
  await expect(console.getByRole('alert')).toContainText('You are signed in to another AWS account')
})

test('the stack requires the IAM acknowledgment', { tag: '@thorough' }, async ({ page }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const console = await openConsole(page)
  await console.getByRole('button', { name: 'Create stack' }).click()
  await expect(console.getByText(/CAPABILITY_NAMED_IAM|acknowledge/i).last()).toBeVisible()
  await expect(console.getByText('CREATE_COMPLETE')).toHaveCount(0)
})
