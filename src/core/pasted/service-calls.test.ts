import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import '#i18n/de/findings.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const managed = { ...plan, managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }
const session = 'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks is not authorized to perform:'
const ruleOf = (text: string, on = plan): string => diagnosePasted(text, on).diagnosis

test.each([
  ['because no resource-based policy allows the s3:GetObject action or the object does not exist', 'session-action-denied'],
  ['because no resource-based policy allows the s3:GetObject action', 'session-denied-by-resource'],
  ['with an explicit deny', 'session-denied-explicitly'],
])('a denial %s is told as %s', (reason, rule) => {
  expect(ruleOf(`${session} s3:GetObject on resource: "arn:aws:s3:::acme-uploads/a.png" ${reason}`)).toBe(rule)
})

test.each([
  'Pixelworks is not authorized to assume the role or the role doesn’t exist.',
  'Failed: the role cannot be assumed or does not exist',
  'Role not found or external ID mismatch',
])('“%s” isn’t told as a role that doesn’t exist', (text) => {
  expect(ruleOf(text)).toMatch(/^(?:vendor-denied|refused-without-reason)$/)
})

test('a resource that wasn’t requested is told by name, unless a managed policy may have it', () => {
  const text = `${session} s3:GetObject on resource: "arn:aws:s3:::acme-archive/a.png" because no identity-based policy allows the s3:GetObject action`
  expect(diagnosePasted(text, plan)).toMatchObject({
    diagnosis: 'session-other-resource',
    sentence:
      'The role was assumed, but AWS then denied s3:GetObject on arn:aws:s3:::acme-archive/a.png, which isn’t a requested resource.',
    others: [],
  })
  expect(ruleOf(text, managed)).toBe('session-action-missing')
  expect(ruleOf(text.replace('acme-archive', 'acme-uploads'))).toBe('session-action-missing')
})

test('a bucket is compared with the requested ones, unless they can’t be told', () => {
  const text = "Error: Unable to access the bucket 'acme-archive': Forbidden"
  const everything = { ...plan, permissionsPolicy: { Statement: { Effect: 'Allow' as const, Action: 's3:*', Resource: '*' } } }
  expect(diagnosePasted(text, plan)).toMatchObject({
    diagnosis: 'vendor-other-bucket',
    sentence: 'The message is about the bucket acme-archive. The requested permissions are for acme-uploads.',
    others: [],
  })
  for (const on of [managed, everything]) expect(ruleOf(text, on)).toBe('vendor-bucket-failed')
  expect(ruleOf(text.replace('acme-archive', 'acme-uploads'))).toBe('vendor-bucket-failed')
})

test.each([
  ['An error occurred (UnauthorizedOperation) when calling the DescribeRegions operation: You are not authorized.', 'DescribeRegions'],
  [
    'operation error EC2: DescribeRegions, https response error StatusCode: 403, RequestID: 5b1f, api error UnauthorizedOperation: You are not authorized to perform this operation.',
    'EC2 DescribeRegions',
  ],
])('a denied call of any service is named, in both languages: %s', (text, call) => {
  expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: 'service-call-denied', sentence: expect.stringContaining(call) })
  expect(diagnoseFacts(readPastedRole(text), plan, 'de')).toMatchObject({ sentence: expect.stringContaining(`Aufruf ${call} abgelehnt`) })
})

test('an error of a service that denies nothing is quoted alone', () => {
  const text =
    'operation error EC2: DescribeRegions, https response error StatusCode: 400, RequestID: 5b1f, api error InvalidParameterValue: Bad filter.'
  expect(diagnoseFacts(readPastedRole(text), plan)).toMatchObject({ kind: 'not-enough', detail: expect.stringContaining('Bad filter.') })
})
