import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf, userArn, userVendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { contextOfPlan } from '#core/rules/trust-subject.ts'

const plan = planOf({}, userVendor)
const context = contextOfPlan(plan)
const condition = { StringEquals: { 'sts:ExternalId': plan.externalId } }

const trusting = (AWS: string | readonly string[], Condition: object = condition): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole', Condition }] })

const rulesOf = (text: string): readonly string[] => lintTrustPolicy(text, context).map(({ rule }) => rule)

test('the user is the principal, with the external ID and no other condition', () => {
  expect(plan.trustPolicy).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: userArn }, Action: 'sts:AssumeRole', Condition: condition }],
  })
})

test('the linter says nothing of a planned policy, whatever the vendor calls as', () => {
  fc.assert(
    fc.property(connections, ({ terms, vendor }) => {
      const { trustPolicy, ...any } = rolePlan(terms, vendor)
      const found = lintTrustPolicy(policyText(trustPolicy), contextOfPlan({ ...any, trustPolicy }))
      // External IDs of tests are short.
      expect(found.filter(({ rule }) => /^TP(0|1[0-8]|29|3|4[0-2])/.test(rule))).toEqual([])
    }),
    { seed, numRuns: 60 },
  )
})

test.each<[string, string, readonly string[]]>([
  ['the user', trusting(userArn), []],
  ['the account, which works', trusting('arn:aws:iam::111122223333:root'), []],
  ['the account and a condition on the user', trusting('111122223333', { ...condition, ArnEquals: { 'aws:PrincipalArn': userArn } }), []],
  ['another user', trusting('arn:aws:iam::111122223333:user/another'), ['TP08', 'TP41']],
  ['the user in another path', trusting('arn:aws:iam::111122223333:user/pix1-b-self1234'), ['TP08', 'TP41']],
  ['a role', trusting('arn:aws:iam::111122223333:role/PixelworksApplication'), ['TP07', 'TP41']],
  ['a deleted user', trusting('AIDA4EXAMPLE5EXAMPLE6'), ['TP06']],
  ['another account', trusting('arn:aws:iam::888877776666:root'), ['TP04']],
  ['the user without an external ID', trusting(userArn, { Bool: { 'aws:SecureTransport': 'true' } }), ['TP11']],
])('names what is wrong with %s as principal', (_, text, rules) => {
  expect(rulesOf(text)).toEqual(rules)
})

test.each(['arn:aws:iam::111122223333:user/another', 'arn:aws:iam::111122223333:role/App', 'AIDA4EXAMPLE5EXAMPLE6', '888877776666', '*'])(
  'the fix of the principal %s is the user',
  (principal) => {
    const [{ fix = '' } = {}] = lintTrustPolicy(trusting(principal), context)
    expect(JSON.parse(fix)).toEqual(plan.trustPolicy)
  },
)

test('a deleted user is said to be one, and what to trust', () => {
  expect(lintTrustPolicy(trusting('AIDA4EXAMPLE5EXAMPLE6'), context)[0]?.message).toBe(
    `The vendor IAM user that this role trusted was deleted, so AWS shows its ID AIDA4EXAMPLE5EXAMPLE6. Trust ${userArn}.`,
  )
})

test('the earlier name of the context field still counts', () => {
  const { applicationPrincipalArn: applicationRoleArn, ...rest } = contextOfPlan(planOf())
  const policy = policyText(planOf().trustPolicy)
  expect(lintTrustPolicy(policy, { ...rest, applicationRoleArn })).toEqual(lintTrustPolicy(policy, contextOfPlan(planOf())))
})
