import { expect, test } from 'vitest'
import type { Verdict } from './verdict.ts'
import { verdictToCompare } from './verdict-history.ts'

const verdict = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis']): Verdict => ({
  kind,
  diagnosis,
  causes: [],
  probes: [],
  checks: [],
  checkedAt: '2026-01-02T03:04:05.000Z',
  nextCheckInMs: 1000,
  simulated: false,
})

const verified = verdict('verified', 'verified')
const unsafe = verdict('unsafe', 'external-id-optional')
const weakened = verdict('drifted', 'weakened')
const lost = verdict('drifted', 'access-lost')
const partial = verdict('partial', 'permissions-incomplete')
const waiting = verdict('waiting', 'propagating')
const confirming = verdict('waiting', 'confirming-fix')
const silent = [verdict('inconclusive', 'aws-unavailable'), verdict('vendor-fault', 'vendor-not-allowed')]

test('the first verdict is remembered whatever it says', () => {
  for (const latest of [verified, unsafe, partial, ...silent]) expect(verdictToCompare(null, latest)).toBe(latest)
})

test('what says nothing of the role makes nothing forgotten', () => {
  for (const before of [verified, unsafe, lost, confirming])
    for (const latest of silent) expect(verdictToCompare(before, latest)).toBe(before)
})

test('a danger is remembered until a round of wrong calls was clean', () => {
  for (const before of [unsafe, weakened]) {
    for (const latest of [partial, waiting, lost]) expect(verdictToCompare(before, latest)).toBe(before)
    for (const latest of [unsafe, weakened, confirming, verified]) expect(verdictToCompare(before, latest)).toBe(latest)
  }
})

test('the pause before the second clean round is counted from the first, whatever is seen meanwhile', () => {
  for (const latest of [partial, waiting, lost, verdict('waiting', 'confirming-fix')])
    expect(verdictToCompare(confirming, latest)).toBe(confirming)
  for (const latest of [unsafe, weakened, verified]) expect(verdictToCompare(confirming, latest)).toBe(latest)
})

test('where there was no danger the latest verdict counts', () => {
  for (const before of [verified, lost, partial, waiting])
    for (const latest of [verified, unsafe, partial, waiting, lost]) expect(verdictToCompare(before, latest)).toBe(latest)
})

test('a round of the future, from before the clock was set back, counts from now on', () => {
  const future = { ...confirming, checkedAt: '2026-03-02T03:04:05.000Z' }
  expect(verdictToCompare(future, confirming)).toEqual(confirming)
  expect(verdictToCompare(confirming, future)).toEqual(confirming)
})
