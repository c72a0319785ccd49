import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { install, isExecutable, ofDistribution, type Program, sayLoudly } from './installation.ts'

/** The path in the environment variable, or the first of the usual ones. */
const findAt = (variable: string, places: readonly string[]) => () => [process.env[variable] ?? '', ...places].find(isExecutable) ?? null

const chromiumBrowser: Program = {
  name: 'Chromium',
  find: findAt('CHROMIUM_PATH', [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ]),
  installations: [
    { title: "Playwright's download", commands: [['npx', 'playwright', 'install', '--with-deps', 'chromium']] },
    ofDistribution('chromium', 'fonts-dejavu-core'),
  ],
}

/** Chromium that can't open a window. The same tests take a third less of the processor in it. */
const headlessChromium: Program = {
  name: 'Chromium without windows',
  find: findAt('CHROMIUM_PATH', ['/usr/bin/chromium-headless-shell']),
  installations: [ofDistribution('chromium-headless-shell', 'fonts-dejavu-core')],
}

/** The stock Firefox. Playwright's own build is patched, so it is another browser. */
const firefoxBrowser: Program = {
  name: 'Firefox',
  find: findAt('FIREFOX_PATH', ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']),
  installations: [ofDistribution('firefox-esr')],
}

/** The Chromium that is there already, or null. */
export const chromiumPath = (): string | null => chromiumBrowser.find()

/** The Chromium for tests that is there already, or null. */
export const testChromiumPath = (): string | null => headlessChromium.find() ?? chromiumPath()

/** The stock Firefox that is there already, or null. */
export const firefoxPath = (): string | null => firefoxBrowser.find()

/** Installs a Chromium where there is none: first as Playwright does, then from the distribution. */
export function installChromium(): string {
  const installed = install(chromiumBrowser)
  if (installed === null) throw new Error('No Chromium, and none could be installed. Set CHROMIUM_PATH to the browser to test with.')
  return installed
}

/** Null, with a warning, if there is no Firefox and none can be installed. */
function installFirefox(): string | null {
  const installed = install(firefoxBrowser)
  if (installed === null) sayLoudly(withoutFirefox)
  return installed
}

const withoutFirefox =
  'NO FIREFOX HERE: the end-to-end tests run in Chromium alone. Install Firefox, or set FIREFOX_PATH to the browser to test with.'

const fontPath = '/usr/share/fonts/opentype/inter/Inter-Regular.otf'

const pictureFont: Program = {
  name: 'font for the pictures (Inter)',
  find: () => (existsSync(fontPath) ? fontPath : null),
  installations: [ofDistribution('fonts-inter')],
}

const fontRule = (family: string) =>
  `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>Inter</string></edit></match>`

/** The environment of a browser that shows the page as on a reader's machine, where the interface has a font that was made for screens. */
export function pictureFonts(): Readonly<Record<string, string>> {
  if (install(pictureFont) === null) throw new Error('The font for the pictures could not be installed: fonts-inter.')
  const file = join(mkdtempSync(join(tmpdir(), 'rolebridge-fonts-')), 'fonts.conf')
  const rules = ['system-ui', 'sans-serif'].map(fontRule).join('')
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${rules}</fontconfig>`)
  return { FONTCONFIG_FILE: file }
}

if (process.argv[1] === import.meta.filename) {
  const paths = [install(headlessChromium) ?? installChromium(), installFirefox()].filter((path) => path !== null)
  console.log(`Browsers for the end-to-end tests: ${paths.join(', ')}`)
}
