import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import of a file. `to` is a path from the root; null for a package. Lazy imports are left out. */
export type Import = { readonly from: string; readonly specifier: string; readonly to: string | null; readonly isType: boolean }

function pathOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  if (!specifier.startsWith('#')) return null
  return /^#(public|tools|e2e)\//.test(specifier) ? specifier.slice(1) : `src/${specifier.slice(1)}`
}

export function importsOf(from: string, source: string): readonly Import[] {
  const { staticImports, staticExports } = parseSync(from, source).module
  const imported = (specifier: string, isType: boolean): Import => ({ from, specifier, to: pathOf(from, specifier), isType })
  return [
    ...staticImports.map(({ moduleRequest, entries }) =>
      imported(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
    ),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest === null ? [] : [imported(moduleRequest.value, isType)])),
    ),
  ]
}

const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !/\.(test|test-data|d)\.tsx?$/.test(file)

/** Every import of the sources in `src`, without their tests. */
export const sourceImports = (): readonly Import[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((file) => join('src', file))
    .flatMap((file) => importsOf(file, readFileSync(file, 'utf8')))

type Edges = ReadonlyMap<string, ReadonlySet<string>>

function reachedFrom(edges: Edges, start: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of edges.get(node) ?? []) {
      if (reached.has(next)) continue
      reached.add(next)
      open.push(next)
    }
  }
  return reached
}

/** Groups of nodes that reach each other. */
export function circles(edges: Edges): readonly (readonly string[])[] {
  const reach = new Map([...edges.keys()].map((node) => [node, reachedFrom(edges, node)]))
  const inCircle = [...reach].filter(([node, reached]) => reached.has(node)).map(([node]) => node)
  const groups = inCircle.map((node) => inCircle.filter((other) => reach.get(node)?.has(other) && reach.get(other)?.has(node)))
  return groups.filter(([first], index) => inCircle[index] === first)
}

export function edgesOf(imports: readonly Import[], nodeOf: (file: string) => string): Edges {
  const edges = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [nodeOf(from), nodeOf(to ?? from)]
    if (a !== b) edges.set(a, (edges.get(a) ?? new Set()).add(b))
  }
  return edges
}
