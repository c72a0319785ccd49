import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { findings, scrollsSideways } from './appearance.ts'
import { callAws, createRole, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { test } from './test.ts'

async function connected(page: Page): Promise<string> {
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  return accountId
}

async function downloadedReceipt(page: Page): Promise<string> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download receipt' }).click()
  const download = await started
  expect(download.suggestedFilename()).toMatch(/^receipt-\d{12}-\d{4}-\d\d-\d\d\.jws$/)
  return readFileSync(await download.path(), 'utf8')
}

/** One character of the text in the middle of a part of the receipt becomes another one. */
function changed(jws: string, part: 0 | 1 | 2): string {
  const parts = jws.split('.')
  const text = parts[part] ?? ''
  const at = Math.floor(text.length / 2)
  parts[part] = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  return parts.join('.')
}

test('a receipt is genuine, and one changed character makes it invalid', async ({ page }) => {
  test.setTimeout(90_000)
  const accountId = await connected(page)
  const receipt = await downloadedReceipt(page)
  await page.getByRole('link', { name: 'Verify a receipt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Verify a receipt' })).toBeFocused()
  const field = page.getByLabel('Receipt', { exact: true })
  await field.fill(receipt)
  await expect(page.getByRole('heading', { name: 'Not from a real account' })).toBeVisible()
  await expect(page.getByText('Simulated', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Valid and current, checked / })).toBeVisible()
  await expect(page.getByText(accountIdInGroups(accountId))).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not tested' }).getByRole('listitem')).not.toHaveCount(0)
  expect(await findings(page)).toEqual([])

  await field.fill(changed(receipt, 1))
  await expect(page.getByRole('heading', { name: 'Invalid signature' })).toBeVisible()
  await field.fill(changed(receipt, 2))
  await expect(page.getByRole('heading', { name: 'Invalid signature' })).toBeVisible()
  await expect(page.getByText(accountIdInGroups(accountId))).toHaveCount(0)
  await field.fill('What is this?')
  await expect(page.getByRole('heading', { name: 'Not a receipt' })).toBeVisible()
  expect(await findings(page)).toEqual([])

  await field.fill(receipt.replace(/.{60}/g, '$&\n'))
  await expect(page.getByRole('heading', { name: 'Not from a real account' })).toBeVisible()
  await field.fill('')
  await expect(page.getByRole('heading', { name: 'Not from a real account' })).toHaveCount(0)
})

test('a receipt is checked from its file, in a browser that has no session here', { tag: '@thorough' }, async ({ page, browser }) => {
  await connected(page)
  const receipt = await downloadedReceipt(page)
  const elsewhere = await browser.newPage()
  await elsewhere.goto(new URL('/#/receipt', page.url()).href)
  const chosen = elsewhere.waitForEvent('filechooser')
  await elsewhere.getByRole('button', { name: 'Choose a file' }).click()
  await (await chosen).setFiles({ name: 'receipt.jws', mimeType: 'application/jose', buffer: Buffer.from(receipt) })
  await expect(elsewhere.getByRole('heading', { name: 'Not from a real account' })).toBeVisible()
  await elsewhere.close()
})

