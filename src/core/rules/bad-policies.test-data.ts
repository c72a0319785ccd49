import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { vendor } from './rule-case.test-data.ts'
import { allow, assuming, type BadPolicy, bucket, customer, document, objects, root, withId } from './vendor-policies.test-data.ts'

const id = 'c0ffee-7Qm2vK9dRt4XwB8n'
const former = 'former-4Hq8sD2kW9x'
const open = assuming(root)
const right = assuming(root, withId(id))

const denying = (Condition: NonNullable<PolicyStatement['Condition']>): PolicyStatement => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 'sts:AssumeRole',
  Condition,
})

const second =
  'TP21 warning: The trust policy also accepts external ID "former-4Hq8sD2kW9x" (possibly an old one). Remove it unless you are rotating the ID.'
const nested = 'PP19 error: This has an ARN or a URL inside an ARN, so it matches nothing. Write arn:aws:s3:::acme-uploads/*.'
const takeover = [
  'PP05 critical: iam:CreateAccessKey (this role can set the required tag itself) changes IAM, which can be used to take over the account. Remove it.',
  'PP07 critical: iam:CreateAccessKey (this role can set the required tag itself) is enough to get more permissions than this policy grants. Remove it, or limit its resources.',
  'PP13 high: iam:CreateAccessKey (this role can set the required tag itself) returns credentials. Remove it unless the application exists for it.',
]

const bad = (name: string, told: readonly string[], policy: PolicyDocument): BadPolicy => ({ name, told, policy })

export const badTrusts: readonly BadPolicy[] = [
  bad('no external ID', ['TP11 high: Nothing requires an external ID. Add the condition StringEquals on sts:ExternalId.'], document(open)),
  bad(
    'any external ID',
    ['TP12 high: "*" is a pattern, so it accepts other external IDs too. Use the whole ID, with StringEquals.'],
    document(assuming(root, { StringLike: { 'sts:ExternalId': '*' } })),
  ),
  bad(
    'an optional external ID',
    ['TP14 high: StringEqualsIfExists also matches when no external ID is sent. Use StringEquals.'],
    document(assuming(root, { StringEqualsIfExists: { 'sts:ExternalId': id } })),
  ),
  bad(
    'ForAllValues',
    ['TP15 high: ForAllValues:StringEquals also matches when no external ID is sent. Use StringEquals.'],
    document(assuming(root, { 'ForAllValues:StringEquals': { 'sts:ExternalId': id } })),
  ),
  bad(
    'every ID but the right one',
    ['TP17 critical: StringNotEquals in an Allow accepts every external ID except this one. Use StringEquals.'],
    document(assuming(root, { StringNotEquals: { 'sts:ExternalId': id } })),
  ),
  bad('a second ID', [second], document(assuming(root, withId([id, former])))),
  bad(
    'a second Allow',
    ['TP22 high: This Allow doesn’t require the external ID, so the other statement’s condition protects nothing. Remove it.'],
    document(right, open),
  ),
  bad('everyone', ['TP02 critical: This trusts every AWS account. Name the vendor account.'], document(assuming('*', withId(id)))),
  bad(
    'a second account',
    ['TP09 high: Account 9999 0000 1111 is trusted in addition to the vendor. Use a separate role for it.'],
    document(assuming([root, 'arn:aws:iam::999900001111:root'], withId(id))),
  ),
  bad(
    'a second account by condition',
    ['TP09 high: "999900001111" also allows another account than the vendor’s. Name the vendor account alone.'],
    document(assuming('*', { StringEquals: { 'sts:ExternalId': id, 'aws:PrincipalAccount': [vendor, '999900001111'] } })),
  ),
  bad(
    'an empty list',
    ['TP48 warning: sts:ExternalId has an empty list, and AWS doesn’t say what that means. Write the value that is meant.'],
    document(assuming(root, { StringEquals: { 'sts:ExternalId': [] } })),
  ),
  bad('a version that does not exist', ['TP47 error: IAM doesn’t know the version "2024-01-01". Write "2012-10-17".'], {
    ...document(right),
    Version: '2024-01-01',
  }),
  bad('a Deny that lets a second ID in', [second], document(open, denying({ StringNotEquals: { 'sts:ExternalId': [id, former] } }))),
  bad(
    'a Deny with ForAnyValue and IfExists',
    [
      'TP11 high: The Deny on sts:ExternalId doesn’t reliably block every other call. Add the condition StringEquals on sts:ExternalId here.',
    ],
    document(open, denying({ 'ForAnyValue:StringNotEqualsIfExists': { 'sts:ExternalId': id } })),
  ),
  {
    ...bad(
      'a short external ID',
      ['TP19 high: "acct_840193" has too few random characters. Use a random one.'],
      document(assuming(root, withId('acct_840193'))),
    ),
    externalId: 'acct_840193',
  },
]

const tagged = { StringEquals: { 'aws:ResourceTag/team': 'vendor' } }
const requesting = { StringEquals: { 'aws:RequestTag/team': 'vendor' } }
const users = (name: string): string => `arn:aws:iam::${customer}:user/${name}`

