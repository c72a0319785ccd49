import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { withConfirmedId } from '#core/connection/rotation.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { pathOfStartedAwsCli } from '#tools/aws-cli-server.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { awsBehindPort } from './aws-behind-port.test-data.ts'
import { awsCliCreate, awsCliFix, awsCliUndo, deleteStack } from './aws-cli.ts'
import { cloudFormation } from './cloudformation.ts'
import { deployCommand } from './deploy-command.ts'
import { templateParameters } from './template-choice.ts'

const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'

const isInstalled = isOnPath('aws')

function planIn(region: string): RolePlan {
  const permissions = {
    readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] },
    writeResults: { resultBucket: 'acme-results' },
  }
  return planOf({ region, externalId, permissions })
}

/** With all that a company may ask for: path, boundary, tags, a shorter session, and an edited policy. */
function demandingPlanIn(region: string): RolePlan {
  const { permissionsPolicy: _, ...plan } = planIn(region)
  const role = {
    path: '/company/it\'s "$HOME"/'.replaceAll(' ', '-'),
    permissionsBoundary: `arn:${plan.partition}:iam::444455556666:policy/company/Boundary`,
    tags: [
      { key: 'Cost Center', value: '42/Ü=@' },
      { key: '--', value: '' },
    ],
    maxSessionDuration: 3600,
  }
  const permissionsPolicy = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:${plan.partition}:s3:::acme-uploads/\${aws:username}/it's "!" é` },
      { Effect: 'Deny', NotAction: 's3:*', Resource: '*', Condition: { NumericLessThan: { 's3:max-keys': 5 } } },
    ],
  }
  return rolePlan(connectionTerms(vendor).parse({ ...plan, role, permissionsPolicy }), vendor)
}

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-real-cli-'))
const { path, stop: stopAwsCli } = await pathOfStartedAwsCli()
afterAll(() => {
  stopAwsCli()
  rmSync(folder, { recursive: true })
})

/** AWS in memory behind a port, as `npm start` has it, and a shell that knows no other. */
async function simulatedAws() {
  const { endpoint, assume, stop } = await awsBehindPort(vendor)
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))

  const shell = async (text: string, accountId = '444455556666') => {
    const env = {
      ...Object.fromEntries(others),
      PATH: path,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: `SIM${accountId}`,
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    }
    return promisify(execFile)('bash', ['-c', text], { cwd: folder, env }).then(
      ({ stdout, stderr }) => ({ isDone: true, stdout, stderr }),
      (error: { readonly stdout?: string; readonly stderr?: string }) => ({ isDone: false, stdout: error.stdout, stderr: error.stderr }),
    )
  }

  return { shell, assume, stop }
}

const showRole = ({ roleName, policyName }: RolePlan): string => `aws iam get-role --role-name ${roleName} --query Role --output json
aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName} --query PolicyDocument --output json`

function shownRole(text: string | undefined): unknown {
  const [role, permissionsPolicy] = (text ?? '').split(/(?<=^\})\n/m).map((part): unknown => (part === '' ? null : JSON.parse(part)))
  return { role, permissionsPolicy }
}

const wantedRole = (plan: RolePlan) => ({
  role: expect.objectContaining({
    Arn: plan.roleArn,
    Path: plan.path,
    MaxSessionDuration: plan.maxSessionDuration,
    AssumeRolePolicyDocument: plan.trustPolicy,
    ...(plan.permissionsBoundary === null
      ? {}
      : { PermissionsBoundary: expect.objectContaining({ PermissionsBoundaryArn: plan.permissionsBoundary }) }),
    Tags: Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value })),
  }),
  permissionsPolicy: plan.permissionsPolicy,
})

const sessionArn = (plan: RolePlan): string => `arn:${plan.partition}:sts::444455556666:assumed-role/PixelworksAccess/test`

test.skipIf(!isInstalled).each(['us-east-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1'])(
  'in %s the commands run unchanged, and the role they make opens to the right external ID alone',
  async (region) => {
    const aws = await simulatedAws()
    const plan = demandingPlanIn(region)
    expect(await aws.assume(plan, externalId)).toBe('AccessDenied')
    expect(await aws.shell(awsCliCreate(plan).text)).toEqual({ isDone: true, stdout: `${plan.roleArn}\n`, stderr: '' })
    expect(await aws.assume(plan, externalId)).toBe(sessionArn(plan))
    expect(await aws.assume(plan, undefined)).toBe('AccessDenied')
    expect(await aws.assume(plan, `${externalId.slice(0, -1)}x`)).toBe('AccessDenied')
    const shown = await aws.shell(`export AWS_REGION=${region} AWS_DEFAULT_REGION=${region} AWS_PAGER=\n${showRole(plan)}`)
    expect(shownRole(shown.stdout)).toEqual(wantedRole(plan))
    await aws.stop()
  },
)

test.skipIf(!isInstalled)('the commands refuse another account', async () => {
  const aws = await simulatedAws()
  const plan = planIn('us-east-1')
  const { isDone, stderr } = await aws.shell(awsCliCreate(plan).text, '777788889999')
  expect([isDone, stderr]).toEqual([
    false,
    'Stopped. You are signed in to AWS account 777788889999, not 444455556666. Nothing was changed.\n',
  ])
  await aws.stop()
})

