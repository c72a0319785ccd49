import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { processorMs } from '#core/processor-time.test-data.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole } from './role-mutations.test-data.ts'
import { readYaml } from './yaml-reader.test-data.ts'

const plan = planOf()
const role = observedRole(plan)
const roleFact = {
  kind: 'role',
  arn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  partition: 'aws',
  accountId: '444455556666',
  roleName: 'PixelworksAccess',
  path: '/',
  maxSessionDuration: 7200,
  permissionsBoundary: null,
  trustPolicy: plan.trustPolicy,
}
const encoded = encodeURIComponent(JSON.stringify(plan.trustPolicy))

test.each([
  ['JSON', JSON.stringify({ Role: role })],
  ['JSON with blanks', JSON.stringify({ Role: role }, null, 4)],
  ['JSON with a byte order mark and line ends of Windows', `\ufeff${JSON.stringify({ Role: role }, null, 4).replaceAll('\n', '\r\n')}`],
  [
    'JSON indented by no-break spaces',
    JSON.stringify({ Role: role }, null, 4).replace(/^ +/gm, (blanks) => '\u00a0'.repeat(blanks.length)),
  ],
  ['an encoded policy in JSON', JSON.stringify({ Role: { ...role, AssumeRolePolicyDocument: encoded } })],
  ['a policy as a text in JSON', JSON.stringify({ Role: { ...role, AssumeRolePolicyDocument: JSON.stringify(plan.trustPolicy) } })],
  ['a list of roles', JSON.stringify({ Roles: [role] })],
  ['an entry of a list', JSON.stringify(role)],
  [
    'a terminal with prompt',
    `[ops@host ~]$ aws iam get-role --role-name PixelworksAccess\n${JSON.stringify({ Role: role }, null, 4)}\n[ops@host ~]$ `,
  ],
  ['YAML', stringify({ Role: role })],
  ['YAML with lists as far out as their keys', stringify({ Role: role }, { indentSeq: false })],
])('a role is read from %s', (_, text) => {
  expect(readPastedRole(text, readYaml)).toEqual([roleFact])
})

test.each([
  ['the trust tab', JSON.stringify(plan.trustPolicy, null, 4)],
  ['--query Role.AssumeRolePolicyDocument', JSON.stringify(plan.trustPolicy)],
  ['percent-encoding', encoded],
  ['percent-encoding in quotes', JSON.stringify(encoded)],
  ['JSON in JSON', JSON.stringify(JSON.stringify(plan.trustPolicy))],
  ['a property of its own', JSON.stringify({ AssumeRolePolicyDocument: plan.trustPolicy })],
])('a trust policy is read from %s', (_, text) => {
  expect(readPastedRole(text)).toEqual([{ kind: 'trust-policy', document: plan.trustPolicy }])
})

test('a role and its permissions policy are read from one paste', () => {
  const policy = { RoleName: 'PixelworksAccess', PolicyName: 'PixelworksAccess', PolicyDocument: plan.permissionsPolicy }
  const names = { PolicyNames: ['PixelworksAccess'] }
  expect(readPastedRole([{ Role: role }, policy, names].map((value) => JSON.stringify(value, null, 2)).join('\n$ aws iam …\n'))).toEqual([
    roleFact,
    { kind: 'permissions-policy', policyName: 'PixelworksAccess', document: plan.permissionsPolicy },
    { kind: 'policy-names', names: ['PixelworksAccess'] },
  ])
})

test('an ARN alone is a role of which no more is known', () => {
  expect(readPastedRole(' arn:aws-cn:iam::444455556666:role/a/b/PixelworksAccess\n')).toMatchObject([
    { kind: 'role', partition: 'aws-cn', accountId: '444455556666', path: '/a/b/', roleName: 'PixelworksAccess', trustPolicy: null },
  ])
})

test.each([
  ['text', 'ROLE\tarn:aws:iam::444455556666:role/PixelworksAccess\t2026-11-22T08:00:00+00:00\t\t3600\t/\tAROAEXAMPLE\tPixelworksAccess'],
  ['a table', '-----------\n|  GetRole  |\n+---------+\n||  Role  ||\n|| RoleName | PixelworksAccess ||'],
  [
    'Format-List',
    'Arn                      : arn:aws:iam::444455556666:role/PixelworksAccess\nRoleName                 : PixelworksAccess',
  ],
  ['XML', '<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/</Path></Role>'],
])('output as %s is recognized, and not read', (_, text) => {
  expect(readPastedRole(text)).toEqual([{ kind: 'unrecognized', seems: 'other-output', at: null }])
})