test('the review begins with a page of its own on paper: the result, its date and the version', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await page.getByRole('link', { name: 'Security review page' }).click()
  const summary = page.getByRole('region', { name: 'Summary' })
  await expect(summary).toContainText('Connected and verified')
  await expect(summary).toContainText(/\d of \d passed/)
  await expect(summary).toContainText(/Template version\s*[0-9a-f]{64}/)
  await expect(summary.getByRole('region', { name: 'Not tested' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  expect(await summary.evaluate((element) => getComputedStyle(element).breakAfter)).toBe('page')
})

test('an expired receipt is genuine but no longer current', { tag: '@thorough' }, async ({ page, browser }) => {
  await connected(page)
  const receipt = await downloadedReceipt(page)
  const context = await browser.newContext()
  const later = await context.newPage()
  await later.clock.setFixedTime(Date.now() + 25 * 60 * 60 * 1000)
  await later.goto(new URL('/#/receipt', page.url()).href)
  await later.getByLabel('Receipt', { exact: true }).fill(receipt)
  await expect(later.getByRole('heading', { name: /^Valid, checked on .*, no longer current$/ })).toBeVisible()
  await expect(later.getByText('Ask for a new one.')).toBeVisible()
  await expect(later.getByText(/invalid|wrong/i)).toHaveCount(0)
  expect(await findings(later)).toEqual([])
  await context.close()
})

test('the verified screen shows what was not tested', async ({ page }) => {
  await connected(page)
  const untested = page.getByRole('region', { name: 'Not tested' })
  await expect(untested).toContainText('Other exact external IDs')
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByRole('heading', { name: 'Full policies' })).toBeVisible()
  await expect(untested).toContainText('Other exact external IDs')
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role/ })).toBeVisible()
  await expect(untested).toContainText('Other exact external IDs')
})

/** Removes the condition from the trust policy, as an administrator of the account. */
async function weakenRole(page: Page, request: APIRequestContext): Promise<void> {
  const arn =
    (await page
      .getByText(/^arn:aws:iam::\d{12}:role\//)
      .first()
      .textContent()) ?? ''
  const Statement = [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }]
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
  const parameters = { RoleName: arn.split('/').at(-1) ?? '', PolicyDocument }
  const scope = { accountId: AccountId.parse(arn.split(':')[4]), region: Region.parse('us-east-1'), service: 'iam' } as const
  await callAws(request, { ...scope, action: 'UpdateAssumeRolePolicy', parameters })
}

