import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { HandoffPurpose } from '#core/connection/handoff.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { extraRequests, handoffMail, mailtoAddress } from './handoff-mail.ts'

const vendor = { ...Vendor.parse(demoVendor), simulated: false, launch: 'optional' } as const
const terms = termsOf()
const plan = rolePlan(terms, vendor)
const link = 'https://connect.example.com/#/handoff/token'
const given = { vendor, purpose: 'create-role', plan, draft: null, link, expires: '29 November 2026', note: '' } as const

test('the email states its purpose, the task, the permissions and the expiration', () => {
  expect(handoffMail(given)).toMatchInlineSnapshot(`
    {
      "body": "Hi,

    I’d like to connect Pixelworks to our AWS account 4444 5555 6666. That needs one IAM role, and I don’t have access. Could you open this link?

    https://connect.example.com/#/handoff/token

    You’ll sign in, choose Launch stack, and select the IAM acknowledgment. It takes about 2 minutes, is free, and can be undone by deleting the stack.

    What Pixelworks can do with the role:
    - List objects in acme-uploads
    - Read objects in acme-uploads

    No access keys are created. Only Pixelworks can use the role, and only with our external ID.

    This link is for you and expires 29 November 2026.",
      "subject": "Please create an IAM role for Pixelworks in AWS account 4444 5555 6666",
    }
  `)
})

test('lists the requests before the connection exists', () => {
  const draft = { accountId: '', region: '', externalId: '', permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } } }
  expect(handoffMail({ ...given, plan: null, draft }).body).toMatch(/Pixelworks requests:\n- .*: acme-uploads\n/)
})

test('names the managed policies that an edited policy leaves attached', () => {
  const [read, ...others] = demoVendor.permissionSets
  const [audit, view] = ['arn:aws:iam::aws:policy/SecurityAudit', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess']
  const optional = { id: 'view', title: read?.title, why: read?.why, managedPolicyArns: [view] }
  const permissionSets = [{ ...read, managedPolicyArns: [audit] }, optional, ...others]
  const auditing = { ...vendor, ...Vendor.parse({ ...demoVendor, permissionSets }) }
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] } as const
  const draft = { accountId: '', region: '', externalId: '', permissionsPolicy: JSON.stringify(policy) }
  const bodyWith = (permissions: object) =>
    handoffMail({ ...given, vendor: auditing, plan: null, draft: { ...draft, permissions: { ...permissions } } }).body
  // The required set counts before its fields are filled in.
  expect(bodyWith({})).toContain('(AWS managed policy SecurityAudit)')
  expect(bodyWith({})).not.toContain('ViewOnlyAccess')
  expect(bodyWith({ view: {} })).toContain('(AWS managed policy ViewOnlyAccess)')
})

test('lists requests beyond the proposal, before and after the connection exists', () => {
  const role = { permissionsBoundary: 'arn:aws:iam::444455556666:policy/Boundary', path: '/company/', maxSessionDuration: 3600 }
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] } as const
  const sentences = [
    'Additional requests:',
    '- The permissions policy was edited. It differs from what Pixelworks requested.',
    '- With your company’s permissions boundary arn:aws:iam::444455556666:policy/Boundary',
    '- Under the path /company/',
    '- With a maximum session duration of 1 hour',
  ].join('\n')
  const draft = { accountId: '', region: '', externalId: '', permissions: {}, role, permissionsPolicy: JSON.stringify(policy) }
  const before = handoffMail({ ...given, plan: null, draft }).body
  expect(before).toContain(sentences)
  expect(before).toMatch(/can do with the role:\n- Read objects/)
  const parsed = connectionTerms(vendor, { externalId: 'any' }).parse({ ...terms, role, permissionsPolicy: policy })
  expect(handoffMail({ ...given, plan: rolePlan(parsed, vendor) }).body).toContain(sentences)
  expect(handoffMail(given).body).not.toContain('Additional requests')
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
    expect(extraRequests(draft, vendor).join('')).not.toMatch(/[\n\r\u2028\p{C}]/u)
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
