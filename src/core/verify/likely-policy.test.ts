import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { connectionTo, verifyRole } from '#simulation/aws/account-check.test-data.ts'
import { testAws, vendor } from '#simulation/aws/testing.test-data.ts'
import { likelyTrustPolicy } from './likely-policy.ts'
import { Cause } from './verdict.ts'

const connection = connectionTo('444455556666', 'us-east-1')
const plan = rolePlan(connection, vendor)
const shown = Cause.options.filter((cause) => likelyTrustPolicy(cause, plan) !== null)

test('shows no policy for a cause that does not tell how the policy is written', () => {
  expect(shown.length).toBeGreaterThanOrEqual(10)
  expect(likelyTrustPolicy('stack-not-finished', plan)).toBeNull()
  expect(likelyTrustPolicy(undefined, plan)).toBeNull()
})

test.each(shown)('a role with the policy shown for %s is insecure for that reason', async (cause) => {
  const policy = likelyTrustPolicy(cause, plan)
  const aws = testAws()
  const role = { RoleName: plan.roleName, AssumeRolePolicyDocument: JSON.stringify(policy) }
  expect((await aws.call('iam', { Action: 'CreateRole', ...role })).status).toBe(200)
  aws.pass(60_000)
  const verdict = await verifyRole(aws, connection, null)
  expect(verdict.kind).toBe('unsafe')
  expect(verdict.causes).toContain(cause)
})

test('changes nothing but the condition on the external ID', () => {
  const { trustPolicy } = planOf()
  const [planned] = [trustPolicy.Statement].flat()
  const [changed] = [likelyTrustPolicy('if-exists', planOf())?.Statement].flat()
  const { StringEquals, ...others } = planned?.Condition ?? {}
  expect(changed).toEqual({ ...planned, Condition: { StringEqualsIfExists: StringEquals, ...others } })
})
