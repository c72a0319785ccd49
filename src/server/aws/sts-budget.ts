import type { Partition } from '#core/aws/partition.ts'
import type { Sts } from '#core/verify/sts.ts'
import { checkDeadlineMs } from '#core/verify/verify.ts'
import type { StsSlots } from '#server/registry/sts-slots.ts'
import { callsInTurn, type Permit, type StsCall, type Turn, type UnlimitedSts } from './sts-calls.ts'

type BudgetOptions = {
  readonly partition: Partition
  /** The limit for all copies of the server together. */
  readonly callsPerSecond: number
  readonly slots: StsSlots
  /** Milliseconds of the clock that the slots are on. */
  readonly nowMs: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly observe?: (call: StsCall) => void
}

export type StsBudget = {
  /** Makes the port to AWS for one check after another. */
  readonly limited: (sts: UnlimitedSts) => () => Sts
  /** From one call of this copy to the next, under the present load of all copies. */
  readonly gapMs: () => number
  readonly waitingCalls: () => number
  /** How long calls wait for a slot, averaged over about the last ten. */
  readonly waitMs: () => number
  /** Calls so far. */
  readonly sentCalls: () => number
}

/** A slot is lost when the process is this late, because later slots would come too close. */
const latenessMs = 150
/** Calls that leave evenly can arrive closer together by this much. */
const networkMs = 150
/** No more than `callsPerSecond` slots can be used within a second, early and late ones included. */
const slotGapMs = (callsPerSecond: number): number => (1000 + latenessMs + networkMs) / callsPerSecond

/** Long enough for few requests to the store, and short enough for copies to take turns. */
const blockMs = 100
/** Calls would be late for slots further ahead. */
const withinMs = 3000
/** Latency of the store that the lateness covers. */
const quickStoreMs = 50
const retryPatienceMs = 3000

/** `send` gets the time up to which the call can leave. Null: its check has ended. */
type Waiting = {
  readonly check: number
  readonly since: number
  readonly lateAtMs: number
  readonly send: (untilMs: number | null) => void
}

/** The earliest check goes first: in order of arrival, many concurrent checks would all be running and none would end in time. */
const earliest = (waiting: readonly Waiting[]): number =>
  waiting.reduce((best, { check }, index) => (check < (waiting[best]?.check ?? check) ? index : best), 0)

/** The calls of this copy that wait for a slot. */
function callLine(nowMs: () => number) {
  const waiting: Waiting[] = []
  let checks = 0
  let waitMs = 0

  const slot = (check: number, lateAtMs: number, onWaiting: () => void) =>
    new Promise<number | null>((send) => {
      waiting.push({ check, since: nowMs(), lateAtMs, send })
      onWaiting()
    })

  /** Building and signing a request takes time, and a repeated one is a call of its own: then it needs another slot. */
  function permitUntil(untilMs: number, onWaiting: () => void): Permit {
    let isUsed = false
    return async () => {
      const isSlotLeft = !isUsed && nowMs() <= untilMs
      isUsed = true
      return isSlotLeft || (await slot(0, nowMs() + retryPatienceMs, onWaiting)) !== null
    }
  }

  return {
    length: () => waiting.length,
    waitMs: () => waitMs,
    dropLate: () => {
      for (const late of waiting.filter(({ lateAtMs }) => nowMs() >= lateAtMs)) {
        waiting.splice(waiting.indexOf(late), 1)
        late.send(null)
      }
    },
    sendNext: (untilMs: number) => {
      const [first] = waiting.splice(earliest(waiting), 1)
      if (first === undefined) return
      waitMs += (nowMs() - first.since - waitMs) / 10
      first.send(untilMs)
    },
    turnsOfCheck: (onWaiting: () => void): Turn => {
      checks += 1
      const [check, lateAtMs] = [checks, nowMs() + checkDeadlineMs]
      return async () => {
        const untilMs = await slot(check, lateAtMs, onWaiting)
        return untilMs === null ? null : permitUntil(untilMs, onWaiting)
      }
    },
  }
}

