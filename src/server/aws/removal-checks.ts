import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import {
  type Disconnection,
  disconnectionAfter,
  isRemovalConfirmed,
  type RemovalCheck,
  scheduledRemovalCheckAt,
} from '#core/connection/disconnection.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { Admission } from './check-admission.ts'
import type { CheckQueue } from './check-queue.ts'
import { defaultLongestCheckMs, type IsHeld, type LeaseOptions, oneAtATime } from './one-at-a-time.ts'

/** `found`: AWS was asked. `ended`: and the removal of the role is confirmed. `none`: it is too early, or has to wait. */
type RemovalResult = 'found' | 'ended' | 'none'

/** Checks whether the role of a connection that someone ends can still be assumed. */
export type CheckRemoval = (owned: OwnedConnection, isScheduled?: boolean) => Promise<RemovalResult>

type RemovalOptions = Omit<LeaseOptions, 'registry'> & {
  readonly registry: Registry
  /** Asks AWS. */
  readonly look: (connection: Connection) => Promise<RemovalCheck>
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
    const check = await withinDeadline(longestCheckMs, () => look(connection))
    return check === 'late' ? { outcome: 'unknown', at: now().toISOString(), requestIds: [], simulated } : check
  }

  /** Each of the two writes is one transaction, with everything that follows from what was found. */
  async function stored(tenant: string, id: string, after: Disconnection): Promise<RemovalResult> {
    if (isRemovalConfirmed(after)) return (await registry.disconnect(tenant, id, now().toISOString(), after)) ? 'ended' : 'none'
    return (await registry.disconnections.save(tenant, id, after, scheduledRemovalCheckAt(after))) ? 'found' : 'none'
  }

  return async ({ tenant, connection: { id } }: OwnedConnection, isHeld: IsHeld): Promise<RemovalResult> => {
    const connection = await registry.find(tenant, id)
    if (!isStarted(connection) || isFresh(connection.disconnection, now())) return 'none'
    if (!(await isAdmitted(tenant, connection))) return 'none'
    const after = disconnectionAfter(connection.disconnection, await found(connection))
    return isHeld() ? stored(tenant, id, after) : 'none'
  }
}

/** One check of a connection at a time, over all copies of the server, in its turn of the STS budget. */
export function removalChecks(options: RemovalOptions): CheckRemoval {
  const { registry, queueOf } = options
  // A check that goes on elsewhere can end the connection, and then no one gets the lease.
  const alone = oneAtATime({ ...options, patienceMs: longestHeldMs })
  const check = checks(options)
  const running = new Map<string, Promise<RemovalResult>>()

  async function inTurn(owned: OwnedConnection, isScheduled: boolean): Promise<RemovalResult> {
    if (!isStarted(await registry.find(owned.tenant, owned.connection.id))) return 'none'
    const run = async () => (await alone(owned.connection.id, (isHeld) => check(owned, isHeld))) ?? 'none'
    const turn = queueOf(owned.connection).enter({ tenant: owned.tenant, wasVerified: true, run })
    if (!isScheduled && (await withinDeadline(longestHeldMs, () => turn.ready)) === 'late') turn.leave()
    const result = await turn.answer
    return result === 'left' ? 'none' : result
  }

  return (owned, isScheduled = false) => {
    const { id } = owned.connection
    const started = running.get(id) ?? inTurn(owned, isScheduled).finally(() => running.delete(id))
    running.set(id, started)
    return started
  }
}
