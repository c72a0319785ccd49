import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionOf } from '#core/aws/region.ts'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { permissionsPolicy } from '#core/connection/role-policies.ts'
import { policyText } from '#core/policy/document.ts'
import { processorMs } from '#core/processor-time.test-data.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { runs } from '#tools/thorough.ts'
import { knowledge, textOf } from './permissions-case.test-data.ts'
import { permissionsCases } from './permissions-cases.test-data.ts'

const buckets = fc
  .stringMatching(/^[a-z0-9][a-z0-9-]{3,40}[a-z0-9]$/)
  .filter((name) => !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3)$/.test(name))
const keys = fc.uuid({ version: 4 })

/** Each choice of the demo vendor's permission sets, with buckets and keys of any name. */
const choices = fc.record(
  {
    readSourceImages: fc.record({ sourceBuckets: fc.uniqueArray(buckets, { minLength: 1, maxLength: 20 }) }),
    writeResults: fc.record({ resultBucket: buckets }),
    decryptImages: fc.record({ imageKey: keys }),
  },
  { requiredKeys: ['readSourceImages'] },
)

test('nothing above info is said of what the demo vendor asks for', () => {
  fc.assert(
    fc.property(connections, choices, fc.boolean(), ({ vendor, terms }, permissions, isKnown) => {
      const { accountId, region, externalId } = terms
      const chosen = connectionTerms(vendor, { externalId: 'any' }).parse({ accountId, region, externalId, permissions })
      const text = policyText(permissionsPolicy(chosen, vendor))
      const findings = lintPermissionsPolicy(text, {
        partition: partitionOf(region),
        customerAccountId: accountId,
        ...(isKnown ? { knowledge } : {}),
      })
      expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    }),
    { seed, numRuns: runs(100) },
  )
})

const texts = Object.values(permissionsCases)
  .flatMap(({ bad, nearMiss }) => [...bad, ...nearMiss])
  .map(textOf)

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '*',
    '?',
    ':',
    '::::::',
    'arn:',
    'arn:aws:s3:::',
    '*'.repeat(200),
    '__proto__',
    'constructor',
    's3:*:*',
    '${',
    's3://',
  ),
)

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostile,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(hostile, fc.constantFrom('StringEquals', 'ForAllValues:StringLikeIfExists', 'Null', 's3:prefix')),
      tie('value'),
      {
        maxKeys: 3,
      },
    ),
  ),
})).value

const elements = fc.record(
  {
    Sid: values,
    Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), values),
    Action: fc.oneof(fc.constantFrom('*', 's3:Get*', 'iam:PassRole'), values),
    NotAction: values,
    Resource: fc.oneof(fc.constantFrom('*', 'arn:aws:s3:::a'), values),
    NotResource: values,
    Condition: values,
    Principal: values,
  },
  { requiredKeys: [] },
)

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.json()), (text) => {
      expect(() => lintPermissionsPolicy(text, { knowledge })).not.toThrow()
    }),
    { seed, numRuns: runs(200) },
  )
})

test('no policy, however wrong, makes it throw, and every fix can be read', () => {
  fc.assert(
    fc.property(fc.oneof(elements, fc.array(fc.oneof(elements, values), { maxLength: 4 })), (Statement) => {
      const findings = lintPermissionsPolicy(JSON.stringify({ Version: '2012-10-17', Statement }), { knowledge, partition: 'aws' })
      for (const { fix } of findings) if (fix !== undefined) expect(() => JSON.parse(fix)).not.toThrow()
    }),
    { seed, numRuns: runs(300) },
  )
})

test('no damage to a policy makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(20), hostile, (text, at, length, put) => {
      const start = at % text.length
      const damaged = text.slice(0, start) + put + text.slice(start + length)
      expect(() => lintPermissionsPolicy(damaged, { knowledge, otherPolicies: [damaged] })).not.toThrow()
    }),
    { seed, numRuns: runs(200) },
  )
})

test('checks a long policy quickly', () => {
  const statement = { Effect: 'Allow', Action: ['s3:*Object', 'i?m:*', '*:*?*?*?*'], Resource: ['arn:aws:s3:::*a*b*c*/*', '*a*a*a*a*a*b'] }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: Array.from({ length: 60 }, () => statement) })
  expect(processorMs(() => lintPermissionsPolicy(text, { knowledge }))).toBeLessThan(8000)
})
