import { readdirSync, readFileSync } from 'node:fs'

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.test(-data)?\.tsx?$/.test(file)

/** The sources of the program by their paths. */
export const sources: ReadonlyMap<string, string> = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((file) => [`src/${file}`, readFileSync(`src/${file}`, 'utf8')]),
)

type Path = readonly string[]
type Alias = { readonly name: string; readonly path: Path }

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A catalogue under another name in a file: `import { roleWords as words }`, `const words = roleWords.upload`, `const { upload } = roleWords`. */
function aliases(text: string, catalogue: string): readonly Alias[] {
  const known: Alias[] = [...text.matchAll(new RegExp(`\\b${catalogue} as (\\w+)`, 'g'))].map(([, name = '']) => ({ name, path: [] }))
  known.push({ name: catalogue, path: [] })
  for (const [, name = '', of = '', path = ''] of text.matchAll(/^\s*(?:export )?const (\w+) = (\w+)((?:\.\w+)*)$/gm))
    for (const each of known.filter((alias) => alias.name === of)) known.push({ name, path: [...each.path, ...path.split('.').slice(1)] })
  for (const [, names = '', of = '', path = ''] of text.matchAll(/const \{ ([^}]*) \} = (\w+)((?:\.\w+)*)$/gm))
    for (const each of known.filter((alias) => alias.name === of))
      for (const [key = '', name = key] of names.split(', ').map((part) => part.split(': ')))
        known.push({ name, path: [...each.path, ...path.split('.').slice(1), key] })
  return known
}

/** Without what gives names to catalogues, and without what is said. */
const withoutNaming = (text: string): string =>
  text
    .replace(/^import [^']*'.*'$/gm, '')
    .replace(/^\s*(export )?const (\w+|\{ [^}]* \}) = \w+(\.\w+)*$/gm, '')
    .replace(/\b(const|function) \w+/g, '')
    .replace(/^\s*(\/?\*\*?|\/\/) .*$/gm, '')

function usesIn(text: string, catalogue: string): readonly Path[] {
  const body = withoutNaming(text)
  return aliases(text, catalogue).flatMap(({ name, path }) =>
    [...body.matchAll(new RegExp(`(?<![\\w.'-])${name}((?:\\??\\.\\w+)*)(?![\\w':=-])`, 'g'))].map(([, keys = '']) => [
      ...path,
      ...keys.split(/\??\./).slice(1),
    ]),
  )
}

function unusedBelow(words: object, uses: readonly Path[], path: string): readonly string[] {
  if (uses.some(([key]) => key === undefined || !Object.hasOwn(words, key))) return []
  return Object.entries(words).flatMap(([key, value]) => {
    const at = `${path}.${key}`
    const ofKey = uses.filter(([first]) => first === key).map((use) => use.slice(1))
    if (ofKey.length === 0) return [at]
    return isBranch(value) ? unusedBelow(value, ofKey, at) : []
  })
}

/** The keys of a catalogue that no source takes. What is taken as a whole, as by an index, counts as used. */
export function unusedWords(catalogue: string, words: object, among: Iterable<string> = sources.values()): readonly string[] {
  const texts = [...among].filter((text) => new RegExp(`^(import [^']*\\b|export const )${catalogue}\\b`, 'm').test(text))
  return unusedBelow(
    words,
    texts.flatMap((text) => usesIn(text, catalogue)),
    catalogue,
  )
}
