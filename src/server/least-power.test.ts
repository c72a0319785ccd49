import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { noPermissions } from '#core/verify/session-policy.ts'
import { assembled, dataFolder, iam } from './assembled-app.test-data.ts'
import { keepEnvironment, pointSdkAtEndpoint } from './aws/aws-environment.test-data.ts'
import { awsSts } from './aws/aws-sts.ts'
import { vendor } from './http/app-double.test-data.ts'

keepEnvironment()

const administrator = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })

/** A role that trusts the vendor and can do everything. */
async function powerfulRole() {
  const folder = dataFolder()
  const { signIn, connect, endpoint, stop } = await assembled(folder)
  onTestFinished(stop)
  const connection = await connect(await signIn())
  const { roleName: RoleName, trustPolicy } = rolePlan(connection, vendor)
  await iam(endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policyText(trustPolicy) })
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName: 'Everything', PolicyDocument: administrator })
  return { connection, endpoint, credentials: readFileSync(join(folder, 'simulated-aws', 'credentials'), 'utf8') }
}

async function sessionWith(sessionPolicy: string) {
  const { connection, endpoint, credentials } = await powerfulRole()
  pointSdkAtEndpoint(endpoint, credentials)
  const sts = awsSts({
    profile: undefined,
    controlProfile: undefined,
    secondRoleProfile: undefined,
    canaryRoleArn: null,
    forcePathStyle: true,
  })
  const { roleArn, externalId, region } = connection
  const session = await sts.assumeRole({ roleArn, externalId, region, sessionName: 'least-power', sessionPolicy })
  if (session.kind === 'refused') return session
  return session.check({ call: 's3-list-objects', resource: 'acme-uploads', region })
}

test('a session that may do nothing is denied what its role can do', async () => {
  expect(await sessionWith(noPermissions)).toMatchObject({
    kind: 'refused',
    code: 'AccessDenied',
    hint: 'session-policy',
    action: 's3:ListBucket',
  })
})

test('a session policy that allows the call leaves it to the role', async () => {
  expect(await sessionWith(administrator)).toMatchObject({ kind: 'passed' })
})

test('a session policy above the limit is rejected', async () => {
  const long = administrator.replace('"Allow"', `"Allow"${' '.repeat(2000)}`)
  expect(await sessionWith(long)).toMatchObject({ kind: 'refused', code: 'PackedPolicyTooLarge' })
})
