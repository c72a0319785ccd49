import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { outcomeOf } from '#core/verify/evidence.ts'
import { scheduledCheckAt } from '#core/verify/next-check.ts'
import type { RotationStep } from '#core/verify/rotation-check.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { launchTime, verdictForTenant, verdictHistory, verdictToCompare, type WaitStart } from '#core/verify/verdict-history.ts'
import type { Verification as Found, VerifyOptions } from '#core/verify/verify.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { disconnectionToldAfter, mayBeUsed, statusEvent, toldAfter } from '#server/events/status-event.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import { type FoundOtherIds, isContradicted, type OtherExternalIdRecord, untried } from '#server/registry/other-external-ids.ts'
import type { ConnectionState, FoundVerdict, LastVerdict, Registry } from '#server/registry/registry.ts'
import type { RememberedVerdict } from '#server/registry/remembered-verdict.ts'
import type { Admission } from './check-admission.ts'
import { defaultLongestCheckMs, type IsHeld, leaseRetryMs, oneAtATime } from './one-at-a-time.ts'
import { type CheckRequest, type QueueOptions, queuedChecks, type Urgency } from './queued-checks.ts'
import { retiredRoles, verifiedRoleAfter } from './requested-role.ts'
import { isFromBeforeDisconnection, requestedSha256 } from './verdict-is-current.ts'

export type VerifyRequest = Pick<
  VerifyOptions,
  'connection' | 'previous' | 'start' | 'isRoutine' | 'otherExternalIds' | 'retiredRoles' | 'rotationBefore'
>

/** `known` is what the caller has just read of the connection. Null: the connection has ended meanwhile, or someone has begun to end it. */
export type Verification = (tenant: string, connection: Connection, urgency: Urgency, known?: ConnectionState) => Promise<Verdict | null>

type VerificationOptions = QueueOptions & {
  readonly vendor: Vendor
  readonly registry: Registry
  /** Asks AWS. */
  readonly verify: (request: VerifyRequest) => Promise<Found>
  readonly admit: Admission
  /** Facts that hold for every verdict on the connection, also without a check. */
  readonly always: (connection: Connection) => Pick<Verdict, 'untested' | 'simulated'>
  /** The deadline of a check. */
  readonly longestCheckMs?: number
  /** Called for each step of a rotation, once it is stored. */
  readonly onRotated?: ((owned: OwnedConnection, step: RotationStep) => void) | undefined
  /** A name of this copy of the server, which no other copy has. */
  readonly holder: string
  readonly pause?: (ms: number) => Promise<void>
}

/** Even a customer who asks to check now gets a verdict of this age. */
const shortestIntervalMs = 1000

/** A contradiction can last until the other connection is checked, and must not cost a check each time that someone asks. */
const contradictedLifetimeMs = 5 * 60 * 1000

type State = {
  readonly asked: string
  /** Null where there is none, or where it is about something else than what is requested now. */
  readonly last: LastVerdict | null
  /** Can be about earlier requested permissions. */
  readonly remembered: RememberedVerdict | null
  /** The time of the stored verdict, whatever it is about. */
  readonly knownAt: string | null
  readonly others: readonly OtherExternalIdRecord[]
}

/** A verdict on something else than what is requested now is only remembered. */
const stateFor = (asked: string, { last, others }: Pick<ConnectionState, 'last' | 'others'>): State => ({
  asked,
  last: last?.asked === asked ? last : null,
  remembered: last?.remembered ?? null,
  knownAt: last?.verdict.checkedAt ?? null,
  others,
})

/** Age of the last verdict. Negative if its time is in the future, for example after a wrong clock. */
const ageMs = ({ verdict }: LastVerdict, now: Date): number => now.getTime() - Date.parse(verdict.checkedAt)

/** Null where there is none, or where its time is in the future. */
function knownAgeMs(last: LastVerdict | null, now: Date): number | null {
  const ms = last === null ? -1 : ageMs(last, now)
  return ms < 0 ? null : ms
}

/** Another tenant's connection has been found to work with this role since the role was last tried with its ID. */
const hasNews = ({ others }: State): boolean => others.some(({ isInUse, outcome }) => isInUse && outcome === null)

function isUsable(state: State, now: Date): boolean {
  if (state.last === null || ageMs(state.last, now) < 0 || isFromBeforeDisconnection(state.last)) return false
  return state.last.verdict.kind !== 'verified' || !hasNews(state)
}

/** The stored verdict is from before the launch, and has the pauses of that time. */
const startsWaiting = ({ kind, history }: Verdict, { launched }: Urgency): boolean =>
  launched === true && (kind === 'waiting' || kind === 'not-ready') && typeof history?.launchedAt !== 'string'

