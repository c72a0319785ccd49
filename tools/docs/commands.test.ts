import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { coveredCommands } from './covered-commands.ts'
import { isAsShown, pagesForReaders, type ShellBlock, shellBlocksIn } from './shell-blocks.ts'
import { coverageOf, isRunBy, stories } from './stories.ts'

const blocks = pagesForReaders.flatMap((page) => shellBlocksIn(page))
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')))

const placeOf = ({ page, line, text }: ShellBlock): string => `${page}:${line} ${text.split('\n')[0]}`

test('each command of the documentation is run by docs:commands, or named in the table with what runs it', () => {
  const missed = blocks.filter((block) => coverageOf(block) === undefined && !stories.some((story) => isRunBy(story, block)))
  expect(blocks.length).toBeGreaterThan(35)
  expect(missed.map(placeOf)).toEqual([])
})

test('each entry of the table is the beginning of one command', () => {
  const found = coveredCommands.map((entry) => [entry.page, entry.begins, blocks.filter((block) => coverageOf(block) === entry).length])
  expect(found).toEqual(coveredCommands.map(({ page, begins }) => [page, begins, 1]))
})

test('what the table names as running a command exists', () => {
  const missing = coveredCommands.filter(({ by }) => {
    const [file = '', title] = by.split(' › ')
    if (title === undefined) return scripts[file] === undefined
    return !existsSync(file) || !readFileSync(file, 'utf8').includes(title)
  })
  expect(missing).toEqual([])
})

test('each story has a command', () => {
  expect(stories.filter((story) => !blocks.some((block) => isRunBy(story, block)))).toEqual([])
})

test('a block has the output that follows it, and no other', () => {
  const page = 'Text\n\n```sh\na\nb\n```\n\n```text\nout\n```\n\n```sh\nc\n```\n\nBetween\n\n```json\n{}\n```\n'
  expect(shellBlocksIn('page.md', page)).toEqual([
    { page: 'page.md', line: 3, text: 'a\nb', output: 'out' },
    { page: 'page.md', line: 12, text: 'c', output: null },
  ])
})

test.each([
  ['the same', 'one\ntwo', 'one\ntwo\n', true],
  ['another line', 'one\ntwo', 'one\nthree\n', false],
  ['a line more', 'one', 'one\ntwo\n', false],
  ['any end of a line', 'one …', 'one 12 s\n', true],
  ['any lines', '…\ntwo\n…', 'zero\none\ntwo\n', true],
  ['any lines without the one that is shown', '…\ntwo\n…', 'zero\none\n', false],
  ['what a pattern would match', 'a.c', 'abc', false],
])('compares output with what is shown: %s', (_, shown, output, expected) => {
  expect(isAsShown(shown, output)).toBe(expected)
})
