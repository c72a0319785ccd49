import { expect, test } from 'vitest'
import { stateText, untriedRoles } from './connection-view.tsx'
import { connectionOf } from './support.test-data.ts'

const [requestedAt, deniedSince, at] = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:00:05.000Z', '2026-11-22T08:00:20.000Z']
const other = 'arn:aws:iam::111122223333:role/OldApplication'
const check = { outcome: 'denied', at, requestIds: [], simulated: false } as const
const ofSeveral = { requestedAt, deniedSince, check: { ...check, untried: [other] } }

test.each([
  ['was never checked', {}, 'The role was never checked.', []],
  ['is being disconnected', { disconnection: { requestedAt, check: null, deniedSince: null } }, 'is being disconnected', []],
  ['waits for a confirmation', { disconnection: ofSeveral }, 'says that the role is deleted', [other]],
  ['has ended', { disconnectedAt: at, disconnection: { requestedAt, deniedSince, check } }, 'The connection is disconnected.', []],
  [
    'has ended because the customer said so',
    { disconnectedAt: at, disconnection: { ...ofSeveral, confirmedBy: 'customer' } },
    'The customer said that the role is deleted.',
    [other],
  ],
] as const)('tells support of a connection that %s', (_, change, text, untried) => {
  const connection = connectionOf({ verdict: null, ...change })
  expect(stateText(connection)).toContain(text)
  expect(untriedRoles(connection)).toEqual(untried)
})
