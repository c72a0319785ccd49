import { type Evidence, mayBePropagating, outcomeOf } from './evidence.ts'
import { hasExtraTrust } from './inspection/inspection.ts'
import { nextCheckInMs } from './next-check.ts'
import type { Verdict, VerdictHistory } from './verdict.ts'

/** When the wait for the role began: the first check, and the start of its creation. */
export type WaitStart = Pick<VerdictHistory, 'firstCheckAt' | 'launchedAt'>

/**
 * A client that says nothing changes nothing, and what was started once stays started. After the clock was set back, a time in the future
 * would prolong the wait by as much.
 */
export function launchTime(
  last: Pick<Verdict, 'history'> | null,
  launched: boolean | undefined,
  now: string,
): Pick<VerdictHistory, 'launchedAt'> {
  const launchedAt = last?.history?.launchedAt
  if (launchedAt !== null && launchedAt !== undefined) return { launchedAt: launchedAt < now ? launchedAt : now }
  if (launched !== undefined) return { launchedAt: launched ? now : null }
  return launchedAt === undefined ? {} : { launchedAt }
}

/** `last` is null if there was no check of what is requested now. */
export function verdictHistory(
  last: Pick<Verdict, 'diagnosis' | 'checkedAt' | 'history'> | null,
  { diagnosis, checkedAt }: Pick<Verdict, 'diagnosis' | 'checkedAt'>,
  start: WaitStart,
): VerdictHistory {
  const begun = { ...start, firstLookAt: start.firstCheckAt }
  if (last === null) return { ...begun, since: checkedAt, before: null }
  if (last.diagnosis === diagnosis) return { ...begun, since: last.history?.since ?? last.checkedAt, before: last.history?.before ?? null }
  return { ...begun, since: checkedAt, before: { diagnosis: last.diagnosis, lastSeenAt: last.checkedAt } }
}

const showsDanger = ({ kind, diagnosis }: Verdict): boolean => kind === 'unsafe' || diagnosis === 'weakened'
const isConfirming = ({ diagnosis }: Verdict): boolean => diagnosis === 'confirming-fix'
const saysNothing = ({ kind }: Verdict): boolean => kind === 'inconclusive' || kind === 'vendor-fault'

/** A danger ends after two clean rounds, some seconds apart. No other verdict between them ends or restarts it. */
function takesPlaceOf(before: Verdict, latest: Verdict): boolean {
  if (showsDanger(latest) || latest.kind === 'verified') return true
  if (isConfirming(before)) return false
  return showsDanger(before) ? isConfirming(latest) : !saysNothing(latest)
}

/** `extraTrust`: an earlier check read more trust than requested, and what the verdict itself has doesn't say so. */
export type ComparedVerdict = Verdict & { readonly extraTrust?: boolean | undefined }

/** Another danger must not hide what only reading found: that ends once a reading finds it gone. */
function withExtraTrust(compared: ComparedVerdict, before: ComparedVerdict, latest: Verdict): ComparedVerdict {
  const isOver = compared === latest && latest.inspection?.outcome === 'read'
  const isFound = hasExtraTrust(latest) || (hasExtraTrust(before) && !isOver)
  return isFound && !hasExtraTrust(compared) ? { ...compared, extraTrust: true } : compared
}

/**
 * The verdict that the next check is compared with. A verdict without information about the role (AWS did not answer, or denied our own
 * credentials) must not hide that the role was verified, or that it was unsafe.
 */
export function verdictToCompare(before: ComparedVerdict | null, latest: Verdict): ComparedVerdict {
  return before === null ? latest : withExtraTrust(comparedVerdict(before, latest), before, latest)
}

function comparedVerdict(before: ComparedVerdict, latest: Verdict): ComparedVerdict {
  if (takesPlaceOf(before, latest)) return latest
  // After the clock was set back, a time in the future would delay the second round for as long.
  return before.checkedAt > latest.checkedAt ? { ...before, checkedAt: latest.checkedAt } : before
}

/** The history of a tenant's connections to an account that another tenant has connected too. */
export type AccountUse = {
  /** No tenant claimed the account earlier. */
  readonly isFirst: boolean
  /** A connection of this tenant to the account was verified at some time. */
  readonly wasVerified: boolean
  readonly wasVerifiedByOther: boolean
}

/** A role that accepts this connection's ID and denies any other one was set up for this tenant. */
const isSetUpForTenant = (verdict: Verdict): boolean =>
  outcomeOf(verdict, 'right-id') === 'assumed' && outcomeOf(verdict, 'no-id') === 'denied' && outcomeOf(verdict, 'random-id') === 'denied'

const saysNothingOfRole = (verdict: Verdict): boolean => {
  const isOpen = verdict.kind === 'vendor-fault' || verdict.kind === 'inconclusive'
  return isOpen && ['error', 'missing'].includes(outcomeOf(verdict, 'right-id'))
}

export type Wait = Pick<Evidence, 'waitedMs' | 'sinceFirstCheckMs' | 'patienceMs'>

function absence(wait: Wait): Pick<Verdict, 'kind' | 'diagnosis' | 'causes'> {
  if (wait.waitedMs === null) return { kind: 'waiting', diagnosis: 'not-launched', causes: [] }
  if (mayBePropagating(wait)) return { kind: 'waiting', diagnosis: 'propagating', causes: ['propagation', 'stack-not-finished'] }
  return {
    kind: 'not-ready',
    diagnosis: 'not-assumable',
    causes: ['stack-not-finished', 'other-account-signed-in', 'role-name-changed'],
  }
}

/** The verdict on a role that does not exist. It follows from the time alone, the time of the next check too. */
function absentRole(wait: Wait): Pick<Verdict, 'kind' | 'diagnosis' | 'causes' | 'nextCheckInMs'> {
  const answer = absence(wait)
  return { ...answer, nextCheckInMs: nextCheckInMs({ ...answer, ...wait }) }
}

/**
 * The verdict as this tenant may read it. Anyone can name an account: a stranger who does must not learn about the role that another tenant
 * has there, so until the account shows that it works with this tenant too, the answer is the one for a role that does not exist.
 */
export function verdictForTenant(verdict: Verdict, { wasVerified, wasVerifiedByOther }: AccountUse, wait: Wait): Verdict {
  if (!wasVerifiedByOther) return verdict
  if (isSetUpForTenant(verdict)) return { ...verdict, accountInUse: true }
  if (wasVerified || saysNothingOfRole(verdict)) return verdict
  const { rotation: _, inspection: __, ...others } = verdict
  return { ...others, ...absentRole(wait), probes: [], checks: [] }
}
