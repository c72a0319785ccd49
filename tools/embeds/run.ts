import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium, expect } from '@playwright/test'
import { startWizard } from '#e2e/embedding-host.ts'
import { createStack, ordinaryAccount } from '#e2e/journey.ts'
import { installChromium } from '#tools/browsers.ts'
import { type Served, serveBuilt } from './built-site.ts'
import { type Site, sites } from './sites.ts'
import { documentedFiles, documentedStyle } from './snippets.ts'

const patient = expect.configure({ timeout: 60_000 })

function npm(folder: string, ...words: readonly string[]): void {
  // npm run passes the settings of this project on, and a framework may need a later Node, which is installed here for it.
  const settings = ['--engine-strict=false', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  execFileSync('npm', [...words, ...settings], { cwd: folder, stdio: 'inherit' })
}

/** The Node that the framework needs, from the registry where this one is older. */
function nodeFor(site: Site, folder: string): string {
  if (Number.parseInt(process.versions.node, 10) >= site.node) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  npm(folder, 'install', `${name}@${site.node}`)
  return join(folder, 'node_modules', name, 'bin/node')
}

/** Writes the documented files into a project of the framework, and builds it. */
function build({ site, folder }: Served, wizard: string): void {
  const { 'Content-Security-Policy': _, ...documented } = documentedFiles(site.heading, wizard)
  const types = site.types === undefined ? [] : ['embed', site.types]
  for (const name of types)
    execFileSync('curl', ['-sSf', '--create-dirs', '--output-dir', join(folder, 'types'), '-O', `${wizard}/types/${name}.d.ts`])
  for (const [path, text] of Object.entries({ ...site.files, ...documented, [site.style]: documentedStyle() })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (site.build === null) return
  npm(folder, 'install', ...site.packages)
  const [script, ...words] = site.build
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  execFileSync(nodeFor(site, folder), [join(folder, 'node_modules', script), ...words], { cwd: folder, stdio: 'inherit', env })
}

const grounds = { light: 'rgb(247, 246, 242)', dark: 'rgb(15, 17, 21)' } as const

/** Walks through the wizard to the last step, with the theme that the reader chose for the site. */
async function connect(browser: Browser, { site, origin }: Served, theme: keyof typeof grounds): Promise<void> {
  const context = await browser.newContext({ colorScheme: site.theme === null ? theme : 'light', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  if (site.theme !== null) await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [site.theme.key, theme] as const)
  await page.goto(origin)
  const frame = page.locator('rolebridge-wizard iframe').contentFrame()
  await frame.getByLabel('AWS account ID').fill(ordinaryAccount())
  await frame.getByLabel('Buckets').fill('acme-uploads')
  const ground = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  if (ground !== grounds[theme]) throw new Error(`The wizard is ${ground} in a ${theme} page`)
  await frame.getByRole('button', { name: 'Continue' }).click()
  const launch = frame.getByRole('link', { name: /^Launch stack \(simulated\)/ })
  const [console] = await Promise.all([page.waitForEvent('popup'), launch.click()])
  await createStack(console)
  await patient(console.getByText('CREATE_COMPLETE').first()).toBeVisible()
  await console.close()
  const heading = frame.getByRole('heading', { level: 1, name: /^Connected to AWS account/ })
  await patient(heading).toBeInViewport({ ratio: 1 })
  if (faults.length > 0) throw new Error(`The console of the page has errors: ${faults.join('; ')}`)
  await context.close()
}

async function tried(browser: Browser, served: Served, wizard: string): Promise<string | null> {
  try {
    build(served, wizard)
    served.sendPolicy(wizard)
    for (const theme of ['light', 'dark'] as const) await connect(browser, served, theme)
    return null
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

const chosen = sites.filter(({ heading }) => process.argv.length < 3 || process.argv.slice(2).some((word) => heading.includes(word)))
const project = mkdtempSync(join(tmpdir(), 'rolebridge-embeds-'))
const served = await Promise.all(chosen.map((site) => serveBuilt(site, join(project, site.heading.replaceAll(' ', '-')))))
const wizard = await startWizard(served.map(({ origin }) => origin))
const browser = await chromium.launch({ executablePath: installChromium(), args: ['--no-sandbox'] })
const results: (readonly [string, string | null])[] = []
for (const each of served) {
  const fault = await tried(browser, each, wizard.origin)
  console.log(`${each.site.heading}: ${fault ?? 'connected in light and dark'}`)
  results.push([each.site.heading, fault])
}
await browser.close()
wizard.stop()
for (const { stop } of served) stop()
if (existsSync(project)) rmSync(project, { recursive: true })

const line = '='.repeat(80)
const rows = results.map(
  ([heading, fault]) =>
    `${fault === null ? 'connected in light and dark' : 'NOT TESTED OR FAILED       '}  ${heading}${fault === null ? '' : `\n    ${fault}`}`,
)
console.log([line, ...rows, line].join('\n'))
process.exit(results.some(([, fault]) => fault !== null) ? 1 : 0)
