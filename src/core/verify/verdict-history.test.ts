import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Diagnosis, type Verdict, VerdictHistory } from './verdict.ts'
import { verdictHistory } from './verdict-history.ts'

const firstLookAt = '2026-11-22T08:00:00.000Z'
const at = (second: number) => new Date(Date.parse(firstLookAt) + second * 1000).toISOString()

type Look = Pick<Verdict, 'diagnosis' | 'checkedAt' | 'history'>

/** One look a second. */
function looks(diagnoses: readonly Diagnosis[]): readonly Look[] {
  const seen: Look[] = []
  for (const [second, diagnosis] of diagnoses.entries()) {
    const look = { diagnosis, checkedAt: at(second) }
    seen.push({ ...look, history: verdictHistory(seen.at(-1) ?? null, look, firstLookAt) })
  }
  return seen
}

test('the first look has nothing before it', () => {
  expect(looks(['propagating'])[0]?.history).toEqual({ firstLookAt, since: at(0), before: null })
})

test('who comes back reads since when it is so and what was seen before, also after many looks that came to the same', () => {
  const seen = looks(['propagating', 'propagating', 'external-id-optional', 'external-id-optional', 'external-id-optional'])
  expect(seen.at(-1)?.history).toEqual({ firstLookAt, since: at(2), before: { diagnosis: 'propagating', lastSeenAt: at(1) } })
})

test('a verdict that an earlier version kept counts from the time of its look', () => {
  const kept = { diagnosis: 'verified', checkedAt: at(3) } as const
  expect(verdictHistory(kept, { diagnosis: 'verified', checkedAt: at(9) }, firstLookAt)).toEqual({
    firstLookAt,
    since: at(3),
    before: null,
  })
})

propertyTest.prop([fc.array(fc.constantFrom(...Diagnosis.options.slice(0, 4)), { minLength: 1, maxLength: 20 })])(
  'whatever was seen, the history is that of the looks themselves',
  (diagnoses) => {
    const seen = looks(diagnoses)
    const start = diagnoses.findLastIndex((diagnosis) => diagnosis !== diagnoses.at(-1)) + 1
    const before = diagnoses[start - 1]
    expect(VerdictHistory.parse(seen.at(-1)?.history)).toEqual({
      firstLookAt,
      since: at(start),
      before: before === undefined ? null : { diagnosis: before, lastSeenAt: at(start - 1) },
    })
  },
)
