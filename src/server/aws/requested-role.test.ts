import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Inspection } from '#core/verify/inspection/inspection.ts'
import { changedRole, retiredRoles, verifiedRoleAfter } from './requested-role.ts'

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
  untriedRoles: untried.map(arnOf),
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

const [application, middle, oldRole] = [arnOf('PixelworksApplication'), arnOf('Middle'), arnOf('Old')]
const moving = Vendor.parse({ ...vendor, additionalApplicationRoles: [{ name: 'Middle' }, { name: 'Old' }] })
const moved = Vendor.parse({ ...vendor, additionalApplicationRoles: [{ name: 'Middle' }] })
const ofMoving = verifiedRoleAfter(undefined, verified(), connection, moving) ?? { chosen: '', role: '' }
const ofMoved = verifiedRoleAfter(undefined, verified(), connection, moved) ?? { chosen: '', role: '' }
const toldOfRemoval = { ...ofMoving, toldRole: ofMoved.role }

const reading = (change: Partial<Inspection>): { readonly inspection: Inspection } => ({
  inspection: {
    ...{ outcome: 'read', extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, maybeOtherRoles: false },
    ...{ added: [], removed: [], denied: [], attachedPolicies: [], decisions: [], requestIds: [], at: '2026-11-30T08:00:00.000Z' },
    ...change,
  },
})

test.each<[string, object]>([
  ['nothing is read', {}],
  ['AWS denies reading', reading({ outcome: 'denied' })],
  ['the reading leaves the other roles open', reading({ maybeOtherRoles: true })],
  ['the reading shows that the role is still trusted', reading({ retiredRoles: [oldRole] })],
])('a role that the vendor removed is an update, and it stays one while %s', (_, more) => {
  expect(changedRole(ofMoving, connection, moved)).toBe(ofMoved.role)
  const after = verifiedRoleAfter(toldOfRemoval, { ...verified(), ...more }, connection, moved)
  expect(after).toBe(toldOfRemoval)
  expect(retiredRoles(after, connection, moved)).toEqual([oldRole])
})

test('a reading that shows that a removed role is no longer trusted ends the update', () => {
  const after = verifiedRoleAfter(toldOfRemoval, { ...verified(), ...reading({}) }, connection, moved)
  expect(after).toEqual({ ...ofMoved, applicationRoles: [application, middle] })
  expect(retiredRoles(after, connection, moved)).toEqual([])
})

test('a check as an added role ends the update, also where it replaced another one', () => {
  const replaced = Vendor.parse({ ...vendor, applicationRoleName: 'Replacement' })
  const now = verifiedRoleAfter(undefined, verified(), connection, replaced) ?? { chosen: '', role: '' }
  expect(verifiedRoleAfter({ ...ofOne, toldRole: now.role }, verified(), connection, replaced)).toEqual(now)
})

test('a check as an added role doesn’t end the update where a reading shows that the replaced one is still trusted', () => {
  const replaced = Vendor.parse({ ...vendor, applicationRoleName: 'Replacement' })
  const now = verifiedRoleAfter(undefined, verified(), connection, replaced) ?? { chosen: '', role: '' }
  const told = { ...ofOne, toldRole: now.role }
  const both = { ...verified(), ...reading({ retiredRoles: [application] }) }
  const after = verifiedRoleAfter(told, both, connection, replaced)
  expect(after).toEqual(told)
  expect(retiredRoles(after, connection, replaced)).toEqual([application])
  expect(verifiedRoleAfter(after, { ...verified(), ...reading({}) }, connection, replaced)).toEqual(now)
})

test('another choice of the customer doesn’t end the update while a removed role may be trusted', () => {
  const chosen = Connection.parse({ ...connection, role: { ...connection.role, maxSessionDuration: 7200 } })
  const kept = verifiedRoleAfter(ofMoving, verified(), chosen, moved)
  expect(changedRole(kept, chosen, moved)).toBe(kept?.toldRole)
  expect(retiredRoles(kept, chosen, moved)).toEqual([oldRole])
})

test('a role of another account, or of a vendor whose every role may call, is not a retired one', () => {
  const elsewhere = Vendor.parse({ ...moved, accounts: { ...vendor.accounts, aws: '999988887777' } })
  const { applicationRoleName: _, applicationRolePath: __, ...nameless } = vendor
  expect(retiredRoles(ofMoving, connection, elsewhere)).toEqual([])
  expect(retiredRoles(ofMoving, connection, Vendor.parse(nameless))).toEqual([])
})

test('the order of the application’s roles changes nothing about the role', () => {
  const turned = Vendor.parse({ ...vendor, additionalApplicationRoles: [{ name: 'Old' }, { name: 'Middle' }] })
  expect(changedRole(ofMoving, connection, turned)).toBeNull()
})

const toldOfOld = { ...ofMoved, toldApplicationRoles: [oldRole] }

test('a role that the vendor added and removed before a check is a retired one, and not extra trust', () => {
  expect(retiredRoles(toldOfOld, connection, moved)).toEqual([oldRole])
  expect(retiredRoles(toldOfOld, connection, moving)).toEqual([])
  const still = { ...verified(), ...reading({ retiredRoles: [oldRole] }) }
  expect(verifiedRoleAfter(toldOfOld, still, connection, moved)).toEqual(toldOfOld)
  expect(verifiedRoleAfter(toldOfOld, verified(), connection, moved)).toEqual(toldOfOld)
  expect(verifiedRoleAfter(toldOfOld, { ...verified(), ...reading({}) }, connection, moved)).toEqual(ofMoved)
})

test('an update ends without a reading where the customer may have trusted a role that was removed again', () => {
  const tagged = Vendor.parse({ ...moved, role: { ...vendor.role, maxSessionDuration: 3600 } })
  const now = verifiedRoleAfter(undefined, verified(), connection, tagged) ?? { chosen: '', role: '' }
  const after = verifiedRoleAfter({ ...toldOfOld, toldRole: now.role }, verified(), connection, tagged)
  expect(after).toEqual({ ...now, toldApplicationRoles: [oldRole] })
})
