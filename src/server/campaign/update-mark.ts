import * as z from 'zod/mini'
import { partitionOf } from '#core/aws/region.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { parseJson } from '#core/text/strings.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'

/** The news that a connection was told: in which campaign, and what it lacked or had too much then. Null: nothing. */
const UpdateMark = z.object({ campaign: z.string(), difference: z.nullable(z.string()) })
export type UpdateMark = z.infer<typeof UpdateMark>

const campaigns = new WeakMap<Vendor, string>()

/** The permission sets that the config requests. Another config with the same ones continues the campaign. */
export function campaignOf(vendor: Vendor): string {
  const known = campaigns.get(vendor)
  if (known !== undefined) return known
  const sets = vendor.permissionSets.map(({ id, required, parameters }) => ({ id, required, parameters }))
  const campaign = sha256Hex(JSON.stringify(sets)).slice(0, 16)
  campaigns.set(vendor, campaign)
  return campaign
}

/** Null also for a text that an unknown version wrote. */
export const readMark = (text: string | null): UpdateMark | null =>
  text === null ? null : (UpdateMark.safeParse(parseJson(text)).data ?? null)

/** In one order, so that equal differences are equal texts. */
function differenceOf({ connection }: ChangedConnection, vendor: Vendor): string | null {
  const update = permissionsUpdate(connection, vendor)
  if (update === null) return null
  return JSON.stringify({ missing: update.missing.toSorted(), removed: update.removed.toSorted() })
}

/** False for one that has ended, or that someone ends, or whose roles can't trust this vendor. */
const isGoing = ({ connection, disconnectedAt }: ChangedConnection, vendor: Vendor): boolean =>
  disconnectedAt === null && !isDisconnecting(connection) && vendor.accounts[partitionOf(connection.region)] !== undefined

/** `isNews`: the vendor's back end and the history must say it. Null: the mark stays as it is. */
export type NextMark = { readonly text: string; readonly isNews: boolean } | null

/**
 * Once per connection and change of what it needs. A connection that was updated keeps the campaign that told of it, and one that needs the
 * same as before is told nothing again.
 */
export function nextMark(changed: ChangedConnection, vendor: Vendor): NextMark {
  if (!isGoing(changed, vendor)) return null
  const before = readMark(changed.updateMark)
  const difference = differenceOf(changed, vendor)
  if (difference === null && before === null) return null
  const campaign = difference === null ? (before?.campaign ?? campaignOf(vendor)) : campaignOf(vendor)
  const text = JSON.stringify({ campaign, difference } satisfies UpdateMark)
  if (text === changed.updateMark) return null
  return { text, isNews: difference !== null && difference !== before?.difference }
}
