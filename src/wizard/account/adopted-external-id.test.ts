import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { accountDraft, randomBytes } from './account-draft.ts'
import { type AccountForm, emptyAccountForm } from './account-form.ts'
import { externalIdFor, keepClaim, proposeExternalId } from './adopted-external-id.ts'

const vendor = Vendor.parse(demoVendor)
const formOf = (accountId: string, externalId: string, region = 'us-east-1'): AccountForm => ({
  ...emptyAccountForm(vendor, randomBytes),
  accountId,
  externalId,
  region,
})

test('proposes a new external ID for another account once the ID was claimed, and the old one for its own account', () => {
  const first = formOf('444455556666', proposeExternalId())
  expect(externalIdFor(formOf('555566667777', first.externalId), randomBytes)).toBe(first.externalId)
  keepClaim(first)
  expect(externalIdFor(first, randomBytes)).toBe(first.externalId)
  expect(externalIdFor({ ...first, accountId: '5555' }, randomBytes)).toBe(first.externalId)
  const second = externalIdFor(formOf('555566667777', first.externalId), randomBytes)
  expect(second).toMatch(/^\S{24}$/)
  expect(second).not.toBe(first.externalId)
  expect(externalIdFor(formOf('555566667777', second), randomBytes)).toBe(second)
  expect(externalIdFor(formOf('444455556666', second), randomBytes)).toBe(first.externalId)
})

test('proposes a new external ID for the same account number in another partition', () => {
  const first = formOf('666677778888', proposeExternalId())
  keepClaim(first)
  expect(externalIdFor({ ...first, region: 'eu-central-1' }, randomBytes)).toBe(first.externalId)
  expect(externalIdFor({ ...first, region: 'us-gov-west-1' }, randomBytes)).not.toBe(first.externalId)
})

test('leaves an external ID alone that was never claimed in this tab', () => {
  keepClaim(formOf('777788889999', 'hG5wNq2xKc8vTz4mRb7pDs3J'))
  expect(externalIdFor(formOf('888899990000', 'an-id-of-the-customer-4711'), randomBytes)).toBe('an-id-of-the-customer-4711')
})

test("leaves the customer's own external ID alone for another account, though it was claimed in this tab", () => {
  const first = formOf('111122223333', 'acme-production-2026-east')
  keepClaim(first)
  expect(externalIdFor({ ...first, accountId: '222233334444' }, randomBytes)).toBe(first.externalId)
})

test('keeps a new proposed external ID for an account that has a connection already', () => {
  keepClaim(formOf('333344445555', proposeExternalId()))
  const second = proposeExternalId()
  expect(externalIdFor(formOf('333344445555', second), randomBytes)).toBe(second)
})

test('proposes a new external ID in place of that of the first draft', () => {
  const draft = accountDraft(vendor)
  keepClaim({ ...draft, accountId: '121212121212' })
  expect(externalIdFor({ ...draft, accountId: '343434343434' }, randomBytes)).not.toBe(draft.externalId)
})
