import { jsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { sourceMap } from '#core/policy/json/source-map.ts'

export type ConfigText =
  | { readonly kind: 'json'; readonly value: unknown; readonly warnings: readonly string[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** The policies that IAM accepts from such a config are a hundredth of this. */
const lengthMaximum = 1_000_000

const byteOrderMark = '\ufeff'

/** One sentence for a text in which no JSON can be looked for; null otherwise. */
function unreadable(text: string): string | null {
  if (text.includes('\0')) return 'The file is not UTF-8 text. Save it as UTF-8.'
  if (text.includes('\ufffd')) return 'The file has bytes that are not UTF-8. Save it as UTF-8.'
  if (text.trim() === '') return 'The file is empty. It has to be a JSON object, for example { "name": "Acme Images", … }.'
  if (text.length > lengthMaximum) return `The file has ${text.length} characters. A config has at most ${lengthMaximum}.`
  return null
}

/** JSON with the line and column of every fault. A key that is there twice is a fault: readers of JSON keep one and drop the other. */
export function readConfigText(given: string): ConfigText {
  const text = given.startsWith(byteOrderMark) ? given.slice(1) : given
  const fault = unreadable(text)
  if (fault !== null) return { kind: 'faults', faults: [fault] }
  const { root, faults } = readJson(text)
  const map = sourceMap(text)
  const sentences = faults.map(({ message, id: _, ...place }) => {
    const { line, column } = map.range(place).start
    return `Line ${line}, column ${column}: ${message('en')}`
  })
  if (root === null || faults.length > 0) {
    const first = 'This is not JSON. It has to be a JSON object, for example { "name": "Acme Images", … }.'
    return { kind: 'faults', faults: sentences.length === 0 ? [first] : sentences }
  }
  const warning = 'The file starts with a byte order mark, which some readers of JSON reject. Save it as UTF-8 without one.'
  return { kind: 'json', value: jsonValue(root), warnings: text === given ? [] : [warning] }
}
