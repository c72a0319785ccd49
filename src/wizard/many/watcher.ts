import { useSyncExternalStore } from 'react'
import type { Connection } from '#core/connection/connection.ts'
import type { LastLook } from '#core/verify/last-check.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { createListeners } from '#ui/browser/store.ts'
import { askForVerdict } from '#wizard/api/connection.ts'
import type { Failure } from '#wizard/api/request.ts'
import { emit } from '#wizard/app/host-events.ts'
import { firstSight, gapMs, nextDueAt, nextToLookAt, type Sight, type Sights, sightAfter, sightAfterFailure } from './schedule.ts'

export type Watched = {
  readonly sights: Sights
  /** Why the last look of ours brought nothing; it holds up all of them. */
  readonly failure: Failure | null
}

let watched: Watched = { sights: new Map(), failure: null }
/** The same, as it was some seconds ago: for what is read aloud. */
let settled: Watched = watched
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
  settled = watched
  listeners.call()
}

function publish(next: Partial<Watched>): void {
  watched = { ...watched, ...next }
  if (!isSettling) setTimeout(settle, settlesAfterMs)
  isSettling = true
  listeners.call()
}

function changeSight(id: string, change: (before: Sight) => Sight): void {
  const before = watched.sights.get(id)
  if (before !== undefined) publish({ sights: new Map(watched.sights).set(id, change(before)) })
}

function turnedVerified(id: string, { kind, simulated }: Verdict): void {
  if (kind === 'verified' && watched.sights.get(id)?.look?.kind !== 'verified') emit({ type: 'verified', connectionId: id, simulated })
}

function seen(id: string, verdict: Verdict): void {
  turnedVerified(id, verdict)
  changeSight(id, (before) => sightAfter(before, verdict, Date.now()))
  if (watched.failure !== null) publish({ failure: null })
}

/** A failure of one check would hit every other check too. */
function failed(id: string, failure: Failure): void {
  const retryAfterMs = failure.kind === 'problem' ? failure.retryAfterMs : null
  pausedUntil = Date.now() + (retryAfterMs ?? pauseAfterFailureMs)
  changeSight(id, (before) => sightAfterFailure(before, Date.now()))
  publish({ failure })
}

async function look(id: string): Promise<void> {
  const isUrgent = watched.sights.get(id)?.isUrgent ?? false
  changeSight(id, (before) => ({ ...before, isLooking: true }))
  const answer = await askForVerdict(id, isUrgent)
  if (answer.kind === 'answer') seen(id, answer.value)
  else failed(id, answer)
  plan()
}

function tick(): void {
  const now = Date.now()
  const id = now < pausedUntil || isForgotten() ? null : nextToLookAt(watched.sights, now)
  if (id !== null) {
    lastStart = now
    void look(id)
  }
  plan()
}

/** One timer: for the next look that is due, not before the gap after the last one is over. */
function plan(): void {
  clearTimeout(timer)
  const dueAt = nextDueAt(watched.sights)
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

/** Takes what the server says of all connections; what was seen here since is newer. */
export function watchConnections(connections: readonly Connection[], lastLooks: readonly LastLook[]): void {
  const looks = new Map(lastLooks.map((last) => [last.connectionId, last]))
  const now = Date.now()
  const sights = connections.map(({ id }): [string, Sight] => {
    const before = watched.sights.get(id)
    const last = looks.get(id) ?? null
    const isNewer = before?.look != null && (last === null || before.look.checkedAt >= last.checkedAt)
    return [id, before !== undefined && (isNewer || before.isLooking) ? before : firstSight(last, now)]
  })
  publish({ sights: new Map(sights) })
  plan()
}

/** Somebody wants to know now. */
export function lookNow(ids: readonly string[]): void {
  const asked = new Set(ids)
  const sights = new Map(
    [...watched.sights].map(([id, sight]) => [id, asked.has(id) ? { ...sight, isUrgent: true, dueAt: Date.now() } : sight]),
  )
  pausedUntil = watched.failure?.kind === 'problem' && watched.failure.retryAfterMs !== null ? pausedUntil : 0
  publish({ sights })
  plan()
}

/** The current value, without a subscription. */
export const watchedNow = (): Watched => watched

/** Looks go on for as long as a screen follows them. */
export function useWatched(): Watched {
  return useSyncExternalStore(subscribe, () => watched)
}

/** Changes at most every few seconds. */
export function useSettled(): Watched {
  return useSyncExternalStore(subscribe, () => settled)
}
