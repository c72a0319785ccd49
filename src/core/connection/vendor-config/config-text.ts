import type { TextRange } from '#core/policy/form/rule.ts'
import { type JsonNode, jsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { type SourceMap, sourceMap } from '#core/policy/json/source-map.ts'

/** A sentence about the text, and the place that it is about if there is one. */
export type ConfigFault = { readonly message: string; readonly range?: TextRange }

export type ReadConfigText = {
  readonly kind: 'json'
  readonly value: unknown
  readonly root: JsonNode
  readonly map: SourceMap
  readonly warnings: readonly string[]
}

export type ConfigText = ReadConfigText | { readonly kind: 'faults'; readonly faults: readonly ConfigFault[] }

/** The policies that IAM accepts from such a config are a hundredth of this. */
const lengthMaximum = 1_000_000

const byteOrderMark = '\ufeff'

/** A sentence for a text that cannot be searched for JSON; null otherwise. */
function unreadable(text: string): string | null {
  if (text.includes('\0')) return 'The file is not UTF-8 text. Save it as UTF-8.'
  if (text.includes('\ufffd')) return 'The file has bytes that are not UTF-8. Save it as UTF-8.'
  if (text.trim() === '') return 'The file is empty. It has to be a JSON object, for example { "name": "Acme Images", … }.'
  if (text.length > lengthMaximum) return `The file has ${text.length} characters. A config has at most ${lengthMaximum}.`
  return null
}

/** JSON with the place of every fault. A key that is there twice is a fault: readers of JSON keep one and drop the other. */
export function readConfigText(given: string, language = 'en'): ConfigText {
  const text = given.startsWith(byteOrderMark) ? given.slice(1) : given
  const fault = unreadable(text)
  if (fault !== null) return { kind: 'faults', faults: [{ message: fault }] }
  const { root, faults } = readJson(text)
  const map = sourceMap(text)
  if (root === null || faults.length > 0) {
    const first = { message: 'This is not JSON. It has to be a JSON object, for example { "name": "Acme Images", … }.' }
    const found = faults.map(({ message, id: _, ...place }) => ({ message: message(language), range: map.range(place) }))
    return { kind: 'faults', faults: found.length === 0 ? [first] : found }
  }
  const warning = 'The file starts with a byte order mark, which some readers of JSON reject. Save it as UTF-8 without one.'
  return { kind: 'json', value: jsonValue(root), root, map, warnings: text === given ? [] : [warning] }
}

export function faultText({ message, range }: ConfigFault): string {
  return range === undefined ? message : `Line ${range.start.line}, column ${range.start.column}: ${message}`
}