/** So many calls that one pause of a second doesn't make the next check seem to be many seconds away. */
const averagedGaps = 50

/** The time from one call to the next while more are waiting, averaged over about the last `averagedGaps`. */
function observedGap(slotMs: number, nowMs: () => number) {
  let [gapMs, lastAt] = [slotMs, Number.NaN]
  return {
    read: () => gapMs,
    sent: (areMoreWaiting: boolean) => {
      const now = nowMs()
      if (!Number.isNaN(lastAt)) gapMs += (now - lastAt - gapMs) / averagedGaps
      if (!areMoreWaiting) gapMs += (slotMs - gapMs) / 2
      lastAt = areMoreWaiting ? now : Number.NaN
    },
  }
}

type CallLine = ReturnType<typeof callLine>

/** Slots from the registry, some at a time. */
function reservations({ partition, callsPerSecond, slots, nowMs }: BudgetOptions) {
  const slotMs = slotGapMs(callsPerSecond)
  const blockMaximum = Math.max(1, Math.round(blockMs / slotMs))
  let storeMs = 0
  return async (calls: number) => {
    const askedAt = nowMs()
    const leadMs = storeMs > quickStoreMs ? storeMs : 0
    const count = Math.min(blockMaximum, calls)
    const taken = await slots.reserve({ partition, count, gapMs: slotMs, leadMs, withinMs, now: nowMs })
    storeMs = Math.max(0, nowMs() - askedAt)
    return taken
  }
}

/** Sends what is in the line until it is empty. */
function sender(options: BudgetOptions, line: CallLine, onSent: () => void): () => void {
  const { callsPerSecond, nowMs, wait } = options
  const slotMs = slotGapMs(callsPerSecond)
  const reserve = reservations(options)
  let isSending = false

  /** Does nothing if the process is too late for the slot. */
  async function use(notBeforeMs: number, notAfterMs: number): Promise<void> {
    for (let waitMs = notAfterMs - nowMs(); waitMs > 0; waitMs = notAfterMs - nowMs()) await wait(Math.ceil(waitMs))
    line.dropLate()
    if (nowMs() > notBeforeMs + latenessMs || line.length() === 0) return
    line.sendNext(notBeforeMs + latenessMs)
    onSent()
  }

  async function sendBlock(): Promise<void> {
    const { count, notBeforeMs, notAfterMs } = await reserve(line.length())
    if (count === 0) await wait(Math.max(1, Math.min(blockMs, Math.ceil(notBeforeMs - withinMs - nowMs()))))
    for (let index = 0; index < count; index += 1) await use(notBeforeMs + index * slotMs, notAfterMs + index * slotMs)
  }

  /** While the registry can't be reached, no call is sent, and checks end without a result. */
  async function sendAll(): Promise<void> {
    isSending = true
    while (line.length() > 0) {
      await sendBlock().catch(() => wait(blockMs))
      line.dropLate()
    }
    isSending = false
  }

  return () => void (isSending || sendAll())
}

/**
 * Sends calls to STS at slots that the registry gives to one copy each, so that all copies together never send more than
 * `callsPerSecond` in any second. See docs/decisions/037-sts-budget-in-the-registry.md.
 */
export function stsBudget(options: BudgetOptions): StsBudget {
  const { callsPerSecond, nowMs, observe = () => {} } = options
  const line = callLine(nowMs)
  const gap = observedGap(slotGapMs(callsPerSecond), nowMs)
  let sent = 0
  const send = sender(options, line, () => {
    sent += 1
    gap.sent(line.length() > 0)
  })
  return {
    limited: (sts) => {
      const portOf = callsInTurn(sts, nowMs, observe)
      return () => portOf(line.turnsOfCheck(send))
    },
    gapMs: gap.read,
    waitingCalls: line.length,
    waitMs: line.waitMs,
    sentCalls: () => sent,
  }
}
