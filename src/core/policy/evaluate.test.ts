import { expect, test } from 'vitest'
import type { PolicyDocument } from './document.ts'
import { type Evaluation, evaluateIdentityPolicies, evaluateTrustPolicy } from './evaluate.ts'

const vendor = '111122223333'
const callerArn = `arn:aws:sts::${vendor}:assumed-role/App/i-0abc`
const roleArn = `arn:aws:iam::${vendor}:role/App`
const externalId = 'c0ffee-7Qm2vK9dRt4XwB8n'

type Conditions = NonNullable<Extract<PolicyDocument['Statement'], { Effect: string }>['Condition']>

const allow = (Condition?: Conditions, rest = {}): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${vendor}:root` },
      Action: 'sts:AssumeRole',
      ...(Condition && { Condition }),
      ...rest,
    },
  ],
})

const letter: Record<Evaluation, string> = { allowed: 'A', 'implicitly-denied': 'D', 'explicitly-denied': 'D', unknown: '?' }

/** Right ID, no ID, random ID. */
const signature = (policy: PolicyDocument) =>
  [externalId, undefined, 'W8nZc5Hs2Pk7Qm2vK9dRt4X']
    .map((id) => letter[evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId: id })])
    .join(' ')

const rightId: Conditions = { StringEquals: { 'sts:ExternalId': externalId } }

test.for<[string, PolicyDocument, string]>([
  ['the right condition', allow(rightId), 'A D D'],
  ['no condition', allow(), 'A A A'],
  ['StringLike *', allow({ StringLike: { 'sts:ExternalId': '*' } }), 'A D A'],
])('%s gives the signature %#', ([, policy, expected]) => {
  expect(signature(policy)).toBe(expected)
})

test('a role principal stands for its sessions', () => {
  const policy = allow(rightId, { Principal: { AWS: roleArn } })
  expect(signature(policy)).toBe('A D D')
})

test('an identity policy names resources with wildcards', () => {
  const policy: PolicyDocument = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::acme-*/a?c' },
  }
  expect(evaluateIdentityPolicies([policy], { action: 's3:GetObject', resource: 'arn:aws:s3:::acme-uploads/abc' })).toBe('allowed')
  expect(evaluateIdentityPolicies([policy], { action: 's3:PutObject', resource: 'arn:aws:s3:::acme-uploads/abc' })).toBe(
    'implicitly-denied',
  )
})
