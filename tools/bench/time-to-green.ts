/**
 * Measures how long a role can be assumed before the page shows the green check, and writes it to `bench/results.md`:
 * `npm run bench:time-to-green`. The browser, the server with its default times, and the simulator with its default delay are those of
 * a customer who tries the demo.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { callAws, createStack, openConsole, ordinaryAccount, reachRoleScreen } from '#e2e/journey.ts'
import { State } from '#simulation/aws/state.ts'
import { installChromium } from '#tools/browsers.ts'
import { median, quantile, report } from './report.ts'

const runs = Number(process.argv[2] ?? 20)
const port = Number(process.env['PORT'] ?? 4373)
const origin = `http://localhost:${port}`
/** The default of ROLEBRIDGE_SIMULATOR_DELAY_MS: from the creation of a role until STS knows it. */
const propagationMs = 3000
const data = mkdtempSync(join(tmpdir(), 'rolebridge-bench-'))

/** By the clock of the simulator, which is that of this machine too. */
function assumableAt(accountId: string): number {
  const { roles } = State.parse(JSON.parse(readFileSync(join(data, 'simulated-aws/accounts.json'), 'utf8')))
  const versions = roles[`aws/${accountId}/pixelworksaccess`] ?? []
  return Math.max(...versions.map(({ from }) => from)) + propagationMs
}

/** The title changes with the check. The screen of the finished connection follows after a pause that is there to be seen. */
const greenAt = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const see = () => /^Verified/.test(document.title) && resolve(Date.now())
        new MutationObserver(see).observe(document.head, { subtree: true, childList: true, characterData: true })
      }),
  )

/** The way most customers use: they create the stack in the tab that the link opens. */
async function byLink(page: Page): Promise<void> {
  await createStack(await openConsole(page))
}

const policyIn = async (page: Page, title: string): Promise<string> => {
  await page.getByRole('tab', { name: title, exact: true }).click()
  return (await page.getByRole('tabpanel', { name: title, exact: true }).getByRole('region').textContent()) ?? ''
}

/** By the requests that the commands of the AWS CLI send. */
async function byCommands(page: Page, accountId: string): Promise<void> {
  const [trustPolicy, permissionsPolicy] = [await policyIn(page, 'Trust policy'), await policyIn(page, 'Permissions policy')]
  await page.getByRole('tab', { name: 'AWS CLI', exact: true }).click()
  await page.getByRole('tabpanel', { name: 'AWS CLI', exact: true }).getByRole('button', { name: /^Copy/ }).click()
  const RoleName = 'PixelworksAccess'
  const requests = [
    { action: 'CreateRole', parameters: { RoleName, Path: '/', AssumeRolePolicyDocument: trustPolicy } },
    { action: 'PutRolePolicy', parameters: { RoleName, PolicyName: RoleName, PolicyDocument: permissionsPolicy } },
  ] as const
  // Someone who pastes the commands into a terminal takes some seconds, and a check is not about to start.
  await page.waitForTimeout(2000 + Math.random() * 2000)
  const scope = { accountId: AccountId.parse(accountId), region: Region.parse('us-east-1'), service: 'iam' } as const
  for (const each of requests) await callAws(page.request, { ...scope, ...each }, origin)
}

type Run = { readonly greenMs: number; readonly requests: number; readonly calls: number; readonly seconds: number }

async function measured(browser: Browser, create: (page: Page, accountId: string) => Promise<void>): Promise<Run> {
  const context = await browser.newContext({ baseURL: origin, permissions: ['clipboard-write'] })
  // tsx names functions with a helper that the page doesn't have.
  await context.addInitScript('globalThis.__name = (named) => named')
  const page = await context.newPage()
  const accountId = ordinaryAccount()
  await reachRoleScreen(page, { accountId })
  const verdicts: Promise<Verdict>[] = []
  const startedAt = Date.now()
  page.on('response', (response) => {
    if (/\/verify$/.test(response.url())) verdicts.push(response.json().then((body) => Verdict.parse(body)))
  })
  const [at] = await Promise.all([greenAt(page), create(page, accountId)])
  const answers = await Promise.all(verdicts)
  await context.close()
  return {
    greenMs: at - assumableAt(accountId),
    requests: answers.length,
    calls: answers.reduce((sum, { probes }) => sum + probes.length, 0),
    seconds: (at - startedAt) / 1000,
  }
}

async function row(browser: Browser, title: string, create: (page: Page, accountId: string) => Promise<void>): Promise<readonly string[]> {
  const all: Run[] = []
  for (let run = 0; run < runs; run += 1) {
    const found = await measured(browser, create)
    console.log(title, found)
    all.push(found)
  }
  const green = all.map(({ greenMs }) => greenMs)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return [
    title,
    seconds(median(green)),
    seconds(quantile(green, 0.95)),
    seconds(Math.max(...green)),
    median(all.map(({ requests }) => requests)).toString(),
    median(all.map(({ calls }) => calls)).toString(),
    median(all.map(({ seconds }) => seconds)).toFixed(1),
  ]
}

const env = { ...process.env, PORT: String(port), ROLEBRIDGE_SIMULATOR_PORT: String(port + 1), ROLEBRIDGE_DATA: data, LOG_LEVEL: 'warn' }
const server = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
process.once('exit', () => server.kill())
const browser = await chromium.launch({ executablePath: installChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const isUp = () =>
    fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) await new Promise((resume) => setTimeout(resume, 200))
  report({
    title: 'Time to green',
    method: `Seconds from the moment when the role can be assumed, by the clock of the simulator, until Chromium shows the green check. ${runs} runs each, with the default times of the server and the simulator. The goals are a median of 2.5 and a 95th percentile of 4. Also the medians of what a run asks of the server and of AWS, from the open screen to the green check.`,
    columns: ['Role created by', 'Median', 'p95', 'Longest', 'Requests to the server', 'AssumeRole calls', 'Seconds in all'],
    rows: [await row(browser, 'Launch link and CloudFormation', byLink), await row(browser, 'AWS CLI commands', byCommands)],
  })
} finally {
  await browser.close()
  server.kill()
}
