import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { connectionTerms } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { diagnosisTexts } from '#core/verify/verdict.ts'
import { findings, scrollsSideways } from './appearance.ts'
import { copyLaunchLink, openWizard, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

const vendor = Vendor.parse(JSON.parse(readFileSync(new URL('../public/vendor.json', import.meta.url), 'utf8')))

const waiting = 'Taking too long? Find the problem'

/** An external ID that no other test uses. */
const freshExternalId = () => `doctor-${crypto.randomUUID()}`

function planFor(accountId: string, externalId: string): RolePlan {
  const permissions = { readSourceImages: { sourceBuckets: ['acme-uploads'] } }
  return rolePlan(connectionTerms(vendor).parse({ accountId, externalId, region: 'us-east-1', permissions }), vendor)
}

async function reachDoctor(page: Page, externalId = freshExternalId()): Promise<RolePlan> {
  const plan = planFor(ordinaryAccount(), externalId)
  await reachRoleScreen(page, { accountId: plan.accountId, externalId })
  await copyLaunchLink(page)
  await page.getByText(waiting).click()
  await expect(page.getByLabel('What you created')).toBeVisible()
  return plan
}

const paste = (page: Page, text: string) => page.getByLabel('What you created').fill(text)
const says = (page: Page, sentence: string | RegExp) => expect(page.getByRole('heading', { level: 3, name: sentence })).toBeVisible()

const wrongId = ({ trustPolicy, externalId }: RolePlan, wrong: string) => policyText(trustPolicy).replace(externalId, wrong)

const getRole = (plan: RolePlan, trustPolicy: string) =>
  JSON.stringify(
    {
      Role: {
        Path: plan.path,
        RoleName: plan.roleName,
        RoleId: 'AROAEXAMPLE0000000001',
        Arn: plan.roleArn,
        CreateDate: '2026-11-22T08:00:00+00:00',
        AssumeRolePolicyDocument: encodeURIComponent(trustPolicy),
        MaxSessionDuration: plan.maxSessionDuration,
      },
    },
    null,
    4,
  )

/** As a browser copies the console's table, newest first. */
const rolledBack = (plan: RolePlan) =>
  [
    ['2026-11-22 09:00:09 UTC+0100', plan.stackName, 'ROLLBACK_COMPLETE', '-'],
    ['2026-11-22 09:00:06 UTC+0100', plan.stackName, 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [Role].'],
    [
      '2026-11-22 09:00:05 UTC+0100',
      'Role',
      'CREATE_FAILED',
      `Resource handler returned message: "Role with name ${plan.roleName} already exists. (Service: Iam, Status Code: 409)" (HandlerErrorCode: AlreadyExists)`,
    ],
    ['2026-11-22 09:00:02 UTC+0100', plan.stackName, 'CREATE_IN_PROGRESS', 'User Initiated'],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')

test('recognizes a pasted access key, and says in German too what to do', { tag: '@thorough' }, async ({ page }) => {
  await reachDoctor(page)
  await paste(page, 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE')
  await expect(page.getByRole('alert')).toContainText('That’s an access key')
  await expect(page.getByRole('alert')).toContainText('Nothing was sent')
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page.getByRole('alert')).toContainText('Das ist ein Zugriffsschlüssel')
})

test('names a wrong external ID and offers a policy with the right one', { tag: '@firefox-thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sent: string[] = []
  const plan = await reachDoctor(page)
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await paste(page, wrongId(plan, 'some-other-external-id'))
  await says(page, /some-other-external-id/)
  const diff = page.getByRole('region', { name: 'Your trust policy vs. corrected' })
  await expect(diff.getByText('Removed:').locator('..')).toContainText('−')
  await expect(diff.getByText('Removed:').locator('..')).toContainText('some-other-external-id')
  await expect(diff.getByText('Added:').locator('..')).toContainText('+')
  await expect(diff.getByText('Added:').locator('..')).toContainText(plan.externalId)
  await page.getByRole('button', { name: 'Copy corrected trust policy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(policyText(plan.trustPolicy))
  await page.getByRole('tablist', { name: 'How to fix it' }).getByRole('tab', { name: 'AWS CLI' }).click()
  await expect(page.getByRole('region', { name: 'AWS CLI fix' })).toContainText('aws iam update-assume-role-policy')
  expect(sent.filter((request) => request.includes('some-other-external-id'))).toEqual([])
  const stored = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
  expect(stored).not.toContain('some-other-external-id')
})

test('reads the output of aws iam get-role with its encoded policy', { tag: '@thorough' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const plan = await reachDoctor(page)
  await page.getByRole('listitem').getByRole('button', { name: 'Copy command' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`aws iam get-role --role-name ${plan.roleName}`)
  await paste(page, getRole(plan, wrongId(plan, `${plan.externalId} `)))
  await expect(page.getByText(`role ${plan.roleName} in account`)).toBeVisible()
  await says(page, /contains a space or an invisible character/)
  await paste(page, getRole(plan, policyText(plan.trustPolicy)))
  await says(page, 'The role matches what was requested.')
  await expect(page.getByText(/resource control policy \(RCP\)/)).toBeVisible()
  await expect(page.getByText(/^Wrong account or role/)).toHaveCount(0)
  await paste(page, policyText(plan.trustPolicy))
  await says(page, 'The trust policy matches what was requested.')
  await expect(page.getByText(/^Wrong account or role/)).toBeVisible()
})

test('explains the events of a stack that rolled back', { tag: '@thorough' }, async ({ page }) => {
  const plan = await reachDoctor(page)
  await paste(page, rolledBack(plan))
  await expect(page.getByText(`Found: the events of the stack ${plan.stackName}`)).toBeVisible()
  await says(page, new RegExp(`${plan.roleName}.*already|already.*${plan.roleName}`))
  await expect(page.getByRole('heading', { name: 'How to fix it' })).toBeVisible()
})

test('locates invalid JSON by line and column, and still reads it', { tag: '@thorough' }, async ({ page }) => {
  const plan = await reachDoctor(page)
  await paste(page, wrongId(plan, 'some-other-external-id').replace(',', ''))
  await expect(page.getByText('Line 2, column 25')).toBeVisible()
  await expect(page.getByText('A comma is missing after this.')).toBeVisible()
  await says(page, /^After fixing the JSON: .*some-other-external-id/)
  await paste(page, 'A cat walked over the keyboard.')
  await expect(page.getByText('Found: not recognized.')).toBeVisible()
})

test('keeps a pasted text across tabs, verdicts and the disclosure, and drops it on reload', { tag: '@thorough' }, async ({
  page,
  context,
}) => {
  const plan = await reachDoctor(page)
  const pasted = wrongId(plan, 'some-other-external-id')
  await paste(page, pasted)
  const other = await context.newPage()
  await other.goto('about:blank')
  await page.bringToFront()
  await expect(page.getByLabel('What you created')).toHaveValue(pasted)
  // The role is never created, so after a while it is late.
  await page.getByLabel('What you created').focus()
  await expect(page.getByRole('heading', { name: diagnosisTexts('not-assumable').title })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('What you created')).toHaveValue(pasted)
  await expect(page.getByLabel('What you created')).toBeFocused()
  await says(page, /some-other-external-id/)
  const summary = page.getByText(waiting)
  await summary.click()
  await expect(page.getByLabel('What you created')).toHaveCount(0)
  await summary.click()
  await expect(page.getByLabel('What you created')).toHaveValue(pasted)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
  await expect(page.getByLabel('What you created')).toHaveCount(0)
})

async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await control.count()) > 0 && (await control.evaluate((element) => element === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  await expect(control).toBeFocused()
}

test('answers a text pasted by keyboard, and copies the corrected policy by keyboard', async ({ page }) => {
  const plan = planFor(ordinaryAccount(), freshExternalId())
  await reachRoleScreen(page, { accountId: plan.accountId, externalId: plan.externalId })
  await copyLaunchLink(page)
  await tabTo(page, page.locator('summary', { hasText: /Find the problem/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('What you created')).toBeVisible()
  await tabTo(page, page.getByLabel('What you created'))
  await page.keyboard.insertText(wrongId(plan, 'some-other-external-id'))
  await says(page, /some-other-external-id/)
  await expect(page.getByRole('region', { name: 'Your trust policy vs. corrected' })).toContainText('some-other-external-id')
  expect(await findings(page)).toEqual([])
  const folder = process.env['E2E_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/doctor-comparison.png` })
  const copy = page.getByRole('button', { name: 'Copy corrected trust policy' })
  await tabTo(page, copy)
  await page.keyboard.press('Enter')
  await expect(copy).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1240, 375]) {
    test(
      `the doctor passes axe and fits its width: ${width}, ${colorScheme}`,
      inEachRunIf(width === 375 && colorScheme === 'dark'),
      async ({ page }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        const plan = await reachDoctor(page)
        const texts = [
          '',
          wrongId(plan, 'some-other-external-id'),
          policyText(plan.trustPolicy),
          rolledBack(plan),
          '{ "Version": 1 "a": 2 }',
        ]
        for (const [at, text] of texts.entries()) {
          await paste(page, text)
          if (text !== '') await expect(page.getByText(/^Found:/)).toBeVisible()
          expect(await findings(page)).toEqual([])
          expect(await scrollsSideways(page)).toBe(false)
          const folder = process.env['E2E_PICTURES']
          if (folder !== undefined) await page.screenshot({ path: `${folder}/doctor-${width}-${colorScheme}-${at}.png`, fullPage: true })
        }
      },
    )
  }
}

test('loads the doctor only when the pointer reaches its button', { tag: '@thorough' }, async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  const ofDoctor = () => files.filter((file) => /doctor-panel/.test(file))
  await openWizard(page)
  await page.waitForLoadState('networkidle')
  expect(ofDoctor()).toEqual([])
  await reachRoleScreen(page, { accountId: ordinaryAccount() })
  await copyLaunchLink(page)
  await expect(page.getByText(waiting)).toBeVisible()
  expect(ofDoctor()).toEqual([])
  await page.getByText(waiting).hover()
  await expect.poll(() => ofDoctor().length).toBeGreaterThan(0)
})
