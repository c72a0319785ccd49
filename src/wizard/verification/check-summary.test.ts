import { expect, test } from 'vitest'
import { planOf, verdictOf } from '#core/fixtures.test-data.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { checkSummary } from './check-summary.ts'

const facts = explanationFacts(planOf({ externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2Q' }))

const summaryOf = (found: Pick<Verdict, 'kind' | 'diagnosis'>) => {
  return checkSummary({ verdict: verdictOf(found), failure: null }, facts)
}

test('a delayed check reports nothing, so the role can be created meanwhile', () => {
  expect(summaryOf({ kind: 'inconclusive', diagnosis: 'check-delayed' })).toMatchObject({ tone: 'waiting', hasReport: false })
})

test('describes a role that needs an update as outdated, not as missing a permission', () => {
  const { tone, hasReport, shortTitle, text } = summaryOf({ kind: 'partial', diagnosis: 'update-required' })
  expect({ tone, hasReport, shortTitle }).toEqual({ tone: 'waiting', hasReport: true, shortTitle: 'Update required' })
  expect(text).toBe('The role is secure, but its permissions must be updated.')
})

test('shows a fault of the vendor as such, not as an unsafe role', () => {
  expect(summaryOf({ kind: 'vendor-fault', diagnosis: 'verifier-blind' })).toMatchObject({ tone: 'waiting', icon: 'waiting' })
  expect(summaryOf({ kind: 'unsafe', diagnosis: 'other-role-accepted' })).toMatchObject({ tone: 'unsafe', icon: 'unsafe' })
})
