import { expect, test } from 'vitest'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { listed, policyOf, type RuleCases } from '#core/rules/rule-case.test-data.ts'
import { hostingRules } from './hosting-rules.ts'

const assume = (name: string, Resource: string | readonly string[], Action = 'sts:AssumeRole') => ({
  name,
  text: policyOf({ Effect: 'Allow', Action, Resource }),
})
const deny = (
  name: string,
  Condition: { readonly [operator: string]: { readonly [key: string]: string } } | undefined,
  Action = 'sts:AssumeRole',
) => ({
  name,
  text: policyOf({ Effect: 'Deny', Action, Resource: '*', Condition }),
})

const allowIf = (name: string, Condition: { readonly [operator: string]: { readonly [key: string]: string } }) => ({
  name,
  text: policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/my-user-role', Condition }),
})

const right = assume('one role name in every account', 'arn:aws:iam::*:role/my-user-role')

const cases: Record<string, RuleCases> = {
  VP01: {
    bad: [
      assume('everything', '*'),
      assume('everything in a list', ['arn:aws:iam::*:role/x', '*']),
      assume('everything by any action', '*', '*'),
      assume('everything by a pattern', '**', 'sts:Assume*'),
      assume('every ARN', 'arn:aws:*'),
      assume('every ARN of every kind', 'arn:*:*:*:*:*'),
      assume('every ARN of another partition', 'arn:aws-cn:*'),
      { name: 'NotResource', text: policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', NotResource: 'arn:aws:iam::1:role/x' }) },
      { name: 'NotAction', text: policyOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
    ],
    good: [right],
    nearMiss: [
      assume('every role, which has a rule of its own', 'arn:aws:iam::*:role/*'),
      assume('another action on everything', '*', 'sts:GetCallerIdentity'),
      { name: 'everything in a Deny', text: policyOf({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }) },
      { name: 'NotAction with AssumeRole in it', text: policyOf({ Effect: 'Allow', NotAction: 'sts:Assume*', Resource: '*' }) },
    ],
  },
  VP02: {
    bad: [
      assume('every role', 'arn:aws:iam::*:role/*'),
      assume('every role of an account', 'arn:aws:iam::444455556666:role/*'),
      assume('every role below a path', 'arn:aws:iam::*:role/service/*'),
      assume('whatever IAM has', 'arn:aws:iam::*:*'),
      assume('what the paper rejects', 'arn:aws:iam::*'),
      assume('any name of a letter or more', 'arn:aws:iam::*:role/?*'),
      assume('all that begins like a role', 'arn:aws:iam::*:r*'),
    ],
    good: [right],
    nearMiss: [
      assume('a role with a path', 'arn:aws:iam::*:role/service/my-user-role'),
      assume('roles with a prefix', 'arn:aws:iam::*:role/pixel-pier-*'),
      assume('every user', 'arn:aws:iam::*:user/*'),
    ],
  },
  VP03: {
    bad: [
      deny('without external ID', { Null: { 'sts:ExternalId': 'true' } }),
      deny('other external IDs, all of STS', { StringNotLike: { 'STS:externalid': 'c0ffee-*' } }, 'sts:*'),
      deny('one external ID, or none', { StringEqualsIfExists: { 'sts:ExternalId': 'c0ffee' } }),
      allowIf('any external ID', { Null: { 'sts:ExternalId': 'false' } }),
      allowIf('one external ID', { StringEquals: { 'sts:ExternalId': 'c0ffee' } }),
      allowIf('one external ID, or none', { StringEqualsIfExists: { 'sts:ExternalId': 'c0ffee' } }),
    ],
    good: [right],
    nearMiss: [
      deny('another condition', { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
      deny('another action', { Null: { 'sts:ExternalId': 'true' } }, 'sts:GetFederationToken'),
      deny('one external ID only', { StringEquals: { 'sts:ExternalId': 'c0ffee' } }),
      deny('all external IDs, which has a rule of its own', { Null: { 'sts:ExternalId': 'false' } }),
      {
        name: 'an Allow with it, and one without',
        text: policyOf(
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::*:role/x',
            Condition: { Null: { 'sts:ExternalId': 'false' } },
          },
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/x' },
        ),
      },
      {
        name: 'a Deny on another role',
        text: policyOf(
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/x' },
          {
            Effect: 'Deny',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::*:role/y',
            Condition: { Null: { 'sts:ExternalId': 'true' } },
          },
        ),
      },
    ],
  },
}

const roles = { assumableRoles: ['arn:aws:iam::*:role/my-user-role', 'arn:aws:iam::*:role/*/my-user-role'] }

const allow = (name: string, Action: string | readonly string[], Resource: string) => ({
  name,
  text: policyOf({ Effect: 'Allow', Action, Resource }),
})

const withDeny = (name: string, more: { readonly [element: string]: JsonValue }) => ({
  name,
  text: policyOf(
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roles.assumableRoles },
    { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', ...more },
  ),
})

Object.assign(cases, {
  VP04: {
    bad: [
      assume('roles with a prefix', 'arn:aws:iam::*:role/pixel-pier-*'),
      assume('one open letter', 'arn:aws:iam::*:role/path/my-user-rol?'),
      assume('an open start', 'arn:aws:iam::*:role/*my-user-role'),
      assume('an open kind', 'arn:aws:iam::*:*/my-user-role'),
      assume('an open partition', 'arn:*:iam::*:role/my-user-role'),
      assume('an open service', 'arn:aws:*:*:*:role/my-user-role'),
    ],
    good: [right],
    nearMiss: [
      assume('any path', 'arn:aws:iam::*:role/*/my-user-role'),
      assume('part of a path', 'arn:aws:iam::*:role/team-*/my-user-role'),
      assume('accounts that begin alike', 'arn:aws:iam::1234*:role/my-user-role'),
      assume('users', 'arn:aws:iam::*:user/my-*'),
      assume('every role, which has a rule of its own', 'arn:aws:iam::*:role/*'),
    ],
  },
  VP05: {
    bad: [
      allow('as AmazonS3FullAccess', ['s3:*', 's3-object-lambda:*'], '*'),
      allow('as AmazonDynamoDBFullAccess', 'dynamodb:*', '*'),
      allow('all of AWS', '*', '*'),
      allow('all of AWS by service', '*:*', '*'),
      allow('every bucket by its ARN', 'S3:?*', 'arn:aws:s3:::*'),
      allow('every table by its ARN', 'dynamodb:*', 'arn:aws:dynamodb:*:*:table/*'),
      { name: 'NotAction', text: policyOf({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }) },
      { name: 'NotResource', text: policyOf({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::own' }) },
    ],
    good: [allow('one action on one bucket', 's3:GetObject', 'arn:aws:s3:::own/*')],
    nearMiss: [
      allow('a service on one table', 'dynamodb:*', 'arn:aws:dynamodb:us-east-1:111122223333:table/own'),
      allow('an action that names no resource', 's3:ListAllMyBuckets', '*'),
      allow('STS, which has rules of its own', 'sts:*', '*'),
      { name: 'NotAction on one role', text: policyOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:iam::*:role/x' }) },
    ],
  },
  VP06: {
    bad: [
      allow('by name', 'iam:CreateAccessKey', '*'),
      allow('by pattern', 'iam:Create*', '*'),
      allow('of every user', 'iam:UpdateLoginProfile', 'arn:aws:iam::*:user/*'),
      allow('of a service', 'iam:CreateServiceSpecificCredential', '*'),
      { name: 'NotAction', text: policyOf({ Effect: 'Allow', NotAction: ['s3:*', 'sts:*'], Resource: '*' }) },
    ],
    good: [right],
    nearMiss: [
      allow('another action of IAM', 'iam:GetRolePolicy', '*'),
      allow('every action on a role', '*', 'arn:aws:iam::*:role/my-user-role'),
      deny('a Deny of it', undefined, 'iam:CreateAccessKey'),
      { name: 'NotAction with IAM in it', text: policyOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
    ],
  },
  VP07: {
    bad: [
      assume('another role', 'arn:aws:iam::*:role/other'),
      assume('the name in other letters', 'arn:aws:iam::*:role/My-User-Role'),
      allow('no role at all', 's3:GetObject', 'arn:aws:s3:::own/*'),
      right,
      withDeny('a Deny of it', {}),
      withDeny('a Deny of every external ID', { Condition: { Null: { 'sts:ExternalId': 'false' } } }),
    ],
    good: [assume('both ARNs of the config', roles.assumableRoles)],
    nearMiss: [
      assume('too much, which has a rule of its own', '*'),
      assume('some accounts, which has a rule of its own', [
        'arn:aws:iam::444455556666:role/my-user-role',
        'arn:aws:iam::444455556666:role/*/my-user-role',
      ]),
      assume(
        'twelve digits of an account',
        roles.assumableRoles.map((role) => role.replace('::*:', '::????????????:')),
      ),
      withDeny('a Deny of own roles', { Resource: 'arn:aws:iam::111122223333:role/*' }),
      withDeny('a Deny of calls without external ID', { Condition: { Null: { 'sts:ExternalId': 'true' } } }),
      { name: 'a statement that AWS rejects', text: policyOf({ Effect: 'allow', Action: 's3:GetObject', Resource: '*' }) },
    ],
  },
  VP08: {
    bad: [
      assume('the first policy of the paper', 'arn:aws:iam::222222222222:role/my-user-role'),
      assume('accounts that begin alike', 'arn:aws:iam::22*:role/my-user-role'),
    ],
    good: [assume('both ARNs of the config', roles.assumableRoles)],
    nearMiss: [
      assume('another role in one account', 'arn:aws:iam::222222222222:role/other'),
      assume('one account, and all', ['arn:aws:iam::222222222222:role/my-user-role', ...roles.assumableRoles]),
    ],
  },
  VP09: {
    bad: [
      assume('a well-known role in every account', [...roles.assumableRoles, 'arn:aws:iam::*:role/OrganizationAccountAccessRole']),
      assume('another role in accounts that begin alike', [...roles.assumableRoles, 'arn:aws:iam::4444*:role/other']),
      assume('another role in any path', [...roles.assumableRoles, 'arn:aws:iam::????????????:role/*/other']),
      assume('the name in other letters', 'arn:aws:iam::*:role/My-User-Role'),
      assume('an ARN that ends in the account', [...roles.assumableRoles, 'arn:aws:iam::*other']),
      {
        name: 'another role by any action',
        text: policyOf(JSON.parse(right.text).Statement[0], { Effect: 'Allow', Action: '*', Resource: 'arn:aws:iam::*:role/other' }),
      },
      {
        name: 'another role, with a Deny of calls without external ID',
        text: policyOf(
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/other' },
          { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*', Condition: { Null: { 'sts:ExternalId': 'true' } } },
        ),
      },
    ],
    good: [assume('both ARNs of the config', roles.assumableRoles)],
    nearMiss: [
      assume('another role in the own account', [...roles.assumableRoles, 'arn:aws:iam::111122223333:role/nightly-report']),
      assume('the role of the config below a path', [...roles.assumableRoles, 'arn:aws:iam::*:role/company/my-user-role']),
      assume('roles with a prefix, which have a rule of their own', [...roles.assumableRoles, 'arn:aws:iam::*:role/pixel-*']),
      allow('a bucket', 's3:*', 'arn:aws:s3:::*own'),
      allow('another action on another role', 'iam:GetRole', 'arn:aws:iam::*:role/other'),
      {
        name: 'another role that is denied',
        text: policyOf(
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ['arn:aws:iam::*:role/other', ...roles.assumableRoles] },
          { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/other' },
        ),
      },
    ],
  },
})

test('every rule has cases that are bad, good, and almost bad', () => {
  expect(Object.keys(cases)).toEqual(hostingRules.map(({ id }) => id))
  for (const { bad, good, nearMiss } of Object.values(cases)) expect([bad.length, good.length, nearMiss.length]).not.toContain(0)
})

test.each(listed(cases))('$rule $kind: $name', ({ rule, kind, text }) => {
  expect(
    lintHostingPolicy(text, 'en', ['VP07', 'VP08', 'VP09'].includes(rule) ? roles : null).some((finding) => finding.rule === rule),
  ).toBe(kind === 'finds')
})

test('the policy that the application role should have has no finding', () => {
  const context = { assumableRoles: ['arn:aws:iam::*:role/my-user-role'] }
  expect([lintHostingPolicy(right.text), lintHostingPolicy(right.text, 'en', context)]).toEqual([[], []])
})

test('the fix of a wildcard names the roles of the config, and nothing else is found then', () => {
  const wide = ['*', 'arn:aws:iam::*', 'arn:aws:iam::*:role/*', 'arn:aws:iam::*:role/my-user-role*']
  const several = [...wide, 'arn:aws:iam::222222222222:role/my-user-role']
  for (const text of [...wide.map((resource) => assume('', resource, 'sts:*').text), assume('', several).text]) {
    const [found] = lintHostingPolicy(text, 'en', roles)
    expect(JSON.parse(found?.fix ?? '').Statement[0].Resource).toEqual(roles.assumableRoles)
    expect(lintHostingPolicy(found?.fix ?? '', 'en', roles)).toEqual([])
  }
})

test.each([
  ['a list', [[...roles.assumableRoles, 'arn:aws:iam::*:role/other']], [roles.assumableRoles]],
  ['a statement', [roles.assumableRoles, ['arn:aws:iam::*:role/other', 'arn:aws:iam::*:role/third']], [roles.assumableRoles]],
  ['two statements', [['arn:aws:iam::*:role/a'], roles.assumableRoles, ['arn:aws:iam::*:role/b']], [roles.assumableRoles]],
  ['the only statement', [['arn:aws:iam::*:role/other']], [roles.assumableRoles]],
])('the fix of another role takes it from %s, and adds none twice', (_, resources, expected) => {
  const statements = resources.map((Resource) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource }))
  const found = lintHostingPolicy(policyOf(...statements), 'en', roles).find(({ rule }) => rule === 'VP09')
  const fixed: { readonly Statement: readonly { readonly Resource: unknown }[] } = JSON.parse(found?.fix ?? '')
  expect(fixed.Statement.map(({ Resource }) => Resource)).toEqual(expected)
})

test('a statement that allows actions on other resources keeps its own', () => {
  const found = lintHostingPolicy(policyOf({ Effect: 'Allow', Action: ['sts:AssumeRole', 's3:GetObject'], Resource: '*' }), 'en', roles)
  expect(found.filter(({ rule }) => rule === 'VP01').map(({ fix }) => fix)).toEqual([undefined])
})

test.each([
  [
    'the only statement, which is no list',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::own/*"}}',
  ],
  ['NotResource', policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', NotResource: 'arn:aws:iam::*:role/x' })],
  ['a Deny of everything', withDeny('', {}).text],
])('the fix of %s allows the roles of the config', (_, text) => {
  const [found] = lintHostingPolicy(text, 'en', roles)
  expect(lintHostingPolicy(found?.fix ?? '', 'en', roles)).toEqual([])
})

test.each([
  ['PP19', 'a role in another partition', assume('', 'arn:aws-cn:iam::*:role/my-user-role').text],
  ['PP22', 'the trust policy', policyOf({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' })],
  [
    'PP23',
    '500 accounts',
    assume(
      '',
      Array.from({ length: 500 }, (_, index) => `arn:aws:iam::${200_000_000_000 + index}:role/my-user-role`),
    ).text,
  ],
  ['PP32', 'an effect in small letters', policyOf({ Effect: 'allow', Action: 'sts:AssumeRole', Resource: '*' })],
  ['PP33', 'no resource', policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole' })],
  ['JSON04', 'comments', `// The application\n${right.text}`],
  ['JSON18', 'elements in small letters', '{"version":"2012-10-17","statement":[]}'],
])('%s finds %s', (rule, _, text) => {
  expect(lintHostingPolicy(text, 'en', roles).map((found) => found.rule)).toContain(rule)
})

const suffixed = { assumableRoles: ['arn:aws:iam::*:role/PixelworksAccess-*'] }

const found = (Resource: string | readonly string[], context: Parameters<typeof lintHostingPolicy>[2]) =>
  lintHostingPolicy(policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource }), 'en', context).map(({ rule }) => rule)

test.each([
  ['the name with a suffix of any length', 'arn:aws:iam::*:role/PixelworksAccess-*', []],
  ['the name with a suffix of ten characters', `arn:aws:iam::*:role/PixelworksAccess-${'?'.repeat(10)}`, []],
  ['in one account', 'arn:aws:iam::444455556666:role/PixelworksAccess-*', ['VP08']],
  ['also the roles from before', ['arn:aws:iam::*:role/PixelworksAccess-*', 'arn:aws:iam::*:role/PixelworksAccess'], []],
  ['only the roles from before', 'arn:aws:iam::*:role/PixelworksAccess', ['VP07']],
  ['a shorter beginning by the hyphen', 'arn:aws:iam::*:role/PixelworksAccess*', ['VP04']],
  ['a shorter beginning', 'arn:aws:iam::*:role/Pixelworks*', ['VP04']],
  ['a part of the suffixes', 'arn:aws:iam::*:role/PixelworksAccess-a*', ['VP07']],
  ['every role', 'arn:aws:iam::*:role/*', ['VP02']],
  ['everything', '*', ['VP01']],
  ['another role too', ['arn:aws:iam::*:role/PixelworksAccess-*', 'arn:aws:iam::*:role/OrganizationAccountAccessRole'], ['VP09']],
  ['another suffixed role too', ['arn:aws:iam::*:role/PixelworksAccess-*', 'arn:aws:iam::*:role/PixelworksAdmin-*'], ['VP04']],
] as const)('where the config has suffixes: %s', (_, resource, rules) => {
  expect(found(resource, suffixed)).toEqual(rules)
})

test('a pattern is accepted only where the config has it', () => {
  expect(found('arn:aws:iam::*:role/PixelworksAccess-*', null)).toEqual(['VP04'])
  expect(found('arn:aws:iam::*:role/PixelworksAccess-*', { assumableRoles: ['arn:aws:iam::*:role/PixelworksAccess'] })).toEqual([
    'VP04',
    'VP07',
  ])
})

test('a fix puts the pattern of the config in the place of a wider one', () => {
  const [finding] = lintHostingPolicy(assume('', 'arn:aws:iam::*:role/Pixelworks*').text, 'en', suffixed)
  expect(JSON.parse(finding?.fix ?? '')).toMatchObject({ Statement: [{ Resource: suffixed.assumableRoles[0] }] })
})
