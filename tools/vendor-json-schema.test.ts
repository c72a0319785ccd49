import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { formAt, keysIn } from '#core/connection/vendor-config/field-forms.ts'
import { userConfig } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import schema from '#public/vendor.schema.json' with { type: 'json' }
import { SchemaNode, vendorJsonSchema } from './vendor-json-schema.ts'

test('npm run schema has been run since its sources changed', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(vendorJsonSchema())))
})

type Place = { readonly path: readonly (string | number)[]; readonly keys: readonly string[]; readonly isClosed: boolean }

/** Every object of the schema with the keys that it names. */
function objects(given: unknown, path: readonly (string | number)[] = []): readonly Place[] {
  const { properties, items, additionalProperties } = SchemaNode.parse(given)
  const below = Object.entries(properties ?? {}).flatMap(([key, field]) => objects(field, [...path, key]))
  const own = properties === undefined ? [] : [{ path, keys: Object.keys(properties), isClosed: additionalProperties === false }]
  return [...own, ...below, ...(items === undefined ? [] : objects(items, [...path, 0]))]
}

function withKey(value: unknown, path: readonly (string | number)[], key: string): unknown {
  const [step, ...rest] = path
  if (step === undefined) return { ...Object(value), [key]: 'x' }
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withKey(item, rest, key) : item))
  return { ...Object(value), [step]: withKey(Object(value)[step], rest, key) }
}

const places = objects(schema)

const withRoles = { ...demoVendor, additionalApplicationRoles: [{ name: 'Old' }], verifierRole: { name: 'Verifier' } }

test('schema and parser reject unknown keys in the same places', () => {
  expect(places.map(({ path, isClosed }) => [path.join('.'), isClosed])).toEqual(places.map(({ path }) => [path.join('.'), true]))
  for (const { path } of places) {
    const config = path[0] === 'applicationUser' ? userConfig : withRoles
    const issues = Vendor.safeParse(withKey(config, path, 'unheardOf')).error?.issues ?? []
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([[...path, 'unheardOf'].join('.')])
    expect(issues[0]?.message).toMatch(/^This key is unknown\. Allowed here: /)
  }
})

test('every field of the schema has a form, and every form has a field', () => {
  for (const { path, keys } of places) {
    const field = path
      .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
      .join('')
      .replace(/^\./, '')
    expect([...keysIn(field)].sort(), field).toEqual([...keys].sort())
    for (const key of keys) expect(formAt([...path, key]), `${field}.${key}`).toBeDefined()
  }
})
