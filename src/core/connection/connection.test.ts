import fc from 'fast-check'
import { expect, test } from 'vitest'
import { request, vendor } from '#core/fixtures.test-data.ts'
import { ConnectionTerms, connectionTerms } from './connection.ts'
import { parameterValuesMaximum } from './parameter-value.ts'
import { refusalMessages } from './refusals.ts'
import { offeredRegions } from './vendor-fields.ts'

const schema = connectionTerms(vendor)

const faults = (value: unknown) => schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('what was typed becomes terms', () => {
  expect(schema.parse(request)).toEqual(request)
  expect(schema.parse({ ...request, accountId: 'arn:aws:iam::444455556666:role/x' }).accountId).toBe('444455556666')
})

const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no object', null, [': request-invalid']],
  ['the vendor account', { ...request, accountId: '111122223333' }, ['accountId: account-id-is-vendor']],
  ['an ARN of another partition', { ...request, accountId: 'arn:aws-cn:iam::444455556666:root' }, ['accountId: account-id-partition']],
  ['a number as account', { ...request, accountId: 444455556666 }, ['accountId: account-id-empty']],
  ['a region that is not offered', { ...request, region: 'eu-north-1' }, ['region: region-not-offered']],
  ['no external ID', { ...request, externalId: undefined }, ['externalId: external-id-empty']],
  ['the account as external ID', { ...request, externalId: 'px-444455556666-px' }, ['externalId: external-id-contains-account-id']],
  ['the vendor as external ID', { ...request, externalId: 'pixelworks-production' }, ['externalId: external-id-contains-name']],
  ['permissions of a wrong form', { ...request, permissions: 5 }, ['permissions: permissions-invalid']],
  [
    'values of a wrong form',
    { ...request, permissions: { readSourceImages: { sourceBuckets: 5 } } },
    ['permissions.readSourceImages.sourceBuckets: permissions-invalid'],
  ],
  ['no permissions', { ...request, permissions: {} }, ['permissions.readSourceImages.sourceBuckets: parameter-empty']],
  [
    'too many buckets',
    {
      ...request,
      permissions: { readSourceImages: { sourceBuckets: Array.from({ length: parameterValuesMaximum + 1 }, (_, i) => `acme-${i}`) } },
    },
    ['permissions.readSourceImages.sourceBuckets: parameter-too-many'],
  ],
  [
    'two values where one is taken',
    { ...request, permissions: { ...request.permissions, writeResults: { resultBucket: ['acme-a', 'acme-b'] } } },
    ['permissions.writeResults.resultBucket: parameter-too-many'],
  ],
]

test.each(cases)('%s is refused', (_, value, expected) => {
  expect(faults(value)).toEqual(expected)
})

test('IDs that the server made need not pass the rules for chosen ones', () => {
  expect(connectionTerms(vendor, { externalId: 'any' }).parse({ ...request, externalId: 'abcdefgh' }).externalId).toBe('abcdefgh')
})

test('a set is chosen by its key, values are parsed and none stands twice', () => {
  const permissions = {
    readSourceImages: { sourceBuckets: ['acme-a', 's3://acme-a/', ' acme-b '] },
    writeResults: { resultBucket: 'acme-out' },
  }
  expect(schema.parse({ ...request, permissions }).permissions).toEqual({
    readSourceImages: { sourceBuckets: ['acme-a', 'acme-b'] },
    writeResults: { resultBucket: 'acme-out' },
  })
})

test('only regions of partitions that the vendor has an account in are offered', () => {
  const { aws } = vendor.accounts
  expect(offeredRegions({ ...vendor, accounts: { aws } }).map(({ region }) => region)).toEqual(
    vendor.regions.filter((r) => /^(us|eu|ap)-[a-z]+-\d$/.test(r)),
  )
})

const anyRequest = fc.oneof(
  fc.anything(),
  fc.record(
    {
      accountId: fc.oneof(fc.constant(request.accountId), fc.string(), fc.anything()),
      region: fc.oneof(fc.constantFrom(...vendor.regions), fc.string()),
      externalId: fc.oneof(fc.constant(request.externalId), fc.string(), fc.stringMatching(/^[\w-]{10,30}$/)),
      permissions: fc.oneof(
        fc.constant(request.permissions),
        fc.anything(),
        fc.dictionary(
          fc.constantFrom('readSourceImages', 'writeResults', 'decryptImages', 'other', '__proto__', 'constructor'),
          fc.dictionary(
            fc.constantFrom('sourceBuckets', 'resultBucket', 'imageKey', 'toString'),
            fc.oneof(fc.string(), fc.array(fc.string()), fc.constant('acme-uploads')),
          ),
        ),
      ),
    },
    { requiredKeys: [] },
  ),
)

test('anything is terms or refusals that have words', () => {
  fc.assert(
    fc.property(anyRequest, (value) => {
      const result = schema.safeParse(value)
      if (result.success) expect(ConnectionTerms.safeParse(result.data).success).toBe(true)
      for (const { message } of result.error?.issues ?? []) expect(Object.keys(refusalMessages.in('en').codes)).toContain(message)
    }),
    { numRuns: 2000 },
  )
})
