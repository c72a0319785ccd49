import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { switchRoleSamples } from './switch-role.ts'
import { exampleSwitch } from './switch-role-example.test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-switch-role-'))
afterAll(() => rmSync(folder, { recursive: true }))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
mkdirSync(join(folder, '.aws'))

const plan = planOf()

/** The customer's role in simulated AWS, and how a program runs there: it knows the metadata service and no key. */
async function simulated() {
  // The AWS CLI keeps sessions there, and each of these accounts has its own.
  rmSync(join(folder, '.aws/cli'), { recursive: true, force: true })
  const { simulator, endpoint, stop } = await awsBehindPort(vendor)
  const administer = (parameters: Readonly<Record<string, string>>) =>
    simulator.fetch(
      new Request('http://iam.amazonaws.com', {
        method: 'POST',
        headers: { authorization: `AWS4-HMAC-SHA256 Credential=SIM${plan.accountId}/20261129/us-east-1/iam/aws4_request` },
        body: new URLSearchParams({ Version: '2010-05-08', RoleName: plan.roleName, ...parameters }),
      }),
    )
  await administer({ Action: 'CreateRole', Path: plan.path, AssumeRolePolicyDocument: JSON.stringify(plan.trustPolicy) })
  await administer({ Action: 'PutRolePolicy', PolicyName: 'p', PolicyDocument: JSON.stringify(plan.permissionsPolicy) })
  const run = (command: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    promisify(execFile)(command, [...words], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        AWS_ENDPOINT_URL: endpoint,
        AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
        ...more,
      },
    }).then(
      ({ stdout }) => ({ isDone: true, stdout, stderr: '' }),
      (error: { readonly stdout?: string; readonly stderr?: string }) => ({
        isDone: false,
        stdout: error.stdout ?? '',
        stderr: error.stderr ?? '',
      }),
    )
  return { simulator, endpoint, run, stop }
}

function written(id: string, externalId: string, platform: 'ec2' | 'ecs' = 'ec2'): string {
  const sample = switchRoleSamples.find((each) => each.id === id)
  if (sample === undefined) throw new Error(`There is no sample ${id}`)
  const path = join(folder, id === 'aws-cli' ? '.aws/config' : sample.filename)
  writeFileSync(path, sample.render({ ...exampleSwitch(plan), platform, externalId }))
  return path
}

/** The bucket of the simulator is empty, so success prints nothing. */
const allowed = { isDone: true, stdout: '', stderr: '' }

const programs: readonly (readonly [id: string, command: (path: string) => readonly [string, readonly string[]], isInstalled: boolean])[] =
  [
    ['javascript', (path: string) => ['node', [path]], true],
    ['python', (path: string) => ['python3', [path]], isOnPath('aws')],
    ['aws-cli', () => ['aws', ['s3', 'ls', 's3://acme-uploads', '--profile', 'customer']], isOnPath('aws')],
  ] as const

test.each(programs.filter(([, , isInstalled]) => isInstalled).map(([id, command]) => ({ id, command })))(
  '$id goes from the instance metadata over the application role to the customer’s bucket, and only with the external ID',
  { timeout: 120_000 },
  async ({ id, command }) => {
    const { run, stop } = await simulated()
    const right = command(written(id, plan.externalId))
    expect(await run(...right)).toEqual(allowed)
    const wrong = command(written(id, 'another-external-id'))
    const denied = await run(...wrong)
    expect(denied).toMatchObject({ isDone: false })
    expect(denied.stderr).toContain('AccessDenied')
    await stop()
  },
)

test.each(programs.filter(([, , isInstalled]) => isInstalled).map(([id, command]) => ({ id, command })))(
  '$id starts from container credentials too',
  { timeout: 120_000 },
  async ({ id, command }) => {
    const { simulator, endpoint, run, stop } = await simulated()
    const tokenFile = join(folder, 'authorization-token')
    writeFileSync(tokenFile, simulator.authorizationToken)
    const container = {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/v2/credentials`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
    }
    const [program, words] = command(written(id, plan.externalId, 'ecs'))
    expect(await run(program, words, container)).toEqual(allowed)
    await stop()
  },
)
