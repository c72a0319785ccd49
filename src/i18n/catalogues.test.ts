import { expect, test } from 'vitest'
import { sources, unusedWords } from './word-uses.test-data.ts'

const modules = import.meta.glob<object>(
  ['#wizard/words/*.ts', '#ui/*words.ts', '#simulation/demo/*-words.ts', '#simulation/console/*-words.ts'],
  {
    eager: true,
  },
)
const catalogues = Object.values(modules)
  .flatMap((module): [string, unknown][] => Object.entries(module))
  .filter(([name, words]) => name.endsWith('Words') && typeof words === 'object')

test('every key of every catalogue is used', () => {
  expect(catalogues.length).toBeGreaterThan(20)
  expect(catalogues.flatMap(([name, words]) => unusedWords(name, Object(words)))).toEqual([])
})

test('a key that no source takes is found, below parts of a catalogue too', () => {
  const words = { heading: '', steps: { account: '', never: '' }, never: '' }
  const source = "import { shellWords as words } from 'x'\nconst { steps } = words\nuse(words.heading, steps.account)"
  expect(unusedWords('shellWords', words, [source])).toEqual(['shellWords.steps.never', 'shellWords.never'])
  expect(unusedWords('shellWords', words, [`${source}\nuse(steps[kind])`])).toEqual(['shellWords.never'])
})

test('no language takes a text from another', () => {
  const taken = [...sources].flatMap(([file, text]) => {
    const own = /^src\/i18n\/(\w+)\//.exec(file)?.[1]
    const imported = [...text.matchAll(/^import (?!type)[^']*'([^']*)'|import\('([^']*)'\)/gm)].map(([, from, lazy]) => from ?? lazy ?? '')
    const isForeign = (from: string): boolean =>
      own === undefined ? /i18n\/[a-z]{2}\//.test(from) : /wizard\/words\/|^(?!#core\/).*words\.ts$|i18n\/(?!de\/)[a-z]{2}\//.test(from)
    return imported.filter(isForeign).map((from) => `${file}: ${from}`)
  })
  expect(taken).toEqual([])
})

/** What is read out or shown, though it is no child. */
const told = /\s(?:aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|summary|hint|heading)="[^"]*\p{L}[^"]*"/gu

test('no attribute of an element has a text of its own', () => {
  const screens = [...sources].filter(([file]) => /^src\/(wizard|ui|demo|simulated-console)\/.*\.tsx$/.test(file))
  expect(screens.length).toBeGreaterThan(100)
  expect(screens.flatMap(([file, text]) => [...text.matchAll(told)].map(([attribute]) => `${file}:${attribute}`))).toEqual([])
})