function isFresh(state: State, now: Date, urgency: Urgency): boolean {
  if (state.last === null || !isUsable(state, now)) return false
  const { verdict } = state.last
  const { nextCheckInMs } = verdict
  const isUrgent = urgency.now || startsWaiting(verdict, urgency)
  const lifetimeMs = Math.min(
    nextCheckInMs,
    urgency.maximumAgeMs ?? nextCheckInMs,
    isUrgent ? shortestIntervalMs : nextCheckInMs,
    state.others.some(isContradicted) ? contradictedLifetimeMs : nextCheckInMs,
  )
  return ageMs(state.last, now) < lifetimeMs
}

/** Another copy of the server checked while this one had the check in its queue. */
const isNewer = (state: State, now: Date, requestedAt: number): boolean =>
  state.last !== null && isUsable(state, now) && Date.parse(state.last.verdict.checkedAt) > requestedAt

/** During a disconnection, the customer may have replaced the role. */
const isKnownSecure = (last: LastVerdict | null): boolean =>
  last?.verdict.kind === 'verified' && last.verdict.untested !== undefined && !isFromBeforeDisconnection(last)

type Blank = Pick<Verdict, 'kind' | 'diagnosis' | 'causes' | 'nextCheckInMs'>

/** True if the role accepted this connection's own ID. Null if AWS gave no clear answer. */
function isIdAccepted(verdict: Verdict): boolean | null {
  const outcome = outcomeOf(verdict, 'right-id')
  if (outcome === 'assumed') return true
  return outcome === 'denied' ? false : null
}

/** `ended`: the connection, or someone has begun to end it. Null: there is no verdict on what was requested. */
type Checked = Verdict | 'ended' | null

const withTriedIds = (results: Found['otherExternalIds'], others: State['others']): FoundOtherIds =>
  results.flatMap((result) => {
    const { externalId } = others.find(({ connectionId }) => connectionId === result.connectionId) ?? {}
    return externalId === undefined ? [] : [{ ...result, externalId }]
  })

function foundVerdict(
  { tenant, connection }: OwnedConnection,
  { asked, last, remembered, knownAt, others }: State,
  { verdict: whole, otherExternalIds }: Found,
  verdict: Verdict,
  vendor: Vendor,
): FoundVerdict {
  const before = { last: last?.verdict ?? null, remembered }
  const verifiedRole = verifiedRoleAfter(remembered?.verifiedRole, verdict, connection, vendor)
  const isUpdateLeft = verifiedRole?.toldRole !== undefined
  const event = statusEvent(before, { verdict, asked, isUpdateLeft }, tenant, connection.id)
  const shown = last === null || isFromBeforeDisconnection(last) ? null : last.verdict.diagnosis
  return {
    verdict,
    remembered: {
      ...verdictToCompare(remembered, { ...whole, history: verdict.history }),
      told: toldAfter(before, { ...verdict, isUpdateLeft }),
      ...disconnectionToldAfter(before, { ...verdict, isUpdateLeft }),
      ...(verifiedRole === undefined ? {} : { verifiedRole }),
    },
    asked,
    isIdAccepted: isIdAccepted(whole),
    otherExternalIds: withTriedIds(otherExternalIds, others),
    isChanged: shown !== verdict.diagnosis || event !== null,
    nextCheckAt: scheduledCheckAt(verdict, connection.id, last?.verdict ?? null),
    event,
    knownAt,
    knownDisconnectionAt: remembered?.disconnectionToldAt,
  }
}

/** The connection after what a check found of its rotation: the check verified the ID that is in use from then on. */
async function rotated(options: VerificationOptions, owned: OwnedConnection, { rotationStep: step }: Found): Promise<OwnedConnection> {
  const { registry, now, onRotated = () => {} } = options
  const { tenant, connection } = owned
  const secondId = connection.rotation?.externalId
  if (step === null || secondId === undefined) return owned
  const after = await registry.rotations[step](tenant, connection.id, { secondId, at: now().toISOString() })
  if (after === null) return owned
  onRotated(owned, step)
  return { tenant, connection: after }
}

function requestOf(connection: Connection, { remembered, last, others }: State, start: WaitStart, vendor: Vendor): VerifyRequest {
  const otherExternalIds = untried(others).map(({ connectionId, externalId, outcome }) => ({
    connectionId,
    externalId,
    wasAccepted: outcome === 'assumed',
  }))
  const rotationBefore = last?.verdict.rotation ?? null
  const retired = retiredRoles(remembered?.verifiedRole, connection, vendor)
  return {
    connection,
    previous: remembered && { ...remembered, wasVerified: mayBeUsed({ remembered }) },
    start,
    isRoutine: isKnownSecure(last),
    otherExternalIds,
    retiredRoles: retired,
    rotationBefore,
  }
}

