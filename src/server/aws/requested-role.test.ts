import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Untested } from '#core/verify/verdict.ts'
import { changedRole, verifiedRoleAfter } from './requested-role.ts'

const [audit, view] = ['arn:aws:iam::aws:policy/SecurityAudit', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess']

/** The required set of the demo vendor is the first one. */
const attaching = (...managedPolicyArns: string[]): Vendor => ({
  ...vendor,
  permissionSets: vendor.permissionSets.map((set, index) => (index === 0 ? { ...set, managedPolicyArns } : set)),
})

const connection = Connection.parse({
  ...termsOf(),
  id: 'connection',
  roleArn: rolePlan(termsOf(), vendor).roleArn,
  createdAt: '2026-11-22T08:00:00.000Z',
})

const verifiedUnder = (config: Vendor) => verifiedRoleAfter(undefined, { kind: 'verified' }, connection, config)

test.each([
  ['is added', attaching(), attaching(audit)],
  ['is removed', attaching(audit), attaching()],
  ['replaces another', attaching(audit), attaching(view)],
  ['is added to another', attaching(audit), attaching(audit, view)],
])('a verified role needs an update when a managed policy %s', (_, before, now) => {
  expect(changedRole(verifiedUnder(before), connection, now)).not.toBeNull()
  // A verification alone can't tell that the customer has changed the role.
  expect(verifiedRoleAfter(verifiedUnder(before), { kind: 'verified' }, connection, now)).toEqual(verifiedUnder(before))
})

test('the order of managed policies changes nothing about the role', () => {
  expect(changedRole(verifiedUnder(attaching(audit, view)), connection, attaching(view, audit))).toBeNull()
})

test('a role without managed policies has the hash that earlier versions stored', () => {
  const plan = rolePlan(connection, vendor)
  const { trustPolicy, permissionsPolicy, maxSessionDuration, permissionsBoundary, tags } = plan
  const statements = listOf(permissionsPolicy.Statement).map((statement) => JSON.stringify(statement))
  const stored = JSON.stringify([trustPolicy, statements.toSorted(), maxSessionDuration, permissionsBoundary, tags])
  expect(verifiedUnder(attaching())?.role).toBe(
    sha256Hex(stored.replace(plan.externalId, 'the-external-id-of-any-connection')).slice(0, 16),
  )
})

const arnOf = (name: string) => `arn:aws:iam::111122223333:role/${name}`
const several = Vendor.parse({ ...vendor, verifierRole: { name: 'Verifier' } })

const verified = (...untried: readonly string[]) => ({
  kind: 'verified' as const,
  untested: untried.map((name): Untested => ({ kind: 'application-role', roleArn: arnOf(name) })),
})
const ofOne = verifiedRoleAfter(undefined, verified(), connection, vendor) ?? { chosen: '', role: '' }
const ofAll = verifiedRoleAfter(undefined, verified('Verifier'), connection, several) ?? { chosen: '', role: '' }
const told = { ...ofOne, toldRole: ofAll.role }

test('a role that the vendor added is an update, and a check as another role doesn’t end it', () => {
  expect(changedRole(told, connection, several)).toBe(ofAll.role)
  expect(verifiedRoleAfter(told, verified('Verifier'), connection, several)).toBe(told)
})

test('a check as the added role ends the update, with the roles from before untested', () => {
  const after = verifiedRoleAfter(told, verified('PixelworksApplication'), connection, several)
  expect(changedRole(after, connection, several)).toBeNull()
  expect(after).toEqual({ ...ofAll, applicationRoles: [arnOf('PixelworksApplication'), arnOf('Verifier')] })
})

test('a check that reads of every role ends the update, once it was told', () => {
  expect(verifiedRoleAfter(told, verified(), connection, several)).toEqual(ofAll)
  expect(verifiedRoleAfter(ofOne, verified(), connection, several)).toBe(ofOne)
})

test('a role that an earlier version verified counts for no role, until the same role is verified again', () => {
  const { applicationRoles, ...earlier } = told
  expect(verifiedRoleAfter(earlier, verified('PixelworksApplication'), connection, several)).toBe(earlier)
  expect(verifiedRoleAfter(earlier, verified(), connection, vendor)).toEqual({ ...earlier, applicationRoles })
})

test('another choice of the customer doesn’t end the update while an added role is untried', () => {
  const chosen = Connection.parse({ ...connection, role: { ...connection.role, maxSessionDuration: 7200 } })
  const now = verifiedRoleAfter(undefined, verified('Verifier'), chosen, several)
  const kept = verifiedRoleAfter(ofOne, verified('Verifier'), chosen, several)
  expect(changedRole(kept, chosen, several)).toBe(now?.role)
  expect(kept?.toldRole).toBe(now?.role)
  expect(verifiedRoleAfter(kept, verified('Verifier'), chosen, several)).toBe(kept)
  expect(verifiedRoleAfter(kept, verified('PixelworksApplication'), chosen, several)).toEqual(now)
})

test('another choice of the customer ends the update where every added role was tried', () => {
  const chosen = Connection.parse({ ...connection, role: { ...connection.role, maxSessionDuration: 7200 } })
  const now = verifiedRoleAfter(undefined, verified(), chosen, several)
  expect(verifiedRoleAfter(ofOne, verified('PixelworksApplication'), chosen, several)).toEqual(now)
})
