import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, termsOf, vendor } from '#core/fixtures.test-data.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { inspectedTrustAlone } from './inspected-role.test-data.ts'
import { trustsMore } from './inspection.ts'
import { inspectionSentences, inspectionState } from './inspection-words.ts'
import { trustDifference } from './trust-difference.ts'

const account = 'arn:aws:iam::111122223333'
const [application, verifier] = [`${account}:role/PixelworksApplication`, `${account}:role/Verifier`]
const several = Vendor.parse({ ...vendor, verifierRole: { name: 'Verifier' } })
const { applicationRoleName: _, applicationRolePath: __, ...unnamed } = vendor
const plan = planOf({}, several)
const { externalId } = plan

type Condition = NonNullable<PolicyStatement['Condition']>

const allowing = (roles: string | readonly string[], condition: Condition, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...{ Effect: 'Allow', Principal: { AWS: `${account}:root` }, Action: 'sts:AssumeRole' },
  Condition: { ...condition, ArnEquals: { 'aws:PrincipalArn': [roles].flat() } },
  ...more,
})
const rightId: Condition = { StringEquals: { 'sts:ExternalId': externalId } }
const policyOf = (...Statement: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement })

const readingOf = (policy: PolicyDocument) => inspectedTrustAlone(policy, plan)

const lowercase = externalId.toLowerCase()

test.each<[string, Condition]>([
  ['no condition on the external ID', {}],
  ['StringEqualsIfExists', { StringEqualsIfExists: { 'sts:ExternalId': externalId } }],
  ['ForAllValues', { 'ForAllValues:StringEquals': { 'sts:ExternalId': externalId } }],
  ['any external ID', { StringLike: { 'sts:ExternalId': '*' } }],
  ['a prefix', { StringLike: { 'sts:ExternalId': `${externalId.slice(0, 8)}*` } }],
  ['a suffix', { StringLike: { 'sts:ExternalId': `*${externalId.slice(-8)}` } }],
  ['a comparison that ignores case', { StringEqualsIgnoreCase: { 'sts:ExternalId': externalId } }],
  ['the ID in lowercase', { StringEquals: { 'sts:ExternalId': [externalId, lowercase] } }],
])('a role that no check runs as and that gets in with %s is open, and the role is unsafe', (__, condition) => {
  const policy = policyOf(allowing(verifier, rightId), allowing(application, condition))
  const inspection = readingOf(policy)
  expect(inspection).toMatchObject({ openRoles: [application], trustedRoles: [verifier] })
  expect(trustsMore(inspection)).toBe(true)
  expect(inspectionState(inspection)).toBe('failed')
  expect(inspectionSentences(inspection)).toContain(`Can assume it without your external ID: ${application}.`)
})

test('a plan with one role finds it open too', () => {
  const policy = policyOf(allowing(application, rightId), allowing(application, {}))
  expect(trustDifference(policy, planOf()).openRoles).toEqual([application])
})

test('an application user that gets in without the external ID is open', () => {
  const config = Vendor.parse({ ...unnamed, applicationUser: { name: 'abc1-b-self1234' } })
  const user = `${account}:user/abc1-b-self1234`
  const { Condition: ___, ...open } = allowing(user, {}, { Principal: { AWS: user } })
  expect(trustDifference(policyOf(open), planOf({}, config)).openRoles).toEqual([user])
})

test('where any role can be the application, a named one without the external ID is open, and the account stands for all', () => {
  const any = planOf({}, Vendor.parse(unnamed))
  const planned = policyOf({ ...allowing([], rightId), Condition: rightId })
  const backdoor = `${account}:role/Backdoor`
  expect(trustDifference(planned, any).openRoles).toEqual([])
  expect(trustDifference(policyOf(allowing(backdoor, {})), any).openRoles).toEqual([backdoor])
  const { Condition: ___, ...ofRole } = allowing(backdoor, {}, { Principal: { AWS: backdoor } })
  expect(trustDifference(policyOf(ofRole), any).openRoles).toEqual([backdoor])
  const { Condition: ____, ...ofAccount } = allowing([], {})
  expect(trustDifference(policyOf(ofAccount), any).openRoles).toEqual([`${account}:root`])
})

