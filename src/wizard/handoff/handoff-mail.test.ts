import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection.ts'
import { HandoffPurpose } from '#core/handoff.ts'
import { rolePlan } from '#core/role-plan.ts'
import { Vendor } from '#core/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { handoffMail, mailtoAddress } from './handoff-mail.ts'

const vendor = { ...Vendor.parse(demoVendor), simulated: false }
const terms = connectionTerms(vendor, { externalId: 'any' }).parse({
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
})
const plan = rolePlan(terms, vendor)
const link = 'https://connect.example.com/#/handoff/token'
const given = { vendor, purpose: 'create-role', plan, draft: null, link, expires: '29 November 2026', note: '' } as const

test('the e-mail says what it is, what to do, what it grants and until when', () => {
  expect(handoffMail(given)).toMatchInlineSnapshot()
})

test('before there is a connection it says what is asked for', () => {
  const draft = { accountId: '', region: '', externalId: '', permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } } }
  expect(handoffMail({ ...given, plan: null, draft }).body).toMatch(/Pixelworks asks for:\n- .*: acme-uploads\n/)
})

propertyTest.prop([fc.string({ unit: 'grapheme', maxLength: 500 }), fc.constantFrom(...HandoffPurpose.options)])(
  'whatever is noted, the link stands on a line of its own, the external ID nowhere, and the mail program gets the same words',
  (note, purpose) => {
    const mail = handoffMail({ ...given, note, purpose })
    expect(mail.body.split('\n')).toContain(link)
    expect(mail.body).not.toContain(terms.externalId)
    const address = new URL(mailtoAddress(mail))
    expect(address.searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(mail.body)
    expect(address.searchParams.get('subject')).toBe(mail.subject)
  },
)
