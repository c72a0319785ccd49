import { account, allow, deny, one, type PermissionsCases, readObjects, role, tagged, textOf, when } from './permissions-case.test-data.ts'

/** What lets its holder give himself more. */
export const escalationCases: Readonly<Record<string, PermissionsCases>> = {
  PP05: {
    bad: [
      one('all of IAM', allow('iam:*')),
      one('creating roles', allow('iam:CreateRole', role)),
      one('by a wildcard', allow('iam:Create*')),
      one('in small letters', allow('iam:createuser')),
      one('a Deny elsewhere', allow('iam:CreateRole'), deny('iam:CreateRole', role)),
      one('keys of tagged users, which it may tag', allow('iam:CreateAccessKey', '*', tagged), allow('iam:TagUser')),
      one('devices of tagged users, which it may tag', allow(['iam:DeactivateMFADevice'], '*', tagged), allow('iam:Tag*')),
    ],
    good: [one('reading IAM', allow(['iam:GetRole', 'iam:ListRoles', 'iam:SimulatePrincipalPolicy']))],
    nearMiss: [
      one('keys of tagged users', allow('iam:CreateAccessKey', '*', tagged)),
      one('keys of tagged users beside tags of roles', allow('iam:CreateAccessKey', '*', tagged), allow('iam:TagRole')),
      one(
        'policies of a service-linked role, which only the service changes',
        allow(['iam:PutRolePolicy', 'iam:AttachRolePolicy'], 'arn:aws:iam::*:role/aws-service-role/es.amazonaws.com/*'),
      ),
      one(
        'a service-linked role',
        allow('iam:CreateServiceLinkedRole', '*', when('StringEquals', 'iam:AWSServiceName', 'spot.amazonaws.com')),
      ),
      one(
        'within a boundary',
        allow('iam:CreateRole', '*', when('StringEquals', 'iam:PermissionsBoundary', `arn:aws:iam::${account}:policy/Bound`)),
      ),
      one('denied', allow('iam:CreateRole'), deny('iam:*')),
      one('only what is not denied is left', allow('iam:*'), { Effect: 'Deny', NotAction: 'iam:Get*', Resource: '*' }),
      one('passing a role', allow('iam:PassRole', role)),
      one('getting and listing', allow(['iam:Get*', 'iam:List*'])),
    ],
  },
  PP06: {
    bad: [
      one('on a star', allow('iam:PassRole')),
      one('on every role of the account', allow('iam:PassRole', `arn:aws:iam::${account}:role/*`)),
      one('by a wildcard', allow('iam:Pass*')),
      one('for any service', allow('iam:PassRole', '*', when('StringLike', 'iam:PassedToService', '*'))),
      one(
        'for a service, if it says so',
        allow('iam:PassRole', '*', when('StringEqualsIfExists', 'iam:PassedToService', 'ec2.amazonaws.com')),
      ),
    ],
    good: [one('one role to one service', allow('iam:PassRole', role, when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')))],
    nearMiss: [
      one('one role', allow('iam:PassRole', role)),
      one('roles of a path', allow('iam:PassRole', `arn:aws:iam::${account}:role/pixelworks/*`)),
      one('to one service', allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com'))),
      one(
        'denied to all other services',
        allow('iam:PassRole'),
        deny('iam:PassRole', '*', when('StringNotEquals', 'iam:PassedToService', 'ec2.amazonaws.com')),
      ),
      one('denied for all other roles', allow('iam:PassRole'), { Effect: 'Deny', Action: 'iam:PassRole', NotResource: role }),
    ],
  },
  PP07: {
    bad: [
      one('a new policy version', allow('iam:CreatePolicyVersion', `arn:aws:iam::${account}:policy/Own`)),
      one('a key for a user', allow('iam:CreateAccessKey')),
      one('its own inline policy', allow('iam:PutRolePolicy', role)),
      one('commands on all machines', allow('ssm:SendCommand')),
      one(
        'attaching the mightiest policy',
        allow('iam:AttachRolePolicy', '*', when('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/AdministratorAccess')),
      ),
      one('the code of all functions', allow('lambda:UpdateFunctionCode', `arn:aws:lambda:*:${account}:function:*`)),
    ],
    good: [readObjects],
    nearMiss: [
      one('one function', allow('lambda:UpdateFunctionCode', `arn:aws:lambda:us-east-1:${account}:function:resize`)),
      one(
        'one policy to attach',
        allow('iam:AttachRolePolicy', '*', when('ArnEquals', 'iam:PolicyARN', 'arn:aws:iam::aws:policy/SecurityAudit')),
      ),
      one('denied', allow('iam:CreateAccessKey'), deny('iam:CreateAccessKey')),
      one('users by the ARN of a role', allow('iam:PutUserPolicy', role)),
      one('machines with a tag', allow('ssm:SendCommand', '*', when('StringEquals', 'ssm:resourceTag/CreatedFor', 'Pixelworks'))),
    ],
  },
  PP08: {
    bad: [
      one('a machine', allow(['iam:PassRole', 'ec2:RunInstances'])),
      one('a function, over two statements', allow('iam:PassRole'), allow(['lambda:CreateFunction', 'lambda:InvokeFunction'])),
      one('a stack', allow('iam:PassRole', `arn:aws:iam::${account}:role/*`), allow('cloudformation:CreateStack')),
      one('a task', allow(['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'])),
      one('by wildcards', allow(['iam:Pass*', 'codebuild:*'])),
      one(
        'to the service that is started',
        allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')),
        allow('ec2:RunInstances'),
      ),
      {
        ...one('in another policy', allow('iam:PassRole')),
        context: { otherPolicies: [textOf({ statements: [allow('glue:CreateJob')] })] },
      },
      {
        ...one('the role in another policy', allow('glue:CreateJob')),
        context: { otherPolicies: [textOf({ statements: [allow('iam:PassRole')] })] },
      },
    ],
    good: [one('one role', allow('iam:PassRole', role), allow('ec2:RunInstances'))],
    nearMiss: [
      one('nothing to start', allow(['iam:PassRole', 'ec2:DescribeInstances'])),
      one('a function that nobody calls', allow(['iam:PassRole', 'lambda:CreateFunction'])),
      one(
        'to another service',
        allow('iam:PassRole', '*', when('StringEquals', 'iam:PassedToService', 'lambda.amazonaws.com')),
        allow('ec2:RunInstances'),
      ),
      one('starting is denied', allow(['iam:PassRole', 'ec2:RunInstances']), deny('ec2:RunInstances')),
      one('passing is denied', allow(['iam:PassRole', 'ec2:RunInstances']), deny('iam:PassRole')),
      one('everything, which has a rule of its own', allow('*')),
      one('starting alone', allow(['ec2:RunInstances', 'cloudformation:CreateStack'])),
      {
        ...one('denied by another policy', allow(['iam:PassRole', 'ec2:RunInstances'])),
        context: { otherPolicies: [textOf({ statements: [deny('iam:*')] })] },
      },
    ],
  },
  PP34: {
    bad: [
      one('of any role', allow('iam:TagRole')),
      one('of any user', allow(['iam:UntagUser'], `arn:aws:iam::${account}:user/*`)),
      one('by a wildcard', allow('iam:Tag*')),
    ],
    good: [one('of one role', allow('iam:TagRole', role))],
    nearMiss: [
      one('of a policy', allow('iam:TagPolicy')),
      one('of tagged roles, without tagging others', allow('iam:TagRole', '*', tagged)),
      one('in a Deny', deny('iam:TagRole')),
    ],
  },
  PP35: {
    bad: [
      one('in every account', allow('sts:AssumeRole', 'arn:aws:iam::*:role/OrganizationAccountAccessRole')),
      one('in one account', allow('sts:AssumeRole', [role, `arn:aws:iam::${account}:role/AWSControlTowerExecution`])),
      one('by a wildcard', allow('sts:Assume*', `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`)),
    ],
    good: [one('a role of its own', allow('sts:AssumeRole', role))],
    nearMiss: [
      one('a name that begins so', allow('sts:AssumeRole', `arn:aws:iam::${account}:role/OrganizationAccountAccessRoleReader`)),
      one('denied', allow('sts:AssumeRole', role), deny('sts:AssumeRole', 'arn:aws:iam::*:role/OrganizationAccountAccessRole')),
      one('reading it', allow('iam:GetRole', `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`)),
    ],
  },
  PP09: {
    bad: [
      one('on a star', allow('sts:AssumeRole')),
      one('on all roles everywhere', allow('sts:AssumeRole', 'arn:aws:iam::*:role/*')),
      one('all of STS', allow('sts:*')),
    ],
    good: [one('one role', allow('sts:AssumeRole', role))],
    nearMiss: [
      one('a role of this name in any account', allow('sts:AssumeRole', 'arn:aws:iam::*:role/PixelworksAccess')),
      one('who am I', allow('sts:GetCallerIdentity')),
      one('in a Deny', deny('sts:AssumeRole')),
      one('tagged roles', allow('sts:AssumeRole', '*', when('StringEquals', 'iam:ResourceTag/CreatedFor', 'Pixelworks'))),
    ],
  },
  PP30: {
    bad: [
      one('commands', allow('ssm:SendCommand')),
      one('on all machines', allow('ssm:SendCommand', ['arn:aws:ssm:*:*:document/AWS-RunShellScript', 'arn:aws:ec2:*:*:instance/*'])),
      one('a shell in a container', allow('ecs:ExecuteCommand')),
      one('a key for SSH', allow('ec2-instance-connect:SendSSHPublicKey', 'arn:aws:ec2:*:*:instance/*')),
    ],
    good: [one('one machine', allow('ssm:StartSession', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`))],
    nearMiss: [
      one('machines with a tag', allow('ssm:SendCommand', '*', when('StringEquals', 'ssm:resourceTag/CreatedFor', 'Pixelworks'))),
      one(
        'any document on one machine',
        allow('ssm:SendCommand', ['arn:aws:ssm:*:*:document/*', `arn:aws:ec2:us-east-1:${account}:instance/i-0123456789abcdef0`]),
      ),
      one('looking at commands', allow('ssm:ListCommands')),
      one('in a Deny', deny('ssm:SendCommand')),
    ],
  },
  PP31: {
    bad: [
      one('the organization', allow('organizations:*')),
      one('the account', allow('account:*')),
      one('subscriptions', allow('aws-marketplace:Subscribe')),
      one('billing', allow('billing:*')),
    ],
    good: [one('looking', allow(['organizations:DescribeOrganization', 'organizations:List*']))],
    nearMiss: [
      one('reading bills', allow(['billing:GetBillingData', 'ce:GetCostAndUsage'])),
      one('looking at the market', allow('aws-marketplace:ViewSubscriptions')),
      one('in a Deny', deny('organizations:LeaveOrganization')),
    ],
  },
}
