import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { vendor } from './rule-case.test-data.ts'

const customer = '444455556666'
const root = `arn:aws:iam::${vendor}:root`
const bucket = 'arn:aws:s3:::acme-uploads'
const objects = `${bucket}/*`

/** The findings above `info` are those that are true of it. */
export type VendorPolicy = { readonly vendor: string; readonly policy: PolicyDocument; readonly told: readonly string[] }
export type VendorTrust = VendorPolicy & { readonly externalId: string }

const document = (...Statement: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement })
const allow = (Action: string | string[], Resource: string | string[] = '*', more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})

const trusting = (name: string, externalId: string, more: Partial<PolicyStatement> = {}, told: readonly string[] = []): VendorTrust => ({
  vendor: name,
  externalId,
  told,
  policy: document({
    Effect: 'Allow',
    Principal: { AWS: root },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    ...more,
  }),
})

/** Each as the public guide of the vendor has it, with the account and the external ID of this test. */
export const vendorTrusts: readonly VendorTrust[] = [
  trusting('Datadog', '4f2c81d09b6e4f7ba15f6d3f0c9e7b82'),
  trusting('Vanta', '5d41402abc4b2a76b9719d911017c592'),
  trusting('Wiz', '7d3f0f6e-58b7-4a0e-9c55-2f1b7f7a9d41', { Principal: { AWS: [root] } }),
  trusting('Drata', 'b1946ac9-2492-4d23-9c60-6ad2d5f0a7e3'),
  trusting('CloudHealth', '9c1185a5c5e9fc54'),
  trusting('Lacework', 'lweid:aws:v2:acmecorp:444455556666:k7Qm2vK9dRt4XwB8'),
  trusting('Snowflake', 'ACME_SFCRole=2_k7Qm2vK9dRt4XwB8nZc5Hs2P='),
  trusting('Databricks', '0d12f9a1-6b27-4d0c-8a75-3f6c9be1d4a2', {
    Principal: { AWS: [root, `arn:aws:iam::${customer}:role/unity-catalog`] },
  }),
  trusting('Elastic', 'k7Qm2vK9dRt4XwB8nZc5', { Action: ['sts:AssumeRole'] }),
  trusting('Sumo Logic', 'us2:0000000000A1B2C3-k7Qm2vK9dRt4'),
  trusting('Spacelift', 'acme@01HQ8ZK3T9V5W7XJ4M2N6P8RBD@production'),
  trusting('Prowler', '3c6e0b8a-9c15-424a-b8b0-6d3f0e9c7a11', {
    Condition: {
      StringEquals: { 'sts:ExternalId': '3c6e0b8a-9c15-424a-b8b0-6d3f0e9c7a11' },
      StringLike: { 'aws:PrincipalArn': `arn:aws:iam::${vendor}:role/prowler*` },
    },
  }),
  trusting('Orca', 'c8f1b6d2a94e4f0785c36d1be7f09a23'),
  trusting('Fivetran', 'k7Qm2vK9dRt4_XwB8nZc5Hs2P'),
  trusting('Grafana Cloud', '84019375', {}, ['TP19']),
  trusting('New Relic', '4821377', {}, ['TP19']),
  trusting('Cloudability', 'e2b7c5f8-4d19-4a63-b0f7-91d8ea36c54b'),
  trusting('Honeycomb', 'hny-6Vt3nQx9Kd2Lr8Zp5Wm7'),
  trusting('Secureframe', 'f0c1e2d3-9a8b-4c7d-8e6f-5a4b3c2d1e0f'),
  trusting('Sysdig', '1f3870be274f6c49b3e31a0c6728957f'),
  trusting('Anomalo', 'aa0e5f3b27d149c8b6e1'),
]

const permitting = (name: string, statements: readonly PolicyStatement[], told: readonly string[] = []): VendorPolicy => ({
  vendor: name,
  policy: document(...statements),
  told,
})

