import { expect, test } from 'vitest'
import type { Probe } from '#core/verify/probe-result.ts'
import { searchedRequests } from './request-ids.ts'

const at = '2026-01-02T03:04:05.000Z'
const call = { outcome: 'denied', region: 'eu-central-1', at } as const
const probe = (requestId: string): Probe => ({ ...call, name: 'random-id', requestId })
const inspection = {
  ...{ outcome: 'read' as const, extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, added: [], removed: [] },
  ...{ denied: [], attachedPolicies: [], decisions: [], requestIds: ['get-role', 'get-policy'], at },
}
const check = (requestId: string) => ({
  ...{ id: 'bucket', permissionSet: 'read', call: 's3-head-bucket', resource: 'acme', outcome: 'passed' as const, requestId, at },
})

test('the calls of a rotation and of a reading are searched, even with more checks than are kept', () => {
  const verdict = {
    ...{ kind: 'unsafe' as const, probes: [probe('probe'), probe('not possible')], checkedAt: at, inspection },
    rotation: { ...call, stage: 'adding' as const, requestId: 'rotation', since: null },
    checks: Array.from({ length: 80 }, (_, index) => check(`check-${index}`)),
  }
  const { requestIds } = searchedRequests({ verdict, isChanged: false })
  expect(requestIds).toHaveLength(60)
  expect(requestIds.slice(0, 5)).toEqual(['probe', 'rotation', 'get-role', 'get-policy', 'check-0'])
})