test.skipIf(!isInstalled)('a role that trusts wrongly is corrected, and what was made can be deleted again', async () => {
  const aws = await simulatedAws()
  const plan = planIn('us-east-1')
  const open = {
    ...plan,
    trustPolicy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow' as const, Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
    },
  }
  await aws.shell(awsCliCreate(open).text)
  expect(await aws.assume(plan, undefined)).toBe(sessionArn(plan))
  expect(await aws.shell(awsCliFix(plan).text)).toMatchObject({ isDone: true, stdout: `${plan.roleArn}\n` })
  expect([await aws.assume(plan, undefined), await aws.assume(plan, externalId)]).toEqual(['AccessDenied', sessionArn(plan)])
  expect(await aws.shell(awsCliUndo(plan).text)).toEqual({ isDone: true, stdout: '', stderr: '' })
  expect(await aws.assume(plan, externalId)).toBe('AccessDenied')
  await aws.stop()
})

/** The AWS CLI names change sets after the second, so two deployments in one second would have the same name. */
async function deployed(aws: Awaited<ReturnType<typeof simulatedAws>>, plan: RolePlan) {
  await pause(1000 - (Date.now() % 1000))
  return aws.shell(deployCommand(plan).text)
}

test.skipIf(!isInstalled).each([
  ['the published template', planIn('us-east-1')],
  ['a template of its own', demandingPlanIn('us-east-1')],
])('%s makes the same role, and the stack can be deleted', async (_, plan) => {
  const aws = await simulatedAws()
  const parameters = Object.entries(templateParameters(plan)).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))
  writeFileSync(join(folder, 'role.yaml'), cloudFormation.render(plan).text)
  writeFileSync(join(folder, 'parameters.json'), JSON.stringify(parameters))
  const created = await aws.shell(`set -e
export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=
aws cloudformation create-stack --stack-name ${plan.stackName} --template-body file://role.yaml --parameters file://parameters.json --capabilities CAPABILITY_NAMED_IAM > /dev/null
aws cloudformation wait stack-create-complete --stack-name ${plan.stackName}
${showRole(plan)}`)
  expect(created).toMatchObject({ isDone: true, stderr: '' })
  expect(shownRole(created.stdout)).toEqual(wantedRole(plan))
  expect([await aws.assume(plan, externalId), await aws.assume(plan, undefined)]).toEqual([sessionArn(plan), 'AccessDenied'])
  expect(await aws.shell(deleteStack(plan).text)).toEqual({ isDone: true, stdout: '', stderr: '' })
  expect(await aws.assume(plan, externalId)).toBe('AccessDenied')
  await aws.stop()
})

test.skipIf(!isInstalled).each([
  ['the published template', planIn('us-east-1')],
  ['a template of its own', demandingPlanIn('us-east-1')],
])('the deploy command runs unchanged with %s, and again without changes', async (_, plan) => {
  const aws = await simulatedAws()
  const { filename, text } = cloudFormation.render(plan)
  writeFileSync(join(folder, filename), text)
  expect(await deployed(aws, plan)).toMatchObject({
    isDone: true,
    stdout: expect.stringContaining('Successfully created/updated stack - PixelworksAccess'),
  })
  const shown = await aws.shell(`export AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=\n${showRole(plan)}`)
  expect(shownRole(shown.stdout)).toEqual(wantedRole(plan))
  expect([await aws.assume(plan, externalId), await aws.assume(plan, undefined)]).toEqual([sessionArn(plan), 'AccessDenied'])
  const again = await deployed(aws, plan)
  expect(`${again.stdout}${again.stderr}`).toContain('No changes to deploy. Stack PixelworksAccess is up to date')
  await aws.stop()
})

test.skipIf(!isInstalled)('the deploy command updates the stack for each step of a rotation', async () => {
  const aws = await simulatedAws()
  const newId = ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')
  const { permissionsPolicy: _, ...given } = planIn('us-east-1')
  const terms = { ...given, rotation: { externalId: newId, startedAt: '2026-11-22T08:00:00.000Z', confirmedAt: null } }
  const steps = [terms, withConfirmedId(terms, '2026-11-22T08:10:00.000Z')].map((step) => rolePlan(step, terms.vendor))
  const deploy = async (plan: RolePlan) => {
    const { filename, text } = cloudFormation.render(plan)
    writeFileSync(join(folder, filename), text)
    expect(await deployed(aws, plan)).toMatchObject({ isDone: true })
    return [await aws.assume(plan, externalId), await aws.assume(plan, newId)]
  }
  const session = sessionArn(planIn('us-east-1'))
  const outcomes: unknown[] = []
  for (const plan of [planIn('us-east-1'), ...steps]) outcomes.push(await deploy(plan))
  expect(outcomes).toEqual([
    [session, 'AccessDenied'],
    [session, session],
    ['AccessDenied', session],
  ])
  await aws.stop()
})

test.skipIf(!isInstalled)('the deploy command reports a wrong account and a missing capability', async () => {
  const aws = await simulatedAws()
  const plan = planIn('us-east-1')
  const { filename, text } = cloudFormation.render(plan)
  writeFileSync(join(folder, filename), text)
  const command = deployCommand(plan).text
  expect(await aws.shell(command, '777788889999')).toMatchObject({ isDone: false, stderr: expect.stringContaining('another AWS account') })
  const lacking = await aws.shell(command.replace('CAPABILITY_NAMED_IAM', 'CAPABILITY_IAM'))
  expect(lacking).toMatchObject({ isDone: false, stderr: expect.stringContaining('Requires capabilities : [CAPABILITY_NAMED_IAM]') })
  expect(await aws.assume(plan, externalId)).toBe('AccessDenied')
  await aws.stop()
})
