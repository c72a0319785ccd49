import { expect, test } from 'vitest'
import type { Finding } from '#core/policy/form/rule.ts'
import { lintPermissionsPolicy, lintTrustPolicy } from './lint.ts'
import { known } from './permissions/permissions-case.test-data.ts'
import { trustContext } from './rule-case.test-data.ts'
import { badPermissions, badTrusts, vendorPermissions, vendorTrusts } from './vendor-policies.test-data.ts'

const aboveInfo = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)),
]
const text = (policy: object): string => JSON.stringify(policy, null, 2)

test('the tables are as long as promised', () => {
  expect(vendorTrusts.length + vendorPermissions.length).toBeGreaterThanOrEqual(40)
  expect(new Set([...vendorTrusts, ...vendorPermissions].map(({ vendor }) => vendor)).size).toBeGreaterThanOrEqual(20)
  expect(badTrusts.length + badPermissions.length).toBeGreaterThanOrEqual(25)
})

test.each(vendorTrusts)('of the trust policy of $vendor, nothing untrue is said', ({ policy, externalId, told }) => {
  expect(aboveInfo(lintTrustPolicy(text(policy), { ...trustContext, externalId }))).toEqual(told)
})

test.each(vendorPermissions)('of the permissions of $vendor, nothing untrue is said', ({ policy, told }) => {
  expect(aboveInfo(lintPermissionsPolicy(text(policy), { ...known, partition: 'aws' }))).toEqual(told)
})

test.each(badTrusts)('the trust policy with $name is named: $rule', ({ policy, rule }) => {
  expect(lintTrustPolicy(text(policy), trustContext).map((found) => found.rule)).toContain(rule)
})

test.each(badPermissions)('the permissions with $name are named: $rule', ({ policy, rule }) => {
  expect(lintPermissionsPolicy(text(policy), known).map((found) => found.rule)).toContain(rule)
})
