import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { AccountForm, emptyAccountForm, fittedAccountForm } from './account-form.ts'
import { accountField, readAccountForm } from './account-rules.ts'

const vendor = Vendor.parse(demoVendor)
const issuing = Vendor.parse({ ...demoVendor, externalId: { mode: 'issued' } })
const suffixing = Vendor.parse({ ...demoVendor, externalId: { mode: 'chosen-with-suffix' } })

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 73 + 5) % 256)

const typed: AccountForm = {
  accountId: ' 4444-5555-6666 ',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  region: 'us-east-1',
  chosen: {},
  parameters: { readSourceImages: { sourceBuckets: 'acme-uploads, acme-scans\nacme-uploads' }, writeResults: { resultBucket: '' } },
  permissionsPolicy: '',
  role: { path: '', permissionsBoundary: '', tags: '', maxSessionDuration: '' },
}

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '444455556666', 'us-east-1', 'acme-uploads'))
const forms: fc.Arbitrary<AccountForm> = fc.record({
  accountId: text,
  externalId: text,
  region: text,
  chosen: fc.dictionary(fc.constantFrom('writeResults', 'decryptImages', 'gone'), fc.boolean()),
  parameters: fc.dictionary(
    fc.constantFrom('readSourceImages', 'writeResults', 'gone'),
    fc.dictionary(fc.constantFrom('sourceBuckets', 'gone'), text),
  ),
  permissionsPolicy: text,
  role: fc.record({ path: text, permissionsBoundary: text, tags: text, maxSessionDuration: text }),
})

test('a filled form becomes terms in their clean form', () => {
  expect(readAccountForm(typed, vendor)).toEqual({
    kind: 'terms',
    terms: {
      accountId: '444455556666',
      region: 'us-east-1',
      externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
      permissions: { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] } },
    },
  })
})

test('an optional permission set is asked for when it is ticked, and then its parameter counts', () => {
  expect(readAccountForm({ ...typed, chosen: { writeResults: true } }, vendor)).toEqual({
    kind: 'refused',
    issues: [{ field: 'parameters.writeResults.resultBucket', code: 'parameter-empty' }],
  })
})

test('an untouched form names each field that is missing, once', () => {
  expect(readAccountForm(emptyAccountForm(vendor, bytes), vendor)).toEqual({
    kind: 'refused',
    issues: [
      { field: 'accountId', code: 'account-id-empty' },
      { field: 'parameters.readSourceImages.sourceBuckets', code: 'parameter-empty' },
    ],
  })
})

test('the external ID is proposed where the customer chooses it', () => {
  expect(emptyAccountForm(vendor, bytes).externalId).toHaveLength(24)
  expect(emptyAccountForm(issuing, bytes).externalId).toBe('')
})

test('an external ID that the server makes is not sent', () => {
  const reading = readAccountForm({ ...typed, externalId: '' }, issuing)
  expect(reading.kind === 'terms' && 'externalId' in reading.terms).toBe(false)
})

test('words that get a suffix are sent as they are', () => {
  expect(readAccountForm({ ...typed, externalId: ' acme ' }, suffixing)).toMatchObject({ terms: { externalId: 'acme' } })
})

test('an issue finds its field by the path of the request', () => {
  expect(accountField(['accountId'])).toBe('accountId')
  expect(accountField(['permissions', 'writeResults'])).toBe('chosen.writeResults')
  expect(accountField(['permissions', 'writeResults', 'resultBucket'])).toBe('parameters.writeResults.resultBucket')
  expect(accountField([])).toBeNull()
  expect(accountField(['permissions'])).toBeNull()
})

test('a draft for another config keeps what still fits', () => {
  const fresh = emptyAccountForm(vendor, bytes)
  const kept: AccountForm = {
    ...typed,
    region: 'sa-east-1',
    parameters: { gone: { gone: 'x' }, writeResults: { resultBucket: 'acme-results' } },
  }
  const fitted = fittedAccountForm(kept, fresh, vendor)
  expect(fitted.region).toBe('us-east-1')
  expect(fitted.accountId).toBe(typed.accountId)
  expect(fitted.parameters).toEqual({
    readSourceImages: { sourceBuckets: '' },
    writeResults: { resultBucket: 'acme-results' },
    decryptImages: { imageKey: '' },
  })
})

propertyTest.prop([forms])('reading a form never throws and keeps no white space around values', (form) => {
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'terms') expect(reading.terms.accountId).toMatch(/^\d{12}$/)
  else expect(reading.issues.length).toBeGreaterThan(0)
})

propertyTest.prop([forms])('a draft is read back as it was kept', (form) => {
  const kept: unknown = JSON.parse(JSON.stringify(form))
  expect(AccountForm.parse(kept)).toEqual(kept)
})

propertyTest.prop([fc.jsonValue()])('what another version stored is taken or left, never thrown at', (value) => {
  expect(() => AccountForm.safeParse(value)).not.toThrow()
})

test('an edited permissions policy goes with the terms', () => {
  const text =
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-uploads/*" }] }'
  expect(readAccountForm({ ...typed, permissionsPolicy: text }, vendor)).toMatchObject({
    kind: 'terms',
    terms: { permissionsPolicy: JSON.parse(text) },
  })
})

test('a broken permissions policy is refused with line and column, and one that grants less is not', () => {
  const broken =
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow" "Action": "s3:GetObject", "Resource": "*" }\n  ]\n}'
  expect(readAccountForm({ ...typed, permissionsPolicy: broken }, vendor)).toEqual({
    kind: 'refused',
    issues: [
      {
        field: 'permissionsPolicy',
        code: 'permissions-policy-form',
        message: 'Permissions policy, line 4, column 23: A comma is missing after this.',
      },
    ],
  })
  const useless =
    '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "arn:aws:s3:::acme-uploads/*" } }'
  expect(readAccountForm({ ...typed, permissionsPolicy: useless }, vendor).kind).toBe('terms')
})

test('whatever AWS would refuse in an edited policy is told with its place', () => {
  const policyWith = (part: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...part }] }, null, 2)
  const refused = [
    { Action: 's3:Get Object' },
    { Action: 's3*:GetObject' },
    { Resource: 'acme-uploads' },
    { Sid: 'a b' },
    { Principal: '*' },
    { Condition: { StringLooksLike: { 'aws:RequestedRegion': 'us-east-1' } } },
    { Condition: { StringEquals: { region: 'us-east-1' } } },
    { Effect: 'allow' },
  ].map(policyWith)
  for (const text of [...refused, '', '{}', '[', policyWith({}).slice(0, -4)]) {
    const reading = readAccountForm({ ...typed, permissionsPolicy: text === '' ? ' ' : text }, vendor)
    const messages = reading.kind === 'refused' ? reading.issues.map(({ message }) => message) : []
    expect(messages, text).toEqual([expect.stringMatching(/^Permissions policy, line \d+, column \d+: \S.*[.?]$/s)])
  }
})
