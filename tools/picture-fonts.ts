import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, ofDistribution, type Program } from './installation.ts'

const place = '/usr/share/fonts/opentype/inter/Inter-Regular.otf'

const font: Program = {
  name: 'font for the pictures (Inter)',
  find: () => (existsSync(place) ? place : null),
  installations: [ofDistribution('fonts-inter')],
}

const rule = (family: string) =>
  `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>Inter</string></edit></match>`

/** The environment of a browser that shows the page as on a reader's machine, where the interface has a font that was made for screens. */
export function pictureFonts(): Readonly<Record<string, string>> {
  if (install(font) === null) throw new Error('The font for the pictures could not be installed: fonts-inter.')
  const file = join(mkdtempSync(join(tmpdir(), 'rolebridge-fonts-')), 'fonts.conf')
  const rules = ['system-ui', 'sans-serif'].map(rule).join('')
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><include>/etc/fonts/fonts.conf</include>${rules}</fontconfig>`)
  return { FONTCONFIG_FILE: file }
}
