import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { readWebhookSecret } from '#core/events/webhook-signature.ts'
import { testMessage } from '#server/webhooks/event-message.ts'
import { receiver } from '#server/webhooks/receiver.test-data.ts'
import { webhookTarget } from '#server/webhooks/webhook-target.ts'
import { verifyWebhook } from './verify-webhook.ts'

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`
const secret = newSecret()
const seconds = Math.floor(Date.parse('2026-11-22T08:00:00Z') / 1000)
const now = () => new Date(seconds * 1000)
const body = JSON.stringify({ type: 'webhook.test', timestamp: '2026-11-22T08:00:00.000Z', data: {} })

/** Signed by the reference library, not by our own code. */
function signed(text = body, at = seconds, by = secret) {
  const signature = new Webhook(by).sign('evt_1', new Date(at * 1000), text)
  return { 'webhook-id': 'evt_1', 'webhook-timestamp': String(at), 'webhook-signature': signature }
}

test('reads an event whose signature the reference library made, from any kind of headers and body', () => {
  const event = { kind: 'event', id: 'evt_1', event: JSON.parse(body) }
  const headers = signed()
  expect(verifyWebhook(headers, body, secret, { now })).toEqual(event)
  expect(verifyWebhook(new Headers(headers), new TextEncoder().encode(body), [newSecret(), secret], { now })).toEqual(event)
  const several = { ...headers, 'webhook-signature': `v1a,other v1,AAAA ${headers['webhook-signature']}` }
  expect(verifyWebhook(several, body, secret, { now })).toEqual(event)
})

test('accepts no other secret, body, ID or time than what was signed', () => {
  const rejected = { kind: 'signature-rejected' }
  const headers = signed()
  expect(verifyWebhook(headers, body, newSecret(), { now })).toEqual(rejected)
  expect(verifyWebhook(headers, `${body} `, secret, { now })).toEqual(rejected)
  expect(verifyWebhook({ ...headers, 'webhook-id': 'evt_2' }, body, secret, { now })).toEqual(rejected)
  expect(verifyWebhook({ ...headers, 'webhook-timestamp': String(seconds + 1) }, body, secret, { now })).toEqual(rejected)
  expect(verifyWebhook({ ...headers, 'webhook-signature': 'v1,' }, body, secret, { now })).toEqual(rejected)
})

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('names the header %s if it is missing', (header) => {
  expect(verifyWebhook({ ...signed(), [header]: undefined }, body, secret, { now })).toEqual({ kind: 'header-missing', header })
})

test('rejects a signed event that is older or newer than five minutes', () => {
  const kindAt = (at: number) => verifyWebhook(signed(body, at), body, secret, { now }).kind
  expect([-301, -300, 300, 301].map((offset) => kindAt(seconds + offset))).toEqual([
    'timestamp-rejected',
    'event',
    'event',
    'timestamp-rejected',
  ])
})

test('returns a signed event that it does not know, and says that no secret can be read', () => {
  const text = JSON.stringify({ type: 'connection.of-a-later-version', timestamp: '2026-11-22T08:00:00.000Z', data: {} })
  expect(verifyWebhook(signed(text), text, secret, { now })).toEqual({ kind: 'unknown-event', id: 'evt_1', json: JSON.parse(text) })
  expect(verifyWebhook(signed('no JSON'), 'no JSON', secret, { now })).toEqual({ kind: 'unknown-event', id: 'evt_1', json: undefined })
  for (const wrong of ['', 'secret', secret.slice(6)])
    expect(verifyWebhook(signed(), body, wrong, { now })).toEqual({ kind: 'secret-invalid' })
})

test('reads what the server sends, with the secret and with the one that it replaces', async () => {
  const previous = newSecret()
  const { url, received } = await receiver(secret)
  const keys = [secret, previous].map((each) => readWebhookSecret(each) ?? new Uint8Array())
  const target = webhookTarget({ url: new URL(url), keys, allowedNetworks: { has: () => false }, now: () => new Date() })
  const message = testMessage('evt_test', new Date())
  expect(await target.send(message)).toEqual({ kind: 'accepted', status: 204 })
  const [request] = received
  for (const known of [secret, previous])
    expect(verifyWebhook(request?.headers ?? {}, message.text, known)).toMatchObject({ kind: 'event', event: { type: 'webhook.test' } })
})
