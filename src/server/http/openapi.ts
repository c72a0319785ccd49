import * as z from 'zod/mini'
import type { ApiProblemCode } from '#core/connection/problem.ts'
import { type Body, type Operation, problemsOf, requestBodies, responseBodies, type Success } from './operation.ts'
import { problems } from './problems.ts'
import { webhookBodies } from './webhook-bodies.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** Clients must accept fields that are added later, and the long patterns of dates say less than their format. */
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

function described({ fields }: Body, schema: JsonSchema): JsonSchema {
  const { properties } = schema
  if (typeof properties !== 'object' || properties === null || fields === null) return schema
  const entries = Object.entries(properties).map(([field, value]) => [field, { ...value, description: fields[field] }])
  return { ...schema, properties: Object.fromEntries(entries) }
}

/** Named schemas refer to each other by their names. */
function components(bodies: readonly Body[], io: 'input' | 'output'): readonly (readonly [string, JsonSchema])[] {
  const registry = z.registry<{ id: string }>()
  for (const { name, schema } of bodies) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: (id) => `#/components/schemas/${id}` })
  return bodies.map((given) => [given.name, described(given, eased({ ...schemas[given.name] }))])
}

function problemResponses(codes: readonly ApiProblemCode[]): readonly (readonly [string, JsonSchema])[] {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort()
  return statuses.map((status) => {
    const own = codes.filter((code) => problems[code].status === status)
    const description = own.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' ')
    return [String(status), { description, content: { 'application/problem+json': { schema: reference('Problem') } } }]
  })
}

function response(success: Success): readonly [string, JsonSchema] {
  const { status, description } = success
  if (success.status === 204) return [String(status), { description }]
  const content = 'body' in success ? { 'application/json': { schema: reference(success.body.name) } } : { [success.mediaType]: {} }
  return [String(status), { description, content }]
}

const named = /:(\w+)/g

function parameters({ path, query = [] }: Operation): readonly JsonSchema[] {
  return [
    ...[...path.matchAll(named)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...query.map(({ name, required, description }) => ({ name, in: 'query', required, description, schema: { type: 'string' } })),
  ]
}

function securityOf(operation: Operation): readonly JsonSchema[] {
  if (operation.access === 'anyone') return []
  return operation.access === 'vendor' ? [{ vendor: [operation.scope] }] : [{ session: [] }]
}

function pathItem(operation: Operation): JsonSchema {
  const { id, title, description, request, responses } = operation
  const given = parameters(operation)
  return {
    operationId: id,
    summary: title,
    description,
    security: securityOf(operation),
    ...(given.length === 0 ? {} : { parameters: given }),
    ...(request === undefined ? {} : { requestBody: { content: { 'application/json': { schema: reference(request.name) } } } }),
    responses: Object.fromEntries([
      ...responses.map(response),
      ...problemResponses([...new Set([...problemsOf(operation), 'not-ready' as const, 'internal' as const])]),
    ]),
  }
}

function paths(operations: readonly Operation[]): JsonSchema {
  const addresses = [...new Set(operations.map(({ path }) => path))]
  return Object.fromEntries(
    addresses.map((address) => {
      const own = operations.filter(({ path }) => path === address)
      return [address.replace(named, '{$1}'), Object.fromEntries(own.map((operation) => [operation.method, pathItem(operation)]))]
    }),
  )
}

const webhookHeaders: readonly JsonSchema[] = [
  { name: 'webhook-id', description: 'The same for each attempt.' },
  { name: 'webhook-timestamp', description: 'The time of the attempt, in seconds.' },
  { name: 'webhook-signature', description: 'A signature for each secret, with spaces between them: `v1,` and HMAC-SHA256 in base64.' },
].map((header) => ({ ...header, in: 'header', required: true, schema: { type: 'string' } }))

/** Requests that the server sends. https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks */
const webhooks = (): JsonSchema =>
  Object.fromEntries(
    webhookBodies.map(({ type, meaning, body }) => {
      const requestBody = { required: true, content: { 'application/json': { schema: reference(body.name) } } }
      const responses = { '2XX': { description: 'Accepted. With any other status it is sent again.' } }
      return [type, { post: { summary: meaning, parameters: webhookHeaders, requestBody, responses, security: [] } }]
    }),
  )

/** The HTTP API as OpenAPI, from the schemas that the routes parse with. https://spec.openapis.org/oas/v3.1.1.html */
export function openApi(operations: readonly Operation[]) {
  const sent = [...responseBodies(operations), ...webhookBodies.map(({ body }) => body)]
  const schemas = [...components(requestBodies(operations), 'input'), ...components(sent, 'output')]
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rolebridge',
      version: '1',
      description:
        'Connections between a vendor and the AWS accounts of its customers. Errors are problem details (RFC 9457) with a permanent code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: paths(operations),
    webhooks: webhooks(),
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/sessions.' },
        vendor: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A token that the vendor’s back end signed.' },
      },
    },
  } as const
}
