import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { type AccountForm, emptyAccountForm } from './account-form.ts'
import { rolePreview } from './role-preview-plan.ts'

const vendor = Vendor.parse(demoVendor)
const empty = { ...emptyAccountForm(vendor, (length) => new Uint8Array(length)), externalId: '' }

test('shows placeholders before anything is typed', () => {
  const { permissionsText, trustText, marks } = rolePreview({ ...empty, chosen: { decryptImages: true } }, vendor)
  expect(permissionsText).toContain('arn:aws:s3:::<buckets>/*')
  expect(permissionsText).toContain('arn:aws:kms:us-east-1:<account ID>:key/<kms key id>')
  expect(trustText).toContain('"sts:ExternalId": "<external ID>"')
  expect(marks).toEqual([])
})

test('shows typed values in the policies and marks them', () => {
  const form: AccountForm = {
    ...empty,
    accountId: '4444 5555 6666',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    parameters: { ...empty.parameters, readSourceImages: { sourceBuckets: 'arn:aws:s3:::acme-uploads, acme-scans' } },
  }
  const { permissionsText, trustText, marks } = rolePreview(form, vendor)
  expect(permissionsText).toContain('"arn:aws:s3:::acme-scans/*"')
  expect(trustText).toContain('"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"')
  expect(marks).toEqual(['444455556666', 'k7Qm2vK9dRt4XwB8nZc5Hs2P', 'acme-uploads', 'acme-scans'])
})

propertyTest.prop([
  fc.record({ accountId: fc.string({ unit: 'binary' }), externalId: fc.string({ unit: 'binary' }), bucket: fc.string({ unit: 'binary' }) }),
  fc.constantFrom(...offeredRegions(vendor).map(({ region }) => region)),
])('the preview is valid JSON for any input', ({ accountId, externalId, bucket }, region) => {
  const parameters = { ...empty.parameters, readSourceImages: { sourceBuckets: bucket } }
  const { permissionsText, trustText } = rolePreview({ ...empty, accountId, externalId, region, parameters }, vendor)
  expect(() => [permissionsText, trustText].map((text) => JSON.parse(text))).not.toThrow()
})
