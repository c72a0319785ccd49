import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { firefoxPath, testChromiumPath } from '#tools/browsers.ts'
import { isThorough } from '#tools/thorough.ts'
import { vendorSecret } from './vendor-token.ts'

const port = Number(process.env['E2E_PORT'] ?? 4273)
const chromium = testChromiumPath()
const firefox = firefoxPath()

/** Linters load this file where neither a build nor a browser is there, so a missing one fails the start of the server, not the import. */
function missing(): string | null {
  if (!existsSync(join(import.meta.dirname, '../dist/server/main.js'))) return 'No build in dist. Run: npm run build'
  if (chromium === null) return 'No Chromium. Run: npm run e2e, which installs it, or set CHROMIUM_PATH to the browser'
  return null
}

const serverCommand = (fault: string | null) => (fault === null ? 'node ../dist/server/main.js' : `echo '${fault}' >&2; exit 1`)

/**
 * Chromium reads only the last list, so it begins with Playwright's own. Without the suggestions of an address bar that no test opens,
 * and without a spare process for each page, a page takes about a third less of the processor.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
]

/** One server with short times: a role is ready after 0.6 s, and AccessDenied counts as propagation for 6 s. */
const server = {
  PORT: String(port),
  ROLEBRIDGE_SIMULATOR_PORT: String(port + 1),
  ROLEBRIDGE_DATA: mkdtempSync(join(tmpdir(), 'rolebridge-e2e-')),
  ROLEBRIDGE_SIMULATOR_DELAY_MS: '600',
  ROLEBRIDGE_PATIENCE_MS: '6000',
  LOG_LEVEL: 'warn',
  ROLEBRIDGE_VENDOR_SECRET: vendorSecret,
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  forbidOnly: true,
  // Each run has to end in minutes on two cores. All tests: npm run e2e:thorough
  ...(isThorough ? {} : { grepInvert: /@thorough/ }),
  // On two cores: each test waits a good part of its time for AWS as it is simulated.
  workers: 3,
  // A busy machine with two cores is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'on-first-retry',
    viewport: { width: 1240, height: 900 },
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        // A page that waits takes a quarter of the processor for its animations. They run in Firefox, and where a test turns them on.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: {
          ...(chromium === null ? {} : { executablePath: chromium }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            `--disable-features=${disabledFeatures.join(',')}`,
          ],
        },
      },
    },
    // By WebDriver BiDi, as the stock browser has it. What Playwright cannot do there (downloads, going back within a page, keys in
    // frames of another origin, emulated media) is tried in Chromium alone; what is marked covers each part of the product.
    ...(firefox === null
      ? []
      : [
          {
            name: 'firefox',
            grep: isThorough ? /@firefox/ : /@firefox(?!-thorough)/,
            use: { browserName: 'firefox' as const, channel: 'moz-firefox', launchOptions: { executablePath: firefox } },
          },
        ]),
  ],
  webServer: {
    command: serverCommand(missing()),
    url: `http://localhost:${port}/healthz`,
    env: server,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
