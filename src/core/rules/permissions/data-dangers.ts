import { awsGuide } from '#core/policy/form/rule.ts'
import { messages } from '#core/text/messages.ts'
import { actions } from './action-list.ts'
import { type Danger, dangerRule } from './danger.ts'

/** Reading whatever data the account holds. */
export const dataReads: Danger = {
  anywhere: [],
  onEverything: [
    ...actions('s3', 'GetObject GetObjectVersion'),
    ...actions('dynamodb', 'BatchGetItem ExportTableToPointInTime GetItem Query Scan'),
    'ebs:GetSnapshotBlock',
  ],
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html, https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html, https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html */
export const secretReads: Danger = {
  anywhere: [],
  onEverything: [
    'secretsmanager:GetSecretValue',
    ...actions('ssm', 'GetParameter GetParameterHistory GetParameters GetParametersByPath'),
    'kms:Decrypt',
  ],
  // The key may then only be used through another service, for an encryption context, or by an alias.
  narrowedBy: [/^kms:(viaservice|encryptioncontext:.+|requestalias|resourcealiases|grantisforawsresource)$/, /^secretsmanager:secretid$/],
}

/** Read calls that return code, user data, environment variables or log lines, in which people keep secrets. */
export const leakyReads: Danger = {
  anywhere: [],
  onEverything: [
    ...actions('lambda', 'GetFunction GetFunctionConfiguration'),
    ...actions('ec2', 'DescribeInstanceAttribute DescribeLaunchTemplateVersions'),
    'cloudformation:GetTemplate',
    'codebuild:BatchGetProjects',
    'ecs:DescribeTaskDefinition',
    'elasticbeanstalk:DescribeConfigurationSettings',
    ...actions('logs', 'FilterLogEvents GetLogEvents'),
    'ssm:GetDocument',
  ],
}

/** Changes of who may use a resource, by which it can be opened to others: the access level "Permissions management", and attributes that share. */
export const exposure: Danger = {
  anywhere: [
    ...actions(
      's3',
      `PutBucketPolicy PutBucketAcl PutObjectAcl PutObjectVersionAcl PutBucketPublicAccessBlock PutAccountPublicAccessBlock
      PutBucketOwnershipControls DeleteBucketPolicy PutAccessPointPolicy PutAccessPointPublicAccessBlock PutMultiRegionAccessPointPolicy`,
    ),
    ...actions('kms', 'CreateGrant PutKeyPolicy'),
    ...actions('lambda', 'AddLayerVersionPermission AddPermission CreateFunctionUrlConfig UpdateFunctionUrlConfig'),
    ...actions('sns', 'AddPermission SetTopicAttributes'),
    ...actions('sqs', 'AddPermission SetQueueAttributes'),
    ...actions('ec2', 'ModifyImageAttribute ModifySnapshotAttribute ModifyVpcEndpointServicePermissions CreateNetworkInterfacePermission'),
    ...actions('ec2', 'DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess'),
    ...actions('rds', 'ModifyDBClusterSnapshotAttribute ModifyDBSnapshotAttribute'),
    ...actions('redshift', 'AuthorizeSnapshotAccess AuthorizeDataShare'),
    ...actions('ecr', 'PutRegistryPolicy SetRepositoryPolicy'),
    'ecr-public:SetRepositoryPolicy',
    'secretsmanager:PutResourcePolicy',
    ...actions('ssm', 'ModifyDocumentPermission PutResourcePolicy'),
    'dynamodb:PutResourcePolicy',
    'elasticfilesystem:PutFileSystemPolicy',
    ...actions('backup', 'PutBackupVaultAccessPolicy'),
    ...actions('events', 'PutPermission'),
    ...actions('glacier', 'SetVaultAccessPolicy'),
    'glue:PutResourcePolicy',
    'logs:PutResourcePolicy',
    ...actions('lakeformation', 'BatchGrantPermissions GrantPermissions'),
    ...actions('ram', 'CreateResourceShare AssociateResourceShare'),
    'codebuild:PutResourcePolicy',
    'acm-pca:PutPolicy',
    ...actions('es', 'CreateDomain UpdateDomainConfig'),
    'apigateway:UpdateRestApiPolicy',
    ...actions('ses', 'PutIdentityPolicy'),
    ...actions('mediastore', 'PutContainerPolicy'),
  ],
  onEverything: [],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions: a canned ACL that the policy requires; a grant that a service makes.
  narrowedBy: [
    /^s3:x-amz-acl$/,
    /^kms:grantisforawsresource$/,
    /^kms:granteeprincipal$/,
    /^kms:viaservice$/,
    /^lambda:principal$/,
    /^lambda:functionurlauthtype$/,
  ],
}

export const pp10Messages = messages('PP10', {
  title: 'All data can be read',
  what: 'Reading objects, items or snapshots on `*` or on a pattern that matches all of them.',
  why: 'It can read every object, table, or snapshot in the account, and in other accounts that allow yours.',
  todo: 'Name the buckets or tables.',
  found: (words: string) => `${words} reads the data of the whole account here. Name the buckets or tables.`,
})

export const pp10AllData = dangerRule(pp10Messages, 'high', awsGuide('AmazonS3/latest/userguide/security-best-practices.html'), dataReads)

export const pp11Messages = messages('PP11', {
  title: 'All secrets can be read',
  what: 'Reading secrets and parameters, or decrypting, on all resources.',
  why: 'Secrets and parameters hold the credentials of other systems. A key decrypts everything that it encrypted.',
  todo: 'Name the secrets, parameters and keys.',
  found: (words: string) =>
    `${words} on all resources exposes the credentials that are kept in the account. Name the secrets, parameters or keys.`,
})

export const pp11AllSecrets = dangerRule(
  pp11Messages,
  'high',
  awsGuide('kms/latest/developerguide/iam-policies-best-practices.html'),
  secretReads,
)

export const pp12Messages = messages('PP12', {
  title: 'Access for others can be changed',
  what: 'Actions that change a resource policy, an ACL or a sharing attribute.',
  why: 'This action can open the resource to another account, or to everyone.',
  todo: 'Remove it, and set policies and ACLs yourself. If objects must belong to you, turn off ACLs for the bucket.',
  found: (words: string) => `${words} changes who has access, and can make data public. Remove it.`,
})

export const pp12ResourceExposure = dangerRule(
  pp12Messages,
  'high',
  awsGuide('AmazonS3/latest/userguide/access-control-block-public-access.html'),
  exposure,
)

export const pp28Messages = messages('PP28', {
  title: 'Read calls that leak secrets',
  what: 'Read calls on all resources that return code, user data, environment variables, templates, or logs.',
  why: 'They only read settings, but people often keep passwords in settings.',
  todo: 'Name the functions, stacks, or log groups, and remove what the application doesn’t need.',
  found: (words: string) => `${words} returns settings, code, or logs, which often contain secrets. Name the resources, or remove it.`,
})

export const pp28LeakyReads = dangerRule(pp28Messages, 'medium', awsGuide('lambda/latest/dg/configuration-envvars.html'), leakyReads)