function checks(options: VerificationOptions) {
  const { vendor, registry, verify, admit, always, now, longestCheckMs = defaultLongestCheckMs } = options
  const blank = (connection: Connection, verdict: Blank): Verdict => ({
    ...verdict,
    probes: [],
    checks: [],
    ...always(connection),
    checkedAt: now().toISOString(),
  })

  /** Without a finding, nothing is stored. */
  function postponed(connection: Connection, state: State, afterMs: number): Verdict {
    const nextCheckInMs = Math.ceil(afterMs)
    if (state.last !== null && isUsable(state, now())) return { ...state.last.verdict, nextCheckInMs }
    return blank(connection, { kind: 'inconclusive', diagnosis: 'check-delayed', causes: ['many-checks'], nextCheckInMs })
  }

  async function found(connection: Connection, state: State, start: WaitStart): Promise<Found> {
    const result = await withinDeadline(longestCheckMs, () => verify(requestOf(connection, state, start, vendor)))
    if (result !== 'late') return result
    const verdict = blank(connection, { kind: 'inconclusive', diagnosis: 'aws-unavailable', causes: ['network'], nextCheckInMs: 5000 })
    return { verdict, otherExternalIds: [], wait: { waitedMs: 0, sinceFirstCheckMs: 0, patienceMs: 0 }, rotationStep: null }
  }

  /** The stored verdict on the same request where that is newer. Null if it is about another one, or from before a disconnection. */
  async function saved(id: string, found: FoundVerdict): Promise<Checked> {
    const result = await registry.saveVerdict(id, found)
    if (result.kind === 'saved') return found.verdict
    if (result.kind === 'ended') return 'ended'
    const { newer } = result
    return newer.asked === found.asked && !isFromBeforeDisconnection(newer) ? newer.verdict : null
  }

  /** Null if the check took so long that another one may be newer: the process was frozen, or the registry was slow. */
  async function check({ tenant, connection, urgency }: CheckRequest, state: State, isHeld: IsHeld): Promise<Checked> {
    const { last } = state
    const use = await registry.accountUse(tenant, connection.accountId, partitionOf(connection.region))
    const admission = await admit(connection, { tenant, use, sinceLastMs: knownAgeMs(last, now()) })
    if (admission.kind === 'delayed') return postponed(connection, state, admission.afterMs)
    const time = now().toISOString()
    const firstCheckAt = await registry.firstCheckAt(connection.id, time)
    if (firstCheckAt === null) return 'ended'
    const start = { firstCheckAt, ...launchTime(last?.verdict ?? null, urgency.launched, time) }
    const result = await found(connection, state, start)
    const visible = verdictForTenant(result.verdict, use, result.wait)
    const verdict = { ...visible, history: verdictHistory(last?.verdict ?? null, visible, start) }
    if (!isHeld()) return null
    const owned = await rotated(options, { tenant, connection }, result)
    const asked = requestedSha256(owned.connection, vendor)
    return saved(connection.id, foundVerdict(owned, { ...state, asked }, result, verdict, vendor))
  }

  return { check, postponed }
}

/**
 * Runs at most one check of a connection at a time. Requests during the check and shortly after it get its verdict. A request after a
 * change of permissions gets a check of its own, because the running one is about the earlier permissions.
 */
export function createVerification(options: VerificationOptions): Verification {
  const { vendor, registry, now } = options
  const { check, postponed } = checks(options)
  const alone = oneAtATime(options)

  async function stateOf({ tenant, connection, asked }: CheckRequest): Promise<State> {
    const last = await registry.lastVerdict(connection.id)
    return stateFor(asked, { last, others: await registry.otherExternalIds(tenant, connection) })
  }

  /** Null if something else is requested by now: a check of what was requested would replace a verdict on that. */
  async function stateNow({ tenant, connection, asked }: CheckRequest): Promise<State | 'ended' | null> {
    const found = await registry.state(tenant, connection.id)
    if (found === null || isDisconnecting(found.connection)) return 'ended'
    return requestedSha256(found.connection, vendor) === asked ? stateFor(asked, found) : null
  }

  const hasEnded = async (request: CheckRequest) => (await stateNow(request)) === 'ended'

  async function answer(request: CheckRequest): Promise<Verdict | null> {
    const { connection, urgency, requestedAt } = request
    const work = async (isHeld: IsHeld): Promise<Checked> => {
      const state = await stateNow(request)
      if (state === null || state === 'ended') return state
      if (state.last !== null && (isFresh(state, now(), urgency) || isNewer(state, now(), requestedAt))) return state.last.verdict
      return check(request, state, isHeld)
    }
    const verdict = await alone(connection.id, work, async () => !(await hasEnded(request)))
    if (verdict === 'ended' || (verdict === null && (await hasEnded(request)))) return null
    return verdict ?? postponed(connection, await stateOf(request), leaseRetryMs)
  }

  const queued = queuedChecks({ longestCheckMs: defaultLongestCheckMs, ...options, answer })

  // Only running checks are joined: a request that needs a new check must not get a stored verdict that was enough for another request.
  const verification: Verification = async (tenant, connection, urgency, known) => {
    const request = { tenant, connection, asked: requestedSha256(connection, vendor), urgency, requestedAt: now().getTime() }
    const state = known === undefined ? await stateOf(request) : stateFor(request.asked, known)
    if (state.last !== null && isFresh(state, now(), urgency)) return state.last.verdict
    return queued(request, (afterMs) => postponed(connection, state, afterMs))
  }
  return verification
}
