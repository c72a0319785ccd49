import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, ofDistribution, type Program } from './installation.ts'

const places = ['/usr/share/fonts/opentype/inter/Inter-Regular.otf', '/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf']

const fonts: Program = {
  name: 'fonts for the pictures (Inter, JetBrains Mono)',
  find: () => (places.every((place) => existsSync(place)) ? 'installed' : null),
  installations: [ofDistribution('fonts-inter', 'fonts-jetbrains-mono')],
}

const replaced = [
  ['system-ui', 'Inter'],
  ['sans-serif', 'Inter'],
  ['DejaVu Sans Mono', 'JetBrains Mono'],
  ['monospace', 'JetBrains Mono'],
] as const

const rule = ([family, by]: (typeof replaced)[number]) =>
  `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${by}</string></edit></match>`

/** The environment of a browser that shows the page as on a reader's machine, where the interface has a font that was made for screens. */
export function pictureFonts(): Readonly<Record<string, string>> {
  if (install(fonts) === null) throw new Error('The fonts for the pictures could not be installed: fonts-inter, fonts-jetbrains-mono.')
  const file = join(mkdtempSync(join(tmpdir(), 'rolebridge-fonts-')), 'fonts.conf')
  const rules = replaced.map(rule).join('')
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${rules}</fontconfig>`)
  return { FONTCONFIG_FILE: file }
}
