import * as z from 'zod/mini'
import { openApi } from '#server/http/openapi.ts'
import { type Body, type Operation, problemsOf, requestBodies, responseBodies, type Success } from '#server/http/operation.ts'
import { operations } from '#server/http/operations/operations.ts'
import { problems } from '#server/http/problems.ts'

const introduction = `# HTTP API

The wizard uses only this API, and your back end can call it too. The machine-readable description is at \`/api/openapi.json\` (OpenAPI 3.1). It is
generated from the schemas that the routes parse with.

\`npm run http-api\` generates this page from \`src/server/http/operations/\`.

## At a glance

\`\`\`sh
at=http://localhost:4173
token=$(curl -s -X POST $at/api/sessions | jq -r .token)

id=$(curl -s $at/api/connections -H "Authorization: Bearer $token" -d '{
  "accountId": "444455556666",
  "region": "us-east-1",
  "externalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P",
  "permissions": { "readSourceImages": { "sourceBuckets": ["acme-uploads"] } }
}' | jq -r .id)

curl -s -X POST $at/api/connections/$id/verify -H "Authorization: Bearer $token" | jq '{kind, diagnosis, nextCheckInMs}'
\`\`\`

- **Tenants.** A session belongs to a tenant: the one that your back end's launch token names or, if the server has no launch keys, an anonymous
  one. A tenant can't see what other tenants have created. There are no cookies.
- **Your back end** reads and verifies the connections of all customers below \`/api/vendor\`, with tokens of its own: see the [vendor API](vendor-api.md).
- **Viewers.** With \`role: viewer\` in the launch token, a session only reads. Every route that changes something returns \`viewer-cannot-change\`.
- **An AWS denial is a result.** \`verify\` returns 200 whatever it finds, and the verdict says what that is. A 4xx status means that the request was
  wrong, 5xx that something failed on the server.
- **Errors** are problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), \`application/problem+json\`. Programs decide by \`code\`, which never changes.
- **Requests can't redirect a check.** \`verify\` takes the ID of a connection and nothing else. Account, role and external ID come from the registry.
- **Fields may be added** to responses. Existing fields don't change.
`

const JsonSchema = z.looseObject({
  $ref: z.optional(z.string()),
  type: z.optional(z.union([z.string(), z.array(z.string())])),
  anyOf: z.optional(z.array(z.unknown())),
  enum: z.optional(z.array(z.string())),
  const: z.optional(z.string()),
  format: z.optional(z.string()),
  items: z.optional(z.unknown()),
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
})

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')

const enumMaximum = 10

function form(given: unknown): string {
  const schema = JsonSchema.parse(given)
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `[${name}](#${anchorOf(name)})`
  }
  if (schema.anyOf !== undefined) return schema.anyOf.map(form).join(' or ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum !== undefined) return schema.enum.length > enumMaximum ? 'a code' : schema.enum.map((value) => `\`${value}\``).join(' ')
  if (schema.type === 'array') return `list of ${form(schema.items).replace(/^a code$/, 'codes')}`
  return schema.format ?? [schema.type ?? 'any'].flat().join(' or ')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const { components } = openApi(operations)

function bodySection({ name, fields }: Body): string {
  if (fields === null) return ''
  const { properties = {}, required = [] } = JsonSchema.parse(components.schemas[name])
  const rows = Object.entries(properties).map(([field, schema]) => {
    const optional = required.includes(field) ? '' : ', optional'
    return `| \`${field}\` | ${form(schema)}${optional} | ${cell(fields[field] ?? '')} |`
  })
  return [`### ${name}`, '', '| field | form | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n')
}

const bodyLink = (name: string): string => (name === 'Vendor' ? '[the config](configuration.md)' : `[${name}](#${anchorOf(name)})`)

function result(success: Success): string {
  const { status, description } = success
  if (success.status === 204) return `${status}: no body. ${description}`
  return `${status}: ${'body' in success ? bodyLink(success.body.name) : `\`${success.mediaType}\``}. ${description}`
}

function requirement(operation: Operation): string {
  if (operation.access === 'anyone') return ''
  return operation.access === 'vendor'
    ? ` · [vendor API](vendor-api.md), requires the scope \`${operation.scope}\``
    : ' · requires a session'
}

function operationSection(operation: Operation): string {
  const { method, path, title, description, request, responses, query = [] } = operation
  const codes = problemsOf(operation)
  return [
    `### ${title}`,
    '',
    `\`${method.toUpperCase()} ${path}\`${requirement(operation)}`,
    '',
    description,
    '',
    ...query.map(({ name, required, description: meaning }) => `- \`${name}\`${required ? '' : ', optional'}: ${meaning}`),
    ...(request === undefined ? [] : [`- Body: ${bodyLink(request.name)}`]),
    ...responses.map((success) => `- ${result(success)}`),
    ...(codes.length === 0 ? [] : [`- Problems: ${codes.map((code) => `[\`${code}\`](#${code})`).join(', ')}`]),
    '',
  ].join('\n')
}

const permissionChoice = `### PermissionChoice

Keyed by the ID of a permission set, then by the ID of a parameter: one value or a list, for example \`{ "readSourceImages": { "sourceBuckets": ["acme-uploads"] } }\`.
A set is chosen if its key is present.
`

function problemSection([code, { status, title, remedy }]: readonly [string, (typeof problems)[keyof typeof problems]]): string {
  return [`### ${code}`, '', `${status}. ${title}. ${remedy}`, ''].join('\n')
}

/** `docs/http-api.md`. */
export function httpApiDocument(): string {
  return [
    introduction,
    '## Requests\n',
    ...operations.map(operationSection),
    '## Bodies\n',
    permissionChoice,
    ...[...requestBodies(operations), ...responseBodies(operations)].filter(({ fields }) => fields !== null).map(bodySection),
    '## Problems\n',
    'In addition to those listed with it, every request can return `method-not-allowed`, `not-found` and `internal`.\n',
    ...Object.entries(problems).map(problemSection),
  ].join('\n')
}
