import type { PastedCase } from './pasted-answers.test-data.ts'

const audit = 'arn:aws:iam::aws:policy/SecurityAudit'
const admin = 'User: arn:aws:sts::444455556666:assumed-role/Dev/me@acme.example'
const cannotAttach = `${admin} is not authorized to perform: iam:AttachRolePolicy on resource: role PixelworksAccess`
const called = (code: string, message: string): string =>
  `\nAn error occurred (${code}) when calling the AttachRolePolicy operation: ${message}\n`
const event = (reason: string): string =>
  JSON.stringify({
    StackEvents: [
      {
        StackName: 'PixelworksAccess',
        LogicalResourceId: 'PixelworksAccess',
        ResourceType: 'AWS::CloudFormation::Stack',
        ResourceStatus: 'ROLLBACK_COMPLETE',
      },
      {
        StackName: 'PixelworksAccess',
        LogicalResourceId: 'AccountAccessRole',
        ResourceType: 'AWS::IAM::Role',
        ResourceStatus: 'CREATE_FAILED',
        ResourceStatusReason: `Resource handler returned message: "${reason} (Service: Iam, Status Code: 404, Request ID: 5b1f)" (RequestToken: 0e2a, HandlerErrorCode: NotFound)`,
      },
    ],
  })

/** Errors of AttachRolePolicy, as terminals, consoles and programs show them. */
export const attachmentErrors: readonly PastedCase[] = [
  [
    'a policy that AWS lacks, in the AWS CLI',
    called('NoSuchEntity', 'Policy arn:aws:iam::aws:policy/Nope does not exist or is not attachable.'),
    'attachment-policy-unknown',
  ],
  [
    'a policy that AWS lacks, with the word role in its path',
    called('NoSuchEntity', 'Policy arn:aws:iam::aws:policy/service-role/Nope does not exist or is not attachable.'),
    'attachment-policy-unknown',
  ],
  [
    'a policy that AWS lacks, in the events of the stack',
    event('Policy arn:aws:iam::aws:policy/Nope does not exist or is not attachable.'),
    'attachment-policy-unknown',
  ],
  [
    'a policy that AWS lacks, in Terraform',
    `╷\n│ Error: attaching IAM Policy (arn:aws:iam::aws:policy/Nope) to IAM Role (PixelworksAccess): operation error IAM: AttachRolePolicy, https response error StatusCode: 404, RequestID: 5b1f, NoSuchEntity: Policy arn:aws:iam::aws:policy/Nope does not exist or is not attachable.\n│\n│   with aws_iam_role_policy_attachment.account_access["${audit}"],\n╵`,
    'attachment-policy-unknown',
  ],
  ['the quota, in the AWS CLI', called('LimitExceeded', 'Cannot exceed quota for PoliciesPerRole: 10'), 'attachment-quota'],
  ['the quota, in the events of the stack', event('Cannot exceed quota for PoliciesPerRole: 10'), 'attachment-quota'],
  [
    'no permission, in the AWS CLI',
    called('AccessDenied', `${cannotAttach} because no identity-based policy allows the iam:AttachRolePolicy action`),
    'attachment-not-authorized',
  ],
  [
    'no permission because of a boundary',
    called('AccessDenied', `${cannotAttach} because no permissions boundary allows the iam:AttachRolePolicy action`),
    'attachment-not-authorized',
  ],
  ['no permission, in the events of the stack', event(cannotAttach), 'attachment-not-authorized'],
  [
    'a service control policy',
    called('AccessDenied', `${cannotAttach} with an explicit deny in a service control policy`),
    'attachment-forbidden-by-organization',
  ],
]
