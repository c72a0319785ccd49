import { expect, test } from 'vitest'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, severalRoles, severalRolesVendor, termsOf } from '#core/fixtures.test-data.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { leftUntested } from '#core/verify/untested.ts'
import { inspectedTrustAlone } from './inspected-role.test-data.ts'
import { trustsMore } from './inspection.ts'
import { inspectionSentences, inspectionState } from './inspection-words.ts'
import { trustDifference } from './trust-difference.ts'

const { account, application, old, verifier } = severalRoles
const plan = planOf({}, severalRolesVendor)

const trusting = (roles: string | readonly string[], externalId: unknown = plan.externalId, more: object = {}): PolicyDocument =>
  JSON.parse(
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId, ...more }, ArnEquals: { 'aws:PrincipalArn': roles } },
        },
      ],
    }),
  )

const readingOf = (policy: PolicyDocument) => inspectedTrustAlone(policy, plan)

test('the planned trust policy trusts every role and no other', () => {
  expect(trustDifference(plan.trustPolicy, plan)).toEqual({
    extraPrincipals: [],
    hasOtherExternalIds: false,
    trustsOtherRoles: false,
    maybeOtherRoles: false,
    openRoles: [],
    maybeOpenRoles: [],
    trustedRoles: [application, old, verifier],
    missingRoles: [],
  })
})

test.each([
  ['the verifier', verifier, [application, old]],
  ['the application without the verifier', [application, old], [verifier]],
  ['the old role without its path', [application, `${account}/OldApplication`, verifier], [old]],
  ['a role that is none of them', `${account}/Stranger`, [application, old, verifier]],
])('a policy that trusts %s lacks the others', (_, trusted, missing) => {
  expect(trustDifference(trusting(trusted), plan).missingRoles).toEqual(missing)
  const inspection = readingOf(trusting(trusted))
  expect(inspectionSentences(inspection)).toContain(`Roles of the application that can’t assume it: ${missing.join(', ')}.`)
  expect(inspectionState(inspection)).toBe('failed')
})

test('a denial of one of them counts, also where an Allow lists it', () => {
  const deny = {
    Effect: 'Deny' as const,
    Principal: '*',
    Action: 'sts:AssumeRole',
    Condition: { ArnEquals: { 'aws:PrincipalArn': application } },
  }
  const policy: PolicyDocument = { Statement: [trusting([application, old, verifier]).Statement, deny].flat() }
  expect(trustDifference(policy, plan)).toMatchObject({ trustedRoles: [old, verifier], missingRoles: [application] })
})

test('a condition that can’t be decided leaves the roles neither trusted nor missing', () => {
  const policy = trusting([application, old, verifier], plan.externalId, { 'aws:PrincipalTag/team': 'images' })
  expect(trustDifference(policy, plan)).toMatchObject({ trustedRoles: [], missingRoles: [] })
})

test('while the external ID is replaced, an ID that lets one role in must let in all', () => {
  const second = ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')
  const rotation = { externalId: second, startedAt: '2026-01-02T03:04:05.000Z', confirmedAt: null }
  const rotating = rolePlan({ ...termsOf({}, severalRolesVendor), rotation }, severalRolesVendor)
  const all = [application, old, verifier]
  const uneven: PolicyDocument = {
    Statement: [trusting(all).Statement, trusting([old, verifier], second).Statement].flat(),
  }
  expect(trustDifference(trusting(all), rotating).missingRoles).toEqual([])
  expect(trustDifference(trusting(all, [plan.externalId, second]), rotating).missingRoles).toEqual([])
  expect(trustDifference(uneven, rotating)).toMatchObject({ trustedRoles: [old, verifier], missingRoles: [application] })
})

const removedId = 'P3xT8mQ2wR7vN5kJ9hB4cZ6L'

const removing = (vendorConfig = severalRolesVendor) => ({ ...planOf({}, vendorConfig), previousExternalId: ExternalId.parse(removedId) })

const withoutId = (condition: NonNullable<PolicyStatement['Condition']>): PolicyStatement => ({
  ...{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'sts:AssumeRole', Condition: condition },
})

const team = { StringEquals: { 'aws:PrincipalTag/team': 'images' } }
const address = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }

const withStatements = (...more: readonly PolicyStatement[]): PolicyDocument => ({
  Statement: [plan.trustPolicy.Statement, ...more].flat(),
})

