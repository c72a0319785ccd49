import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { readVendorFile } from '#server/config/vendor-file.ts'
import { cardSize, inMarkup } from '#server/pages/link-card.ts'
import { installChromium, pictureFonts } from './browsers.ts'
import { palettePicture } from './palette-picture.ts'

/** Draws public/card.png, the picture of shared links, and card-demo.png, that of a demo. Without --config it names no vendor. */
const { values } = parseArgs({ options: { config: { type: 'string' } } })
const file = values.config === undefined ? null : readVendorFile(values.config)
if (file?.kind === 'faults') throw new Error(file.faults.join('\n'))
const vendor = file?.vendor ?? null
const name = inMarkup(vendor?.name ?? 'The application')
const accent = vendor?.accentColor ?? '#3454d1'

const page = (mark: string) => `<!doctype html>
<meta charset="utf-8">
<style>
  body { margin: 0; width: ${cardSize.width}px; height: ${cardSize.height}px; box-sizing: border-box; padding: 84px 88px; background: #fbfaf7;
    color: #171a21; font: 32px/1.4 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 64px; line-height: 1.15; letter-spacing: -1.5px; max-width: 1000px; text-wrap: balance; }
  p { margin: 22px 0 0; color: #4b5160; }
  svg { position: absolute; left: 88px; bottom: 76px; }
  b { position: absolute; right: 64px; top: 40px; padding: 6px 22px; border-radius: 40px; background: ${accent}; color: #fff; font-size: 28px; }
  text { font: 600 28px system-ui, sans-serif; fill: #171a21; }
  text.quiet { font-weight: 400; font-size: 23px; fill: #4b5160; }
  text.code { font: 23px "DejaVu Sans Mono", monospace; fill: ${accent}; }
</style>
${mark}
<h1>${vendor === null ? 'Connect your AWS account' : `Connect your AWS account to ${name}`}</h1>
<p>One IAM role. One external ID. No access keys.</p>
<svg width="1024" height="220" viewBox="0 0 1024 220">
  <g fill="#fff" stroke="#86847c" stroke-width="2"><rect x="1" y="30" width="340" height="160" rx="14"/><rect x="683" y="30" width="340" height="160" rx="14"/></g>
  <path d="M341 110h332" stroke="${accent}" stroke-width="4" fill="none"/>
  <path d="M655 94l20 16-20 16" stroke="${accent}" stroke-width="4" fill="none"/>
  <rect x="402" y="84" width="220" height="52" rx="10" fill="#fbfaf7" stroke="${accent}" stroke-width="2"/>
  <text x="512" y="118" text-anchor="middle" class="code">external ID</text>
  <text x="171" y="102" text-anchor="middle">${name}</text><text x="171" y="142" text-anchor="middle" class="quiet">asks</text>
  <text x="853" y="102" text-anchor="middle">Your account</text><text x="853" y="142" text-anchor="middle" class="quiet">one role, yours to revoke</text>
</svg>`

/** The browser that drew a picture also reads it. */
async function pixelsOf(picture: Buffer): Promise<Uint8Array> {
  const base64 = await tab.evaluate(
    async (source) => {
      const image = await createImageBitmap(await (await fetch(source)).blob())
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
      let text = ''
      for (const byte of data) text += String.fromCharCode(byte)
      return btoa(text)
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  )
  return Buffer.from(base64, 'base64')
}

const browser = await chromium.launch({
  executablePath: installChromium(),
  args: ['--no-sandbox', '--disable-lcd-text'],
  env: { ...process.env, ...pictureFonts() },
})
const tab = await browser.newPage({ viewport: cardSize })
for (const [path, mark] of [
  ['public/card.png', ''],
  ['public/card-demo.png', '<b>Demo</b>'],
] as const) {
  await tab.setContent(page(mark))
  writeFileSync(path, palettePicture({ pixels: await pixelsOf(await tab.screenshot()), ...cardSize, accent }))
}
await browser.close()
