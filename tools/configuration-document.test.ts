import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { Variables } from '#server/config/environment.ts'
import { configurationDocument, vendorFields } from './configuration-document.ts'
import { variableWords } from './variable-words.ts'
import { vendorFieldWords } from './vendor-field-words.ts'

test('docs/configuration.md is that of the schema and of the variables (npm run configuration writes it)', async () => {
  expect(await readFile('docs/configuration.md', 'utf8')).toBe(configurationDocument())
})

test('every field of the config has words, and there are no words for fields that are not there', () => {
  expect(Object.keys(vendorFieldWords).toSorted()).toEqual(vendorFields().toSorted())
})

test('every variable that the server reads has words, and there are no words for others', () => {
  const told = variableWords.flatMap(([, words]) => Object.keys(words))
  expect(told.toSorted()).toEqual(Object.keys(Variables.shape).toSorted())
})
