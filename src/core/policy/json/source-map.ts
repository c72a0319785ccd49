import type { Path, Position, TextRange } from '#core/policy/form/rule.ts'
import { type JsonNode, memberOf, type TextPlace } from './json-node.ts'

/** From offsets in a text to lines and columns. */
export type SourceMap = { readonly range: (place: TextPlace) => TextRange }

/** The index of the last start that is not behind the offset. */
function lineIndex(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

export function sourceMap(text: string): SourceMap {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)]
  const position = (offset: number): Position => {
    const line = lineIndex(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
  return { range: ({ start, end }) => ({ start: position(start), end: position(end) }) }
}

/** Where the value at a path stands, or the key that it stands under; undefined when the text does not have it. */
export function placeOf(root: JsonNode, path: Path, at: 'key' | 'value'): TextPlace | undefined {
  let node: JsonNode = root
  let key: TextPlace | undefined
  for (const step of path) {
    const member = typeof step === 'string' ? memberOf(node, step) : undefined
    const next = typeof step === 'number' && node.kind === 'list' ? node.items[step] : member?.value
    if (next === undefined) return undefined
    key = member?.key
    node = next
  }
  return at === 'key' ? (key ?? node) : node
}
