import { expect, test } from 'vitest'
import type { Probe } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { rememberRoleUpdate } from '#wizard/verification/role-update.ts'
import { offerFor } from './role-offer.tsx'

const at = '2026-11-01T12:00:00.000Z'
const rightId = (outcome: Probe['outcome']): Probe => ({ name: 'right-id', outcome, requestId: 'r1', region: 'us-east-1', at })
const found = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis'], outcome: Probe['outcome'] = 'assumed'): Verdict => ({
  kind,
  diagnosis,
  causes: [],
  probes: [rightId(outcome)],
  checks: [],
  checkedAt: at,
  nextCheckInMs: 5000,
  simulated: false,
})

test('does not offer to create a role that exists and is not at fault', () => {
  for (const verdict of [
    found('vendor-fault', 'verifier-blind'),
    found('inconclusive', 'safety-check-incomplete'),
    found('inconclusive', 'permissions-unchecked'),
    found('partial', 'update-required'),
  ])
    expect(offerFor(verdict, 'c1')).toBe('nothing')
})

test('offers to create a role that may not exist or that the customer must correct', () => {
  expect(offerFor(null, 'c1')).toBe('create')
  expect(offerFor(found('inconclusive', 'check-delayed', 'error'), 'c1')).toBe('create')
  expect(offerFor(found('not-ready', 'not-assumable', 'denied'), 'c1')).toBe('create')
  expect(offerFor(found('unsafe', 'other-external-id-accepted'), 'c1')).toBe('create')
})

test('offers to update a role whose permissions changed', () => {
  rememberRoleUpdate('c2')
  expect(offerFor(found('partial', 'permissions-incomplete'), 'c2')).toBe('update')
  expect(offerFor(found('verified', 'verified'), 'c2')).toBe('update')
  expect(offerFor(found('partial', 'update-required'), 'c2')).toBe('nothing')
})
