import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { policyOf } from '#core/rules/rule-case.test-data.ts'

const role = 'arn:aws:iam::*:role/my-user-role'
const context = { assumableRoles: [role] }

const resource = fc.constantFrom(
  role,
  role,
  role,
  '*',
  'arn:aws:iam::*',
  'arn:aws:iam::*:role/*',
  'arn:aws:iam::*:role/my-*',
  'arn:aws:iam::*:role/*/my-user-role',
  'arn:aws:iam::222222222222:role/my-user-role',
  'arn:aws:iam::*:role/other',
  'arn:aws:iam::4444*:role/*/other',
  'arn:aws:iam::111122223333:role/other',
  'arn:aws-cn:iam::*:role/my-user-role',
  'arn:*:iam::*:role/my-user-role',
  'arn:aws:s3:::own/*',
)
const action = fc.constantFrom('sts:AssumeRole', 'sts:AssumeRole', 'sts:assumerole', 'sts:*', '*', 's3:GetObject', 'iam:Create*')
const oneOrMany = (values: fc.Arbitrary<string>) => fc.oneof(values, fc.uniqueArray(values, { minLength: 1, maxLength: 2 }))
const condition = fc.constantFrom(
  undefined,
  undefined,
  { Null: { 'sts:ExternalId': 'true' } },
  { Null: { 'sts:ExternalId': 'false' } },
  { StringEquals: { 'sts:ExternalId': 'one-customer' } },
  { StringEqualsIfExists: { 'STS:externalid': 'one-customer' } },
  { StringNotLike: { 'sts:ExternalId': 'pixel-*' } },
)
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    isNotAction: fc.boolean(),
    isNotResource: fc.nat(5),
    actions: oneOrMany(action),
    resources: oneOrMany(resource),
    Condition: condition,
  })
  .map(({ Effect, isNotAction, isNotResource, actions, resources, Condition }) => ({
    Effect,
    ...(isNotAction && isNotResource === 1 ? { NotAction: actions } : { Action: actions }),
    ...(isNotResource === 0 ? { NotResource: resources } : { Resource: resources }),
    Condition,
  }))
const policies = fc.array(statement, { minLength: 1, maxLength: 3 }).map((list) => policyOf(...list))

function answers(text: string) {
  const policy = PolicyDocument.parse(JSON.parse(text))
  const ask = (Action: string, Resource: string, externalId: string | null) =>
    evaluateIdentityPolicies([policy], { action: Action, resource: Resource, context: { 'sts:ExternalId': externalId ?? [] } })
  const assume = (name: string, externalId: string | null) => ask('sts:AssumeRole', `arn:aws:iam::444455556666:role/${name}`, externalId)
  return {
    wanted: [assume('my-user-role', 'K3y-of-a-new-customer'), assume('my-user-role', null)],
    unwanted: [
      assume('other-role', 'K3y'),
      assume('my-other', 'K3y'),
      assume('other', 'K3y'),
      assume('company/other', null),
      ask('iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/a', null),
    ],
  }
}

test('a policy that the rules are silent about allows the role of the config, with any external ID and none, and no other', () => {
  const silent: string[] = []
  fc.assert(
    fc.property(policies, (text) => {
      if (lintHostingPolicy(text, 'en', context).length > 0) return
      silent.push(text)
      const { wanted, unwanted } = answers(text)
      expect([text, wanted]).toEqual([text, ['allowed', 'allowed']])
      expect([text, unwanted.includes('allowed')]).toEqual([text, false])
    }),
    { seed, numRuns: 2000 },
  )
  expect(silent.length).toBeGreaterThan(20)
})

test('a fix leaves nothing for its rule at that place, and takes nothing that was right', () => {
  fc.assert(
    fc.property(policies, (text) => {
      for (const { rule, path, fix } of lintHostingPolicy(text, 'en', context)) {
        if (fix === undefined || !rule.startsWith('VP')) continue
        const left = lintHostingPolicy(fix, 'en', context).filter((found) => found.rule === rule && found.path.join() === path.join())
        expect([text, rule, left]).toEqual([text, rule, []])
        if (rule !== 'VP07' && answers(text).wanted[0] === 'allowed')
          expect([text, rule, answers(fix).wanted[0]]).toEqual([text, rule, 'allowed'])
      }
    }),
    { seed, numRuns: 300 },
  )
})
