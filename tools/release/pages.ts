import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Asset, missing, otherVersion } from './asset.ts'
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

/** Code that makes a page load another file, next to an import of a module: an element with an address, or a style. Data and places in the page don't. */
const loading = [
  /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?\s(?:src|href|srcset|data)\s*=\s*["']?(?!data:|#|["'\s>])[^"'\s>]+/i,
  /@import\s+(?:url\()?["']?(?!data:)[^"')\s;]+["')]/i,
  /\burl\(\s*["']?(?!data:|#)[\w./:-]+\.\w+["']?\s*\)/i,
]
const importing = /<script\b[^>]*>\s*import\b[^<]{0,200}?["'][./][^"']*["']/i

/** The text of a script can write the same without loading it. */
const withoutScripts = (page: string): string => page.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gi, '$1')

/** The first place where a page loads another file. */
export const loadedBy = (page: string): string | undefined =>
  [importing.exec(page), ...loading.map((pattern) => pattern.exec(withoutScripts(page)))].flatMap(
    (found) => found?.[0].slice(0, 100) ?? [],
  )[0]

/** Opens from disk, so it loads nothing. */
export const demoFile: Asset = {
  file: (version) => `rolebridge-demo-${version}.html`,
  make: (path) => copyFileSync(built('rolebridge-demo.html'), path),
  faults: (path) => {
    const loaded = loadedBy(readFileSync(path, 'utf8'))
    return loaded === undefined ? [] : [`The demo loads another file: ${loaded}`]
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

type ReleaseNotes =
  | { readonly kind: 'missing' }
  /** `day` is null until the heading has the day of the release: `## 0.2.0 (2026-12-01)`. */
  | { readonly kind: 'notes'; readonly day: string | null; readonly text: string }

/** The section of a version in CHANGELOG.md. */
export function releaseNotes(changelog: string, version: string): ReleaseNotes {
  const sections = changelog.split(/^(?=## )/m).slice(1)
  const found = sections.find((section) => section.startsWith(`## ${version} `) || section.startsWith(`## ${version}\n`))
  const [heading = '', ...lines] = found?.split('\n') ?? []
  const text = lines.join('\n').trim()
  return text === '' ? { kind: 'missing' } : { kind: 'notes', day: /\((\d{4}-\d{2}-\d{2})\)$/.exec(heading)?.[1] ?? null, text }
}
