import { expect, test } from 'vitest'
import { RolePath } from '#core/aws/iam-names.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { inspectionActions } from './inspection-set.ts'
import { rolePlan } from './role-plan.ts'
import { readVendorConfig, Vendor } from './vendor.ts'

const vendorWith = (change: object) => Vendor.parse({ ...demoVendor, ...change })
const inspecting = vendorWith({ roleInspection: 'optional' })

const terms = termsOf({ permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] }, inspectRole: {} } }, inspecting)

const inspection = (plan: ReturnType<typeof rolePlan>) => listOf(plan.permissionsPolicy.Statement).find(({ Sid }) => Sid === 'InspectRole')

test('is there only where the vendor turns it on', () => {
  expect(vendorWith({}).permissionSets.map(({ id }) => id)).not.toContain('inspectRole')
  expect(inspecting.permissionSets.at(-1)).toMatchObject({ id: 'inspectRole', required: false })
  expect(vendorWith({ roleInspection: 'required' }).permissionSets.at(-1)).toMatchObject({ required: true })
})

test('grants five reads on the role itself, and nothing else', () => {
  expect(inspection(rolePlan(terms, inspecting))).toMatchObject({
    Effect: 'Allow',
    Action: [...inspectionActions],
    Resource: ['arn:aws:iam::444455556666:role/PixelworksAccess'],
  })
})

test('names the role by the path that the customer chooses, and by the name that a connection holds', () => {
  const chosen = rolePlan({ ...terms, role: { path: RolePath.parse('/vendors/') } }, inspecting)
  expect(inspection(chosen)?.Resource).toEqual(['arn:aws:iam::444455556666:role/vendors/PixelworksAccess'])
  const roleArn = 'arn:aws:iam::444455556666:role/old/OldName'
  const held = rolePlan({ ...terms, roleArn }, inspecting)
  expect(inspection(held)?.Resource).toEqual([roleArn])
})

test('a config that was read keeps the set as it is', () => {
  expect(Vendor.parse(inspecting)).toEqual(inspecting)
})

test('has texts in the languages of the config alone', () => {
  const english = vendorWith({ roleInspection: 'optional', purpose: { en: 'processes images' } })
  expect(english.permissionSets.at(-1)?.title).toEqual({ en: 'Read the role’s own policies' })
})

test.each(['none', 'optional'])('rejects a set of the vendor with the same ID where inspection is %s', (roleInspection) => {
  const [first] = demoVendor.permissionSets
  const { findings } = readVendorConfig({ ...demoVendor, roleInspection, permissionSets: [{ ...first, id: 'inspectRole' }] })
  expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('The id "inspectRole" is reserved'))
})
