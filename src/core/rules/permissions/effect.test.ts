import { expect, test } from 'vitest'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { dangerousArns } from './action-arns.ts'
import { dangerLists } from './breadth.ts'
import { account, allow, bucket, deny, type Elements, known, objects, textOf } from './permissions-case.test-data.ts'

const iam = (rest: string, accountId = account): string => `arn:aws:iam::${accountId}:${rest}`
const dangers = new Set('PP05 PP06 PP07 PP09 PP10 PP11 PP12 PP13 PP14 PP15 PP18 PP28 PP30 PP31 PP34 PP35'.split(' '))

const found = (statements: readonly Elements[], context = known) =>
  lintPermissionsPolicy(textOf({ statements }), { ...context, partition: 'aws' }).filter(({ severity }) => severity !== 'info')

/** The rules that say something above `info`. */
const rulesOf = (statements: readonly Elements[], context = known): string[] => [
  ...new Set(found(statements, context).map(({ rule }) => rule)),
]

const idle: readonly (readonly [string, readonly Elements[], readonly string[]])[] = [
  ['keys of users on a role', [allow('iam:CreateAccessKey', iam('role/x'))], ['PP21']],
  ['a login profile on a role', [allow('iam:CreateLoginProfile', iam('role/x'))], ['PP21']],
  ['a group’s members on a user', [allow('iam:AddUserToGroup', iam('user/x'))], ['PP21']],
  ['a second factor on a role', [allow('iam:DeactivateMFADevice', iam('role/*'))], ['PP21']],
  ['a policy version on a role', [allow('iam:CreatePolicyVersion', iam('role/x'))], ['PP21']],
  ['a role’s trust on a policy', [allow('iam:UpdateAssumeRolePolicy', iam('policy/x'))], ['PP21']],
  ['the account’s alias on a role', [allow('iam:CreateAccountAlias', iam('role/x'))], ['PP21']],
  ['code of functions on layers', [allow('lambda:UpdateFunctionCode', `arn:aws:lambda:*:${account}:layer:*`)], ['PP21']],
  ['commands on parameters', [allow('ssm:SendCommand', `arn:aws:ssm:*:${account}:parameter/*`)], ['PP21']],
  ['machines on volumes', [allow('ec2:TerminateInstances', 'arn:aws:ec2:*:*:volume/*')], ['PP21']],
  ['objects with a region and an account', [allow('s3:GetObject', `arn:aws:s3:eu-west-1:${account}:acme-uploads/*`)], ['PP19']],
  ['a bucket with a region and an account', [allow('s3:ListBucket', `arn:aws:s3:eu-west-1:${account}:acme-*`)], ['PP19']],
  ['objects, a colon too few', [allow('s3:GetObject', 'arn:aws:s3::acme-uploads/*')], ['PP19']],
  ['objects, two colons too few', [allow('s3:GetObject', 'arn:aws:s3:acme_uploads/*')], ['PP19']],
  ['a role in a role', [allow('sts:AssumeRole', iam(`role/${iam('role/OrganizationAccountAccessRole')}`))], ['PP19']],
  ['a user in a user', [allow('iam:CreateAccessKey', iam(`user/${iam('user/x')}`))], ['PP19']],
  ['a key in a key', [allow('kms:PutKeyPolicy', `arn:aws:kms:us-east-1:${account}:key/arn:aws:kms:us-east-1:${account}:key/1`)], ['PP19']],
  ['a service-linked role’s policies', [allow('iam:PutRolePolicy', iam('role/aws-service-role/spot.amazonaws.com/x', '*'))], []],
]

test.each(idle)('what has no effect is no danger: %s', (_, statements, rules) => {
  expect(rulesOf(statements)).toEqual(rules)
  expect(rulesOf(statements, {}).filter((rule) => dangers.has(rule))).toEqual([])
})

test('a wildcard is dangerous by what it can do on these resources', () => {
  const said = (action: string, resource: string) =>
    found([allow(action, resource)])
      .map(({ message }) => message)
      .join('\n')
  expect(said('iam:*', iam('role/vendor-*'))).not.toMatch(/AccessKey|User|Group|returns credentials/)
  expect(said('iam:*', iam('role/aws-service-role/spot.amazonaws.com/*', '*'))).toMatch(/^iam:\* is every action of the service.*$/)
  expect(said('*', iam('role/vendor'))).not.toMatch(/AddUserToGroup|s3:|lambda:/)
  expect(said('iam:*', iam('user/vendor-*'))).toMatch(/iam:CreateAccessKey/)
})

