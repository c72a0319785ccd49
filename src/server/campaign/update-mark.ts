import * as z from 'zod/mini'
import { partitionOf } from '#core/aws/region.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { parseJson } from '#core/text/strings.ts'
import { changedRole } from '#server/aws/requested-role.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'

/** The news that a connection was told: in which campaign, and what it lacked or had too much then. Null: nothing. */
const UpdateMark = z.object({ campaign: z.string(), difference: z.nullable(z.string()) })
export type UpdateMark = z.infer<typeof UpdateMark>

const campaigns = new WeakMap<Vendor, string>()

/** Everything in the config that roles are made of. Another config with the same roles continues the campaign. */
export function campaignOf(vendor: Vendor): string {
  const known = campaigns.get(vendor)
  if (known !== undefined) return known
  const { accounts, hosting, role } = vendor
  const sets = vendor.permissionSets.map(({ id, required, partitions, parameters, statements, managedPolicyArns }) => {
    const entered = parameters.map(({ id, kind, many }) => ({ id, kind, many }))
    return { id, required, partitions, parameters: entered, statements, managedPolicyArns }
  })
  const { maxSessionDuration, tags } = role
  const { applicationRoleName, applicationRolePath, applicationUser, additionalApplicationRoles, verifierRole } = vendor
  const applications = { applicationRoleName, applicationRolePath, applicationUser, additionalApplicationRoles, verifierRole }
  const requested = { accounts, ...applications, sends: hosting === 'roles-anywhere', maxSessionDuration, tags, sets }
  const campaign = sha256Hex(JSON.stringify(requested)).slice(0, 16)
  campaigns.set(vendor, campaign)
  return campaign
}

/** Raised when connections have to be compared again although the config is the same. */
const comparison = 1

/** The whole config, because a comparison that is repeated without need costs little, and without one no one is told. */
export const configOf = (vendor: Vendor): string => sha256Hex(JSON.stringify([comparison, vendor])).slice(0, 32)

/** Null also for a text that an unknown version wrote. */
export const readMark = (text: string | null): UpdateMark | null =>
  text === null ? null : (UpdateMark.safeParse(parseJson(text)).data ?? null)

/** In place of the hash of a role: what the customer has to change is the choice, whatever role follows from it. */
const otherChoice = 'other-choice'

type Difference = { readonly text: string | null; readonly toldRole: string | null }

/** In one order, so that equal differences are equal texts. */
function differenceOf({ connection, check }: ChangedConnection, vendor: Vendor): Difference {
  const update = permissionsUpdate(connection, vendor)
  if (update !== null)
    return { text: JSON.stringify({ missing: update.missing.toSorted(), removed: update.removed.toSorted() }), toldRole: otherChoice }
  const role = changedRole(check?.verifiedRole, connection, vendor)
  return { text: role === null ? null : JSON.stringify({ role }), toldRole: role }
}

/** False for one that has ended, or that someone ends, or whose roles can't trust this vendor. */
const isGoing = ({ connection, disconnectedAt }: ChangedConnection, vendor: Vendor): boolean =>
  disconnectedAt === null && !isDisconnecting(connection) && vendor.accounts[partitionOf(connection.region)] !== undefined

/** `isNews`: the vendor's back end and the history must say it. `toldRole`: see `VerifiedRole`. Null: the mark stays as it is. */
export type NextMark = { readonly text: string; readonly isNews: boolean; readonly toldRole: string | null } | null

/**
 * Once per connection and change of what it needs. A connection that was updated keeps the campaign that told of it, and one that needs the
 * same as before is told nothing again.
 */
export function nextMark(changed: ChangedConnection, vendor: Vendor): NextMark {
  if (!isGoing(changed, vendor)) return null
  const before = readMark(changed.updateMark)
  const { text: difference, toldRole } = differenceOf(changed, vendor)
  if (difference === null && before === null) return null
  const campaign = difference === null ? (before?.campaign ?? campaignOf(vendor)) : campaignOf(vendor)
  const text = JSON.stringify({ campaign, difference } satisfies UpdateMark)
  if (text === changed.updateMark) return null
  return { text, isNews: difference !== null && difference !== before?.difference, toldRole }
}
