import * as z from 'zod/mini'
import { type Operation, operations } from '#server/http/api-operations.ts'
import { fieldWords } from '#server/http/api-schemas.ts'
import { openApi } from '#server/http/openapi.ts'
import { problems } from '#server/http/problems.ts'

const introduction = `# HTTP API

The wizard uses only this API, and your back end can too. The OpenAPI 3.1 description is at
\`/api/openapi.json\`, generated from the schemas that the routes parse with.

\`npm run http-api\` generates this page from \`src/server/http/api-operations.ts\` and \`src/server/http/api-schemas.ts\`.

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

- **Tenants.** A session belongs to a tenant: the one in the launch token of your back end or, if the server has no launch keys, an anonymous
  one. Another tenant's data isn't found. There are no cookies.
- **Viewers.** With \`role: viewer\` in the launch token, a session is read-only. Every route that changes something returns \`viewer-cannot-change\`.
- **A denial by AWS is a result.** \`verify\` returns 200 whatever it finds, and the verdict has the result. 4xx means that the request was
  wrong, 5xx that something broke on the server.
- **Errors** are problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), \`application/problem+json\`. Programs decide by \`code\`, which never changes.
- **Requests can't choose the target.** \`verify\` accepts only a connection ID. Account, role, and external ID come from the registry.
- **Fields can be added** to responses. Existing fields stay.
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

/** Describes the type of a value in a few words. */
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

function bodySection(name: string, words: Readonly<Record<string, string>>): string {
  const { properties = {}, required = [] } = JsonSchema.parse(openApi.components.schemas[name])
  const rows = Object.entries(properties).map(([field, schema]) => {
    const optional = required.includes(field) ? '' : ', optional'
    return `| \`${field}\` | ${form(schema)}${optional} | ${cell(words[field] ?? '')} |`
  })
  return [`### ${name}`, '', '| field | form | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n')
}

const bodyLink = (name: string): string => (name === 'Vendor' ? '[the config](configuration.md)' : `[${name}](#${anchorOf(name)})`)

function result(answer: Operation['answers'][number]): string {
  if (answer.status === 204) return `${answer.status}: no body. ${answer.words}`
  return `${answer.status}: ${'schema' in answer ? bodyLink(answer.schema) : `\`${answer.mediaType}\``}. ${answer.words}`
}

function operationSection({ method, path, title, words, needsSession, request, answers, problems: codes, query = [] }: Operation): string {
  const results = answers.map(result)
  return [
    `### ${title}`,
    '',
    `\`${method.toUpperCase()} ${path}\`${needsSession ? ' · needs a session' : ''}`,
    '',
    words,
    '',
    ...query.map(({ name, required, words: meaning }) => `- \`${name}\`${required ? '' : ', optional'}: ${meaning}`),
    ...(request === null ? [] : [`- Body: ${bodyLink(request)}`]),
    ...results.map((result) => `- ${result}`),
    ...(codes.length === 0 ? [] : [`- Problems: ${codes.map((code) => `[\`${code}\`](#${code})`).join(', ')}`]),
    '',
  ].join('\n')
}

const permissionChoice = `### PermissionChoice

One value or a list, by permission set ID and parameter ID: \`{ "readSourceImages": { "sourceBuckets": ["acme-uploads"] } }\`.
A set is selected if its key exists.
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
    ...Object.entries(fieldWords).map(([name, words]) => bodySection(name, words)),
    '## Problems\n',
    'In addition to its own problems, every request can return `method-not-allowed`, `not-found`, and `internal`.\n',
    ...Object.entries(problems).map(problemSection),
  ].join('\n')
}
