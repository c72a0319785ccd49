import type { Region } from '#core/aws/region.ts'
import type { AwsRefusal, CallerIdentity, CanaryState, Outsider, Sts } from '#core/verify/sts.ts'
import { checkDeadlineMs } from '#core/verify/verify.ts'

export type StsBudget = {
  /** Makes the port to AWS for one check after another. */
  readonly limited: (sts: Sts) => () => Sts
  /** How long a call that starts now waits for its turn. */
  readonly backlogMs: () => number
}

/**
 * Calls a second in one partition, far below the 600 that STS allows an account and Region, because the vendor's application needs the rest.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const stsCallsPerSecond = 50

const identityLifetimeMs = 60_000

/** Resolves to true when the call can be sent, and to false once its check has ended. */
type Turn = () => Promise<boolean>

type Call<Answer> = (region: Region) => Promise<Answer>

/** Keeps only successes, because a failure can be over at the next call. */
function cached<Answer>(isSuccess: (answer: Answer) => boolean, nowMs: () => number): (call: Call<Answer>) => Call<Answer> {
  const kept = new Map<Region, { readonly answer: Answer; readonly at: number }>()
  return (call) => async (region) => {
    const known = kept.get(region)
    if (known !== undefined && nowMs() - known.at < identityLifetimeMs) return known.answer
    const answer = await call(region)
    if (isSuccess(answer)) kept.set(region, { answer, at: nowMs() })
    return answer
  }
}

const notSent: AwsRefusal = { kind: 'refused', code: 'TooManyChecks', hint: null, requestId: '' }

const inTurn =
  <Request, Answer>(turn: Turn, call: (request: Request) => Promise<Answer>) =>
  async (request: Request): Promise<Answer | AwsRefusal> =>
    (await turn()) ? call(request) : notSent

const isIdentity = ({ kind }: CallerIdentity) => kind === 'identity'

function limitedPort({ callerIdentity, assumeRole, outsiders, canary }: Sts, nowMs: () => number): (turn: Turn) => Sts {
  const identityOf = cached(isIdentity, nowMs)
  const canaryOf = cached<CanaryState>((state) => state === 'sighted', nowMs)
  const limitedOutsiders = outsiders.map((outsider) => {
    const outsiderIdentityOf = cached(isIdentity, nowMs)
    return (turn: Turn): Outsider => ({
      name: outsider.name,
      callerIdentity: outsiderIdentityOf(inTurn(turn, outsider.callerIdentity)),
      assumeRole: inTurn(turn, outsider.assumeRole),
    })
  })
  return (turn) => ({
    callerIdentity: identityOf(inTurn(turn, callerIdentity)),
    assumeRole: inTurn(turn, assumeRole),
    outsiders: limitedOutsiders.map((limited) => limited(turn)),
    canary: canaryOf(async (region) => ((await turn()) ? canary(region) : 'unknown')),
  })
}

type Waiting = { readonly check: number; readonly lateAtMs: number; readonly send: (isInTime: boolean) => void }

/**
 * Spaces the calls of one partition evenly. The earliest check goes first: in order of arrival, many concurrent checks would all be running
 * and none would end in time.
 */
export function stsBudget(callsPerSecond: number, nowMs: () => number, wait: (ms: number) => Promise<void>): StsBudget {
  const gapMs = 1000 / callsPerSecond
  const waiting: Waiting[] = []
  let nextAtMs = 0
  let isSending = false
  let checks = 0

  async function sendAll(): Promise<void> {
    isSending = true
    while (waiting.length > 0) {
      const waitMs = nextAtMs - nowMs()
      if (waitMs > 0) await wait(waitMs)
      const [first] = waiting.splice(earliest(waiting), 1)
      const isInTime = first !== undefined && nowMs() < first.lateAtMs
      // A late turn moves the later ones: a busy process must not catch up with a burst.
      if (isInTime) nextAtMs = Math.max(nextAtMs, nowMs()) + gapMs
      first?.send(isInTime)
    }
    isSending = false
  }

  function turnsOfCheck(): Turn {
    checks += 1
    const [check, lateAtMs] = [checks, nowMs() + checkDeadlineMs]
    return () =>
      new Promise((send) => {
        waiting.push({ check, lateAtMs, send })
        if (!isSending) void sendAll()
      })
  }

  return {
    backlogMs: () => Math.max(0, nextAtMs - nowMs()) + waiting.length * gapMs,
    limited: (sts) => {
      const portOf = limitedPort(sts, nowMs)
      return () => portOf(turnsOfCheck())
    },
  }
}

const earliest = (waiting: readonly Waiting[]): number =>
  waiting.reduce((best, { check }, index) => (check < (waiting[best]?.check ?? check) ? index : best), 0)
