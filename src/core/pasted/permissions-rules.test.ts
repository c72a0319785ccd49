import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement })
const inline = (...statements: readonly object[]): string =>
  JSON.stringify({ RoleName: plan.roleName, PolicyName: plan.policyName, PolicyDocument: JSON.parse(policy(...statements)) })

const all = { Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }
const outsideRegion = { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } }
const deny = { Effect: 'Deny', Action: ['s3:*'], Resource: '*', Condition: outsideRegion }

test.each([
  ['everything', policy(all), 'for example * on *.'],
  ['everything in S3', inline({ Effect: 'Allow', Action: 's3:*', Resource: '*' }), 'for example s3:* on *.'],
  [
    'more buckets by a pattern',
    inline({ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::acme-*' }),
    'for example s3:GetObject on arn:aws:s3:::acme-*.',
  ],
])('a policy that allows %s is told with the patterns that it has', (_, text, said) => {
  const { sentence, others } = diagnosePasted(text, plan)
  expect(sentence).toContain(said)
  expect(`${sentence} ${others.join(' ')}`).not.toContain('rolebridge')
  expect(diagnoseFacts(readPastedRole(text), plan).detail).not.toContain('rolebridge')
})

test('a missing action is told with the pattern that was requested', () => {
  const permissionsPolicy = PolicyDocument.parse({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }],
  })
  const text = inline({ Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' })
  expect(diagnosePasted(text, { ...plan, permissionsPolicy })).toMatchObject({
    diagnosis: 'permissions-action-missing',
    sentence: 'The permissions policy doesn’t allow s3:Get* on *.',
  })
})

test('an unnamed policy that allows everything and denies something is told as a possible SCP', () => {
  expect(diagnosePasted(policy(all, deny), plan)).toMatchObject({
    diagnosis: 'permissions-perhaps-scp',
    sentence: expect.stringContaining('It may be a service control policy (SCP)'),
    others: [],
  })
})

test('a Deny in a policy that isn’t an SCP stays one of the permissions policy', () => {
  expect(diagnosePasted(inline(all, deny), plan).diagnosis).toBe('permissions-deny')
  expect(diagnosePasted(policy({ ...all, Action: 's3:GetObject' }, deny), plan).diagnosis).toBe('permissions-deny')
  const permissionsPolicy = PolicyDocument.parse(JSON.parse(policy(all, deny)))
  expect(diagnosePasted(policy(all, deny), { ...plan, permissionsPolicy }).diagnosis).toBe('not-enough')
})
