import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { diagnosesDocument } from './diagnoses-document.ts'

test('docs/diagnoses.md is that of the catalogues (npm run diagnoses writes it)', async () => {
  expect(await readFile('docs/diagnoses.md', 'utf8')).toBe(diagnosesDocument())
})

test('every heading is there once, so that it can be linked to', () => {
  const headings = diagnosesDocument().match(/^### .+$/gm) ?? []
  expect(new Set(headings).size).toBe(headings.length)
})
