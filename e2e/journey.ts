import { type APIRequestContext, expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { readQuickCreateLink } from '#core/artifacts/quick-create.ts'
import { readSimulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { awsRequest } from '#simulation/console/aws-query.ts'

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
  if (externalId !== undefined) await (await externalIdField(page)).fill(externalId)
  if (region !== undefined) await (await regionField(page)).selectOption(region)
  await page.getByLabel('Buckets').fill(buckets)
}

type Screen = Page | FrameLocator

/** A setting with a good default is one line until it is opened. */
async function opened(screen: Screen, label: string, change: string): Promise<Locator> {
  const button = screen.getByRole('button', { name: change, exact: true })
  const field = screen.getByLabel(label, { exact: true })
  await expect(button.or(field)).toBeVisible()
  if (await button.isVisible()) await button.click()
  await expect(field).toBeVisible()
  return field
}

export const externalIdField = (screen: Screen): Promise<Locator> => opened(screen, 'External ID', 'Change external ID')

export const regionField = (screen: Screen): Promise<Locator> => opened(screen, 'CloudFormation Region', 'Change Region')

/** The server renders the field empty; the page's script fills it in. */
export async function proposedExternalId(screen: Screen): Promise<string> {
  const field = await externalIdField(screen)
  await expect(field).toHaveValue(/^\S{20,}$/)
  return field.inputValue()
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

const launchLink = (page: Page) => page.getByRole('link', { name: /^(Launch stack \(simulated\)|Open again)/, includeHidden: true })

/** Presses the launch link, which opens the simulated console in a tab of its own. */
export async function openConsole(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await launchLink(page).click()
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
export async function createRoleInConsole(page: Page): Promise<void> {
  const console = await openConsole(page)
  await createStack(console)
  await expect(console.getByText(/CREATE_COMPLETE|ROLLBACK_COMPLETE/).first()).toBeVisible()
  await console.close()
}

/** A customer who disconnects opens the stack, deletes it, and closes the tab. */
export async function deleteRoleInConsole(page: Page, screen: Screen = page): Promise<void> {
  const opened = page.waitForEvent('popup')
  await screen.getByRole('link', { name: 'Open stack (simulated)' }).click()
  const console = await opened
  await console.getByRole('button', { name: 'Delete stack' }).click()
  await expect(console.getByText('DELETE_COMPLETE').or(console.getByText('No stack in this account and Region.')).first()).toBeVisible()
  await console.close()
}

/** Acts as an administrator of the account, over the protocol that every AWS client speaks. */
export async function callAws(request: APIRequestContext, call: Parameters<typeof awsRequest>[0], origin = ''): Promise<void> {
  const { method, headers, body } = awsRequest(call, new Date())
  const response = await request.fetch(`${origin}/simulated-aws/`, { method, headers, data: body })
  expect(await response.text()).not.toContain('<Error>')
}

/** Tells the page that the creation has started, as someone does who opens the link in another browser. */
export const copyLaunchLink = (page: Page): Promise<void> => page.getByRole('button', { name: 'Copy link' }).click()

/** Creates the stack of the launch link without the console, which takes a page of its own, for tests of what follows. */
export async function createRole(page: Page): Promise<void> {
  // A failure that is there already has closed the part with the button.
  await page.getByRole('button', { name: 'Copy link', includeHidden: true }).first().dispatchEvent('click')
  const address = readSimulatedConsoleHash((await launchLink(page).getAttribute('href')) ?? '')
  const link = readQuickCreateLink(address?.link ?? '')
  if (link.kind === 'refused' || !address?.accountId || link.stackName === null) throw new Error('The launch link is incomplete')
  const parameters = {
    StackName: link.stackName,
    TemplateURL: link.templateUrl,
    Parameters: Object.entries(link.parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  }
  const scope = { accountId: address.accountId, region: link.region, service: 'cloudformation' } as const
  await callAws(page.request, { ...scope, action: 'CreateStack', parameters }, new URL(page.url()).origin)
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
