import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Inspection } from '#core/verify/inspection/inspection.ts'
import type { RotationCheck } from '#core/verify/rotation-check.ts'
import { canceledStatus, rotationStatus } from './rotation-status.ts'

const at = '2026-01-02T03:04:05.000Z'
const second = 'arn:aws:iam::111122223333:role/Second'

const read = (found: Partial<Inspection>): Inspection => ({
  ...{ outcome: 'read', extraPrincipals: [], hasOtherExternalIds: false, trustsOtherRoles: false, added: [], removed: [], denied: [] },
  ...{ attachedPolicies: [], decisions: [], requestIds: ['r'], at },
  ...found,
})

const verdict = (stage: RotationCheck['stage'], outcome: RotationCheck['outcome'], inspection: Partial<Inspection>) =>
  verdictOf({ rotation: { stage, outcome, requestId: 'r', region: 'us-east-1', at, since: at }, inspection: read(inspection) })

test('names the roles for which the trust policy doesn’t accept the new ID yet', () => {
  const { title, text } = rotationStatus('adding', verdict('adding', 'assumed', { missingRoles: [second] }))
  expect(title).toBe('New external ID accepted for some roles only')
  expect(text).toContain(second)
  expect(rotationStatus('adding', verdict('adding', 'assumed', { missingRoles: [] })).title).toContain('Confirming')
})

test('a removed ID that the trust policy still accepts for another role is not said to be denied', () => {
  const found = verdict('removing', 'denied', { rolesWithRemovedId: [second] })
  expect(rotationStatus('removing', found).title).toBe('New external ID in use')
  expect(canceledStatus(found).text).toContain('still accepts the new external ID')
  expect(rotationStatus('removing', verdict('removing', 'denied', {})).title).toContain('denied')
})
