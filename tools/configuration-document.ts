import * as z from 'zod/mini'
import { fieldForms } from '#core/connection/vendor-config/field-forms.ts'
import { secretNames } from '#server/config/secret-files.ts'
import { variableWords } from './variable-words.ts'
import { vendorFieldWords } from './vendor-field-words.ts'
import { SchemaNode, vendorJsonSchema } from './vendor-json-schema.ts'

const introduction = `# Configuration

One file says what the vendor requests. Environment variables say how the server runs. The file is public, because customers' browsers read it. It contains no
secrets.

\`npm run configuration\` generates this page from the config schema and from \`src/server/config/variables.ts\`.

## The vendor's config

\`public/vendor.json\`, or the file in \`ROLEBRIDGE_VENDOR\`. With \`"$schema": "./vendor.schema.json"\`, editors complete and check it. The server serves the
schema at \`/vendor.schema.json\`.

The config is strict. An unknown key is an error that names the nearest known key. So is a key that Rolebridge doesn't support, such as \`notActions\` or
\`managedPolicyArns\`. \`rolebridge check FILE\` prints every error and warning about a config, and exits with 1 if there are
errors. The server does the same at startup:

- **Errors** stop it: a config that doesn't parse, or that produces a policy or template which AWS rejects or which grants something else than it says. The linter's errors and
  critical findings about the policies are errors too, for example \`*\` on \`*\` or an action that doesn't exist.
- **Warnings** are logged: settings that work, but are risky or probably not intended, for example \`s3:*\`, a Region without an account, or a template that was published for another config.

Each message names the place, such as \`permissionSets[0].statements[1].actions\`, and says what is allowed, with an example. A duplicate key in an object is an error too.
`

const Field = z.extend(SchemaNode, { default: z.optional(z.unknown()) })
type Field = z.infer<typeof Field>

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
      `| \`${path}\` | ${cell(fieldForms[path]?.allowed ?? '')} | ${cell(presence(field, isRequired))} | ${cell(vendorFieldWords[path] ?? '')} |`,
  )
  return ['| field | allowed | default | meaning |', '| --- | --- | --- | --- |', ...lines, ''].join('\n')
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
    'All are optional. The server names every variable that it cannot read, and does not start. A `ROLEBRIDGE_` name within two letters of a known one stops it too. For any other unknown name it logs a warning. Names that Kubernetes injects for a service named `rolebridge` (`ROLEBRIDGE_SERVICE_…`, `ROLEBRIDGE_PORT…`) are ignored.\n',
    `A secret can also be in a file, as Docker and Kubernetes mount them: set the variable with \`_FILE\` at its end to the path. A line break at the end of the file is ignored. This works for ${secretNames.map((name) => `\`${name}\``).join(', ')}. Set only one of the two.\n`,
    ...variableSections(),
  ].join('\n')
}
