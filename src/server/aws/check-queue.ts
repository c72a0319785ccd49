import type { StsBudget } from './sts-budget.ts'

type CheckRequest<Answer> = {
  readonly tenant: string
  /** The tenant has verified the account before. */
  readonly wasVerified: boolean
  readonly run: () => Promise<Answer>
}

export type CheckTurn<Answer> = {
  readonly started: Promise<void>
  readonly answer: Promise<Answer>
  /** How long until it starts, as far as is known. */
  readonly waitMs: () => number
  /** Gives up a place in the queue. */
  readonly leave: () => void
}

/** Checks of one partition that wait for calls to STS. */
export type CheckQueue = {
  readonly enter: <Answer>(request: CheckRequest<Answer>) => CheckTurn<Answer>
  readonly waitingChecks: () => number
  readonly runningChecks: () => number
  /** Starts no more checks, and waits for those that run. */
  readonly close: () => Promise<unknown>
}

/** For an AWS without a budget. */
export const noQueue: CheckQueue = {
  enter: ({ run }) => {
    const started = Promise.resolve()
    return { started, answer: started.then(run), waitMs: () => 0, leave: () => {} }
  },
  waitingChecks: () => 0,
  runningChecks: () => 0,
  close: async () => {},
}

type Waiting = { readonly start: () => Promise<unknown>; hasLeft: boolean }

type TenantLine = { readonly waiting: Waiting[]; taken: number }

/** One line for each tenant. Tenants take turns, so a tenant with many connections delays another by one of them. */
function tenantLines() {
  const lines = new Map<string, TenantLine>()
  let length = 0

  function take(): Waiting | undefined {
    for (const [tenant, line] of lines) {
      const first = line.waiting.shift()
      line.taken += 1
      length -= 1
      lines.delete(tenant)
      if (line.waiting.length > 0) lines.set(tenant, line)
      if (first?.hasLeft === false) return first
    }
    return undefined
  }

  /** Checks up to the one at this place in the line of its tenant. */
  function upTo(place: number): number {
    let count = 0
    if (place <= 0) return count
    for (const { waiting } of lines.values()) count += Math.min(waiting.length, place)
    return count
  }

  return {
    length: () => length,
    take,
    /** Returns the number of checks up to this one. */
    add: (tenant: string, waiting: Waiting): (() => number) => {
      const line = lines.get(tenant) ?? { waiting: [], taken: 0 }
      lines.set(tenant, line)
      length += 1
      const number = line.taken + line.waiting.push(waiting)
      return () => upTo(number - line.taken)
    },
  }
}

/** So many of four checks are of accounts that were verified before, if there are any. The others still move on. */
const verifiedOfFour = 3
/** Calls of the running checks should take no longer than this together. */
const runningCallsMs = 3000
const fewestAtOnce = 2
/** Of a check, before any has been counted. */
const expectedCalls = 8

/** The average number of calls of a check, which is 1 for a role that is not there yet and 16 for a full check. */
function callsOfCheck({ sentCalls }: Pick<StsBudget, 'sentCalls'>) {
  let average = expectedCalls
  let before = 0
  return {
    read: () => Math.max(1, average),
    ended: () => {
      average += (sentCalls() - before - average) / 20
      before = sentCalls()
    },
  }
}

type QueueOptions = { readonly callsPerSecond: number; readonly budget: Pick<StsBudget, 'gapMs' | 'sentCalls'> }

function waitingFor<Answer>(run: () => Promise<Answer>) {
  let begin = () => {}
  const started = new Promise<void>((resolve) => {
    begin = resolve
  })
  const answer = started.then(run)
  const start = () => {
    begin()
    return answer.catch(() => {})
  }
  const waiting: Waiting = { start, hasLeft: false }
  return { started, answer, waiting }
}

/** Starts as many checks as the budget has calls for: verified accounts first, and tenants in turn. */
export function checkQueue({ callsPerSecond, budget }: QueueOptions): CheckQueue {
  const [verified, others] = [tenantLines(), tenantLines()]
  const calls = callsOfCheck(budget)
  const checkMs = () => budget.gapMs() * calls.read()
  const running = new Set<Promise<unknown>>()
  let turns = 0
  let isClosed = false

  function next(): Waiting | undefined {
    turns += 1
    const lines = turns % 4 < verifiedOfFour ? [verified, others] : [others, verified]
    return lines[0]?.take() ?? lines[1]?.take()
  }

  const limit = () => Math.max(fewestAtOnce, Math.min(callsPerSecond / 2, runningCallsMs / checkMs()))

  function startSome(): void {
    while (!isClosed && running.size + 1 <= limit()) {
      const waiting = next()
      if (waiting === undefined) return
      const check = waiting.start().finally(() => {
        running.delete(check)
        calls.ended()
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
      return Promise.all(running)
    },
    enter: ({ tenant, wasVerified, run }) => {
      const { started, answer, waiting } = waitingFor(run)
      const upToIt = (wasVerified ? verified : others).add(tenant, waiting)
      startSome()
      const leave = () => {
        waiting.hasLeft = true
      }
      return { started, answer, waitMs: () => ahead(upToIt(), wasVerified) * checkMs(), leave }
    },
  }
}
