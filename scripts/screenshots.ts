import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { installChromium } from './browsers.ts'

const port = 4373
const folder = 'docs/images'

type Look = { readonly suffix: string; readonly width: number; readonly colorScheme: 'light' | 'dark' }

const looks: readonly Look[] = [
  { suffix: '', width: 1240, colorScheme: 'light' },
  { suffix: '-dark', width: 1240, colorScheme: 'dark' },
  { suffix: '-narrow', width: 375, colorScheme: 'light' },
]

async function picture(page: Page, name: string, { suffix }: Look): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, `${name}${suffix}.png`), fullPage: suffix === '-narrow' })
}

async function roleScreen(page: Page, accountId: string): Promise<void> {
  await page.getByLabel('AWS account ID').fill(accountId)
  await page.getByLabel('External ID', { exact: true }).fill('7Qm2vK9dRt4XwB8nZc5HsPj3')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByRole('button', { name: 'Continue to create the role' }).click()
  await page.getByRole('heading', { level: 1, name: /^Create the role/ }).waitFor()
}

async function createdStack(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: /^Create role in simulated AWS/ }).click()
  const console = await opened
  await console.getByRole('checkbox', { name: /I acknowledge/ }).check()
  await console.getByRole('button', { name: 'Create stack' }).click()
  await console.getByText('CREATE_COMPLETE').first().waitFor()
  return console
}

async function journey(browser: Browser, look: Look): Promise<void> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 1000 }, colorScheme: look.colorScheme })
  const page = await context.newPage()
  await page.goto(`http://localhost:${port}`)
  await page.getByLabel('AWS account ID').fill('444455556666')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await picture(page, 'account', look)
  await page.locator('.card', { has: page.locator('.two-accounts') }).screenshot({ path: join(folder, `two-accounts${look.suffix}.png`) })
  await roleScreen(page, '444455556666')
  await page.getByRole('button', { name: 'Look now' }).waitFor()
  await picture(page, 'create-role', look)
  const console = await createdStack(page)
  await picture(console, 'simulated-console', look)
  await console.close()
  await page.getByRole('heading', { level: 1, name: /is connected/ }).waitFor()
  await picture(page, 'connected', look)
  await context.close()
}

async function failure(browser: Browser, look: Look): Promise<void> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 1000 }, colorScheme: look.colorScheme })
  const page = await context.newPage()
  await page.goto(`http://localhost:${port}`)
  await roleScreen(page, '400000000010')
  await (await createdStack(page)).close()
  await page.getByRole('heading', { name: 'What happened' }).waitFor()
  await picture(page, 'unsafe', look)
  await context.close()
}

/** A server with empty accounts for each look: the same account ID and external ID are typed in each. */
async function withServer(work: () => Promise<void>): Promise<void> {
  const env = {
    ...process.env,
    PORT: String(port),
    ROLEBRIDGE_SIMULATOR_PORT: String(port + 1),
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '300',
    ROLEBRIDGE_DATA: mkdtempSync(join(tmpdir(), 'rolebridge-pictures-')),
  }
  const server = spawn('node', ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => server.stdout.once('data', resolve))
  try {
    await work()
  } finally {
    server.kill()
  }
}

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: installChromium(), args: ['--no-sandbox'] })
for (const look of looks) {
  await withServer(() => journey(browser, look))
  await withServer(() => failure(browser, look))
}
await browser.close()
