import { expect, test } from 'vitest'
import { returnUrlOf } from './session.ts'

const vendor = { returnUrl: 'https://app.example.com/accounts' }
const session = { returnUrl: 'https://app.example.com/settings' }

test.each([
  ['the page of the launch token', { guest: null, session, vendor }, session.returnUrl],
  ['the page of the config without a token', { guest: null, session: {}, vendor }, vendor.returnUrl],
  ['the page of the config without a session', { guest: null, session: null, vendor }, vendor.returnUrl],
  ['no page where neither names one', { guest: null, session: {}, vendor: {} }, undefined],
  ['no page for a colleague', { guest: {}, session, vendor }, undefined],
])('a customer continues to %s', (_, known, url) => {
  expect(returnUrlOf(known)).toBe(url)
})
