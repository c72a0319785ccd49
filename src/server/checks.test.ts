import { expect, onTestFinished, test } from 'vitest'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { AwsCheck } from '#core/checks/aws-check.ts'
import { checks } from '#core/checks/checks.ts'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { assembled, dataFolder, iam } from './assembled-app.test-data.ts'
import { vendor } from './http/app-double.test-data.ts'

/** A vendor that needs one permission, on a resource of the kind that a check is about. */
function configWith({ id, parameter, action, arn }: AwsCheck): Vendor {
  const resources = [arn.replace('{{resource}}', '{{item}}')]
  const checked = {
    id: 'checked',
    title: 'Checked',
    why: 'It is read.',
    required: true,
    parameters: parameter === null ? [] : [{ id: 'item', title: 'Item', kind: parameter }],
    statements: [{ sid: 'Use', actions: [action], resources }],
    checks: [{ id: 'item', call: id, ...(parameter === null ? {} : { parameter: 'item' }) }],
  }
  return Vendor.parse({ ...vendor, templates: {}, permissionSets: [checked] })
}

type Deviation = { readonly resource?: string; readonly grants?: string; readonly accountId?: string }

const exampleOf = ({ parameter }: AwsCheck): string => (parameter === null ? '' : parameterKinds[parameter].example)

async function verdictFor(check: AwsCheck, { resource = exampleOf(check), grants, accountId }: Deviation = {}) {
  const config = configWith(check)
  const { signIn, connect, verdictOf, endpoint, stop } = await assembled(dataFolder(), { config })
  onTestFinished(stop)
  const token = await signIn()
  const permissions = { checked: check.parameter === null ? {} : { item: resource } }
  const connection = await connect(token, { permissions, ...(accountId === undefined ? {} : { accountId }) })
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

const deniable = checks.filter(({ needsPermission = true }) => needsPermission)

test.each(deniable)('$id finds that a permission is missing, and names it', async (check) => {
  const verdict = await verdictFor(check, { grants: 'ec2:DescribeVolumes' })
  expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-incomplete', checks: [{ call: check.id, outcome: 'failed' }] })
  expect(verdict.checks[0]?.code).toBe(check.errors.denied.code)
  // The answer to a HEAD request has no text. Its denial is asked for again by a call that has one.
  expect(verdict.checks[0]?.action).toBe(check.action)
  expect(verdict.checks[0]?.hint).toBe('identity-policy')
  expect(verdict.causes).toContain('permissions-policy-edited')
})

test.each(checks.filter(({ needsPermission = true }) => !needsPermission))('$id passes without a permission', async (check) => {
  expect(await verdictFor(check, { grants: 'ec2:DescribeVolumes' })).toMatchObject({ kind: 'verified', checks: [{ outcome: 'passed' }] })
})

/** Simulated S3 and all that is simulated for checks throttle this account. */
const throttledAccount = scenarioAccounts.find(({ id }) => id === 'permissions-throttled')?.accountId ?? ''

test.each(checks)('$id of a busy service stays open', async (check) => {
  const verdict = await verdictFor(check, { accountId: throttledAccount })
  expect(verdict).toMatchObject({ kind: 'inconclusive', diagnosis: 'permissions-unchecked', causes: ['throttled'] })
  expect(verdict.checks).toMatchObject([{ call: check.id, outcome: 'error' }])
})

/** Values that simulated AWS does not know. Of an account, only the organization can be missing. */
const missing = (check: AwsCheck): Deviation => {
  if (check.parameter === null) return { accountId: '444455556699' }
  return { resource: check.parameter === 'kms-key-id' ? '00000000-12ab-34cd-56ef-1234567890ab' : 'missing-item' }
}

test.each(checks.flatMap((check) => (check.absent === null ? [] : [{ ...check, absent: check.absent }])))(
  '$id finds that a resource is missing',
  async (check) => {
    const verdict = await verdictFor(check, missing(check))
    expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'permissions-incomplete' })
    expect(verdict.checks).toMatchObject([{ call: check.id, outcome: 'failed', code: check.absent.code }])
    expect(verdict.causes).toEqual([check.request.service === 's3' ? 'bucket-absent' : 'resource-absent'])
  },
)
