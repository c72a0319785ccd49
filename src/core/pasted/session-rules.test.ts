import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnosePasted } from './diagnose-pasted.ts'

const plan = planOf()
const session = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks'

const denial = (caller: string, action: string, reason = ''): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: *${reason}`

test.each([
  ['', 'session-action-denied'],
  [' with an explicit deny', 'session-action-denied'],
  [' because no identity-based policy allows the s3:GetObject action', 'session-action-missing'],
  [' with an explicit deny in an identity-based policy', 'session-action-missing'],
  [' because no permissions boundary allows the s3:GetObject action', 'session-denied-by-boundary'],
  [' with an explicit deny in a service control policy', 'session-denied-by-organization'],
  [' with an explicit deny in a resource control policy', 'session-denied-by-organization'],
  [' with an explicit deny in a resource-based policy', 'session-denied-by-resource'],
  [' because no session policy allows the s3:GetObject action', 'session-denied-by-caller'],
  [' because no VPC endpoint policy allows the s3:GetObject action', 'session-denied-by-caller'],
])('a session of the role that AWS denies%s is told of %s', (reason, rule) => {
  expect(diagnosePasted(denial(session, 's3:GetObject', reason), plan)).toMatchObject({
    diagnosis: rule,
    sentence: expect.stringMatching(/^The role was assumed, but .*s3:GetObject/),
    others: [],
  })
})

test.each([
  ['an action that wasn’t requested', session, 'ec2:StopInstances', 'session-action-not-requested'],
  ['a masked account', session.replace('444455556666', '************'), 's3:GetObject', 'session-action-denied'],
  [
    'a role of the same name in another account',
    session.replace('444455556666', '777788889999'),
    's3:GetObject',
    'terminal-not-authorized',
  ],
  ['another role of the account', session.replace('PixelworksAccess', 'Admin'), 's3:GetObject', 'terminal-not-authorized'],
  ['a name in other capitalization', session.replace('PixelworksAccess', 'pixelworksaccess'), 's3:GetObject', 'terminal-not-authorized'],
  ['the application itself', 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i', 's3:GetObject', 'application-without-role'],
])('%s decides what a denied call is told as', (_, caller, action, rule) => {
  expect(diagnosePasted(denial(caller, action), plan).diagnosis).toBe(rule)
})

const integration = (user: string, id: string = plan.externalId): string =>
  `| STORAGE_AWS_IAM_USER_ARN | String | ${user} | |\n| STORAGE_AWS_ROLE_ARN | String | ${plan.roleArn} | |\n| STORAGE_AWS_EXTERNAL_ID | String | ${id} | |`

test('an integration of another account is named before its other values', () => {
  const other = 'arn:aws:iam::777788889999:user/k1x0-s-ohst9999'
  expect(diagnosePasted(integration(other), plan)).toMatchObject({
    diagnosis: 'vendor-other-principal',
    sentence: expect.stringContaining(other),
  })
  expect(diagnosePasted(integration(other, 'older-id-7781'), plan)).toMatchObject({
    diagnosis: 'vendor-other-principal',
    others: ['vendor-other-external-id'],
  })
})

test('an integration that calls as the planned IAM user is not reported', () => {
  const user = 'arn:aws:iam::111122223333:user/k1x0-s-ohst9999'
  const withUser = { ...plan, applicationUserArn: user, applicationPrincipalArn: user }
  expect(diagnosePasted(integration(user), withUser).diagnosis).toBe('not-enough')
})

test('what the text doesn’t show is not said of the vendor', () => {
  expect(diagnosePasted(`IAM Role (${plan.roleArn}) cannot be assumed.`, plan).sentence).not.toContain('Pixelworks')
  const tags = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i is not authorized to perform: sts:TagSession'
  expect(diagnosePasted(`${tags} on resource: ${plan.roleArn}`, plan)).toMatchObject({
    diagnosis: 'session-tags-refused',
    sentence: 'AWS denied sts:TagSession, which the call requires in addition to sts:AssumeRole.',
  })
})
