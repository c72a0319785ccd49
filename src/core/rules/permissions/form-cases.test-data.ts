import {
  account,
  allow,
  bucket,
  deny,
  type Elements,
  known,
  objects,
  one,
  type PermissionsCases,
  readObjects,
  role,
  tagged,
  when,
} from './permissions-case.test-data.ts'

const readBuckets = (count: number): Elements =>
  allow(
    's3:GetObject',
    Array.from({ length: count }, (_, index) => `arn:aws:s3:::a-bucket-with-a-rather-long-name-${index}/*`),
  )

/** How a policy is written, whatever it allows. */
export const formCases: Readonly<Record<string, PermissionsCases>> = {
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
      one('as managed policy', readBuckets(120)),
      {
        ...one('as inline policy', readBuckets(220)),
        context: { attachment: 'inline' },
      },
    ],
    good: [readObjects],
    nearMiss: [
      one('long with blanks only', readBuckets(100)),
      {
        ...one('between the two as inline policy', readBuckets(120)),
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
