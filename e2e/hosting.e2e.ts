import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { createRole, ordinaryAccount, reachRoleScreen } from './journey.ts'
import { inEachRunIf, test } from './test.ts'

for (const setting of settings) {
  test(`the hosting screen passes axe and keeps to its width: ${setting.title}`, inEachRunIf(setting === settings[0]), async ({ page }) => {
    await setUp(page, setting)
    await page.goto('/#/hosting')
    await expect(page.getByRole('heading', { name: 'Run Pixelworks without access keys' })).toBeVisible()
    for (const figure of ['Own resources', 'On behalf of customers', 'Roles and policies']) {
      await page.getByRole('tab', { name: figure }).click()
      expect(await findings(page, '.config-frame')).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    }
    await page.getByLabel('Accent color').fill('blue')
    await page.getByRole('tab', { name: 'vendor.json' }).click()
    await expect(page.getByRole('button', { name: 'Line 8' })).toBeVisible()
    expect(await findings(page, '.config-frame')).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
  })
}

test('the role follows the platform, and the policies follow the names', async ({ page }) => {
  await page.goto('/#/hosting')
  await page.getByLabel('Platform').selectOption('Amazon EKS with IRSA')
  await page.getByLabel('Own S3 buckets').fill('arn:aws:s3:::pixel-store')
  const policy = page.getByRole('region', { name: 'Permissions policy' })
  await expect(policy).toContainText('"arn:aws:iam::*:role/PixelworksAccess"')
  await expect(policy).toContainText('"arn:aws:s3:::pixel-store/*"')
  await page.getByRole('tab', { name: 'Trust policy' }).click()
  await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText('system:serviceaccount:default:pixelworks')
  await page.getByLabel('Kubernetes service account').fill('image-worker')
  await expect(page.getByRole('region', { name: 'Trust policy' })).toContainText('system:serviceaccount:default:image-worker')
  await page.getByLabel('Own S3 buckets').fill('Not_A_Bucket')
  await expect(page.getByText('Not_A_Bucket isn’t valid. Enter S3 bucket names')).toBeVisible()
  await page.getByLabel('Own DynamoDB tables').fill('arn:aws:dynamodb:eu-west-1:111122223333:table/jobs')
  await expect(page.getByText('isn’t in account 111122223333 and us-east-1, where the application runs.')).toBeVisible()
  await page.getByLabel('Platform').selectOption('Outside AWS')
  await expect(page.getByText('Set "hosting": "roles-anywhere" in vendor.json first')).toBeVisible()
})

test('a pasted policy is checked, fixed by one button, and then clean', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/hosting')
  const field = page.getByLabel('Permissions policy of your application role')
  const policyWith = (Resource: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource }] })
  await field.fill(policyWith('arn:aws:iam::*'))
  await expect(page.getByText('"arn:aws:iam::*" matches every role.')).toBeVisible()
  await page.getByRole('button', { name: 'Apply fix' }).first().click()
  await expect(field).toHaveValue(/arn:aws:iam::\*:role\/PixelworksAccess/)
  const clean = page.getByText('The application can assume the customers’ role.')
  await expect(clean).toBeVisible()
  await field.fill('')
  await expect(clean).toBeHidden()
  await page.getByRole('button', { name: 'Check the policy above' }).click()
  await expect(clean).toBeVisible()
})

test('the code has the role and the external ID of the connection, and no key', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/hosting')
  await page.getByLabel('External ID of the connection').fill('k7Qm2vK9dRt4XwB8nZc5Hs2P')
  await page.getByLabel('Customer account ID').fill('555566667777')
  for (const language of ['JavaScript', 'Python', 'Go', 'Java', '.NET', 'Rust', 'PHP', 'Ruby']) {
    await page.getByRole('tab', { name: language, exact: true }).click()
    const code = page.getByRole('region', { name: language, exact: true })
    await expect(code).toContainText('arn:aws:iam::555566667777:role/PixelworksAccess')
    await expect(code).toContainText('k7Qm2vK9dRt4XwB8nZc5Hs2P')
  }
  await page.getByRole('tab', { name: 'AWS CLI' }).last().click()
  await expect(page.getByRole('region', { name: 'AWS CLI' })).toContainText('credential_source = Ec2InstanceMetadata')
})

