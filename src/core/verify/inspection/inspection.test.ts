import { expect, test } from 'vitest'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { listOf, PolicyDocument, type PolicyStatement, policyText } from '#core/policy/document.ts'
import { inspectedTrust, settingsRead } from './inspected-role.test-data.ts'
import { inspected, missingGrants } from './inspection.ts'
import { inspectionSentences, inspectionState } from './inspection-words.ts'
import { trustDifference } from './trust-difference.ts'

const plan = rolePlan(termsOf({}), vendor)
const at = '2026-01-02T03:04:05.000Z'

const trusting = (Principal: object | string, Condition?: object) => ({
  Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition === undefined ? {} : { Condition }) }],
})

const differenceOf = (policy: unknown) => {
  const found = inspectedTrust(policy, plan)
  expect(found.outcome).toBe('read')
  return found
}

test('while the external ID is replaced, both IDs are planned, and a third one is not', () => {
  const [secondId, at] = [ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L'), '2026-01-02T03:04:05.000Z']
  const stages = [null, at].map((confirmedAt) => ({ externalId: secondId, startedAt: at, confirmedAt }))
  for (const rotation of stages) {
    const rotating = rolePlan({ ...termsOf({}), rotation }, vendor)
    const listing = (...ids: readonly string[]) =>
      trustDifference(
        {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '111122223333' },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': [...ids] } },
            },
          ],
        },
        rotating,
      ).hasOtherExternalIds
    expect([listing(plan.externalId, secondId), listing(plan.externalId, secondId, 'third')]).toEqual([false, true])
  }
})

const noOthers = { trustsOtherRoles: false, maybeOtherRoles: false, openRoles: [], maybeOpenRoles: [] }

test('the planned trust policy differs in nothing', () => {
  expect(trustDifference(plan.trustPolicy, plan)).toEqual({ extraPrincipals: [], hasOtherExternalIds: false, ...noOthers })
})

test.each([
  ['another account by its number', { AWS: ['111122223333', '777788889999'] }, ['arn:aws:iam::777788889999:root']],
  ['a role of another account', { AWS: 'arn:aws:iam::777788889999:role/R' }, ['arn:aws:iam::777788889999:role/R']],
  ['anyone', { AWS: '*' }, ['*']],
  ['anyone, in short', '*', ['*']],
  ['a service', { AWS: '111122223333', Service: ['ec2.amazonaws.com'] }, ['Service ec2.amazonaws.com']],
  ['a deleted user', { AWS: 'AIDAEXAMPLE' }, ['AIDAEXAMPLE']],
  ['the account by its number', { AWS: '111122223333' }, []],
  ['a role of the account', { AWS: 'arn:aws:iam::111122223333:role/PixelworksApplication' }, []],
])('finds %s', (_, principal, extra) => {
  expect(differenceOf(trusting(principal)).extraPrincipals).toEqual(extra)
})

test('finds NotPrincipal, which trusts everyone else', () => {
  const Statement = [{ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }]
  expect(differenceOf({ Statement }).extraPrincipals).toEqual(['NotPrincipal'])
})

test('a Deny trusts no one', () => {
  const Statement = [{ Effect: 'Deny', Principal: { AWS: '777788889999' }, Action: 'sts:AssumeRole' }]
  expect(differenceOf({ Statement }).extraPrincipals).toEqual([])
})

test.each([
  [{ StringEquals: { 'sts:ExternalId': plan.externalId } }, false],
  [{ StringEquals: { 'STS:externalid': [plan.externalId, 'another'] } }, true],
  [{ StringLike: { 'sts:ExternalId': `${plan.externalId}*` } }, true],
])('%o lists another external ID: %s', (condition, isOther) => {
  expect(differenceOf(trusting({ AWS: '111122223333' }, condition)).hasOtherExternalIds).toBe(isOther)
})

test('a planned denial is no difference, one that is gone or additional is told', () => {
  const never = { Effect: 'Deny' as const, Action: 's3:DeleteObject', Resource: '*' }
  const allowed = listOf(plan.permissionsPolicy.Statement)
  const found = (planned: readonly PolicyStatement[], actual: readonly PolicyStatement[]) => {
    const reading = settingsRead(plan)
    const texts = { trustPolicy: policyText(plan.trustPolicy), inlinePolicies: [policyText({ Statement: [...allowed, ...actual] })] }
    const permissionsPolicy = { Statement: [...allowed, ...planned] }
    const inspection = inspected({ ...reading, ...texts }, { ...plan, permissionsPolicy }, at)
    return [inspectionState(inspection), ...inspectionSentences(inspection)]
  }
  expect(found([never], [never])).toEqual(['passed'])
  expect(found([never], [])).toEqual(['passed', expect.stringMatching(/^No longer denied: .*s3:DeleteObject on \*/)])
  expect(found([], [never])).toEqual(['passed', expect.stringMatching(/^Denied by an additional statement: .*s3:DeleteObject on \*/)])
})

