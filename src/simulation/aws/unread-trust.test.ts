import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type ComparedVerdict, verdictToCompare } from '#core/verify/verdict-history.ts'
import { verify } from '#core/verify/verify.ts'
import { stsIn } from './account-check.test-data.ts'
import { seededBytes } from './identifiers.ts'
import { testAws, vendor } from './testing.test-data.ts'

const config = Vendor.parse({ ...vendor, templates: {}, roleInspection: 'optional' })
const source = { readSourceImages: { sourceBuckets: ['acme-uploads'] } }
const terms = termsOf({ permissions: { ...source, inspectRole: {} } }, config)
const plan = rolePlan(terms, config)
const reading = Connection.parse({ ...terms, id: 'c1', roleArn: plan.roleArn, createdAt: '2026-11-22T08:00:00.000Z' })
const [planned] = listOf(plan.trustPolicy.Statement)

const trusting = (...more: readonly Partial<PolicyStatement>[]): string =>
  JSON.stringify({ ...plan.trustPolicy, Statement: [planned, ...more.map((one) => ({ ...planned, ...one }))] })

const other = { Principal: { AWS: 'arn:aws:iam::777788889999:root' } }
const withoutId = { Condition: { ArnEquals: { 'aws:PrincipalArn': plan.applicationPrincipalArn ?? '' } } }
const unreadable: PolicyDocument = {
  ...plan.permissionsPolicy,
  Statement: listOf(plan.permissionsPolicy.Statement).filter(({ Action }) => !listOf(Action).includes('iam:GetRole')),
}

/** A role as it is changed between checks, each of which is compared with what the ones before found. */
async function checkedRole() {
  const aws = testAws(0, null, config)
  const { roleName: RoleName, policyName: PolicyName } = plan
  await aws.call('iam', { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: trusting() })
  const permit = async (policy: PolicyDocument) =>
    aws.call('iam', { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: JSON.stringify(policy) })
  await permit(plan.permissionsPolicy)
  const trust = async (PolicyDocument: string) => aws.call('iam', { Action: 'UpdateAssumeRolePolicy', RoleName, PolicyDocument })
  const sts = stsIn(aws, 'aws')
  let previous: ComparedVerdict | null = null
  const check = async (connection = reading) => {
    aws.pass(60_000)
    const { verdict } = await verify({
      ...{ vendor: config, connection, sts, previous, start: { firstCheckAt: '2026-11-22T08:00:00.000Z' } },
      ...{ now: () => new Date(aws.now()), randomBytes: seededBytes('reading'), patienceMs: 30_000, simulated: true, isRoutine: false },
      ...{ otherExternalIds: [], rotationBefore: null },
    })
    previous = verdictToCompare(previous, verdict)
    return `${verdict.kind}: ${verdict.diagnosis}`
  }
  return { trust, permit, check }
}

test('a second danger that is over leaves the role unsafe until its trust policy is read', async () => {
  const { trust, permit, check } = await checkedRole()
  expect(await check()).toBe('verified: verified')
  await trust(trusting(other))
  expect(await check()).toBe('unsafe: extra-trust')
  await trust(trusting(other, withoutId))
  expect(await check()).toMatch(/^(unsafe|drifted): /)
  await trust(trusting(other))
  await permit(unreadable)
  for (const _ of [1, 2, 3]) expect(await check()).toBe('unsafe: trust-unread')
  await trust(trusting())
  expect(await check()).toBe('unsafe: trust-unread')
  await permit(plan.permissionsPolicy)
  expect([await check(), await check()]).toEqual(['waiting: confirming-fix', 'verified: verified'])
})

test('a customer who takes reading back is told to let the role be read, not to wait', async () => {
  const { trust, check } = await checkedRole()
  await trust(trusting(other))
  expect(await check()).toBe('unsafe: extra-trust')
  const blind = Connection.parse({ ...reading, permissions: source })
  for (const _ of [1, 2]) expect(await check(blind)).toBe('unsafe: trust-unread')
  await trust(trusting())
  expect([await check(), await check(blind)]).toEqual(['waiting: confirming-fix', 'verified: verified'])
})
