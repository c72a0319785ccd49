import { actions, type Danger } from './danger.ts'

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
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions: a canned ACL that is demanded; a grant that a service makes.
  narrowedBy: [
    /^s3:x-amz-acl$/,
    /^kms:grantisforawsresource$/,
    /^kms:granteeprincipal$/,
    /^kms:viaservice$/,
    /^lambda:principal$/,
    /^lambda:functionurlauthtype$/,
  ],
}
