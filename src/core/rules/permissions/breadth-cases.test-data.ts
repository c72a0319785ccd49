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
  tagged,
  when,
} from './permissions-case.test-data.ts'

/** More than the work can need. */
export const breadthCases: Readonly<Record<string, PermissionsCases>> = {
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
