import { expect, test } from 'vitest'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { permissionChoice, permissionsUpdate } from './permission-choice.ts'
import { rolePlan } from './role-plan.ts'
import { readVendorConfig, Vendor } from './vendor.ts'
import { findingText } from './vendor-config/config-finding.ts'

const [read, write, ...others] = demoVendor.permissionSets

/** Only customers in AWS GovCloud (US) are offered writing. */
const config = { ...demoVendor, permissionSets: [read, { ...write, partitions: ['aws-us-gov'], required: true }, ...others] }
const vendor = Vendor.parse(config)
const results = { writeResults: { resultBucket: 'acme-results' } }

const readTerms = (region: string, more: object) => {
  const { permissions, ...terms } = termsOf()
  return connectionTerms(vendor).safeParse({ ...terms, region, permissions: { ...permissions, ...more } })
}

const issues = (region: string, more: object) =>
  readTerms(region, more).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('a set is required where it is offered, and unknown elsewhere', () => {
  expect(issues('us-east-1', {})).toEqual([])
  expect(issues('us-east-1', results)).toEqual(['permissions.writeResults: permission-set-unknown'])
  expect(issues('us-gov-west-1', {})).toEqual(['permissions.writeResults.resultBucket: parameter-empty'])
  expect(issues('us-gov-west-1', results)).toEqual([])
})

test('without a partition a set of some partitions can be chosen, and need not be', () => {
  const asked = termsOf().permissions
  expect(permissionChoice(vendor).safeParse(asked).success).toBe(true)
  expect(permissionChoice(vendor).safeParse({ ...asked, ...results }).success).toBe(true)
})

test('a connection that has a set of other partitions needs an update, and its role loses the permissions', () => {
  const terms = termsOf({ permissions: { ...termsOf().permissions, ...results } })
  expect(permissionsUpdate(terms, vendor)).toEqual({ missing: [], removed: ['writeResults'] })
  expect(JSON.stringify(rolePlan(terms, vendor).permissionsPolicy)).not.toContain('acme-results')
  expect(permissionsUpdate(termsOf(), vendor)).toBeNull()
})

test('the template of a partition has the sets that are offered there', () => {
  expect(cloudFormationTemplate(vendor, 'aws').text).not.toContain('ResultBucket')
  expect(cloudFormationTemplate(vendor, 'aws-us-gov').text).toContain('ResultBucket')
})

test('the linter of the config finds faults of a set at its place, in the partitions where it is offered', () => {
  const [statement] = write?.statements ?? []
  const broad = { ...write, partitions: ['aws-us-gov'], statements: [{ ...statement, actions: ['s3:*'] }] }
  const found = planFindings(
    Vendor.parse({ ...demoVendor, permissionSets: [{ ...read, partitions: ['aws', 'aws-cn', 'aws-eusc'] }, broad] }),
    undefined,
  )
  expect(found.map(findingText)).toContainEqual(expect.stringMatching(/^permissionSets\[1\]\.statements\[0\]\.actions\[0\]: /))
})

const findings = (permissionSets: readonly object[]) => readVendorConfig({ ...demoVendor, permissionSets }).findings.map(findingText)

test('a set of one partition can name it in ARNs', () => {
  const statements = [{ sid: 'ReadKeys', actions: ['s3:GetObject'], resources: ['arn:aws-us-gov:s3:::acme/*'] }]
  const set = { id: 'own', title: read?.title, why: read?.why, statements }
  expect(findings([read ?? {}, { ...set, partitions: ['aws-us-gov'] }]).join('\n')).not.toContain('aws-us-gov only')
  expect(findings([read ?? {}, set])).toContainEqual(expect.stringContaining('works in the partition aws-us-gov only'))
})

test.each([
  [{ partitions: ['aws', 'aws'] }, 'permissionSets[0].partitions[1]: aws is in the list twice.'],
  [{ partitions: [] }, 'permissionSets[0].partitions: [] is not allowed here. Use a list with at least one partition'],
  [{ partitions: ['gov'] }, 'permissionSets[0].partitions[0]: "gov" is not allowed here.'],
  [{ partition: 'aws' }, 'permissionSets[0].partition: Partitions are a list in "partitions" of a permission set'],
  [{ partitions: ['aws'] }, 'permissionSets: No permission set is offered in aws-us-gov, where you have an account.'],
])('%o is told', (change, message) => {
  expect(findings([{ ...read, ...change }])).toContainEqual(expect.stringContaining(message))
})

test('a partition without an account is told', () => {
  const change = { accounts: { aws: '111122223333' }, regions: ['us-east-1'], templates: {} }
  const told = readVendorConfig({ ...config, ...change }).findings.map(findingText)
  expect(told).toContainEqual(expect.stringMatching(/^permissionSets\[1\]\.partitions\[0\]: You have no account in aws-us-gov/))
})
