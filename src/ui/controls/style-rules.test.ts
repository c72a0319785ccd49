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

test('styles name no side of the page, so that every layout can be mirrored; code alone is always left to right', () => {
  const physical = /[^-\w](?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:|text-align:\s*(?:left|right)/g
  expect(found(/\.css$/, physical).sort()).toEqual([
    'ui/diff/line-diff-view.css: text-align: left',
    'ui/editor/code-view.css: text-align: left',
  ])
})

test('nothing is asked in a dialog of the browser, which a sandboxed frame does not show', () => {
  expect(found(/\.tsx?$/, /(?:window\.|[^.\w])(?:confirm|alert|prompt)\(/g)).toEqual([])
})

test('no control is dead without a word: nothing is disabled', () => {
  expect(found(/\.tsx$/, /[^-]disabled[={]/g)).toEqual([])
})

test('no field has its label inside, where it goes when something is typed', () => {
  expect(found(/\.tsx$/, /\splaceholder=/g)).toEqual([])
})

test('only the presenter of a demo has keys of one letter', () => {
  expect(found(/\.tsx?$/, /addEventListener\('key(?:down|up|press)'/g).filter((line) => !line.startsWith('simulation/demo/'))).toEqual([])
})

test('text has three weights, since each more is a font that the first paint waits for', () => {
  const weights = found(/\.css$/, /font(?:-weight)?:\s*\d{3}\b/g).map((match) => match.slice(-3))
  expect([...new Set(weights)].toSorted()).toEqual(['400', '560', '640'])
})
