import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../..')
const filesOf = (kind: RegExp) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !/\.test\.|test-data/.test(file))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))

const found = (kind: RegExp, pattern: RegExp): string[] =>
  filesOf(kind).flatMap(({ file, text }) => (text.match(pattern) ?? []).map((match) => `${file}: ${match}`))

test('styles use logical properties, so that every layout can be mirrored, except in code', () => {
  const physical = /[^-\w](?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:|text-align:\s*(?:left|right)/g
  expect(found(/\.css$/, physical).sort()).toEqual([
    'ui/diff/line-diff-view.css: text-align: left',
    'ui/editor/code-view.css: text-align: left',
  ])
})

test('no source opens a browser dialog, which sandboxed frames block', () => {
  expect(found(/\.tsx?$/, /(?:window\.|[^.\w])(?:confirm|alert|prompt)\(/g)).toEqual([])
})

test('no control is disabled without an explanation', () => {
  expect(found(/\.tsx$/, /[^-]disabled[={]/g)).toEqual([])
})

test('no field uses a placeholder as its label', () => {
  expect(found(/\.tsx$/, /\splaceholder=/g)).toEqual([])
})

test('only the demo has single-letter shortcuts', () => {
  expect(found(/\.tsx?$/, /addEventListener\('key(?:down|up|press)'/g).filter((line) => !line.startsWith('simulation/demo/'))).toEqual([])
})

test('text has three weights, since each is a font that delays the first paint', () => {
  const weights = found(/\.css$/, /font(?:-weight)?:\s*\d{3}\b/g).map((match) => match.slice(-3))
  expect([...new Set(weights)].toSorted()).toEqual(['400', '500', '600'])
})

test('text has five sizes', () => {
  const sizes = found(/\.css$/, /font(?:-size)?:[^;]*?[\d.]+(?:rem|px|vw|em)\b/g).map((match) => /[\d.]+\w+$/.exec(match)?.[0])
  // In the unit of the text around it: code in a sentence.
  expect([...new Set(sizes)].filter((size) => size !== '0.9em').toSorted()).toEqual(['0.8125rem', '0.875rem', '1.25rem', '1.75rem', '1rem'])
})
