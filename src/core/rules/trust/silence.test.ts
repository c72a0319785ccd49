import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { trustPolicies } from '#core/policy/policies.test-data.ts'
import { policyView } from '#core/policy/policy-view.ts'
import type { StatedContext } from '#core/policy/request-context.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { externalId, policyOf, root, trustContext, vendor } from '#core/rules/rule-case.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { type TrustSubject, trustSubject } from '#core/rules/trust-subject.ts'
import { isThorough } from '#tools/thorough.ts'
import { trustRules } from './trust-rules.ts'

function subjectOf(text: string): TrustSubject | null {
  const { root: read } = readJson(text)
  return read === null ? null : trustSubject(policyView(text, read), trustContext)
}

const isSafePolicy = (text: string): boolean => isSafe(subjectOf(text)?.signature ?? null)

/** All take five minutes of processor time, so a usual run has the first ones, not a quarter. */
const numRuns = isThorough ? 100_000 : 400

const second = '999900001111'
const otherId = 'former-4Hq8sD2kW9x'

/** The rules alone: making the fixes as well takes most of the time. */
const isTold = (subject: TrustSubject): boolean =>
  trustRules.some(({ id, severity, check }) => (severity !== 'info' || id === 'TP42') && check(subject).length > 0)

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
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLikeIfExists',
  'Bool',
  'BoolIfExists',
  'DateLessThan',
  'DateGreaterThan',
  'NumericLessThan',
  'Null',
)
const keys = fc.constantFrom(
  'sts:ExternalId',
  'sts:ExternalId',
  'STS:externalid',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalType',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
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
  'AssumedRole',
  'User',
  'deploy',
  'd*',
  vendor,
  second,
  `${vendor.slice(0, 4)}*`,
  `*${vendor}*`,
  `*:role/App`,
  '*:user/*',
  `arn:aws:iam::${vendor}:role/App`,
  `arn:aws:iam::${vendor}:role/A?p*`,
  `arn:aws:iam::${vendor}:user/deploy`,
  `arn:aws:iam::${vendor}:user/ops/*`,
  `arn:aws:iam::${second}:role/App`,
  `arn:aws:iam::*:role/*`,
  `arn:aws:iam::*:user/deploy`,
  'c0ffee*',
  '2020-01-01T00:00:00Z',
  '2199-01-01T00:00:00Z',
  `\${aws:PrincipalAccount}`,
  `\${aws:PrincipalArn}`,
  `\${aws:PrincipalType}`,
  `\${aws:username}`,
  `\${aws:username, '${externalId}'}`,
)

/** More than anybody would try one by one. */
const many = (prefix: string): fc.Arbitrary<string[]> =>
  fc.integer({ min: 4, max: 24 }).map((count) => Array.from({ length: count }, (_, index) => `${prefix}${index + 10}`))
const longLists = fc
  .tuple(fc.oneof(many(`arn:aws:iam::${vendor}:role/App`), many('former-'), many('2000000000')), values)
  .map(([names, last]) => [...names, last])