test('every dangerous action is a danger on all, and on its own kinds where all of them are named', () => {
  const wrong: string[] = []
  const everywhere = dangerLists.flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything])
  for (const action of new Set(everywhere)) {
    if (!rulesOf([allow(action)], {}).some((rule) => dangers.has(rule))) wrong.push(`${action} on all`)
    const kinds = (dangerousArns.get(action) ?? []).filter((form) => form.endsWith('*'))
    for (const form of kinds) {
      const isFound = rulesOf([allow(action, `arn:aws:${form}`)], {}).some((rule) => dangers.has(rule))
      if (!isFound && !/[a-z]-\*|o-\*/.test(form) && !form.startsWith('account:')) wrong.push(`${action} on ${form}`)
    }
  }
  expect(wrong).toEqual([])
})

test.each([
  ['arn:aws:iam::*', 'sts:AssumeRole', 'PP09'],
  ['arn:aws:iam::*:role*', 'sts:AssumeRole', 'PP09'],
  ['arn:aws:iam::*:role*', 'iam:PassRole', 'PP06'],
  ['arn:aws:s3:*', 's3:GetObject', 'PP10'],
  ['arn:aws:secretsmanager:*:*:secret*', 'secretsmanager:GetSecretValue', 'PP11'],
  ['arn:aws:ec2:*:*:instance*', 'ec2-instance-connect:SendSSHPublicKey', 'PP30'],
])('%s names all that %s works on: %s', (resource, action, rule) => {
  expect(rulesOf([allow(action, resource)])).toContain(rule)
})

const administrators = [
  'OrganizationAccountAccessRole',
  'OrganizationAccount*',
  'Organization*Role',
  '*OrganizationAccountAccessRole',
  '*AccessRole',
  'O*',
  'A*',
  'AWSControlTower*',
  'AWS?ontrolTowerExecution',
  'AWSCloudFormationStackSetExecutionRole',
]

test.each(administrators)('role/%s includes a role of administrators', (name) => {
  expect(rulesOf([allow('sts:AssumeRole', iam(`role/${name}`, '*'))])).toEqual(['PP35'])
})

test.each([
  'organizationaccountaccessrole',
  'OrganizationAccountAccessRoleReader',
  'vendor/*',
  '*vendor*',
  'AWSReservedSSO_AdministratorAccess_*',
])('role/%s includes none', (name) => {
  expect(rulesOf([allow('sts:AssumeRole', iam(`role/${name}`))])).toEqual([])
})

test('a role of administrators is named, whatever allows it', () => {
  const [named] = found([allow('sts:AssumeRole', iam('role/OrganizationAccountAccessRole', '*'))])
  expect(named?.message).toBe(
    'sts:AssumeRole on arn:aws:iam::*:role/OrganizationAccountAccessRole gives full access to that account. Remove it.',
  )
  const [included] = found([allow('sts:AssumeRole', iam('role/O*', '*'))])
  expect(included?.message).toBe(
    'sts:AssumeRole on arn:aws:iam::*:role/O* also allows OrganizationAccountAccessRole, which has full access to its account. Name the roles.',
  )
  expect(rulesOf([allow('*', iam('role/OrganizationAccountAccessRole', '*'))])).toContain('PP35')
})

test('a Deny of the roles of administrators takes them out of a pattern', () => {
  const others = allow('sts:AssumeRole', iam('role/O*', '*'))
  expect(rulesOf([others, deny('sts:AssumeRole', iam('role/OrganizationAccountAccessRole', '*'))])).toEqual([])
  expect(rulesOf([others, { Effect: 'Deny', Action: 'sts:*', NotResource: iam('role/OurRole', '*') }])).toEqual([])
  expect(rulesOf([others, deny('sts:AssumeRole', iam('role/OrganizationAccountAccessRole'))])).toEqual(['PP35'])
})

