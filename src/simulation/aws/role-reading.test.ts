import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { inspected } from '#core/verify/inspection/inspection.ts'
import { readRole } from '#core/verify/inspection/read-role.ts'
import { noPermissions } from '#core/verify/session-policy.ts'
import { stsIn } from './account-check.test-data.ts'
import { testAws, vendor } from './testing.test-data.ts'

const config = Vendor.parse({ ...vendor, templates: {}, roleInspection: 'required' })
const permissions = { readSourceImages: { sourceBuckets: ['acme-uploads'] }, inspectRole: {} }
const plan = rolePlan(termsOf({ permissions }, config), config)
const everything = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })

/** Reads the role in the page, with a session that this policy limits. */
async function reading(sessionPolicy: string) {
  const aws = testAws(0, null, config)
  const { roleName: RoleName, policyName: PolicyName } = plan
  await aws.call('iam', { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: JSON.stringify(plan.trustPolicy) })
  await aws.call('iam', { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: JSON.stringify(plan.permissionsPolicy) })
  const sts = stsIn(aws, 'aws')
  const { roleArn, externalId, region } = plan
  const session = await sts.assumeRole({ roleArn, externalId, region, sessionName: 'reading', sessionPolicy })
  if (session.kind === 'refused') throw new Error(session.code)
  return readRole(session.iam(region), plan)
}

test('a role reads itself in the page, and IAM decides by its policies', async () => {
  const found = await reading(everything)
  expect(inspected(found, plan, '2026-11-22T08:00:00.000Z')).toMatchObject({ outcome: 'read', added: [], removed: [], extraPrincipals: [] })
  const decisions = found.kind === 'read' ? found.decisions : []
  expect(decisions).toContainEqual({ action: 's3:GetObject', resource: 'arn:aws:s3:::acme-uploads/*', decision: 'allowed' })
  expect(decisions.length).toBeGreaterThan(5)
})

test('a session that may do nothing can read nothing of its role', async () => {
  expect(await reading(noPermissions)).toMatchObject({ kind: 'unread', isDenied: true, action: 'iam:GetRole' })
})
