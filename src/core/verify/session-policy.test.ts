import { expect, test } from 'vitest'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { wholeAccount } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import type { RequestedCheck } from '#core/connection/role-policies.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { checkPermissions, noPermissions, sessionPolicy } from './session-policy.ts'

const place = { partition: 'aws', region: 'eu-west-1', accountId: '444455556666', today: '2026-03-01' } as const

const requested = (call: string, resource: string): RequestedCheck => ({ id: call, permissionSet: 'set', call, resource })

const policyOf = (...asked: readonly RequestedCheck[]): string => sessionPolicy(checkPermissions(asked, place))

const allows = (policy: string, action: string, resource: string) =>
  evaluateIdentityPolicies([JSON.parse(policy)], { action, resource, context: {} })

test('allows nothing in a session that checks nothing', () => {
  expect(policyOf()).toBe(noPermissions)
  expect(allows(noPermissions, 's3:ListBucket', 'arn:aws:s3:::acme-uploads')).toBe('explicitly-denied')
  expect(allows(noPermissions, 'sts:AssumeRole', 'arn:aws:iam::444455556666:role/Admin')).toBe('explicitly-denied')
})

test('allows the calls of the checks on their resources alone', () => {
  const policy = policyOf(requested('s3-head-bucket', 'acme-uploads'), requested('sqs-get-queue-attributes', 'jobs'))
  expect(JSON.parse(policy).Statement).toEqual([
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: ['arn:aws:s3:::acme-uploads'] },
    { Effect: 'Allow', Action: 'sqs:GetQueueAttributes', Resource: ['arn:aws:sqs:eu-west-1:444455556666:jobs'] },
  ])
  expect(allows(policy, 's3:ListBucket', 'arn:aws:s3:::acme-uploads')).toBe('allowed')
  expect(allows(policy, 's3:GetObject', 'arn:aws:s3:::acme-uploads/secret')).toBe('implicitly-denied')
  expect(allows(policy, 's3:ListBucket', 'arn:aws:s3:::acme-payroll')).toBe('implicitly-denied')
})

/** Every check, on as many and as long names as a customer can enter. */
const largest = checks.flatMap(({ id, parameter }) => {
  const length = parameter === null ? 1 : parameterKinds[parameter].maximumLength
  return Array.from({ length: parameter === null ? 1 : 20 }, (_, index) =>
    requested(id, parameter === null ? wholeAccount : String(index).padStart(length, 'a')),
  )
})

test('keeps the limit of AWS with the largest config, and still allows nothing but the calls', () => {
  const policy = policyOf(...largest)
  expect(policy.length).toBeLessThanOrEqual(1024)
  expect(policy).toMatch(/^[\u0020-\u00ff]+$/)
  for (const { action } of checks) expect(allows(policy, action, 'arn:aws:s3:::any')).toBe('allowed')
  expect(allows(policy, 's3:GetObject', 'arn:aws:s3:::any/object')).toBe('implicitly-denied')
})

test('names the resources as long as they fit', () => {
  const bucket = (index: number) => requested('s3-head-bucket', `acme-${index}`)
  const few = policyOf(...Array.from({ length: 20 }, (_, index) => bucket(index)))
  expect(few).toContain('arn:aws:s3:::acme-19')
  expect(policyOf(requested('s3-head-bucket', 'acme-1'), requested('s3-list-objects', 'acme-1'))).toBe(policyOf(bucket(1)))
})
