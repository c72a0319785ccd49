import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { untouchedAccountForm } from './account-form.ts'
import { typedPermissions } from './typed-terms.ts'

const [read, write, ...others] = demoVendor.permissionSets

test('a set is sent only from a Region whose partition it is offered in', () => {
  const vendor = Vendor.parse({ ...demoVendor, permissionSets: [read, { ...write, partitions: ['aws-us-gov'] }, ...others] })
  const form = { ...untouchedAccountForm(vendor), chosen: { writeResults: true } }
  const sentFrom = (region: string) => Object.keys(typedPermissions({ ...form, region }, vendor))
  expect(sentFrom('us-east-1')).toEqual(['readSourceImages'])
  expect(sentFrom('us-gov-west-1')).toEqual(['readSourceImages', 'writeResults'])
})
