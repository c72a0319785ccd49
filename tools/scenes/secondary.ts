import type { Page } from '@playwright/test'
import { copyLaunchLink, openWizard, typeAccount } from '#e2e/journey.ts'
import { accountOf, expect, externalIdOf, reachConnected, reachRole, type Scene } from './scene.ts'

/** The page that a colleague opens with the link. */
async function madeLink(page: Page, scene: number): Promise<string> {
  await reachRole(page, scene)
  await page.getByRole('link', { name: 'Send to a colleague' }).click()
  await page.getByRole('button', { name: 'Create link' }).click()
  const link = page.getByRole('region', { name: 'Link', exact: true })
  await expect(link).toContainText('#/handoff/')
  return (await link.innerText()).trim()
}

async function pageElsewhere(page: Page, address: string): Promise<Page> {
  const options = { viewport: page.viewportSize(), colorScheme: await colorSchemeOf(page) }
  const elsewhere = await (await page.context().browser()?.newContext(options))?.newPage()
  if (elsewhere === undefined) throw new Error('The browser is gone')
  await elsewhere.goto(address)
  return elsewhere
}

const colorSchemeOf = async (page: Page) =>
  (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? ('dark' as const) : ('light' as const)

const anybody = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}'

const aids: readonly Scene[] = [
  {
    name: 'policy-editor',
    reach: async (page) => {
      await openWizard(page)
      await typeAccount(page, { accountId: accountOf(20), externalId: externalIdOf(20) })
      await page.getByRole('button', { name: 'Edit this policy' }).click()
      await expect(page.getByRole('dialog').locator('.view-lines')).toBeVisible()
      return page
    },
  },
  {
    name: 'doctor',
    isTall: true,
    reach: async (page) => {
      await reachRole(page, 21)
      await copyLaunchLink(page)
      await page.getByText('Taking too long? Find the problem').click()
      await page.getByLabel('What you created').fill(anybody)
      await expect(page.getByRole('heading', { level: 3, name: 'This trusts every AWS account. Name the vendor account.' })).toBeVisible()
      return page
    },
  },
  {
    name: 'explained',
    reach: async (page) => {
      await page.goto('/#/explained/external-id-differs')
      await expect(page.getByRole('heading', { level: 1, name: 'The role expects a different external ID' })).toBeVisible()
      return page
    },
  },
]

const evidence: readonly Scene[] = [
  {
    name: 'review',
    reach: async (page) => {
      await reachConnected(page, 22)
      await page.getByRole('link', { name: 'Security review page' }).click()
      await expect(page.getByRole('heading', { name: 'Full policies' })).toBeVisible()
      return page
    },
  },
  {
    name: 'receipt',
    reach: async (page) => {
      await reachConnected(page, 23)
      const started = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download receipt' }).click()
      const file = await (await started).path()
      await page.getByRole('link', { name: 'Verify a receipt' }).click()
      const chosen = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Choose a file' }).click()
      await (await chosen).setFiles(file)
      await expect(page.getByRole('heading', { name: 'Not from a real account' })).toBeVisible()
      return page
    },
  },
]

async function fillList(page: Page, text: string): Promise<void> {
  await page.goto('/#/accounts/new')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByLabel('Accounts', { exact: true }).fill(text)
}

const together: readonly Scene[] = [
  {
    name: 'handoff-link',
    reach: async (page) => {
      await madeLink(page, 24)
      return page
    },
  },
  {
    name: 'handoff-colleague',
    reach: async (page) => {
      const colleague = await pageElsewhere(page, await madeLink(page, 25))
      await expect(colleague.getByRole('heading', { name: 'Your turn: create the role' })).toBeVisible()
      return colleague
    },
  },
  {
    name: 'account-list',
    reach: async (page) => {
      await fillList(page, `${accountOf(26)};Scans\n${accountOf(27)};Archive\n1234;too short`)
      await expect(page.getByRole('region', { name: 'Skipped lines' })).toBeVisible()
      return page
    },
  },
  {
    name: 'accounts',
    reach: async (page) => {
      const names = ['Scans', 'Archive', 'Print', 'Web shop', 'Laboratory']
      const lines = names.map((name, index) => `${accountOf(30 + index)};${name}`)
      await fillList(page, lines.join('\n'))
      await page.getByRole('button', { name: 'Add 5 accounts' }).click()
      await expect(page.getByRole('heading', { level: 1, name: '5 accounts' })).toBeVisible()
      return page
    },
  },
]

const elsewhere: readonly Scene[] = [
  {
    name: 'demo',
    reach: async (page) => {
      await page.goto('/?demo&presenter')
      await expect(page.getByRole('region', { name: 'Presenter' })).toBeVisible()
      return page
    },
  },
  {
    name: 'account-german',
    reach: async (page) => {
      await page.goto('/?locale=de')
      await page.getByLabel('AWS-Konto-ID').fill('444455556666')
      return page
    },
  },
]

export const secondaryScenes: readonly Scene[] = [...aids, ...evidence, ...together, ...elsewhere]
