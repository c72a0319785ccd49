import { expect, test } from 'vitest'
import { vendor as ordinary, planOf } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { contextOfPlan } from '#core/rules/trust-subject.ts'
import { testAws } from '#simulation/aws/testing.test-data.ts'
import { simulatedVendorRoleArn } from '#simulation/aws/vendor-roles.ts'

const vendor = { ...ordinary, hosting: 'roles-anywhere' } as const
const plan = planOf({}, vendor)
const { accountId, roleName, externalId } = plan

/** The answer of AWS to a session by IAM Roles Anywhere, for a customer's role with this trust policy. */
async function assumed(trustPolicy: unknown, sent: Readonly<Record<string, string>>): Promise<string> {
  const aws = testAws(0, null, vendor)
  const role = { Action: 'CreateRole', RoleName: roleName, AssumeRolePolicyDocument: JSON.stringify(trustPolicy) }
  expect((await aws.call('iam', role, { accessKeyId: `SIM${accountId}` })).status).toBe(200)
  const session = aws.simulator.instanceCredentials(simulatedVendorRoleArn(vendor, 'aws'))
  const call = { Action: 'AssumeRole', RoleArn: `arn:aws:iam::${accountId}:role/${roleName}`, RoleSessionName: 'pixelworks', ...sent }
  const { status, field } = await aws.call('sts', call, session)
  return status === 200 ? 'allowed' : (field('Message') ?? '')
}

test('a session of IAM Roles Anywhere can assume the role, and only with the external ID', async () => {
  expect(await assumed(plan.trustPolicy, { ExternalId: externalId })).toBe('allowed')
  expect(await assumed(plan.trustPolicy, {})).toContain('is not authorized to perform: sts:AssumeRole')
  expect(await assumed(plan.trustPolicy, { ExternalId: 'another-external-id' })).toContain('is not authorized to perform: sts:AssumeRole')
})

test('a trust policy for another platform denies the source identity of that session', async () => {
  expect(await assumed(planOf().trustPolicy, { ExternalId: externalId })).toContain('sts:SetSourceIdentity')
})

test('the linter requires the source identity for that platform alone', () => {
  expect(lintTrustPolicy(policyText(plan.trustPolicy), contextOfPlan(plan))).toEqual([])
  expect(
    lintTrustPolicy(policyText(planOf().trustPolicy), contextOfPlan(plan))
      .map(({ message }) => message)
      .join(),
  ).toContain('sts:SetSourceIdentity')
  expect(contextOfPlan(planOf()).sendsSourceIdentity).toBe(false)
})
