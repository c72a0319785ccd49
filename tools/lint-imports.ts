import { dirname } from 'node:path'
import { zones } from './import-table.ts'
import { circles, edgesOf, type Import, sourceImports } from './imports.ts'

function fault({ from, specifier }: Import): string | null {
  if (specifier.startsWith('../'))
    return `${from}: ${specifier}. Import what is not below this folder by its zone, for example #core/aws/arn.ts.`
  const zone = zones.find(({ files }) => files.test(from))
  if (zone === undefined || specifier.startsWith('./')) return null
  const isAllowed = zone.allowed.some((pattern) => pattern.test(specifier)) && !zone.denied?.some((pattern) => pattern.test(specifier))
  return isAllowed ? null : `${from}: ${specifier}. ${zone.instead}`
}

const imports = sourceImports()

/** The imports between two nodes of a circle, of the pair that has the fewest: usually the ones to remove. */
function fewestImports(nodes: readonly string[], nodeOf: (file: string) => string): readonly string[] {
  const pairs = new Map<string, string[]>()
  for (const { from, to } of imports) {
    const [importing, imported] = [nodeOf(from), nodeOf(to ?? from)]
    if (to === null || importing === imported || !nodes.includes(importing) || !nodes.includes(imported)) continue
    const pair = `${importing} ${imported}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), `  ${from} imports ${to}`])
  }
  return [...pairs.values()].toSorted((one, other) => one.length - other.length)[0] ?? []
}

const circleFaults = (nodeOf: (file: string) => string, noun: string): readonly string[] =>
  circles(edgesOf(imports, nodeOf)).map((nodes) =>
    [
      `${noun} import each other: ${nodes.join(', ')}. Types count too. Move what they share, often a type, into a file that imports none of them. Start here:`,
      ...fewestImports(nodes, nodeOf),
    ].join('\n'),
  )

/** An area is a folder of a zone with all its subfolders, for example src/core/policy. */
const areaOf = (file: string): string => dirname(file).split('/').slice(0, 3).join('/')

const faults = [
  ...imports.flatMap((each) => fault(each) ?? []),
  ...circleFaults((file) => file, 'Files'),
  ...circleFaults(areaOf, 'Folders'),
]
for (const each of faults) console.error(each)
if (faults.length > 0) process.exitCode = 1