export const vendorPermissions: readonly VendorPolicy[] = [
  permitting('Datadog', [
    allow(['cloudwatch:Get*', 'cloudwatch:List*', 'tag:GetResources', 'sns:List*', 'sqs:ListQueues', 'rds:Describe*']),
  ]),
  permitting('Vanta', [
    allow(['iam:GenerateCredentialReport', 'iam:GetCredentialReport', 'cloudtrail:DescribeTrails', 'guardduty:ListDetectors']),
    {
      Effect: 'Deny',
      Action: ['datapipeline:EvaluateExpression', 'datapipeline:QueryObjects', 'rds:DownloadDBLogFilePortion'],
      Resource: '*',
    },
  ]),
  permitting('Wiz', [
    allow(['ec2:DescribeVolumes', 'ec2:DescribeSnapshots', 'ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']),
  ]),
  permitting('Drata', [allow(['backup:ListBackupVaults', 'dynamodb:ListTables', 'dynamodb:DescribeTable', 's3:GetBucketVersioning'])]),
  permitting('CloudHealth', [
    allow(['autoscaling:Describe*', 'elasticache:Describe*', 'elasticloadbalancing:Describe*', 'support:DescribeCases']),
  ]),
  permitting('Lacework', [
    allow(['s3:GetObject'], objects),
    allow(['s3:ListBucket'], bucket),
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], `arn:aws:sqs:us-east-1:${customer}:lacework`),
  ]),
  permitting(
    'Snowflake',
    [
      allow(['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:DeleteObject', 's3:DeleteObjectVersion'], `${bucket}/stage/*`),
      allow(['s3:ListBucket', 's3:GetBucketLocation'], bucket, { Condition: { StringLike: { 's3:prefix': ['stage/*'] } } }),
    ],
    ['PP25'],
  ),
  permitting('Databricks', [
    allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], objects),
    allow(['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'], bucket),
    allow(
      ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      `arn:aws:kms:us-east-1:${customer}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    ),
    allow('sts:AssumeRole', `arn:aws:iam::${customer}:role/unity-catalog`),
  ]),
  permitting('Elastic', [
    allow(['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics', 'ec2:DescribeInstances', 'iam:ListAccountAliases', 'tag:GetResources']),
  ]),
  permitting('Sumo Logic', [
    allow(['s3:GetObject', 's3:GetObjectVersion'], objects),
    allow(['s3:ListBucket', 's3:ListBucketVersions'], bucket),
  ]),
  permitting('Grafana Cloud', [
    allow(['tag:GetResources', 'cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics', 'apigateway:GET']),
  ]),
  permitting('New Relic', [
    allow(['cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics', 'config:BatchGetResourceConfig', 'xray:BatchGet*', 'xray:Get*']),
  ]),
  permitting('Prowler', [
    allow(['account:Get*', 'appstream:Describe*', 'codeartifact:List*', 'ds:Get*', 'shield:GetSubscriptionState', 'tag:GetTagKeys']),
  ]),
  permitting('Orca', [
    allow(['ec2:CreateSnapshot', 'ec2:DescribeVolumes', 'ec2:DescribeSnapshots']),
    allow('ec2:DeleteSnapshot', '*', { Condition: { StringEquals: { 'aws:ResourceTag/Orca': 'true' } } }),
    allow('ec2:CreateTags', '*', { Condition: { StringEquals: { 'ec2:CreateAction': 'CreateSnapshot' } } }),
  ]),
  permitting('Fivetran', [allow('s3:GetObject', `${bucket}/exports/*`), allow('s3:ListBucket', bucket)]),
  permitting(
    'Cloudability',
    [allow(['ce:GetCostAndUsage', 'ce:GetReservationUtilization', 'organizations:ListAccounts', 's3:GetObject'], '*')],
    ['PP10'],
  ),
  permitting('Honeycomb', [
    allow(['firehose:PutRecord', 'firehose:PutRecordBatch'], `arn:aws:firehose:us-east-1:${customer}:deliverystream/honeycomb`),
  ]),
  permitting('Secureframe', [
    allow(['iam:ListUsers', 'iam:ListMFADevices', 'rds:DescribeDBInstances', 's3:GetEncryptionConfiguration', 's3:ListAllMyBuckets']),
  ]),
  permitting('Sysdig', [allow(['ecr:GetAuthorizationToken', 'ecr:DescribeRepositories', 'eks:DescribeCluster', 'eks:ListClusters'])]),
  permitting('Elasticsearch snapshots', [
    allow(['iam:CreateServiceLinkedRole'], 'arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*', {
      Condition: { StringLike: { 'iam:AWSServiceName': 'es.amazonaws.com' } },
    }),
    allow(['iam:AttachRolePolicy', 'iam:PutRolePolicy'], 'arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*'),
  ]),
  permitting('Anomalo', [
    allow(
      ['athena:GetQueryResults', 'glue:GetTable'],
      [`arn:aws:athena:us-east-1:${customer}:workgroup/anomalo`, `arn:aws:glue:us-east-1:${customer}:catalog`],
    ),
  ]),
]

const badTrust = (name: string, rule: string, more: Partial<PolicyStatement>, ...others: PolicyStatement[]) => ({
  name,
  rule,
  policy: {
    ...trusting(name, 'c0ffee-7Qm2vK9dRt4XwB8n', more).policy,
    Statement: [...[trusting(name, 'c0ffee-7Qm2vK9dRt4XwB8n', more).policy.Statement].flat(), ...others],
  },
})
const id = 'c0ffee-7Qm2vK9dRt4XwB8n'
const open: PolicyStatement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' }
const denying = (Condition: NonNullable<PolicyStatement['Condition']>): PolicyStatement => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition,
})

export const badTrusts: readonly { readonly name: string; readonly rule: string; readonly policy: PolicyDocument }[] = [
  { name: 'no external ID', rule: 'TP11', policy: document(open) },
  badTrust('any external ID', 'TP12', { Condition: { StringLike: { 'sts:ExternalId': '*' } } }),
  badTrust('an optional external ID', 'TP14', { Condition: { StringEqualsIfExists: { 'sts:ExternalId': id } } }),
  badTrust('ForAllValues', 'TP15', { Condition: { 'ForAllValues:StringEquals': { 'sts:ExternalId': id } } }),
  badTrust('every ID but the right one', 'TP17', { Condition: { StringNotEquals: { 'sts:ExternalId': id } } }),
  badTrust('a second ID', 'TP21', { Condition: { StringEquals: { 'sts:ExternalId': [id, 'former-4Hq8sD2kW9x'] } } }),
  badTrust('a second Allow', 'TP22', {}, open),
  badTrust('everyone', 'TP02', { Principal: { AWS: '*' } }),
  badTrust('a second account by condition', 'TP09', {
    Principal: { AWS: '*' },
    Condition: { StringEquals: { 'sts:ExternalId': id, 'aws:PrincipalAccount': [vendor, '999900001111'] } },
  }),
  badTrust('an empty list', 'TP48', { Condition: { StringEquals: { 'sts:ExternalId': [] } } }),
  { name: 'a version that does not exist', rule: 'TP47', policy: { ...badTrust('', '', {}).policy, Version: '2024-01-01' } },
  {
    name: 'a Deny that lets a second ID in',
    rule: 'TP21',
    policy: document(open, denying({ StringNotEquals: { 'sts:ExternalId': [id, 'former-4Hq8sD2kW9x'] } })),
  },
  {
    name: 'a Deny with ForAnyValue and IfExists',
    rule: 'TP11',
    policy: document(open, denying({ 'ForAnyValue:StringNotEqualsIfExists': { 'sts:ExternalId': id } })),
  },
]

const badPermission = (name: string, rule: string, ...statements: PolicyStatement[]) => ({ name, rule, policy: document(...statements) })
const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'vendor' } } }

export const badPermissions: typeof badTrusts = [
  badPermission('everything', 'PP01', allow('*')),
  badPermission('all of a service', 'PP04', allow('s3:*', [bucket, objects])),
  badPermission('changing IAM', 'PP05', allow('iam:CreateUser')),
  badPermission('passing any role', 'PP06', allow('iam:PassRole')),
  badPermission('any role', 'PP09', allow('sts:AssumeRole')),
  badPermission('all objects', 'PP10', allow('s3:GetObject')),
  badPermission('all secrets', 'PP11', allow('secretsmanager:GetSecretValue')),
  badPermission('tagging, then keys', 'PP05', allow('iam:CreateAccessKey', '*', tagged), allow('iam:TagUser')),
  badPermission('tagging, then no second factor', 'PP05', allow('iam:DeactivateMFADevice', '*', tagged), allow('iam:TagUser')),
  badPermission('tags of any role', 'PP34', allow('iam:TagRole')),
  badPermission('the administrator of an account', 'PP35', allow('sts:AssumeRole', 'arn:aws:iam::*:role/OrganizationAccountAccessRole')),
  badPermission('an ARN in an ARN', 'PP19', allow('s3:GetObject', 'arn:aws:s3:::arn:aws:s3:::acme-uploads/*')),
  badPermission('an address in an ARN', 'PP19', allow('s3:GetObject', 'arn:aws:s3:::s3://acme-uploads/*')),
]
