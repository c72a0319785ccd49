import type { PastedCase } from './pasted-answers.test-data.ts'

const denied =
  'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/w7 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess'
const masked =
  'User: arn:aws:iam::<hub account>:user/deploy is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::<spoke account>:role/LedgerReader'
const rejectedKey =
  'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.'
const ofSession = (caller: string, action: string, resource: string): string =>
  `User: arn:aws:sts::777788889999:assumed-role/${caller} is not authorized to perform: ${action} on resource: ${resource}`

/** People's own words about a denied call, and texts that only sound like them. */
export const statements: readonly PastedCase[] = [
  [
    'no field for the external ID',
    `The form of the exporter has no field for an external ID.\n${denied}`,
    'application-external-id-unsendable',
  ],
  [
    'external IDs that a plugin doesn’t support',
    `${denied}\nExternal IDs are not supported by this plugin.`,
    'application-external-id-unsendable',
  ],
  [
    'an external ID that can’t be given',
    `You cannot pass external_id there, and our role's trust policy needs one\n${denied}`,
    'application-external-id-unsendable',
  ],
  ['an external ID that can’t be found', `I can't find the external ID in their console.\n${denied}`, 'refused-without-reason'],
  ['an external ID that isn’t empty', `The external ID is not empty and was never changed.\n${denied}`, 'refused-without-reason'],
  ['a session name that decides', `It goes through as soon as the role session name is my login.\n${denied}`, 'stated-session-name'],
  ['a session name that makes the error disappear', `Another RoleSessionName made the error go away.\n${denied}`, 'stated-session-name'],
  ['a session name that doesn’t help', `I gave it a role session name and it doesn't work.\n${denied}`, 'refused-without-reason'],
  [
    'a session name among other values',
    `On the shell this works: aws sts assume-role --role-arn arn:aws:iam::444455556666:role/PixelworksAccess --role-session-name a --external-id RIGHT\n${denied}`,
    'stated-id-unsent',
  ],
  [
    'no external ID in the events',
    'CloudTrail has the request, and its requestParameters have no externalId. The collector then gets AccessDenied from the role.',
    'application-external-id-missing',
  ],
  [
    'a session in place of a role',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/ops is not authorized to perform: sts:AssumeRole on resource: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/ops',
    'called-not-role',
  ],
  [
    'a session that assumes another role',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/ops is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ledger',
    'session-assumes-other',
  ],
  ['a role without an external ID', `The role doesn't have an external ID configured.\n${denied}`, 'refused-without-reason'],
  ['a caller with no policy for STS', `The app's role has four policies, none of them mentions sts.\n${denied}`, 'stated-caller-policies'],
  ['a caller without sts:AssumeRole', `The user's policies don't include sts:AssumeRole.\n${denied}`, 'stated-caller-policies'],
  ['a trust policy without sts:AssumeRole', `The trust policy doesn't include sts:AssumeRole.\n${denied}`, 'refused-without-reason'],
  ['a caller that perhaps lacks sts:AssumeRole', `The role may not have sts:AssumeRole.\n${denied}`, 'refused-without-reason'],
  ['a role that isn’t in the accounts', `The stack is done, but the role isn't in the member accounts.\n${masked}`, 'stated-role-absent'],
  ['a role that can’t be found by its name', `We can't find LedgerReader in the account.\n${masked}`, 'stated-role-absent'],
  ['a role in the management account alone', `LedgerReader was only created in the payer account.\n${masked}`, 'stated-role-absent'],
  ['a role with no visible problem', `I don't see any problem with the role.\n${denied}`, 'refused-without-reason'],
  ['a role in another account than the program', `The role isn't in the same account as the app.\n${denied}`, 'refused-without-reason'],
  [
    'a session that assumes its own role',
    'User: arn:aws-cn:sts::the-account:assumed-role/NightlyJob/run is not authorized to perform: sts:AssumeRole on resource: arn:aws-cn:iam::the-account:role/NightlyJob',
    'call-of-own-role',
  ],
  [
    'a session of a role with the same name elsewhere',
    'User: arn:aws:sts::777788889999:assumed-role/ci/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/ci',
    'call-of-others',
  ],
  [
    'a runner that calls as its instance',
    'The OIDC workflow runs on our own runner. User: arn:aws:sts::***:assumed-role/runner/i-0ab12 is not authorized to perform: sts:TagSession on resource: arn:aws:iam::***:role/deploy',
    'call-of-instance-role',
  ],
  [
    'tags from an instance without OIDC',
    'User: arn:aws:sts::***:assumed-role/runner/i-0ab12 is not authorized to perform: sts:TagSession on resource: arn:aws:iam::***:role/PixelworksAccess',
    'session-tags-refused',
  ],
  [
    'a service principal',
    'Neither states.amazonaws.com nor its regional principal is authorized to assume the given role.',
    'call-of-service',
  ],
  [
    'a service that names its principal',
    "ValidationException: Could not assume role arn:aws:iam::444455556666:role/Training. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.",
    'call-of-service',
  ],
  ['a role that trusts a service', `Our role trusts ec2.amazonaws.com.\n${denied}`, 'refused-without-reason'],
  [
    'a call for another account',
    `Strange, as the rule lives in a different account than the one in the error.\n${ofSession('controller/1', 'events:ListTargetsByRule', 'arn:aws:events:eu-west-1:777788889999:rule/r')}`,
    'call-without-role',
  ],
  [
    'a call of the node’s role',
    `It keeps using the node role.\n${ofSession('node/i-0a1', 'route53:ListHostedZones', '*')}`,
    'call-without-role',
  ],
  ['a call of a role that is meant', ofSession('node/i-0a1', 'route53:ListHostedZones', '*'), 'terminal-not-authorized'],
  [
    'permissions that were there the second time',
    'Failed checks, permissions missing: ec2:DescribeVpcs\nA second run works.',
    'call-worked-later',
  ],
  ['a role that stopped working', 'It stopped working after two hours.\nPixelworks could not assume the role.', 'vendor-denied'],
  [
    'the root user of the vendor’s account',
    '{"Account": "111122223333", "UserId": "111122223333", "Arn": "arn:aws:iam::111122223333:root"}\nAn error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    'caller-is-root',
  ],
  [
    'a toolkit stack of the CDK',
    'The toolkit stack must be deployed to the environment (Run "cdk bootstrap aws://777788889999/eu-north-1")',
    'terminal-not-bootstrapped',
  ],
]

