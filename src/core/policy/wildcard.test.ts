import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesParts, matchesPattern } from './wildcard.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 })
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '*', '?'), maxLength: 8 })

const expression = (written: string): string =>
  written.replace(/[.*?]/g, (character) => ({ '*': '.*', '?': '.', '.': '\\.' })[character] ?? character)

test('a pattern matches what the same regular expression matches', () => {
  fc.assert(
    fc.property(text, pattern, (given, written) => {
      expect(matchesPattern(given, written)).toBe(new RegExp(`^${expression(written)}$`, 's').test(given))
    }),
    { numRuns: 5000 },
  )
})

test('wildcards in what a variable stands for are plain characters', () => {
  const literal = (part: string) => part.replace(/[.*?]/g, '\\$&')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '*', '?'), maxLength: 6 }),
      pattern,
      pattern,
      pattern,
      (given, before, value, after) => {
        const parts = [
          { kind: 'written', text: before },
          { kind: 'literal', text: value },
          { kind: 'written', text: after },
        ] as const
        const same = new RegExp(`^${expression(before)}${literal(value)}${expression(after)}$`, 's')
        expect(matchesParts(given, parts)).toBe(same.test(given))
      },
    ),
    { numRuns: 5000 },
  )
})
