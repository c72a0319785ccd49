import * as z from 'zod/mini'
import type { ProblemCode } from '#core/connection/problem.ts'
import { type Answer, type Operation, operations } from './api-operations.ts'
import { answerSchemas, fieldWords, requestSchemas } from './api-schemas.ts'
import { problems } from './problems.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = fieldWords

/** Clients must take fields that come later, and the long patterns of dates say less than their format. */
function eased(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== '$schema' && key !== '$id' && !(key === 'additionalProperties' && value === false))
      .filter(
        ([key, value]) => !(key === 'pattern' && schema['format'] === 'date-time') && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER,
      )
      .map(([key, value]) => [key, easedValue(value)]),
  )
}

function easedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(easedValue)
  return typeof value === 'object' && value !== null ? eased({ ...value }) : value
}

function described(name: string, schema: JsonSchema): JsonSchema {
  const { properties } = schema
  if (typeof properties !== 'object' || properties === null) return schema
  const told = Object.entries(properties).map(([field, value]) => [field, { ...value, description: words[name]?.[field] }])
  return { ...schema, properties: Object.fromEntries(told) }
}

/** Named schemas refer to each other by their names. */
function components(schemas: Readonly<Record<string, z.ZodMiniType>>, io: 'input' | 'output'): readonly (readonly [string, JsonSchema])[] {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) named.add(schema, { id })
  const made = z.toJSONSchema(named, { io, unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` })
  return Object.entries(made.schemas).map(([name, schema]) => [name, described(name, eased({ ...schema }))])
}

function problemAnswers(codes: readonly ProblemCode[]): readonly (readonly [string, JsonSchema])[] {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort()
  return statuses.map((status) => {
    const own = codes.filter((code) => problems[code].status === status)
    const description = own.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' ')
    return [String(status), { description, content: { 'application/problem+json': { schema: reference('Problem') } } }]
  })
}

function answer(given: Answer): readonly [string, JsonSchema] {
  if (given.status === 204) return [String(given.status), { description: given.words }]
  const content = 'schema' in given ? { 'application/json': { schema: reference(given.schema) } } : { [given.mediaType]: {} }
  return [String(given.status), { description: given.words, content }]
}

const named = /:(\w+)/g

function parameters({ path, query = [] }: Operation): readonly JsonSchema[] {
  return [
    ...[...path.matchAll(named)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...query.map(({ name, required, words: description }) => ({ name, in: 'query', required, description, schema: { type: 'string' } })),
  ]
}

function pathItem(operation: Operation): JsonSchema {
  const { id, title, words: description, needsSession, request, answers } = operation
  const given = parameters(operation)
  return {
    operationId: id,
    summary: title,
    description,
    security: needsSession ? [{ session: [] }] : [],
    ...(given.length === 0 ? {} : { parameters: given }),
    ...(request === null ? {} : { requestBody: { content: { 'application/json': { schema: reference(request) } } } }),
    responses: Object.fromEntries([...answers.map(answer), ...problemAnswers([...operation.problems, 'internal'])]),
  }
}

function paths(): JsonSchema {
  const addresses = [...new Set(operations.map(({ path }) => path))]
  return Object.fromEntries(
    addresses.map((address) => {
      const own = operations.filter(({ path }) => path === address)
      return [address.replace(named, '{$1}'), Object.fromEntries(own.map((operation) => [operation.method, pathItem(operation)]))]
    }),
  )
}

/** The HTTP API as OpenAPI, made of the schemas that the routes parse with. https://spec.openapis.org/oas/v3.1.1.html */
export const openApi = {
  openapi: '3.1.1',
  info: {
    title: 'Rolebridge',
    version: '1',
    description:
      'Connections between a vendor and the AWS accounts of its customers. Errors are problem details (RFC 9457) with a permanent code.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: paths(),
  components: {
    schemas: Object.fromEntries([...components(requestSchemas, 'input'), ...components(answerSchemas, 'output')]),
    securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/sessions.' } },
  },
} as const
