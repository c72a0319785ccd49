import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { userArn, userVendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { assembled, dataFolder, iam } from '#server/assembled-app.test-data.ts'
import { keepEnvironment } from './aws-environment.test-data.ts'

keepEnvironment()

const root = 'arn:aws:iam::111122223333:root'

/** The whole server with a customer's role that has this trust policy, or the planned one. */
async function withRole(statement?: (externalId: string) => object) {
  const app = await assembled(dataFolder(), { config: userVendor, environment: { ROLEBRIDGE_PATIENCE_MS: '0' } })
  const token = await app.signIn()
  const connection = await app.connect(token)
  const { roleName: RoleName, policyName: PolicyName, trustPolicy, permissionsPolicy } = rolePlan(connection, userVendor)
  const trust =
    statement === undefined
      ? policyText(trustPolicy)
      : JSON.stringify({
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', ...statement(connection.externalId) },
        })
  await iam(app.endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: trust })
  await iam(app.endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: policyText(permissionsPolicy) })
  return { ...app, token, connection, verdict: () => app.verdictOf(token, connection.id) }
}

const idOf = (externalId: string) => ({ StringEquals: { 'sts:ExternalId': externalId } })

test('an IAM user verifies the planned role, and a second role and another account are denied', async () => {
  const { verdict, send, warnings, stop } = await withRole()
  const { kind, probes, untested } = await verdict()
  expect(kind).toBe('verified')
  expect(probes.find(({ name }) => name === 'other-role')?.outcome).toBe('denied')
  expect(probes.find(({ name }) => name === 'other-account')?.outcome).toBe('denied')
  expect(untested).not.toContainEqual({ kind: 'principal-arn' })
  expect(await (await send('GET', '/readyz')).json()).toMatchObject({ status: 'ready' })
  expect(warnings).toEqual([])
  await stop()
})

test.each<[string, (externalId: string) => object, string, string]>([
  ['needs no external ID', () => ({ Principal: { AWS: userArn } }), 'unsafe', 'external-id-not-required'],
  ['trusts the whole account', (id) => ({ Principal: { AWS: root }, Condition: idOf(id) }), 'unsafe', 'other-role-accepted'],
  ['trusts every account', (id) => ({ Principal: { AWS: '*' }, Condition: idOf(id) }), 'unsafe', 'other-account-accepted'],
  [
    'trusts the account, and names the user in a condition',
    (id) => ({ Principal: { AWS: root }, Condition: { ...idOf(id), ArnEquals: { 'aws:PrincipalArn': userArn } } }),
    'verified',
    'verified',
  ],
  [
    'expects another external ID',
    () => ({ Principal: { AWS: userArn }, Condition: idOf('another-id-7Qm2vK9dRt4') }),
    'not-ready',
    'not-assumable',
  ],
])('a role that %s is told from a secure one', async (_, statement, kind, diagnosis) => {
  const { verdict, stop } = await withRole(statement)
  expect(await verdict()).toMatchObject({ kind, diagnosis })
  await stop()
})
