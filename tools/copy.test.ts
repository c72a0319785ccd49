import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bannedIn, bannedOnScreens } from './banned-words.ts'

/** Their sections come from catalogs in the source, which have their own test. Only the introductions are written in tools. */
const generated = ['docs/diagnoses.md', 'docs/rules.md', 'docs/http-api.md', 'docs/configuration.md']

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`)

const pages = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...markdownIn('docs'),
  ...markdownIn('examples'),
  ...markdownIn('.github'),
]

/** Titles of tests, and rows of scenario accounts, are copied from the source. */
const quoted = /^\| (?:`\d{12}`|\d+) \|.*$/gm

function prose(page: string): string[] {
  const text = readFileSync(page, 'utf8')
  const written = generated.includes(page) ? (text.split('\n## ')[0] ?? '') : text
  return written
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
