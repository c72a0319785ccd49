import type { Context } from 'hono'
import { permissionsUpdate } from '#core/connection/permission-choice.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { ConnectionUpdate, VendorConnection, VendorConnections } from '#core/verify/vendor-connection.ts'
import { changedRole } from '#server/aws/requested-role.ts'
import { isCurrent, shownCheck } from '#server/aws/verdict-is-current.ts'
import type { ChangedConnection, ChangesPage } from '#server/registry/connection-records.ts'
import { inShortTurns, type Registry } from '#server/registry/registry.ts'
import { subjectOf } from '#server/sessions/sessions.ts'
import { note, shortHash } from './request-facts.ts'
import type { OfVendor } from './vendor-authentication.ts'
import { cursorInUrl } from './vendor-filter.ts'

function verdictOf({ connection, check: stored }: ChangedConnection, vendor: Vendor): VendorConnection['verdict'] {
  const check = shownCheck(stored)
  if (check === null) return null
  const { kind, diagnosis, checkedAt, simulated } = check
  return { kind, diagnosis, checkedAt, simulated, current: isCurrent(check, connection, vendor) }
}

const roleUpdate: ConnectionUpdate = {
  missing: [],
  removed: [],
  roleChanged: true,
  sentences: ['The role that is requested has changed since it was verified.'],
}

/** Null: the chosen permissions and the role are what the config requests. */
function updateOf({ connection, check }: ChangedConnection, vendor: Vendor): ConnectionUpdate | null {
  const update = permissionsUpdate(connection, vendor)
  if (update === null) return changedRole(check?.verifiedRole, connection, vendor) === null ? null : roleUpdate
  const titleOf = (id: string) => vendor.permissionSets.find((set) => set.id === id)?.title.en ?? id
  const missing = update.missing.map((id) => `“${titleOf(id)}” is required now, or needs a value.`)
  const removed = update.removed.map((id) => `“${id}” is no longer requested.`)
  return { missing: [...update.missing], removed: [...update.removed], sentences: [...missing, ...removed] }
}

export function vendorConnection(changed: ChangedConnection, vendor: Vendor): VendorConnection {
  const { tenant, connection, changedAt, disconnectedAt } = changed
  const update = updateOf(changed, vendor)
  return {
    ...connection,
    tenant: subjectOf(tenant),
    tenantId: sha256Hex(tenant),
    verdict: verdictOf(changed, vendor),
    needsUpdate: update !== null,
    ...(update === null ? {} : { update }),
    changedAt,
    disconnectedAt,
  }
}

export async function vendorConnections({ entries, unreadable, next }: ChangesPage, vendor: Vendor): Promise<VendorConnections> {
  const connections: VendorConnection[] = []
  const turn = inShortTurns()
  for (const entry of entries) {
    await turn()
    connections.push(vendorConnection(entry, vendor))
  }
  return { connections, ...(next === null ? {} : { next: cursorInUrl(next) }), ...(unreadable === 0 ? {} : { unreadable }) }
}

/** The connection in the path, also a disconnected one. */
export async function anyConnectionInPath(context: Context<OfVendor>, registry: Registry): Promise<ChangedConnection | null> {
  const found = await registry.ofAnyTenant(context.req.param('id') ?? '')
  if (found !== null) note(context, { tenant: shortHash(found.tenant), connectionId: found.connection.id })
  return found
}

/** The connection in the path, unless it was disconnected. */
export async function connectedInPath(context: Context<OfVendor>, registry: Registry): Promise<ChangedConnection | null> {
  const found = await anyConnectionInPath(context, registry)
  return found === null || found.disconnectedAt !== null ? null : found
}
