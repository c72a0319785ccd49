import { expect, test } from 'vitest'
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

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('makes the name %j no formula of a spreadsheet', (name) => {
  expect(connectionsCsv([connectionOf({ name })])).toContain(`'${name}`)
})

test('has every field in JSON', () => {
  expect(JSON.parse(connectionsJson([connectionOf()]))).toEqual([JSON.parse(JSON.stringify(connectionOf()))])
  expect(VendorConnection.parse(JSON.parse(connectionsJson([connectionOf()]))[0])).toEqual(connectionOf())
})
