import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { WebhookEvent } from '#core/events/webhook-event.ts'
import { verdictOf } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { requestedSha256 } from '#server/aws/verdict-is-current.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { createReceipts, newReceiptKey } from '#server/http/receipts.ts'
import { vendorConnection } from '#server/http/vendor-connections.ts'
import { type EventRecord, firstDelivery, newEvent } from '#server/registry/event-records.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { claimed, claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { eventMessage } from './event-message.ts'

const at = '2026-11-22T08:00:00.000Z'
const start = Date.parse(at)
const receipts = await createReceipts(await newReceiptKey())

async function connected() {
  const registry = libsqlRegistry(':memory:')
  const connection = await claimed(registry, claimRequest('launched:acme'))
  const changed = async () => {
    const found = await registry.ofAnyTenant(connection.id)
    if (found === null) throw new Error('It exists')
    return found
  }
  const stored = (type: EventRecord['type'], data?: unknown): EventRecord => {
    const event = newEvent(type, { tenant: 'launched:acme', connectionId: connection.id, at }, data)
    return { ...event, ...firstDelivery(at) }
  }
  const found = (kind: Verdict['kind'], diagnosis: Verdict['diagnosis']) => ({
    verdict: { ...verdictOf({ kind, diagnosis }), checkedAt: at },
    asked: requestedSha256(connection, vendor),
  })
  const payload = async (event: EventRecord, afterMs = 0) => {
    const { text } = await eventMessage(event, await changed(), { vendor, receipts, now: () => new Date(start + afterMs) })
    return WebhookEvent.parse(JSON.parse(text))
  }
  return { registry, connection, changed, stored, found, payload }
}

test('has the connection as the vendor API returns it, and nothing else where there was no check', async () => {
  const { stored, payload, changed } = await connected()
  for (const type of ['connection.created', 'connection.disconnecting', 'connection.disconnected', 'external-id.rotated'] as const)
    expect(await payload(stored(type))).toEqual({ type, timestamp: at, data: { connection: vendorConnection(await changed(), vendor) } })
})

test('has the connection as it is at the attempt, and the verdict as it was', async () => {
  const { registry, connection, stored, found, payload } = await connected()
  const event = stored('connection.lost', found('drifted', 'access-lost'))
  await registry.rename('launched:acme', connection.id, 'Acme production', at)
  await registry.disconnect('launched:acme', connection.id, at)
  expect(await payload(event)).toMatchObject({
    data: {
      connection: { id: connection.id, tenant: 'acme', name: 'Acme production', disconnectedAt: at },
      verdict: { kind: 'drifted', diagnosis: 'access-lost' },
    },
  })
})

test('has a receipt only of a verified verdict on what is requested now, for a day', async () => {
  const { registry, connection, stored, found, payload } = await connected()
  const day = 24 * 60 * 60_000
  const event = stored('connection.verified', found('verified', 'verified'))
  const receiptIn = async (of: EventRecord, afterMs = 0) => {
    const { data } = await payload(of, afterMs)
    return 'receipt' in data ? decodeJwt(data.receipt ?? '') : null
  }
  expect(await receiptIn(event)).toMatchObject({ jti: event.id, connectionId: connection.id, verdict: { kind: 'verified', checkedAt: at } })
  expect(await receiptIn(event, day - 1000)).not.toBeNull()
  expect(await receiptIn(event, day)).toBeNull()
  expect(await receiptIn(stored('connection.drifted', found('drifted', 'weakened')))).toBeNull()
  await registry.updatePermissions('launched:acme', connection.id, { permissions: {} }, at)
  expect(await receiptIn(event)).toBeNull()
})

test('sends a verdict of a later version as it is stored, without a receipt', async () => {
  const { changed, stored, found } = await connected()
  const { verdict, asked } = found('verified', 'verified')
  const later = { ...verdict, diagnosis: 'of-a-later-version', added: { by: 'it' } }
  for (const data of [
    { verdict: later, asked },
    { verdict: later, asked: 1 },
  ]) {
    const { text } = await eventMessage(stored('connection.verified', data), await changed(), {
      vendor,
      receipts,
      now: () => new Date(start),
    })
    expect(JSON.parse(text).data).toEqual({ connection: vendorConnection(await changed(), vendor), verdict: later })
  }
})
