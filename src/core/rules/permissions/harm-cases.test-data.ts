import {
  account,
  allow,
  bucket,
  deny,
  objects,
  one,
  type PermissionsCases,
  readObjects,
  tagged,
  when,
} from './permissions-case.test-data.ts'

/** What can do harm to data, secrets and traces. */
export const harmCases: Readonly<Record<string, PermissionsCases>> = {
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
}
