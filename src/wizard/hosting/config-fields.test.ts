import { expect, test } from 'vitest'
import { configText } from '#core/connection/config-review.ts'
import { readVendorConfig } from '#core/connection/vendor.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { editedText } from '#core/policy/json/edited-text.ts'
import { allFields, fieldEdit, fieldName, formValues } from './config-fields.ts'

const text = configText({ ...vendor, simulated: true, launch: 'optional' })
const fields = allFields(vendor)
const field = (name: string) => fields.filter((each) => fieldName(each) === name)

const written = (name: string, typed: string | boolean, before = text): string =>
  field(name).reduce((config, each) => {
    const { path, value } = fieldEdit(each, config, typed)
    return editedText(config, path, value) ?? ''
  }, before)

test('every field has a name of its own, and writing what it shows changes nothing', () => {
  expect(new Set(fields.map(fieldName)).size).toBe(fields.length)
  const values = formValues(text, fields)
  for (const name of fields.map(fieldName)) {
    const after = readVendorConfig(JSON.parse(written(name, values[name] ?? ''))).vendor
    expect(after, name).toEqual({ ...vendor, $schema: './vendor.schema.json' })
  }
})

test.each([
  ['name', 'Acme', '"name": "Acme"'],
  ['name', '', '"name": ""'],
  ['purpose', 'reads', '"en": "reads"'],
  ['logoUrl', '/logo.svg', '"logoUrl": "/logo.svg"'],
  ['role/maxSessionDuration', '3600', '"maxSessionDuration": 3600'],
  ['role/maxSessionDuration', 'long', '"maxSessionDuration": "long"'],
  ['regions', 'us-east-1,\neu-west-1 ', '"regions": ["us-east-1", "eu-west-1"]'],
  ['role/customerMayChoose/tags', false, '"customerMayChoose": ["path", "maxSessionDuration"]'],
  ['permissionSets/1/required', true, '"required": true'],
  ['embed/allowedOrigins', 'https://docs.acme.example', '"embed": { "allowedOrigins": ["https://docs.acme.example"] }'],
] as const)('%s with %j is written as %s', (name, typed, json) => {
  const after = written(name, typed)
  expect(after).toContain(json)
  const [shown] = field(name).map((each) => formValues(after, [each])[name])
  expect(shown).toBe(typeof typed === 'string' && name === 'regions' ? 'us-east-1, eu-west-1' : typed)
})

test.each([
  ['Old', [{ name: 'Old' }], 'Old'],
  ['/service/Old,\n New ', [{ name: 'Old', path: '/service/' }, { name: 'New' }], '/service/Old, New'],
  ['a/b/Old', [{ name: 'Old', path: 'a/b/' }], 'a/b/Old'],
])('other roles %j are written with their paths, and shown again', (typed, roles, shown) => {
  const after = written('additionalApplicationRoles', typed)
  expect(JSON.parse(after)).toMatchObject({ additionalApplicationRoles: roles })
  expect(formValues(after, field('additionalApplicationRoles'))['additionalApplicationRoles']).toBe(shown)
  expect(written('additionalApplicationRoles', ' ', after)).not.toContain('additionalApplicationRoles')
})

test('the verifier goes with its name', () => {
  const after = written('verifierRole/path', '/service/', written('verifierRole/name', 'Verifier'))
  expect(readVendorConfig(JSON.parse(after)).vendor?.verifierRole).toEqual({ name: 'Verifier', path: '/service/' })
  expect(written('verifierRole/name', '', after)).not.toContain('verifierRole')
})

test('an empty field that is optional goes from the config', () => {
  expect(written('supportUrl', ' ')).not.toContain('supportUrl')
  expect(formValues(written('supportUrl', ' '), fields)['supportUrl']).toBe('')
})
