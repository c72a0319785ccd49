import { expect, test } from 'vitest'
import { isExpired, receiptTitle } from './receipt-age.ts'

const verdict = { kind: 'verified', checkedAt: '2026-11-01T12:00:00.000Z' } as const
const exp = Date.parse('2026-11-02T12:00:00.000Z') / 1000

test('a receipt expires at its stated time', () => {
  expect(isExpired({ exp, verdict }, exp * 1000 - 1)).toBe(false)
  expect(isExpired({ exp, verdict }, exp * 1000)).toBe(true)
})

test('a receipt of an earlier version expires one day after its check', () => {
  expect(isExpired({ verdict }, exp * 1000 - 1)).toBe(false)
  expect(isExpired({ verdict }, exp * 1000)).toBe(true)
})

test('an expired receipt is valid but no longer current', () => {
  expect(receiptTitle({ verdict }, true)).toMatch(/^Valid, checked on (October 31|November [12]), 2026, no longer current$/)
  expect(receiptTitle({ verdict }, false)).toMatch(/^Valid and current, checked (October 31|November [12]), 2026/)
})