test('a receipt is refused once the role is no longer verified, and the page shows what the role is now', { tag: '@thorough' }, async ({
  page,
  context,
  request,
}) => {
  await connected(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await weakenRole(page, request)
  // AWS answers from the old policy for a moment. Once the answer is there, the button is not.
  const attention = other.getByRole('heading', { level: 1, name: 'Connection needs attention' })
  await expect(async () => {
    if (!(await attention.isVisible())) await other.getByRole('button', { name: 'Check again' }).click({ timeout: 1000 })
    await expect(attention).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: 'Download receipt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Connection needs attention' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download receipt' })).toHaveCount(0)
})

test('changed permissions update the role and create no second one', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await page.goto(page.url().replace(/connected$/, 'permissions'))
  await expect(page.getByRole('heading', { level: 1, name: 'Change permissions' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Buckets').fill('')
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await expect(page.getByRole('heading', { name: 'Check these fields' })).toBeVisible()
  await page.getByLabel('Buckets').fill('acme-uploads, acme-archive')
  await page.getByRole('button', { name: 'Save permissions' }).click()
  const update = page.getByRole('region', { name: 'Update the role' })
  await expect(page.getByRole('heading', { level: 1, name: /^Update the role in account/ })).toBeVisible()
  await expect(page.getByText('The role exists already, so update its stack. Don’t create a second one.')).toBeVisible()
  await expect(update.getByText('acme-uploads,acme-archive')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Launch stack \(simulated\)/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Verification' })).toContainText('acme-archive')
  expect(await findings(page)).toEqual([])
})

test('an unverified connection has no receipt: the server answers 409, and the review page says why', { tag: '@thorough' }, async ({
  page,
}) => {
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  const id = /connections\/([^/]+)\//.exec(page.url())?.[1] ?? ''
  const answer = await page.evaluate(async (path) => {
    const { token } = JSON.parse(localStorage.getItem('rolebridge.session') ?? '{}')
    const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
    return { status: response.status, problem: await response.json() }
  }, `api/connections/${id}/receipt`)
  expect(answer).toMatchObject({ status: 409, problem: { code: 'not-verified' } })
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByText('A signed receipt is available after verification.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download receipt' })).toHaveCount(0)
})

for (const width of [1240, 375]) {
  test(`the security review page is complete, passes axe and fits ${width} px`, {
    tag: width === 375 ? '@firefox-thorough' : '@thorough',
  }, async ({ page }) => {
    test.setTimeout(90_000)
    const accountId = await connected(page)
    await page.setViewportSize({ width, height: 900 })
    await page.getByRole('link', { name: 'Security review page' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: `Security review: Pixelworks access to AWS account ${accountIdInGroups(accountId)}` }),
    ).toBeFocused()
    for (const name of [
      'What will be created',
      'Permissions and worst case',
      'Why an external ID?',
      'Verification results',
      'Monitoring',
      'Revoking access',
      'Full policies',
    ])
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText('sts:ExternalId')
    await expect(page.getByRole('region', { name: 'Permissions policy' })).toContainText('s3:GetObject')
    await expect(page.getByRole('button', { name: 'Download receipt' })).toBeVisible()
    expect(await findings(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await page.goto('/#/receipt')
    await expect(page.getByRole('heading', { level: 1, name: 'Verify a receipt' })).toBeVisible()
    expect(await findings(page)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })
}

test('the printed page has both policies in full and no screen controls', { tag: '@thorough' }, async ({ page }) => {
  await connected(page)
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  // Browsers leave out backgrounds on paper unless told otherwise, and the sign of a passed check would be white on white.
  await expect(page.locator('.check-mark').first()).toHaveCSS('print-color-adjust', 'exact')
  const cut = await page
    .locator('.code-view')
    .evaluateAll((views) =>
      views
        .filter((view) => view.scrollHeight > view.clientHeight + 1 || view.scrollWidth > view.clientWidth + 1)
        .map((view) => view.ariaLabel),
    )
  expect(cut).toEqual([])
})

/** The link as the button copies it. */
async function copiedReviewLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The link says something else than it did, and the receipt in it stays. */
function altered(link: string, from: string, to: string): string {
  const [page = '', text = ''] = link.split('#/review/')
  return `${page}#/review/${Buffer.from(Buffer.from(text, 'base64url').toString().replaceAll(from, to)).toString('base64url')}`
}

test('one link opens the review page without a session, with a checked receipt and no secret', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const accountId = ordinaryAccount()
  const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2Q'
  await reachRoleScreen(page, { accountId, externalId })
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByText('Once the role is verified, it includes the signed receipt.')).toBeVisible()
  const stated = await copiedReviewLink(page)
  await page.goBack()
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await page.getByRole('link', { name: 'Security review page' }).click()
  await expect(page.getByText('It includes the signed receipt, which the page verifies.')).toBeVisible()
  const link = await copiedReviewLink(page)
  for (const shared of [stated, link])
    expect(Buffer.from(shared.split('#/review/')[1] ?? '', 'base64url').toString()).not.toContain(externalId)

  const context = await browser.newContext({ viewport: { width: 375, height: 800 } })
  const reviewer = await context.newPage()
  await reviewer.goto(link)
  const heading = `Security review: Pixelworks access to AWS account ${accountIdInGroups(accountId)}`
  await expect(reviewer.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await expect(reviewer.getByRole('heading', { name: 'Simulated: not from a real account' })).toBeVisible()
  await expect(reviewer.getByRole('region', { name: 'Trust policy' })).toContainText('<external ID>')
  expect(await reviewer.evaluate(() => localStorage.length)).toBe(0)
  expect(await findings(reviewer)).toEqual([])
  expect(await scrollsSideways(reviewer)).toBe(false)

  await reviewer.goto(altered(link, 'acme-uploads', 'acme-payroll'))
  await expect(reviewer.getByText('Differences: the permissions policy.')).toBeVisible()
  await reviewer.goto(altered(link, '"receipt":"e', '"receipt":"f'))
  await expect(reviewer.getByRole('heading', { name: 'Not a receipt' })).toBeVisible()
  await reviewer.goto(stated)
  await expect(reviewer.getByRole('heading', { name: 'Not verified' })).toBeVisible()
  await reviewer.goto('/review')
  await expect(reviewer.getByRole('heading', { level: 1, name: 'Invalid link' })).toBeVisible()
  await context.close()
})
