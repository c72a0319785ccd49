import { expect, type Page } from '@playwright/test'
import { accountIdInGroups } from '#core/aws/account-id.ts'

type Typed = { readonly accountId: string; readonly buckets?: string; readonly region?: string; readonly externalId?: string }

/** An account that no other test uses: the simulated accounts are shared by all tests of a run. */
export function ordinaryAccount(): string {
  return `7${Array.from(crypto.getRandomValues(new Uint8Array(11)), (byte) => byte % 10).join('')}`
}

export async function openWizard(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Connect an AWS account to Pixelworks' })).toBeVisible()
}

export async function typeAccount(page: Page, { accountId, buckets = 'acme-uploads', region, externalId }: Typed): Promise<void> {
  await page.getByLabel('AWS account ID').fill(accountId)
  if (externalId !== undefined) await page.getByLabel('External ID', { exact: true }).fill(externalId)
  if (region !== undefined) await page.getByLabel('CloudFormation Region').selectOption(region)
  await page.getByLabel('Buckets').fill(buckets)
}

export async function continueToRole(page: Page, accountId: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Create the role in AWS account ${accountIdInGroups(accountId)}` }),
  ).toBeVisible()
}

/** From an empty start to the Create role screen. */
export async function reachRoleScreen(page: Page, typed: Typed): Promise<void> {
  await openWizard(page)
  await typeAccount(page, typed)
  await continueToRole(page, typed.accountId)
}

/** Presses the launch link, which opens the simulated console in a tab of its own. */
export async function openConsole(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: /^Launch stack \(simulated\)/ }).click()
  const console = await opened
  await expect(console.getByRole('heading', { name: 'Quick create stack' })).toBeVisible()
  return console
}

export async function createStack(console: Page): Promise<void> {
  await console.getByRole('checkbox', { name: /I acknowledge that AWS CloudFormation might create IAM resources/ }).check()
  await console.getByRole('button', { name: 'Create stack' }).click()
}

/** Downloads the template, uploads it in the simulated console and creates the stack there. */
export async function createStackFromFile(page: Page): Promise<{ readonly console: Page; readonly filename: string }> {
  const launch = page.getByRole('region', { name: 'Create the role', exact: true })
  const downloaded = page.waitForEvent('download')
  await launch.getByRole('button', { name: 'Download template' }).click()
  const file = await downloaded
  const opened = page.waitForEvent('popup')
  await launch.getByRole('link', { name: /^Open simulated CloudFormation/ }).click()
  const console = await opened
  await console.getByLabel('Upload a template file').setInputFiles(await file.path())
  await console.getByLabel('Stack name').fill('PixelworksAccess')
  await createStack(console)
  return { console, filename: file.suggestedFilename() }
}

/** As a customer does it: launch, tick, create, close the tab. */
export async function createRole(page: Page): Promise<void> {
  const console = await openConsole(page)
  await createStack(console)
  await expect(console.getByText(/CREATE_COMPLETE|ROLLBACK_COMPLETE/).first()).toBeVisible()
  await console.close()
}

/** Sum of the layout shifts that no input caused. https://web.dev/articles/cls */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list
            .getEntries()
            .map((entry) => ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput ? Number(entry.value) : 0))
          resolve(shifts.reduce((sum, shift) => sum + shift, 0))
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 500)
      }),
  )
}

/** A network on which an answer comes long after the page, until it is made fast again. */
export async function slowNetwork(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const withLatency = async (latency: number) => {
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 })
  }
  await withLatency(3000)
  return () => withLatency(0)
}
