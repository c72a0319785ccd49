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
const inCircles = (nodeOf: (file: string) => string, noun: string): readonly string[] =>
  circles(edgesOf(imports, nodeOf)).map(
    (nodes) => `${noun} import each other: ${nodes.join(', ')}. Move what they share, often a type, into a file that imports none of them.`,
  )

/** An area is a folder of a zone, with all that is below it. */
const areaOf = (file: string): string => dirname(file).split('/').slice(0, 3).join('/')

const faults = [
  ...imports.flatMap((each) => fault(each) ?? []),
  ...(process.argv.includes('--circles') ? [...inCircles((file) => file, 'Files'), ...inCircles(areaOf, 'Folders')] : []),
]
for (const each of faults) console.error(each)
if (faults.length > 0) process.exitCode = 1