test.each([
  ['a tag', withoutId(team)],
  ['a session name', withoutId({ StringEquals: { 'sts:RoleSessionName': 'admin' } })],
  ['an address', withoutId(address)],
  ['nothing', withoutId({})],
])('a statement that asks for %s and no external ID doesn’t accept the removed one', (_, statement) => {
  expect(trustDifference(withStatements(statement), removing()).rolesWithRemovedId).toBeUndefined()
})

const removedIdOf = (role: string, more: object = {}): PolicyStatement =>
  withoutId({ StringEquals: { 'sts:ExternalId': removedId, ...more }, ArnEquals: { 'aws:PrincipalArn': role } })

test.each([
  ['alone', [removedIdOf(old)]],
  ['and a tag', [removedIdOf(old, team.StringEquals)]],
  ['and a tag, next to a statement that can’t be decided', [removedIdOf(old, team.StringEquals), withoutId(address)]],
  ['in any case', [withoutId({ StringEqualsIgnoreCase: { 'sts:ExternalId': removedId }, ArnEquals: { 'aws:PrincipalArn': old } })]],
])('a statement that asks for the removed external ID %s accepts it', (_, statements) => {
  expect(trustDifference(withStatements(...statements), removing()).rolesWithRemovedId).toEqual([old])
})

test('with Roles Anywhere, a role that gets in with the removed ID and without a source identity still gets in', () => {
  const { trustPolicy, ...anywhere } = removing(Vendor.parse({ ...severalRolesVendor, hosting: 'roles-anywhere' }))
  const policy = { Statement: [trustPolicy.Statement, removedIdOf(old)].flat() }
  expect(trustDifference(policy, { ...anywhere, trustPolicy }).rolesWithRemovedId).toEqual([old])
})

const retired = `${account}/Retired`
const afterRetirement = { ...plan, retiredRoles: [retired] }
const rereading = (policy: PolicyDocument) => inspectedTrustAlone(policy, afterRetirement)

test('a role that the vendor no longer uses is an update to be made, and no danger', () => {
  const inspection = rereading(trusting([application, old, verifier, retired]))
  expect(inspection).toMatchObject({ trustsOtherRoles: false, retiredRoles: [retired] })
  expect(trustsMore(inspection)).toBe(false)
  expect(inspectionState(inspection)).toBe('unknown')
  expect(inspectionSentences(inspection)).toEqual([`Still trusts roles that the application no longer uses: ${retired}.`])
  expect(leftUntested([], inspection)).toEqual([{ kind: 'principal-arn' }])
})

test('a role that the vendor no longer uses, and of which a condition can’t be decided, may still be trusted', () => {
  const { Statement } = trusting([application, old, verifier])
  const tagged = trusting(retired, plan.externalId, { 'aws:PrincipalTag/team': 'images' }).Statement
  const other = `${account}/Former`
  const policy = { Statement: [Statement, tagged, trusting(other).Statement].flat() }
  const reading = inspectedTrustAlone(policy, { ...plan, retiredRoles: [retired, other] })
  expect(reading).toMatchObject({ retiredRoles: [retired, other], maybeRetiredRoles: [retired] })
  expect(inspectionSentences(reading)).toEqual([
    `Still trusts roles that the application no longer uses: ${other}.`,
    `May still trust roles that the application no longer uses: ${retired}.`,
  ])
})

test.each([
  ['another role', `${account}/Former`, true],
  ['a pattern of roles', `${account}/Admin*`, true],
  ['every role', `${account}/*`, undefined],
])('a condition that names %s tells so', (_, arn, names) => {
  const found = trustDifference(trusting([application, old, verifier, arn]), plan)
  expect([found.trustsOtherRoles, found.namesOtherRoles]).toEqual([true, names])
})

test('a role that the vendor no longer uses and that needs no external ID is a danger', () => {
  const { Statement } = trusting([application, old, verifier, retired])
  const open = trusting(retired).Statement
  const withoutId = [open].flat().map((statement) => ({ ...statement, Condition: { ArnEquals: { 'aws:PrincipalArn': retired } } }))
  const inspection = rereading({ Statement: [Statement, withoutId].flat() })
  expect(inspection.openRoles).toEqual([retired])
  expect(trustsMore(inspection)).toBe(true)
})

test('an updated role names no role that the vendor no longer uses', () => {
  expect(rereading(trusting([application, old, verifier])).retiredRoles).toBeUndefined()
  expect(readingOf(trusting([application, old, verifier, retired]))).toMatchObject({ trustsOtherRoles: true })
})