const failedStack = {
  kind: 'stack-events',
  stackName: 'PixelworksAccess',
  status: 'ROLLBACK_COMPLETE',
  firstFailure: { logicalId: 'AccountAccessRole', reason: expect.stringContaining('already exists') },
}
const reason =
  'Resource handler returned message: "Role with name PixelworksAccess already exists. (Service: Iam, Status Code: 409)" (RequestToken: 1, HandlerErrorCode: AlreadyExists)'
const events = [
  ['PixelworksAccess', 'ROLLBACK_COMPLETE', ''],
  [
    'PixelworksAccess',
    'ROLLBACK_IN_PROGRESS',
    'The following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.',
  ],
  ['Other', 'CREATE_FAILED', 'Resource creation cancelled'],
  ['AccountAccessRole', 'CREATE_FAILED', reason],
  ['AccountAccessRole', 'CREATE_IN_PROGRESS', ''],
  ['PixelworksAccess', 'CREATE_IN_PROGRESS', 'User Initiated'],
] as const

test('the first failure is found in the events of a stack', () => {
  const StackEvents = events.map(([LogicalResourceId, ResourceStatus, ResourceStatusReason], at) => ({
    StackName: 'PixelworksAccess',
    LogicalResourceId,
    ResourceType: LogicalResourceId === 'PixelworksAccess' ? 'AWS::CloudFormation::Stack' : 'AWS::IAM::Role',
    Timestamp: `2026-11-22T08:00:${30 - at}.000000+00:00`,
    ResourceStatus,
    ...(ResourceStatusReason === '' ? {} : { ResourceStatusReason }),
  }))
  expect(readPastedRole(JSON.stringify({ StackEvents }))).toEqual([failedStack])
  expect(readPastedRole(JSON.stringify(StackEvents.toReversed()))).toEqual([failedStack])
})

test.each([
  ['between tabs', '\t', '\n'],
  ['on lines of their own', '\n', '\n'],
])('the first failure is found in the event table of the console, its cells %s', (_, between, after) => {
  const row = (cells: readonly string[], at: number) =>
    [`2026-11-22 08:00:${30 - at} UTC+0100`, ...cells.slice(0, 2), '-', cells[2] || '-'].join(between)
  const text = `Timestamp${between}Logical ID${between}Status${between}Detailed status${between}Status reason\n${events.map(row).join(after)}`
  expect(readPastedRole(text)).toEqual([failedStack])
})

test('a stack is read with its outputs and parameters', () => {
  const stack = {
    StackName: 'PixelworksAccess',
    StackStatus: 'CREATE_COMPLETE',
    Outputs: [{ OutputKey: 'RoleArn', OutputValue: plan.roleArn }],
    Parameters: [{ ParameterKey: 'ExternalId', ParameterValue: 'abc' }],
  }
  expect(readPastedRole(JSON.stringify({ Stacks: [stack] }))).toEqual([
    {
      kind: 'stack',
      stackName: 'PixelworksAccess',
      status: 'CREATE_COMPLETE',
      statusReason: null,
      outputs: { RoleArn: plan.roleArn },
      parameters: { ExternalId: 'abc' },
    },
  ])
})

test('error texts are read with code and operation, and without the words of the AWS CLI', () => {
  const text = 'An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name PixelworksAccess cannot be found.'
  const error = {
    kind: 'error-text',
    code: 'NoSuchEntity',
    operation: 'GetRole',
    message: 'The role with name PixelworksAccess cannot be found.',
  }
  expect(readPastedRole(`$ aws iam get-role\n\n${text}\n`)).toEqual([error])
  expect(readPastedRole(error.message)).toEqual([{ ...error, operation: null }])
})

test('what cannot be read is said to be so, broken JSON with its place', () => {
  expect(readPastedRole(' \n')).toEqual([{ kind: 'unrecognized', seems: 'empty', at: null }])
  expect(readPastedRole('{\n  "Version": "2012-10-17",\n  "Statement": [{},]\n}')).toEqual([
    { kind: 'unrecognized', seems: 'json-broken', at: { line: 3, column: 19 } },
  ])
  expect(readPastedRole('Resources:\n  Role:\n    Type: AWS::IAM::Role\n')).toMatchObject([{ kind: 'unrecognized', seems: 'yaml' }])
  expect(readPastedRole('It does not work.')).toEqual([{ kind: 'unrecognized', seems: 'other', at: null }])
})

