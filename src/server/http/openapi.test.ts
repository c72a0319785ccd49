import { expect, test } from 'vitest'
import { ProblemCode } from '#core/connection/problem.ts'
import { operations } from './api-operations.ts'
import { appDouble } from './app-double.test-data.ts'
import { openApi } from './openapi.ts'

const { app } = appDouble({
  simulatedAws: async () => new Response(),
  pages: { answer: async () => null, scriptHashes: [], titleFor: () => '' },
})

/** Where the wizard's files and the simulated AWS are answered for. */
const notOfTheApi = new Set(['*', '/*', '/simulated-aws/*', '/review'])

test('the document names every route that answers, and no other', () => {
  const answering = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !notOfTheApi.has(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const named = Object.entries(openApi.paths).flatMap(([path, item]) => Object.keys(Object(item)).map((method) => `${method} ${path}`))
  expect(named.toSorted()).toEqual([...new Set(answering)].toSorted())
})

test('it is served', async () => {
  const response = await app.request('/api/openapi.json')
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApi)))
})

test('every field of every body has words, and there are no words for fields that are not there', async () => {
  const { fieldWords } = await import('./api-schemas.ts')
  const fields = Object.entries(openApi.components.schemas)
    .filter(([name]) => name !== 'Vendor' && name !== 'PermissionChoice')
    .map(([name, { properties }]) => [name, Object.keys(Object(properties)).toSorted()])
  expect(Object.fromEntries(fields)).toEqual(
    Object.fromEntries(Object.entries(fieldWords).map(([name, words]) => [name, Object.keys(words).toSorted()])),
  )
})

test('every reference leads to a schema', () => {
  const references = [...JSON.stringify(openApi).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(references.length).toBeGreaterThan(15)
  for (const name of references) expect(openApi.components.schemas).toHaveProperty([name ?? ''])
  expect(JSON.stringify(openApi)).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/)
})

test('every problem belongs to an operation, but those that any request can meet', () => {
  const named = new Set(operations.flatMap(({ problems }) => problems))
  expect(ProblemCode.options.filter((code) => !named.has(code))).toEqual(['method-not-allowed', 'internal'])
})

test('operations are told apart by their ids', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})
