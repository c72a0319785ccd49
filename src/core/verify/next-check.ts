import { sha256Hex } from '#core/text/sha256.ts'
import type { Evidence } from './evidence.ts'
import type { VerdictKind } from './probe-result.ts'
import type { Verdict } from './verdict.ts'

const second = 1000

const longestPauseMs = 10 * second

/** Grows from 2 s after the first check to 10 s after 80 s. */
const backedOff = (sinceFirstCheckMs: number): number =>
  Math.round(Math.min(longestPauseMs, 2 * second + Math.max(0, sinceFirstCheckMs) / 10))

/** Most roles exist 10 to 30 s after the launch, so the pause grows only after 40 s, to 10 s after 120 s. */
const afterLaunch = (waitedMs: number): number => backedOff(waitedMs - 40 * second)

const intervals: Readonly<Record<Exclude<VerdictKind, 'waiting'>, number>> = {
  'not-ready': 10 * second,
  unsafe: 5 * second,
  partial: 10 * second,
  inconclusive: 5 * second,
  'vendor-fault': 30 * second,
  drifted: 30 * second,
  verified: 6 * 60 * 60 * second,
}

/** A first success is confirmed soon: AWS may still answer for an earlier policy. */
const confirmationAfterMs = 3 * 60 * second

type Found = Pick<Verdict, 'kind' | 'diagnosis'> & Pick<Evidence, 'waitedMs' | 'sinceFirstCheckMs'> & { readonly turnsVerified?: boolean }

export function nextCheckInMs({ kind, diagnosis, waitedMs, sinceFirstCheckMs, turnsVerified = false }: Found): number {
  if (diagnosis === 'confirming-fix') return 5 * second
  if (turnsVerified) return confirmationAfterMs
  if (kind !== 'waiting') return intervals[kind]
  return waitedMs === null ? backedOff(sinceFirstCheckMs) : afterLaunch(waitedMs)
}

const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The shortest and the longest time to the next scheduled check. In between it is as long as the diagnosis has been the same. */
type Spacing = { readonly shortestMs: number; readonly longestMs: number }

/** For what passes without anyone's help. */
const transient: Spacing = { shortestMs: 5 * minute, longestMs: 6 * hour }
/** For what stays until someone changes the role. */
const lasting: Spacing = { shortestMs: 10 * minute, longestMs: day }
/** For what the vendor has to fix. Checks of all connections find the same. */
const vendors: Spacing = { shortestMs: 6 * hour, longestMs: 6 * hour }

const spacings: Readonly<Record<VerdictKind, Spacing>> = {
  waiting: lasting,
  'not-ready': lasting,
  unsafe: lasting,
  partial: lasting,
  drifted: lasting,
  inconclusive: transient,
  'vendor-fault': vendors,
  verified: { shortestMs: day, longestMs: day },
}

/** A role that was not created in this time is checked when someone opens the connection. */
const givenUpAfterMs = 30 * day

/** From 0.9 to 1.1, the same for a connection each time, so that connections of one moment are not checked in one moment. */
const jitter = (connectionId: string): number => 0.9 + (Number.parseInt(sha256Hex(connectionId).slice(0, 4), 16) / 0xffff) * 0.2

/** When to check the connection without a request. Null: only on request. `before` is the verdict that this one follows. */
export function scheduledCheckAt(
  { kind, checkedAt, history, rotation }: Pick<Verdict, 'kind' | 'checkedAt' | 'history' | 'rotation'>,
  connectionId: string,
  before: Pick<Verdict, 'kind'> | null,
): string | null {
  const at = Date.parse(checkedAt)
  if (kind === 'verified' && before?.kind !== 'verified' && rotation === undefined) return new Date(at + confirmationAfterMs).toISOString()
  const sameMs = Math.max(0, at - Date.parse(history?.since ?? checkedAt))
  const isAbsent = kind === 'waiting' || kind === 'not-ready'
  if (isAbsent && at - Date.parse(history?.firstCheckAt ?? checkedAt) > givenUpAfterMs) return null
  if (typeof rotation?.since === 'string') return new Date(at + minute).toISOString()
  const { shortestMs, longestMs } = rotation === undefined ? spacings[kind] : transient
  return new Date(at + Math.min(longestMs, Math.max(shortestMs, sameMs)) * jitter(connectionId)).toISOString()
}
