import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { planOf, verdictOf } from '#core/fixtures.test-data.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { Failure } from '#wizard/api/request.ts'
import {
  announcement,
  checkSummary,
  isEarlyCheck,
  isFailure,
  isNews,
  isWaitingForAws,
  nextCheckIn,
  type PollingState,
  pollingAfter,
  secondsWaited,
  stageOf,
  turnsVerified,
} from './verification-state.ts'

const verdict = (kind: Verdict['kind'], nextCheckInMs = 3000): Verdict =>
  verdictOf({
    kind,
    diagnosis: kind === 'verified' ? 'verified' : 'propagating',
    checkedAt: '2026-01-01T00:00:00.000Z',
    nextCheckInMs,
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

propertyTest.prop([watches])('schedules the next check within a minute, or within an hour once verified', (polling) => {
  const longest = polling?.verdict?.kind === 'verified' ? 3_600_000 : 60_000
  expect(nextCheckIn(polling)).toBeGreaterThanOrEqual(2_000)
  expect(nextCheckIn(polling)).toBeLessThanOrEqual(longest)
})

test('follows the interval that the server sends, within bounds', () => {
  expect(nextCheckIn({ verdict: verdict('waiting', 4_000), failure: null })).toBe(4_000)
  expect(nextCheckIn({ verdict: verdict('waiting', 10), failure: null })).toBe(2_000)
  expect(nextCheckIn({ verdict: verdict('waiting', 600_000), failure: null })).toBe(60_000)
  expect(nextCheckIn({ verdict: verdict('verified', 600_000), failure: null })).toBe(600_000)
  expect(nextCheckIn({ verdict: null, failure: rateLimited(30_000) })).toBe(30_000)
})

test('keeps the last verdict when a check fails', () => {
  const seen = pollingAfter(undefined, { kind: 'answer', value: verdict('unsafe') })
  expect(pollingAfter(seen, { kind: 'unreachable' })).toEqual({ verdict: verdict('unsafe'), failure: { kind: 'unreachable' } })
})

test('reports verification only on the change to verified', () => {
  const verified: PollingState = { verdict: verdict('verified'), failure: null }
  expect(turnsVerified(undefined, verified)).toBe(true)
  expect(turnsVerified({ verdict: verdict('unsafe'), failure: null }, verified)).toBe(true)
  expect(turnsVerified(verified, verified)).toBe(false)
  expect(turnsVerified(undefined, { verdict: verdict('waiting'), failure: null })).toBe(false)
  expect(turnsVerified({ verdict: null, failure: null }, { ...verified, failure: { kind: 'unreachable' } })).toBe(false)
})

test('notifies about a new kind of verdict, but not about waiting', () => {
  const seen = (kind: Verdict['kind']): PollingState => ({ verdict: verdict(kind), failure: null })
  expect(isNews(undefined, seen('unsafe'))).toBe(true)
  expect(isNews(seen('waiting'), seen('verified'))).toBe(true)
  expect(isNews(seen('unsafe'), seen('unsafe'))).toBe(false)
  expect(isNews(seen('unsafe'), seen('waiting'))).toBe(false)
  expect(isNews(undefined, { ...seen('unsafe'), failure: { kind: 'unreachable' } })).toBe(false)
})

test('counts an early check as requested by the user', () => {
  const waiting: PollingState = { verdict: verdict('waiting', 4_000), failure: null }
  expect(isEarlyCheck(waiting, 1_000)).toBe(true)
  expect(isEarlyCheck(waiting, 4_003)).toBe(false)
})

test('counts seconds from the launch where it is known', () => {
  const history = {
    firstCheckAt: '2025-12-31T20:00:00.000Z',
    firstLookAt: '2025-12-31T20:00:00.000Z',
    launchedAt: '2025-12-31T23:59:50.000Z',
    since: '2025-12-31T23:59:50.000Z',
    before: null,
  }
  expect(secondsWaited({ verdict: { ...verdict('waiting'), history }, failure: null }, 2_000)).toBe(12)
})

const history = (launchedAt: string | null): Pick<Verdict, 'history'> => ({
  history: {
    firstCheckAt: '2026-01-01T00:00:00.000Z',
    firstLookAt: '2026-01-01T00:00:00.000Z',
    since: '2026-01-01T00:00:00.000Z',
    before: null,
    launchedAt,
  },
})

test('says nothing of a wait before the launch, here or elsewhere', () => {
  const notLaunched = { ...verdictOf({ kind: 'waiting', diagnosis: 'not-launched' }), ...history(null) }
  expect(stageOf(null, false)).toBe('not-launched')
  expect(stageOf(notLaunched, false)).toBe('not-launched')
  expect(stageOf(notLaunched, true)).toBe('launched')
  expect(stageOf(verdictOf({ kind: 'inconclusive', diagnosis: 'aws-unavailable' }), false)).toBe('not-launched')
  const elsewhere = { ...verdictOf({ kind: 'inconclusive', diagnosis: 'check-delayed' }), ...history('2026-01-01T00:00:00.000Z') }
  expect(stageOf(elsewhere, false)).toBe('launched')
})

test('tells a role that is late from one that needs a fix', () => {
  const late = verdictOf({ kind: 'not-ready', diagnosis: 'not-assumable' })
  expect([stageOf(late, true), isFailure(late)]).toEqual(['overdue', false])
  expect(isFailure(verdictOf({ kind: 'not-ready', diagnosis: 'trust-policy-mismatch' }))).toBe(true)
  expect(stageOf(verdictOf({ kind: 'inconclusive', diagnosis: 'safety-check-incomplete' }), true)).toBe('checking')
})

test('counts seconds from the first check by the server clock, plus the age of the answer', () => {
  const firstCheckAt = '2025-12-31T23:58:55.000Z'
  const history = { firstCheckAt, firstLookAt: firstCheckAt, since: '2025-12-31T23:58:55.000Z', before: null }
  const polling: PollingState = { verdict: { ...verdict('waiting'), history }, failure: null }
  expect(isWaitingForAws(polling)).toBe(true)
  expect([-900, 0, 2_999].map((sinceAnswerMs) => secondsWaited(polling, sinceAnswerMs))).toEqual([65, 65, 67])
  expect(secondsWaited({ verdict: verdict('waiting'), failure: null }, 5_000)).toBe(0)
})

test('shows no clock after any other verdict, or without one', () => {
  expect(isWaitingForAws({ verdict: verdict('verified'), failure: null })).toBe(false)
  expect(isWaitingForAws({ verdict: verdict('waiting'), failure: { kind: 'unreachable' } })).toBe(false)
  expect(isWaitingForAws({ verdict: null, failure: null })).toBe(false)
})

const facts = explanationFacts(planOf({ externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2Q' }))

const summaryOf = (found: Pick<Verdict, 'kind' | 'diagnosis'>) => {
  return checkSummary({ verdict: verdictOf(found), failure: null }, facts)
}

test('a delayed check reports nothing, so the role can be created meanwhile', () => {
  expect(summaryOf({ kind: 'inconclusive', diagnosis: 'check-delayed' })).toMatchObject({ tone: 'note' })
})

test('describes a role that needs an update as outdated, not as missing a permission', () => {
  const { tone, shortTitle, text } = summaryOf({ kind: 'partial', diagnosis: 'update-required' })
  expect({ tone, shortTitle }).toEqual({ tone: 'waiting', shortTitle: 'Update required' })
  expect(text).toBe('The role is secure, but its permissions must be updated.')
})

test('shows a fault of the vendor as such, not as an unsafe role', () => {
  expect(summaryOf({ kind: 'vendor-fault', diagnosis: 'verifier-blind' })).toMatchObject({ tone: 'note', icon: 'waiting' })
  expect(summaryOf({ kind: 'unsafe', diagnosis: 'other-role-accepted' })).toMatchObject({ tone: 'danger', icon: 'danger' })
})

test('says once that a fault is on the vendor’s side', () => {
  const polling = { verdict: verdictOf({ kind: 'vendor-fault', diagnosis: 'vendor-credentials-refused' }), failure: null }
  const text = announcement(polling, checkSummary(polling, explanationFacts(planOf())))
  expect(text).toBe('Problem on our side. Your role is fine. We’ll keep checking.')
})
