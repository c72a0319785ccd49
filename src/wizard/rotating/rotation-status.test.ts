import { expect, test } from 'vitest'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { RotationCheck } from '#core/verify/rotation-check.ts'
import { canceledStatus, rotationStatus } from './rotation-status.ts'

const at = '2026-01-02T03:04:05.000Z'
const second = 'arn:aws:iam::111122223333:role/Second'

const verdict = (stage: RotationCheck['stage'], outcome: RotationCheck['outcome'], unchangedRoles?: string[]) =>
  verdictOf({ rotation: { ...{ stage, outcome, requestId: 'r', region: 'us-east-1', at, since: null }, unchangedRoles } })

test('names the roles for which the trust policy doesn’t accept the new ID yet', () => {
  const { title, text } = rotationStatus('adding', verdict('adding', 'assumed', [second]))
  expect(title).toBe('New external ID accepted for some roles only')
  expect(text).toContain(second)
  expect(rotationStatus('adding', verdict('adding', 'assumed')).title).toContain('Confirming')
})

test('a removed ID that the trust policy still accepts for another role is not said to be denied', () => {
  const found = verdict('removing', 'denied', [second])
  expect(rotationStatus('removing', found).title).toBe('New external ID in use')
  expect(canceledStatus(found).text).toContain('still accepts the new external ID')
  expect(rotationStatus('removing', verdict('removing', 'denied')).title).toContain('denied')
})
