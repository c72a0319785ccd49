import { type Evidence, outcomeOf } from './evidence.ts'
import { nextCheckInMs } from './next-check.ts'
import type { Verdict } from './verdict.ts'

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

export type Wait = Pick<Evidence, 'waitedMs' | 'patienceMs'>

/** The answer for a role that does not exist, down to when to ask again: it follows from the time alone. */
function absentRole({ waitedMs, patienceMs }: Wait): Pick<Verdict, 'kind' | 'diagnosis' | 'causes' | 'nextCheckInMs'> {
  const isPatient = waitedMs < patienceMs
  const answer = isPatient
    ? ({ kind: 'waiting', diagnosis: 'propagating', causes: ['propagation', 'stack-not-finished'] } as const)
    : ({
        kind: 'not-ready',
        diagnosis: 'not-assumable',
        causes: ['stack-not-finished', 'other-account-signed-in', 'role-name-changed'],
      } as const)
  return { ...answer, causes: [...answer.causes], nextCheckInMs: nextCheckInMs({ ...answer, waitedMs }) }
}

/**
 * The verdict as this tenant may read it. Anyone can name an account: a stranger who does must not learn about the role that another tenant
 * has there, so until the account shows that it works with this tenant too, the answer is the one for a role that does not exist.
 */
export function toldVerdict(verdict: Verdict, { wasVerified, wasVerifiedByOther }: AccountUse, wait: Wait): Verdict {
  if (!wasVerifiedByOther) return verdict
  if (isSetUpForTenant(verdict)) return { ...verdict, accountInUse: true }
  if (wasVerified || saysNothingOfRole(verdict)) return verdict
  return { ...verdict, ...absentRole(wait), probes: [], checks: [] }
}
