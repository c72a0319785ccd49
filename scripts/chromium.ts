import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
]

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium that is there already, or null. */
export function chromiumPath(): string | null {
  return places.find((path) => path !== undefined && path !== '' && isExecutable(path)) ?? null
}

const asRoot = (command: string[]): string[] => (process.getuid?.() === 0 ? command : ['sudo', ...command])

const installations: readonly { readonly title: string; readonly commands: () => string[][] }[] = [
  { title: "Playwright's download", commands: () => [['npx', 'playwright', 'install', '--with-deps', 'chromium']] },
  {
    title: "the distribution's package",
    commands: () => [
      asRoot(['apt-get', 'update', '-qq']),
      asRoot(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']),
    ],
  },
]

function run([program = '', ...words]: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'inherit', timeout: 240_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    return true
  } catch {
    return false
  }
}

/** Installs a Chromium where there is none: first as Playwright does, then from the distribution. */
export function installChromium(): string {
  for (const { title, commands } of installations) {
    const present = chromiumPath()
    if (present !== null) return present
    console.log(`No Chromium found: trying ${title} …`)
    commands().every(run)
  }
  const installed = chromiumPath()
  if (installed === null) throw new Error('No Chromium, and none could be installed. Set CHROMIUM_PATH to the browser to test with.')
  return installed
}
