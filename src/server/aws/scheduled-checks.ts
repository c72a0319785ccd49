import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { leaseMs } from './one-at-a-time.ts'
import type { Readiness } from './readiness.ts'
import type { CheckRemoval } from './removal-checks.ts'
import { isFoundSince } from './verdict-is-current.ts'
import type { Verification } from './verification.ts'

type ScheduleOptions = {
  readonly registry: Pick<Registry, 'leases'>
  readonly verification: Verification
  /** Instead of a verification, for connections that someone ends. */
  readonly checkRemoval: CheckRemoval
  /** The copy of the server, as verification knows it. */
  readonly holder: string
  /** The most checks in progress, so that there are always some that can use the STS budget. */
  readonly atOnce: number
  /** Reports each fault once. */
  readonly readiness: Readiness
  readonly now: () => Date
  /** Called for each verdict for which AWS was asked. */
  readonly onChecked: (owned: OwnedConnection, verdict: Verdict) => void
  /** Called once a removal is confirmed. */
  readonly onRemoved: (owned: OwnedConnection) => void
  readonly onError: (error: unknown) => void
}

export type DueChecks = {
  readonly checked: number
  /** Connections whose check was not made. They stay due. */
  readonly delayed: number
  /** More are due. */
  readonly areMoreDue: boolean
}

/** Makes one round. The last one starts no check, and waits for all that are in progress. */
export type CheckDue = (isLast?: boolean) => Promise<DueChecks>

const nothingChecked: DueChecks = { checked: 0, delayed: 0, areMoreDue: false }

/**
 * Checks connections that are due, each tenant in turn. Ends while half of the checks are in progress if more are due, so that the next
 * round finds the budget in use. A fault on the vendor's side stops the checks of its partition: all would find the same.
 */
export function scheduledChecks(options: ScheduleOptions): CheckDue {
  const { registry, verification, checkRemoval, holder, atOnce, readiness, now, onChecked, onRemoved, onError } = options
  const running = new Set<Promise<void>>()
  let counts = { checked: 0, delayed: 0 }

  async function isRemovalChecked(owned: OwnedConnection): Promise<boolean> {
    const { kind } = await checkRemoval(owned, { isScheduled: true })
    if (kind === 'ended') onRemoved(owned)
    return kind === 'ended' || kind === 'found'
  }

  async function isChecked(owned: OwnedConnection, startedMs: number): Promise<boolean> {
    try {
      if (isDisconnecting(owned.connection)) return await isRemovalChecked(owned)
      const verdict = await verification(owned.tenant, owned.connection, { now: true, isScheduled: true })
      if (verdict === null || !isFoundSince(verdict, startedMs)) return false
      onChecked(owned, verdict)
      return true
    } catch (error) {
      onError(error)
      return false
    }
  }

  function start(owned: OwnedConnection, startedMs: number): void {
    const check = isChecked(owned, startedMs).then((is) => {
      running.delete(check)
      counts[is ? 'checked' : 'delayed'] += 1
    })
    running.add(check)
  }

  async function untilRunning(most: number): Promise<void> {
    while (running.size > most) await Promise.race(running)
  }

  function ended(areMoreDue: boolean): DueChecks {
    const result = { ...counts, areMoreDue }
    counts = { checked: 0, delayed: 0 }
    return result
  }

  return async (isLast = false) => {
    if (isLast) {
      await untilRunning(0)
      return ended(true)
    }
    const startedMs = now().getTime()
    const partitions = await readiness()
    const healthy = partitions.filter(({ fault }) => fault === null).map(({ partition }) => partition)
    const [limit, until] = [atOnce - running.size, new Date(startedMs + leaseMs()).toISOString()]
    const due = await registry.leases.takeDue({ holder, now: new Date(startedMs).toISOString(), until, limit, partitions: healthy })
    for (const owned of due) start(owned, startedMs)
    const areMoreDue = due.length === limit
    await untilRunning(areMoreDue ? atOnce / 2 : 0)
    return ended(areMoreDue)
  }
}

/** Connections that are delayed wait for the next round of theirs. Others go on meanwhile. */
const canContinue = ({ checked, areMoreDue }: DueChecks): boolean => checked > 0 && areMoreDue

/** Until nothing is due, the rest has to wait, or there is no time for more. */
export async function checkAllDue(check: CheckDue, isTimeLeft: () => boolean): Promise<DueChecks> {
  let round = await check()
  let [checked, delayed] = [round.checked, round.delayed]
  while (round.areMoreDue) {
    const isLast = !canContinue(round) || !isTimeLeft()
    round = await check(isLast)
    checked += round.checked
    delayed += round.delayed
    if (isLast) break
  }
  return { checked, delayed, areMoreDue: round.areMoreDue }
}

const idleMs = 15_000
const busyMs = 50

/** Checks what is due until it is stopped: on at once while there is more, and after a pause where nothing is due or all checks are delayed. */
export function repeatedly(check: CheckDue, onError: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  let isStopped = false
  async function next(): Promise<void> {
    const round = await check().catch((error: unknown) => {
      onError(error)
      return nothingChecked
    })
    if (!isStopped) schedule(canContinue(round) ? busyMs : idleMs)
  }
  function schedule(ms: number): void {
    timer = setTimeout(() => {
      running = next()
    }, ms).unref()
  }
  schedule(idleMs)
  return async () => {
    isStopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
