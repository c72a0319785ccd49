import { readdirSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'
import { bannedIn, bannedOnScreens } from './banned-words.ts'

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`)

const pages = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...markdownIn('docs'),
  ...markdownIn('src'),
  ...markdownIn('examples'),
  ...markdownIn('.github'),
]

/** Titles of tests, rows of scenario accounts and headings that are codes are copied from the source. */
const quoted = /^\| (?:`\d{12}`|\d+) \|.*$|^### (?:doctor )?[a-z\d]+(?:-[a-z\d]+)+$/gm

function prose(page: string): string[] {
  return readFileSync(page, 'utf8')
    .replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(quoted, '')
    .replace(/`[^`\n]*`/g, '')
    .split('\n')
}

test('the documentation uses no banned word', () => {
  const faults = pages.flatMap((page) =>
    prose(page).flatMap((line, index) => bannedIn(line).map((fault) => `${page}:${index + 1} ${fault}`)),
  )
  expect(pages.length).toBeGreaterThan(40)
  expect(faults).toEqual([])
})

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.(?:test|test-data)\.|[\\/]de[\\/]|banned-words/.test(file)

const sourceFiles = ['src', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => (isSource(file) ? [`${folder}/${file}`] : [])),
)

/** Lists of words and keys are no sentences. */
const isSentence = (text: string) => / /.test(text.trim()) && /^[A-Z]|[.,:;!?] |[.!?]$/.test(text)

/** Each text in a source: what the server, the command line and the schemas say has no catalog. */
function sentencesIn(file: string): readonly string[] {
  const texts: string[] = []
  new Visitor({
    Literal: ({ value }) => void (typeof value === 'string' && texts.push(value)),
    TemplateElement: ({ value }) => void texts.push(value.raw),
    JSXText: ({ value }) => void texts.push(value),
  }).visit(parseSync(file, readFileSync(file, 'utf8')).program)
  return texts.filter(isSentence)
}

test('no sentence in the source of the program or its tools has a banned word', () => {
  const sentences = sourceFiles.flatMap((file) => sentencesIn(file).map((text) => ({ file, text })))
  expect(sentences.length).toBeGreaterThan(2000)
  expect(sentences.flatMap(({ file, text }) => bannedIn(text).map((fault) => `${file} ${fault} in ${text}`))).toEqual([])
})

test.each(['public/vendor.json', 'public/vendor.schema.json'])('%s uses no banned word', (file) => {
  const texts = [...readFileSync(file, 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text)
  expect(texts.filter(isSentence).flatMap(bannedIn)).toEqual([])
})

test('finds a banned word in any form and case, and leaves ordinary words alone', () => {
  expect(bannedIn('Mending it by itself: whoever spelt the Artefacts')).toHaveLength(5)
  expect(bannedIn('Look now, or mend it.')).toHaveLength(2)
  expect(bannedIn('Press Ctrl+C to copy. Check now.')).toEqual([])
  expect(bannedIn('Amend the recommendation, let your colleague sign in, and put the right ID there')).toEqual([])
})

test('finds what sounds stiff on a screen, but not in a quotation', () => {
  expect(bannedOnScreens('It is not secure.')).toHaveLength(2)
  expect(bannedOnScreens('AWS says “is not authorized”.')).toEqual([])
})
