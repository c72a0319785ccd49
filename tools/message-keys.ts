import { readdirSync } from 'node:fs'
import { loadedCatalogs } from '#core/text/messages.ts'

export const messageKeysPath = 'src/core/connection/vendor-config/message-keys.ts'

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

export const messageKeysSource = (keys: Readonly<Record<string, string>>): string =>
  `/** The texts that a vendor can replace, by catalog; \`npm run message-keys\` writes this file. */
export const messageKeys: Readonly<Record<string, string>> = ${JSON.stringify(keys, null, 2)}
`
