import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { processorMs } from '#core/processor-time.test-data.ts'
import { type JsonNode, jsonValue } from './json-node.ts'
import { readJson } from './json-with-positions.ts'

/** Every key and every value that is no object and no list, with the text at its place. */
function leaves(node: JsonNode, text: string): [unknown, string][] {
  if (node.kind === 'list') return node.items.flatMap((item) => leaves(item, text))
  if (node.kind === 'object') {
    return node.members.flatMap(({ key, value }): [unknown, string][] => [
      [key.value, text.slice(key.start, key.end)],
      ...leaves(value, text),
    ])
  }
  return [[node.value, text.slice(node.start, node.end)]]
}

// The last of two members with the same name counts, and fast-check makes none of these.
const jsonTexts = fc
  .tuple(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom('', 1, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

test('JSON is read as JSON.parse reads it, without a fault', () => {
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const { root, faults } = readJson(text)
      expect(faults).toEqual([])
      expect(JSON.stringify(root === null ? null : jsonValue(root))).toBe(JSON.stringify(JSON.parse(text)))
    }),
    { seed, numRuns: 500 },
  )
})

test('what JSON.parse refuses has a fault', () => {
  fc.assert(
    fc.property(jsonTexts, fc.nat(), fc.string({ maxLength: 2 }), fc.nat(2), (text, at, inserted, removed) => {
      const position = at % (text.length + 1)
      const mutated = text.slice(0, position) + inserted + text.slice(position + removed)
      const parsed = parse(mutated)
      const { root, faults } = readJson(mutated)
      expect(faults.length === 0 && root !== null).toBe(parsed !== undefined && !hasDuplicates(faults))
    }),
    { seed, numRuns: 2000 },
  )
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// JSON.parse takes the same name twice.
const hasDuplicates = (faults: readonly { readonly id: string }[]): boolean => faults.some(({ id }) => id === 'JSON12')

test('a place names the very text of a key or value', () => {
  fc.assert(
    fc.property(jsonTexts, (text) => {
      const { root } = readJson(text)
      if (root === null) return
      for (const [value, written] of leaves(root, text)) expect(JSON.parse(written)).toEqual(value)
    }),
    { seed, numRuns: 300 },
  )
})

test('reading goes on behind what is wrong', () => {
  const { root, faults } = readJson(`{'a': [1, 2,], b: "x" "c": True, // d\n}`)
  expect(root === null ? null : jsonValue(root)).toEqual({ a: [1, 2], b: 'x', c: true })
  expect(faults.map(({ id }) => id)).toEqual(['JSON03', 'JSON02', 'JSON09', 'JSON05', 'JSON09', 'JSON04', 'JSON02'])
})

test('arbitrary text is read in time that grows with its length, and never throws', () => {
  const hostile = [
    '[',
    '{"a":',
    '"',
    "'",
    '\\',
    '/*',
    '//',
    '#',
    ',',
    ':',
    '}',
    '\u201c',
    '{"a" "b" ',
    '"\\',
    '\ufeff',
    'a ',
    '%7B',
    '*/',
    '`',
  ]
  for (const piece of hostile) {
    const text = piece.repeat(50_000)
    expect(processorMs(() => readJson(text))).toBeLessThan(2_000)
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...hostile, '"x"', ' ', '\n', '1', ']'), { maxLength: 60 }), (pieces) => {
      readJson(pieces.join(''))
    }),
    { seed, numRuns: 2000 },
  )
})
