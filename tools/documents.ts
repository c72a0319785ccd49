import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadedCatalogs } from '#core/text/messages.ts'
import { diagnosesDocument, rulesDocument, simulatorDocument } from './catalog-documents.ts'
import { commandsDocument } from './commands-document.ts'
import { configurationDocument } from './configuration-document.ts'
import { httpApiDocument } from './http-api-document.ts'
import { vendorJsonSchema } from './vendor-json-schema.ts'

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists count by item: `list.0`. */
function keyPaths(texts: object, prefix = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (Array.isArray(value)) return keyPaths({ ...value }, `${prefix}${key}.`)
    return isBranch(value) ? keyPaths(value, `${prefix}${key}.`) : [prefix + key]
  })
}

/** The texts of the screens, which a vendor can replace: the key paths of each catalog. */
export async function screenMessageKeys(): Promise<Readonly<Record<string, string>>> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /^(wizard|ui)\/.*-messages\.ts$/.test(file))
  const modules: readonly object[] = await Promise.all(files.map((file) => import(/* @vite-ignore */ `../src/${file}`)))
  const ids = modules
    .flatMap((module) => Object.values(module))
    .flatMap((catalog) => (isBranch(catalog) && 'id' in catalog ? String(catalog.id) : []))
  const catalogs = loadedCatalogs().filter(({ id }) => ids.includes(id))
  const sorted = catalogs.toSorted((one, other) => one.id.localeCompare(other.id))
  return Object.fromEntries(sorted.map((catalog) => [catalog.id, keyPaths(catalog.in('en')).join(' ')]))
}

const messageKeysSource = async (): Promise<string> =>
  `/** The texts that a vendor can replace, by catalog; \`npm run message-keys\` writes this file. */
export const messageKeys: Readonly<Record<string, string>> = ${JSON.stringify(await screenMessageKeys(), null, 2)}
`

/** Pages that follow from the source, by the npm script that writes each. */
export const documents = {
  commands: { path: 'docs/commands.md', text: commandsDocument },
  configuration: { path: 'docs/configuration.md', text: configurationDocument },
  diagnoses: { path: 'docs/diagnoses.md', text: diagnosesDocument },
  'http-api': { path: 'docs/http-api.md', text: httpApiDocument },
  rules: { path: 'docs/rules.md', text: rulesDocument },
  simulator: { path: 'docs/simulator.md', text: () => simulatorDocument(readFileSync('docs/simulator.md', 'utf8')) },
} as const

/** Biome formats these after they are written. */
const sources = {
  schema: { path: 'public/vendor.schema.json', text: () => `${JSON.stringify(vendorJsonSchema(), null, 2)}\n` },
  'message-keys': { path: 'src/core/connection/vendor-config/message-keys.ts', text: messageKeysSource },
} as const

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.slice(2)
  for (const [name, { path, text }] of Object.entries({ ...documents, ...sources }))
    if (wanted.length === 0 || wanted.includes(name)) writeFileSync(path, await text())
}
