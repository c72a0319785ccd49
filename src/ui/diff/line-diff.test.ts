import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { type DiffLine, lineDiff } from './line-diff.ts'

const texts = fc.array(fc.constantFrom('{', '}', '  "a": 1', '  "b": 2', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

const textOf = (lines: readonly DiffLine[], absent: DiffLine['kind']) =>
  lines
    .filter(({ kind }) => kind !== absent)
    .map(({ text }) => `${text}\n`)
    .join('')

const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

test('kept and removed lines form the first text, kept and added lines the second', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const lines = lineDiff(before, after)
      expect(textOf(lines, 'added')).toBe(ended(before))
      expect(textOf(lines, 'removed')).toBe(ended(after))
      expect(lines.flatMap((line) => line.before ?? [])).toEqual(lines.filter(({ kind }) => kind !== 'added').map((_, at) => at + 1))
      expect(lines.flatMap((line) => line.after ?? [])).toEqual(lines.filter(({ kind }) => kind !== 'removed').map((_, at) => at + 1))
    }),
    { seed, numRuns: 300 },
  )
})

test('equal texts have no changed lines, with or without a final line break', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(lineDiff(text, ended(text)).filter(({ kind }) => kind !== 'same')).toEqual([])
    }),
    { seed, numRuns: 100 },
  )
})

test('returns the differing part of a changed line', () => {
  const [removed, added] = lineDiff('{\n  "id": "abc "\n}', '{\n  "id": "abc"\n}').filter(({ kind }) => kind !== 'same')
  expect(removed).toMatchObject({ kind: 'removed', before: 2, after: null })
  expect(removed?.text.slice(removed.part?.start, removed.part?.end)).toBe(' ')
  expect(added?.text.slice(added.part?.start, added.part?.end)).toBe('')
})

test('lines with nothing in common have no part', () => {
  expect(lineDiff('  {', '  }').map(({ part }) => part)).toEqual([null, null])
})
