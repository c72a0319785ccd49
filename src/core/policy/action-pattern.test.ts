import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { coversPattern, isEveryAction, namesAction, patternsMeet, servicePrefix } from './action-pattern.ts'
import { matchesPattern } from './wildcard.ts'

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })
const words = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 })

/** Every text of a and b up to a length. */
function texts(length: number): string[] {
  return length === 0 ? [''] : texts(length - 1).flatMap((text) => (text.length === length - 1 ? [text, `${text}a`, `${text}b`] : [text]))
}
const allTexts = texts(7)

test('a pattern covers another one only when it matches all that the other one does', () => {
  fc.assert(
    fc.property(patterns, patterns, (pattern, other) => {
      fc.pre(coversPattern(pattern, other))
      for (const text of allTexts) if (matchesPattern(text, other)) expect(matchesPattern(text, pattern)).toBe(true)
    }),
    { seed, numRuns: 300 },
  )
})

test('two patterns meet exactly when a text matches both', () => {
  fc.assert(
    fc.property(patterns, patterns, (left, right) => {
      const common = allTexts.some((text) => matchesPattern(text, left) && matchesPattern(text, right))
      if (common) expect(patternsMeet(left, right)).toBe(true)
      else if (left.length + right.length <= 7) expect(patternsMeet(left, right)).toBe(false)
    }),
    { seed, numRuns: 500 },
  )
})

test('a pattern names an action whatever the case of both', () => {
  fc.assert(
    fc.property(patterns, words, (pattern, action) => {
      expect(namesAction(pattern.toUpperCase(), action)).toBe(matchesPattern(action, pattern))
    }),
    { seed },
  )
})

test('what names every action, and what the prefix is', () => {
  expect(['*', '**', '*:*', 's3:*', '*:Get*', ''].map(isEveryAction)).toEqual([true, true, true, false, false, false])
  expect(['S3:Get', '*', 's3', ':x', 'a:b:c'].map(servicePrefix)).toEqual(['s3', null, null, '', 'a'])
})
