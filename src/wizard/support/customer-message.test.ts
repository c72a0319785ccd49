import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { setLanguage } from '#i18n/language.ts'
import { customerMessage, customerView } from './customer-message.ts'
import { connectionOf } from './support.test-data.ts'

vi.stubGlobal('window', { location: new URL('https://connect.example.com/wizard/?locale=de#/support') })
afterAll(() => void vi.unstubAllGlobals())
const served = ServedVendor.parse({ ...vendor, simulated: false, launch: 'required' })

test('has the title, the sentences, the steps, the policy to paste, and the address of the customer’s page', () => {
  const connection = connectionOf()
  const view = customerView(connection, served)
  const text = customerMessage(connection, served) ?? ''
  expect(text.split('\n')[0]).toBe(view?.title)
  for (const sentence of [view?.happened, view?.why, ...(view?.todo ?? [])]) expect(text).toContain(sentence)
  expect(text).toContain('"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"')
  expect(text).toContain('https://connect.example.com/wizard/#/connections/connection-1/role\n')
  expect(text).toContain('arn:aws:iam::444455556666:role/PixelworksAccess')
})

test('says what the config requests now, and leads to the choice of permissions', () => {
  const verdict = { ...connectionOf().verdict, kind: 'partial', diagnosis: 'update-required' }
  const update = { missing: ['writeResults'], removed: ['gone'], sentences: [] }
  const text = customerMessage(connectionOf({ verdict, needsUpdate: true, update }), served) ?? ''
  expect(text).toContain('is required now, or needs a value.')
  expect(text).toContain('“gone” is no longer requested.')
  expect(text).toContain('/#/connections/connection-1/permissions\n')
  expect(text).toContain('No second role is created.')
})

test('is in the language of the page', async () => {
  onTestFinished(() => setLanguage({ code: 'en', locale: 'en' }))
  const english = customerMessage(connectionOf(), served)
  await setLanguage({ code: 'de', locale: 'de' })
  const german = customerMessage(connectionOf(), served)
  expect(german).toContain('Was zu tun ist:')
  expect(german).not.toBe(english)
})

test.each([
  ['was never checked', { verdict: null }],
  ['has ended', { disconnectedAt: '2026-11-22T09:00:00.000Z' }],
  ['is being disconnected', { disconnection: { requestedAt: '2026-11-22T09:00:00.000Z', check: null, deniedSince: null } }],
  ['is verified', { verdict: { ...connectionOf().verdict, kind: 'verified', diagnosis: 'verified' } }],
])('there is nothing to send for a connection that %s', (_, change) => {
  expect(customerMessage(connectionOf(change), served)).toBeNull()
})
