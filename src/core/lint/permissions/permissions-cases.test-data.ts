import type { JsonValue } from '../json/json-value.ts'
import { knowledge } from './knowledge.test-data.ts'
import type { PermissionsContext } from './permissions-rule.ts'

type Elements = { readonly [element: string]: JsonValue }

export type PermissionsCase = {
  readonly name: string
  readonly statements: readonly Elements[]
  readonly context?: PermissionsContext
  /** The statements after the fix of the rule, where it has one. */
  readonly fixed?: readonly Elements[]
}

export type PermissionsCases = {
  readonly bad: readonly PermissionsCase[]
  readonly good: readonly PermissionsCase[]
  /** Looks like it and is not. */
  readonly nearMiss: readonly PermissionsCase[]
}

type Actions = string | readonly string[]

const allow = (Action: Actions, Resource: Actions = '*', more: Elements = {}): Elements => ({ Effect: 'Allow', Action, Resource, ...more })
const deny = (Action: Actions, Resource: Actions = '*', more: Elements = {}): Elements => ({ Effect: 'Deny', Action, Resource, ...more })
const when = (operator: string, key: string, value: JsonValue): Elements => ({ Condition: { [operator]: { [key]: value } } })

/** A policy variable. */
const variable = (name: string): string => `$\{${name}}`

