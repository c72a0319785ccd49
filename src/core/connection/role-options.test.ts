import fc from 'fast-check'
import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { refusalMessages } from './refusals.ts'
import { rolePlan } from './role-plan.ts'
import { Vendor } from './vendor.ts'

const role = {
  ...demoVendor.role,
  maxSessionDuration: 14_400,
  permissionsBoundary: 'optional',
  customerMayChoose: ['path', 'tags', 'maxSessionDuration'],
  tags: { CreatedFor: 'Pixelworks' },
}
const vendor = Vendor.parse({ ...demoVendor, role })
const request = {
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
}
const boundary = 'arn:aws:iam::444455556666:policy/company/Boundary'

function faults(options: unknown, of: Vendor = vendor): string[] {
  const parsed = connectionTerms(of).safeParse({ ...request, role: options })
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

test('what the company asks for is the role that is planned', () => {
  const options = {
    path: '/company/connectors/',
    permissionsBoundary: boundary,
    tags: [
      { key: 'createdfor', value: 'us' },
      { key: 'CostCenter', value: '' },
    ],
    maxSessionDuration: 3600,
  }
  const terms = connectionTerms(vendor).parse({ ...request, role: options })
  expect(terms.role).toEqual(options)
  expect(rolePlan(terms, vendor)).toMatchObject({
    path: '/company/connectors/',
    roleArn: 'arn:aws:iam::444455556666:role/company/connectors/PixelworksAccess',
    permissionsBoundary: boundary,
    tags: { createdfor: 'us', CostCenter: '' },
    maxSessionDuration: 3600,
  })
})

test('without any of them the role is as the vendor has it', () => {
  for (const options of [undefined, {}, { tags: [] }]) {
    const terms = connectionTerms(vendor).parse({ ...request, role: options })
    expect(terms).toEqual(request)
    expect(rolePlan(terms, vendor)).toMatchObject({ path: '/', permissionsBoundary: null, tags: role.tags, maxSessionDuration: 14_400 })
  }
})

const tag = (key: string, value = 'x') => ({ tags: [{ key, value }] })

const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no object', 'x', ['role: role-options-invalid']],
  ['a path without slashes', { path: 'company' }, ['role.path: role-path-invalid']],
  ['a path with a blank', { path: '/a b/' }, ['role.path: role-path-invalid']],
  ['a path that is too long', { path: `/${'a'.repeat(511)}/` }, ['role.path: role-path-invalid']],
  ['a boundary that is a name', { permissionsBoundary: 'Boundary' }, ['role.permissionsBoundary: permissions-boundary-invalid']],
  [
    'a boundary that is a role',
    { permissionsBoundary: 'arn:aws:iam::444455556666:role/x' },
    ['role.permissionsBoundary: permissions-boundary-not-a-policy'],
  ],
  [
    'a boundary of another partition',
    { permissionsBoundary: boundary.replace('aws', 'aws-cn') },
    ['role.permissionsBoundary: permissions-boundary-partition'],
  ],
  [
    'a boundary of another account',
    { permissionsBoundary: boundary.replace('4444', '7777') },
    ['role.permissionsBoundary: permissions-boundary-account'],
  ],
  ['51 tags', { tags: Array.from({ length: 50 }, (_, index) => ({ key: `k${index}`, value: '' })) }, ['role.tags: tags-too-many']],
  [
    'thousands of tags',
    { tags: Array.from({ length: 5000 }, (_, index) => ({ key: `k${index}`, value: '' })) },
    ['role.tags: tags-too-many'],
  ],
  ['no key', tag(''), ['role.tags.0.key: tag-key-empty']],
  ['a long key', tag('x'.repeat(129)), ['role.tags.0.key: tag-key-too-long']],
  ['a long value', tag('x', 'x'.repeat(257)), ['role.tags.0.value: tag-value-too-long']],
  ['a key with a sign', tag('a$b'), ['role.tags.0.key: tag-key-characters']],
  ['a value with quotes', tag('x', '"'), ['role.tags.0.value: tag-value-characters']],
  ['a key of AWS', tag('AWS:team'), ['role.tags.0.key: tag-key-reserved']],
  [
    'a key twice',
    {
      tags: [
        { key: 'Team', value: 'a' },
        { key: 'team', value: 'b' },
      ],
    },
    ['role.tags.1.key: tag-key-repeated'],
  ],
  ['tags of a wrong form', { tags: [5] }, ['role.tags.0: tags-invalid']],
  ['a short session', { maxSessionDuration: 900 }, ['role.maxSessionDuration: session-duration-range']],
  ['a session that is longer than asked for', { maxSessionDuration: 14_401 }, ['role.maxSessionDuration: session-duration-range']],
  ['half a second', { maxSessionDuration: 3600.5 }, ['role.maxSessionDuration: session-duration-invalid']],
]

test.each(cases)('%s is refused', (_, options, expected) => {
  expect(faults(options)).toEqual(expected)
})

test('a policy of AWS, tags as AWS writes them and what was pasted with blanks around are taken', () => {
  const text = 'Kosten stelle é 1_.:/=+-@'
  expect(faults({ permissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess', ...tag(text, text) })).toEqual([])
  const terms = connectionTerms(vendor).parse({ ...request, role: { path: ' /a/ ', permissionsBoundary: `"${boundary}" ` } })
  expect(terms.role).toEqual({ path: '/a/', permissionsBoundary: boundary })
})

test('what the vendor does not offer is refused, and what it requires must be there', () => {
  const strict = Vendor.parse({ ...demoVendor, role: { ...role, permissionsBoundary: 'none', customerMayChoose: [] } })
  expect(faults({ path: '/a/', permissionsBoundary: boundary, ...tag('a'), maxSessionDuration: 3600 }, strict)).toEqual(
    ['path', 'permissionsBoundary', 'tags', 'maxSessionDuration'].map((option) => `role.${option}: role-option-not-offered`),
  )
  const demanding = Vendor.parse({ ...demoVendor, role: { ...role, permissionsBoundary: 'required' } })
  expect(faults(undefined, demanding)).toEqual(['role.permissionsBoundary: permissions-boundary-required'])
  expect(faults({ permissionsBoundary: boundary }, demanding)).toEqual([])
})

test('anything is options or refusals that have words', () => {
  const anyTag = fc.record({ key: fc.string({ unit: 'binary' }), value: fc.string({ unit: 'binary' }) }, { requiredKeys: [] })
  const anyOptions = fc.record(
    {
      path: fc.oneof(fc.string(), fc.anything()),
      permissionsBoundary: fc.oneof(
        fc.string(),
        fc.string().map((text) => `${boundary}${text}`),
      ),
      tags: fc.oneof(fc.array(anyTag), fc.anything()),
      maxSessionDuration: fc.oneof(fc.integer(), fc.anything()),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(anyOptions, fc.anything()), (options) => {
      for (const text of faults(options)) expect(Object.keys(refusalMessages.in('en').codes)).toContain(text.split(': ')[1])
    }),
  )
})
