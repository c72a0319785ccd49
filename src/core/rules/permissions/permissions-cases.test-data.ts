import { escalationCases } from './escalation-cases.test-data.ts'
import { formCases } from './form-cases.test-data.ts'
import {
  account,
  allow,
  bucket,
  deny,
  known,
  objects,
  one,
  type PermissionsCases,
  readObjects,
  role,
  tagged,
  variable,
  when,
} from './permissions-case.test-data.ts'

/** More than the work can need. */
const breadthCases: Readonly<Record<string, PermissionsCases>> = {
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
      one('all of describing, which a milder rule is about', allow('ec2:Describe*')),
      one('everything on one bucket’s objects but ACLs', allow('*', objects), deny('s3:PutObject*Acl'), deny('s3:PutObjectVersionAcl')),
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
      {
        ...one('a service', allow('s3:GetObject', objects)),
        context: { attachedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3FullAccess'] },
      },
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
}

/** Actions that can harm data, secrets and logs. */
const harmCases: Readonly<Record<string, PermissionsCases>> = {
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
      one('by a wildcard', allow('ec2:Get*')),
    ],
    good: [readObjects],
    nearMiss: [
      one('the token of a registry, which reaches what other actions allow', allow('ecr:GetAuthorizationToken')),
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
}

/** Actions and resources that fit nothing that AWS has. */
const referenceCases: Readonly<Record<string, PermissionsCases>> = {
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
  PP19: {
    bad: [
      one('a name', allow('s3:GetObject', 'acme-uploads')),
      { ...one('an S3 address', allow('s3:GetObject', 's3://acme-uploads/')), fixed: [allow('s3:GetObject', objects)] },
      {
        ...one('an ARN in an ARN', allow('s3:GetObject', 'arn:aws:s3:::arn:aws:s3:::acme-uploads/*')),
        fixed: [allow('s3:GetObject', objects)],
      },
      {
        ...one('an S3 address in an ARN', allow('s3:GetObject', 'arn:aws:s3:::s3://acme-uploads/*')),
        fixed: [allow('s3:GetObject', objects)],
      },
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
}

/** A danger: each is bad with the first action, good without, and near by what is given. */
export const permissionsCases: Readonly<Record<string, PermissionsCases>> = {
  ...breadthCases,
  ...escalationCases,
  ...harmCases,
  ...referenceCases,
  ...formCases,
}
