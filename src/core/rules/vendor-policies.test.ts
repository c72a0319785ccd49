import { expect, test } from 'vitest'
import type { Finding } from '#core/policy/form/rule.ts'
import { badPermissions, badTrusts } from './bad-policies.test-data.ts'
import { lintPermissionsPolicy, lintTrustPolicy } from './lint.ts'
import { known } from './permissions/permissions-case.test-data.ts'
import { trustContext } from './rule-case.test-data.ts'
import { vendorPermissions } from './vendor-permissions.test-data.ts'
import { vendorTrusts } from './vendor-trusts.test-data.ts'

const told = (findings: readonly Finding[]): string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`)
const text = (policy: object): string => JSON.stringify(policy, null, 2)
const context = { ...known, partition: 'aws' }

/** The form of a trust policy without its values. */
const formOf = (policy: object): string => text(policy).replace(/"(?:[^"\\]|\\.)*"(?!:)/g, '""')

test('the tables are as long and as varied as promised', () => {
  const named = new Set([...vendorTrusts, ...vendorPermissions].map(({ vendor }) => vendor))
  expect(vendorTrusts.length + vendorPermissions.length).toBeGreaterThanOrEqual(40)
  expect(named.size).toBeGreaterThanOrEqual(20)
  expect(badTrusts.length + badPermissions.length).toBeGreaterThanOrEqual(25)
  expect(new Set(vendorTrusts.map(({ policy }) => formOf(policy))).size).toBeGreaterThanOrEqual(10)
})

test.each(vendorTrusts)('of the trust policy of $vendor, only what is true is said', ({ policy, externalId, told: expected }) => {
  expect(told(lintTrustPolicy(text(policy), { ...trustContext, externalId }))).toEqual(expected)
})

test.each(vendorPermissions)('of the permissions of $vendor, only what is true is said', ({ policy, told: expected }) => {
  expect(told(lintPermissionsPolicy(text(policy), context))).toEqual(expected)
})

test.each(badTrusts)(
  'of the trust policy with $name, what is wrong is said',
  ({ policy, told: expected, externalId = trustContext.externalId }) => {
    expect(expected.length).toBeGreaterThan(0)
    expect(told(lintTrustPolicy(text(policy), { ...trustContext, externalId }))).toEqual(expected)
  },
)

test.each(badPermissions)('of the permissions with $name, what is wrong is said', ({ policy, told: expected }) => {
  expect(expected.length).toBeGreaterThan(0)
  expect(told(lintPermissionsPolicy(text(policy), context))).toEqual(expected)
})
