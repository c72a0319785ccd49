import * as z from 'zod/mini'
import { variableWords } from './variable-words.ts'
import { vendorFieldWords } from './vendor-field-words.ts'
import { SchemaNode, vendorJsonSchema } from './vendor-json-schema.ts'

const introduction = `# Configuration

One file says what the vendor asks for, environment variables say how the server runs. The file is public: customers' browsers read it. It holds no
secret.

This page is written by \`npm run configuration\` from the schema of the config and from \`src/server/environment.ts\`.

## The vendor's config

\`public/vendor.json\`, or the file that \`ROLEBRIDGE_VENDOR\` names. With \`"$schema": "./vendor.schema.json"\` editors complete and check it. A config that
does not parse stops the server at its start, with each fault and its place.
`

const Field = z.extend(SchemaNode, {
  anyOf: z.optional(z.array(z.unknown())),
  type: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  default: z.optional(z.unknown()),
  pattern: z.optional(z.string()),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
})
type Field = z.infer<typeof Field>

/** Forms that a pattern says less well than words. */
const namedPatterns: Readonly<Record<string, string>> = { '^\\d{12}$': '12 digits' }

function form(field: Field): string {
  if (field.enum !== undefined) return field.enum.map((value) => `\`${value}\``).join(', ')
  if (field.minimum !== undefined) return `${field.minimum} to ${field.maximum}`
  if (field.anyOf !== undefined) return field.anyOf.map((each) => form(Field.parse(each))).join(' or ')
  if (field.type === 'array') return `list of ${form(Field.parse(field.items)).replace(/^(object|string)$/, '$1s')}`
  return namedPatterns[field.pattern ?? ''] ?? field.type ?? 'any'
}

function presence(field: Field, isRequired: boolean): string {
  if (field.default !== undefined) return `\`${JSON.stringify(field.default)}\``
  return isRequired ? 'required' : ''
}

type Row = { readonly path: string; readonly field: Field; readonly isRequired: boolean }

/** Every field, and those within it. */
function rows(given: unknown, path = ''): readonly Row[] {
  const { properties = {}, required = [], items } = Field.parse(given)
  const own = Object.entries(properties).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`
    return [{ path: at, field: Field.parse(value), isRequired: required.includes(name) }, ...rows(value, at)]
  })
  return [...own, ...(items === undefined ? [] : rows(items, `${path}[]`))]
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

export const vendorFields = (): readonly string[] => rows(vendorJsonSchema()).map(({ path }) => path)

function vendorTable(): string {
  const lines = rows(vendorJsonSchema()).map(
    ({ path, field, isRequired }) =>
      `| \`${path}\` | ${cell(form(field))} | ${cell(presence(field, isRequired))} | ${cell(vendorFieldWords[path] ?? '')} |`,
  )
  return ['| field | form | default | meaning |', '| --- | --- | --- | --- |', ...lines, ''].join('\n')
}

function variableSections(): readonly string[] {
  return variableWords.map(([title, words]) => {
    const lines = Object.entries(words).map(([name, { form: shape, meaning }]) => `| \`${name}\` | ${shape} | ${meaning} |`)
    return [`### ${title}`, '', '| variable | form | meaning |', '| --- | --- | --- |', ...lines, ''].join('\n')
  })
}

/** `docs/configuration.md`. */
export function configurationDocument(): string {
  return [
    introduction,
    vendorTable(),
    '## Environment variables\n',
    'All may be left out. The server names every one that it cannot read, and does not start.\n',
    ...variableSections(),
  ].join('\n')
}
