import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
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
