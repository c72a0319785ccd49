import type { StsBudget } from './sts-budget.ts'

type CheckRequest<Answer> = {
  readonly tenant: string
  /** The tenant has verified the account before. */
  readonly wasVerified: boolean
  readonly run: () => Promise<Answer>
}

export type CheckTurn<Answer> = {
  /** Resolves when the check starts, and when it leaves the queue instead. */
  readonly ready: Promise<unknown>
  /** `left`: the check gave up its place, or the queue closed, before it could start. */
  readonly answer: Promise<Answer | 'left'>
  /** How long until it starts, as far as is known. */
  readonly waitMs: () => number
  /** Gives up a place in the queue. Does nothing once the check has started. */
  readonly leave: () => void
}

/** Checks of one partition that wait for calls to STS. */
export type CheckQueue = {
  readonly enter: <Answer>(request: CheckRequest<Answer>) => CheckTurn<Answer>
  readonly waitingChecks: () => number
  readonly runningChecks: () => number
  /** Lets all waiting checks leave, starts no more, and waits for those that run. */
  readonly close: () => Promise<unknown>
}

/** For an AWS without a budget. */
export const noQueue: CheckQueue = {
  enter: ({ run }) => {
    const ready = Promise.resolve()
    return { ready, answer: ready.then(run), waitMs: () => 0, leave: () => {} }
  },
  waitingChecks: () => 0,
  runningChecks: () => 0,
  close: async () => {},
}

type Waiting = { readonly start: () => Promise<unknown>; readonly leave: () => void; readonly hasLeft: () => boolean }

/** The turn of the first check that waits; each further one has the next turn. */
type TenantLine = { readonly waiting: Waiting[]; taken: number; turn: number }

/**
 * Start-time fair queueing: each tenant has one check in each turn, and a tenant that comes now has the present turn, so it doesn't wait for
 * those that have many checks. https://doi.org/10.1109/90.649569
 */
function tenantLines() {
  const lines = new Map<string, TenantLine>()
  let present = 0
  let length = 0

  /** A line that is empty says something only while its turn is still to come. */
  function forgetIdle(): void {
    for (const [tenant, { waiting, turn }] of lines) if (waiting.length === 0 && turn <= present) lines.delete(tenant)
  }

  /** In the same turn, a tenant with few checks goes before one with many. */
  function earliest(): TenantLine | undefined {
    forgetIdle()
    const isBefore = (one: TenantLine, other: TenantLine) =>
      one.turn < other.turn || (one.turn === other.turn && one.waiting.length < other.waiting.length)
    const busy = [...lines.values()].filter(({ waiting }) => waiting.length > 0)
    return busy.reduce<TenantLine | undefined>((first, line) => (first === undefined || isBefore(line, first) ? line : first), undefined)
  }

  function take(): Waiting | undefined {
    for (let line = earliest(); line !== undefined; line = earliest()) {
      const first = line.waiting.shift()
      present = line.turn
      line.turn += 1
      line.taken += 1
      length -= 1
      if (first?.hasLeft() === false) return first
    }
    return undefined
  }

  /** Checks up to the one at this place in its line. */
  function upTo(own: TenantLine, place: number): number {
    if (place <= 0) return 0
    const last = own.turn + place
    let count = 0
    for (const { waiting, turn } of lines.values()) count += Math.max(0, Math.min(waiting.length, last - turn))
    return count
  }

  return {
    length: () => length,
    take,
    /** Returns the number of checks up to this one. */
    add: (tenant: string, waiting: Waiting): (() => number) => {
      const line = lines.get(tenant) ?? { waiting: [], taken: 0, turn: present }
      if (line.waiting.length === 0) line.turn = Math.max(line.turn, present)
      lines.set(tenant, line)
      length += 1
      const number = line.taken + line.waiting.push(waiting)
      return () => upTo(line, number - line.taken)
    },
  }
}

/** So many of four checks are of accounts that were verified before, if there are any. The others still move on. */
const verifiedOfFour = 3
/** How long calls of running checks wait for a slot: enough for no slot to be lost, and little for a tenant that comes now. */
const wantedWaitMs = 200
const fewestAtOnce = 2
/** Assumed for a check before any has been counted. */
const expectedCalls = 2

