import { failed, type SendResult } from '#server/events/send-result.ts'
import type { ChangedConnection } from '#server/registry/connection-records.ts'
import type { EventRecord, Outcome } from '#server/registry/event-records.ts'
import { type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import type { EventMessage, EventTarget } from './event-message.ts'
import { nextAttemptAt } from './retry-schedule.ts'

type DeliveryOptions = {
  readonly registry: Pick<Registry, 'events' | 'ofAnyTenant'>
  readonly target: EventTarget
  readonly message: (event: EventRecord, changed: ChangedConnection) => Promise<EventMessage>
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly onResult: (event: EventRecord, result: SendResult, outcome: Outcome) => void
  /** An event that could not be read or settled stays pending, and is tried again. */
  readonly onError: (error: unknown) => void
}

export type DeliveryRound = { readonly delivered: number; readonly failed: number }

/** Sends some of the events that are due. */
export type DeliverDue = () => Promise<DeliveryRound>

/** Events of so many connections are sent at once. */
const atOnce = 10

/** More than the deadline of an attempt and of the registry before and after it. */
const leaseMs = 60_000

export function eventDeliveries(options: DeliveryOptions): DeliverDue {
  const { registry, target, message, now, random, onResult, onError } = options

  function outcomeOf(event: EventRecord, result: SendResult): Outcome {
    const at = now()
    if (result.kind === 'accepted') return { kind: 'delivered', at: at.toISOString() }
    const { failure } = result
    const until = nextAttemptAt(event, at, random())
    return until === null ? { kind: 'dead', at: at.toISOString(), failure } : { kind: 'postponed', until, failure }
  }

  /** Null if it can't be made: without an outcome, the event would be tried each minute and hold up the later ones. */
  async function made(event: EventRecord, changed: ChangedConnection): Promise<EventMessage | null> {
    try {
      return await message(event, changed)
    } catch (error) {
      onError(error)
      return null
    }
  }

  async function connectionOf({ connectionId }: EventRecord): Promise<ChangedConnection | 'unreadable' | null> {
    try {
      return await registry.ofAnyTenant(connectionId)
    } catch (error) {
      if (error instanceof UnreadableConnection) return 'unreadable'
      throw error
    }
  }

  /** Null for an event whose tenant was deleted, or whose lease has ended. */
  async function sent(event: EventRecord): Promise<SendResult | null> {
    const changed = await connectionOf(event)
    if (changed === null) return null
    const built = changed === 'unreadable' ? null : await made(event, changed)
    if (built === null) return failed({ code: 'connection-unreadable' })
    return now().toISOString() < event.dueAt ? target.send(built) : null
  }

  async function deliver(event: EventRecord): Promise<SendResult['kind'] | null> {
    try {
      const result = await sent(event)
      if (result === null) return null
      const outcome = outcomeOf(event, result)
      await registry.events.settle(event, outcome)
      onResult(event, result, outcome)
      return result.kind
    } catch (error) {
      onError(error)
      return 'failed'
    }
  }

  return async () => {
    const at = now()
    const until = new Date(at.getTime() + leaseMs).toISOString()
    const events = await registry.events.take({ now: at.toISOString(), until, limit: atOnce })
    const results = await Promise.all(events.map(deliver))
    const countOf = (kind: SendResult['kind']) => results.filter((each) => each === kind).length
    return { delivered: countOf('accepted'), failed: countOf('failed') }
  }
}

/** Until nothing is due, everything fails, or there is no time for more. */
export async function deliverAllDue(deliver: DeliverDue, isTimeLeft: () => boolean): Promise<DeliveryRound> {
  let total: DeliveryRound = { delivered: 0, failed: 0 }
  while (isTimeLeft()) {
    const round = await deliver()
    total = { delivered: total.delivered + round.delivered, failed: total.failed + round.failed }
    if (round.delivered === 0) break
  }
  return total
}

/** Below the pause before the first retry. */
const idleMs = 2000

/** Sends what is due until it is stopped: on at once while events are accepted, and otherwise after a pause. */
export function repeatedDelivery(deliver: DeliverDue, onError: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  let isStopped = false
  async function next(): Promise<void> {
    const round = await deliver().catch((error: unknown) => {
      onError(error)
      return null
    })
    if (!isStopped) schedule(round !== null && round.delivered > 0 ? 0 : idleMs)
  }
  function schedule(ms: number): void {
    timer = setTimeout(() => {
      running = next()
    }, ms).unref()
  }
  schedule(0)
  return async () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
