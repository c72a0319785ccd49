import { expect, test } from 'vitest'
import { RememberedVerdict } from './remembered-verdict.ts'

const stored = {
  ...{ kind: 'unsafe', diagnosis: 'external-id-optional', causes: [], probes: [], checks: [], simulated: false },
  ...{ checkedAt: '2026-01-02T03:04:05.000Z', nextCheckInMs: 5000 },
}

test.each([{}, { extraTrust: true }, { told: null, extraTrust: true }])('what is remembered with %o is read as it was written', (more) => {
  expect(RememberedVerdict.parse({ ...stored, ...more })).toEqual({ ...stored, ...more })
})
