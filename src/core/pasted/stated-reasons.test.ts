import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import '#i18n/de/findings.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const said = (text: string, language = 'en') => diagnoseFacts(readPastedRole(text), plan, language)
const denied = 'User: arn:aws:sts::444455556666:assumed-role/Dev/jane is not authorized to perform:'
const called = (code: string, operation: string, message: string) =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`

test('AWS’s reason for a denied call is quoted, and nothing is offered to change', () => {
  const text = called('AccessDeniedException', 'GetFindings', 'Security Hub is not enabled')
  expect(said(text)).toMatchObject({
    rule: 'service-call-denied',
    sentence: 'AWS denied the call GetFindings.',
    detail:
      'This doesn’t show whether the role can be assumed. AWS said: Security Hub is not enabled. If Pixelworks made the call with the role, the role was assumed, and the trust policy isn’t the cause.',
    fixes: [],
  })
  expect(said(text, 'de')).toMatchObject({
    sentence: 'AWS hat den Aufruf GetFindings abgelehnt.',
    detail: expect.stringContaining('AWS meldet: Security Hub is not enabled'),
  })
})

test.each(['', 'AccessDeniedException', 'Access Denied', 'You are not authorized to perform this operation.'])(
  'a denial with the message “%s” is said to give no reason',
  (message) => {
    const text = `operation error Glue: GetTable, https response error StatusCode: 400, RequestID: 1, AccessDeniedException: ${message}`
    expect(said(text)).toMatchObject({ sentence: 'AWS denied the call Glue GetTable, and doesn’t say why.', fixes: [] })
  },
)

test('an encoded reason comes with the command that decodes it', () => {
  const text =
    'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: Q2xvc2Vk\n\tstatus code: 403, request id: 1'
  expect(said(text)).toMatchObject({
    rule: 'service-call-denied',
    detail: expect.stringContaining('aws sts decode-authorization-message --encoded-message'),
  })
})

test.each([
  ['The specified queue does not exist or you do not have access to it. (Service: Sqs, Status Code: 400)', 'resource-absent-or-denied'],
  [
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/p is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-uploads/a" with an explicit deny',
    'session-denied-explicitly',
  ],
])('where AWS names no policy, none is offered to replace: %s', (text, rule) => {
  expect(said(text)).toMatchObject({ rule, fixes: [] })
})

test('AWS’s words about a resource are quoted from the start of a word', () => {
  const text = `${'x'.repeat(60)} amazonaws ${'y'.repeat(70)} The queue does not exist or you do not have access to it.`
  expect(said(text)).toMatchObject({ detail: expect.stringMatching(/^The message: The queue does not exist/) })
})

test('tags that only were skipped don’t stop the stack, and tags of a failed event do', () => {
  const skipped = 'Encountered a permissions error applying tags, please add required tag permissions.'
  expect(said(`CREATE_IN_PROGRESS Role ${skipped}`)).toMatchObject({ sentence: expect.stringContaining('doesn’t stop the stack') })
  const failed = said(`CREATE_FAILED Role ${skipped}`)
  expect(failed).toMatchObject({ sentence: 'The stack failed because CloudFormation doesn’t have permission to add the tags.' })
  expect(JSON.stringify(failed)).not.toContain('CREATE_FAILED permissions')
})

test.each([
  ['PutRolePolicy', 'because no permissions boundary allows the iam:PutRolePolicy action', 'The permissions boundary doesn’t allow it.'],
  [
    'PutRolePolicy',
    'with an explicit deny in a permissions boundary: arn:aws:iam::444455556666:policy/Limit',
    'A Deny in the permissions boundary Limit blocks it.',
  ],
  ['PutRolePolicy', 'with an explicit deny in an identity-based policy', 'A Deny in the identity-based policy blocks it.'],
  ['PutRolePolicy', 'because no session policy allows the iam:PutRolePolicy action', 'The session policy doesn’t allow it.'],
  [
    'AttachRolePolicy',
    'because no permissions boundary allows the iam:AttachRolePolicy action',
    'The permissions boundary doesn’t allow it.',
  ],
  ['AttachRolePolicy', 'with an explicit deny', 'AWS doesn’t say which policy has it.'],
  ['AttachRolePolicy', 'because no identity-based policy allows the iam:AttachRolePolicy action', 'No identity-based policy allows it.'],
  ['AttachRolePolicy', '', 'because AWS denied iam:AttachRolePolicy to the role Dev.'],
  ['CreateRole', 'with an explicit deny', 'because AWS denied iam:CreateRole to the role Dev. A Deny blocks it'],
])('%s %s is told with its cause', (operation, reason, words) => {
  expect(said(`${denied} iam:${operation} on resource: role PixelworksAccess ${reason}`)).toMatchObject({
    rule: expect.stringMatching(/not-authorized$/),
    sentence: expect.stringContaining(words),
  })
})

const toCreate = 'is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess'

test.each([
  ['User: arn:aws:iam::444455556666:user/ops/jane', 'to the IAM user jane'],
  ['User: arn:aws:iam::444455556666:root', 'to the root user'],
  ['User: arn:aws:sts::444455556666:assumed-role/StackRole/AWSCloudFormation', 'to the CloudFormation service role StackRole'],
  ['AWSCloudFormation', 'to the CloudFormation service role'],
])('names who was denied: %s', (caller, words) => {
  expect(said(`${caller} ${toCreate}`)).toMatchObject({ rule: 'creation-not-authorized', sentence: expect.stringContaining(words) })
})

test('a service role is told to be left out, and only where nothing denies explicitly', () => {
  const caller = 'User: arn:aws:sts::444455556666:assumed-role/StackRole/AWSCloudFormation'
  expect(said(`${caller} ${toCreate}`).detail).toContain('without a role under "Permissions"')
  expect(said(`${caller} ${toCreate} with an explicit deny`).detail).not.toContain('without a role')
})

test('a call in another account than that of the connection is told', () => {
  const text = `User: arn:aws:sts::777766665555:assumed-role/Dev/jane ${toCreate.replace('444455556666', '777766665555')}`
  expect(said(text).detail).toContain('The call was made in account 7777 6666 5555, but this connection is for account 4444 5555 6666.')
  expect(said(`${denied} iam:CreateRole on resource: x`).detail).not.toContain('The call was made in account')
})

test('an explicit deny isn’t answered with the permission that the call requires', () => {
  const found = said(`${denied} iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny`)
  expect(found.detail).toContain('A Deny overrides every Allow')
  expect(found.detail).not.toContain('requires iam:CreateRole')
})

test.each([
  ['with an explicit deny in a service control policy', 'A service control policy (SCP) in your AWS organization blocks it'],
  ['with an explicit deny', 'A Deny blocks it.'],
  ['because no identity-based policy allows the iam:CreateRole action', 'A new account can take a few minutes to be ready.'],
])('a stack set that is denied %s gets AWS’s reason, and minutes only without a Deny', (reason, words) => {
  const text = `User: arn:aws:sts::444455556666:assumed-role/stacksets-exec-1a/x is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess ${reason}`
  const found = said(text)
  expect(found).toMatchObject({ rule: 'creation-stack-set-denied', detail: expect.stringContaining(words) })
  expect(found.detail.includes('minutes')).toBe(!reason.includes('explicit deny'))
  expect(found.detail).toContain(`AWS said: User:`)
})

test('a policy that is said to be missing is told by name', () => {
  expect(said(called('NoSuchEntity', 'GetRolePolicy', 'The role policy with name PixelworksAccess cannot be found.'))).toMatchObject({
    sentence: 'AWS says that the role has no inline policy named PixelworksAccess.',
  })
})

test('sessions that were revoked until a later time aren’t called unaffected', () => {
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2099-01-01T00:00:00Z"}}}]}'
  expect(said(text)).toMatchObject({
    sentence: 'This policy denies everything to sessions that began before 2099-01-01T00:00:00Z.',
    detail: expect.stringContaining('If the time is in the future, the policy also denies every new session until then.'),
  })
})

test('a warning of the CDK isn’t told as a failure', () => {
  const text =
    "current credentials could not be used to assume 'arn:aws:iam::444455556666:role/cdk-hnb659fds-deploy-role-444455556666-us-east-1', but are for the right account. Proceeding anyway."
  expect(said(text)).toMatchObject({ rule: 'call-of-cdk', sentence: expect.stringContaining('went on with your own credentials') })
})
