import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { messageKeys } from '#core/connection/vendor-config/message-keys.ts'
import { ruleCatalog } from '#core/rules/catalog.ts'
import { Variables } from '#server/config/variables.ts'
import { actionFiles } from './action-data.ts'
import { diagnosesDocument, rulesDocument } from './catalog-documents.ts'
import { vendorFields } from './configuration-document.ts'
import { documents, screenMessageKeys } from './documents.ts'
import { variableWords } from './variable-words.ts'
import { vendorFieldWords } from './vendor-field-words.ts'

test.each(Object.entries(documents))('npm run %s has been run since its sources changed', async (_, { path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(await text())
})

test('the config check knows every text of the screens (npm run message-keys writes them)', async () => {
  expect(messageKeys).toEqual(await screenMessageKeys())
})

test('every field of the config has words, and no words are left of a removed field', () => {
  expect(Object.keys(vendorFieldWords).toSorted()).toEqual(vendorFields().toSorted())
})

test('every variable that the server reads has words, and no words are left of a removed variable', () => {
  const named = variableWords.flatMap(([, words]) => Object.keys(words))
  expect(named.toSorted()).toEqual(Object.keys(Variables.shape).toSorted())
})

test('no heading of the diagnoses occurs twice, so that each can be linked to', () => {
  const headings = diagnosesDocument().match(/^### .+$/gm) ?? []
  expect(new Set(headings).size).toBe(headings.length)
})

test('every rule has one heading', () => {
  const headings = rulesDocument().match(/^### .+$/gm)
  expect(headings).toEqual(ruleCatalog.map(({ id }) => `### ${id}`))
})

test("the public folder has every file of AWS's action data, unchanged", async () => {
  const files = await actionFiles()
  expect((await readdir('public/iam-data')).sort()).toEqual([...files.keys()].sort())
  for (const [name, text] of files) expect([name, (await readFile(`public/iam-data/${name}`, 'utf8')) === text]).toEqual([name, true])
})

test('the action data stays under 3 MB, and each service under 150 kB', async () => {
  const sizes = [...(await actionFiles()).values()].map((text) => text.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  expect(Math.max(...sizes)).toBeLessThan(150_000)
})
