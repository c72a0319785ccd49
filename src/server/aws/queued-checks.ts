import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { CheckQueue, CheckTurn } from './check-queue.ts'

export type Urgency = {
  /** Even a verdict that is not due for a check is not enough: the customer chose to check now, or it is the scheduled time. */
  readonly now: boolean
  /** The customer has started to create the role. Absent: the client doesn't say. */
  readonly launched?: boolean | undefined
  /** A verdict older than this is not enough, though its time is not up. */
  readonly maximumAgeMs?: number
  /** Nobody waits for the answer, so the check can wait for its turn. */
  readonly isScheduled?: boolean
}

export type CheckRequest = {
  readonly tenant: string
  readonly connection: Connection
  readonly asked: string
  readonly urgency: Urgency
  readonly requestedAt: number
}

export type QueueOptions = {
  readonly registry: Registry
  readonly queueOf: (connection: Connection) => CheckQueue
  /** False where nothing runs once a request has been answered: a check that waits is then given up. */
  readonly runsInBackground?: boolean
  /** Called for faults that no answer shows: of checks that fail after their request was answered, and of leases that can't be released. */
  readonly onError?: (error: unknown) => void
  readonly now: () => Date
}

type QueuedOptions = QueueOptions & {
  readonly longestCheckMs: number
  /** Null: the connection has ended. */
  readonly answer: (request: CheckRequest) => Promise<Verdict | null>
}

type Running = {
  readonly asked: string
  startedAt: number | null
  readonly turn: CheckTurn<Verdict | null>
  /** Settles when no earlier check of the connection runs in this process. */
  readonly earlierEnds: Promise<unknown>
}

/** A request is answered without a verdict when its check would start later. The check keeps its place in the queue. */
const longestHeldMs = 3000
const shortestWaitMs = 1000

/** Runs each check in its turn, one check of a connection at a time in this process. */
export function queuedChecks({
  registry,
  queueOf,
  runsInBackground = true,
  onError = () => {},
  now,
  longestCheckMs,
  answer,
}: QueuedOptions) {
  const inFlight = new Map<string, Running>()

  // An overdue check is not joined, so that it can't block the next one.
  const isOverdue = ({ startedAt }: Running): boolean => startedAt !== null && now().getTime() - startedAt > longestCheckMs

  function inProgress(id: string): Running | undefined {
    const running = inFlight.get(id)
    return running === undefined || isOverdue(running) ? undefined : running
  }

  function joined({ connection, asked }: CheckRequest): Running | undefined {
    const running = inProgress(connection.id)
    return running?.asked === asked ? running : undefined
  }

  const ended = (check: Running | undefined) => withinDeadline(longestCheckMs, () => Promise.allSettled([check?.turn.answer]))

  function entered(request: CheckRequest, wasVerified: boolean): Running {
    const { tenant, connection, asked } = request
    const earlier = inProgress(connection.id)
    if (earlier?.startedAt === null) earlier.turn.leave()
    const earlierEnds = earlier?.startedAt === null ? earlier.earlierEnds : ended(earlier)
    const run = async () => {
      running.startedAt = now().getTime()
      await earlierEnds
      return answer(request)
    }
    const turn = queueOf(connection).enter({ tenant, wasVerified, run })
    const running: Running = { asked, startedAt: null, turn, earlierEnds }
    inFlight.set(connection.id, running)
    const forget = () => void (inFlight.get(connection.id) === running && inFlight.delete(connection.id))
    running.turn.answer.then(forget, forget)
    return running
  }

  async function held({ turn }: Running, { urgency }: CheckRequest, postponed: (afterMs: number) => Verdict): Promise<Verdict | null> {
    const isSoon = async () => turn.waitMs() <= longestHeldMs && (await withinDeadline(longestHeldMs, () => turn.ready)) !== 'late'
    if (urgency.isScheduled || (await isSoon())) {
      const verdict = await turn.answer
      return verdict === 'left' ? postponed(shortestWaitMs) : verdict
    }
    if (runsInBackground) turn.answer.catch(onError)
    else turn.leave()
    return postponed(Math.max(shortestWaitMs, turn.waitMs()))
  }

  return async (request: CheckRequest, postponed: (afterMs: number) => Verdict): Promise<Verdict | null> => {
    const { tenant, connection } = request
    const known = joined(request)
    if (known !== undefined) return held(known, request, postponed)
    const { wasVerified } = await registry.accountUse(tenant, connection.accountId, partitionOf(connection.region))
    return held(joined(request) ?? entered(request, wasVerified), request, postponed)
  }
}
