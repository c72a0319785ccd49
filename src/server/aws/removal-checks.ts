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

/**
 * `found`: AWS was asked, or the last answer was confirmed. `ended`: and the removal of the role is confirmed. Otherwise nothing was checked:
 * `absent`: no one ends the connection, or no longer. `recent`: it is too early. `held`: another check of the connection is in progress.
 * `no-turn`: other checks come first. `late`: what is left of the request isn't enough for a check.
 */
export type RemovalResult =
  | { readonly kind: 'found' | 'ended' | 'absent' | 'recent' | 'held' | 'no-turn' | 'late' }
  /** By a limit. Milliseconds until it is worth asking again. */
  | { readonly kind: 'delayed'; readonly afterMs: number }

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
  /** The deadline of a request, with everything that it waits for. */
  readonly longestRequestMs?: number
}

/** API Gateway and the client wait for 30 s. The rest is for the registry. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const defaultLongestRequestMs = 25_000

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
  async function admission(tenant: string, connection: Started) {
    const use = await registry.accountUse(tenant, connection.accountId, partitionOf(connection.region))
    return admit(connection, { tenant, use, sinceLastMs: ageMs(connection.disconnection, now()) })
  }

  async function found(connection: Started): Promise<RemovalCheck> {
    const trusted = trustedRoles((await registry.lastVerdict(connection.id))?.remembered.verifiedRole)
    const check = await withinDeadline(longestCheckMs, () => look(connection, trusted))
    return check === 'late' ? { outcome: 'unknown', at: now().toISOString(), requestIds: [], simulated } : check
  }

  /** Each of the two writes is one transaction, with everything that follows from what was found. */
  async function stored(tenant: string, id: string, after: Disconnection): Promise<RemovalResult> {
    if (isRemovalConfirmed(after)) return { kind: (await registry.disconnect(tenant, id, now().toISOString(), after)) ? 'ended' : 'absent' }
    const isSaved = await registry.disconnections.save(tenant, id, after, scheduledRemovalCheckAt(after))
    return { kind: isSaved ? 'found' : 'absent' }
  }

  /** A confirmation holds for what AWS denies now. Without a denial of every call, it is as if no one had given it. */
  const confirmed = (after: Disconnection, { confirmedBy }: RemovalRequest): Disconnection =>
    confirmedBy !== undefined && needsConfirmation(after) ? { ...after, confirmedBy } : after

  async function after(tenant: string, connection: Started, request: RemovalRequest): Promise<Disconnection | RemovalResult> {
    const { disconnection } = connection
    if (isFresh(disconnection, now())) {
      const known = confirmed(disconnection, request)
      return known === disconnection ? { kind: 'recent' } : known
    }
    const admitted = await admission(tenant, connection)
    return admitted.kind === 'delayed' ? admitted : confirmed(disconnectionAfter(disconnection, await found(connection)), request)
  }

  return async ({ tenant, connection: { id } }: OwnedConnection, isHeld: IsHeld, request: RemovalRequest): Promise<RemovalResult> => {
    const connection = await registry.find(tenant, id)
    if (!isStarted(connection)) return { kind: 'absent' }
    const result = await after(tenant, connection, request)
    if ('kind' in result) return result
    return isHeld() ? stored(tenant, id, result) : { kind: 'held' }
  }
}

/** How long a request can wait and still have the time of a check left. */
type WaitMs = () => number

function waitUntil(deadlineMs: number): WaitMs {
  const startedAt = performance.now()
  return () => Math.max(0, startedAt + deadlineMs - performance.now())
}

function checksInTurn(options: RemovalOptions) {
  const { registry, queueOf } = options
  const check = checks(options)

  return async (owned: OwnedConnection, request: RemovalRequest, waitMs: WaitMs): Promise<RemovalResult> => {
    const { tenant, connection } = owned
    if (!isStarted(await registry.find(tenant, connection.id))) return { kind: 'absent' }
    // Only the check of this request knows of a confirmation, so it waits as long as it can. Without one, a check that goes on elsewhere finds
    // the same. It can also end the connection, and then no one gets the lease.
    const patienceMs = () => (request.confirmedBy === undefined ? Math.min(longestHeldMs, waitMs()) : waitMs())
    async function run(): Promise<RemovalResult> {
      const alone = oneAtATime({ ...options, patienceMs: patienceMs() })
      const work = async (isHeld: IsHeld): Promise<RemovalResult> => (waitMs() > 0 ? check(owned, isHeld, request) : { kind: 'late' })
      return (await alone(connection.id, work)) ?? { kind: 'held' }
    }
    const turn = queueOf(connection).enter({ tenant, wasVerified: true, run })
    if (request.isScheduled !== true && (await withinDeadline(patienceMs(), () => turn.ready)) === 'late') turn.leave()
    const result = await turn.answer
    return result === 'left' ? { kind: 'no-turn' } : result
  }
}

/** One check of a connection at a time, over all copies of the server, in its turn of the STS budget. */
export function removalChecks(options: RemovalOptions): CheckRemoval {
  const { longestCheckMs = defaultLongestCheckMs, longestRequestMs = defaultLongestRequestMs } = options
  const inTurn = checksInTurn(options)
  const running = new Map<string, Promise<RemovalResult>>()

  function started(owned: OwnedConnection, request: RemovalRequest, waitMs: WaitMs): Promise<RemovalResult> {
    const { id } = owned.connection
    const result = running.get(id) ?? inTurn(owned, request, waitMs).finally(() => running.delete(id))
    running.set(id, result)
    return result
  }

  async function requested(owned: OwnedConnection, request: RemovalRequest): Promise<RemovalResult> {
    const waitMs = waitUntil(longestRequestMs - longestCheckMs)
    const earlier = () => running.get(owned.connection.id)
    // A check that runs already doesn't know of the confirmation.
    while (request.confirmedBy !== undefined && earlier() !== undefined)
      if ((await withinDeadline(waitMs(), () => Promise.allSettled([earlier()]))) === 'late') return { kind: 'held' }
    return started(owned, request, waitMs)
  }

  return async (owned, request = {}) => {
    if (request.isScheduled === true) return started(owned, request, () => Number.POSITIVE_INFINITY)
    const result = await withinDeadline(longestRequestMs, () => requested(owned, request))
    return result === 'late' ? { kind: 'late' } : result
  }
}
