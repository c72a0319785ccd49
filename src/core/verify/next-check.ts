import type { VerdictKind } from './probe-result.ts'
import type { Verdict } from './verdict.ts'

const second = 1000

/** Grows from 2 s after the first check to 10 s after 80 s. */
const backedOff = (waitedMs: number): number => Math.round(Math.min(10 * second, 2 * second + Math.max(0, waitedMs) / 10))

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
export const confirmationAfterMs = 3 * 60 * second

type Found = Pick<Verdict, 'kind' | 'diagnosis'> & { readonly waitedMs: number; readonly turnsVerified?: boolean }

export function nextCheckInMs({ kind, diagnosis, waitedMs, turnsVerified = false }: Found): number {
  if (diagnosis === 'confirming-fix') return 5 * second
  if (turnsVerified) return confirmationAfterMs
  return kind === 'waiting' ? backedOff(waitedMs) : intervals[kind]
}
