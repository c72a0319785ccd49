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
  variable,
} from './permissions-case.test-data.ts'

/** Actions and resources that fit nothing that AWS has. */
export const referenceCases: Readonly<Record<string, PermissionsCases>> = {
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
