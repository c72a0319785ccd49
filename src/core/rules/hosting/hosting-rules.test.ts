import { expect, test } from 'vitest'
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
    ],
    good: [right],
    nearMiss: [
      assume('a role with a path', 'arn:aws:iam::*:role/service/my-user-role'),
      assume('roles with a prefix', 'arn:aws:iam::*:role/pixel-pier-*'),
    ],
  },
  VP03: {
    bad: [
      deny('without external ID', { Null: { 'sts:ExternalId': 'true' } }),
      deny('other external IDs, all of STS', { StringNotLike: { 'STS:externalid': 'c0ffee-*' } }, 'sts:*'),
    ],
    good: [right],
    nearMiss: [
      deny('another condition', { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
      deny('another action', { Null: { 'sts:ExternalId': 'true' } }, 'sts:GetFederationToken'),
      {
        name: 'an Allow with it',
        text: policyOf({
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: 'arn:aws:iam::*:role/x',
          Condition: { Null: { 'sts:ExternalId': 'false' } },
        }),
      },
    ],
  },
}

const roles = { assumableRoles: ['arn:aws:iam::*:role/my-user-role', 'arn:aws:iam::*:role/*/my-user-role'] }

const allow = (name: string, Action: string | readonly string[], Resource: string) => ({
  name,
  text: policyOf({ Effect: 'Allow', Action, Resource }),
})

Object.assign(cases, {
  VP04: {
    bad: [
      assume('roles with a prefix', 'arn:aws:iam::*:role/pixel-pier-*'),
      assume('one open letter', 'arn:aws:iam::*:role/path/my-user-rol?'),
    ],
    good: [right],
    nearMiss: [
      assume('any path', 'arn:aws:iam::*:role/*/my-user-role'),
      assume('every role, which has a rule of its own', 'arn:aws:iam::*:role/*'),
    ],
  },
  VP05: {
    bad: [
      allow('as AmazonS3FullAccess', ['s3:*', 's3-object-lambda:*'], '*'),
      allow('as AmazonDynamoDBFullAccess', 'dynamodb:*', '*'),
      allow('all of AWS', '*', '*'),
    ],
    good: [allow('one action on one bucket', 's3:GetObject', 'arn:aws:s3:::own/*')],
    nearMiss: [
      allow('a service on one table', 'dynamodb:*', 'arn:aws:dynamodb:us-east-1:111122223333:table/own'),
      allow('an action that names no resource', 's3:ListAllMyBuckets', '*'),
    ],
  },
  VP06: {
    bad: [allow('by name', 'iam:CreateAccessKey', '*'), allow('by pattern', 'iam:Create*', '*')],
    good: [right],
    nearMiss: [allow('another action of IAM', 'iam:GetRolePolicy', '*'), deny('a Deny of it', undefined, 'iam:CreateAccessKey')],
  },
  VP07: {
    bad: [assume('another role', 'arn:aws:iam::*:role/other'), allow('no role at all', 's3:GetObject', 'arn:aws:s3:::own/*'), right],
    good: [
      { name: 'both ARNs of the config', text: policyOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roles.assumableRoles }) },
    ],
    nearMiss: [assume('too much, which has a rule of its own', '*')],
  },
})

test('every rule has cases that are bad, good, and almost bad', () => {
  expect(Object.keys(cases)).toEqual(hostingRules.map(({ id }) => id))
  for (const { bad, good, nearMiss } of Object.values(cases)) expect([bad.length, good.length, nearMiss.length]).not.toContain(0)
})

test.each(listed(cases))('$rule $kind: $name', ({ rule, kind, text }) => {
  expect(lintHostingPolicy(text, 'en', rule === 'VP07' ? roles : null).some((finding) => finding.rule === rule)).toBe(kind === 'finds')
})

test('the policy that the application role should have has no finding', () => {
  expect(lintHostingPolicy(right.text)).toEqual([])
})

test('the fix of a wildcard names the role of the config', () => {
  const [finding] = lintHostingPolicy(assume('', 'arn:aws:iam::*').text, 'en', roles)
  expect([finding?.rule, JSON.parse(finding?.fix ?? '').Statement[0].Resource]).toEqual(['VP02', roles.assumableRoles[0]])
})

test('a statement that allows more than sts:AssumeRole keeps its resource', () => {
  const found = lintHostingPolicy(policyOf({ Effect: 'Allow', Action: ['sts:AssumeRole', 's3:GetObject'], Resource: '*' }), 'en', roles)
  expect(found.filter(({ rule }) => rule === 'VP01').map(({ fix }) => fix)).toEqual([undefined])
})
