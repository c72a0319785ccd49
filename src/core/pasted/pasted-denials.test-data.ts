import { type PastedCase, policy, pretty } from './pasted-answers.test-data.ts'

const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const application = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/worker'
const denial = (caller: string, resource: string, action = 'sts:AssumeRole'): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`
const called = (code: string, operation: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`

/** Denied calls that assume a role: the caller and the role decide what is said first. */
export const denials: readonly PastedCase[] = [
  [
    'a user and another role in hidden accounts',
    `Error: AccessDenied: ${denial('arn:aws:iam::HIDDEN:user/ruth', 'arn:aws:iam::HIDDEN:role/stageDeploy')}\n\nWith the same keys, aws sts assume-role works in my shell.`,
    'call-of-others',
  ],
  [
    'a permission set whose name is half hidden',
    `│ Error: Cannot assume IAM Role\n│\n│ Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 7c, api error AccessDenied: ${denial('arn:aws:sts::<hidden>:assumed-role/AWSReservedSSO_PlatformAdmin_<hidden>/kim', 'arn:aws:iam::<hidden>:role/PlatformDeploy')}`,
    'call-of-others',
  ],
  [
    'a caller that names the ARN of a user',
    `software.amazon.awssdk.services.sts.model.StsException: ${denial('arn:aws:iam::222233334444:user/pat', 'arn:aws:iam::222233334444:user/pat')}`,
    'called-not-role',
  ],
  [
    'the application that names a session',
    denial(application, 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sync'),
    'called-not-role',
  ],
  [
    'the application that names an instance profile',
    denial(application, 'arn:aws:iam::444455556666:instance-profile/PixelworksAccess'),
    'called-not-role',
  ],
  ['the application and the planned role', denial(application, role), 'refused-without-reason'],
  [
    'a profile with a stray slash in its role ARN',
    `[profile audit]\nrole_arn = arn:aws:iam::444455556666:/role/PixelworksAccess\nsource_profile = base\n\n${called('AccessDenied', 'AssumeRole', 'Access denied')}`,
    'called-not-role',
  ],
  [
    'a profile with a whole role ARN',
    `[profile audit]\nrole_arn = arn:aws:iam::444455556666:role/PixelworksAccess\nsource_profile = base\n\n${called('AccessDenied', 'AssumeRole', 'Access denied')}`,
    'refused-without-reason',
  ],
  [
    'session tags of another caller in a hidden account for a hidden role',
    `Error: User: arn:aws:iam::***:user/release is not authorized to perform: sts:TagSession on resource: ***\n\nWithout role-to-assume the step passes.`,
    'session-tags-refused',
  ],
  [
    'session tags for another role',
    denial('arn:aws:iam::222233334444:user/ci', 'arn:aws:iam::222233334444:role/publish', 'sts:TagSession'),
    'call-of-others',
  ],
  [
    'the role of a service mesh that assumes itself',
    `lvl=eror msg="call failed" error="AccessDenied: ${denial('arn:aws:sts::222233334444:assumed-role/metrics-reader/i-0aa1', 'arn:aws:iam::222233334444:role/metrics-reader')}\\n\\tstatus code: 403, request id: 5b"`,
    'call-of-own-role',
  ],
  [
    'a role ARN that is empty',
    `InvalidParameter: 1 validation error(s) found.\n- minimum field size of 20, AssumeRoleInput.RoleArn.`,
    'call-malformed',
  ],
  [
    'an external ID with a capital letter too many',
    'Unknown parameter in input: "ExternalID", must be one of: RoleArn, ExternalId\nParameter validation failed for parameter ExternalId',
    'call-malformed',
  ],
  [
    'an external ID as a part of an address',
    called(
      'ValidationError',
      'AssumeRole',
      String.raw`1 validation error detected: Value 'RIGHT%20' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@:\/-]*`,
    ),
    'call-malformed',
  ],
  [
    'credentials that end in the middle of a deployment',
    'Our deployment takes an hour, and after that it stops with "The security token included in the request is expired".',
    'terminal-credentials',
  ],
  [
    'a key in a Region that must be enabled',
    "client = Client(region='me-south-1')\nInvalidClientTokenId: The security token included in the request is invalid.",
    'terminal-credentials',
  ],
  ['a hidden external ID', `Pixelworks is not authorized to perform: sts:AssumeRole\n\n${pretty(policy('***'))}`, 'external-id-hidden'],
  [
    'two services in one log',
    `- ERROR ${called('AccessDeniedException', 'ListKeys', `User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/s is not authorized to perform: kms:ListKeys on resource: *`)}\n- ERROR ${called('AccessDenied', 'ListUsers', `User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/s is not authorized to perform: iam:ListUsers on resource: *`)}`,
    'session-action-not-requested',
  ],
]

/** Faults of the caller's program, which come before any role. */
export const callerFaults: readonly PastedCase[] = [
  [
    'a session policy that is too large',
    called('PackedPolicyTooLarge', 'AssumeRole', 'Packed policy consumes 131% of allotted space, please use smaller policy.'),
    'call-malformed',
  ],
  [
    'boto3 without a session name',
    'botocore.exceptions.ParamValidationError: Parameter validation failed:\nMissing required parameter in input: "RoleSessionName"',
    'call-malformed',
  ],
  [
    'boto3 without the parameter of another call',
    'botocore.exceptions.ParamValidationError: Parameter validation failed:\nMissing required parameter in input: "Bucket"',
    'call-parameters-rejected',
  ],
  [
    'a root user and another role',
    `${called('AccessDenied', 'AssumeRole', denial('arn:aws:iam::222233334444:root', 'arn:aws:iam::777788889999:role/x'))}\nRoles may not be assumed by root accounts.`,
    'caller-is-root',
  ],
  [
    'credentials that were renewed before a denial',
    `[warn] ExpiredToken: The security token included in the request is expired\n[error] AccessDenied: ${denial(application, role)}`,
    'refused-without-reason',
  ],
]

/** Calls that sign in with a token, and programs that never called AWS. */
export const signIns: readonly PastedCase[] = [
  [
    'a pod whose trust policy compares the wrong key',
    `${called('AccessDenied', 'AssumeRoleWithWebIdentity', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')}\n\n"StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AB12:aud": "system:serviceaccount:shop:reader" }`,
    'call-of-identity-provider',
  ],
  [
    'a whole trust policy for a token, with a wildcard that is not one',
    `Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\n${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Federated: 'arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*' } } }] })}`,
    'call-of-identity-provider',
  ],
  [
    'a job without the permission for a token',
    'Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
    'call-of-identity-provider',
  ],
  [
    'a block with another name in Terraform',
    'Error: Unsupported block type\n\n  on main.tf line 4, in provider "aws":\n   4:   assume_iam_role {\n\nBlocks of type "assume_iam_role" are not expected here.',
    'terraform-configuration',
  ],
  [
    'a block of another provider in Terraform',
    'Error: Unsupported block type\n\n  on main.tf line 4, in provider "azurerm":\n\nBlocks of type "features_v2" are not expected here.',
    'unreadable',
  ],
  [
    'a profile without keys',
    'Awsume error: Invalid profile [build] Missing keys aws_access_key_id, aws_secret_access_key',
    'terminal-profile',
  ],
  [
    'a profile that a tool does not find',
    'Error: Profile shop-admin does not exist\n    at getCredentials (/app/provider.js:3:1)',
    'terminal-profile',
  ],
  [
    'the state of Terraform',
    'Error: Failed to get existing workspaces: operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: 5B, api error AccessDenied: Access Denied',
    'terraform-backend',
  ],
  [
    'the state of Terraform in the words of a person',
    'My provider block has assume_role. But terraform init reads the remote state first, and I get permission denied.',
    'terraform-backend',
  ],
  [
    'a service that its role doesn’t trust',
    'events.amazonaws.com is not authorized to perform sts:AssumeRole on role arn:aws:iam::444455556666:role/service-role/Nightly',
    'call-of-service',
  ],
  [
    'the role of a pipeline that can’t assume its next role',
    'UpdatePipeline failed: arn:aws:iam::444455556666:role/Release is not authorized to perform AssumeRole on role arn:aws:iam::444455556666:role/Rollout',
    'call-of-others',
  ],
  [
    'a denial of EC2 without an action',
    'scan stopped\nUnauthorizedOperation: You are not authorized to perform this operation.\nThe instance has SecurityAudit, and the CLI works there',
    'service-call-denied',
  ],
  [
    'missing permissions in a vendor’s words',
    'Permissions are missing in your AWS account. Add s3:GetBucketTagging to the role.',
    'vendor-lacks-permissions',
  ],
  [
    'a condition on the session name in Spanish',
    'El conector no puede asumir el rol. La confianza exige sts:RoleSessionName = collector-*',
    'session-name-condition',
  ],
  [
    'a condition on the session name of an OIDC sign-in',
    'Could not assume role with OIDC.\n"Condition": { "StringLike": { "sts:RoleSessionName": "Nightly_*" } }',
    'session-name-condition',
  ],
  [
    'another role of a stack that isn’t there',
    'The stack was rolled back: the role img-resizer-FnRole-9Q2 doesn’t exist',
    'vendor-role-not-found',
  ],
  [
    'a provider that sends no external ID',
    'provider "opensearch" {\n  aws_assume_role_arn = "arn:aws:iam::333344445555:role/logs"\n}\nUser: arn:aws:sts::222233334444:assumed-role/runner/7 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::333344445555:role/logs\nThe role needs an external ID. If we take that condition out it works.',
    'stated-id-unsent',
  ],
  [
    'a condition on MFA that is taken out',
    'AccessDenied: User: arn:aws:iam::222233334444:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::333344445555:role/logs\nThe role has an external ID and MFA. If we take that condition on MFA out it works.',
    'call-of-others',
  ],
  [
    'a call that works with the external ID',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied\nOn the shell aws sts assume-role --role-arn arn:aws:iam::444455556666:role/PixelworksAccess --role-session-name x --external-id k7Qm2vK9dRt4XwB8nZc5Hs2P works. The profile has role_arn and source_profile.',
    'stated-id-unsent',
  ],
  [
    'an expired session token of a product’s connection',
    'Provider not connected: the provided AWS session token has expired',
    'terminal-credentials',
  ],
  ['an expired session of a product', 'Your session expired. Please log in again.', 'unreadable'],
  [
    'a session token that was left out',
    'The security token included in the request is invalid. I only entered both keys and skipped the session token',
    'terminal-credentials',
  ],
  [
    'a session that is too long by an option',
    'scanner -R PixelworksAccess -T 43200\nThe requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'vendor-duration',
  ],
  [
    'a role name with a space',
    'Pixelworks is not authorized to perform action sts:AssumeRole. I pasted "PixelworksAccess " as the name.',
    'entered-with-space',
  ],
  [
    'a role name in quotation marks',
    'Pixelworks is not authorized to perform action sts:AssumeRole. I pasted "PixelworksAccess" as the name.',
    'refused-without-reason',
  ],
  ['another name in the form', 'Cannot assume role. In the portal I typed Pixelworks-Access.', 'entered-other-name'],
  [
    'the right name in the form',
    'AccessDenied: not authorized to perform: sts:AssumeRole. I entered PixelworksAccess in the portal.',
    'refused-without-reason',
  ],
  ['a word after a verb of naming', 'Pixelworks cannot assume the role. The role is called from three services.', 'vendor-denied'],
  [
    'a role that was created with another name',
    'AccessDenied: not authorized to perform sts:AssumeRole. I created the role PixelworksIntegration by hand.',
    'stated-role-name',
  ],
  [
    'the ID of a deleted principal in a diff',
    'The policy changed by itself:\n-   "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n+   "AWS": "AROAEXAMPLEEXAMPLE123"',
    'stated-principal-deleted',
  ],
  ['the ID of a caller', 'principalId: AROAEXAMPLEEXAMPLE123:worker trusted us yesterday', 'unreadable'],
  [
    'a call that CloudTrail shows as successful',
    '{"userIdentity":{"type":"AWSAccount","accountId":"111122223333"},"eventSource":"sts.amazonaws.com","eventName":"AssumeRole","requestParameters":{"roleArn":"arn:aws:iam::444455556666:role/PixelworksAccess","externalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"},"responseElements":{"assumedRoleUser":{"arn":"arn:aws:sts::444455556666:assumed-role/PixelworksAccess/worker"}}}',
    'call-succeeded',
  ],
  [
    'a call of another role that succeeded',
    '{"userIdentity":{"type":"AWSAccount","accountId":"111122223333"},"eventSource":"sts.amazonaws.com","eventName":"AssumeRole","requestParameters":{"roleArn":"arn:aws:iam::444455556666:role/Other"},"responseElements":{"assumedRoleUser":{"arn":"arn:aws:sts::444455556666:assumed-role/Other/worker"}}}',
    'role-name-differs',
  ],
  [
    'member accounts that fail',
    'Connection failed: access denied in all member accounts. The management account is connected.',
    'call-works-for-some',
  ],
  [
    'a call to STS that got no answer',
    'could not assume role: operation error STS: AssumeRole, https response error StatusCode: 0, RequestID: , request send failed, Post "https://sts.eu-west-1.amazonaws.com/": dial tcp: i/o timeout',
    'terminal-no-connection',
  ],
  [
    'the root user as AWS names it',
    'User: arn:aws:iam::444455556666:root is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'caller-is-root',
  ],
  [
    'the role of this connection given to a service',
    'firehose.amazonaws.com is unable to assume role arn:aws:iam::444455556666:role/PixelworksAccess. Please check the role provided',
    'call-of-service',
  ],
  [
    'a condition on the network in a trust policy',
    'AccessDenied: not authorized to perform: sts:AssumeRole. Our trust policy limits aws:SourceIp to the office.',
    'stated-condition-key',
  ],
  ['a condition on the organization', 'Cannot assume role. We require aws:PrincipalOrgID in every trust policy.', 'stated-condition-key'],
  [
    'a condition key next to another denied call',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/w is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:444455556666:key/1 because no identity-based policy allows the kms:Decrypt action. We limit aws:SourceIp.',
    'session-action-not-requested',
  ],
  [
    'a role that a vendor looks for beside a stack',
    'The role was made by a CloudFormation stack. The portal says: role AcmeReaderRole not found',
    'vendor-role-not-found',
  ],
  [
    'a service of another role',
    'lambda.amazonaws.com is trusted by our other role. Pixelworks cannot assume the role PixelworksAccess.',
    'vendor-denied',
  ],
]