export const badPermissions: readonly BadPolicy[] = [
  bad(
    'everything',
    [
      'PP01 critical: This allows every action on every resource. List the actions and the resources that the application needs.',
      'PP18 high: * includes iam:PassRole, iam:AddUserToGroup, iam:AttachGroupPolicy, iam:AttachRolePolicy and 216 more of the kind. List the actions that you mean.',
    ],
    document(allow('*')),
  ),
  bad(
    'all of a service',
    [
      'PP04 high: s3:* is every action of the service, also those that delete or change who has access. List the actions that the application needs.',
      'PP12 high: s3:* (s3:PutBucketPolicy, s3:PutBucketAcl, s3:PutObjectAcl and 4 more) changes who has access, and can make data public. Remove it.',
    ],
    document(allow('s3:*', [bucket, objects])),
  ),
  bad(
    'changing IAM',
    ['PP05 critical: iam:CreateUser changes IAM, which can be used to take over the account. Remove it.'],
    document(allow('iam:CreateUser')),
  ),
  bad(
    'passing any role',
    ['PP06 high: iam:PassRole on all roles lets any role be handed to a service. Name the role, and the service in iam:PassedToService.'],
    document(allow('iam:PassRole')),
  ),
  bad(
    'any role',
    ['PP09 high: sts:AssumeRole on all roles lets this role assume any other that trusts the account. Name the roles, or remove it.'],
    document(allow('sts:AssumeRole')),
  ),
  bad(
    'all objects',
    ['PP10 high: s3:GetObject reads the data of the whole account here. Name the buckets or tables.'],
    document(allow('s3:GetObject')),
  ),
  bad(
    'all secrets',
    [
      'PP11 high: secretsmanager:GetSecretValue on all resources exposes the credentials that are kept in the account. Name the secrets, parameters or keys.',
    ],
    document(allow('secretsmanager:GetSecretValue')),
  ),
  bad(
    'tagging, then keys',
    [...takeover, 'PP34 medium: iam:TagUser on all resources changes what policies with tag conditions allow. Name the roles or users.'],
    document(allow('iam:CreateAccessKey', '*', tagged), allow('iam:TagUser')),
  ),
  bad(
    'tagging some users, then keys',
    takeover,
    document(allow('iam:CreateAccessKey', '*', tagged), allow('iam:TagUser', users('vendor-*'))),
  ),
  bad(
    'exactly the tag, then keys',
    takeover,
    document(allow('iam:CreateAccessKey', users('*'), tagged), allow('iam:TagUser', users('app/*'), requesting)),
  ),
  bad(
    'tagging, then no second factor',
    [
      'PP05 critical: iam:DeactivateMFADevice (this role can set the required tag itself) changes IAM, which can be used to take over the account. Remove it.',
      'PP34 medium: iam:TagUser on all resources changes what policies with tag conditions allow. Name the roles or users.',
    ],
    document(allow('iam:DeactivateMFADevice', '*', tagged), allow('iam:TagUser')),
  ),
  bad(
    'tagging, then a policy version',
    [
      'PP05 critical: iam:CreatePolicyVersion (this role can set the required tag itself) changes IAM, which can be used to take over the account. Remove it.',
      'PP07 critical: iam:CreatePolicyVersion (this role can set the required tag itself) is enough to get more permissions than this policy grants. Remove it, or limit its resources.',
    ],
    document(allow('iam:CreatePolicyVersion', '*', tagged), allow('iam:TagPolicy')),
  ),
  bad(
    'tagging, then commands',
    [
      'PP07 critical: ssm:SendCommand (this role can set the required tag itself) is enough to get more permissions than this policy grants. Remove it, or limit its resources.',
      'PP30 high: ssm:SendCommand (this role can set the required tag itself) runs code on all hosts, with the permissions of each. Name the hosts, or limit them by a tag that the role can’t set.',
    ],
    document(allow('ssm:SendCommand', '*', tagged), allow('ec2:CreateTags')),
  ),
  bad(
    'tags of any role',
    ['PP34 medium: iam:TagRole on all resources changes what policies with tag conditions allow. Name the roles or users.'],
    document(allow('iam:TagRole')),
  ),
  bad(
    'the administrator of an account',
    ['PP35 critical: sts:AssumeRole on arn:aws:iam::*:role/OrganizationAccountAccessRole gives full access to that account. Remove it.'],
    document(allow('sts:AssumeRole', 'arn:aws:iam::*:role/OrganizationAccountAccessRole')),
  ),
  bad(
    'the administrator of an account, by a pattern',
    [
      'PP35 critical: sts:AssumeRole on arn:aws:iam::*:role/Organization*Role also allows OrganizationAccountAccessRole, which has full access to its account. Name the roles.',
    ],
    document(allow('sts:AssumeRole', 'arn:aws:iam::*:role/Organization*Role')),
  ),
  bad('an ARN in an ARN', [nested], document(allow('s3:GetObject', 'arn:aws:s3:::arn:aws:s3:::acme-uploads/*'))),
  bad('an S3 URL in an ARN', [nested], document(allow('s3:GetObject', 'arn:aws:s3:::s3://acme-uploads/*'))),
  bad('a web URL in an ARN', [nested], document(allow('s3:GetObject', 'arn:aws:s3:::https://acme-uploads.s3.amazonaws.com/*'))),
  bad(
    'a bucket with a region and an account',
    ['PP19 error: Bucket ARNs have no Region and no account. Write arn:aws:s3:::acme-uploads/*.'],
    document(allow('s3:GetObject', `arn:aws:s3:eu-west-1:${customer}:acme-uploads/*`)),
  ),
  bad(
    'a colon too few',
    [
      'PP19 error: An ARN has six parts, separated by colons: arn:partition:service:region:account:resource. Write arn:aws:s3:::acme-uploads/*.',
    ],
    document(allow('s3:GetObject', 'arn:aws:s3::acme-uploads/*')),
  ),
  bad(
    'no more monitoring',
    [
      'PP14 high: guardduty:UpdateDetector can turn off security monitoring in this account. Remove it.',
      'PP14 high: inspector2:Disable can turn off security monitoring in this account. Remove it.',
    ],
    document(allow(['guardduty:UpdateDetector', 'inspector2:Disable'])),
  ),
]
