import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import { Diagnosis, type Verdict, VerdictHistory } from './verdict.ts'
import { launchTime, verdictForTenant, verdictHistory, verdictToCompare } from './verdict-history.ts'

const firstCheckAt = '2026-11-22T08:00:00.000Z'
/** Under the present name and that of version 0.1. */
const first = { firstCheckAt, firstLookAt: firstCheckAt }
const at = (second: number) => new Date(Date.parse(firstCheckAt) + second * 1000).toISOString()

type Check = Pick<Verdict, 'diagnosis' | 'checkedAt' | 'history'>

/** One check a second. */
function checksOf(diagnoses: readonly Diagnosis[]): readonly Check[] {
  const seen: Check[] = []
  for (const [second, diagnosis] of diagnoses.entries()) {
    const check = { diagnosis, checkedAt: at(second) }
    seen.push({ ...check, history: verdictHistory(seen.at(-1) ?? null, check, { firstCheckAt }) })
  }
  return seen
}

test('the first check has no earlier diagnosis', () => {
  expect(checksOf(['propagating'])[0]?.history).toEqual({ ...first, since: at(0), before: null })
})

test('who comes back reads since when it is so and what was seen before, also after many checks with the same result', () => {
  const seen = checksOf(['propagating', 'propagating', 'external-id-optional', 'external-id-optional', 'external-id-optional'])
  expect(seen.at(-1)?.history).toEqual({ ...first, since: at(2), before: { diagnosis: 'propagating', lastSeenAt: at(1) } })
})

test('a verdict that an earlier version kept counts from the time of its check', () => {
  const kept = { diagnosis: 'verified', checkedAt: at(3) } as const
  expect(verdictHistory(kept, { diagnosis: 'verified', checkedAt: at(9) }, { firstCheckAt })).toEqual({
    ...first,
    since: at(3),
    before: null,
  })
})

const launchedWith = (launchedAt: string | null | undefined): Pick<Verdict, 'history'> => ({
  history: { ...first, since: firstCheckAt, before: null, launchedAt },
})

test('the launch is the first time that a client says so, and no client takes it back', () => {
  const said = (earlier: string | null | undefined) => [true, false, undefined].map((is) => launchTime(launchedWith(earlier), is, at(9)))
  expect(said(undefined)).toEqual([{ launchedAt: at(9) }, { launchedAt: null }, {}])
  expect(said(null)).toEqual([{ launchedAt: at(9) }, { launchedAt: null }, { launchedAt: null }])
  expect(said(at(3))).toEqual([{ launchedAt: at(3) }, { launchedAt: at(3) }, { launchedAt: at(3) }])
  expect(launchTime(null, undefined, at(9))).toEqual({})
})

test('a launch in the future, after the clock was set back, counts from now', () => {
  expect(launchTime(launchedWith(at(999)), true, at(9))).toEqual({ launchedAt: at(9) })
})

test('reads a history that version 0.1 stored', () => {
  const stored = { firstLookAt: firstCheckAt, since: at(3), before: null }
  expect(VerdictHistory.parse(stored)).toEqual({ ...stored, firstCheckAt })
})

propertyTest.prop([fc.array(fc.constantFrom(...Diagnosis.options.slice(0, 4)), { minLength: 1, maxLength: 20 })])(
  'whatever was seen, the history is that of the checks themselves',
  (diagnoses) => {
    const seen = checksOf(diagnoses)
    const start = diagnoses.findLastIndex((diagnosis) => diagnosis !== diagnoses.at(-1)) + 1
    const before = diagnoses[start - 1]
    expect(VerdictHistory.parse(seen.at(-1)?.history)).toEqual({
      ...first,
      since: at(start),
      before: before === undefined ? null : { diagnosis: before, lastSeenAt: at(start - 1) },
    })
  },
)

const verdict = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis']) => verdictOf({ kind, diagnosis })

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

test('another danger leaves extra trust remembered until a reading finds it gone', () => {
  const nothing = { extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, added: [], removed: [], denied: [] }
  const inspection = { ...nothing, outcome: 'read' as const, attachedPolicies: [], decisions: [], requestIds: ['r'], at: firstCheckAt }
  const extraTrust = verdict('unsafe', 'extra-trust')
  const both = verdictToCompare(extraTrust, unsafe)
  expect(both).toEqual({ ...unsafe, extraTrust: true })
  for (const latest of [unsafe, weakened, confirming, verdict('unsafe', 'trust-unread')])
    expect(verdictToCompare(both, latest)).toEqual({ ...latest, extraTrust: true })
  expect(verdictToCompare(both, { ...confirming, inspection: { ...inspection, outcome: 'denied' } })).toHaveProperty('extraTrust', true)
  expect(verdictToCompare(both, { ...partial, inspection })).toBe(both)
  expect(verdictToCompare(both, { ...confirming, inspection })).not.toHaveProperty('extraTrust')
})

test('where there was no danger the latest verdict counts', () => {
  for (const before of [verified, lost, partial, waiting])
    for (const latest of [verified, unsafe, partial, waiting, lost]) expect(verdictToCompare(before, latest)).toBe(latest)
})

test('a round of the future, from before the clock was set back, counts from now on', () => {
  const future = { ...confirming, checkedAt: '2026-12-22T08:00:00.000Z' }
  expect(verdictToCompare(future, confirming)).toEqual(confirming)
  expect(verdictToCompare(confirming, future)).toEqual(confirming)
})

test('a verdict without information about the role keeps the earlier one', () => {
  const verified = verdictOf()
  expect(verdictToCompare(verified, verdictOf({ kind: 'inconclusive' }))).toBe(verified)
  expect(verdictToCompare(verified, verdictOf({ kind: 'vendor-fault' }))).toBe(verified)
  expect(verdictToCompare(verified, verdictOf({ kind: 'unsafe' })).kind).toBe('unsafe')
  expect(verdictToCompare(null, verdictOf({ kind: 'inconclusive' })).kind).toBe('inconclusive')
})

test('a tenant who must not learn about a role does not get what was read of it', () => {
  const inspection = {
    ...{ outcome: 'read' as const, extraPrincipals: ['*'], hasOtherExternalIds: false, trustsOtherRoles: false, added: [], removed: [] },
    ...{ denied: [], attachedPolicies: [], decisions: [], requestIds: ['r'], at: firstCheckAt },
  }
  const use = { isFirst: false, wasVerified: false, wasVerifiedByOther: true }
  const wait = { waitedMs: 0, sinceFirstCheckMs: 0, patienceMs: 1000 }
  const hidden = verdictForTenant({ ...verdictOf({ kind: 'unsafe' }), probes: [], inspection }, use, wait)
  expect(hidden).toMatchObject({ kind: 'waiting', probes: [], checks: [] })
  expect(hidden).not.toHaveProperty('inspection')
})
