import fc from 'fast-check'
import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { Vendor } from './vendor.ts'
import { ServedVendor } from './vendor-fields.ts'

const [readSourceImages] = demoVendor.permissionSets
const faults = (change: object) =>
  Vendor.safeParse({ ...demoVendor, ...change }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('the demo vendor is a config', () => {
  expect(faults({})).toEqual([])
  expect(Vendor.parse(demoVendor).role.maxSessionDuration).toBe(7200)
})

test('a text is English, or is in languages of which one is English', () => {
  const purpose = { en: 'resizes images', de: 'verkleinert Bilder' }
  expect(Vendor.parse({ ...demoVendor, purpose }).purpose).toEqual(purpose)
  expect(Vendor.parse({ ...demoVendor, purpose: purpose.en }).purpose).toEqual({ en: purpose.en })
  for (const bad of [{ de: purpose.de }, { ...purpose, fr: 1 }, ['en'], 1])
    expect(faults({ purpose: bad })).toEqual([expect.stringContaining('is not allowed here. Use a text, or texts by language')])
})

test('a config that cannot be rendered, or grants something else than is written, does not parse, and the message is a sentence', () => {
  const statement = readSourceImages?.statements[0]
  const changes = [
    { accounts: { aws: 111122223333 } },
    { accounts: {} },
    { regions: ['us-east-1'] },
    { supportUrl: 'javascript:alert(1)' },
    { permissionSets: [{ ...readSourceImages, statements: [{ ...statement, effect: 'Deny' }] }] },
    { permissionSets: [{ ...readSourceImages, statements: [{ ...statement, resources: ['arn:aws:s3:::{{buckets}}'] }] }] },
    { permissionSets: [{ ...readSourceImages, statements: [{ ...statement, actions: ['*'], resources: ['*'] }] }] },
    { permissionSets: [{ ...readSourceImages, statements: [] }] },
    { permissionSets: [readSourceImages, readSourceImages] },
  ]
  for (const change of changes) {
    expect(faults(change).length).toBeGreaterThan(0)
    for (const fault of faults(change)) expect(fault).toMatch(/^[\w$.-]+: .*[.?]$/s)
  }
})

test('a config that was parsed parses again, and is what the server hands out', () => {
  const parsed = Vendor.parse(demoVendor)
  expect(Vendor.parse(parsed)).toEqual(parsed)
  expect(ServedVendor.parse({ ...parsed, simulated: true })).toEqual({ ...parsed, simulated: true, launch: 'optional' })
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
