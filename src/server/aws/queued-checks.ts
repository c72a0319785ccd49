import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { Registry } from '#server/registry/registry.ts'
import { withinDeadline } from './call-deadline.ts'
import type { CheckQueue, CheckTurn } from './check-queue.ts'

export type Urgency = {
  /** The customer chose to check now. */
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
  /** Told of checks that fail after their request was answered. */
  readonly onError?: (error: unknown) => void
  readonly now: () => Date
  /** Runs something after a while, unless the server stops before. */
  readonly later: (ms: number, run: () => Promise<unknown>) => void
}

type QueuedOptions = QueueOptions & {
  readonly longestCheckMs: number
  readonly answer: (request: CheckRequest) => Promise<Verdict>
}

type Running = { readonly asked: string; startedAt: number | null; readonly turn: CheckTurn<Verdict> }

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

  function entered(request: CheckRequest, wasVerified: boolean): Running {
    const { tenant, connection, asked } = request
    const earlier = inProgress(connection.id)
    if (earlier?.startedAt === null) earlier.turn.leave()
    const run = async () => {
      running.startedAt = now().getTime()
      if (earlier !== undefined && earlier.startedAt !== null) await Promise.allSettled([earlier.turn.answer])
      return answer(request)
    }
    const running: Running = { asked, startedAt: null, turn: queueOf(connection).enter({ tenant, wasVerified, run }) }
    inFlight.set(connection.id, running)
    const forget = () => void (inFlight.get(connection.id) === running && inFlight.delete(connection.id))
    running.turn.answer.then(forget, forget)
    return running
  }

  async function held({ turn }: Running, { connection, urgency }: CheckRequest, postponed: (afterMs: number) => Verdict): Promise<Verdict> {
    if (urgency.isScheduled) return turn.answer
    const isSoon = turn.waitMs() <= longestHeldMs && (await withinDeadline(longestHeldMs, () => turn.started)) !== 'late'
    if (isSoon) return turn.answer
    if (runsInBackground) turn.answer.catch(onError)
    else {
      turn.leave()
      inFlight.delete(connection.id)
    }
    return postponed(Math.max(shortestWaitMs, turn.waitMs()))
  }

  return async (request: CheckRequest, postponed: (afterMs: number) => Verdict): Promise<Verdict> => {
    const { tenant, connection } = request
    const known = joined(request)
    if (known !== undefined) return held(known, request, postponed)
    const { wasVerified } = await registry.accountUse(tenant, connection.accountId, partitionOf(connection.region))
    return held(joined(request) ?? entered(request, wasVerified), request, postponed)
  }
}
