import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { DraftHandoffRequest, HandoffDraft } from '#core/connection/handoff.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { type AccountForm, emptyAccountForm, valuesText } from './account-form.ts'
import { readAccountForm } from './account-rules.ts'
import { draftOfForm, formOfDraft } from './handoff-draft.ts'

const vendor = Vendor.parse(demoVendor)
const fresh = emptyAccountForm(vendor, (length) => new Uint8Array(length))
const name = fc.stringMatching(/^[a-z0-9-]{1,20}$/)
const anything = fc.string({ unit: 'binary', maxLength: 60 })
/** A field of one line. */
const line = anything.map((text) => text.replace(/[\r\n]/g, '')).filter((text) => text.trim() !== '' || text === '')
const tag = fc.tuple(line, line).map(([key, value]) => `${key.replaceAll('=', '').trim()}=${value.trim()}`)

const forms: fc.Arbitrary<AccountForm> = fc
  .record({
    accountId: fc.string({ maxLength: 40 }),
    externalId: fc.stringMatching(/^[A-Za-z0-9]{16,30}$/),
    region: fc.constantFrom(...vendor.regions),
    chosen: fc.record(
      Object.fromEntries(vendor.permissionSets.map(({ id, required }) => [id, required ? fc.constant(true) : fc.boolean()])),
    ),
    permissionsPolicy: anything,
    role: fc.record({
      path: line,
      permissionsBoundary: line,
      tags: fc.array(tag, { maxLength: 3 }).map((tags) => tags.join('\n')),
      maxSessionDuration: fc.constantFrom('', '3600'),
    }),
    values: fc.array(name, { maxLength: 3 }),
  })
  .map(({ values, ...form }) => ({
    ...fresh,
    ...form,
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [
        set.id,
        Object.fromEntries(set.parameters.map(({ id, many }) => [id, many ? valuesText(values) : (values[0] ?? '')])),
      ]),
    ),
  }))

const sent = (draft: HandoffDraft): HandoffDraft => DraftHandoffRequest.parse(JSON.parse(JSON.stringify({ draft }))).draft

propertyTest.prop([forms])(
  'all that was typed arrives with the colleague, valid or not, with the same errors, and can be handed on',
  (form) => {
    const draft = draftOfForm(form, vendor)
    const arrived = formOfDraft(sent(draft), fresh, vendor)
    expect(arrived).toEqual(form)
    expect(readAccountForm(arrived, vendor)).toEqual(readAccountForm(form, vendor))
    expect(draftOfForm(arrived, vendor)).toEqual(draft)
  },
)

test('fills the known fields from a draft of an earlier version', () => {
  const draft = HandoffDraft.parse({ accountId: '444455556666', permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } } })
  const arrived = formOfDraft(draft, fresh, vendor)
  expect(arrived).toMatchObject({ accountId: '444455556666', externalId: fresh.externalId, region: fresh.region })
  expect(arrived).toMatchObject({
    permissionsPolicy: '',
    role: fresh.role,
    parameters: { readSourceImages: { sourceBuckets: 'acme-uploads' } },
  })
})

test('fills the fields from a connection with its options and edited policy', () => {
  const connection = Connection.parse({
    id: 'c1',
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: {},
    role: { tags: [{ key: 'Team', value: 'blue' }], maxSessionDuration: 3600 },
    permissionsPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    createdAt: '2026-11-22T08:00:00.000Z',
  })
  const { role, permissionsPolicy } = formOfDraft(connection, fresh, vendor)
  expect(role).toEqual({ path: '', permissionsBoundary: '', tags: 'Team=blue', maxSessionDuration: '3600' })
  expect(JSON.parse(permissionsPolicy)).toEqual(connection.permissionsPolicy)
})
