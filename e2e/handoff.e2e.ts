import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { findings, scrollsSideways } from './appearance.ts'
import {
  continueToRole,
  createRole,
  createRoleInConsole,
  externalIdField,
  openWizard,
  ordinaryAccount,
  proposedExternalId,
  reachRoleScreen,
} from './journey.ts'
import { test } from './test.ts'

const port = Number(process.env['E2E_PORT'] ?? 4273)

/** In a browser of its own, as by an e-mail. */
async function colleagueAt(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  return page
}

async function madeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = page.getByRole('region', { name: 'Link', exact: true })
  await expect(link).toContainText('#/handoff/')
  return (await link.innerText()).trim()
}

test('an admin opens the link and creates the role, and the sender’s page shows it connected', { tag: '@firefox-thorough' }, async ({
  page,
  browser,
}) => {
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Send to a colleague' })).toBeFocused()
  await page.getByLabel('Note (optional)').fill('Please until Friday')
  const link = await madeLink(page)
  await expect(page.getByRole('heading', { name: 'Link', exact: true })).toBeFocused()
  const mail = page.getByRole('region', { name: 'Email text' })
  await expect(mail).toContainText(link)
  await expect(mail).toContainText('Please until Friday')
  await expect(mail).toContainText('acme-uploads')
  expect(await page.getByRole('link', { name: 'Open in email app' }).getAttribute('href')).toMatch(/^mailto:\?subject=Please/)
  expect(await findings(page)).toEqual([])
  await page.setViewportSize({ width: 375, height: 800 })
  expect(await scrollsSideways(page)).toBe(false)
  await page.getByRole('link', { name: 'Back to the connection' }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for your colleague' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Launch stack/ })).toBeHidden()

  const admin = await colleagueAt(browser, link)
  await expect(
    admin.getByRole('heading', { level: 1, name: `Create the role in AWS account ${accountIdInGroups(accountId)}` }),
  ).toBeVisible()
  expect(admin.url()).not.toContain(link.split('/').at(-1))
  await expect(admin.getByRole('heading', { name: 'Your turn: create the role' })).toBeVisible()
  await expect(admin.getByText('Please until Friday')).toBeVisible()
  expect(await findings(admin)).toEqual([])
  await createRoleInConsole(admin)
  await expect(admin.getByRole('heading', { name: 'All done' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await admin.goto('/#/')
  await expect(admin.getByRole('heading', { name: 'This link opens one connection' })).toBeVisible()
  await expect(admin).toHaveTitle(/^This link opens one connection/)
  await admin.context().close()
})

test('a colleague’s question reaches the sender, and both sides see whose turn it is', { tag: '@thorough' }, async ({ page, browser }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  const link = await madeLink(page)
  await page.getByRole('link', { name: 'Back to the connection' }).click()
  const admin = await colleagueAt(browser, link)
  await expect(admin.getByRole('heading', { name: 'Your turn: create the role' })).toBeVisible()
  await admin.getByText('Ask a question or decline').click()
  await admin.getByRole('button', { name: 'Ask a question' }).click()
  await expect(admin.getByRole('alert')).toContainText('Add a sentence or two')
  await admin.getByLabel('Message').fill('Is this for production?')
  await admin.getByRole('button', { name: 'Ask a question' }).click()
  await expect(admin.getByRole('heading', { name: 'Waiting for the sender' })).toBeVisible()

  await expect(page.getByRole('heading', { name: 'Your turn' })).toBeVisible()
  await expect(page.getByText('Is this for production?')).toBeVisible()
  await admin.getByText('Ask a question or decline').click()
  await admin.getByLabel('Message').fill('And until when?')
  await page.getByLabel('Reply', { exact: true }).fill('Yes, and it is agreed with security')
  await page.getByRole('button', { name: 'Send back' }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for your colleague' })).toBeVisible()
  await expect(admin.getByText('Yes, and it is agreed with security')).toBeVisible()
  await expect(admin.getByRole('heading', { name: 'Your turn: create the role' })).toBeVisible()
  await expect(admin.getByLabel('Message')).toHaveValue('And until when?')
  await admin.context().close()
})

test('a colleague without AWS access chooses the buckets, and the role gets them', { tag: '@thorough' }, async ({ page, browser }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  await page.getByLabel('What should they do?').selectOption({ label: 'Choose permissions and buckets' })
  const link = await madeLink(page)
  const colleague = await colleagueAt(browser, link)
  await expect(colleague.getByRole('heading', { level: 1, name: 'Permissions' })).toBeVisible()
  await colleague.getByLabel('Buckets').fill('')
  await colleague.getByRole('button', { name: 'Save and return' }).click()
  await expect(colleague.getByRole('region', { name: 'Check these fields' })).toBeFocused()
  await colleague.getByLabel('Buckets').focus()
  await colleague.keyboard.type('the-right-bucket')
  await expect(colleague.getByLabel('Buckets')).toHaveValue('the-right-bucket')
  await expect(colleague.getByRole('region', { name: 'Check these fields' })).toHaveCount(0)
  expect(await findings(colleague)).toEqual([])
  await colleague.getByRole('button', { name: 'Save and return' }).click()
  await expect(colleague.getByRole('heading', { name: 'Waiting for the sender' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the connection' }).click()
  await expect(page.getByRole('heading', { name: 'Your turn' })).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: 'Permissions policy' }).click()
  await expect(page.getByRole('region', { name: 'Permissions policy' })).toContainText('the-right-bucket')
  await colleague.context().close()
})

test('a sender without the account ID shares the form, and the colleague completes it', { tag: '@thorough' }, async ({ page, browser }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  await page.getByLabel('Buckets').fill('acme-uploads')
  const proposed = await proposedExternalId(page)
  await page.getByText('Advanced settings (path, boundary, tags)').click()
  await page.getByLabel('Permissions boundary').fill('CompanyBoundary')
  await page.getByLabel('Maximum session duration').selectOption('1 hour')
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  await expect(page.getByRole('region', { name: 'Also included' })).toContainText('With a maximum session duration of 1 hour')
  const link = await madeLink(page)
  const admin = await colleagueAt(browser, link)
  await expect(admin.getByLabel('Buckets')).toHaveValue('acme-uploads')
  await expect(await externalIdField(admin)).toHaveValue(proposed)
  const along = admin.getByRole('region', { name: 'Additional requests' })
  await expect(along).toContainText('With your company’s permissions boundary CompanyBoundary')
  await expect(admin.getByLabel('Maximum session duration')).toHaveValue('3600')
  await admin.getByLabel('AWS account ID').fill(accountId)
  await admin.getByRole('button', { name: 'Continue' }).click()
  await expect(admin.getByLabel('Permissions boundary')).toHaveAccessibleDescription(/Enter a policy ARN/)
  await admin.getByLabel('Permissions boundary').fill(`arn:aws:iam::${accountId}:policy/CompanyBoundary`)
  await continueToRole(admin, accountId)
  await expect(
    page.getByRole('heading', { level: 1, name: `Create the role in AWS account ${accountIdInGroups(accountId)}` }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Waiting for your colleague' })).toBeVisible()
  await createRole(admin)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await admin.context().close()
})

test('a revoked link closes at once where it is open, and says what to do', async ({ page, browser }) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  const link = await madeLink(page)
  const admin = await colleagueAt(browser, link)
  await expect(admin.getByRole('heading', { name: 'Your turn: create the role' })).toBeVisible()
  await expect(page.getByLabel('Note (optional)')).toBeHidden()
  await page.getByText('Replace the link').click()
  await page.getByRole('button', { name: 'Create new link' }).click()
  await expect(page.getByRole('region', { name: 'Link', exact: true })).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Link', exact: true })).not.toHaveText(link)
  await page.getByRole('button', { name: 'Revoke link' }).click()
  await expect(page.getByText('Link revoked.')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Revoke link' })).toHaveCount(0)
  await expect(admin.getByRole('heading', { name: 'This link was revoked' })).toBeVisible()
  await expect(admin.getByText('Ask the sender for a new link.')).toBeVisible()
  expect(await findings(admin)).toEqual([])
  await admin.goto('/#/handoff/NoSuchLink')
  await expect(admin.getByRole('heading', { name: 'We don’t recognize this link' })).toBeVisible()
  await admin.getByRole('button', { name: 'Continue without the link' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Connect an AWS account to Pixelworks' })).toBeVisible()
  await admin.context().close()
})

/** A server whose links live for seconds. */
async function impatientServer(): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const env = {
    ...process.env,
    PORT: String(port + 6),
    ROLEBRIDGE_SIMULATOR_PORT: String(port + 7),
    ROLEBRIDGE_DATA: mkdtempSync(join(tmpdir(), 'rolebridge-handoff-')),
    ROLEBRIDGE_HANDOFF_LIFETIME_MS: '6000',
  }
  const server: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, '../dist/server/main.js')], { env, stdio: 'ignore' })
  const origin = `http://localhost:${port + 6}`
  await expect.poll(async () => (await fetch(`${origin}/healthz`).catch(() => null))?.status ?? 0).toBe(200)
  return { origin, stop: () => void server.kill() }
}

test('an expired link tells both sides', { tag: '@thorough' }, async ({ page, browser }) => {
  const { origin, stop } = await impatientServer()
  try {
    const accountId = ordinaryAccount()
    await page.goto(origin)
    await page.getByLabel('AWS account ID').fill(accountId)
    await page.getByLabel('Buckets').fill('acme-uploads')
    await continueToRole(page, accountId)
    await page.getByRole('link', { name: 'Send to a colleague' }).click()
    const link = await madeLink(page)
    await page.getByRole('link', { name: 'Back to the connection' }).click()
    await expect(page.getByRole('heading', { name: 'The link to your colleague has expired' })).toBeVisible()
    const admin = await colleagueAt(browser, link)
    await expect(admin.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
    await expect(admin.getByText('so that an old email can’t open anything')).toBeVisible()
    await admin.context().close()
  } finally {
    stop()
  }
})
