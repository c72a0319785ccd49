import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Asset, missing, otherVersion } from './asset.ts'
import { releaseNotes } from './changelog.ts'
import { filesIn, pathsIn, zip } from './zip.ts'

const root = join(import.meta.dirname, '../..')
const built = (path: string): string => join(root, 'dist', path)

const zipped = (file: (version: string) => string, folder: string, what: string, wanted: readonly string[]): Asset => ({
  file,
  make: (path) => writeFileSync(path, zip(filesIn(built(folder)))),
  faults: (path) => missing(what, pathsIn(readFileSync(path)), wanted),
})

export const docsSite = zipped((version) => `rolebridge-docs-${version}.zip`, 'docs', 'The documentation', [
  'index.html',
  'live/index.html',
  'live/embed.js',
])

/** Any static host can serve it: the demo is at `/?demo`. */
export const staticDemo = zipped((version) => `rolebridge-demo-${version}.zip`, 'client', 'The static demo', [
  'index.html',
  'embed.js',
  'vendor.json',
  'offline-files.json',
  'third-party-notices.txt',
])

/** Opens from disk, so it loads nothing. */
export const demoFile: Asset = {
  file: (version) => `rolebridge-demo-${version}.html`,
  make: (path) => copyFileSync(built('rolebridge-demo.html'), path),
  faults: (path) => {
    const loaded = /<(?:script|link|img)\b[^>]*\b(?:src|href)="(?!data:|#)[^"]*"/.exec(readFileSync(path, 'utf8'))
    return loaded === null ? [] : [`The demo loads another file: ${loaded[0].slice(0, 100)}`]
  },
}

const Bill = z.object({
  metadata: z.object({ component: z.object({ version: z.string() }) }),
  components: z.array(z.object({ name: z.string() })),
})

export const softwareBill: Asset = {
  file: (version) => `rolebridge-${version}.cdx.json`,
  make: (path) => copyFileSync(built('sbom.cdx.json'), path),
  faults: (path, version) => {
    const { metadata, components } = Bill.parse(JSON.parse(readFileSync(path, 'utf8')))
    const names = components.map(({ name }) => name)
    return [
      ...otherVersion('The software bill of materials', metadata.component.version, version),
      ...missing('The software bill of materials', names, ['hono', 'libsql', 'react', 'zod']),
    ]
  },
}

export const notices: Asset = {
  file: (version) => `rolebridge-${version}-third-party-notices.txt`,
  make: (path) => copyFileSync(built('client/third-party-notices.txt'), path),
  faults: (path) => {
    const names = [...readFileSync(path, 'utf8').matchAll(/^(\S+) \S+\nLicense: /gm)].map(([, name = '']) => name)
    return missing('The file of notices', names, ['hono', 'libsql', 'react', 'zod'])
  },
}

export const changes: Asset = {
  file: (version) => `rolebridge-${version}-release-notes.md`,
  make: (path, version) => {
    const notes = releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)
    writeFileSync(path, notes.kind === 'notes' ? `${notes.text}\n` : '')
  },
  faults: (path) => (readFileSync(path, 'utf8') === '' ? ['CHANGELOG.md has no section of this version'] : []),
}
