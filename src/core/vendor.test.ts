import fc from 'fast-check'
import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { placeholders, Vendor } from './vendor.ts'

const [readSourceImages] = demoVendor.permissionSets
const faults = (change: object) =>
  Vendor.safeParse({ ...demoVendor, ...change }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

const statement = (resource: string) => ({ sid: 'S', actions: ['s3:GetObject'], resources: [resource] })
const set = { id: 'one', title: 'One', why: 'Because.', parameters: [{ id: 'bucket', title: 'B', kind: 's3-bucket' }] }

test('the demo vendor is a config', () => {
  expect(faults({})).toEqual([])
  expect(Vendor.parse(demoVendor).role.maxSessionDuration).toBe(7200)
})

test('a text is English, or is in languages of which one is English', () => {
  const purpose = { en: 'resizes images', de: 'verkleinert Bilder' }
  expect(Vendor.parse({ ...demoVendor, purpose }).purpose).toEqual(purpose)
  expect(Vendor.parse({ ...demoVendor, purpose: purpose.en }).purpose).toEqual({ en: purpose.en })
  for (const bad of [{ de: purpose.de }, { ...purpose, fr: 1 }, ['en'], 1])
    expect(faults({ purpose: bad })).toEqual(['purpose: vendor-config-invalid'])
})

const cases: readonly (readonly [string, object, readonly string[]])[] = [
  ['an account as a number', { accounts: { aws: 111122223333 } }, ['accounts.aws: account-id-empty']],
  ['an account of 11 digits', { accounts: { aws: '11112222333' } }, ['accounts.aws: account-id-length']],
  ['an isolated region', { regions: ['us-iso-east-1'] }, ['regions.0: region-isolated']],
  ['a role name with a blank', { role: { ...demoVendor.role, name: 'Pixelworks Access' } }, ['role.name: role-name-invalid']],
  ['a path without an end', { role: { ...demoVendor.role, path: '/service' } }, ['role.path: role-path-invalid']],
  ['a link that is no https', { supportUrl: 'javascript:alert(1)' }, ['supportUrl: vendor-config-invalid']],
  [
    'a placeholder that no parameter fills',
    { permissionSets: [{ ...set, statements: [statement('arn:aws:s3:::{{buckets}}')] }] },
    ['permissionSets.0: "arn:aws:s3:::{{buckets}}" uses {{buckets}}, not a parameter of the set'],
  ],
  [
    'a check on an unknown parameter',
    { permissionSets: [{ ...set, statements: [statement('*')], checks: [{ id: 'c', call: 's3-head-bucket', parameter: 'other' }] }] },
    ['permissionSets.0: Check "c" uses an unknown parameter'],
  ],
  [
    'an id that every object has',
    { permissionSets: [{ ...set, id: 'toString', statements: [statement('*')] }] },
    ['permissionSets.0: The id "tostring" is reserved'],
  ],
  [
    'an id that is used twice',
    { permissionSets: [readSourceImages, readSourceImages] },
    ['permissionSets.1: The id "readsourceimages" is used twice', 'permissionSets.1: The id "sourcebuckets" is used twice'],
  ],
]

test.each(cases)('%s is refused', (_, change, expected) => {
  expect(faults(change)).toEqual(expected)
})

test('anything is a config or refused', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom('accounts', 'role', 'regions', 'permissionSets', 'externalId', 'templates'),
      (value, key) => {
        expect(Vendor.safeParse(value).success).toBe(false)
        expect(typeof Vendor.safeParse({ ...demoVendor, [key]: value }).success).toBe('boolean')
      },
    ),
  )
})

test('placeholders are the names between double braces', () => {
  expect(placeholders('arn:{{partition}}:s3:::{{bucket}}/{x}/{{}}')).toEqual(['partition', 'bucket'])
})
