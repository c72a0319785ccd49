/** Policies as objects of a program, and policies with a wrong value or bracket: what it is, the text, and what is said of it first. */
export const objects: readonly (readonly [name: string, text: string, says: string])[] = [
  [
    'a statement in TypeScript without an external ID',
    "      {\n        Sid: 'LetVendorIn',\n        Effect: 'Allow',\n        Principal: { AWS: 'arn:aws:iam::111122223333:root' },\n        Action: ['sts:AssumeRole'],\n      },",
    'TP11',
  ],
  [
    'a statement in Python with another account',
    "stmt = {'Effect': 'Allow', 'Principal': {'AWS': 'arn:aws:iam::999988887777:root'}, 'Action': 'sts:AssumeRole', 'Condition': {'StringEquals': {'sts:ExternalId': 'RIGHT'}}}",
    'TP04',
  ],
  [
    'a statement in Terraform whose external ID is a variable',
    '{\n  Effect = "Allow"\n  Principal = { AWS = "arn:aws:iam::111122223333:root" }\n  Action = "sts:AssumeRole"\n  Condition = { StringEquals = { "sts:ExternalId" = var.vendor_id } }\n}',
    'principal-arn-missing',
  ],
  [
    'a statement in TypeScript whose values are variables',
    "const trust = { Effect: 'Allow', Principal: { AWS: vendorArn }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': externalId } } }",
    'not-enough',
  ],
  [
    'a statement in TypeScript that ends in the middle',
    "{\n  Effect: 'Allow',\n  Principal: {\n    AWS: 'arn:aws:iam::111122223333:root',\n  },\n  Action: 'sts:AssumeRole',\n  Condition: {",
    'policy-fragment',
  ],
  [
    'the policy of a session in TypeScript, next to a denial',
    "await sts.assumeRole({ RoleArn: arn, RoleSessionName: 'x', Policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' }] }) })\n\nAn error occurred (AccessDenied) when calling the AssumeRole operation: Access denied",
    'refused-without-reason',
  ],
  [
    'a statement that a program of the CDK adds',
    "role.assumeRolePolicy?.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new iam.AccountPrincipal('111122223333')] }))",
    'TP11',
  ],
  [
    'an Effect in lower case in Terraform, which IAM couldn’t parse',
    'data "aws_iam_policy_document" "a" {\n  statement {\n    effect    = "allow"\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n  }\n}\n\nError: creating IAM Policy (a): MalformedPolicyDocument: The policy failed legacy parsing',
    'policy-effect-case',
  ],
  [
    'an Effect in capitals in JSON',
    '{"Version":"2012-10-17","Statement":[{"Effect":"ALLOW","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}',
    'policy-effect-case',
  ],
  [
    'an Effect in lower case in a template',
    'Statement:\n  - Effect: deny\n    Principal:\n      AWS: arn:aws:iam::111122223333:root\n    Action: sts:AssumeRole',
    'policy-effect-case',
  ],
  ['the effect of another product’s policy', '{"if": {"field": "type"}, "then": {"effect": "deny"}}', 'unreadable'],
  [
    'a trust policy without principals',
    'Error: creating role: MalformedPolicyDocument: AssumeRole policy must contain principals',
    'policy-no-principal',
  ],
  [
    'a policy with a closing bracket too many',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" }] } }',
    'document-not-json',
  ],
  [
    'a shorter session than the vendor needs, in a role that is right but for its limit',
    '{"Role":{"Path":"/","RoleName":"PixelworksAccess","Arn":"arn:aws:iam::444455556666:role/PixelworksAccess","MaxSessionDuration":3600,"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT"}}}]}}}',
    'session-too-short',
  ],
  [
    'stacks of a stack set that wait',
    '444455556666\tus-east-1\tOUTDATED\tPENDING\t-\tNOT_CHECKED\n777788889999\teu-west-1\tCURRENT\tSUCCEEDED\t-\tNOT_CHECKED',
    'stack-set-outdated',
  ],
  [
    'stacks of a stack set as JSON',
    '{"Summaries":[{"Region":"us-east-1","Account":"444455556666","Status":"OUTDATED","StackInstanceStatus":{"DetailedStatus":"RUNNING"}}]}',
    'stack-set-outdated',
  ],
  [
    'stacks of a stack set that was stopped because of another account',
    '444455556666\tus-east-1\tOUTDATED\tCANCELLED\tCancelled since failure tolerance has exceeded\tNOT_CHECKED',
    'stack-set-outdated',
  ],
  [
    'a stack of a stack set with a reason',
    '| 444455556666 | us-east-1 | OUTDATED | FAILED | ResourceLogicalId:Role, ResourceType:AWS::IAM::Role, ResourceStatusReason:PixelworksAccess already exists. | Not checked |',
    'creation-role-exists',
  ],
  ['stacks of a stack set that are up to date', '444455556666  us-east-1  CURRENT  SUCCEEDED  -  IN_SYNC', 'not-enough'],
  [
    'a stack that a tool wasn’t allowed to create',
    'util.go:31] Status: 500; Description: Could not create the CloudFormation stack: AccessDenied: Access denied\n\tstatus code: 403, request id: 3b1f',
    'creation-call-denied',
  ],
  [
    'a denied call to create the role',
    'An error occurred (AccessDenied) when calling the CreateRole operation: Access Denied',
    'creation-call-denied',
  ],
  [
    'a denied call to change a stack in the SDK for Go',
    'operation error CloudFormation: UpdateStack, https response error StatusCode: 403, RequestID: 5b1f, api error AccessDenied: Access Denied',
    'creation-call-denied',
  ],
  [
    'a denied call to another service',
    'An error occurred (AccessDenied) when calling the ListHostedZones operation: Access Denied',
    'service-call-denied',
  ],
  [
    'a plan of Terraform',
    '  # aws_iam_role.app will be updated in-place\n  ~ resource "aws_iam_role" "app" {\n      ~ max_session_duration = 3600 -> 7200\n    }',
    'unreadable',
  ],
  [
    'a boundary of the caller that denies another role of a module',
    'User: arn:aws:iam::444455556666:user/tf is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/vendor-events because no permissions boundary allows the iam:CreateRole action',
    'creation-boundary-required',
  ],
  [
    'another role that no policy of the caller allows',
    'User: arn:aws:iam::444455556666:user/tf is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/vendor-events because no identity-based policy allows the iam:CreateRole action',
    'terminal-not-authorized',
  ],
]
