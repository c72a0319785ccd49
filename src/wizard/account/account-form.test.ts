import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
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

test('normalizes the values of a complete form', () => {
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

test('includes an optional permission set once selected, and then requires its parameter', () => {
  expect(readAccountForm({ ...typed, chosen: { writeResults: true } }, vendor)).toEqual({
    kind: 'refused',
    issues: [{ field: 'parameters.writeResults.resultBucket', code: 'parameter-empty' }],
  })
})

test('reports each missing field of an untouched form once', () => {
  expect(readAccountForm(emptyAccountForm(vendor, bytes), vendor)).toEqual({
    kind: 'refused',
    issues: [
      { field: 'accountId', code: 'account-id-empty' },
      { field: 'parameters.readSourceImages.sourceBuckets', code: 'parameter-empty' },
    ],
  })
})

test('proposes an external ID where the customer chooses it', () => {
  expect(emptyAccountForm(vendor, bytes).externalId).toHaveLength(24)
  expect(emptyAccountForm(issuing, bytes).externalId).toBe('')
})

test('does not send an external ID that the server generates', () => {
  const reading = readAccountForm({ ...typed, externalId: '' }, issuing)
  expect(reading.kind === 'terms' && 'externalId' in reading.terms).toBe(false)
})

test('sends a name without the suffix that the server adds', () => {
  expect(readAccountForm({ ...typed, externalId: ' acme ' }, suffixing)).toMatchObject({ terms: { externalId: 'acme' } })
})

test('maps an issue to its field by the path of the request', () => {
  expect(accountField(['accountId'])).toBe('accountId')
  expect(accountField(['permissions', 'writeResults'])).toBe('chosen.writeResults')
  expect(accountField(['permissions', 'writeResults', 'resultBucket'])).toBe('parameters.writeResults.resultBucket')
  expect(accountField([])).toBeNull()
  expect(accountField(['permissions'])).toBeNull()
})

test('keeps the valid parts of a draft for another config', () => {
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

propertyTest.prop([forms])('never throws and trims values', (form) => {
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'terms') expect(reading.terms.accountId).toMatch(/^\d{12}$/)
  else expect(reading.issues.length).toBeGreaterThan(0)
})

propertyTest.prop([forms])('reads a stored draft back unchanged', (form) => {
  const kept: unknown = JSON.parse(JSON.stringify(form))
  expect(AccountForm.parse(kept)).toEqual(kept)
})

propertyTest.prop([fc.jsonValue()])('reads a draft of any other version without throwing', (value) => {
  expect(() => AccountForm.safeParse(value)).not.toThrow()
})

test('sends an edited permissions policy with the terms', () => {
  const text =
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-uploads/*" }] }'
  expect(readAccountForm({ ...typed, permissionsPolicy: text }, vendor)).toMatchObject({
    kind: 'terms',
    terms: { permissionsPolicy: JSON.parse(text) },
  })
})

test('rejects a malformed permissions policy with line and column, and accepts one that grants less', () => {
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

test('reports everything that AWS would reject in an edited policy, with its position', () => {
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

const [read, ...others] = demoVendor.permissionSets
const withParameter = (change: object) => {
  const parameters = read?.parameters.map((parameter) => ({ ...parameter, ...change }))
  return Vendor.parse({ ...demoVendor, permissionSets: [{ ...read, parameters }, ...others] })
}

test('a field starts with the default of its parameter, and keeps what was typed in its place', () => {
  const several = withParameter({ default: ['acme-uploads', 'acme-scans'] })
  const fresh = emptyAccountForm(several, bytes)
  expect(fresh.parameters).toMatchObject({ readSourceImages: { sourceBuckets: 'acme-uploads\nacme-scans\n' } })
  const cleared = { ...fresh, parameters: { readSourceImages: { sourceBuckets: '' } } }
  expect(fittedAccountForm(cleared, fresh, several).parameters).toMatchObject({ readSourceImages: { sourceBuckets: '' } })
  expect(emptyAccountForm(withParameter({ default: 'acme-uploads' }), bytes).parameters).toMatchObject({
    readSourceImages: { sourceBuckets: 'acme-uploads' },
  })
  expect(emptyAccountForm(vendor, bytes).parameters).toMatchObject({ readSourceImages: { sourceBuckets: '' } })
})

test('a default is not filled in for a request that leaves its value out', () => {
  const { error } = connectionTerms(withParameter({ default: 'acme-uploads' })).safeParse({
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: {},
  })
  expect(error?.issues.map(({ message }) => message)).toEqual(['parameter-empty'])
})
