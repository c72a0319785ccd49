import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type Verdict, VerdictKind } from '#core/verify/verdict.ts'
import type { Failure } from '#wizard/api/request.ts'
import {
  isEarlyLook,
  isNews,
  isWaitingForAws,
  nextLookIn,
  type PollingState,
  pollingAfter,
  turnsVerified,
  watchedSeconds,
} from './polling.ts'

const verdict = (kind: Verdict['kind'], nextCheckInMs = 3000): Verdict => ({
  kind,
  diagnosis: kind === 'verified' ? 'verified' : 'propagating',
  causes: [],
  probes: [],
  checks: [],
  checkedAt: '2026-01-01T00:00:00.000Z',
  nextCheckInMs,
  simulated: true,
})

const rateLimited = (retryAfterMs: number | null): Failure => ({
  kind: 'problem',
  problem: { type: 'about:blank', title: 'Too many requests', status: 429, code: 'rate-limited' },
  retryAfterMs,
})

const failures: fc.Arbitrary<Failure> = fc.oneof(
  fc.constant<Failure>({ kind: 'unreachable' }),
  fc.record({ kind: fc.constant('unreadable'), status: fc.integer() }),
  fc.option(fc.integer()).map(rateLimited),
)
const watches: fc.Arbitrary<PollingState | undefined> = fc.option(
  fc.record({
    verdict: fc.option(fc.tuple(fc.constantFrom(...VerdictKind.options), fc.integer()).map(([kind, next]) => verdict(kind, next))),
    failure: fc.option(failures),
  }),
  { nil: undefined },
)

propertyTest.prop([watches])('whatever was seen, there is a next look: within a minute, or within the hour once verified', (watch) => {
  const longest = watch?.verdict?.kind === 'verified' ? 3_600_000 : 60_000
  expect(nextLookIn(watch)).toBeGreaterThanOrEqual(2_000)
  expect(nextLookIn(watch)).toBeLessThanOrEqual(longest)
})

test('the server says when to look next, within bounds', () => {
  expect(nextLookIn({ verdict: verdict('waiting', 4_000), failure: null })).toBe(4_000)
  expect(nextLookIn({ verdict: verdict('waiting', 10), failure: null })).toBe(2_000)
  expect(nextLookIn({ verdict: verdict('waiting', 600_000), failure: null })).toBe(60_000)
  expect(nextLookIn({ verdict: verdict('verified', 600_000), failure: null })).toBe(600_000)
  expect(nextLookIn({ verdict: null, failure: rateLimited(30_000) })).toBe(30_000)
})

test('a look that fails keeps the last verdict', () => {
  const seen = pollingAfter(undefined, { kind: 'answer', value: verdict('unsafe') })
  expect(pollingAfter(seen, { kind: 'unreachable' })).toEqual({ verdict: verdict('unsafe'), failure: { kind: 'unreachable' } })
})

test('only the change to verified is one', () => {
  const verified: PollingState = { verdict: verdict('verified'), failure: null }
  expect(turnsVerified(undefined, verified)).toBe(true)
  expect(turnsVerified({ verdict: verdict('unsafe'), failure: null }, verified)).toBe(true)
  expect(turnsVerified(verified, verified)).toBe(false)
  expect(turnsVerified(undefined, { verdict: verdict('waiting'), failure: null })).toBe(false)
  expect(turnsVerified({ verdict: null, failure: null }, { ...verified, failure: { kind: 'unreachable' } })).toBe(false)
})

test('news is a kind of verdict that is new and not a wait', () => {
  const seen = (kind: Verdict['kind']): PollingState => ({ verdict: verdict(kind), failure: null })
  expect(isNews(undefined, seen('unsafe'))).toBe(true)
  expect(isNews(seen('waiting'), seen('verified'))).toBe(true)
  expect(isNews(seen('unsafe'), seen('unsafe'))).toBe(false)
  expect(isNews(seen('unsafe'), seen('waiting'))).toBe(false)
  expect(isNews(undefined, { ...seen('unsafe'), failure: { kind: 'unreachable' } })).toBe(false)
})

test('a look before its time is one that somebody asked for', () => {
  const waiting: PollingState = { verdict: verdict('waiting', 4_000), failure: null }
  expect(isEarlyLook(waiting, 1_000)).toBe(true)
  expect(isEarlyLook(waiting, 4_003)).toBe(false)
})

test('the clock counts from the first look of all, by the clock of the server and then by how long the answer is here', () => {
  const history = { firstLookAt: '2025-12-31T23:58:55.000Z', since: '2025-12-31T23:58:55.000Z', before: null }
  const watch: PollingState = { verdict: { ...verdict('waiting'), history }, failure: null }
  expect(isWaitingForAws(watch)).toBe(true)
  expect([-900, 0, 2_999].map((sinceAnswerMs) => watchedSeconds(watch, sinceAnswerMs))).toEqual([65, 65, 67])
  expect(watchedSeconds({ verdict: verdict('waiting'), failure: null }, 5_000)).toBe(0)
})

test('there is no such clock once anything else was seen, or nothing', () => {
  expect(isWaitingForAws({ verdict: verdict('verified'), failure: null })).toBe(false)
  expect(isWaitingForAws({ verdict: verdict('waiting'), failure: { kind: 'unreachable' } })).toBe(false)
  expect(isWaitingForAws({ verdict: null, failure: null })).toBe(false)
})
