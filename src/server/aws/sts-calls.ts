import type { Region } from '#core/aws/region.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, CanaryState, Outsider, Sts } from '#core/verify/sts.ts'

/** Asked right before a request leaves, for the first and each repeated one. False: it must not be sent. */
export type Permit = () => Promise<boolean>

/** Resolves when the call can be sent, with the permit for it. Null once its check has ended. */
export type Turn = () => Promise<Permit | null>

export type StsCall = {
  readonly action: 'AssumeRole' | 'GetCallerIdentity'
  /** Null: AWS granted it. */
  readonly code: string | null
  readonly ms: number
}

type CallObserver = (call: StsCall) => void

type Limited<Request, Answer> = (request: Request, permit: Permit) => Promise<Answer>

type UnlimitedCalls = {
  readonly callerIdentity: Limited<Region, CallerIdentity>
  readonly assumeRole: Limited<AssumeRole, AssumedSession | AwsRefusal>
}

/** Asks for the permit before each request. The canary role is called by the port that it is given. */
export type UnlimitedSts = UnlimitedCalls & {
  readonly outsiders: readonly (Pick<Outsider, 'name'> & UnlimitedCalls)[]
  readonly canary: (region: Region, assumeRole: Sts['assumeRole']) => Promise<CanaryState>
}

const identityLifetimeMs = 60_000

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

const isIdentity = ({ kind }: CallerIdentity) => kind === 'identity'

/** The port of one check after another, whose calls each wait for their turn. */
export function callsInTurn(sts: UnlimitedSts, nowMs: () => number, observe: CallObserver): (turn: Turn) => Sts {
  function inTurn<Request, Answer extends { readonly kind: string }>(
    action: StsCall['action'],
    turn: Turn,
    call: Limited<Request, Answer | AwsRefusal>,
  ) {
    return async (request: Request): Promise<Answer | AwsRefusal> => {
      const permit = await turn()
      if (permit === null) return notSent
      const sentAt = nowMs()
      const answer = await call(request, permit)
      observe({ action, code: 'code' in answer ? answer.code : null, ms: nowMs() - sentAt })
      return answer
    }
  }
  const identityOf = cached(isIdentity, nowMs)
  const canaryOf = cached<CanaryState>((state) => state === 'sighted', nowMs)
  const outsiders = sts.outsiders.map(({ name, callerIdentity, assumeRole }) => {
    const outsiderIdentityOf = cached(isIdentity, nowMs)
    return (turn: Turn): Outsider => ({
      name,
      callerIdentity: outsiderIdentityOf(inTurn('GetCallerIdentity', turn, callerIdentity)),
      assumeRole: inTurn('AssumeRole', turn, assumeRole),
    })
  })
  return (turn) => {
    const assumeRole = inTurn('AssumeRole', turn, sts.assumeRole)
    return {
      callerIdentity: identityOf(inTurn('GetCallerIdentity', turn, sts.callerIdentity)),
      assumeRole,
      outsiders: outsiders.map((outsider) => outsider(turn)),
      canary: canaryOf((region) => sts.canary(region, assumeRole)),
    }
  }
}
