import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { trustPolicies } from '#core/policy/policies.test-data.ts'
import { policyView } from '#core/policy/policy-view.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { externalId, policyOf, root, trustContext, vendor } from '#core/rules/rule-case.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { trustSubject } from '#core/rules/trust-subject.ts'
import { trustRules } from './trust-rules.ts'

function isSafePolicy(text: string): boolean {
  const { root: read } = readJson(text)
  return read !== null && isSafe(trustSubject(policyView(text, read), trustContext).signature)
}

/** How often a policy is made; a longer run is asked for by `npm run test:differential`. */
const numRuns = Number(process.env['ROLEBRIDGE_SILENCE_RUNS'] ?? 200)

const second = '999900001111'
const otherId = 'former-4Hq8sD2kW9x'

/** The rules alone: making the fixes as well takes most of the time. */
function isTold(text: string): boolean {
  const { root: read } = readJson(text)
  if (read === null) return true
  const subject = trustSubject(policyView(text, read), trustContext)
  return trustRules.some(({ id, severity, check }) => (severity !== 'info' || id === 'TP42') && check(subject).length > 0)
}

const operators = fc.constantFrom(
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'StringEqualsIgnoreCase',
  'ForAnyValue:StringEquals',
  'StringNotLike',
  'ForAnyValue:StringNotEquals',
  'ForAnyValue:StringEqualsIfExists',
  'ForAnyValue:StringNotEqualsIfExists',
  'ForAllValues:StringEquals',
  'ForAllValues:StringNotEquals',
  'ArnLike',
  'ArnNotEquals',
  'Bool',
  'DateLessThan',
  'DateGreaterThan',
  'NumericLessThan',
  'Null',
)
const keys = fc.constantFrom(
  'sts:ExternalId',
  'STS:externalid',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:username',
  'aws:PrincipalTag/x',
  'aws:CurrentTime',
  'aws:SecureTransport',
)
const values = fc.constantFrom(
  externalId,
  externalId,
  otherId,
  '*',
  'true',
  'false',
  vendor,
  second,
  `${vendor.slice(0, 4)}*`,
  `*${vendor}*`,
  `*:role/App`,
  `arn:aws:iam::${vendor}:role/App`,
  `arn:aws:iam::${second}:role/App`,
  `arn:aws:iam::*:role/*`,
  'c0ffee*',
  '2020-01-01T00:00:00Z',
  '2199-01-01T00:00:00Z',
  `\${aws:PrincipalAccount}`,
)
const lists = fc.oneof(
  { weight: 8, arbitrary: fc.array(values, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constant<string[]>([]) },
)
const tests = fc.dictionary(keys, fc.oneof(values, lists), { minKeys: 1, maxKeys: 2 })
const vendorOnly = { StringEquals: { 'sts:ExternalId': externalId, 'aws:PrincipalAccount': vendor } }
const demanded = fc.constantFrom(
  { StringEquals: { 'sts:ExternalId': externalId } },
  { StringEquals: { 'sts:ExternalId': externalId } },
  { StringEquals: { 'sts:ExternalId': [externalId, otherId] } },
  vendorOnly,
)
const denied = fc.constantFrom(
  { StringNotEquals: { 'sts:ExternalId': externalId } },
  { StringNotEquals: { 'sts:ExternalId': [externalId, otherId] } },
  { StringNotEquals: { 'aws:PrincipalAccount': [vendor, second] } },
  { StringNotEquals: { 'aws:PrincipalAccount': vendor } },
  { Null: { 'sts:ExternalId': 'true' } },
)

const principals = fc.constantFrom<string | string[]>(
  root,
  root,
  '*',
  `arn:aws:iam::${vendor}:role/App`,
  [root, `arn:aws:iam::${second}:root`],
  [root, 'arn:aws:iam::444455556666:role/PixelPier'],
)
const statement = (Effect: string, condition: fc.Arbitrary<JsonValue>) =>
  fc.record({
    Effect: fc.constant(Effect),
    Principal: principals.map((AWS): JsonValue => ({ AWS })),
    Action: fc.constant('sts:AssumeRole'),
    Condition: fc.oneof({ weight: 1, arbitrary: fc.dictionary(operators, tests, { maxKeys: 2 }) }, { weight: 2, arbitrary: condition }),
  })
const statements = fc.oneof(
  { weight: 2, arbitrary: statement('Allow', demanded) },
  { weight: 1, arbitrary: statement('Deny', denied).map((deny) => ({ ...deny, Principal: { AWS: '*' } })) },
)

const accounts = [vendor, second, '444455556666', '999988887777', '111199999999', '111100000000']
const callers = accounts.flatMap((account) => [
  ...['App', 'Other', vendor].map((role) => `arn:aws:sts::${account}:assumed-role/${role}/session`),
  `arn:aws:iam::${account}:user/deploy`,
])
const sentIds = [
  undefined,
  externalId,
  otherId,
  'W8nZc5Hs2Pk7Qm2vK9dRt4X',
  'c0ffee',
  vendor,
  'true',
  externalId.toUpperCase(),
  `${externalId}x`,
]
const times = ['2100-01-01T00:00:00Z', '2300-01-01T00:00:00Z']

const isVendor = (callerArn: string): boolean => callerArn.includes(`::${vendor}:`)

/** Calls that get in and must not, from every caller, with every ID and at every time to come. */
function intruders(text: string): readonly string[] {
  const policy = PolicyDocument.parse(JSON.parse(text))
  return callers.flatMap((callerArn) =>
    sentIds
      .filter((id) => !(isVendor(callerArn) && id === externalId))
      .filter((id) =>
        times.some((time) => {
          const context = { 'aws:CurrentTime': time, 'aws:PrincipalTag/x': [] }
          const answer = evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId: id, context })
          return answer === 'allowed' || answer === 'unknown'
        }),
      )
      .map((id) => `${callerArn} with ${id}`),
  )
}

const texts = fc.oneof(
  { weight: 1, arbitrary: trustPolicies.map((policy) => JSON.stringify(policy)) },
  { weight: 3, arbitrary: fc.array(statements, { minLength: 1, maxLength: 3 }).map((list) => policyOf(...list)) },
)

test(
  'a policy that the linter is silent about lets the vendor in with the one right ID, and no one else',
  () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (isTold(text)) return
        expect(isSafePolicy(text)).toBe(true)
        expect(intruders(text)).toEqual([])
      }),
      { seed, numRuns },
    )
  },
  60_000 + numRuns * 50,
)

test('every fix is safe, whatever else is wrong with the policy', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { rule, fix } of lintTrustPolicy(text, trustContext)) {
        if (fix === undefined || !rule.startsWith('TP')) continue
        expect(isSafePolicy(fix)).toBe(true)
        expect(lintTrustPolicy(fix, trustContext).map((left) => left.rule)).not.toContain(rule)
      }
    }),
    { seed, numRuns: 40 },
  )
})