test.each([
  ['a description', 'We followed the guide on Friday, the page has been waiting for the role ever since, and nobody here knows why.'],
  [
    'a configuration with a question',
    'jobs:\n  - type: acm\n    regions:\n      - us-west-2\nDoes anybody know why it finds nothing in the second account since Monday?\n',
  ],
])('%s without an error of AWS is told to have none', (_, text) => {
  expect(readPastedRole(text)).toEqual([{ kind: 'unrecognized', seems: 'report', at: null }])
})

test('the policy of a bucket is not taken for that of a role', () => {
  const policy = { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }] }
  expect(readPastedRole(JSON.stringify(policy))).toEqual([{ kind: 'resource-policy' }])
  expect(readPastedRole(JSON.stringify({ Policy: JSON.stringify(policy) }))).toEqual([{ kind: 'resource-policy' }])
})

propertyTest.prop([connections], { seed, numRuns: 50 })(
  'the YAML of any role is read as its JSON is',
  ({ terms: anyTerms, vendor: anyVendor }) => {
    const seen = { Role: observedRole(rolePlan(anyTerms, anyVendor)) }
    expect(readPastedRole(stringify(seen, { lineWidth: 0 }), readYaml)).toEqual(readPastedRole(JSON.stringify(seen)))
  },
)

const words = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '%7B',
  '\\',
  '\n',
  '\t',
  '- ',
  'Role',
  'CREATE_FAILED',
  'AWS',
  'An error occurred (',
  'arn:aws:iam::',
  '\u0000',
]

propertyTest.prop(
  [
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(fc.constantFrom(...words)).map((parts) => parts.join('')),
    ),
  ],
  {
    seed,
    numRuns: 500,
  },
)('arbitrary text is read without a fault', (text) => {
  expect(readPastedRole(text).length).toBeGreaterThan(0)
})

propertyTest.prop([fc.json(), fc.nat()], { seed, numRuns: 300 })('JSON that was cut off is read without a fault', (json, length) => {
  expect(readPastedRole(json.slice(0, length % (json.length + 1))).length).toBeGreaterThan(0)
})

test.each([
  '[',
  '[] ',
  '{"',
  'a: ',
  '- ',
  'CREATE_FAILED\n',
  'is not authorized to perform: ',
  'Role with name ',
  'Role',
  'new iam.Role(',
  'variable "a" {',
  'failed to assume ',
  '0',
  '"\\\\',
  'An error occurred (A) when calling the B operation: c\n ',
  '|',
  '| a |\n',
  '|  GetRole  |\n||  a',
  '|  GetRole |\n|||  a | b\n',
  '/* a ',
  "{'Role': ",
  'assume_role_policy = {',
  '{"a":',
  'Partition "',
  'User: arn:aws:sts::',
  'arn:aws:iam::444455556666:role/',
  'able to assume without external id ',
  'aws role permissions missing, ',
  'STORAGE_AWS_IAM_USER_ARN ',
  'ExternalId=1&',
  'Access Denied ',
  'AccessDenied: Access Denied ',
  'operation error S3: GetObject, https response error StatusCode: 403, ',
  'a does not exist or ',
  'Exception: a',
  'on resource: role ',
  'Get-S3Object : a\nAt ',
  'could not be used to assume ',
  'permissions error applying tags ',
  'assume role with ',
  '  | a\n',
  'unable to get a ',
  'upload failed: s3://a ',
  'Access to the resource https://sqs.amazonaws.com/',
  'dial tcp ',
  'Invalid bucket name ',
  "'AWS::IAM::Role' with identifier '",
  'CodeBuild is not authorized to perform ',
  'updated your permissions to allow the ',
  'Event name A Error code ',
  'IAM Role (a',
  'a (Service: ',
  '(Service: S3; Status Code: 403; ',
  '111122223333 a external id: ',
  'my.vendor external id: 1 ',
  "Error parsing parameter '--a': ",
  'Parameters: [a] ',
  'Role Name: "a" ',
  '  | a\n | ',
  '\n',
  'arn:aws:iam::',
  'externalid',
  '\ud800\u0000\u00e4\u202e',
])('a long text of %j is read in time', (part) => {
  const text = part.repeat(200_000 / part.length)
  expect(processorMs(() => readPastedRole(text))).toBeLessThan(3000)
})
