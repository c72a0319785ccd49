import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { anyText, otherAccount, setEquals, setEqualsIgnoringCase, setMatches, type TextSet } from './text-set.ts'
import type { Truth } from './truth.ts'
import { matchesPattern } from './wildcard.ts'

const vendor = '111122223333'
const setOf = (form: string, ...but: string[]): TextSet => ({ form, but: new Set(but) })
const written = (text: string) => [{ kind: 'written' as const, text }]

const roles = setOf(`arn:aws:iam::${vendor}:role/${anyText}`, `arn:aws:iam::${vendor}:role/App`)
const otherRoles = setOf(`arn:aws:iam::${otherAccount}:role/${anyText}`, vendor)

test.for<[pattern: string, set: TextSet, expected: Truth]>([
  ['*', roles, true],
  [`arn:aws:iam::${vendor}:role/*`, roles, true],
  [`arn:*:${vendor}:role/*`, roles, true],
  [`arn:aws:iam::${vendor}:role/A*`, roles, 'unknown'],
  [`arn:aws:iam::${vendor}:role/App`, roles, false],
  [`arn:aws:iam::${vendor}:role/Another`, roles, 'unknown'],
  [`arn:aws:iam::${vendor}:user/*`, roles, false],
  [`arn:aws:iam::999900001111:role/*`, roles, false],
  [`arn:aws:iam::${vendor}:role/*`, otherRoles, false],
  [`*${vendor}*`, otherRoles, 'unknown'],
  [`*${vendor}*`, setOf(otherAccount, vendor), false],
  ['999900001111', setOf(otherAccount, vendor), 'unknown'],
  ['1111*', setOf(otherAccount, vendor), 'unknown'],
  ['????????????', setOf(otherAccount, vendor), true],
  ['?????????????', setOf(otherAccount, vendor), false],
  [`*1${vendor}`, setOf(`${anyText}:${otherAccount}`, vendor), false],
  ['arn:aws:iam::????????????:role/*', otherRoles, true],
  ['arn:aws:iam::*:role/App', otherRoles, 'unknown'],
  ['arn:aws:iam::*:user/App', otherRoles, 'unknown'],
])('of the set, the pattern %s matches all, some, or none', ([pattern, set, expected]) => {
  expect(setMatches(set, written(pattern))).toBe(expected)
})

test('without wildcards, a star is a star', () => {
  expect(setEquals(setOf(anyText, 'c0ffee'), written('*'))).toBe('unknown')
  expect(setEquals(setOf(anyText, '*'), written('*'))).toBe(false)
  expect(setEquals(setOf(`c0ffee-${anyText}`), written('c0ffe*'))).toBe(false)
})

test('a text that is left out may be meant in other capitalization', () => {
  expect(setEqualsIgnoringCase(setOf(anyText, 'c0ffee'), written('C0FFEE'))).toBe('unknown')
  expect(setEqualsIgnoringCase(setOf(`C0ffee-${anyText}`), written('c0ffee-1'))).toBe('unknown')
  expect(setEqualsIgnoringCase(setOf(`C0ffee-${anyText}`), written('d0ffee-1'))).toBe(false)
})

test('the answer for a set is the one for each of its texts', () => {
  const symbols = (extra: readonly string[], maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', ':', ...extra), maxLength })
  fc.assert(
    fc.property(
      symbols([anyText], 5),
      symbols(['*', '?'], 6),
      fc.array(symbols([], 4), { minLength: 1, maxLength: 6 }),
      (form, pattern, fillings) => {
        const texts = fillings.map((filling) => form.replaceAll(anyText, () => filling))
        const answer = setMatches(setOf(form), written(pattern))
        if (answer === 'unknown') return
        expect({ texts, are: texts.map((text) => matchesPattern(text, pattern)) }).toEqual({ texts, are: texts.map(() => answer) })
      },
    ),
    { seed, numRuns: runs(20_000) },
  )
})
