import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { leftUntested } from '#core/verify/untested.ts'
import { inspected, trustsMore } from './inspection.ts'
import { inspectionSentences, inspectionState } from './inspection-words.ts'

const account = 'arn:aws:iam::111122223333'
const { applicationRoleName: _, applicationRolePath: __, ...unnamed } = vendor
const named = planOf()
const ofAccount = planOf({}, Vendor.parse(unnamed))

type Condition = NonNullable<PolicyStatement['Condition']>

const rootOf = ({ partition, vendorAccountId }: RolePlan): string => `arn:${partition}:iam::${vendorAccountId}:root`

const statementOf = (plan: RolePlan, Condition: Condition, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...{ Effect: 'Allow', Principal: { AWS: rootOf(plan) }, Action: 'sts:AssumeRole', Condition },
  ...more,
})

const policyWith = ({ trustPolicy }: RolePlan, ...more: readonly PolicyStatement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [...listOf(trustPolicy.Statement), ...more],
})

function readingOf(plan: RolePlan, policy: PolicyDocument) {
  const none = { inlinePolicies: [], attachedPolicies: [], settings: plan, decisions: [], requestIds: [] }
  const asked = { ...plan, permissionsPolicy: { Statement: [] }, managedPolicyArns: [] }
  return inspected({ kind: 'read', trustPolicy: JSON.stringify(policy), ...none }, asked, '2026-01-02T03:04:05.000Z')
}

const notForPrograms: readonly (readonly [string, Condition])[] = [
  ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
  ['a recent MFA', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }],
  ['MFA as the console requires it', { Null: { 'aws:MultiFactorAuthAge': 'false' } }],
  ['a user name', { StringEquals: { 'aws:username': 'alice' } }],
  ['a pattern of user names', { StringLike: { 'aws:username': 'al*' } }],
  ['a user ID', { StringLike: { 'aws:userid': 'AROAX*' } }],
  ['the kind of caller', { StringEquals: { 'aws:PrincipalType': 'FederatedUser' } }],
  ['an identity provider', { StringEquals: { 'aws:FederatedProvider': 'cognito-identity.amazonaws.com' } }],
  ['a tag of the caller', { StringEquals: { 'aws:PrincipalTag/team': 'admins' } }],
  ['an organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-123' } }],
  ['a name of the session', { StringLike: { 'sts:RoleSessionName': 'admin*' } }],
  ['a source identity', { StringEquals: { 'sts:SourceIdentity': 'alice' } }],
  ['an address', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
  ['a date', { DateLessThan: { 'aws:CurrentTime': '2099-01-01T00:00:00Z' } }],
  ['the age of a session', { DateGreaterThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } }],
  ['a Region', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }],
  ['a call by an AWS service', { Bool: { 'aws:ViaAWSService': 'true' } }],
  ['a call through an AWS service', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } }],
]

