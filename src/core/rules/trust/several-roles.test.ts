import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, severalRoles, severalRolesVendor, trustOfRoles, vendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { trustVerdict } from '#core/rules/trust-signature.ts'
import { contextOfPlan, readTrustPolicy } from '#core/rules/trust-subject.ts'

const { account, application, old, verifier } = severalRoles
const plan = planOf({}, severalRolesVendor)
const context = contextOfPlan(plan)

const verdictOn = (text: string) => trustVerdict(readTrustPolicy(text, context)?.signature ?? null)

test('the planned policy lists all roles in their order and has no finding', () => {
  expect(JSON.parse(trustOfRoles([application, old, verifier]))).toEqual(plan.trustPolicy)
  expect(lintTrustPolicy(policyText(plan.trustPolicy), context)).toEqual([])
  expect(verdictOn(policyText(plan.trustPolicy))).toBe('safe')
})

test('the roles in another order are as safe', () => {
  expect(verdictOn(trustOfRoles([verifier, application, old]))).toBe('safe')
})

test.each([
  ['the verifier alone', verifier, [application, old]],
  ['the application role alone', application, [old, verifier]],
  ['all but the old role', [application, verifier], [old]],
  ['the old role without its path', [application, `${account}/OldApplication`, verifier], [old]],
])('a policy that trusts %s is refused, and the linter names who is missing', (_, trusted, missing) => {
  const text = trustOfRoles(trusted)
  expect(verdictOn(text)).toBe('refused')
  expect(lintTrustPolicy(text, context).map(({ message }) => message)).toContainEqual(
    `The vendor’s application has several roles, and the policy doesn’t allow ${missing.join(', ')}.`,
  )
})

test('a role whose answer can’t be decided isn’t named as denied, where another one is', () => {
  const [statement] = JSON.parse(trustOfRoles(application)).Statement
  const condition = { ...statement.Condition, ArnEquals: { 'aws:PrincipalArn': old }, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement, { ...statement, Condition: condition }] })
  expect(readTrustPolicy(text, context)?.signature?.deniedRoles).toEqual([verifier])
})

test('a role that no one named is open', () => {
  expect(verdictOn(trustOfRoles([application, old, verifier, `${account}/SomeOtherRole`]))).toBe('open')
})

test('a policy with names of the probes as roles is still told from one that trusts every role', () => {
  const named = Vendor.parse({
    ...vendor,
    applicationRoleName: 'SomeOtherRole',
    additionalApplicationRoles: [{ name: 'AnotherRole' }, { name: 'OtherRole0' }],
  })
  const namedPlan = planOf({}, named)
  const signatureOf = (text: string) => readTrustPolicy(text, contextOfPlan(namedPlan))?.signature ?? null
  expect(trustVerdict(signatureOf(policyText(namedPlan.trustPolicy)))).toBe('safe')
  const open = policyText(namedPlan.trustPolicy).replace(/,\s*"ArnEquals": \{[^}]*\}/, '')
  expect(open).not.toBe(policyText(namedPlan.trustPolicy))
  expect(trustVerdict(signatureOf(open))).toBe('open')
})

test('the fix of a role that is named directly keeps all roles', () => {
  const [{ fix = '' } = {}] = lintTrustPolicy(trustOfRoles([application, old, verifier], { AWS: application }), context).filter(
    ({ rule }) => rule === 'TP07',
  )
  expect(JSON.parse(fix)).toEqual(plan.trustPolicy)
})
