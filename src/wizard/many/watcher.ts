import { useSyncExternalStore } from 'react'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { LastCheck, Verdict } from '#core/verify/verdict.ts'
import { createListeners } from '#ui/browser/store.ts'
import { askForVerdict } from '#wizard/api/connection.ts'
import type { Failure } from '#wizard/api/request.ts'
import { emit } from '#wizard/app/host-page.ts'
import { type AccountCheck, type AccountChecks, checkAfter, checkAfterFailure, firstCheck, gapMs, nextDue, nextDueAt } from './schedule.ts'

export type ChecksState = {
  readonly checks: AccountChecks
  /** Why the last check of this page failed. It delays all of them. */
  readonly failure: Failure | null
}

let current: ChecksState = { checks: new Map(), failure: null }
/** The same, as it was some seconds ago: for what is read aloud. */
let settled: ChecksState = current
const listeners = createListeners()

let timer: ReturnType<typeof setTimeout> | undefined
let isSettling = false
let lastStart = 0
let pausedUntil = 0
let hiddenSince: number | null = null

const settlesAfterMs = 8_000
const pauseAfterFailureMs = 10_000
/** The customer may be in the AWS console meanwhile, but a forgotten tab must not poll forever. */
const longestHiddenMs = 20 * 60_000

const isForgotten = (): boolean => hiddenSince !== null && Date.now() - hiddenSince > longestHiddenMs

function settle(): void {
  isSettling = false
  settled = current
  listeners.call()
}

function publish(next: Partial<ChecksState>): void {
  current = { ...current, ...next }
  if (!isSettling) setTimeout(settle, settlesAfterMs)
  isSettling = true
  listeners.call()
}

function changeCheck(id: string, change: (before: AccountCheck) => AccountCheck): void {
  const before = current.checks.get(id)
  if (before !== undefined) publish({ checks: new Map(current.checks).set(id, change(before)) })
}

function turnedVerified(id: string, { kind, simulated }: Verdict): void {
  if (kind === 'verified' && current.checks.get(id)?.last?.kind !== 'verified') emit({ type: 'verified', connectionId: id, simulated })
}

function keepVerdict(id: string, verdict: Verdict): void {
  turnedVerified(id, verdict)
  changeCheck(id, (before) => checkAfter(before, verdict, Date.now()))
  if (current.failure !== null) publish({ failure: null })
}

/** A failure of one check would hit every other check too. */
function failed(id: string, failure: Failure): void {
  const retryAfterMs = failure.kind === 'problem' ? failure.retryAfterMs : null
  pausedUntil = Date.now() + (retryAfterMs ?? pauseAfterFailureMs)
  changeCheck(id, (before) => checkAfterFailure(before, Date.now()))
  publish({ failure })
}

async function check(id: string): Promise<void> {
  const isUrgent = current.checks.get(id)?.isUrgent ?? false
  changeCheck(id, (before) => ({ ...before, isChecking: true }))
  const answer = await askForVerdict(id, { now: isUrgent })
  if (answer.kind === 'answer') keepVerdict(id, answer.value)
  else failed(id, answer)
  plan()
}

function tick(): void {
  const now = Date.now()
  const id = now < pausedUntil || isForgotten() ? null : nextDue(current.checks, now)
  if (id !== null) {
    lastStart = now
    void check(id)
  }
  plan()
}

/** One timer, for the next check that is due, after the gap that follows the last one. */
function plan(): void {
  clearTimeout(timer)
  const dueAt = nextDueAt(current.checks)
  if (listeners.count() === 0 || dueAt === null || isForgotten()) return
  const wait = Math.max(dueAt, lastStart + gapMs, pausedUntil) - Date.now()
  timer = setTimeout(tick, Math.max(wait, gapMs / 2))
}

function followVisibility(): void {
  hiddenSince = document.visibilityState === 'hidden' ? Date.now() : null
  plan()
}

function subscribe(onChange: () => void): () => void {
  if (listeners.count() === 0) document.addEventListener('visibilitychange', followVisibility)
  const remove = listeners.add(onChange)
  plan()
  return () => {
    remove()
    if (listeners.count() > 0) return
    document.removeEventListener('visibilitychange', followVisibility)
    clearTimeout(timer)
  }
}

/** Takes what the server says of all connections; what was seen here since is newer. A role that is being removed isn't verified. */
export function trackConnections(connections: readonly Connection[], lastChecks: readonly LastCheck[]): void {
  const lastCheckOf = new Map(lastChecks.map((last) => [last.connectionId, last]))
  const now = Date.now()
  const verified = connections.filter((connection) => !isDisconnecting(connection))
  const checks = verified.map(({ id }): [string, AccountCheck] => {
    const before = current.checks.get(id)
    const last = lastCheckOf.get(id) ?? null
    const isNewer = before?.last != null && (last === null || before.last.checkedAt >= last.checkedAt)
    return [id, before !== undefined && (isNewer || before.isChecking) ? before : firstCheck(last, now)]
  })
  publish({ checks: new Map(checks) })
  plan()
}

/** Somebody wants to know now. */
export function checkNow(ids: readonly string[]): void {
  const asked = new Set(ids)
  const checks = new Map(
    [...current.checks].map(([id, check]) => [id, asked.has(id) ? { ...check, isUrgent: true, dueAt: Date.now() } : check]),
  )
  pausedUntil = current.failure?.kind === 'problem' && current.failure.retryAfterMs !== null ? pausedUntil : 0
  publish({ checks })
  plan()
}

/** The current value, without a subscription. */
export const currentChecks = (): ChecksState => current

/** Looks go on for as long as a screen follows them. */
export function useAccountChecks(): ChecksState {
  return useSyncExternalStore(subscribe, () => current)
}

/** Changes at most every few seconds. */
export function useSettled(): ChecksState {
  return useSyncExternalStore(subscribe, () => settled)
}
