import type { PastedCase } from './pasted-answers.test-data.ts'

const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const vendor = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
const admin = 'User: arn:aws:sts::444455556666:assumed-role/Dev/me@acme.example'
const exists =
  'Resource handler returned message: "Role with name PixelworksAccess already exists. (Service: Iam, Status Code: 409, Request ID: 5b1f) (SDK Attempt Count: 1)" (RequestToken: 0e2a, HandlerErrorCode: AlreadyExists)'
const cannotCreate = `${admin} is not authorized to perform: iam:CreateRole on resource: ${role}`
const eventTable = (reason: string): string =>
  `Events (7)\nView root cause\nTimestamp\tLogical ID\tStatus\tDetailed status\tStatus reason\n2026-11-22 09:01:12 UTC+0100\tPixelworksAccess\tROLLBACK_COMPLETE\t-\t-\n2026-11-22 09:01:10 UTC+0100\tAccountAccessRole\tDELETE_COMPLETE\t-\t-\n2026-11-22 09:01:02 UTC+0100\tPixelworksAccess\tROLLBACK_IN_PROGRESS\t-\tThe following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.\n2026-11-22 09:01:01 UTC+0100\tAccountAccessRole\tCREATE_FAILED\t-\t${reason}\n2026-11-22 09:01:00 UTC+0100\tAccountAccessRole\tCREATE_IN_PROGRESS\t-\t-\n2026-11-22 09:00:55 UTC+0100\tPixelworksAccess\tCREATE_IN_PROGRESS\t-\tUser Initiated`
const event = (id: string, status: string, reason: string, at: number) =>
  `STACKEVENTS\tarn:aws:cloudformation:us-east-1:444455556666:stack/PixelworksAccess/1a2b\t${id}-${status}-2026\t${id}\t${id === 'PixelworksAccess' ? 'arn:aws:cloudformation:us-east-1:444455556666:stack/PixelworksAccess/1a2b' : ''}\t${status}\t${reason}\t${id === 'PixelworksAccess' ? 'AWS::CloudFormation::Stack' : 'AWS::IAM::Role'}\tarn:aws:cloudformation:us-east-1:444455556666:stack/PixelworksAccess/1a2b\tPixelworksAccess\t2026-11-22T08:01:0${at}.123000+00:00`