/** The sentence and what it says of credentials, services and the CDK. */
export const statedValues: readonly (readonly [name: string, text: string, words: string])[] = [
  ['a temporary key', `aws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = abc\n${rejectedKey}`, 'no session token with it'],
  ['a Region that must be enabled', `region = me-south-1\n${rejectedKey}`, 'That can be due to the Region.'],
  [
    'a role of the CDK',
    'User: arn:aws:iam::777788889999:user/t is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1',
    'cdk bootstrap aws://444455556666/eu-west-1 --trust 777788889999',
  ],
  [
    'a role of a function',
    'The role defined for the function cannot be assumed by Lambda.',
    'must allow sts:AssumeRole to lambda.amazonaws.com',
  ],
  [
    'a principal of another partition',
    'Our account is in cn-north-1. MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/PixelworksApplication"',
    'roles can’t trust across partitions',
  ],
  [
    'a role for Redshift',
    'ERROR: Not authorized to get credentials of role arn:aws:iam::444455556666:role/PixelworksAccess',
    'Amazon Redshift couldn’t assume arn:aws:iam::444455556666:role/PixelworksAccess, which is only for',
  ],
  [
    'a new trust policy with the role itself',
    'An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/PixelworksAccess"',
    'which IAM didn’t find as a principal. A role that was created just before',
  ],
  [
    'a new role with itself as principal',
    'An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/PixelworksAccess"',
    'the role itself, which doesn’t exist yet. Create the role without itself',
  ],
  [
    'the prompt after an error',
    'An error occurred (InsufficientCapabilitiesException) when calling the CreateStack operation: Requires capabilities : [CAPABILITY_IAM]\nmac:infra kim$ ',
    'AWS said: Requires capabilities : [CAPABILITY_IAM].',
  ],
]