test.each([
  ['the action', { Action: 's3:GetObject', Resource: '*' }, true],
  ['a pattern of it', { Action: 'S3:get*', Resource: 'arn:aws:s3:::acme-uploads/private/*' }, true],
  ['a resource with a variable', { Action: 's3:GetObject', Resource: ['arn:aws:s3:::$', '{aws:PrincipalTag/bucket}/*'].join('') }, true],
  ['all but another action', { NotAction: ['s3:ListBucket', 'iam:*'], Resource: '*' }, true],
  ['all but its resource', { Action: 's3:*', NotResource: 'arn:aws:s3:::acme-uploads*' }, false],
  ['all but its action', { NotAction: ['s3:*', 'iam:*'], Resource: '*' }, false],
  ['another bucket', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::other/*' }, false],
  ['it on a condition', { Action: 's3:GetObject', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, false],
])('a denial of %s counts as missing where it meets the plan', (_, denied, isMet) => {
  const asked = { Effect: 'Allow' as const, Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' }
  const decision = { action: asked.Action, resource: asked.Resource, decision: 'allowed' } as const
  const reading = { ...settingsRead(plan), decisions: [decision] }
  const inlinePolicies = [policyText({ Statement: [asked, { Effect: 'Deny', ...denied }] })]
  const planned = { ...plan, permissionsPolicy: { Statement: asked } }
  const inspection = inspected({ ...reading, trustPolicy: policyText(plan.trustPolicy), inlinePolicies }, planned, at)
  expect(inspection.denied.length).toBeGreaterThan(0)
  expect(missingGrants(inspection)).toEqual(isMet ? [{ action: asked.Action, resource: asked.Resource }] : [])
  expect(inspectionState(inspection)).toBe(isMet ? 'failed' : 'passed')
})

test('a denial within a planned one takes nothing away', () => {
  const [allowed, never] = [
    { Effect: 'Allow' as const, Action: 's3:*', Resource: '*' },
    { Effect: 'Deny' as const, Action: 's3:Delete*', Resource: '*' },
  ]
  const inlinePolicies = [policyText({ Statement: [allowed, never, { ...never, Action: 's3:DeleteObject' }] })]
  const reading = settingsRead(plan)
  const planned = { ...plan, permissionsPolicy: { Statement: [allowed, never] } }
  expect(missingGrants(inspected({ ...reading, trustPolicy: policyText(plan.trustPolicy), inlinePolicies }, planned, at))).toEqual([])
})

test('finds that every role of the vendor is trusted', () => {
  const condition = { StringEquals: { 'sts:ExternalId': plan.externalId } }
  expect(differenceOf(trusting({ AWS: '111122223333' }, condition)).trustsOtherRoles).toBe(true)
})

const withId = { 'sts:ExternalId': plan.externalId }
const application = 'arn:aws:iam::111122223333:role/PixelworksApplication'
const planned = listOf(plan.trustPolicy.Statement)
const alsoTrusting = (Principal: object, Condition: object) => ({
  Statement: [...planned, { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition }],
})

test.each(['role/Intern', 'user/bob'])('%s of the vendor’s account is extra where the plan names the application', (name) => {
  const principal = `arn:aws:iam::111122223333:${name}`
  expect(differenceOf(alsoTrusting({ AWS: principal }, { StringEquals: withId })).extraPrincipals).toEqual([principal])
})

test('each role of the vendor’s account is planned where the plan names none', () => {
  const { applicationRoleName: _, ...nameless } = vendor
  const open = rolePlan(termsOf({}), Vendor.parse({ ...nameless, templates: {} }))
  const policy = alsoTrusting({ AWS: 'arn:aws:iam::111122223333:role/Intern' }, { StringEquals: withId })
  expect(trustDifference(PolicyDocument.parse(policy), open)).toEqual({ extraPrincipals: [], hasOtherExternalIds: false, ...noOthers })
})

test.each([
  [{ ArnEquals: { 'aws:PrincipalArn': application } }, false],
  [{ ArnEquals: { 'AWS:principalarn': application } }, false],
  [{ ArnEquals: { 'aws:PrincipalArn': [application, 'arn:aws:iam::111122223333:role/Intern'] } }, true],
  [{ ArnLike: { 'AWS:principalARN': 'arn:aws:iam::111122223333:role/Pixelworks*' } }, true],
  [{ ArnNotEquals: { 'aws:PrincipalArn': application } }, true],
  [{ StringEquals: { ...withId, 'aws:PrincipalType': 'User' } }, true],
])('a statement with %o trusts other roles: %s', (condition, isOther) => {
  const policy = alsoTrusting({ AWS: '111122223333' }, { StringEquals: withId, ...condition })
  expect(differenceOf(policy).trustsOtherRoles).toBe(isOther)
})

test('a statement for calls of other roles without an external ID trusts them', () => {
  const condition = { Null: { 'sts:ExternalId': 'true' }, StringEquals: { 'aws:PrincipalType': 'User' } }
  expect(differenceOf(alsoTrusting({ AWS: '111122223333' }, condition)).trustsOtherRoles).toBe(true)
})

test('a condition that can’t be decided leaves open who is trusted', () => {
  const found = differenceOf(alsoTrusting({ AWS: '111122223333' }, { StringEquals: { ...withId, 'aws:PrincipalTag/team': 'x' } }))
  expect(found).toMatchObject({ trustsOtherRoles: false, maybeOtherRoles: true })
  expect([inspectionState({ ...found, removed: [] }), inspectionSentences(found)[0]]).toEqual([
    'unknown',
    expect.stringMatching(/don’t tell/),
  ])
})

test.each([
  ['trust policy', 'no JSON', []],
  ['permissions policy', JSON.stringify(plan.trustPolicy), ['{"Statement":7}']],
])('a %s that can’t be understood leaves all of it unclear', (_, trustPolicy, inlinePolicies) => {
  const found = inspected(
    { kind: 'read', trustPolicy, inlinePolicies, attachedPolicies: [], settings: plan, decisions: [], requestIds: ['r'] },
    plan,
    at,
  )
  expect(found).toMatchObject({ outcome: 'unclear', code: 'UnreadablePolicy', extraPrincipals: [], removed: [], requestIds: ['r'] })
})
