import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { httpApiDocument } from './http-api-document.ts'

test('docs/http-api.md is that of the routes and their schemas (npm run http-api writes it)', async () => {
  expect(await readFile('docs/http-api.md', 'utf8')).toBe(httpApiDocument())
})
