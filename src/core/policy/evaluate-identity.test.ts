import { expect, test } from 'vitest'
import { processorMs } from '#core/processor-time.test-data.ts'
import type { PolicyDocument, PolicyStatement } from './document.ts'
import { type Evaluation, evaluateIdentityPolicies } from './evaluate.ts'
import { matchesPattern } from './wildcard.ts'

const policyOf = (...statements: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement: statements })

const read: PolicyStatement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' }
const key = 'arn:aws:s3:::acme-uploads/2026/a.png'

test.for<[name: string, statements: PolicyStatement[], action: string, resource: string, expected: Evaluation]>([
  ['the action on the resource', [read], 's3:GetObject', key, 'allowed'],
  ['another letter case of the action', [read], 'S3:getobject', key, 'allowed'],
  ['another action', [read], 's3:PutObject', key, 'implicitly-denied'],
  ['another bucket', [read], 's3:GetObject', 'arn:aws:s3:::acme-results/a.png', 'implicitly-denied'],
  ['the bucket itself', [read], 's3:GetObject', 'arn:aws:s3:::acme-uploads', 'implicitly-denied'],
  ['another letter case of the resource', [read], 's3:GetObject', key.toUpperCase(), 'implicitly-denied'],
  ['wildcards', [{ ...read, Action: 's3:Get*', Resource: 'arn:*:s3:::acme-*/????/*.png' }], 's3:GetObject', key, 'allowed'],
  ['everything', [{ Effect: 'Allow', Action: '*', Resource: '*' }], 's3:GetObject', key, 'allowed'],
  ['NotAction', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 's3:GetObject', key, 'allowed'],
  ['NotAction of it', [{ Effect: 'Allow', NotAction: ['s3:*'], Resource: '*' }], 's3:GetObject', key, 'implicitly-denied'],
  ['NotResource', [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::other/*' }], 's3:GetObject', key, 'allowed'],
  ['NotResource of it', [{ Effect: 'Allow', Action: '*', NotResource: [key] }], 's3:GetObject', key, 'implicitly-denied'],
  ['no resource', [{ Effect: 'Allow', Action: '*' }], 's3:GetObject', key, 'implicitly-denied'],
  ['a Deny', [read, { ...read, Effect: 'Deny', Resource: '*' }], 's3:GetObject', key, 'explicitly-denied'],
  ['no statement', [], 's3:GetObject', key, 'implicitly-denied'],
])('a policy with %s', ([, statements, action, resource, expected]) => {
  expect(evaluateIdentityPolicies([policyOf(...statements)], { action, resource })).toBe(expected)
})

test('the policies of an identity add up, and a Deny in one of them counts', () => {
  const request = { action: 's3:GetObject', resource: key }
  const deny = policyOf({ Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
  expect(evaluateIdentityPolicies([], request)).toBe('implicitly-denied')
  expect(evaluateIdentityPolicies([policyOf(), policyOf(read)], request)).toBe('allowed')
  expect(evaluateIdentityPolicies([deny, policyOf(read)], request)).toBe('unknown')
  expect(evaluateIdentityPolicies([deny, policyOf(read)], { ...request, context: { 'aws:SecureTransport': 'true' } })).toBe('allowed')
  expect(evaluateIdentityPolicies([deny, policyOf(read)], { ...request, context: { 'aws:SecureTransport': 'false' } })).toBe(
    'explicitly-denied',
  )
})

test('a variable in a resource stands for the value of its key', () => {
  const policy = policyOf({ ...read, Resource: `arn:aws:s3:::acme-uploads/\${aws:username}/*` })
  const asked = (name: string | string[]) =>
    evaluateIdentityPolicies([policy], {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme-uploads/amy/a.png',
      context: { 'aws:username': name },
    })
  expect(asked('amy')).toBe('allowed')
  expect(asked('*')).toBe('implicitly-denied')
  expect(asked([])).toBe('implicitly-denied')
  expect(evaluateIdentityPolicies([policy], { action: 's3:GetObject', resource: 'arn:aws:s3:::acme-uploads/amy/a' })).toBe('unknown')
})

test.for<[text: string, pattern: string, expected: boolean]>([
  ['', '', true],
  ['', '*', true],
  ['', '?', false],
  ['abc', 'a?c', true],
  ['abc', '*b*', true],
  ['abc', 'a**c*', true],
  ['ac', 'a?c', false],
  ['abcbd', 'a*bd', true],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
  ['a\nc', 'a*c', true],
  ['ABC', 'abc', false],
])('%j against the pattern %j is %s', ([text, pattern, expected]) => {
  expect(matchesPattern(text, pattern)).toBe(expected)
})

test('a hostile pattern takes no time', () => {
  const patterns = [`${'*a'.repeat(1000)}*b`, `${'a*'.repeat(1000)}?b`]
  expect(processorMs(() => expect(patterns.some((pattern) => matchesPattern('a'.repeat(2000), pattern))).toBe(false))).toBeLessThan(1000)
})
