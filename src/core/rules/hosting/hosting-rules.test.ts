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

const cases: Readonly<Record<string, RuleCases>> = {
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

test('every rule has cases that are bad, good, and almost bad', () => {
  expect(Object.keys(cases)).toEqual(hostingRules.map(({ id }) => id))
  for (const { bad, good, nearMiss } of Object.values(cases)) expect([bad.length, good.length, nearMiss.length]).not.toContain(0)
})

test.each(listed(cases))('$rule $kind: $name', ({ rule, kind, text }) => {
  expect(lintHostingPolicy(text).some((finding) => finding.rule === rule)).toBe(kind === 'finds')
})

test('the policy that the application role should have has no finding', () => {
  expect(lintHostingPolicy(right.text)).toEqual([])
})
