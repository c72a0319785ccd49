import { expect, test } from 'vitest'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { grantedSets } from '#core/review/granted-sets.ts'
import { untested } from '#core/verify/untested.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { rolePlan } from './role-plan.ts'
import { Vendor } from './vendor.ts'

const [read, ...others] = demoVendor.permissionSets

type Asked = { readonly parameters?: readonly object[]; readonly statements: readonly object[] }

/** The demo vendor, whose first permission set has these statements, and maybe other parameters. */
const vendorOf = (asked: Asked) => Vendor.parse({ ...demoVendor, permissionSets: [{ ...read, checks: [], ...asked }, ...others] })

function statementsOf(asked: Asked, values: Readonly<Record<string, string | string[]>>) {
  const changed = vendorOf(asked)
  const terms = connectionTerms(changed).parse({ ...termsOf(), permissions: { readSourceImages: values } })
  return rolePlan(terms, changed).permissionsPolicy.Statement
}

const title = { en: 'Name', de: 'Name' }
const buckets = { id: 'sourceBuckets', title, kind: 's3-bucket', many: true }

test('two parameters in one ARN give an ARN for each value of the one that has several', () => {
  const asked = {
    parameters: [buckets, { id: 'prefix', title, kind: 'text' }],
    statements: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:{{partition}}:s3:::{{sourceBuckets}}/{{prefix}}/*'] }],
  }
  expect(statementsOf(asked, { sourceBuckets: ['acme-uploads', 'acme-scans'], prefix: 'images/2026' })).toEqual([
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::acme-uploads/images/2026/*', 'arn:aws:s3:::acme-scans/images/2026/*'],
    },
  ])
})

test('a parameter in a condition gives one text, or a list if it has several values', () => {
  const asked = {
    parameters: [buckets, { id: 'team', title, kind: 'tag-value' }, { id: 'regions', title, kind: 'region', many: true }],
    statements: [
      {
        sid: 'Read',
        actions: ['s3:GetObject'],
        resources: ['arn:{{partition}}:s3:::{{sourceBuckets}}/*'],
        conditions: {
          StringEquals: {
            's3:ExistingObjectTag/team': '{{team}}',
            'aws:RequestedRegion': '{{regions}}',
            'aws:PrincipalAccount': '{{accountId}}',
          },
        },
      },
    ],
  }
  const values = { sourceBuckets: 'acme-uploads', team: 'Acme Inc.', regions: ['us-east-1', 'eu-west-1'] }
  expect(statementsOf(asked, values)).toMatchObject([
    {
      Condition: {
        StringEquals: {
          's3:ExistingObjectTag/team': 'Acme Inc.',
          'aws:RequestedRegion': ['us-east-1', 'eu-west-1'],
          'aws:PrincipalAccount': '444455556666',
        },
      },
    },
  ])
})

test('an ARN and a Region of another partition than the connection are rejected', () => {
  const changed = vendorOf({
    parameters: [
      { id: 'stream', title, kind: 'arn' },
      { id: 'regions', title, kind: 'region', many: true },
    ],
    statements: [
      {
        sid: 'Read',
        actions: ['kinesis:GetRecords'],
        resources: ['{{stream}}'],
        conditions: { StringEquals: { 'aws:RequestedRegion': '{{regions}}' } },
      },
    ],
  })
  const permissions = { readSourceImages: { stream: 'arn:aws-cn:kinesis:cn-north-1:444455556666:stream/a', regions: ['cn-north-1'] } }
  const { error } = connectionTerms(changed).safeParse({ ...termsOf(), permissions })
  expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['permissions.readSourceImages.stream', 'parameter-partition'],
    ['permissions.readSourceImages.regions', 'parameter-partition'],
  ])
})

const denying = vendorOf({
  statements: [
    ...(read?.statements ?? []),
    { sid: 'NeverDelete', effect: 'Deny', actions: ['s3:DeleteObject'], resources: ['arn:{{partition}}:s3:::{{sourceBuckets}}/*'] },
  ],
})
const denyingPlan = rolePlan(termsOf({}, denying), denying)

test('a statement that denies overrides what the role is allowed', () => {
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }] }
  const request = { action: 's3:DeleteObject', resource: 'arn:aws:s3:::acme-uploads/a.png' }
  expect(evaluateIdentityPolicies([everything, denyingPlan.permissionsPolicy], request)).toBe('explicitly-denied')
  expect(evaluateIdentityPolicies([denyingPlan.permissionsPolicy], { ...request, action: 's3:GetObject' })).toBe('allowed')
})

test('a statement that denies is told as what the role can never do, in its permission set too', () => {
  expect(policyInPlainWords(denyingPlan.permissionsPolicy).never).toEqual(['Delete objects in acme-uploads'])
  expect(policyInPlainWords(denyingPlan.permissionsPolicy).can).not.toContain('Delete objects in acme-uploads')
  expect(grantedSets(denyingPlan)[0]?.denied).toEqual(['Delete objects in acme-uploads'])
})

test('a verdict names the denied actions of a permission set as not tested', () => {
  expect(untested(denyingPlan, denying, { outsiders: [] })).toContainEqual({ kind: 'denied-actions', permissionSet: 'readSourceImages' })
  expect(untested(termsOf(), vendor, { outsiders: [] }).map(({ kind }) => kind)).not.toContain('denied-actions')
})
