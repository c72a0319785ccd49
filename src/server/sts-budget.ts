import type { Region } from '#core/region.ts'
import type { CallerIdentity, Outsider, Sts } from '#core/verify/sts.ts'

export type StsBudget = {
  readonly limited: (sts: Sts) => Sts
  /** How long a call that is made now waits for its turn. */
  readonly backlogMs: () => number
}

/**
 * Calls a second in one partition, far below the 600 that STS allows an account and Region, because the vendor's application needs the rest.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const stsCallsPerSecond = 50

const identityLifetimeMs = 60_000

/** Successes alone are kept: a failure may be over at the next call. */
function cachedIdentity(call: Sts['callerIdentity'], nowMs: () => number): Sts['callerIdentity'] {
  const kept = new Map<Region, { readonly identity: CallerIdentity; readonly at: number }>()
  return async (region) => {
    const known = kept.get(region)
    if (known !== undefined && nowMs() - known.at < identityLifetimeMs) return known.identity
    const identity = await call(region)
    if (identity.kind === 'identity') kept.set(region, { identity, at: nowMs() })
    return identity
  }
}

function cachedCanary(call: Sts['canary'], nowMs: () => number): Sts['canary'] {
  const kept = new Map<Region, { readonly state: Awaited<ReturnType<Sts['canary']>>; readonly at: number }>()
  return async (region) => {
    const known = kept.get(region)
    if (known !== undefined && nowMs() - known.at < identityLifetimeMs) return known.state
    const state = await call(region)
    if (state === 'sighted') kept.set(region, { state, at: nowMs() })
    return state
  }
}

/** Spaces the calls of one partition evenly, in the order in which they come. Our own identity is asked for once a minute. */
export function stsBudget(callsPerSecond: number, nowMs: () => number, wait: (ms: number) => Promise<void>): StsBudget {
  const gapMs = 1000 / callsPerSecond
  let nextAtMs = 0
  const backlogMs = () => Math.max(0, nextAtMs - nowMs())

  async function turn(): Promise<void> {
    const waitMs = backlogMs()
    nextAtMs = Math.max(nextAtMs, nowMs()) + gapMs
    if (waitMs > 0) await wait(waitMs)
  }

  const inTurn =
    <Request, Answer>(call: (request: Request) => Promise<Answer>) =>
    async (request: Request): Promise<Answer> => {
      await turn()
      return call(request)
    }

  const identityOf = (call: Sts['callerIdentity']) => cachedIdentity(inTurn(call), nowMs)
  const limitedOutsider = ({ name, callerIdentity, assumeRole }: Outsider): Outsider => ({
    name,
    callerIdentity: identityOf(callerIdentity),
    assumeRole: inTurn(assumeRole),
  })
  return {
    backlogMs,
    limited: ({ callerIdentity, assumeRole, outsiders, canary }) => ({
      callerIdentity: identityOf(callerIdentity),
      assumeRole: inTurn(assumeRole),
      outsiders: outsiders.map(limitedOutsider),
      canary: cachedCanary(inTurn(canary), nowMs),
    }),
  }
}
