import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { base64, readBase64 } from '#core/text/base64.ts'
import { hasWebhookSignature, readWebhookSecret, webhookSignature } from './webhook-signature.ts'

const secretOf = (length: number) => `whsec_${randomBytes(length).toString('base64')}`

test('reads and writes base64 as Node does, for every length', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = new Uint8Array(randomBytes(length))
    const text = Buffer.from(bytes).toString('base64')
    expect(base64(bytes)).toBe(text)
    expect(readBase64(text)).toEqual(bytes)
  }
  for (const bad of ['a', 'ab', 'abc', 'a-b_', 'ab=c', '====']) expect([bad, readBase64(bad)]).toEqual([bad, null])
})

test('signs as the reference library of Standard Webhooks does', () => {
  for (const length of [24, 32, 64]) {
    const secret = secretOf(length)
    const key = readWebhookSecret(secret)
    if (key === null) throw new Error(secret)
    const date = new Date(Math.floor(Date.now() / 1000) * 1000)
    const content = { id: 'evt_1', timestamp: String(date.getTime() / 1000), body: '{"name":"Zoë 🦉"}' }
    const signature = new Webhook(secret).sign(content.id, date, content.body)
    expect(webhookSignature(key, content)).toBe(signature)
    expect(hasWebhookSignature(`v2,other ${signature}`, [new Uint8Array(24), key], content)).toBe(true)
    expect(hasWebhookSignature(signature, [new Uint8Array(24)], content)).toBe(false)
    for (const wrong of [signature.slice(0, -2), `${signature}A`, '', 'v1,', `v1a${signature.slice(2)}`])
      expect(hasWebhookSignature(wrong, [key], content)).toBe(false)
  }
})

test('accepts secrets of 24 to 64 bytes with the prefix, and no others', () => {
  for (const length of [24, 64]) expect(readWebhookSecret(secretOf(length))).toHaveLength(length)
  for (const wrong of [secretOf(23), secretOf(65), secretOf(32).slice(6), 'whsec_', 'whsec_not base64', `WHSEC_${secretOf(32).slice(6)}`])
    expect(readWebhookSecret(wrong)).toBeNull()
})
