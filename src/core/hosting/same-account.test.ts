import { expect, test } from 'vitest'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { testAws } from '#simulation/aws/testing.test-data.ts'
import { simulatedVendorRoleArn } from '#simulation/aws/vendor-roles.ts'
import { exampleChoice, hostingPlan } from './hosting-plan.ts'

const { accountId: own, roleName, roleArn, permissionsPolicy } = hostingPlan(vendor, exampleChoice(vendor))
const { externalId, trustPolicy, roleName: customerRole } = planOf()

/** Another trust policy names the application role itself, in place of the vendor account. */
const namesRole = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: roleArn },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    },
  ],
}

/** The application role has the policies of its artifacts, or none; the customer's role is in this account. */
async function accounts(customer: string, trust: unknown, isPermitted: boolean) {
  const aws = testAws()
  const [vendorAdministrator, customerAdministrator] = [{ accessKeyId: `SIM${own}` }, { accessKeyId: `SIM${customer}` }]
  const application = { RoleName: roleName, PolicyName: 'AssumeCustomerRoles' }
  const document = JSON.stringify(permissionsPolicy)
  const change = isPermitted ? { Action: 'PutRolePolicy', PolicyDocument: document } : { Action: 'DeleteRolePolicy' }
  await aws.call('iam', { ...application, ...change }, vendorAdministrator)
  const role = { Action: 'CreateRole', RoleName: customerRole, AssumeRolePolicyDocument: JSON.stringify(trust) }
  expect((await aws.call('iam', role, customerAdministrator)).status).toBe(200)
  const session = aws.simulator.instanceCredentials(simulatedVendorRoleArn(vendor, 'aws'))
  return async (sent: Readonly<Record<string, string>>) => {
    const call = { Action: 'AssumeRole', RoleArn: `arn:aws:iam::${customer}:role/${customerRole}`, RoleSessionName: 'pixelworks', ...sent }
    const { status, field } = await aws.call('sts', call, session)
    return status === 200 ? 'allowed' : (field('Message') ?? '')
  }
}

const other = '444455556666'
const places: readonly (readonly [place: string, accountId: string])[] = [
  ['another account', other],
  ['the same account', own],
]

test.each(places)('in %s the policies of the artifacts let the application in, and only with the external ID', async (_, accountId) => {
  const assume = await accounts(accountId, trustPolicy, true)
  expect(await assume({ ExternalId: externalId })).toBe('allowed')
  expect(await assume({ ExternalId: 'another-external-id' })).toContain('is not authorized to perform: sts:AssumeRole')
  expect(await assume({})).toContain('is not authorized to perform: sts:AssumeRole')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
test.each(places)('in %s trusting the account is not enough without a permission', async (_, accountId) => {
  const assume = await accounts(accountId, trustPolicy, false)
  expect(await assume({ ExternalId: externalId })).toContain('because no identity-based policy allows the sts:AssumeRole action')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
test('in the same account trusting the role is enough without a permission, and the external ID is still required', async () => {
  const assume = await accounts(own, namesRole, false)
  expect(await assume({ ExternalId: externalId })).toBe('allowed')
  expect(await assume({ ExternalId: 'another-external-id' })).toContain('is not authorized to perform: sts:AssumeRole')
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
test('in another account trusting the role is not enough without a permission', async () => {
  const assume = await accounts(other, namesRole, false)
  expect(await assume({ ExternalId: externalId })).toContain('because no identity-based policy allows the sts:AssumeRole action')
})
