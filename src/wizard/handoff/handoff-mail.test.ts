import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { HandoffPurpose } from '#core/connection/handoff.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { askedBeyond, handoffMail, mailtoAddress } from './handoff-mail.ts'

const vendor = { ...Vendor.parse(demoVendor), simulated: false, launch: 'optional' } as const
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
  expect(handoffMail(given)).toMatchInlineSnapshot(`
    {
      "body": "Hello,

    we want to connect Pixelworks with our AWS account 4444 5555 6666. It needs one IAM role there, and I have no access. Please open this page:

    https://connect.example.com/#/handoff/token

    What to do there: be signed in to the account, press the button, create the stack. It takes about two minutes, costs nothing, and deleting the stack undoes it. The page then checks by itself that the role is safe.

    What Pixelworks could do with the role:
    - See the names of the objects in 1 bucket: acme-uploads
    - Read objects in 1 bucket: acme-uploads

    No access keys are created. Only requests of the vendor that carry our external ID are let in.

    The link is for you alone and ends on 29 November 2026.",
      "subject": "Please create an IAM role for Pixelworks in AWS account 4444 5555 6666",
    }
  `)
})

test('before there is a connection it says what is asked for', () => {
  const draft = { accountId: '', region: '', externalId: '', permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } } }
  expect(handoffMail({ ...given, plan: null, draft }).body).toMatch(/Pixelworks asks for:\n- .*: acme-uploads\n/)
})

test('what is asked for beside the proposal is said, before there is a connection and after', () => {
  const role = { permissionsBoundary: 'arn:aws:iam::444455556666:policy/Boundary', path: '/company/', maxSessionDuration: 3600 }
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] } as const
  const sentences = [
    'Asked for beside what is proposed:',
    '- The permissions policy was edited by hand: it is not the one that Pixelworks proposes.',
    '- With your company’s permissions boundary arn:aws:iam::444455556666:policy/Boundary',
    '- Under the path /company/',
    '- With sessions of 1 hour at most',
  ].join('\n')
  const draft = { accountId: '', region: '', externalId: '', permissions: {}, role, permissionsPolicy: JSON.stringify(policy) }
  const before = handoffMail({ ...given, plan: null, draft }).body
  expect(before).toContain(sentences)
  expect(before).toMatch(/could do with the role:\n- Read objects/)
  const parsed = connectionTerms(vendor, { externalId: 'any' }).parse({ ...terms, role, permissionsPolicy: policy })
  expect(handoffMail({ ...given, plan: rolePlan(parsed, vendor) }).body).toContain(sentences)
  expect(handoffMail(given).body).not.toContain('Asked for beside')
})

propertyTest.prop([fc.string({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 })])(
  'whatever was typed for path and boundary stays on its line',
  (path, permissionsBoundary) => {
    const draft = {
      accountId: '',
      region: '',
      externalId: '',
      permissions: {},
      role: { path, permissionsBoundary, tags: [{ key: path, value: '' }] },
    }
    expect(askedBeyond(draft, vendor).join('')).not.toMatch(/[\n\r\u2028\p{C}]/u)
  },
)

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
