import { expect, test } from 'vitest'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { VendorConnection } from '#core/verify/vendor-connection.ts'
import { connectionsCsv, connectionsJson } from './connections-export.ts'
import { connectionOf } from './support.test-data.ts'

test('writes one line for each connection, with quotes where a value needs them', () => {
  const [header, first, second, end] = connectionsCsv([
    connectionOf({ name: 'Acme, "production"' }),
    connectionOf({ tenant: null, verdict: null, disconnectedAt: '2026-11-22T09:00:00.000Z' }),
  ]).split('\r\n')
  expect(header).toMatch(/^id,tenant,tenantId,accountId,name,/)
  expect(first).toContain(',acme,')
  expect(first).toContain(',"Acme, ""production""",us-east-1,')
  expect(first).toContain(',not-ready,not-assumable,')
  expect(second).toContain(',disconnected,,,')
  expect(end).toBe('')
})

test('says that a connection is being disconnected, whatever was found before', () => {
  const disconnection = { requestedAt: '2026-11-22T09:00:00.000Z', check: null, deniedSince: null }
  expect(connectionsCsv([connectionOf({ disconnection })])).toContain(',disconnecting,')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('makes the name %j no formula of a spreadsheet', (name) => {
  expect(connectionsCsv([connectionOf({ name })])).toContain(`'${name}`)
})

test.each([
  ['adding', null],
  ['removing', '2026-11-22T08:05:00.000Z'],
])('says at which stage the replacement of an external ID is: %s', (stage, confirmedAt) => {
  const externalId = ExternalId.parse('the-next-external-id')
  const rotation = { externalId, startedAt: '2026-11-22T08:00:00.000Z', confirmedAt }
  const csv = connectionsCsv([connectionOf({ rotation }), connectionOf()])
  const [columns, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows.map((row) => row[columns?.indexOf('rotation') ?? -1])).toEqual([stage, ''])
  expect(csv).not.toContain(externalId)
})

test('has every field in JSON', () => {
  expect(JSON.parse(connectionsJson([connectionOf()]))).toEqual([JSON.parse(JSON.stringify(connectionOf()))])
  expect(VendorConnection.parse(JSON.parse(connectionsJson([connectionOf()]))[0])).toEqual(connectionOf())
})
