import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PolicyDocument, policyText } from './document.ts'
import { exceedsQuota, policyQuotas, policySize } from './size.ts'

const policy = (externalIds: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': [...externalIds] } },
    },
  ],
})

const uuids = (count: number) => Array.from({ length: count }, () => '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed')

test('47 UUIDs fit into a trust policy, 48 do not', () => {
  expect(exceedsQuota(policy(uuids(47)), 'trust-policy')).toBe(false)
  expect(exceedsQuota(policy(uuids(48)), 'trust-policy')).toBe(true)
})

test('white space between the parts does not count, and blanks inside strings do', () => {
  const document = policy(['a b'])
  expect(policySize(document)).toBe(policyText(document).replace(/\n\s*/g, '').replaceAll('": ', '":').length)
})

test('the limit itself fits', () => {
  fc.assert(
    fc.property(fc.constantFrom('trust-policy', 'managed-policy', 'inline-policies'), (quota) => {
      const room = policyQuotas[quota] - policySize(policy(['']))
      expect(exceedsQuota(policy(['x'.repeat(room)]), quota)).toBe(false)
      expect(exceedsQuota(policy(['x'.repeat(room + 1)]), quota)).toBe(true)
    }),
  )
})