const lists = fc.oneof(
  { weight: 8, arbitrary: fc.array(values, { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: longLists },
  { weight: 1, arbitrary: fc.constant<string[]>([]) },
)

/** Rarely one without a key. */
const tests = fc.oneof(
  { weight: 30, arbitrary: fc.dictionary(keys, fc.oneof(values, lists), { minKeys: 1, maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.constant({}) },
)
const vendorOnly = { StringEquals: { 'sts:ExternalId': externalId, 'aws:PrincipalAccount': vendor } }
type Tests = Readonly<Record<string, JsonValue>>
type Conditions = Readonly<Record<string, Tests>>
const demanded = fc.constantFrom<Conditions>(
  { StringEquals: { 'sts:ExternalId': externalId } },
  { StringEquals: { 'sts:ExternalId': externalId } },
  { StringEquals: { 'sts:ExternalId': [externalId, otherId] } },
  vendorOnly,
)
const denied = fc.constantFrom<Conditions>(
  { StringNotEquals: { 'sts:ExternalId': externalId } },
  { StringNotEquals: { 'sts:ExternalId': externalId } },
  { StringNotEquals: { 'sts:ExternalId': [externalId, otherId] } },
  { StringNotEquals: { 'aws:PrincipalAccount': [vendor, second] } },
  { StringNotEquals: { 'aws:PrincipalAccount': vendor } },
  { Null: { 'sts:ExternalId': 'true' } },
)
const random = fc.dictionary(operators, tests, { maxKeys: 2 })

/** All tests of both, joined by AND. */
const joined = (conditions: fc.Arbitrary<Conditions>): fc.Arbitrary<Conditions> =>
  fc
    .tuple(conditions, random)
    .map(([one, other]) =>
      Object.fromEntries(
        [...Object.keys(one), ...Object.keys(other)].map((operator) => [operator, { ...other[operator], ...one[operator] }]),
      ),
    )

const former = [
  `arn:aws:iam::${second}:root`,
  ...['20000000010', '20000000011', '20000000012', '20000000013'].map((account) => `${account}0`),
]
const principals = fc.constantFrom<string | string[]>(
  root,
  root,
  '*',
  `arn:aws:iam::${vendor}:role/App`,
  `arn:aws:iam::${vendor}:user/deploy`,
  `arn:aws:sts::${vendor}:assumed-role/service/App/session`,
  `arn:aws-us-gov:iam::${vendor}:root`,
  [root, `arn:aws:iam::${second}:root`],
  [root, 'arn:aws:iam::444455556666:role/PixelPier'],
)
const statement = (Effect: string, condition: fc.Arbitrary<Conditions>) =>
  fc.record({
    Effect: fc.constant(Effect),
    Principal: principals.map((AWS): JsonValue => ({ AWS })),
    Action: fc.constant('sts:AssumeRole'),
    Condition: fc.oneof({ weight: 1, arbitrary: random }, { weight: 2, arbitrary: condition }, { weight: 2, arbitrary: joined(condition) }),
  })
const statements = fc.oneof(
  { weight: 4, arbitrary: statement('Allow', demanded) },
  { weight: 1, arbitrary: statement('Allow', fc.constant({ Bool: { 'aws:SecureTransport': 'true' } })) },
  { weight: 2, arbitrary: statement('Deny', denied).map((deny) => ({ ...deny, Principal: { AWS: '*' } })) },
  {
    weight: 1,
    arbitrary: statement('Deny', denied).map(({ Condition: _, ...deny }) => ({ ...deny, Principal: { AWS: former } })),
  },
)

const accounts = [vendor, second, '444455556666', '999988887777', '111199999999', '111100000000', '200000000100']
const callers = accounts.flatMap((account) => [
  ...['App', 'Other', 'App10', vendor].map((role) => `arn:aws:sts::${account}:assumed-role/${role}/session`),
  ...['deploy', 'ops/deploy', 'ops/bob'].map((user) => `arn:aws:iam::${account}:user/${user}`),
])
const sentIds = [
  undefined,
  externalId,
  otherId,
  'former-10',
  'deploy',
  'bob',
  'W8nZc5Hs2Pk7Qm2vK9dRt4X',
  'c0ffee',
  vendor,
  'true',
  'User',
  'AssumedRole',
  `arn:aws:iam::${vendor}:role/App`,
  `arn:aws:iam::${vendor}:user/deploy`,
  externalId.toUpperCase(),
  `${externalId}x`,
]
const times = ['2100-01-01T00:00:00Z', '2300-01-01T00:00:00Z']
const signedIn: readonly StatedContext[] = [
  { 'aws:MultiFactorAuthPresent': [], 'aws:MultiFactorAuthAge': [] },
  { 'aws:MultiFactorAuthPresent': 'false', 'aws:MultiFactorAuthAge': [] },
  { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '300' },
]
const contexts = times.flatMap((time) => signedIn.map((context) => ({ ...context, 'aws:CurrentTime': time, 'aws:PrincipalTag/x': [] })))

const isVendor = (callerArn: string): boolean => callerArn.includes(`::${vendor}:`)

/** Calls that get in and must not, from every caller, with every ID and at every time to come. */
function intruders(text: string): readonly string[] {
  const policy = PolicyDocument.parse(JSON.parse(text))
  const compared = (word: string): boolean => text.toLowerCase().includes(word)
  const tried = contexts.filter(
    (_, index) => (compared('multifactor') || index % signedIn.length === 0) && (compared('currenttime') || index < signedIn.length),
  )
  return callers.flatMap((callerArn) =>
    sentIds
      .filter((id) => !(isVendor(callerArn) && id === externalId))
      .filter((id) =>
        tried.some((context) => {
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
        const subject = subjectOf(text)
        if (subject === null) return
        const isSilent = !isTold(subject)
        const isCalledSafe = isSafe(subject.signature)
        if (isSilent) expect(isCalledSafe).toBe(true)
        if (isSilent || isCalledSafe) expect(intruders(text)).toEqual([])
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
