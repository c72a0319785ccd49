import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, termsOf } from '#core/fixtures.test-data.ts'
import { listOf, type PolicyDocument, type PolicyStatement, policyText } from '#core/policy/document.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { inspectedTrust } from './inspection/inspected-role.test-data.ts'
import { inspected } from './inspection/inspection.ts'
import { leftUntested, untested } from './untested.ts'

const [first, ...others] = demoVendor.permissionSets
const { checks: _, ...read } = { checks: [], ...first }
const managedPolicyArns = ['arn:aws:iam::aws:policy/SecurityAudit']
const nothing = { statements: [], parameters: [] }
const lambda = [{ id: 'functions', call: 'lambda-list-functions' }]

/** The untested part of a chosen set, once its config is changed like this. */
function kindsOf(change: object) {
  const vendor = Vendor.parse({ ...demoVendor, permissionSets: [{ ...read, ...change }, ...others] })
  const [set] = vendor.permissionSets
  const permissions = set?.parameters.length === 0 ? { readSourceImages: {} } : termsOf().permissions
  return untested({ ...termsOf(), permissions }, vendor, { outsiders: [] }).flatMap((one) => ('permissionSet' in one ? [one.kind] : []))
}

test.each([
  ['derived checks of its statements', {}, ['managed-policies']],
  [
    'a listed check that a statement allows',
    { checks: [{ id: 'b', call: 's3-head-bucket', parameter: 'sourceBuckets' }] },
    ['managed-policies'],
  ],
  ['a listed check that no statement allows', { checks: lambda }, []],
  ['a call that needs no permission', { checks: [{ id: 'me', call: 'sts-get-caller-identity' }] }, ['managed-policies']],
  ['no check', { checks: [] }, ['permission-set', 'managed-policies']],
  ['no statement', nothing, ['managed-policies']],
  ['no statement and a listed check', { ...nothing, checks: lambda }, []],
] as const)('a permission set with managed policies and %s is named as far as it is untested', (_, change, kinds) => {
  expect(kindsOf({ ...change, managedPolicyArns })).toEqual(kinds)
})

test('a permission set without managed policies is named for its statements alone', () => {
  expect(kindsOf({})).toEqual([])
  expect(kindsOf({ checks: [] })).toEqual(['permission-set'])
})

test('other external IDs stay untested where a condition that the reading can’t decide may let someone in without one', () => {
  const one = { kind: 'other-external-ids' } as const
  const plan = planOf()
  const fromAnAddress: PolicyStatement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: 'sts:AssumeRole',
    Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  }
  const statements = [...listOf(plan.trustPolicy.Statement), fromAnAddress]
  const readOf = (trustPolicy: PolicyDocument) => inspectedTrust(trustPolicy, plan)
  expect(leftUntested([one], readOf(plan.trustPolicy))).toEqual([])
  expect(leftUntested([one], readOf({ ...plan.trustPolicy, Statement: statements }))).toContainEqual(one)
})

test('managed policies are untested until a reading of the role tells which are attached', () => {
  const one = { kind: 'managed-policies', permissionSet: 'audit' } as const
  const plan = planOf()
  const reading = {
    kind: 'read',
    trustPolicy: policyText(plan.trustPolicy),
    inlinePolicies: [],
    attachedPolicies: [],
    settings: plan,
  } as const
  const read = inspected({ ...reading, decisions: [], requestIds: [] }, plan, '2026-01-02T03:04:05.000Z')
  expect(leftUntested([one], undefined)).toEqual([one])
  expect(leftUntested([one], { ...read, outcome: 'denied' })).toEqual([one])
  expect(leftUntested([one], read)).toEqual([])
})