/** Averages of about the last 20 checks. A role that is not there yet takes 1 call, and a full check 16. */
function recentChecks({ sentCalls }: Pick<StsBudget, 'sentCalls'>, nowMs: () => number) {
  let [calls, ms, sentBefore] = [expectedCalls, 0, 0]
  return {
    calls: () => Math.max(1, calls),
    ms: () => ms,
    /** Returns the function that ends it. */
    start: () => {
      const startedAt = nowMs()
      return () => {
        ms += (nowMs() - startedAt - ms) / 20
        calls += (sentCalls() - sentBefore - calls) / 20
        sentBefore = sentCalls()
      }
    },
  }
}

type QueueOptions = {
  readonly callsPerSecond: number
  readonly budget: Pick<StsBudget, 'gapMs' | 'waitMs' | 'sentCalls'>
  readonly nowMs: () => number
}

function waitingFor<Answer>(run: () => Promise<Answer>) {
  let state: 'waiting' | 'started' | 'left' = 'waiting'
  let decide = () => {}
  const ready = new Promise<void>((resolve) => {
    decide = resolve
  })
  const answer = ready.then<Answer | 'left'>(() => (state === 'left' ? 'left' : run()))
  function enter(next: 'started' | 'left'): void {
    if (state === 'waiting') state = next
    decide()
  }
  const start = () => {
    enter('started')
    return answer.catch(() => {})
  }
  const waiting: Waiting = { start, leave: () => enter('left'), hasLeft: () => state === 'left' }
  return { ready, answer, waiting }
}

/** Starts as many checks as the budget has calls for: verified accounts first, and tenants in turn. */
export function checkQueue({ callsPerSecond, budget, nowMs }: QueueOptions): CheckQueue {
  const [verified, others] = [tenantLines(), tenantLines()]
  const recent = recentChecks(budget, nowMs)
  const checkMs = () => budget.gapMs() * recent.calls()
  const running = new Set<Promise<unknown>>()
  let turns = 0
  let isClosed = false

  function next(): Waiting | undefined {
    turns += 1
    const lines = turns % 4 < verifiedOfFour ? [verified, others] : [others, verified]
    return lines[0]?.take() ?? lines[1]?.take()
  }

  /** By Little's law, the number of checks at once that keeps the wait for slots at `wantedWaitMs`. https://en.wikipedia.org/wiki/Little%27s_law */
  function limit(): number {
    const aloneMs = Math.max(0, recent.ms() - budget.waitMs())
    return Math.max(fewestAtOnce, Math.min(callsPerSecond / 2, (aloneMs + wantedWaitMs) / checkMs()))
  }

  function startSome(): void {
    while (!isClosed && running.size + 1 <= limit()) {
      const waiting = next()
      if (waiting === undefined) return
      const end = recent.start()
      const check = waiting.start().finally(() => {
        running.delete(check)
        end()
        startSome()
      })
      running.add(check)
    }
  }

  /** With those of the other kind that go in between. */
  function ahead(own: number, wasVerified: boolean): number {
    const share = wasVerified ? (4 - verifiedOfFour) / verifiedOfFour : verifiedOfFour / (4 - verifiedOfFour)
    return own + Math.min((wasVerified ? others : verified).length(), own * share)
  }

  return {
    waitingChecks: () => verified.length() + others.length(),
    runningChecks: () => running.size,
    close: () => {
      isClosed = true
      for (let waiting = next(); waiting !== undefined; waiting = next()) waiting.leave()
      return Promise.all(running)
    },
    enter: ({ tenant, wasVerified, run }) => {
      const { ready, answer, waiting } = waitingFor(run)
      const upToIt = (wasVerified ? verified : others).add(tenant, waiting)
      if (isClosed) waiting.leave()
      startSome()
      return { ready, answer, waitMs: () => ahead(upToIt(), wasVerified) * checkMs(), leave: waiting.leave }
    },
  }
}
