import { monitoringPermissions } from './monitoring-permissions.test-data.ts'
import { allow, bucket, customer, objects, permitting, type VendorPolicy, words } from './vendor-policies.test-data.ts'

const spotRole = 'arn:aws:iam::*:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot'
const snapshots = ['arn:aws:ec2:*:*:volume/*', 'arn:aws:ec2:*:*:snapshot/*']

/** Vendors that scan disks, run machines, or keep data. */
const operating: readonly VendorPolicy[] = [
  permitting(
    'Databricks workspace',
    [
      'PP15 medium: ec2:DeleteVolume is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
      'PP15 medium: ec2:TerminateInstances is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
      'PP25 error: iam:PutRolePolicy never comes with iam:AWSServiceName, so the condition never matches for it. Give these actions their own statement.',
    ],
    allow(
      words(`ec2:AssociateIamInstanceProfile ec2:AttachVolume ec2:AuthorizeSecurityGroupEgress ec2:AuthorizeSecurityGroupIngress
        ec2:CancelSpotInstanceRequests ec2:CreateTags ec2:CreateVolume ec2:DeleteTags ec2:DeleteVolume ec2:DescribeAvailabilityZones
        ec2:DescribeIamInstanceProfileAssociations ec2:DescribeInstanceStatus ec2:DescribeInstances ec2:DescribeInternetGateways
        ec2:DescribeNatGateways ec2:DescribeNetworkAcls ec2:DescribePrefixLists ec2:DescribeReservedInstancesOfferings
        ec2:DescribeRouteTables ec2:DescribeSecurityGroups ec2:DescribeSpotInstanceRequests ec2:DescribeSpotPriceHistory
        ec2:DescribeSubnets ec2:DescribeVolumes ec2:DescribeVpcAttribute ec2:DescribeVpcs ec2:DetachVolume
        ec2:DisassociateIamInstanceProfile ec2:ReplaceIamInstanceProfileAssociation ec2:RequestSpotInstances
        ec2:RevokeSecurityGroupEgress ec2:RevokeSecurityGroupIngress ec2:RunInstances ec2:TerminateInstances`),
    ),
    allow(words('iam:CreateServiceLinkedRole iam:PutRolePolicy'), spotRole, { StringLike: { 'iam:AWSServiceName': 'spot.amazonaws.com' } }),
  ),
  permitting(
    'Databricks storage credential',
    [],
    allow(
      words(
        's3:DeleteObject s3:GetBucketLocation s3:GetObject s3:ListBucket s3:ListBucketMultipartUploads s3:ListMultipartUploadParts s3:AbortMultipartUpload s3:PutObject',
      ),
      [objects, bucket],
    ),
    allow(
      words('kms:Decrypt kms:Encrypt kms:GenerateDataKey*'),
      `arn:aws:kms:us-east-1:${customer}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    ),
    allow('sts:AssumeRole', `arn:aws:iam::${customer}:role/unity-catalog`),
  ),
  permitting(
    'Databricks file events',
    [
      'PP12 high: sns:SetTopicAttributes changes who has access, and can make data public. Remove it.',
      'PP12 high: sqs:SetQueueAttributes changes who has access, and can make data public. Remove it.',
      'PP21 warning: sns:ListTopics works only with "Resource": "*", so it has no effect here. Give it its own statement.',
      'PP21 warning: sqs:ListQueues works only with "Resource": "*", so it has no effect here. Give it its own statement.',
    ],
    allow(
      words(`s3:GetBucketNotification s3:PutBucketNotification sns:CreateTopic sns:GetTopicAttributes sns:ListSubscriptionsByTopic sns:Publish
        sns:SetTopicAttributes sns:Subscribe sns:TagResource sqs:ChangeMessageVisibility sqs:CreateQueue sqs:DeleteMessage
        sqs:GetQueueAttributes sqs:GetQueueUrl sqs:PurgeQueue sqs:ReceiveMessage sqs:SendMessage sqs:SetQueueAttributes sqs:TagQueue`),
      [bucket, 'arn:aws:sqs:*:*:csms-*', 'arn:aws:sns:*:*:csms-*'],
    ),
    allow(words('sns:ListTopics sqs:ListQueueTags sqs:ListQueues'), ['arn:aws:sqs:*:*:csms-*', 'arn:aws:sns:*:*:csms-*']),
  ),
  permitting(
    'Snowflake',
    [
      'PP25 error: s3:GetBucketLocation never comes with s3:prefix, so the condition never matches for it. Give these actions their own statement.',
    ],
    allow(words('s3:DeleteObject s3:DeleteObjectVersion s3:GetObject s3:GetObjectVersion s3:PutObject'), `${bucket}/stage/*`),
    allow(words('s3:GetBucketLocation s3:ListBucket'), bucket, { StringLike: { 's3:prefix': ['stage/*'] } }),
  ),
  permitting(
    'Confluent Cloud',
    [],
    allow('s3:ListAllMyBuckets', 'arn:aws:s3:::*'),
    allow(words('s3:GetBucketLocation s3:ListBucket s3:ListBucketMultipartUploads'), bucket),
    allow(words('s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject s3:PutObjectTagging'), objects),
  ),
  permitting(
    'MongoDB Atlas',
    [],
    allow(words('s3:GetBucketLocation s3:GetObject s3:GetObjectVersion s3:ListBucket'), [bucket, objects]),
    allow(words('kms:Decrypt kms:DescribeKey kms:Encrypt'), `arn:aws:kms:us-east-1:${customer}:key/1234abcd-12ab-34cd-56ef-1234567890ab`),
  ),
  permitting(
    'Fivetran',
    ['PP10 high: dynamodb:Scan reads the data of the whole account here. Name the buckets or tables.'],
    allow(words('s3:GetObject'), `${bucket}/exports/*`),
    allow('s3:ListBucket', bucket),
    allow(
      words(
        'dynamodb:DescribeStream dynamodb:DescribeTable dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams dynamodb:ListTables dynamodb:Scan',
      ),
    ),
  ),
  permitting(
    'Wiz disk scan',
    [
      'PP20 medium: *terraform* matches every bucket with a name like this, in any account. Name the buckets.',
      'PP20 medium: *tfstate* matches every bucket with a name like this, in any account. Name the buckets.',
    ],
    allow(words('ec2:CopySnapshot ec2:CreateSnapshot'), snapshots),
    allow('ec2:CreateTags', snapshots, { StringEquals: { 'ec2:CreateAction': ['CreateSnapshot', 'CopySnapshot'] } }),
    allow(words('ec2:DeleteSnapshot ec2:ModifySnapshotAttribute'), 'arn:aws:ec2:*:*:snapshot/*', {
      StringEquals: { 'aws:ResourceTag/wiz': 'auto-gen-snapshot' },
    }),
    allow('kms:CreateGrant', '*', { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
    allow('kms:ReEncryptFrom', '*', { StringLike: { 'kms:ViaService': 'ec2.*.amazonaws.com' } }),
    allow(words('s3:GetBucketLocation s3:GetObject s3:ListBucket'), ['arn:aws:s3:::*terraform*', 'arn:aws:s3:::*tfstate*']),
  ),
  permitting(
    'Orca',
    [],
    allow(words('ec2:CreateSnapshot ec2:DescribeSnapshots ec2:DescribeVolumes')),
    allow('ec2:DeleteSnapshot', '*', { StringEquals: { 'aws:ResourceTag/Orca': 'true' } }),
    allow('ec2:CreateTags', '*', { StringEquals: { 'ec2:CreateAction': 'CreateSnapshot' } }),
  ),
  permitting(
    'Rubrik',
    [
      'PP15 medium: ec2:DeleteSnapshot (this role can set the required tag itself) is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
    ],
    allow(words('ec2:CreateSnapshot ec2:CreateTags ec2:DescribeSnapshots')),
    allow('ec2:DeleteSnapshot', '*', {
      StringLike: { 'ec2:ResourceTag/rk_version': '*' },
    }),
  ),
  permitting(
    'AWS Load Balancer Controller',
    [],
    allow(
      words(
        'elasticloadbalancing:DeleteLoadBalancer elasticloadbalancing:DeleteTargetGroup elasticloadbalancing:ModifyLoadBalancerAttributes',
      ),
      '*',
      {
        Null: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': 'false' },
      },
    ),
    allow('ec2:DeleteSecurityGroup', '*', { Null: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': 'false' } }),
    allow('ec2:CreateTags', 'arn:aws:ec2:*:*:security-group/*', {
      StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup' },
      Null: { 'aws:RequestTag/elbv2.k8s.aws/cluster': 'false' },
    }),
    allow('iam:CreateServiceLinkedRole', '*', { StringEquals: { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' } }),
  ),
  permitting(
    'Elastic Cloud snapshots',
    [],
    allow(words('iam:AttachRolePolicy iam:PutRolePolicy'), 'arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*'),
    allow('iam:CreateServiceLinkedRole', 'arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*', {
      StringLike: { 'iam:AWSServiceName': 'es.amazonaws.com' },
    }),
  ),
  permitting(
    'Spot by NetApp',
    [
      'PP08 critical: Together with ec2:RunInstances, passing any role grants the permissions of the most powerful one. Name the roles that can be passed.',
      'PP15 medium: ec2:TerminateInstances is allowed on every resource. Name the resources, or limit them by a tag that the role can’t set.',
      'PP28 medium: ec2:Describe* (ec2:DescribeInstanceAttribute, ec2:DescribeLaunchTemplateVersions) returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.',
    ],
    allow(words('ec2:CreateTags ec2:Describe* ec2:RunInstances ec2:TerminateInstances')),
    allow('iam:PassRole', '*', {
      StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
    }),
  ),
  permitting(
    'Buildkite',
    [],
    allow('iam:PassRole', `arn:aws:iam::${customer}:role/buildkite-agent`, {
      StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
    }),
    allow('ecs:RunTask', `arn:aws:ecs:us-east-1:${customer}:task-definition/buildkite:*`),
    allow(words('ecs:DescribeTasks ecs:StopTask'), `arn:aws:ecs:us-east-1:${customer}:task/buildkite/*`),
  ),
]

export const vendorPermissions: readonly VendorPolicy[] = [...monitoringPermissions, ...operating]