export const textOf = ({ statements }: Pick<PermissionsCase, 'statements'>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

const account = '444455556666'
const bucket = 'arn:aws:s3:::acme-uploads'
const objects = `${bucket}/*`
const role = `arn:aws:iam::${account}:role/ImageWorker`
const tagged = when('StringEquals', 'aws:ResourceTag/CreatedFor', 'Pixelworks')
const known: PermissionsContext = { knowledge }

const one = (name: string, ...statements: readonly Elements[]): PermissionsCase => ({ name, statements })

const readObjects = one('objects of one bucket', allow('s3:GetObject', objects))

/** A danger: each is bad with the first action, good without, and near by what is given. */
export const permissionsCases: Readonly<Record<string, PermissionsCases>> = {
  PP01: {
    bad: [
      one('a star on a star', allow('*')),
      one('in lists', allow(['s3:GetObject', '*'], ['*'])),
      one('*:*', allow('*:*')),
      one('an ARN of stars', allow('*', 'arn:aws:*:*:*:*')),
      one('beside a Deny of a little', allow('*'), deny('iam:*')),
      one('under a condition that all calls meet', allow('*', '*', when('Bool', 'aws:SecureTransport', 'true'))),
    ],
    good: [readObjects],
    nearMiss: [
      one('in a Deny', deny('*')),
      one('on one bucket', allow('*', [bucket, objects])),
      one('a service wildcard', allow('s3:*')),
      one('beside a Deny of all but one action', allow('*'), { Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }),
      one('beside a Deny of all but one bucket', allow('*'), { Effect: 'Deny', Action: '*', NotResource: [bucket, objects] }),
      one('on tagged resources only', allow('*', '*', tagged)),
    ],
  },
  PP02: {
    bad: [one('an Allow of all but IAM', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
    good: [readObjects],
    nearMiss: [one('a Deny of all but some', { Effect: 'Deny', NotAction: ['s3:GetObject'], Resource: '*' })],
  },
  PP03: {
    bad: [one('all buckets but one', { Effect: 'Allow', Action: 's3:GetObject', NotResource: objects })],
    good: [readObjects],
    nearMiss: [one('a Deny outside of a bucket', { Effect: 'Deny', Action: 's3:GetObject', NotResource: objects })],
  },
  PP04: {
    bad: [
      one('all of S3', allow('s3:*')),
      one('all of S3 in a bucket', allow('s3:*', [bucket, objects])),
      one('in capitals', allow('S3:*')),
      one('two stars', allow('dynamodb:**')),
    ],
    good: [readObjects],
    nearMiss: [
      one('a verb', allow('s3:Get*', objects)),
      one('in a Deny', deny('s3:*')),
      one('taken back by a Deny', allow('s3:*', objects), deny('s3:*')),
      one('everything', allow('*')),
    ],
  },
  PP05: {
    bad: [
      one('all of IAM', allow('iam:*')),
      one('creating roles', allow('iam:CreateRole', role)),
      one('by a wildcard', allow('iam:Create*')),
      one('in small letters', allow('iam:createuser')),
      one('a Deny elsewhere', allow('iam:CreateRole'), deny('iam:CreateRole', role)),
    ],
    good: [one('reading IAM', allow(['iam:GetRole', 'iam:ListRoles', 'iam:SimulatePrincipalPolicy']))],
    nearMiss: [
      one(
        'a service-linked role',
        allow('iam:CreateServiceLinkedRole', '*', when('StringEquals', 'iam:AWSServiceName', 'spot.amazonaws.com')),
      ),
      one(
        'within a boundary',
        allow('iam:CreateRole', '*', when('StringEquals', 'iam:PermissionsBoundary', `arn:aws:iam::${account}:policy/Bound`)),
      ),
      one('denied', allow('iam:CreateRole'), deny('iam:*')),
      one('only what is not denied is left', allow('iam:*'), { Effect: 'Deny', NotAction: 'iam:Get*', Resource: '*' }),
      one('passing a role', allow('iam:PassRole', role)),
      one('getting and listing', allow(['iam:Get*', 'iam:List*'])),
    ],
  },
  PP06: {
    bad: [
      one('on a star', allow('iam:PassRole')),
      one('on every role of the account', allow('iam:PassRole', `arn:aws:iam::${account}:role/*`)),
      one('by a wildcard', allow('iam:Pass*')),
      one('for any service', allow('iam:PassRole', '*', when('StringLike', 'iam:PassedToService', '*'))),
      one(
        'for a service, if it says so',
        allow('iam:PassRole', '*', when('StringEqualsIfExists', 'iam:PassedToService', 'ec2.amazonaws.com')),
      ),
    ],
    good: [one('one role to one service', allow('iam:PassRole', role, when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')))],
    nearMiss: [
      one('one role', allow('iam:PassRole', role)),
      one('roles of a path', allow('iam:PassRole', `arn:aws:iam::${account}:role/pixelworks/*`)),
      one('to one service', allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com'))),
      one(
        'denied to all other services',
        allow('iam:PassRole'),
        deny('iam:PassRole', '*', when('StringNotEquals', 'iam:PassedToService', 'ec2.amazonaws.com')),
      ),
      one('denied for all other roles', allow('iam:PassRole'), { Effect: 'Deny', Action: 'iam:PassRole', NotResource: role }),
    ],
  },
  PP07: {
    bad: [
      one('a new policy version', allow('iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/Own`)),
      one('a key for a user', allow('iam:CreateAccessKey')),
      one('its own inline policy', allow('iam:PutRolePolicy', role)),
      one('commands on all machines', allow('ssm:SendCommand')),
      one(
        'attaching the mightiest policy',
        allow('iam:AttachRolePolicy', '*', when('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/AdministratorAccess')),
      ),
      one('the code of all functions', allow('lambda:UpdateFunctionCode', `arn:aws:lambda:*:${account}:function:*`)),
    ],
    good: [readObjects],
    nearMiss: [
      one('one function', allow('lambda:UpdateFunctionCode', `arn:aws:lambda:us-east-1:${account}:function:resize`)),
      one(
        'one policy to attach',
        allow('iam:AttachRolePolicy', '*', when('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/SecurityAudit')),
      ),
      one('denied', allow('iam:CreateAccessKey'), deny('iam:CreateAccessKey')),
      one('users by the ARN of a role', allow('iam:PutUserPolicy', role)),
      one('machines with a tag', allow('ssm:SendCommand', '*', when('StringEquals', 'ssm:resourceTag/CreatedFor', 'Pixelworks'))),
    ],
  },
  PP08: {
    bad: [
      one('a machine', allow(['iam:PassRole', 'ec2:RunInstances'])),
      one('a function, over two statements', allow('iam:PassRole'), allow(['lambda:CreateFunction', 'lambda:InvokeFunction'])),
      one('a stack', allow('iam:PassRole', `arn:aws:iam::${account}:role/*`), allow('cloudformation:CreateStack')),
      one('a task', allow(['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'])),
      one('by wildcards', allow(['iam:Pass*', 'codebuild:*'])),
      one(
        'to the service that is started',
        allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')),
        allow('ec2:RunInstances'),
      ),
      {
        ...one('in another policy', allow('iam:PassRole')),
        context: { otherPolicies: [textOf({ statements: [allow('glue:CreateJob')] })] },
      },
      {
        ...one('the role in another policy', allow('glue:CreateJob')),
        context: { otherPolicies: [textOf({ statements: [allow('iam:PassRole')] })] },
      },
    ],
    good: [one('one role', allow('iam:PassRole', role), allow('ec2:RunInstances'))],
    nearMiss: [
      one('nothing to start', allow(['iam:PassRole', 'ec2:DescribeInstances'])),
      one('a function that nobody calls', allow(['iam:PassRole', 'lambda:CreateFunction'])),
      one(
        'to another service',
        allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'lambda.amazonaws.com')),
        allow('ec2:RunInstances'),
      ),
      one('starting is denied', allow(['iam:PassRole', 'ec2:RunInstances']), deny('ec2:RunInstances')),
      one('passing is denied', allow(['iam:PassRole', 'ec2:RunInstances']), deny('iam:PassRole')),
      one('everything, which has a rule of its own', allow('*')),
      one('starting alone', allow(['ec2:RunInstances', 'cloudformation:CreateStack'])),
      {
        ...one('denied by another policy', allow(['iam:PassRole', 'ec2:RunInstances'])),
        context: { otherPolicies: [textOf({ statements: [deny('iam:*')] })] },
      },
    ],
  },
  PP09: {
    bad: [
      one('on a star', allow('sts:AssumeRole')),
      one('on all roles everywhere', allow('sts:AssumeRole', 'arn:aws:iam::*:role/*')),
      one('all of STS', allow('sts:*')),
    ],
    good: [one('one role', allow('sts:AssumeRole', role))],
    nearMiss: [
      one('a role of this name in any account', allow('sts:AssumeRole', 'arn:aws:iam::*:role/PixelworksAccess')),
      one('who am I', allow('sts:GetCallerIdentity')),
      one('in a Deny', deny('sts:AssumeRole')),
      one('tagged roles', allow('sts:AssumeRole', '*', when('StringEquals', 'iam:ResourceTag/CreatedFor', 'Pixelworks'))),
    ],
  },
  PP10: {
    bad: [
      one('on a star', allow('s3:GetObject')),
      one('on all buckets', allow('s3:GetObject', 'arn:aws:s3:::*')),
      one('on all objects', allow('s3:GetObject', 'arn:aws:s3:::*/*')),
      one('by a wildcard', allow('s3:Get*')),
      one('all tables', allow('dynamodb:Scan', `arn:aws:dynamodb:*:${account}:table/*`)),
    ],
    good: [readObjects],
    nearMiss: [
      one('one bucket with wildcards of actions', allow('s3:Get*', [bucket, objects])),
      one('writing', allow('s3:PutObject')),
      one('denied outside of one bucket', allow('s3:GetObject'), { Effect: 'Deny', Action: 's3:*', NotResource: [bucket, objects] }),
      one('tagged objects', allow('s3:GetObject', '*', when('StringEquals', 's3:ExistingObjectTag/shared', 'yes'))),
      one('bucket settings', allow('s3:GetBucket*')),
    ],
  },
  PP11: {
    bad: [
      one('secrets', allow('secretsmanager:GetSecretValue')),
      one('parameters', allow('ssm:GetParameters', `arn:aws:ssm:*:${account}:parameter/*`)),
      one('keys', allow('kms:Decrypt', `arn:aws:kms:us-east-1:${account}:key/*`)),
      one('all of KMS', allow('kms:*')),
    ],
    good: [one('one key', allow('kms:Decrypt', `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`))],
    nearMiss: [
      one('through S3', allow('kms:Decrypt', '*', when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'))),
      one('parameters of a path', allow('ssm:GetParametersByPath', `arn:aws:ssm:*:${account}:parameter/pixelworks/*`)),
      one('settings of secrets', allow('secretsmanager:DescribeSecret')),
      one('tagged secrets', allow('secretsmanager:GetSecretValue', '*', when('StringEquals', 'secretsmanager:ResourceTag/shared', 'yes'))),
    ],
  },
  PP12: {
    bad: [
      one('the policy of one bucket', allow('s3:PutBucketPolicy', bucket)),
      one('an ACL', allow('s3:PutBucketAcl')),
      one('a key policy', allow('kms:PutKeyPolicy')),
      one('sharing a snapshot', allow('ec2:ModifySnapshotAttribute')),
      one('by a wildcard', allow('s3:Put*', [bucket, objects])),
    ],
    good: [readObjects],
    nearMiss: [
      one('putting objects', allow('s3:PutObject', objects)),
      one('reading the policy', allow('s3:GetBucketPolicy', bucket)),
      one('an ACL that is demanded', allow('s3:PutObjectAcl', objects, when('StringEquals', 's3:x-amz-acl', 'bucket-owner-full-control'))),
      one('grants that services make', allow('kms:CreateGrant', '*', when('Bool', 'kms:GrantIsForAWSResource', 'true'))),
      one('denied', allow('s3:PutBucketPolicy', bucket), deny('s3:PutBucketPolicy', 'arn:aws:s3:::acme-*')),
      one('tags by a wildcard', allow('s3:PutObjectTag*', objects)),
    ],
  },
  PP13: {
    bad: [
      one('an access key', allow('iam:CreateAccessKey', `arn:aws:iam::${account}:user/*`)),
      one('a federation token', allow('sts:GetFederationToken')),
      one('a Windows password', allow('ec2:GetPasswordData')),
      one('any database', allow('rds-db:connect')),
      one('by a wildcard', allow('ecr:Get*')),
    ],
    good: [readObjects],
    nearMiss: [
      one('one database user', allow('rds-db:connect', `arn:aws:rds-db:us-east-1:${account}:dbuser:db-1/pixelworks`)),
      one('images', allow('ecr:BatchGetImage')),
      one('denied', allow('sts:GetFederationToken'), deny('sts:*')),
      one('who am I', allow('sts:GetCallerIdentity')),
    ],
  },
  PP14: {
    bad: [
      one('stopping CloudTrail', allow('cloudtrail:StopLogging', `arn:aws:cloudtrail:us-east-1:${account}:trail/main`)),
      one('stopping Config', allow('config:StopConfigurationRecorder')),
      one('deleting all log groups', allow('logs:DeleteLogGroup')),
      one('by a wildcard', allow('guardduty:Delete*')),
    ],
    good: [one('looking', allow(['cloudtrail:DescribeTrails', 'cloudtrail:LookupEvents']))],
    nearMiss: [
      one('its own log group', allow('logs:DeleteLogGroup', `arn:aws:logs:us-east-1:${account}:log-group:/pixelworks/jobs:*`)),
      one('in a Deny', deny('cloudtrail:StopLogging')),
      one('starting', allow('cloudtrail:StartLogging')),
    ],
  },
  PP15: {
    bad: [
      one('machines', allow('ec2:TerminateInstances')),
      one('whatever is called so', allow('ec2:Delete*')),
      one('an action that is not on a list', allow('apprunner:DeleteService')),
      one('keys', allow('kms:ScheduleKeyDeletion', `arn:aws:kms:*:${account}:key/*`)),
      one('tables', allow('dynamodb:DeleteTable', `arn:aws:dynamodb:*:${account}:table/*`)),
    ],
    good: [one('objects of a bucket', allow('s3:DeleteObject', objects))],
    nearMiss: [
      one('tagged machines', allow('ec2:TerminateInstances', '*', tagged)),
      one('in a Deny', deny('ec2:Delete*')),
      one('describing', allow('ec2:DescribeInstances')),
      one(
        'denied to machines without the tag',
        allow('ec2:TerminateInstances'),
        deny('ec2:TerminateInstances', '*', when('StringNotEquals', 'ec2:ResourceTag/CreatedFor', 'Pixelworks')),
      ),
    ],
  },
  PP16: {
    bad: [
      { ...one('listing objects', allow('s3:ListBucket', objects)), fixed: [allow('s3:ListBucket', [bucket])] },
      { ...one('getting a bucket', allow('s3:GetObject', bucket)), fixed: [allow('s3:GetObject', [objects])] },
      {
        ...one('both on objects', { Sid: 'Images', ...allow(['s3:ListBucket', 's3:GetObject'], objects) }),
        fixed: [{ Sid: 'Images', ...allow(['s3:GetObject'], objects) }, allow(['s3:ListBucket'], [bucket])],
      },
      {
        ...one(
          'both on buckets, second of two',
          readObjects.statements[0] ?? {},
          allow(['s3:GetBucketLocation', 's3:PutObject'], [bucket]),
        ),
        fixed: [allow('s3:GetObject', objects), allow(['s3:GetBucketLocation'], [bucket]), allow(['s3:PutObject'], [objects])],
      },
      { ...one('a wildcard of object actions', allow('s3:GetObject*', bucket)), fixed: [allow('s3:GetObject*', [objects])] },
      one('a Deny', deny('s3:DeleteObject', bucket)),
    ],
    good: [one('each with its own', allow('s3:ListBucket', bucket), allow('s3:GetObject', objects))],
    nearMiss: [
      one('one statement with both ARNs', allow(['s3:ListBucket', 's3:GetObject'], [bucket, objects])),
      one('a star', allow(['s3:ListBucket', 's3:GetObject'])),
      one('a pattern for both', allow(['s3:ListBucket', 's3:GetObject'], `${bucket}*`)),
      one('a wildcard that fits', allow('s3:Get*', bucket)),
      one('an access point', allow('s3:GetObject', `arn:aws:s3:us-east-1:${account}:accesspoint/images/object/*`)),
      one('another service', allow('sqs:SendMessage', bucket)),
    ],
  },
  PP17: {
    bad: [
      { ...one('a typing error', allow('s3:GetObjet', objects)), context: known, fixed: [allow('s3:GetObject', objects)] },
      { ...one('an unknown prefix', allow('dynamo:GetItem')), context: known },
      { ...one('a service that is nearly right', allow('lamda:InvokeFunction')), context: known, fixed: [allow('lambda:InvokeFunction')] },
      { ...one('a wildcard that names nothing', allow('s3:Fetch*')), context: known },
      { ...one('a call that is no permission', allow('s3:ListObjectsV2', bucket)), fixed: [allow('s3:ListBucket', bucket)] },
      one('no prefix', allow('GetObject', objects)),
      one('a wildcard in the prefix', allow('s3*:GetObject', objects)),
      { ...one('a blank', allow('s3: GetObject', objects)), fixed: [allow('s3:GetObject', objects)] },
      { ...one('of S3, without the list', allow('s3:GetObjet', objects)), fixed: [allow('s3:GetObject', objects)] },
      { ...one('a prefix, without the list', allow('s4:GetObject', objects)) },
      { ...one('in NotAction', { Effect: 'Deny', NotAction: ['iam:GetRol'], Resource: '*' }), context: known },
    ],
    good: [{ ...readObjects, context: known }],
    nearMiss: [
      { ...one('another case', allow('S3:getobject', objects)), context: known },
      { ...one('wildcards', allow(['s3:Get*', 's3:*', '*', 'ec2:Describe?pcs'])), context: known },
      one('not known without the list', allow('sqs:SendMesage', `arn:aws:sqs:us-east-1:${account}:jobs`)),
    ],
  },
  PP18: {
    bad: [
      one('passing roles', allow('iam:Pass*')),
      one('putting in S3', allow('s3:Put*')),
      one('everything', allow('*:*')),
      one('Systems Manager', allow('ssm:S*')),
      one('one letter', allow('iam:PassRol?')),
      { ...one('with the list of actions', allow('iam:Pass*')), context: known },
    ],
    good: [readObjects],
    nearMiss: [
      one('a harmless verb', allow('s3:List*', bucket)),
      one('reading one bucket', allow('s3:Get*', [bucket, objects])),
      one('putting objects', allow('s3:PutObjectT*', objects)),
      one('denied', allow('iam:Pass*'), deny('iam:PassRole')),
      one('in a Deny', deny('iam:*')),
      one('all of a service, which has a rule of its own', allow('s3:*')),
      one('describing', allow('ec2:Describe*Status')),
      one('everything on one bucket’s objects but ACLs', allow('*', objects), deny('s3:PutObject*Acl'), deny('s3:PutObjectVersionAcl')),
    ],
  },
  PP19: {
    bad: [
      one('a name', allow('s3:GetObject', 'acme-uploads')),
      { ...one('an S3 address', allow('s3:GetObject', 's3://acme-uploads/')), fixed: [allow('s3:GetObject', objects)] },
      { ...one('a colon too few', allow('s3:ListBucket', 'arn:aws:s3::acme-uploads')), fixed: [allow('s3:ListBucket', bucket)] },
      one('cut off', allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1')),
      {
        ...one('another partition', allow('s3:ListBucket', bucket)),
        context: { partition: 'aws-cn' },
        fixed: [allow('s3:ListBucket', 'arn:aws-cn:s3:::acme-uploads')],
      },
      one('no partition', allow('s3:ListBucket', 'arn:amazon:s3:::acme-uploads')),
      one('eleven digits', allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:44445555666:jobs')),
      {
        ...one('IAM with a region', allow('iam:GetRole', `arn:aws:iam:us-east-1:${account}:role/A`)),
        fixed: [allow('iam:GetRole', `arn:aws:iam::${account}:role/A`)],
      },
      {
        ...one('a bucket with a region', allow('s3:ListBucket', 'arn:aws:s3:us-east-1::acme-uploads')),
        fixed: [allow('s3:ListBucket', bucket)],
      },
      { ...one('a blank at the end', allow('s3:ListBucket', `${bucket} `)), fixed: [allow('s3:ListBucket', bucket)] },
    ],
    good: [readObjects],
    nearMiss: [
      one('a star', allow('s3:ListAllMyBuckets')),
      one('wildcards in fields', allow('sqs:SendMessage', ['arn:*:sqs:*:*:jobs', `arn:aws:sqs:us-*:${account}:jobs`])),
      one(
        'a policy variable',
        allow('s3:GetObject', [
          `arn:aws:s3:::acme/${variable('aws:PrincipalTag/team')}/*`,
          `arn:aws:sqs:us-east-1:${variable('aws:PrincipalAccount')}:jobs`,
        ]),
      ),
      one('an access point', allow('s3:GetObject', `arn:aws:s3:us-east-1:${account}:accesspoint/images/object/*`)),
      one('a policy of AWS', allow('iam:GetPolicy', 'arn:aws:iam::aws:policy/SecurityAudit')),
      { ...one('the right partition', allow('s3:ListBucket', 'arn:aws-us-gov:s3:::acme-uploads')), context: { partition: 'aws-us-gov' } },
      one('colons in the name', allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${account}:secret:a-b1`)),
    ],
  },
  PP20: {
    bad: [
      one('a prefix', allow('s3:ListBucket', 'arn:aws:s3:::acme*')),
      one('a prefix, with objects', allow('s3:GetObject', 'arn:aws:s3:::acme-*/*')),
      one('bucket and objects in one', allow('s3:*Object', `${bucket}*`)),
      one('a question mark', allow('s3:ListBucket', 'arn:aws:s3:::acme-?')),
    ],
    good: [readObjects],
    nearMiss: [
      one('keys by a prefix', allow('s3:GetObject', `${bucket}/images/2*`)),
      one('all buckets', allow('s3:ListBucket', 'arn:aws:s3:::*')),
      one('in a Deny', deny('s3:*', 'arn:aws:s3:::acme*')),
      one('a queue', allow('sqs:SendMessage', `arn:aws:sqs:us-east-1:${account}:acme*`)),
    ],
  },
  PP21: {
    bad: [
      { ...one('listing buckets of one bucket', allow('s3:ListAllMyBuckets', bucket)), context: known },
      { ...one('who am I', allow('sts:GetCallerIdentity', role)), context: known },
      { ...one('describing machines', allow('ec2:Describe*', `arn:aws:ec2:us-east-1:${account}:vpc/vpc-1`)), context: known },
      { ...one('a function on a bucket', allow('lambda:InvokeFunction', bucket)), context: known },
      one('well known without the list', allow(['s3:ListAllMyBuckets'], bucket)),
      one('describing, without the list', allow('ec2:Describe*', `arn:aws:ec2:us-east-1:${account}:instance/*`)),
    ],
    good: [{ ...one('with a star', allow(['s3:ListAllMyBuckets', 'sts:GetCallerIdentity'])), context: known }],
    nearMiss: [
      { ...one('objects', allow('s3:GetObject', objects)), context: known },
      { ...one('a star beside', allow('ec2:DescribeInstances', ['*', bucket])), context: known },
      { ...one('a wildcard that also fits', allow('s3:List*', bucket)), context: known },
      { ...one('a role', allow('sts:AssumeRole', role)), context: known },
      { ...one('a function', allow('lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${account}:function:resize`)), context: known },
      one('not known without the list', allow('ce:GetReservationCoverage', bucket)),
    ],
  },
  PP22: {
    bad: [
      { ...one('a principal', { ...allow('s3:GetObject', objects), Principal: '*' }), fixed: [allow('s3:GetObject', objects)] },
      one('a trust policy', { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }),
      { ...one('NotPrincipal', { ...deny('s3:GetObject', objects), NotPrincipal: { AWS: role } }), fixed: [deny('s3:GetObject', objects)] },
    ],
    good: [readObjects],
    nearMiss: [one('a condition on the principal', allow('s3:GetObject', objects, when('StringEquals', 'aws:PrincipalAccount', account)))],
  },
  PP23: {
    bad: [
      one(
        'as managed policy',
        allow(
          's3:GetObject',
          Array.from({ length: 120 }, (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name-${index}/*`),
        ),
      ),
      {
        ...one(
          'as inline policy',
          allow(
            's3:GetObject',
            Array.from({ length: 220 }, (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name-${index}/*`),
          ),
        ),
        context: { attachment: 'inline' },
      },
    ],
    good: [readObjects],
    nearMiss: [
      one(
        'long with blanks only',
        allow(
          's3:GetObject',
          Array.from({ length: 100 }, (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name-${index}/*`),
        ),
      ),
      {
        ...one(
          'between the two as inline policy',
          allow(
            's3:GetObject',
            Array.from({ length: 120 }, (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name-${index}/*`),
          ),
        ),
        context: { attachment: 'inline' },
      },
    ],
  },
  PP24: {
    bad: [
      {
        ...one('IfExists', allow('s3:ListBucket', bucket, when('StringLikeIfExists', 's3:prefix', 'images/*'))),
        fixed: [allow('s3:ListBucket', bucket, when('StringLike', 's3:prefix', 'images/*'))],
      },
      {
        ...one('ForAllValues', allow('ec2:CreateTags', '*', when('ForAllValues:StringEquals', 'aws:TagKeys', ['a']))),
        fixed: [
          allow('ec2:CreateTags', '*', {
            Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, Null: { 'aws:TagKeys': 'false' } },
          }),
        ],
      },
      {
        ...one(
          'both keys of one operator',
          allow('s3:ListBucket', bucket, { Condition: { StringEqualsIfExists: { 's3:prefix': 'a', 's3:delimiter': '/' } } }),
        ),
      },
    ],
    good: [one('without', allow('s3:ListBucket', bucket, when('StringLike', 's3:prefix', 'images/*')))],
    nearMiss: [
      one('in a Deny', deny('s3:ListBucket', bucket, when('StringNotLikeIfExists', 's3:prefix', 'images/*'))),
      one(
        'with a test for the key',
        allow('ec2:CreateTags', '*', {
          Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] }, Null: { 'aws:TagKeys': false } },
        }),
      ),
      one('ForAnyValue', allow('ec2:CreateTags', '*', when('ForAnyValue:StringEquals', 'aws:TagKeys', ['a']))),
    ],
  },
  PP25: {
    bad: [
      {
        ...one('a key of listing with getting', allow('s3:GetObject', objects, when('StringLike', 's3:prefix', 'images/*'))),
        context: known,
      },
      one('no prefix', allow('s3:GetObject', objects, when('StringEquals', 'foo', 'x'))),
      one('well known without the list', allow('s3:GetObject', objects, when('StringLike', 's3:prefix', 'images/*'))),
      { ...one('a typing error', allow('s3:ListBucket', bucket, when('StringLike', 's3:prefx', 'images/*'))), context: known },
      {
        ...one('of another service', allow('sqs:SendMessage', '*', when('StringEquals', 'kms:ViaService', 's3.us-east-1.amazonaws.com'))),
        context: known,
      },
      { ...one('negated', allow('s3:GetObject', objects, when('StringNotEquals', 's3:prefix', 'a'))), context: known },
      {
        ...one(
          'for one of two actions',
          allow(['s3:ListBucket', 's3:GetObject'], [bucket, objects], when('StringLike', 's3:prefix', 'images/*')),
        ),
        context: known,
      },
    ],
    good: [{ ...one('a prefix', allow('s3:ListBucket', bucket, when('StringLike', 's3:prefix', 'images/*'))), context: known }],
    nearMiss: [
      { ...one('a global key', allow('s3:GetObject', objects, when('StringEquals', 'aws:SourceVpce', 'vpce-1'))), context: known },
      { ...one('another case', allow('s3:ListBucket', bucket, when('StringLike', 'S3:Prefix', 'images/*'))), context: known },
      { ...one('a tag', allow('ec2:TerminateInstances', '*', when('StringEquals', 'ec2:ResourceTag/team', 'a'))), context: known },
      {
        ...one('a tag of an object', allow('s3:GetObject', objects, when('StringEquals', 's3:ExistingObjectTag/shared', 'yes'))),
        context: known,
      },
      {
        ...one('a wildcard with an action that has it', allow('s3:List*', bucket, when('StringLike', 's3:prefix', 'images/*'))),
        context: known,
      },
      {
        ...one(
          'if it is there',
          allow(['s3:ListBucket', 's3:GetObject'], [bucket, objects], when('StringLikeIfExists', 's3:prefix', 'images/*')),
        ),
        context: known,
      },
      {
        ...one(
          'of the credentials',
          allow('s3:GetObject', objects, when('ArnLike', 'lambda:SourceFunctionArn', 'arn:aws:lambda:*:*:function:a')),
        ),
        context: known,
      },
      {
        ...one(
          'the service that a role is passed to',
          allow('iam:PassRole', role, when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')),
        ),
        context: known,
      },
      one('not known without the list', allow('s3:GetObject', objects, when('StringLike', 's3:delimter', 'images/*'))),
    ],
  },
  PP26: {
    bad: [
      { ...one('no actions', allow('s3:GetObject', objects), allow([], objects)), fixed: [allow('s3:GetObject', objects)] },
      { ...one('no resources', allow('s3:GetObject', []), allow('s3:GetObject', objects)), fixed: [allow('s3:GetObject', objects)] },
      one('the only statement', allow('s3:GetObject', [])),
      { ...one('an empty condition', allow('s3:GetObject', objects, { Condition: {} })), fixed: [allow('s3:GetObject', objects)] },
      {
        ...one('an empty operator', allow('s3:GetObject', objects, { Condition: { StringEquals: {} } })),
        fixed: [allow('s3:GetObject', objects)],
      },
      one('a key without values', allow('s3:ListBucket', bucket, when('StringEquals', 's3:prefix', []))),
    ],
    good: [readObjects],
    nearMiss: [one('an empty value', allow('s3:ListBucket', bucket, when('StringEquals', 's3:prefix', ['', 'images/'])))],
  },
  PP27: {
    bad: [
      { ...one('an action of a wildcard', allow(['s3:GetObject', 's3:Get*'], objects)), fixed: [allow(['s3:Get*'], objects)] },
      { ...one('twice', allow(['s3:GetObject', 's3:getobject'], objects)), fixed: [allow(['s3:GetObject'], objects)] },
      { ...one('a resource beside a star', allow('s3:GetObject', [objects, '*'])), fixed: [allow('s3:GetObject', ['*'])] },
      {
        ...one('a statement of another', allow('s3:GetObject', objects), allow(['s3:GetObject', 's3:PutObject'], objects)),
        fixed: [allow(['s3:GetObject', 's3:PutObject'], objects)],
      },
      { ...one('the same again', allow('s3:GetObject', objects), allow('s3:GetObject', objects)), fixed: [allow('s3:GetObject', objects)] },
      {
        ...one('the condition says less', allow('s3:GetObject', objects), allow('s3:GetObject', objects, tagged)),
        fixed: [allow('s3:GetObject', objects)],
      },
    ],
    good: [readObjects],
    nearMiss: [
      one('bucket and objects', allow('s3:*Object', [bucket, objects])),
      one(
        'another condition',
        allow('s3:GetObject', objects, tagged),
        allow('s3:GetObject', objects, when('Bool', 'aws:SecureTransport', 'true')),
      ),
      one('Allow and Deny', allow('s3:GetObject', objects), deny('s3:GetObject', objects)),
      one('overlapping', allow(['s3:Get*', 's3:*Object'], objects)),
      one('another case of a key', allow('s3:GetObject', [`${bucket}/A`, `${bucket}/a`])),
      one('a question mark', allow('s3:GetObject', [`${bucket}/?`, `${bucket}/*`].slice(0, 1))),
    ],
  },
  PP28: {
    bad: [
      one('functions', allow('lambda:GetFunction')),
      one('user data', allow('ec2:DescribeInstanceAttribute')),
      one('logs', allow('logs:GetLogEvents', 'arn:aws:logs:*:*:log-group:*')),
    ],
    good: [one('one function', allow('lambda:GetFunction', `arn:aws:lambda:us-east-1:${account}:function:resize`))],
    nearMiss: [
      one('describing machines', allow('ec2:DescribeInstances')),
      one('its own log group', allow('logs:GetLogEvents', `arn:aws:logs:us-east-1:${account}:log-group:/pixelworks/jobs:*`)),
      one('denied', allow('cloudformation:GetTemplate'), deny('cloudformation:Get*')),
    ],
  },
  PP29: {
    bad: [
      { ...one('attached', allow('s3:GetObject', objects)), context: { attachedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } },
      one('a copy of ReadOnlyAccess', { Sid: 'ReadOnlyActionsGroup1', ...allow(['a4b:Get*', 's3:Get*']) }),
      one('a copy of PowerUserAccess', { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
    ],
    good: [readObjects],
    nearMiss: [
      {
        ...one('ViewOnlyAccess', allow('s3:GetObject', objects)),
        context: { attachedPolicyArns: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'arn:aws:iam::aws:policy/SecurityAudit'] },
      },
      {
        ...one('a policy of the account', allow('s3:GetObject', objects)),
        context: { attachedPolicyArns: [`arn:aws:iam::${account}:policy/ReadOnlyAccess`] },
      },
      one('reading about it', allow('iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess')),
    ],
  },
  PP30: {
    bad: [
      one('commands', allow('ssm:SendCommand')),
      one('on all machines', allow('ssm:SendCommand', ['arn:aws:ssm:*:*:document/AWS-RunShellScript', 'arn:aws:ec2:*:*:instance/*'])),
      one('a shell in a container', allow('ecs:ExecuteCommand')),
      one('a key for SSH', allow('ec2-instance-connect:SendSSHPublicKey', 'arn:aws:ec2:*:*:instance/*')),
    ],
    good: [one('one machine', allow('ssm:StartSession', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`))],
    nearMiss: [
      one('machines with a tag', allow('ssm:SendCommand', '*', when('StringEquals', 'ssm:resourceTag/CreatedFor', 'Pixelworks'))),
      one(
        'any document on one machine',
        allow('ssm:SendCommand', ['arn:aws:ssm:*:*:document/*', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`]),
      ),
      one('looking at commands', allow('ssm:ListCommands')),
      one('in a Deny', deny('ssm:SendCommand')),
    ],
  },
  PP31: {
    bad: [
      one('the organization', allow('organizations:*')),
      one('the account', allow('account:*')),
      one('subscriptions', allow('aws-marketplace:Subscribe')),
      one('billing', allow('billing:*')),
    ],
    good: [one('looking', allow(['organizations:DescribeOrganization', 'organizations:List*']))],
    nearMiss: [
      one('reading bills', allow(['billing:GetBillingData', 'ce:GetCostAndUsage'])),
      one('looking at the market', allow('aws-marketplace:ViewSubscriptions')),
      one('in a Deny', deny('organizations:LeaveOrganization')),
    ],
  },
  PP32: {
    bad: [
      {
        ...one('small letters', { ...allow('s3:GetObject', objects), Effect: 'allow' }),
        fixed: [{ ...allow('s3:GetObject', objects), Effect: 'Allow' }],
      },
      {
        ...one('capitals', { ...deny('s3:GetObject', objects), Effect: 'DENY' }),
        fixed: [{ ...deny('s3:GetObject', objects), Effect: 'Deny' }],
      },
      one('another word', { ...allow('s3:GetObject', objects), Effect: 'Permit' }),
      one('none', { Action: 's3:GetObject', Resource: objects }),
    ],
    good: [readObjects],
    nearMiss: [one('a Deny', deny('s3:GetObject', objects))],
  },
  PP33: {
    bad: [
      one('no resource', { Effect: 'Allow', Action: 's3:GetObject' }),
      one('no action', { Effect: 'Allow', Resource: objects }),
      one('an action and its twin', { ...allow('s3:GetObject', objects), NotAction: 's3:PutObject' }),
    ],
    good: [readObjects],
    nearMiss: [one('the twins alone', { Effect: 'Deny', NotAction: 's3:GetObject', NotResource: objects })],
  },
}
