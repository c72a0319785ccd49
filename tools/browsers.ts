import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

type Installation = { readonly title: string; readonly commands: readonly (readonly string[])[] }

type Browser = {
  readonly name: string
  /** The environment variable that says where it is. */
  readonly variable: string
  readonly places: readonly string[]
  readonly installations: readonly Installation[]
}

const asRoot = (...command: string[]): readonly string[] => (process.getuid?.() === 0 ? command : ['sudo', ...command])

const ofDistribution = (...packages: string[]): Installation => ({
  title: "the distribution's package",
  commands: [asRoot('apt-get', 'update', '-qq'), asRoot('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages)],
})

const chromiumBrowser: Browser = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  places: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ],
  installations: [
    { title: "Playwright's download", commands: [['npx', 'playwright', 'install', '--with-deps', 'chromium']] },
    ofDistribution('chromium', 'fonts-dejavu-core'),
  ],
}

/** The stock Firefox. Playwright's own build is patched, so it is another browser. */
const firefoxBrowser: Browser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  installations: [ofDistribution('firefox-esr')],
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const pathOf = ({ variable, places }: Browser): string | null => [process.env[variable] ?? '', ...places].find(isExecutable) ?? null

function run([program = '', ...words]: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'inherit', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

function install(browser: Browser): string | null {
  for (const { title, commands } of browser.installations) {
    const present = pathOf(browser)
    if (present !== null) return present
    console.log(`No ${browser.name} found: trying ${title} …`)
    commands.every(run)
  }
  return pathOf(browser)
}

/** The Chromium that is there already, or null. */
export const chromiumPath = (): string | null => pathOf(chromiumBrowser)

/** The stock Firefox that is there already, or null. */
export const firefoxPath = (): string | null => pathOf(firefoxBrowser)

/** Installs a Chromium where there is none: first as Playwright does, then from the distribution. */
export function installChromium(): string {
  const installed = install(chromiumBrowser)
  if (installed === null) throw new Error('No Chromium, and none could be installed. Set CHROMIUM_PATH to the browser to test with.')
  return installed
}

/** Null, with a warning, if there is no Firefox and none can be installed. */
function installFirefox(): string | null {
  const installed = install(firefoxBrowser)
  if (installed === null) console.warn(withoutFirefox)
  return installed
}

const withoutFirefox = `
================================================================================
NO FIREFOX HERE: the end-to-end tests run in Chromium alone. Install Firefox, or
set FIREFOX_PATH to the browser to test with.
================================================================================
`

if (process.argv[1] === import.meta.filename) {
  const paths = [installChromium(), installFirefox()].filter((path) => path !== null)
  console.log(`Browsers for the end-to-end tests: ${paths.join(', ')}`)
}
