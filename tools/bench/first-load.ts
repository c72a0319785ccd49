import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { installChromium } from '#tools/browsers.ts'

/** The first load as on a cheap phone: a processor four times slower, and the "Slow 4G" of Chromium's developer tools, nothing cached. */
const slowdown = 4
const network = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const runs = Number(process.argv[2] ?? 7)
const port = 4393

const budgets = {
  'first contentful paint, ms': 1000,
  'largest contentful paint, ms': 1000,
  'Continue usable, ms': 2300,
  'main thread blocked, ms': 250,
  'longest task, ms': 200,
  'layout shift': 0.02,
  'Continue, slowest event, ms': 150,
} as const satisfies Readonly<Record<string, number>>

type Figures = Readonly<Record<string, number>>

/** Runs in the page before anything else. Usable is a Continue that React listens to. */
const observe = () => {
  const tasks: number[] = []
  const seen = { fcp: 0, lcp: 0, usable: 0, shift: 0, event: 0, tasks }
  Reflect.set(window, 'seen', seen)
  const on = (
    type: string,
    take: (entry: PerformanceEntry) => void,
    options: PerformanceObserverInit & { durationThreshold?: number } = {},
  ) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options })
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  on('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime
  })
  on('longtask', ({ duration }) => seen.tasks.push(duration))
  on('layout-shift', (entry) => {
    if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false) seen.shift += Number(entry.value)
  })
  const shortest = { durationThreshold: 16 }
  on(
    'event',
    ({ duration }) => {
      seen.event = Math.max(seen.event, duration)
    },
    shortest,
  )
  const look = () => {
    const button = document.getElementById('continue')
    if (button !== null && Object.keys(button).some((key) => key.startsWith('__reactProps'))) seen.usable = performance.now()
    else requestAnimationFrame(look)
  }
  look()
}

type Seen = { fcp: number; lcp: number; usable: number; shift: number; event: number; tasks: number[] }

async function load(browser: Browser): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1350, height: 940 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  // tsx names functions with a helper that the page doesn't have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(observe)
  await page.goto(`http://localhost:${port}/`)
  await page.waitForLoadState('networkidle')
  const loaded = await page.evaluate<Seen>('structuredClone(seen)')
  await page.evaluate('seen.event = 0')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Check these fields' }).waitFor()
  await page.waitForTimeout(500)
  const { event } = await page.evaluate<Seen>('seen')
  await page.context().close()
  return {
    'first contentful paint, ms': loaded.fcp,
    'largest contentful paint, ms': loaded.lcp,
    'Continue usable, ms': loaded.usable,
    'main thread blocked, ms': loaded.tasks.reduce((sum, duration) => sum + duration - 50, 0),
    'longest task, ms': Math.max(0, ...loaded.tasks),
    'layout shift': loaded.shift,
    'Continue, slowest event, ms': event,
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const env = {
  ...process.env,
  PORT: String(port),
  ROLEBRIDGE_SIMULATOR_PORT: String(port + 1),
  ROLEBRIDGE_DATA: mkdtempSync(join(tmpdir(), 'rolebridge-bench-')),
}
const server = spawn('node', ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
await new Promise((resolve) => server.stdout.once('data', resolve))
const browser = await chromium.launch({ executablePath: installChromium(), args: ['--no-sandbox'] })
const all: Figures[] = []
for (let run = 0; run < runs; run++) all.push(await load(browser))
await browser.close()
server.kill()

console.log(`First load, processor ${slowdown} times slower, Slow 4G, nothing cached: median of ${runs} (best to worst), budget`)
for (const [figure, budget] of Object.entries(budgets)) {
  const values = all.map((figures) => figures[figure] ?? Number.NaN)
  const digits = budget < 1 ? 3 : 0
  const range = `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`
  console.log(`  ${figure.padEnd(38)} ${median(values).toFixed(digits).padStart(6)} (${range}), ${budget}`)
}
