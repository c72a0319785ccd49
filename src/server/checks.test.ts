import { expect, onTestFinished, test, vi } from 'vitest'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { AwsCheck } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { assembled, dataFolder, iam } from './assembled-app.test-data.ts'
import { vendor } from './http/app-double.test-data.ts'

// The AWS SDK takes long to load on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

/** A vendor that needs one resource of the kind that a check is about. */
function configWith({ id, parameter, action, arn }: AwsCheck): Vendor {
  const resources = [arn.replace('{{resource}}', '{{item}}')]
  const checked = {
    id: 'checked',
    title: 'Checked',
    why: 'It is read.',
    required: true,
    parameters: [{ id: 'item', title: 'Item', kind: parameter }],
    statements: [{ sid: 'Use', actions: [action], resources }],
    checks: [{ id: 'item', call: id, parameter: 'item' }],
  }
  return Vendor.parse({ ...vendor, templates: {}, permissionSets: [checked] })
}

type Deviation = { readonly resource?: string; readonly grants?: string }

async function verdictFor(check: AwsCheck, { resource = parameterKinds[check.parameter].example, grants }: Deviation = {}) {
  const config = configWith(check)
  const { signIn, connect, verdictOf, endpoint, stop } = await assembled(dataFolder(), { config })
  onTestFinished(stop)
  const token = await signIn()
  const connection = await connect(token, { permissions: { checked: { item: resource } } })
  await createRole(endpoint, connection, config, grants)
  return verdictOf(token, connection.id)
}

async function createRole(endpoint: string, connection: Connection, config: Vendor, grants: string | undefined) {
  const plan = rolePlan(connection, config)
  const RoleName = plan.roleName
  await iam(endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policyText(plan.trustPolicy) })
  const [action = ''] = config.permissionSets[0]?.statements[0]?.actions ?? []
  const PolicyDocument = policyText(plan.permissionsPolicy).replace(action, grants ?? action)
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName: plan.policyName, PolicyDocument })
}

test.each(checks)('$id verifies a role that has the permission', async (check) => {
  const verdict = await verdictFor(check)
  expect(verdict).toMatchObject({ kind: 'verified', checks: [{ call: check.id, outcome: 'passed' }] })
  expect(verdict.checks[0]?.requestId).not.toBe('')
})

test.each(checks)('$id finds that a permission is missing', async (check) => {
  const verdict = await verdictFor(check, { grants: 'ec2:DescribeInstances' })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-incomplete', checks: [{ call: check.id, outcome: 'failed' }] })
  expect(verdict.checks[0]?.code).toMatch(/^AccessDenied/)
  expect(verdict.causes).toContain('permissions-policy-edited')
})

test.each(checks)('$id finds that a resource is missing', async (check) => {
  const verdict = await verdictFor(check, { resource: 'missing-item' })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-incomplete' })
  expect(verdict.checks).toMatchObject([{ call: check.id, outcome: 'failed', code: check.absent.code }])
  expect(verdict.causes).toEqual([check.request.service === 's3' ? 'bucket-absent' : 'resource-absent'])
})
