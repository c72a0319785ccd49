import { expect, test } from 'vitest'
import { delimitedFields } from '#core/connection/accounts/account-columns.ts'
import { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { accountsCsv } from '#core/verify/accounts-csv.ts'
import { accountCounts, accountRows, filteredRows, statusWords } from './account-rows.ts'
import { firstCheck } from './schedule.ts'

const requestedAt = '2026-11-22T08:00:00.000Z'
const connected = Connection.parse({
  id: 'c1',
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: {},
  roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  createdAt: requestedAt,
})
const disconnecting: Connection = { ...connected, id: 'c2', disconnection: { requestedAt, check: null, deniedSince: null } }
const verified = firstCheck({ kind: 'verified', diagnosis: 'verified', checkedAt: requestedAt, simulated: true }, 0)

test('finds a connection whose external ID is being replaced, which keeps its status', () => {
  const rotation = { externalId: ExternalId.parse('the-next-external-id'), startedAt: requestedAt, confirmedAt: null }
  const checks = new Map([
    ['c1', verified],
    ['c3', verified],
  ])
  const rows = accountRows([connected, { ...connected, id: 'c3', rotation }], checks)
  expect(filteredRows(rows, { show: 'verified', text: 'being replaced' }).map(({ connection }) => connection.id)).toEqual(['c3'])
  const lines = accountsCsv(rows.map(({ connection }) => ({ connection, check: null }))).split('\r\n')
  expect(lines.map((line) => delimitedFields(line)?.at(-1)).slice(0, 3)).toEqual(['Rotation', '', 'adding'])
})

test('never counts or shows a connection that is being disconnected as verified', () => {
  const rows = accountRows(
    [connected, disconnecting],
    new Map([
      ['c1', verified],
      ['c2', verified],
    ]),
  )
  expect(accountCounts(rows)).toEqual({ all: 2, verified: 1, waiting: 1, failing: 0 })
  expect(rows.map(statusWords)).toEqual([
    { title: 'Verified', text: 'Connected and verified' },
    { title: 'Disconnecting', text: '' },
  ])
  expect(filteredRows(rows, { show: 'all', text: 'disconnecting' }).map(({ connection }) => connection.id)).toEqual(['c2'])
  const last = { kind: 'verified', diagnosis: 'verified', checkedAt: requestedAt, simulated: true } as const
  const csv = accountsCsv([connected, disconnecting].map((connection) => ({ connection, check: last })))
  expect([...csv.matchAll(/"(verified|disconnecting)","verified"/g)].map(([, status]) => status)).toEqual(['verified', 'disconnecting'])
})
