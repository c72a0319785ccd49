import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect } from 'vitest'
import { Vendor } from '#core/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { type AccountForm, emptyAccountForm } from '../account/account-form.ts'
import { draftOfForm, formOfDraft } from './handed-form.ts'

const vendor = Vendor.parse(demoVendor)
const fresh = emptyAccountForm(vendor, (length) => new Uint8Array(length))
const name = fc.stringMatching(/^[a-z0-9-]{1,20}$/)

const forms: fc.Arbitrary<AccountForm> = fc
  .record({
    accountId: fc.stringMatching(/^\d{0,12}$/),
    externalId: fc.stringMatching(/^[A-Za-z0-9]{16,30}$/),
    region: fc.constantFrom(...vendor.regions),
    chosen: fc.record(Object.fromEntries(vendor.permissionSets.map(({ id }) => [id, fc.boolean()]))),
    values: fc.array(name, { minLength: 1, maxLength: 3 }),
  })
  .map(({ values, ...form }) => ({
    ...fresh,
    ...form,
    parameters: Object.fromEntries(
      vendor.permissionSets.map((set) => [
        set.id,
        Object.fromEntries(set.parameters.map(({ id, many }) => [id, many ? values.join(', ') : (values[0] ?? '')])),
      ]),
    ),
  }))

propertyTest.prop([forms])('what was typed arrives with the colleague, and can be handed on', (form) => {
  const draft = draftOfForm(form, vendor)
  const arrived = formOfDraft(draft, fresh, vendor)
  expect(arrived).toMatchObject({ accountId: form.accountId, externalId: form.externalId, region: form.region })
  expect(draftOfForm(arrived, vendor)).toEqual(draft)
})
