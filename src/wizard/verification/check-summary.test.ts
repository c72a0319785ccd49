import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { checkSummary } from './check-summary.ts'

const vendor = Vendor.parse(demoVendor)
const terms = connectionTerms(vendor, { externalId: 'any' }).parse({
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2Q',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
})
const facts = explanationFacts(rolePlan(terms, vendor))

const summaryOf = (found: Pick<Verdict, 'kind' | 'diagnosis'>) => {
  const at = '2026-11-01T12:00:00.000Z'
  const verdict: Verdict = { ...found, causes: [], probes: [], checks: [], checkedAt: at, nextCheckInMs: 5000, simulated: false }
  return checkSummary({ verdict, failure: null }, facts)
}

test('a delayed check reports nothing, so the role can be created meanwhile', () => {
  expect(summaryOf({ kind: 'inconclusive', diagnosis: 'check-delayed' })).toMatchObject({ tone: 'waiting', hasReport: false })
})

test('a role that needs an update is not called a role without a permission', () => {
  const { tone, hasReport, shortTitle, text } = summaryOf({ kind: 'partial', diagnosis: 'update-required' })
  expect({ tone, hasReport, shortTitle }).toEqual({ tone: 'waiting', hasReport: true, shortTitle: 'Update required' })
  expect(text).toBe('The role is secure, but its permissions must be updated.')
})

test('a fault of the vendor looks like a fault of the vendor, not like an unsafe role', () => {
  expect(summaryOf({ kind: 'vendor-fault', diagnosis: 'verifier-blind' })).toMatchObject({ tone: 'waiting', icon: 'waiting' })
  expect(summaryOf({ kind: 'unsafe', diagnosis: 'other-role-accepted' })).toMatchObject({ tone: 'unsafe', icon: 'unsafe' })
})