test.each([
  ['arn:aws:s3:::https://acme-uploads.s3.amazonaws.com/*', objects],
  ['arn:aws:s3:::https://acme-uploads.s3.eu-west-1.amazonaws.com/*', objects],
  ['arn:aws:s3:::https://s3.eu-west-1.amazonaws.com/acme-uploads/*', objects],
  ['arn:aws:s3:::S3://acme-uploads/*', objects],
  ['arn:aws:s3:::s3a://acme-uploads/*', objects],
  ['https://s3.amazonaws.com/acme-uploads/*', objects],
  ['arn:aws:s3:::ARN:aws:s3:::acme-uploads/*', objects],
  ['arn:aws:s3::acme-uploads/*', objects],
  ['arn:aws:s3:acme_uploads/*', 'arn:aws:s3:::acme_uploads/*'],
  [`arn:aws:s3:eu-west-1:${account}:acme-uploads/*`, objects],
])('of %s, what is meant is told: %s', (resource, meant) => {
  const [first, ...others] = found([allow('s3:GetObject', resource)])
  expect(others).toEqual([])
  expect(first?.fix && JSON.parse(first.fix)).toEqual({ Version: '2012-10-17', Statement: [allow('s3:GetObject', meant)] })
})

test('a URL of no bucket is named without a guess', () => {
  const [first] = found([allow('s3:GetObject', 'arn:aws:s3:::gs://acme-uploads/*')])
  expect(first?.message).toBe('This has an ARN or a URL inside an ARN, so it matches nothing.')
  expect(first?.fix).toBeUndefined()
})

test.each([
  'arn:aws:s3:::acme-uploads/arn:aws:s3:::copies/*',
  `arn:aws:s3:us-east-1:${account}:accesspoint/images/object/*`,
  `arn:aws:s3::${account}:accesspoint/images.mrap/object/*`,
  'arn:aws:s3:*:*:acme-uploads/*',
])('%s may name objects', (resource) => {
  expect(rulesOf([allow('s3:GetObject', resource)]).filter((rule) => rule === 'PP19')).toEqual([])
})

test('what is checked against an ARN that stands for all works on it', () => {
  expect(rulesOf([allow(['s3:ListAllMyBuckets', 's3:GetBucketLocation'], 'arn:aws:s3:::*')])).toEqual([])
  expect(rulesOf([allow('iam:ListRoles', iam('role/*'))])).toEqual([])
  expect(rulesOf([allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*')], {})).toEqual([])
  expect(rulesOf([allow('s3:ListAllMyBuckets', bucket)])).toEqual(['PP21'])
  expect(rulesOf([allow('ec2:DescribeInstances', 'arn:aws:ec2:*:*:instance/*')])).toEqual(['PP21'])
})

test.each([
  ['cloudtrail:StopLogging', 'cloudtrail:StopLogging can turn off or delete the account’s logs. Remove it.'],
  ['guardduty:UpdateDetector', 'guardduty:UpdateDetector can turn off security monitoring in this account. Remove it.'],
  ['inspector2:Disable', 'inspector2:Disable can turn off security monitoring in this account. Remove it.'],
  ['access-analyzer:DeleteAnalyzer', 'access-analyzer:DeleteAnalyzer can turn off security monitoring in this account. Remove it.'],
  ['detective:DeleteGraph', 'detective:DeleteGraph can turn off security monitoring in this account. Remove it.'],
  [
    'ec2:TerminateInstances',
    'ec2:TerminateInstances is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
  ],
  [
    'sqs:DeleteMessage',
    'sqs:DeleteMessage is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
  ],
  [
    'logs:DeleteSubscriptionFilter',
    'logs:DeleteSubscriptionFilter is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
  ],
  [
    'cloudwatch:DeleteAnomalyDetector',
    'cloudwatch:DeleteAnomalyDetector can’t be limited to certain resources. Remove it unless the application needs it.',
  ],
])('of %s, only what is true is said', (action, sentence) => {
  expect(found([allow(action)]).map(({ message }) => message)).toEqual([sentence])
})

test.each(['ec2:DeleteTags', 'autoscaling:DeleteTags', 's3:DeleteObjectTagging'])('%s deletes no resource', (action) => {
  expect(found([allow(action)])).toEqual([])
})