test('another role that gets in only with a near form of the external ID counts as trusted', () => {
  const near = nearMisses(externalId)[0]?.externalId ?? ''
  const policy = policyOf(allowing([application, verifier], rightId), {
    ...allowing([], {}),
    Condition: { StringLike: { 'sts:ExternalId': near } },
  })
  expect(trustDifference(policy, plan).trustsOtherRoles).toBe(true)
})

test('a statement without the external ID under a condition that can’t be decided leaves it open whether the role needs it', () => {
  const policy = policyOf(
    allowing([application, verifier], rightId),
    allowing(application, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  )
  const inspection = readingOf(policy)
  expect(inspection).toMatchObject({ openRoles: [], maybeOpenRoles: [application], trustedRoles: [verifier], missingRoles: [] })
  expect(inspectionSentences(inspection)).toEqual([
    `Its conditions don’t tell whether these need your external ID to assume it: ${application}.`,
  ])
  expect(inspectionState(inspection)).toBe('unknown')
})

test('a role that gets one of two planned actions is missing', () => {
  const outside = planOf({}, Vendor.parse({ ...several, hosting: 'roles-anywhere' }))
  const both = { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] }
  const policy = policyOf(allowing(verifier, rightId, both), allowing(application, rightId))
  expect(trustDifference(policy, outside)).toMatchObject({ trustedRoles: [verifier], missingRoles: [application] })
  expect(trustDifference(policyOf(allowing([application, verifier], rightId, both)), outside)).toMatchObject({ missingRoles: [] })
})

test('while the external ID is replaced, both IDs are right, and no role is open with either', () => {
  const rotation = { externalId: ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L'), startedAt: '2026-01-02T03:04:05.000Z', confirmedAt: null }
  const rotating = rolePlan({ ...termsOf({}, several), rotation }, several)
  expect(trustDifference(rotating.trustPolicy, rotating)).toMatchObject({
    openRoles: [],
    trustedRoles: [application, verifier],
    missingRoles: [],
  })
})

test('the planned trust policy of any connection lets no one in without the external ID', () => {
  fc.assert(
    fc.property(connections, (connection) => {
      const any = rolePlan(connection.terms, connection.vendor)
      expect(trustDifference(any.trustPolicy, any)).toMatchObject({
        ...{ extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, maybeOtherRoles: false },
        ...{ openRoles: [], maybeOpenRoles: [] },
        ...(any.applicationPrincipalArns.length < 2 ? {} : { trustedRoles: any.applicationPrincipalArns, missingRoles: [] }),
      })
    }),
    { seed, numRuns: 300 },
  )
})

test('an external ID of any text leaves the planned role closed', () => {
  const named = planOf({ externalId: ExternalId.parse('RolebridgeUnnamed') })
  expect(trustDifference(named.trustPolicy, named)).toMatchObject({ openRoles: [], maybeOpenRoles: [] })
})

test('a condition that only requires an external ID next to the right one names no other', () => {
  const policy = policyOf(allowing([application, verifier], { ...rightId, Null: { 'sts:ExternalId': 'false' } }))
  expect(trustDifference(policy, plan)).toMatchObject({ hasOtherExternalIds: false, openRoles: [] })
  const negated = policyOf(allowing([application, verifier], { StringNotEquals: { 'sts:ExternalId': 'another' } }))
  expect(trustDifference(negated, plan).openRoles).toEqual([application, verifier])
})

test('of more named roles than are tried, nothing is known', () => {
  const any = planOf({}, Vendor.parse(unnamed))
  const roles = Array.from({ length: 25 }, (_, index) => `${account}:role/Role${index}`)
  const found = trustDifference(policyOf(allowing(roles, rightId)), any)
  expect([found.openRoles, found.maybeOpenRoles]).toEqual([[], roles.slice(20)])
})
