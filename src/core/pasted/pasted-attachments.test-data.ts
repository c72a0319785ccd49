import type { PastedCase } from './pasted-answers.test-data.ts'

const audit = 'arn:aws:iam::aws:policy/SecurityAudit'
const admin = 'User: arn:aws:sts::444455556666:assumed-role/Dev/me@acme.example'
const cannotAttach = `${admin} is not authorized to perform: iam:AttachRolePolicy on resource: role PixelworksAccess`
const cannotPut = `${admin} is not authorized to perform: iam:PutRolePolicy on resource: role PixelworksAccess`
const called = (code: string, message: string, operation = 'AttachRolePolicy'): string =>
  `\nAn error occurred (${code}) when calling the ${operation} operation: ${message}\n`
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
  [
    'no permission for inline policies, in the AWS CLI',
    called('AccessDenied', `${cannotPut} because no identity-based policy allows the iam:PutRolePolicy action`, 'PutRolePolicy'),
    'inline-policy-not-authorized',
  ],
  [
    'no permission for inline policies because of a boundary',
    called('AccessDenied', `${cannotPut} because no permissions boundary allows the iam:PutRolePolicy action`, 'PutRolePolicy'),
    'inline-policy-not-authorized',
  ],
  ['no permission for inline policies, in the events of the stack', event(cannotPut), 'inline-policy-not-authorized'],
  [
    'no permission for inline policies, in Terraform',
    `╷\n│ Error: putting IAM Role (PixelworksAccess) Policy (PixelworksAccess): operation error IAM: PutRolePolicy, https response error StatusCode: 403, RequestID: 5b1f, api error AccessDenied: ${cannotPut} because no identity-based policy allows the iam:PutRolePolicy action\n│\n│   with aws_iam_role_policy.account_access,\n╵`,
    'inline-policy-not-authorized',
  ],
  [
    'a service control policy for inline policies',
    called('AccessDenied', `${cannotPut} with an explicit deny in a service control policy`, 'PutRolePolicy'),
    'inline-policy-forbidden-by-organization',
  ],
]

const table = (arns: readonly string[]): string => {
  const row = (text: string): string => `||  ${text.padEnd(70)}||`
  const rule = `|+${'-'.repeat(72)}+|`
  const cells = (arn: string): string => `${arn.padEnd(48)}|  ${arn.split('/').at(-1) ?? ''}`
  return [
    '-'.repeat(76),
    `|${'ListAttachedRolePolicies'.padStart(49).padEnd(74)}|`,
    `+${'-'.repeat(74)}+`,
    row('AttachedPolicies'.padStart(42)),
    rule,
    row(`${'PolicyArn'.padStart(26).padEnd(48)}|  PolicyName`),
    rule,
    ...arns.map((arn) => row(cells(arn))),
    rule,
  ].join('\n')
}

const named = (arns: readonly string[]) => arns.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }))

/** The answer of list-attached-role-policies in each format of the AWS CLI. */
export const attachedAnswers: readonly (readonly [name: string, text: (arns: readonly string[]) => string])[] = [
  ['JSON', (arns) => JSON.stringify({ AttachedPolicies: named(arns) }, null, 4)],
  ['JSON below its command', (arns) => `$ aws iam list-attached-role-policies\n${JSON.stringify({ AttachedPolicies: named(arns) })}\n$ `],
  ['a query', (arns) => JSON.stringify(named(arns))],
  ['a table', table],
  ['a table that the terminal wrapped', (arns) => table(arns).replace(/^(.{60})(.+)$/gm, '$1\n$2')],
  ['text', (arns) => arns.map((arn) => `ATTACHEDPOLICIES\t${arn}\t${arn.split('/').at(-1) ?? ''}`).join('\n')],
  [
    'YAML',
    (arns) => `AttachedPolicies:\n${arns.map((arn) => `- PolicyArn: ${arn}\n  PolicyName: ${arn.split('/').at(-1) ?? ''}`).join('\n')}\n`,
  ],
]
