import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, userArn, userVendor, vendor } from '#core/fixtures.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()
const session = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks'

const application = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'

const denial = (caller: string, action: string, reason = '', resource = '*'): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${reason}`

const detailOf = (text: string, of = plan): string => diagnoseFacts(readPastedRole(text), of).detail

test.each([
  ['', 'session-action-denied'],
  [' with an explicit deny', 'session-denied-explicitly'],
  [' because no identity-based policy allows the s3:GetObject action', 'session-action-missing'],
  [' with an explicit deny in an identity-based policy', 'session-denied-by-role'],
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
  const withUser = { ...plan, applicationUserArn: user, applicationPrincipalArn: user, applicationPrincipalArns: [user] }
  expect(diagnosePasted(integration(user), withUser).diagnosis).toBe('not-enough')
})

test('what the text doesn’t show is not said of the vendor', () => {
  expect(diagnosePasted(`IAM Role (${plan.roleArn}) cannot be assumed.`, plan).sentence).not.toContain('Pixelworks')
  const tags = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i is not authorized to perform: sts:TagSession'
  expect(diagnosePasted(`${tags} on resource: ${plan.roleArn}`, plan)).toMatchObject({
    diagnosis: 'session-tags-refused',
    sentence:
      'AWS denied sts:TagSession to arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i. The call requires it in addition to sts:AssumeRole, because it passes session tags.',
  })
})

const identityPolicy = ' because no identity-based policy allows the action'

test.each([
  ['sts:AssumeRole', ''],
  ['sts:AssumeRole', ' because no identity-based policy allows the sts:AssumeRole action'],
  ['sts:AssumeRole', ' because no resource-based policy allows the sts:AssumeRole action'],
  ['sts:AssumeRole', ' with an explicit deny in a resource control policy'],
  ['sts:TagSession', ''],
])('a session of the role that is denied %s on another role%s is told what it tried', (action, reason) => {
  const other = 'arn:aws:iam::444455556666:role/DataLakeReader'
  const text = denial(session, action, reason, other)
  expect(diagnosePasted(text, plan)).toMatchObject({
    diagnosis: 'session-assumes-other',
    sentence: `The role was assumed, but then its session tried to assume ${other}, which wasn’t requested.`,
    others: [],
  })
  expect(detailOf(text)).not.toContain('says nothing about')
  expect(diagnosePasted(`User: ${session} is not authorized to perform: ${action}`, plan).sentence).toContain('another role')
  const permissionsPolicy = PolicyDocument.parse({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: other }],
  })
  expect(diagnosePasted(text, { ...plan, permissionsPolicy }).sentence).not.toContain('requested')
})

const managedPolicyArns = ['arn:aws:iam::aws:policy/SecurityAudit']

test('an action that only a managed policy can have is told with the policies to check', () => {
  const withManaged = { ...plan, managedPolicyArns }
  const text = denial(session, 'iam:GetAccountAuthorizationDetails', identityPolicy)
  expect(diagnosePasted(text, withManaged)).toMatchObject({ diagnosis: 'session-managed-policy', others: [] })
  expect(detailOf(text, withManaged)).toContain(managedPolicyArns[0])
  expect(detailOf(text, withManaged)).toContain('aws iam list-attached-role-policies --role-name PixelworksAccess')
  expect(diagnosePasted(denial(session, 's3:GetObject', identityPolicy), withManaged).diagnosis).toBe('session-action-missing')
  expect(diagnosePasted(text, plan).diagnosis).toBe('session-action-not-requested')
})

test.each([
  ['s3:GetObject', false],
  ['s3:DeleteObject', true],
])('a Deny in a policy of the role that blocks %s is told with the commands that list its policies', (action, isAsked) => {
  const text = denial(session, action, ' with an explicit deny in an identity-based policy')
  for (const of of [plan, { ...plan, managedPolicyArns }]) {
    expect(diagnosePasted(text, of)).toMatchObject({
      diagnosis: 'session-denied-by-role',
      sentence: `The role was assumed, but a Deny in a policy of the role blocks ${action}.`,
      others: [],
    })
  }
  expect(detailOf(text)).toContain('aws iam list-role-policies --role-name PixelworksAccess')
  expect(detailOf(text)).toContain('aws iam list-attached-role-policies --role-name PixelworksAccess')
  expect(detailOf(text).includes('ask Pixelworks')).toBe(isAsked)
})

test.each([
  [application, 's3:GetObject', '"arn:aws:s3:::acme-uploads/a.png"', 'application-without-role'],
  [application, 's3:GetObject', 'arn:aws:s3:::pixelworks-internal/a.png', 'vendor-own-call'],
  [application, 'kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/1234', 'vendor-own-call'],
  [application, 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:pw-db', 'vendor-own-call'],
  [application, 'ec2:DescribeInstances', '*', 'vendor-own-call'],
  ['arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Support_abc/jane', 'iam:GetRole', 'role PixelworksAccess', 'vendor-own-call'],
  ['arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Support_abc/jane', 's3:GetObject', '*', 'vendor-own-call'],
])('%s calling %s on %s is told as %s', (caller, action, resource, rule) => {
  const text = denial(caller, action, identityPolicy, resource)
  expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: rule, others: [] })
  expect(detailOf(text)).toContain(`This says nothing about ${plan.roleArn}`)
  expect(detailOf(text).includes('needs to assume')).toBe(rule === 'application-without-role')
})

test('an application that is an IAM user, or that is not named, is told apart from the rest of its account', () => {
  const ofUser = planOf({}, userVendor)
  const unnamed = { ...ofUser, applicationUserArn: null, applicationPrincipalArn: null, applicationPrincipalArns: [] }
  expect(diagnosePasted(denial(userArn, 's3:GetObject'), ofUser).diagnosis).toBe('application-without-role')
  expect(diagnosePasted(denial(application, 's3:GetObject'), ofUser).diagnosis).toBe('vendor-own-call')
  expect(diagnosePasted(denial(application, 's3:GetObject'), unnamed).diagnosis).toBe('application-without-role')
})

test('a call of any role of the application is one of the application', () => {
  const several = planOf({}, Vendor.parse({ ...vendor, verifierRole: { name: 'Verifier', path: '/checks/' } }))
  const call = (name: string) => denial(`arn:aws:sts::111122223333:assumed-role/${name}/i-0abc`, 's3:GetObject')
  expect(diagnosePasted(call('Verifier'), several).diagnosis).toBe('application-without-role')
  expect(diagnosePasted(call('PixelworksApplication'), several).diagnosis).toBe('application-without-role')
  expect(diagnosePasted(call('Stranger'), several).diagnosis).toBe('vendor-own-call')
})

test.each(['s3:Get*', 's3:*', '*', 'S3:getobject'])('an action that the policy allows as %s counts as requested', (Action) => {
  const permissionsPolicy = PolicyDocument.parse({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] })
  expect(diagnosePasted(denial(session, 's3:GetObject', identityPolicy), { ...plan, permissionsPolicy }).diagnosis).toBe(
    'session-action-missing',
  )
})

test('an action that the policy allows with NotAction counts as requested', () => {
  const permissionsPolicy = PolicyDocument.parse({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  })
  const edited = { ...plan, permissionsPolicy }
  expect(diagnosePasted(denial(session, 'ec2:StopInstances', identityPolicy), edited).diagnosis).toBe('session-action-missing')
  expect(diagnosePasted(denial(session, 'iam:GetRole', identityPolicy), edited).diagnosis).toBe('session-action-not-requested')
})

test('the session policy is told as the program’s, and the policy of the VPC endpoint as its owner’s', () => {
  const endpoint = denial(session, 's3:GetObject', ' with an explicit deny in a VPC endpoint policy')
  expect(detailOf(endpoint)).toContain('The owner of the VPC endpoint needs to change its policy.')
  const program = denial(session, 's3:GetObject', ' because no session policy allows the s3:GetObject action')
  expect(detailOf(program)).toContain('The program that assumed it chose the session policy.')
})