const patterns: readonly (readonly [string, Condition])[] = [
  ['a pattern in place of the ARN', { StringLike: { 'aws:PrincipalArn': '*:role/Admin*' } }],
  ['a pattern in place of the account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } }],
  ['a pattern of a part of the account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::11112222????:role/Admin' } }],
  ['a variable in place of the account', { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::\${aws:PrincipalAccount}:role/Admin` } }],
  ['another capitalization of the ARN', { StringEqualsIgnoreCase: { 'aws:PrincipalArn': 'ARN:aws:iam::111122223333:role/Admin' } }],
  ['any other role than two', { StringNotLike: { 'aws:PrincipalArn': ['*RolebridgeUnnamed', '*AnotherUnnamed'] } }],
]

test.each([...notForPrograms, ...patterns])(
  'a statement without the external ID for callers with %s is never read as secure',
  (___, condition) => {
    for (const plan of [named, ofAccount]) {
      const inspection = readingOf(plan, policyWith(plan, statementOf(plan, condition)))
      expect(inspectionState(inspection)).not.toBe('passed')
      expect(inspectionSentences(inspection).join(' ')).toMatch(/without your external ID|don’t tell whether|Other roles or users/)
      const left = leftUntested([{ kind: 'other-external-ids' }, { kind: 'principal-arn' }], inspection)
      expect(trustsMore(inspection) || left.length > 0).toBe(true)
    }
  },
)

test.each(notForPrograms)(
  'a statement with the external ID for callers with %s leaves it open whether others than the application get in',
  (___, condition) => {
    const both: Condition = { ...condition, StringLike: { ...condition['StringLike'], 'sts:ExternalId': named.externalId } }
    const inspection = readingOf(named, policyWith(named, statementOf(named, both)))
    expect(inspection).toMatchObject({ maybeOtherRoles: true, maybeOpenRoles: [] })
    expect(inspectionState(inspection)).toBe('unknown')
  },
)

const rightId: Condition = { StringEquals: { 'sts:ExternalId': named.externalId } }
const application = `${account}:role/PixelworksApplication`
const Deny = { Effect: 'Deny', Principal: '*' } as const

test.each<[string, readonly PolicyStatement[]]>([
  ['a Deny of other roles', [statementOf(named, rightId), statementOf(named, { ArnNotEquals: { 'aws:PrincipalArn': application } }, Deny)]],
  [
    'a Deny of other external IDs',
    [
      statementOf(named, { ArnLike: { 'aws:PrincipalArn': application } }),
      statementOf(named, { StringNotEquals: { 'sts:ExternalId': named.externalId } }, Deny),
    ],
  ],
  [
    'another condition as well',
    [statementOf(named, { ...rightId, ArnEquals: { 'aws:PrincipalArn': application }, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
  ],
  [
    'an operator for a set of values',
    [statementOf(named, { ...rightId, 'ForAllValues:StringEquals': { 'aws:PrincipalArn': application } })],
  ],
  [
    'a Deny with an operator for a set of values',
    [statementOf(named, rightId), statementOf(named, { 'ForAnyValue:ArnNotEquals': { 'aws:PrincipalArn': application } }, Deny)],
  ],
  ['a name in any case', [statementOf(named, { ...rightId, StringEqualsIgnoreCase: { 'aws:PrincipalArn': application } })]],
  ['a lowercase key', [statementOf(named, { StringEquals: { 'STS:externalid': [named.externalId], 'AWS:principalarn': application } })]],
])('a policy that is as strict as the planned one by %s is decided', (___, statements) => {
  const inspection = readingOf(named, { Version: '2012-10-17', Statement: [...statements] })
  expect(inspection).toMatchObject({ trustsOtherRoles: false, maybeOtherRoles: false, openRoles: [], maybeOpenRoles: [] })
})

test('an external ID in any case, or in a set of values, is not taken for the exact one', () => {
  for (const operator of ['StringEqualsIgnoreCase', 'ForAllValues:StringEquals']) {
    const condition = { [operator]: { 'sts:ExternalId': named.externalId }, ArnEquals: { 'aws:PrincipalArn': application } }
    const inspection = readingOf(named, { Version: '2012-10-17', Statement: [statementOf(named, condition)] })
    expect(inspection.openRoles).toEqual([application])
  }
})

type Context = Readonly<Record<string, string>>

/** Someone of the vendor's account, and what else their call has. */
const callers: fc.Arbitrary<{ readonly arn: string; readonly context: Context }> = fc
  .record({
    arn: fc.constantFrom('iam::A:user/alice', 'iam::A:user/team/bob', 'sts::A:assumed-role/Admin/alice', 'sts::A:assumed-role/CI/run-1'),
    context: fc.record(
      {
        'aws:MultiFactorAuthPresent': fc.constantFrom('true', 'false'),
        'aws:MultiFactorAuthAge': fc.constantFrom('5', '3000'),
        'aws:userid': fc.constantFrom('AIDAEXAMPLE', 'AROAEXAMPLE:alice'),
        'aws:SourceIp': fc.constantFrom('203.0.113.7', '198.51.100.1'),
        'aws:PrincipalTag/team': fc.constantFrom('admins', 'images'),
        'aws:PrincipalOrgID': fc.constant('o-123'),
        'aws:ViaAWSService': fc.constantFrom('true', 'false'),
        'aws:CalledViaFirst': fc.constant('cloudformation.amazonaws.com'),
        'aws:FederatedProvider': fc.constant('accounts.google.com'),
        'aws:TokenIssueTime': fc.constant('2026-01-02T00:00:00Z'),
        'aws:RequestedRegion': fc.constant('eu-central-1'),
        'aws:SourceIdentity': fc.constant('alice'),
        'sts:RoleSessionName': fc.constantFrom('admin-1', 'x'),
        'aws:UserAgent': fc.constant('console'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ arn, context }) => ({ arn, context: Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined)) }))

const facts = (arn: string, context: Context): Context => ({
  ...context,
  'aws:PrincipalArn': arn.replace(/sts::(\d+):assumed-role\/([^/]+)\/.*/, 'iam::$1:role/$2'),
  ...(arn.includes(':user/') ? { 'aws:username': arn.split('/').at(-1) ?? '' } : {}),
})

const forms: readonly ((value: string) => readonly [operator: string, value: string])[] = [
  (value) => ['StringEquals', value],
  (value) => ['StringEqualsIgnoreCase', value.toUpperCase()],
  (value) => ['StringLike', `*${value.slice(2)}`],
  (value) => ['StringLike', `${value.slice(0, -1)}?`],
  () => ['StringLike', '*'],
  () => ['Null', 'false'],
  (value) => ['StringEqualsIfExists', value],
  (value) => ['ForAnyValue:StringEquals', value],
  (value) => ['StringNotEquals', `${value}x`],
  (value) => ['ForAllValues:StringLike', value],
]

/** Conditions that mostly hold for the caller. */
const conditionsFor = (known: Context): fc.Arbitrary<Condition> =>
  fc.array(fc.tuple(fc.constantFrom(...Object.entries(known)), fc.constantFrom(...forms)), { minLength: 1, maxLength: 3 }).map((tests) => {
    const conditions: Condition = {}
    for (const [[key, value], form] of tests) {
      const [operator, pattern] = form(value)
      conditions[operator] = { ...conditions[operator], [key]: pattern }
    }
    return conditions
  })

const cases = fc
  .tuple(connections, callers, fc.constantFrom(undefined, 'another-id'), fc.boolean())
  .chain(([connection, { arn, context }, externalId, isApplication]) => {
    const plan = rolePlan(connection.terms, connection.vendor)
    const [application] = isApplication ? plan.applicationPrincipalArns : []
    const callerArn = application ?? `arn:${plan.partition}:${arn.replace('A', plan.vendorAccountId)}`
    const known = { ...facts(callerArn, context), ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }) }
    const call = { callerArn, action: 'sts:AssumeRole', externalId, context }
    return conditionsFor(known).map((condition) => ({ plan, policy: policyWith(plan, statementOf(plan, condition)), call }))
  })

test('no statement that lets someone of the vendor’s account in without the right external ID is read without a word', () => {
  let count = 0
  fc.assert(
    fc.property(cases, ({ plan, policy, call }) => {
      if (evaluateTrustPolicy(policy, call) !== 'allowed') return
      count += 1
      const inspection = readingOf(plan, policy)
      expect(inspectionState(inspection)).not.toBe('passed')
      expect(inspectionSentences(inspection)).not.toEqual([])
    }),
    { seed, numRuns: 400 },
  )
  expect(count).toBeGreaterThan(150)
})
