import { expect } from '@playwright/test'
import { findings, scrollsSideways, settings, setUp } from './appearance.ts'
import { test } from './test.ts'

for (const setting of settings) {
  test(`the hosting screen passes axe and keeps to its width: ${setting.title}`, async ({ page }) => {
    await setUp(page, setting)
    await page.goto('/#/hosting')
    await expect(page.getByRole('heading', { name: 'Run Pixelworks without access keys' })).toBeVisible()
    for (const figure of ['Own resources', 'On behalf of customers', 'Roles and policies']) {
      await page.getByRole('tab', { name: figure }).click()
      expect(await findings(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
    }
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
  await expect(page.getByText('Not_A_Bucket isn’t valid here.')).toBeVisible()
})

test('a pasted policy is checked, fixed by one button, and then clean', async ({ page }) => {
  await page.goto('/#/hosting')
  const field = page.getByLabel('Permissions policy of your application role')
  const policyWith = (Resource: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource }] })
  await field.fill(policyWith('arn:aws:iam::*'))
  await expect(page.getByText('"arn:aws:iam::*" is every role.')).toBeVisible()
  await page.getByRole('button', { name: 'Apply fix' }).first().click()
  await expect(field).toHaveValue(/arn:aws:iam::\*:role\/PixelworksAccess/)
  await page.getByRole('button', { name: 'Apply fix' }).first().click()
  await expect(page.getByText('No issues found.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Check the policy above' }).click()
  await expect(page.getByText('No issues found.').first()).toBeVisible()
})

test('the code has the role and the external ID of the connection, and no key', async ({ page }) => {
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

test('the screen is German where the page is', async ({ page }) => {
  await page.goto('/?locale=de#/hosting')
  await expect(page.getByRole('heading', { name: 'Pixelworks ohne Zugriffsschlüssel betreiben' })).toBeVisible()
  await page
    .getByLabel('Berechtigungsrichtlinie Ihrer Anwendungsrolle')
    .fill('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}')
  await expect(page.getByText('ist irgendeine Rolle irgendwo')).toBeVisible()
  await expect(page.getByRole('heading', { name: /\b(the|with|your|role)\b/ })).toHaveCount(0)
})
