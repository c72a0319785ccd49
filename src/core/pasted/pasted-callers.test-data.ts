import type { PastedCase } from './pasted-answers.test-data.ts'

const ofCaller = `{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["sns:Publish"], "Resource": "*"},
  {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}
]}`

const forPods = `{"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow",
  "Principal": {"Federated": "arn:aws:iam::444455556666:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"},
  "Action": "sts:AssumeRoleWithWebIdentity",
  "Condition": {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": "system:serviceaccount:metrics:exporter"}}
}]}`

const denied = 'An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole'
const ownSession =
  '{"UserId": "AROAEXAMPLE:check", "Account": "444455556666", "Arn": "arn:aws:sts::444455556666:assumed-role/PixelworksAccess/check"}'

/** Texts that show or hide the caller. */
export const callerTexts: readonly PastedCase[] = [
  [
    'ARNs and actions in backticks',
    'The sync failed: User: `arn:aws:sts::111122223333:assumed-role/PixelworksApplication/run` is not authorized to perform: `sts:TagSession` on resource: `arn:aws:iam::444455556666:role/PixelworksAccess`',
    'session-tags-refused',
  ],
  [
    'an IAM user of the vendor whose name is hidden',
    'User: arn:aws:iam::111122223333:user/*** is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-other-caller',
  ],
  [
    'a role of the vendor whose name is hidden',
    'User: arn:aws:sts::111122223333:assumed-role/*** is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  ['a policy of the caller with other actions, next to a denied call', `${ofCaller}\n\n${denied}`, 'permissions-of-caller'],
  ['the same policy alone', ofCaller, 'permissions-action-missing'],
  [
    'a stack that made no role in the member accounts',
    'The stack in the management account does not create the role in the member accounts. User: arn:aws:iam::999900001111:user/ops is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/Reader',
    'stated-role-absent',
  ],
  [
    'a pod that assumes its own role again',
    `${forPods}\n\nUser: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sdk-17 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess`,
    'session-assumes-itself',
  ],
  [
    'the same with hidden accounts',
    `${forPods}\n\nUser: arn:aws:sts::****:assumed-role/PixelworksAccess/sdk-17 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::****:role/PixelworksAccess`,
    'call-of-own-role',
  ],
  ['the trust policy of a pod alone', forPods, 'action-missing'],
  [
    'a denied call next to a session of the role',
    `$ aws sts get-caller-identity\n${ownSession}\n\nAn error occurred (UnauthorizedOperation) when calling the DescribeVolumes operation: You are not authorized to perform this operation.`,
    'service-call-denied',
  ],
  ['a session of the role alone', ownSession, 'not-enough'],
  [
    'a command that returns keys, and a program that doesn’t',
    'I get temporary keys when I run aws sts assume-role --role-arn arn:aws:iam::444455556666:role/PixelworksAccess --role-session-name me. The playbook fails with: AssumeRole access denied.',
    'call-works-elsewhere',
  ],
  [
    'a role that the text names and says to be absent, without an error of AWS',
    'The scan can’t assume a role and stops when AuditReaderRole is not present in a target account, instead of leaving it out.',
    'stated-role-absent',
  ],
  [
    'a role that Terraform can’t assume, next to a sign-in that worked',
    'Since we use an OIDC provider for the first role:\nDetails: IAM Role (arn:aws:iam::444455556666:role/PixelworksAccess) cannot be assumed.',
    'vendor-denied',
  ],
  [
    'a call that fails once the condition on the external ID is there',
    'It works with the role. But if we add the [externalId](https://docs.example.com/id.html) condition to its trust policy, we get a 403:\nAccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/run is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'stated-id-unsent',
  ],
]

/** Errors of programs before they call AWS, and names of errors that are none. */
export const programTexts: readonly PastedCase[] = [
  [
    'an argument that the provider of a vendor doesn’t know',
    'Error: Unsupported argument\n\n  on main.tf line 3, in resource "pixelworks_account_aws" "this":\n   3:   ARN = "x"\n\nAn argument named "ARN" is not expected here.',
    'terraform-configuration',
  ],
  [
    'a parameter of a creation that the SDK for Go rejects',
    'aws_iam_role.this: Error creating IAM Role PixelworksAccess: InvalidParameter: 1 validation error(s) found.\n- minimum field size of 20, CreateRoleInput.PermissionsBoundary.',
    'call-parameters-rejected',
  ],
  [
    'error codes that a setting leaves out',
    'connection "audit" {\n  plugin = "aws"\n  ignore_error_codes = ["AccessDenied", "InvalidClientTokenId", "AuthFailure"]\n}\nThe query of the dashboard has shown no rows for this account since Monday, and nothing else.',
    'unreadable',
  ],
]

/** A part of the sentence or the detail. */
export const callerWords: readonly PastedCase[] = [
  [
    'a role with another path',
    'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/run is not authorized to perform: sts:AssumeRole   on resource:  arn:aws:iam::4444:role/service-role/PixelworksAccess',
    'the path /service-role/',
  ],
  [
    'a session of the role next to a denied call',
    `${ownSession}\nAn error occurred (UnauthorizedOperation) when calling the DescribeVolumes operation: You are not authorized to perform this operation.`,
    'The text shows a session of PixelworksAccess, so that role can be assumed.',
  ],
  [
    'a policy of the resource that AWS names',
    'Admin is not authorized to perform: glue:GetDatabases on resource: arn:aws:glue:us-east-1:999900001111:catalog because no resource-based policy allows the glue:GetDatabases action',
    'AWS names the policy of the resource',
  ],
  [
    'a role ARN that isn’t one, in a sign-in',
    'An error occurred (ValidationError) when calling the AssumeRoleWithWebIdentity operation: Request ARN is invalid',
    'isn’t a valid ARN',
  ],
  [
    'a table of events with a question below',
    '| 12:00:03 | ROLLBACK_IN_PROGRESS | AWS::CloudFormation::Stack | net | Rollback requested by user. |\n| 12:00:02 | CREATE_FAILED | AWS::Lambda::Function | Handler | Template error: IAM role net-Handler doesn’t exist |\n\nDoes anybody know why?',
    'IAM role net-Handler doesn’t exist.',
  ],
  ['a session of the role', ownSession, 'its caller could assume it'],
]
