import { expect, type Locator, type Page } from '@playwright/test'
import { findings, scrollsSideways } from './appearance.ts'
import { continueToRole, copyLaunchLink, createStackFromFile, openWizard, ordinaryAccount, typeAccount } from './journey.ts'
import { test } from './test.ts'

const editButton = (page: Page) => page.getByRole('button', { name: 'Edit this policy' })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Permissions policy' })
/** Outside the editor. */
const remarksOf = (page: Page) => dialogOf(page).getByRole('heading', { name: 'Issues' }).locator('..')
const editorOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: /^Permissions policy, editable/ })

async function openEditor(page: Page, accountId = ordinaryAccount()): Promise<Locator> {
  await openWizard(page)
  await typeAccount(page, { accountId })
  await editButton(page).click()
  await expect(dialogOf(page).locator('.monaco-editor .view-lines')).toBeVisible()
  return dialogOf(page)
}

/** As pasted: typed text would get brackets and blanks of the editor's own. */
async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const objects = 'arn:aws:s3:::acme-uploads/*'
const find = { Sid: 'Find', Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::acme-uploads' }
const reading = (Action: string | string[]) => policy(find, { Sid: 'Read', Effect: 'Allow', Action, Resource: objects })

/** As IAM has it in the simulated account, asked as any AWS client asks. */
async function createdPermissions(page: Page, accountId: string): Promise<unknown> {
  const port = Number(new URL(page.url()).port) + 1
  const answer = await page.request.post(`http://localhost:${port}/`, {
    form: { Action: 'GetRolePolicy', Version: '2010-05-08', RoleName: 'PixelworksAccess', PolicyName: 'PixelworksAccess' },
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=SIM${accountId}/20261122/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0`,
    },
  })
  const [, encoded = ''] = /<PolicyDocument>([^<]*)<\/PolicyDocument>/.exec(await answer.text()) ?? []
  return JSON.parse(decodeURIComponent(encoded))
}

test('the editor is fetched only when its button is reached, and the button says what to type first', async ({ page }) => {
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  const ofEditor = () => files.filter((file) => /monaco|policy-editor-dialog|iam-data/.test(file))
  await openWizard(page)
  await expect(page.getByText('To edit this policy, first enter: Buckets.')).toBeVisible()
  await editButton(page).press('Enter')
  await page.waitForLoadState('networkidle')
  await expect(dialogOf(page)).toHaveCount(0)
  await typeAccount(page, { accountId: ordinaryAccount() })
  expect(ofEditor()).toEqual([])
  await editButton(page).hover()
  await expect.poll(() => ofEditor().filter((file) => file.endsWith('/s3.json')).length).toBe(1)
})

test('a misspelled action is marked, named with line and column, and corrected by the quick fix', { tag: '@thorough' }, async ({
  page,
}) => {
  const dialog = await openEditor(page)
  await expect(remarksOf(page).getByText('No issues found')).toBeVisible()
  await write(page, reading('s3:GetObjct'))
  await expect(dialog.getByText('There is no action s3:GetObjct. Write s3:GetObject.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Line 13, column 17' })).toBeVisible()
  await expect(dialog.locator('.squiggly-error')).toBeVisible()
  expect(await findings(page)).toEqual([])
  await editorOf(page).focus()
  await page.keyboard.press('F8')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('ControlOrMeta+.')
  await page.getByRole('option', { name: /Fix PP17/ }).click()
  await expect(remarksOf(page).getByText('No issues found')).toBeVisible()
  await expect(dialog.getByText('No changes')).toBeVisible()
})

test('a misspelled action is corrected from the list, and the correction can be undone', { tag: '@thorough' }, async ({ page }) => {
  const dialog = await openEditor(page)
  await write(page, reading('s3:GetObjct'))
  await dialog.getByRole('button', { name: 'Fix: There is no action s3:GetObjct.' }).click()
  await expect(remarksOf(page).getByText('No issues found')).toBeVisible()
  await expect(dialog.getByRole('heading', { name: 'Issues' })).toBeFocused()
  await editorOf(page).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(dialog.getByText('There is no action s3:GetObjct.', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Line 13, column 17' }).click()
  await expect(editorOf(page)).toBeFocused()
})

test('actions are completed, first the service and then its actions, also after another editor was open', { tag: '@thorough' }, async ({
  page,
}) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  await typeAccount(page, { accountId })
  await continueToRole(page, accountId)
  await page.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByRole('dialog').locator('.monaco-editor')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.goBack()
  await editButton(page).click()
  await expect(dialogOf(page).locator('.monaco-editor .view-lines')).toBeVisible()
  await write(page, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":[')
  await page.keyboard.type('"sqs')
  const suggestions = page.locator('.suggest-widget')
  await expect(suggestions.getByText('Amazon SQS')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('ListQueues')
  await expect(suggestions.getByRole('option', { name: /sqs:ListQueues/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).locator('.view-lines')).toContainText('"sqs:ListQueues"')
})

test('Tab leaves the editor, Escape does not close what was typed, and Done gives the focus back', {
  tag: ['@firefox', '@thorough'],
}, async ({ page }) => {
  const dialog = await openEditor(page)
  await editorOf(page).focus()
  await page.keyboard.press('Tab')
  await expect(editorOf(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(editButton(page)).toBeFocused()
  await expect(page.getByText('Edited policy')).toHaveCount(0)
})

test('an invalid policy stays as typed, also after a reload, and Continue says where the error is', { tag: '@thorough' }, async ({
  page,
}) => {
  const dialog = await openEditor(page)
  await write(page, reading('s3:GetObject').replace('"Allow",', '"Allow"'))
  await expect(dialog.getByText('A comma is missing after this.')).toBeVisible()
  await expect(dialog.getByText('Fix the JSON to see a summary.', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await expect(page.getByText('Edited policy')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  const summary = page.locator('.error-summary')
  const message = 'Permissions policy, line 6, column 23: A comma is missing after this.'
  await expect(summary.getByRole('link', { name: message })).toBeVisible()
  await summary.getByRole('link', { name: message }).click()
  await expect(editButton(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('A comma is missing after this.')).toBeVisible()
  await dialog.getByRole('button', { name: /^Fix/ }).first().click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(message)).toHaveCount(0)
})

test('size, plain words and the difference follow what is typed, and the vendor’s policy comes back', { tag: '@thorough' }, async ({
  page,
}) => {
  const dialog = await openEditor(page)
  await write(page, policy(find, { Effect: 'Deny', Action: 's3:DeleteObject', Resource: objects }))
  await expect(dialog.getByText('Denies, regardless of other statements:')).toBeVisible()
  const group = (title: string) => dialog.getByRole('heading', { name: title }).locator('..')
  await expect(group('Removed permissions')).toContainText(`s3:GetObject on ${objects}`)
  await expect(group('Denied by your policy')).toContainText(`s3:DeleteObject on ${objects}`)
  const many = Array.from({ length: 400 }, (_, at) => `arn:aws:s3:::acme-uploads-${at}/*`)
  await write(page, policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: many }))
  await expect(dialog.getByText('AWS rejects longer policies.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Reset to Pixelworks’s policy' }).click()
  await expect(dialog.getByText('No changes')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Edited policy')).toHaveCount(0)
})

test('an edited policy is in every artifact and in the created role, and survives the next screens', async ({ page }) => {
  const accountId = ordinaryAccount()
  const dialog = await openEditor(page, accountId)
  const edited = ['s3:GetObject', 's3:GetObjectTagging']
  await write(page, reading(edited))
  await expect(dialog.getByText(`s3:GetObjectTagging on ${objects}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Edited policy')).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  const question = page.getByRole('dialog', { name: 'This policy grants more than Pixelworks requested (1). Continue?' })
  await question.getByRole('button', { name: 'Continue anyway' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })).toBeVisible()
  const tabs = page.getByRole('tablist').first().getByRole('tab')
  for (const tab of await tabs.all()) {
    await tab.click()
    const panel = page.getByRole('tabpanel').filter({ visible: true }).first()
    const isTrust = /trust/i.test((await tab.textContent()) ?? '')
    if (!isTrust) await expect(panel).toContainText(/GetObjectTagging/)
  }
  await createStackFromFile(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible({ timeout: 30_000 })
  expect(await createdPermissions(page, accountId)).toEqual(JSON.parse(reading(edited)))
})

test('a narrow touch device edits the policy as plain text, with the findings as a list', { tag: '@thorough' }, async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 800 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  const page = await context.newPage()
  const files: string[] = []
  page.on('request', (request) => files.push(new URL(request.url()).pathname))
  await openWizard(page)
  await typeAccount(page, { accountId: ordinaryAccount() })
  await editButton(page).tap()
  const text = dialogOf(page).getByRole('textbox', { name: 'Permissions policy' })
  await text.fill(reading('s3:GetObjct'))
  await expect(dialogOf(page).getByText('There is no action s3:GetObjct.', { exact: false })).toBeVisible()
  await dialogOf(page).getByRole('button', { name: 'Line 13, column 17' }).tap()
  await expect(text).toBeFocused()
  expect(await findings(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
  await dialogOf(page).getByRole('button', { name: /^Fix/ }).tap()
  await expect(text).toHaveValue(/"s3:GetObject"/)
  await expect(remarksOf(page).getByText('No issues found')).toBeVisible()
  expect(files.filter((file) => /monaco/.test(file))).toEqual([])
  await context.close()
})

test('a policy that grants more and has errors is confirmed once, with the counts', async ({ page }) => {
  const accountId = ordinaryAccount()
  const dialog = await openEditor(page, accountId)
  await write(page, reading(['s3:GetObject', 's3:DeleteObject', 's3:GetObjct']))
  await expect(dialog.getByText(`s3:DeleteObject on ${objects}`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const name = 'This policy grants more than Pixelworks requested (2) and won’t work as written (1). Continue?'
  const question = page.getByRole('dialog', { name })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(question).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(editButton(page)).toBeFocused()
  await page.getByRole('button', { name: 'Continue' }).click()
  await question.getByRole('button', { name: 'Review policy' }).click()
  await expect(editButton(page)).toBeFocused()
  await page.getByRole('button', { name: 'Continue' }).click()
  await question.getByRole('button', { name: 'Continue anyway' }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Create the role in AWS account/ })
  await expect(heading).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading).toBeVisible()
})

test('a template that is pasted into the doctor is checked', { tag: '@thorough' }, async ({ page }) => {
  const accountId = ordinaryAccount()
  await openWizard(page)
  await typeAccount(page, { accountId })
  await continueToRole(page, accountId)
  await copyLaunchLink(page)
  await page.getByText('Taking too long? Find the problem').click()
  await page
    .getByLabel('What you created')
    .fill("AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Path: /\n")
  await expect(page.getByRole('heading', { name: 'Other issues in the template or link' })).toBeVisible()
  await expect(page.getByText('No output contains the ARN of the role Role. Add one.')).toBeVisible()
})

test('an issue links to the page of its rule, which needs no session or connection', { tag: '@thorough' }, async ({ page, context }) => {
  const dialog = await openEditor(page)
  await write(page, reading('s3:*'))
  const opened = context.waitForEvent('page')
  await dialog
    .getByRole('link', { name: /^Learn more/ })
    .first()
    .click()
  const rule = await opened
  await expect(rule.getByRole('heading', { level: 1, name: /^(?!PP04).+/ })).toBeVisible()
  await expect(rule.getByText('How to fix it')).toBeVisible()
  expect(await findings(rule)).toEqual([])
  await rule.getByRole('link', { name: 'All entries' }).click()
  await rule.getByRole('link', { name: 'The role expects a different external ID' }).first().click()
  await expect(rule.getByRole('heading', { level: 1, name: 'The role expects a different external ID' })).toBeVisible()
})
