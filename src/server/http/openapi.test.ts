import { expect, test } from 'vitest'
import { ApiProblemCode } from '#core/connection/problem.ts'
import { WebhookEvent } from '#core/events/webhook-event.ts'
import { appDouble } from './app-double.test-data.ts'
import { openApi } from './openapi.ts'
import { problemsOf, requestBodies, responseBodies } from './operation.ts'
import { operations } from './operations/operations.ts'
import { webhookBodies } from './webhook-bodies.ts'

const document = openApi(operations)

const { app } = appDouble({
  simulatedAws: async () => new Response(),
  pages: { answer: async () => null, scriptHashes: [], titleFor: () => '' },
})

/** Routes for the wizard's files and the simulated AWS. */
const notOfTheApi = new Set(['*', '/*', '/simulated-aws/*', '/review', '/support'])

test('names every route of the app, and no other', () => {
  const answering = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !notOfTheApi.has(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const named = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(Object(item)).map((method) => `${method} ${path}`))
  expect(named.toSorted()).toEqual([...new Set(answering)].toSorted())
})

test('serves the description', async () => {
  const response = await app.request('/api/openapi.json')
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)))
})

test('describes every field of every body, and no other field', () => {
  const fields = Object.entries(document.components.schemas)
    .filter(([name]) => name !== 'Vendor' && name !== 'PermissionChoice')
    .map(([name, { properties }]) => [name, Object.keys(Object(properties)).toSorted()])
  const bodies = [...requestBodies(operations), ...responseBodies(operations), ...webhookBodies.map(({ body }) => body)]
  const described = bodies.flatMap(({ name, fields: words }) => (words === null ? [] : [[name, Object.keys(words).toSorted()]]))
  expect(Object.fromEntries(fields)).toEqual(Object.fromEntries(described))
})

test('refers only to schemas that it contains', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(references.length).toBeGreaterThan(15)
  for (const name of references) expect(document.components.schemas).toHaveProperty([name ?? ''])
  expect(JSON.stringify(document)).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/)
})

test('lists every problem with an operation, except those of any request', () => {
  const named = new Set(operations.flatMap(problemsOf))
  expect(ApiProblemCode.options.filter((code) => !named.has(code))).toEqual(['method-not-allowed', 'internal'])
})

test('gives every operation an ID of its own', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})

test('has a webhook for every type of event, with the schema that the client parses it by', () => {
  const { webhooks, components } = document
  expect(Object.keys(webhooks)).toEqual(WebhookEvent.def.options.map(({ shape }) => shape.type.def.values[0]))
  for (const { type, body } of webhookBodies) {
    expect(webhooks[type]).toMatchObject({
      post: { requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${body.name}` } } } }, security: [] },
    })
    expect(components.schemas[body.name]).toMatchObject({ properties: { type: { const: type } } })
  }
  expect(JSON.stringify(components.schemas['ConnectionVerifiedEvent'])).toContain('#/components/schemas/VendorConnection')
})