/** Errors and events, as terminals, consoles and programs show them. */
export const errors: readonly PastedCase[] = [
  [
    'AWS CLI',
    `\nAn error occurred (AccessDenied) when calling the AssumeRole operation: ${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}\n`,
    'refused-without-reason',
  ],
  [
    'AWS CLI 2.33',
    `\naws: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRole operation: ${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}\n`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for JavaScript',
    `AccessDenied: ${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:867:20)\n  '$fault': 'client',\n  Code: 'AccessDenied',\n  '$metadata': { httpStatusCode: 403, attempts: 1 }`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for Go',
    `operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 5b1f, api error AccessDenied: ${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for Java',
    `software.amazon.awssdk.services.sts.model.StsException: ${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role} (Service: Sts, Status Code: 403, Request ID: 5b1f)`,
    'refused-without-reason',
  ],
  [
    'XML of STS',
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AccessDenied</Code>\n    <Message>${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}</Message>\n  </Error>\n  <RequestId>5b1f</RequestId>\n</ErrorResponse>`,
    'refused-without-reason',
  ],
  [
    'a resource control policy',
    `${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role} with an explicit deny in a resource control policy`,
    'resource-control-policy',
  ],
  [
    'a resource control policy with its ARN',
    `${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role} with an explicit deny in a resource control policy: arn:aws:organizations::777788889999:policy/o-exampleorgid/resource_control_policy/p-examplepolicyid111`,
    'resource-control-policy',
  ],
  [
    'a service control policy with its ARN',
    `${cannotCreate} with an explicit deny in a service control policy: arn:aws:organizations::777788889999:policy/o-exampleorgid/service_control_policy/p-examplepolicyid111`,
    'creation-forbidden-by-organization',
  ],
  [
    'no service control policy',
    `${cannotCreate} because no service control policy allows the iam:CreateRole action`,
    'creation-forbidden-by-organization',
  ],
  [
    'a permissions boundary with its ARN',
    `${cannotCreate} because no permissions boundary allows the iam:CreateRole action: arn:aws:iam::444455556666:policy/DevBoundary`,
    'creation-boundary-required',
  ],
  [
    'an identity policy',
    `An error occurred (AccessDenied) when calling the CreateRole operation: ${cannotCreate} because no identity-based policy allows the iam:CreateRole action`,
    'creation-not-authorized',
  ],
  [
    'a Deny in an identity policy',
    `An error occurred (AccessDenied) when calling the CreateRole operation: ${cannotCreate} with an explicit deny in an identity-based policy: arn:aws:iam::444455556666:policy/NoRoles`,
    'creation-not-authorized',
  ],
  [
    'an encoded message',
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. ${admin} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:us-east-1:444455556666:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmn-abcdefghijklmn-abcdefghijklmn`,
    'terminal-not-authorized',
  ],
  [
    'iam:PutRolePolicy',
    eventTable(
      `${admin} is not authorized to perform: iam:PutRolePolicy on resource: role PixelworksAccess because no identity-based policy allows the iam:PutRolePolicy action (Service: Iam, Status Code: 403, Request ID: 5b1f)`,
    ),
    'inline-policy-not-authorized',
  ],
  [
    'iam:GetRole',
    `An error occurred (AccessDenied) when calling the GetRole operation: ${admin} is not authorized to perform: iam:GetRole on resource: role PixelworksAccess because no identity-based policy allows the iam:GetRole action`,
    'terminal-not-authorized',
  ],
  ['the event table', eventTable(exists), 'creation-role-exists'],
  ['the event table with lines', eventTable(exists).replaceAll('\t', '\n'), 'creation-role-exists'],
  ['the event table of 2026 with its cause first', `Likely root cause\n${eventTable(exists)}`, 'creation-role-exists'],
  [
    'the event table in German',
    eventTable(exists).replace(
      'Timestamp\tLogical ID\tStatus\tDetailed status\tStatus reason',
      'Zeitstempel\tLogische ID\tStatus\tDetaillierter Status\tStatusgrund',
    ),
    'creation-role-exists',
  ],
  [
    'describe-stack-events as text',
    [
      event('PixelworksAccess', 'ROLLBACK_COMPLETE', '', 9),
      event('AccountAccessRole', 'DELETE_COMPLETE', '', 8),
      event(
        'PixelworksAccess',
        'ROLLBACK_IN_PROGRESS',
        'The following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.',
        3,
      ),
      event('AccountAccessRole', 'CREATE_FAILED', exists, 2),
      event('PixelworksAccess', 'CREATE_IN_PROGRESS', 'User Initiated', 1),
    ].join('\n'),
    'creation-role-exists',
  ],
  [
    'describe-stack-events as table',
    `-----------\n|  DescribeStackEvents  |\n+---------+\n||              StackEvents             ||\n|+----------------------+---------------+|\n||  EventId             |  AccountAccessRole-CREATE_FAILED-2026 ||\n||  LogicalResourceId   |  AccountAccessRole  ||\n||  ResourceStatus      |  CREATE_FAILED ||\n||  ResourceStatusReason|  ${exists} ||\n||  ResourceType        |  AWS::IAM::Role ||\n||  StackName           |  PixelworksAccess ||\n||  Timestamp           |  2026-11-22T08:01:02.123000+00:00 ||\n|+----------------------+---------------+|\n`,
    'creation-role-exists',
  ],
  [
    'aws cloudformation deploy',
    `\nWaiting for changeset to be created..\nWaiting for stack create/update to complete\n\nFailed to create/update the stack. Run the following command\nto fetch the list of events leading up to the failure\naws cloudformation describe-stack-events --stack-name PixelworksAccess\n`,
    'stack-rolled-back',
  ],
  [
    'describe-stacks as table',
    `| DescribeStacks |\n+---+\n||  Stacks  ||\n|+---+---+|\n||  StackName | PixelworksAccess ||\n||  StackStatus | ROLLBACK_COMPLETE ||\n|+---+---+|\n`,
    'stack-rolled-back',
  ],
  [
    'describe-stacks as YAML',
    `Stacks:\n- CreationTime: '2026-11-22T08:00:00+00:00'\n  Parameters:\n  - ParameterKey: ExternalId\n    ParameterValue: EDITED\n  StackName: PixelworksAccess\n  StackStatus: CREATE_COMPLETE\n`,
    'stack-external-id-differs',
  ],
  [
    'Terraform, role exists',
    `╷\n│ Error: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 5b1f, EntityAlreadyExists: Role with name PixelworksAccess already exists.\n│ \n│   with aws_iam_role.account_access,\n│   on account-access-role.tf line 7, in resource "aws_iam_role" "account_access":\n│    7: resource "aws_iam_role" "account_access" {\n│ \n╵`,
    'creation-role-exists',
  ],
  [
    'Terraform, not authorized',
    `Error: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 403, RequestID: 5b1f, api error AccessDenied: ${cannotCreate} because no identity-based policy allows the iam:CreateRole action`,
    'creation-not-authorized',
  ],
  [
    'Terraform, principal',
    `Error: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 400, RequestID: 5b1f, MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/Gone"`,
    'creation-invalid-principal',
  ],
  [
    'Terraform, other account',
    `│ Error: Resource precondition failed\n│ \n│ Stopped, nothing was changed: these are credentials of AWS account\n│ 777766665555, not of 444455556666.`,
    'creation-wrong-account',
  ],
  [
    'Terraform without credentials',
    `Error: No valid credential sources found\n\nPlease see https://registry.terraform.io/providers/hashicorp/aws\nfor more information about providing credentials.\n\nError: failed to refresh cached credentials, no EC2 IMDS role found`,
    'terminal-credentials',
  ],
  [
    'CDK',
    `PixelworksAccess: creating CloudFormation changeset...\nPixelworksAccess | 0/3 | 9:01:01 AM | CREATE_FAILED        | AWS::IAM::Role | AccountAccessRole ${exists}\nPixelworksAccess | 0/3 | 9:01:02 AM | ROLLBACK_IN_PROGRESS | AWS::CloudFormation::Stack | PixelworksAccess The following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.\n\n ❌  PixelworksAccess failed: _ToolkitError: The stack named PixelworksAccess failed creation, it may need to be manually deleted from the AWS console: ROLLBACK_COMPLETE: ${exists}`,
    'creation-role-exists',
  ],
  [
    'CDK in another account',
    `❌ Deployment failed: Error: Need to perform AWS calls for account 444455556666, but the current credentials are for 777766665555`,
    'creation-wrong-account',
  ],
  [
    'CDK without credentials',
    'Unable to resolve AWS account to use. It must be either configured when you define your CDK Stack, or through the environment',
    'terminal-credentials',
  ],
  [
    'Pulumi',
    `error: 1 error occurred:\n\t* creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 5b1f, EntityAlreadyExists: Role with name PixelworksAccess already exists.`,
    'creation-role-exists',
  ],
  [
    'PowerShell, no role',
    'Get-IAMRole : The role with name PixelworksAccess cannot be found.\nAt line:1 char:1\n+ Get-IAMRole -RoleName PixelworksAccess\n    + FullyQualifiedErrorId : Amazon.IdentityManagement.Model.NoSuchEntityException',
    'role-absent',
  ],
  [
    'expired session',
    'An error occurred (ExpiredToken) when calling the GetRole operation: The security token included in the request is expired',
    'terminal-credentials',
  ],
  ['expired SSO', 'Error when retrieving token from sso: Token has expired and refresh failed', 'terminal-credentials'],
  ['aws login', "Your session has expired. Please reauthenticate using 'aws login'.", 'terminal-credentials'],
  ['no profile', 'The config profile (prod) could not be found', 'terminal-profile'],
  ['no command', 'bash: aws: command not found', 'terminal-no-cli'],
  [
    'capabilities',
    'An error occurred (InsufficientCapabilitiesException) when calling the CreateStack operation: Requires capabilities : [CAPABILITY_NAMED_IAM]',
    'creation-capabilities',
  ],
  [
    'role in the account of the vendor',
    'An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name PixelworksAccess cannot be found.',
    'role-absent',
  ],
  [
    'root',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    'caller-is-root',
  ],
  [
    'malformed policy',
    'An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json',
    'policy-not-json',
  ],
  [
    'a field that is forbidden',
    'An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: Has prohibited field Resource',
    'policy-permissions-as-trust',
  ],
  [
    'quota of roles',
    'An error occurred (LimitExceeded) when calling the CreateRole operation: Cannot exceed quota for RolesPerAccount: 1000',
    'creation-quota',
  ],
  [
    'trust policy too long',
    'An error occurred (LimitExceeded) when calling the UpdateAssumeRolePolicy operation: Cannot exceed quota for ACLSizePerRole: 2048',
    'TP28',
  ],
  ['ARN of a vendor role', 'arn:aws:iam::111122223333:role/PixelworksApplication', 'role-of-vendor'],
  ['ARN of a session', 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/me', 'not-enough'],
  [
    'cut off',
    '{\n    "Role": {\n        "Path": "/",\n        "RoleName": "PixelworksAccess",\n        "AssumeRolePolicyDocument": {\n            "Version": "2012-10-17",',
    'unreadable',
  ],
]
