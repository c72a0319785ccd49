import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import {
  type Disconnection,
  disconnectionAfter,
  isRemovalConfirmed,
  needsConfirmation,
  type RemovalCheck,
  scheduledRemovalCheckAt,
} from '#core/connection/disconnection.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { Admission } from './check-admission.ts'
import type { CheckQueue } from './check-queue.ts'
import { defaultLongestCheckMs, type IsHeld, type LeaseOptions, oneAtATime } from './one-at-a-time.ts'
import { trustedRoles } from './requested-role.ts'

/** `found`: AWS was asked. `ended`: and the removal of the role is confirmed. `none`: it is too early, or has to wait. */
type RemovalResult = 'found' | 'ended' | 'none'

/** `confirmedBy`: the side that says that the role is deleted, which counts only where AWS denies what can be tried. */
type RemovalRequest = { readonly isScheduled?: boolean; readonly confirmedBy?: Disconnection['confirmedBy'] }

/** Checks whether the role of a connection that someone ends can still be assumed. */
export type CheckRemoval = (owned: OwnedConnection, request?: RemovalRequest) => Promise<RemovalResult>

type RemovalOptions = Omit<LeaseOptions, 'registry'> & {
  readonly registry: Registry
  /** Asks AWS. */
  readonly look: (connection: Connection, trustedBefore: readonly string[]) => Promise<RemovalCheck>
  readonly admit: Admission
  readonly queueOf: (connection: Connection) => CheckQueue
  readonly simulated: boolean
}

/** However often a page asks. */
const shortestIntervalMs = 3000

/** A request is answered without a check that would start later. The schedule makes it. */
const longestHeldMs = 3000

const ageMs = ({ check }: Disconnection, now: Date): number | null => (check === null ? null : now.getTime() - Date.parse(check.at))

function isFresh(disconnection: Disconnection, now: Date): boolean {
  const age = ageMs(disconnection, now)
  return age !== null && age >= 0 && age < shortestIntervalMs
}

type Started = Connection & { readonly disconnection: Disconnection }

const isStarted = (connection: Connection | null): connection is Started => connection?.disconnection !== undefined

function checks({ registry, look, admit, now, longestCheckMs = defaultLongestCheckMs, simulated }: RemovalOptions) {
  async function isAdmitted(tenant: string, connection: Started): Promise<boolean> {
    const use = await registry.accountUse(tenant, connection.accountId, partitionOf(connection.region))
    const admission = await admit(connection, { tenant, use, sinceLastMs: ageMs(connection.disconnection, now()) })
    return admission.kind === 'allowed'
  }

  async function found(connection: Started): Promise<RemovalCheck> {
    const trusted = trustedRoles((await registry.lastVerdict(connection.id))?.remembered.verifiedRole)
    const check = await withinDeadline(longestCheckMs, () => look(connection, trusted))
    return check === 'late' ? { outcome: 'unknown', at: now().toISOString(), requestIds: [], simulated } : check
  }

  /** Each of the two writes is one transaction, with everything that follows from what was found. */
  async function stored(tenant: string, id: string, after: Disconnection): Promise<RemovalResult> {
    if (isRemovalConfirmed(after)) return (await registry.disconnect(tenant, id, now().toISOString(), after)) ? 'ended' : 'none'
    return (await registry.disconnections.save(tenant, id, after, scheduledRemovalCheckAt(after))) ? 'found' : 'none'
  }

  /** A confirmation holds for what AWS denies now. Without a denial of every call, it is as if no one had given it. */
  const confirmed = (after: Disconnection, { confirmedBy }: RemovalRequest): Disconnection =>
    confirmedBy !== undefined && needsConfirmation(after) ? { ...after, confirmedBy } : after

  /** Null: it is too early for a check, and what the last one found isn't confirmed. */
  async function after(tenant: string, connection: Started, request: RemovalRequest): Promise<Disconnection | null> {
    const { disconnection } = connection
    if (!isFresh(disconnection, now())) {
      const isAllowed = await isAdmitted(tenant, connection)
      return isAllowed ? confirmed(disconnectionAfter(disconnection, await found(connection)), request) : null
    }
    const known = confirmed(disconnection, request)
    return known === disconnection ? null : known
  }

  return async ({ tenant, connection: { id } }: OwnedConnection, isHeld: IsHeld, request: RemovalRequest): Promise<RemovalResult> => {
    const connection = await registry.find(tenant, id)
    const result = isStarted(connection) ? await after(tenant, connection, request) : null
    return result !== null && isHeld() ? stored(tenant, id, result) : 'none'
  }
}

/** One check of a connection at a time, over all copies of the server, in its turn of the STS budget. */
export function removalChecks(options: RemovalOptions): CheckRemoval {
  const { registry, queueOf, longestCheckMs = defaultLongestCheckMs } = options
  // A check that goes on elsewhere can end the connection, and then no one gets the lease.
  const alone = oneAtATime({ ...options, patienceMs: longestHeldMs })
  // Only the check of this request knows of the confirmation.
  const aloneWithConfirmation = oneAtATime({ ...options, patienceMs: longestCheckMs })
  const check = checks(options)
  const running = new Map<string, Promise<RemovalResult>>()

  async function inTurn(owned: OwnedConnection, request: RemovalRequest): Promise<RemovalResult> {
    if (!isStarted(await registry.find(owned.tenant, owned.connection.id))) return 'none'
    const [held, heldMs] = request.confirmedBy === undefined ? [alone, longestHeldMs] : [aloneWithConfirmation, longestCheckMs]
    const run = async () => (await held(owned.connection.id, (isHeld) => check(owned, isHeld, request))) ?? 'none'
    const turn = queueOf(owned.connection).enter({ tenant: owned.tenant, wasVerified: true, run })
    if (request.isScheduled !== true && (await withinDeadline(heldMs, () => turn.ready)) === 'late') turn.leave()
    const result = await turn.answer
    return result === 'left' ? 'none' : result
  }

  function started(owned: OwnedConnection, request: RemovalRequest): Promise<RemovalResult> {
    const { id } = owned.connection
    const result = running.get(id) ?? inTurn(owned, request).finally(() => running.delete(id))
    running.set(id, result)
    return result
  }

  return async (owned, request = {}) => {
    // A check that runs already doesn't know of the confirmation.
    if (request.confirmedBy !== undefined)
      while (running.has(owned.connection.id)) await Promise.allSettled([running.get(owned.connection.id)])
    return started(owned, request)
  }
}
