/**
 * Measures how responsive 500 accounts are in Chromium, while their checks run: `npm run build && npx tsx tools/bench/many-accounts.ts`.
 * Asserts nothing.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumPath } from '#tools/browsers.ts'

const port = Number(process.env['PORT'] ?? 4373)
const count = 500

/** Milliseconds of the page's main thread at a stretch, above 50: https://www.w3.org/TR/longtasks-1/ */
async function longTasksWhile(page: Page, work: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const found: number[] = []
    Object.assign(window, { found })
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  })
  const start = performance.now()
  await work()
  const taken = Math.round(performance.now() - start)
  const tasks = await page.evaluate(() => Array.from(Reflect.get(window, 'found'), Number))
  const longest = Math.round(Math.max(0, ...tasks))
  return `${taken} ms, ${tasks.length} tasks above 50 ms, the longest ${longest} ms`
}

/** Measures each key separately, until the browser has painted the result. */
async function typed(page: Page, label: string, text: string): Promise<string> {
  const field = page.getByLabel(label, { exact: true })
  await field.focus()
  const times: number[] = []
  for (const key of text) {
    const start = performance.now()
    await page.keyboard.press(key === '\n' ? 'Enter' : key)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((one, other) => one - other)
  return `median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, worst ${Math.round(sorted.at(-1) ?? 0)} ms a key`
}

async function measure(page: Page): Promise<void> {
  const list = Array.from({ length: count }, (_, index) => `${400_100_000_000 + index},Team ${index % 40} number ${index},eu-west-1`).join(
    '\n',
  )
  await page.goto(`http://localhost:${port}/#/accounts/new`)
  await page.getByLabel('Buckets').fill('acme-uploads')
  console.log(
    'list pasted:',
    await longTasksWhile(page, async () => {
      await page.getByLabel('Accounts', { exact: true }).fill(list)
      await page.getByText(`${count} accounts to connect`).waitFor()
    }),
  )
  console.log('typing in the list:', await typed(page, 'Accounts', '\n# a remark'))
  console.log(
    'claimed, table shown:',
    await longTasksWhile(page, async () => {
      await page.getByRole('button', { name: /^Connect/ }).click()
      await page.getByRole('heading', { level: 1, name: `${count} accounts` }).waitFor()
      await page.getByText(`${400_1}`).first().waitFor({ state: 'attached' })
    }),
  )
  console.log('10 s of checks:', await longTasksWhile(page, () => page.waitForTimeout(10_000)))
  console.log('typing in the search:', await typed(page, 'Find', 'team 7 number'))
  console.log(
    'filters:',
    await longTasksWhile(page, async () => {
      for (const name of [/^Waiting/, /^Verified/, /^All/]) await page.getByRole('radio', { name }).check()
    }),
  )
  await page.getByLabel('Find', { exact: true }).fill('')
  console.log(
    'sorted by name, down, by status:',
    await longTasksWhile(page, async () => {
      for (const name of ['Name', 'Name', 'Status']) await page.getByRole('columnheader').getByRole('button', { name }).click()
    }),
  )
  console.log('typing in the search, sorted:', await typed(page, 'Find', 'team 7 number'))
  await page.getByLabel('Find', { exact: true }).fill('')
  for (const name of ['AWS CLI (all profiles)', 'Terraform module', 'Terraform root module', 'CloudFormation StackSet'])
    console.log(`${name}:`, await longTasksWhile(page, () => page.getByRole('tab', { name }).click()))
  console.log(
    'scrolled to the end:',
    await longTasksWhile(page, async () => {
      for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, 1200)
      await page.waitForTimeout(500)
    }),
  )
}

const server = spawn(process.execPath, ['dist/server/main.js'], {
  env: { ...process.env, PORT: String(port), ROLEBRIDGE_DATA: mkdtempSync(join(tmpdir(), 'rolebridge-bench-')), LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const executablePath = chromiumPath()
const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const isUp = () =>
    fetch(`http://localhost:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) await page.waitForTimeout(200)
  await measure(page)
} finally {
  await browser.close()
  server.kill()
}
