import type { PastedCase } from './pasted-answers.test-data.ts'

const denied = 'User: arn:aws:sts::444455556666:assumed-role/Dev/jane is not authorized to perform:'
const inStackSet = 'User: arn:aws:sts::444455556666:assumed-role/stacksets-exec-7c1d/x is not authorized to perform:'
const called = (code: string, operation: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`

/** Texts that resemble those of this connection, and are about something else or say more. */
export const reviewed: readonly PastedCase[] = [
  [
    'a missing policy of the role',
    called('NoSuchEntity', 'GetRolePolicy', 'The role policy with name PixelworksAccess cannot be found.'),
    'permissions-policy-missing',
  ],
  [
    'a missing policy of the role, deleted',
    called('NoSuchEntity', 'DeleteRolePolicy', 'The role policy with name PixelworksAccess cannot be found.'),
    'permissions-policy-missing',
  ],
  [
    'a missing policy of the role, in Go',
    'operation error IAM: GetRolePolicy, https response error StatusCode: 404, RequestID: 8f, NoSuchEntity: The role policy with name PixelworksAccess cannot be found.',
    'permissions-policy-missing',
  ],
  [
    'a missing policy with another name',
    called('NoSuchEntity', 'GetRolePolicy', 'The role policy with name Reports cannot be found.'),
    'not-enough',
  ],
  [
    'a missing managed policy',
    called('NoSuchEntity', 'GetPolicy', 'Policy arn:aws:iam::444455556666:policy/ReportsRole was not found.'),
    'not-enough',
  ],
  ['a missing user', called('NoSuchEntity', 'GetUser', 'The user with name role-admin cannot be found.'), 'not-enough'],
  [
    'a missing instance profile',
    called('NoSuchEntity', 'AddRoleToInstanceProfile', 'Instance Profile approle cannot be found.'),
    'call-rejected',
  ],
  [
    'skipped tags before a failure',
    `CREATE_IN_PROGRESS Role Encountered a permissions error applying tags.\nCREATE_FAILED Role Resource handler returned message: "${denied} iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny in a service control policy"`,
    'creation-forbidden-by-organization',
  ],
  [
    'tags that fail',
    'CREATE_FAILED Role Encountered a permissions error applying tags, please add tag permissions.',
    'creation-tags-skipped',
  ],
  [
    'tags that fail, with the denied call',
    `CREATE_FAILED Role Encountered a permissions error applying tags. ${denied} iam:TagRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess because no identity-based policy allows the iam:TagRole action`,
    'creation-not-authorized',
  ],
  ['a web page with two causes', 'The folder doesn’t exist or you don’t have permission to open it.', 'unreadable'],
  ['a repository with two causes', "fatal: repository 'https://example.org/shop' does not exist or you do not have access", 'unreadable'],
  [
    'an inline policy of another role',
    called(
      'AccessDenied',
      'PutRolePolicy',
      `${denied} iam:PutRolePolicy on resource: role reports-exec with an explicit deny in a service control policy`,
    ),
    'terminal-not-authorized',
  ],
  [
    'a policy attached to another role',
    `${denied} iam:AttachRolePolicy on resource: arn:aws:iam::444455556666:role/service-role/reports-exec because no identity-based policy allows the iam:AttachRolePolicy action`,
    'terminal-not-authorized',
  ],
  ['a stack set and a queue', `${inStackSet} sqs:CreateQueue on resource: arn:aws:sqs:us-east-1:444455556666:q`, 'terminal-not-authorized'],
  ['a stack set and another role', `${inStackSet} iam:GetRole on resource: role Reports`, 'terminal-not-authorized'],
  ['a denial of Route 53', called('AccessDenied', 'ListHostedZones', 'Access Denied'), 'service-call-denied'],
  ['a denial of S3', called('AccessDenied', 'CreateMultipartUpload', 'Access Denied'), 'storage-denied'],
  [
    'a denial of the CloudFront client',
    'AccessDenied: Access Denied\n    at throwDefaultError (/srv/node_modules/@smithy/smithy-client/dist-cjs/index.js:86:20)\n    at de_ListDistributionsCommandError (/srv/node_modules/@aws-sdk/client-cloudfront/dist-cjs/index.js:10)',
    'service-call-denied',
  ],
  [
    'a denial of S3 in PowerShell',
    'Get-S3Object : Access Denied\nAt line:1 char:1\n+ Get-S3Object -BucketName x\n    + FullyQualifiedErrorId : Amazon.S3.AmazonS3Exception,Amazon.PowerShell.Cmdlets.S3.GetS3ObjectCmdlet',
    'storage-denied',
  ],
  [
    'two buckets, one of them requested',
    "Could not copy to bucket 'acme-small-2' from bucket 'acme-uploads': Forbidden",
    'vendor-bucket-failed',
  ],
  [
    'a bucket that can’t be created',
    'Error: creating S3 Bucket (acme-small-2): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: Access Denied',
    'storage-denied',
  ],
  [
    'a bucket that can’t be listed',
    'Error: reading S3 Bucket (acme-small-2): operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: A, HostID: B, api error AccessDenied: Access Denied',
    'vendor-other-bucket',
  ],
  [
    'a log group that exists',
    called('ResourceAlreadyExistsException', 'CreateLogGroup', 'The specified log group already exists'),
    'not-enough',
  ],
  ['a table that exists', called('AlreadyExistsException', 'CreateTable', 'Table already exists.'), 'not-enough'],
  ['a user that exists', called('EntityAlreadyExists', 'CreateUser', 'User with name role-admin already exists.'), 'not-enough'],
  [
    'a parameter of another service',
    called(
      'ValidationException',
      'PutParameter',
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
    ),
    'not-enough',
  ],
  [
    'cmdlets that aren’t installed',
    "Use-STSRole: The term 'Use-STSRole' is not recognized as a name of a cmdlet, function, script file, or executable program.",
    'terminal-no-cmdlets',
  ],
  [
    'the markup of Azure',
    '<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.</Message></Error>',
    'unreadable',
  ],
  [
    'the markup of Google',
    "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>Anonymous caller does not have storage.objects.list access to the Google Cloud Storage bucket.</Details></Error>",
    'unreadable',
  ],
  [
    'the markup of S3 and a wrong Region',
    "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The region 'us-east-1' is wrong; expecting 'eu-west-1'</Message></Error>",
    'not-enough',
  ],
  [
    'sessions of one bucket that are revoked',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::acme-uploads/*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-10-02T07:00:00Z"}}}]}',
    'permissions-only-denies',
  ],
  [
    'a warning of the CDK',
    "current credentials could not be used to assume 'arn:aws:iam::444455556666:role/cdk-hnb659fds-file-publishing-role-444455556666-eu-west-1', but are for the right account. Proceeding anyway.",
    'call-of-cdk',
  ],
  [
    'a role of EKS',
    '(AccessDeniedException): Unauthorized! EKS does not have permissions to assume the associated role.',
    'call-of-service',
  ],
  [
    'a model of Bedrock',
    'AccessDeniedException: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:Subscribe).',
    'service-call-denied',
  ],
  ['a role of Ansible', "ERROR! the role 'postgres' was not found in /srv/playbooks/roles:/etc/ansible/roles", 'unreadable'],
  [
    'a permission of Google Cloud',
    'ERROR: (gcloud.projects.add-iam-policy-binding) PERMISSION_DENIED: The caller does not have permission',
    'unreadable',
  ],
  [
    'an organization, in Go',
    "operation error Organizations: ListAccounts, https response error StatusCode: 400, RequestID: 8f, AccessDeniedException: You don't have permissions to access this resource.",
    'organization-call-rejected',
  ],
]
