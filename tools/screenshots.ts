import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { installChromium, pictureFonts } from './browsers.ts'
import { mainPathScenes } from './scenes/main-path.ts'
import type { Scene } from './scenes/scene.ts'
import { secondaryScenes } from './scenes/secondary.ts'

const port = 4373
/** Only pictures in the documentation are in the repository. The others are for review. */
const shownFolder = 'docs/images'
const folder = 'pictures'

type Appearance = { readonly suffix: string; readonly width: number; readonly colorScheme: 'light' | 'dark' }

const appearances: readonly Appearance[] = [
  { suffix: '', width: 1240, colorScheme: 'light' },
  { suffix: '-dark', width: 1240, colorScheme: 'dark' },
  { suffix: '-narrow', width: 375, colorScheme: 'light' },
]

/** The whole page where there is no wide window to compose, and where it is as the reader scrolls. */
async function takePicture(
  browser: Browser,
  { name, reach, part, isTall = false }: Scene,
  { suffix, width, colorScheme }: Appearance,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    viewport: { width, height: 1000 },
    colorScheme,
    locale: 'en-GB',
  })
  console.log(`${name}${suffix}`)
  const page = await reach(await context.newPage())
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(500)
  const path = join(folder, `${name}${suffix}.png`)
  if (part === undefined) await page.screenshot({ path, fullPage: isTall || suffix === '-narrow' })
  else await part(page).screenshot({ path })
  await page.context().close()
  await context.close()
}

/** A server with empty accounts for each appearance: the same account ID and external ID are typed in each. */
async function withServer(work: () => Promise<void>): Promise<void> {
  const env = {
    ...process.env,
    PORT: String(port),
    ROLEBRIDGE_SIMULATOR_PORT: String(port + 1),
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '300',
    ROLEBRIDGE_PATIENCE_MS: '6000',
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
const browser = await chromium.launch({
  executablePath: installChromium(),
  args: ['--no-sandbox'],
  env: { ...process.env, ...pictureFonts() },
})
const taken: string[] = []
const wanted = process.argv[2] ?? ''
for (const appearance of appearances) {
  await withServer(async () => {
    for (const scene of [...mainPathScenes, ...secondaryScenes]) {
      const isShown = scene.name.startsWith(wanted) && (appearance.suffix === '' || scene.isLightOnly !== true)
      if (!isShown) continue
      const name = `${scene.name}${appearance.suffix}`
      try {
        await takePicture(browser, scene, appearance)
        taken.push(`${name}.png`)
      } catch (error) {
        console.error(`No picture of ${name}:`, error)
        process.exitCode = 1
      }
    }
  })
}
await browser.close()

// pngquant makes the files two thirds smaller. Without it they look the same.
spawnSync('pngquant', ['--force', '--skip-if-larger', '--ext', '.png', ...taken], { cwd: folder })

// The documentation's own pictures are replaced by those that were just taken.
for (const name of taken) if (existsSync(join(shownFolder, name))) copyFileSync(join(folder, name), join(shownFolder, name))