test('the hosting screen follows the language of the page', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/?locale=de#/hosting')
  await expect(page.getByRole('heading', { name: 'Pixelworks ohne Zugriffsschlüssel betreiben' })).toBeVisible()
  await page
    .getByLabel('Berechtigungsrichtlinie Ihrer Anwendungsrolle')
    .fill('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}')
  await expect(page.getByText('entspricht jeder Rolle in jedem Konto')).toBeVisible()
  await expect(page.getByRole('heading', { name: /\b(the|with|your|role)\b/ })).toHaveCount(0)
})

test('an engineer edits the config, sees it everywhere, fixes a policy, and downloads the files', async ({ page }) => {
  await page.goto('/#/hosting')
  const preview = page.getByTitle('Preview of the wizard').contentFrame()
  await page.getByLabel('Product name').scrollIntoViewIfNeeded()
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Connect an AWS account to Pixelworks')

  await page.getByLabel('Product name').fill('Lightroom Cloud')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Connect an AWS account to Lightroom Cloud')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Run Lightroom Cloud without access keys')
  await page.getByText('Role that customers create').click()
  await page.getByLabel('Role name', { exact: true }).fill('LightroomAccess')
  await expect(page.getByRole('region', { name: 'Permissions policy' })).toContainText('"arn:aws:iam::*:role/LightroomAccess"')
  await expect(page.getByRole('region', { name: 'JavaScript' })).toContainText('arn:aws:iam::444455556666:role/LightroomAccess')

  const field = page.getByLabel('Permissions policy of your application role')
  await field.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/*"}]}')
  await page.getByRole('button', { name: 'Apply fix' }).first().click()
  await expect(field).toHaveValue(/role\/LightroomAccess/)
  await expect(page.getByText('The application can assume the customers’ role.')).toBeVisible()

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download vendor.json' }).click()])
  expect(download.suggestedFilename()).toBe('vendor.json')
  const written = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(written)).toMatchObject({ name: 'Lightroom Cloud', role: { name: 'LightroomAccess', path: '/' } })

  await page.reload()
  await expect(page.getByLabel('Product name')).toHaveValue('Lightroom Cloud')
  await expect(field).toHaveValue(/role\/LightroomAccess/)
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByLabel('Product name')).toHaveValue('Pixelworks')
})

test('the preview is the real wizard: it continues to the role and restarts with another config', { tag: '@thorough' }, async ({
  page,
}) => {
  await page.goto('/#/hosting')
  const preview = page.getByTitle('Preview of the wizard').contentFrame()
  await page.getByLabel('Product name').scrollIntoViewIfNeeded()
  await preview.getByLabel('AWS account ID').fill('444455556666')
  await preview.getByLabel('Buckets').fill('acme-uploads')
  await preview.getByRole('button', { name: 'Continue' }).click()
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Create the role in AWS account 4444 5555 6666')
  await page.getByLabel('Accent color').fill('#0a6b45')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Connect an AWS account to Pixelworks')
  await expect(preview.getByLabel('AWS account ID')).toHaveValue('444455556666')
})

test('an invalid config says what is wrong, in which line, and keeps the last preview', async ({ page }) => {
  await page.goto('/#/hosting')
  const preview = page.getByTitle('Preview of the wizard').contentFrame()
  await page.getByLabel('Accent color').fill('blue')
  await expect(page.getByLabel('Accent color')).toHaveAccessibleDescription(/"blue" is not allowed here/)
  await expect(page.getByText('The config has errors, so the preview')).toBeVisible()
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Connect an AWS account to Pixelworks')
  await page.getByLabel('Platform').selectOption('AWS Lambda')
  await expect(page.getByRole('region', { name: 'Permissions policy' })).toContainText('/aws/lambda/pixelworks')
  await page.getByRole('button', { name: 'Line 8' }).click()
  const editor = page.getByRole('textbox', { name: /^The vendor’s config/ })
  await expect(editor).toBeFocused()
  await expect(page.locator('.squiggly-error')).toBeVisible()
  // The cursor is at the value.
  for (let step = 0; step < '"blue"'.length; step += 1) await page.keyboard.press('Delete')
  await expect(page.getByText('The value of "accentColor" is missing.')).toBeVisible()
  await page.getByRole('tab', { name: 'Form', exact: true }).click()
  await expect(page.getByText('Fix the JSON in vendor.json to use the form.')).toBeVisible()
  const platform = page.getByLabel('Platform')
  await expect(platform).toBeDisabled()
  await expect(platform).toHaveAccessibleDescription('Fix the JSON in vendor.json to choose the platform.')
  await page.getByRole('button', { name: 'Show the error' }).click()
  await expect(editor).toBeFocused()
})

test('the editor suggests the keys of the schema', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/hosting')
  await page.getByRole('tab', { name: 'vendor.json' }).click()
  const editor = page.getByRole('textbox', { name: /^The vendor’s config, editable/ })
  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"",')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('option', { name: /logoUrl/ })).toBeVisible()
})

test('the editor shows a change made elsewhere on the page', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/hosting')
  await page.getByRole('tab', { name: 'vendor.json' }).click()
  await page.getByRole('textbox', { name: /^The vendor’s config, editable/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('x')
  const firstLine = page.locator('.view-line').first()
  await expect(firstLine).toHaveText('x{')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(firstLine).toHaveText('{')
  await expect(page.getByText('No issues found.').first()).toBeVisible()
})

test('the linter reads the policies of a config', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 800 })
  await page.goto('/#/hosting')
  await page.getByRole('tab', { name: 'vendor.json' }).click()
  const text = page.getByRole('textbox', { name: /^The vendor’s config/ })
  await text.fill((await text.inputValue()).replace('"s3:GetObject"', '"s3:*"'))
  await expect(page.getByText('s3:* is every action of the service')).toBeVisible()
})

test('the code takes the values of a verified connection of this browser', { tag: '@thorough' }, async ({ page }) => {
  const accountId = ordinaryAccount()
  const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
  await reachRoleScreen(page, { accountId, externalId, buckets: 'pixel-store' })
  await createRole(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })).toBeVisible()
  await page.goto('/#/hosting')
  const connection = page.getByLabel('Verified connection')
  await expect(connection).toBeVisible()
  const code = page.getByRole('region', { name: 'JavaScript', exact: true })
  for (const value of [`arn:aws:iam::${accountId}:role/PixelworksAccess`, externalId, 'pixel-store'])
    await expect(code).toContainText(value)
  await connection.selectOption('Enter the values')
  await page.getByLabel('Customer account ID').fill('555566667777')
  await expect(code).toContainText('arn:aws:iam::555566667777:role/PixelworksAccess')
  await page.getByRole('tab', { name: 'Terraform' }).click()
  await page.getByRole('tab', { name: 'Python' }).click()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Python', exact: true })).toContainText('arn:aws:iam::555566667777:role/PixelworksAccess')
  await expect(page.getByRole('region', { name: 'Terraform' })).toBeVisible()
})

test('tabs keep the focus, and Tab moves into the editor and out of it', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/#/hosting')
  await page.getByRole('tab', { name: 'Form', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  const tab = page.getByRole('tab', { name: 'vendor.json' })
  const editor = page.getByRole('textbox', { name: /^The vendor’s config, editable/ })
  await expect(editor).toBeAttached()
  await expect(tab).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Download vendor.json' })).toBeFocused()
})

test('the demo opens the screen by its address, with the same preview', { tag: '@thorough' }, async ({ page }) => {
  await page.goto('/?demo#/hosting')
  await page.getByLabel('Product name').fill('Lightroom Cloud')
  const preview = page.getByTitle('Preview of the wizard').contentFrame()
  await page.getByTitle('Preview of the wizard').scrollIntoViewIfNeeded()
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Connect an AWS account to Lightroom Cloud')
})
