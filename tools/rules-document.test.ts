import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { rulesDocument } from './rules-document.ts'

test('docs/rules.md is that of the catalogue (npm run rules writes it)', async () => {
  expect(await readFile('docs/rules.md', 'utf8')).toBe(rulesDocument())
})

test('every rule has one heading', () => {
  const headings = rulesDocument().match(/^### .+$/gm)
  expect(headings).toEqual(ruleCatalogue.map(({ id }) => `### ${id}`))
})
