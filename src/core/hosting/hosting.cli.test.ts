import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { initialise, isInstalled, providers, run } from '#core/artifacts/terraform-client.test-data.ts'
import { RoleName } from '#core/aws/iam-names.ts'
import { Region } from '#core/aws/region.ts'
import { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { pathOfStartedAwsCli } from '#tools/aws-cli-server.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { hostingCommands, hostingRemovalCommands } from './hosting-aws-cli.ts'
import { hostingTemplate } from './hosting-cloudformation.ts'
import { exampleChoice, examplesIn, type HostingPlan, hostingPlan } from './hosting-plan.ts'
import { hostingTerraform } from './hosting-terraform.ts'
import { platformServices } from './platform-services.test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-hosting-'))
const { path, stop: stopAwsCli } = await pathOfStartedAwsCli()
afterAll(() => {
  stopAwsCli()
  rmSync(folder, { recursive: true })
})

const planOn = (platform: HostingPlatform, region = 'us-east-1') =>
  hostingPlan(vendor, { ...exampleChoice(vendor), ...examplesIn(vendor, Region.parse(region)), platform })

test.skipIf(!isOnPath('cfn-lint'))('cfn-lint finds no issue in the template of any platform', () => {
  const files = HostingPlatform.options.map((platform) => {
    const path = join(folder, `${platform}.yaml`)
    writeFileSync(path, hostingTemplate(planOn(platform)))
    return path
  })
  expect(execFileSync('cfn-lint', files, { encoding: 'utf8' })).toBe('')
})

/** Passes on the variables of a file that have no default, as values that are not known yet. */
function moduleCall(platform: HostingPlatform, text: string): string {
  const variables = [...text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)].flatMap(([, name, body]) =>
    body?.includes('default') ? [] : [name],
  )
  const given = variables.map((name) => `  ${name} = var.${platform}_${name}\n`)
  const declared = variables.map((name) => `variable "${platform}_${name}" {}\n`)
  return [...declared, `module "${platform}" {\n  source = "./${platform}"\n${given.join('')}}\n`].join('\n')
}

test.skipIf(providers === null || !isInstalled)(
  'terraform accepts the file of each platform, and has nothing to format',
  { timeout: 300_000 },
  async () => {
    // Modules of one configuration, because starting the provider takes longer than reading all of the files.
    const place = join(folder, 'terraform')
    const callers = HostingPlatform.options.map((platform) => {
      const text = hostingTerraform(planOn(platform))
      mkdirSync(join(place, platform), { recursive: true })
      writeFileSync(join(place, platform, 'application-role.tf'), text)
      return moduleCall(platform, text)
    })
    writeFileSync(join(place, 'main.tf'), callers.join('\n'))
    expect(await run(place, 'fmt', '-check', '-diff', ...HostingPlatform.options)).toEqual({ isDone: true, stdout: '', stderr: '' })
    await initialise(place)
    const { stdout, stderr } = await run(place, 'validate', '-json')
    // The provider on this machine is older than this one argument.
    const unknown = {
      severity: 'error',
      summary: 'Unsupported argument',
      detail: expect.stringContaining('"disable_session_tags"'),
      range: expect.objectContaining({ filename: 'eks/application-role.tf' }),
    }
    expect([stderr, JSON.parse(stdout).diagnostics]).toEqual(['', [expect.objectContaining(unknown)]])
  },
)

/** A shell that knows no other AWS than this one. */
async function shell(endpoint: string, accountId: string, text: string) {
  const env = {
    PATH: path,
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: `SIM${accountId}`,
    AWS_SECRET_ACCESS_KEY: 'x',
  }
  return promisify(execFile)('bash', ['-c', text], { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ isDone: true, stdout, stderr }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({ isDone: false, stdout: error.stdout, stderr: error.stderr }),
  )
}

test('an AWS CLI that cannot switch session tags off stops before anything is created', async () => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const plan = planOn('eks')
  const old = `#!/bin/sh\necho "$1 $2" >> ${join(folder, 'calls')}\nif [ "$1" = sts ]; then echo ${plan.accountId}; else echo '{}'; fi\n`
  writeFileSync(join(bin, 'aws'), old, { mode: 0o755 })
  const { isDone, stderr } = await shell('', plan.accountId, `PATH=${bin}:$PATH\n${hostingCommands(plan).text}`)
  expect([isDone, stderr]).toEqual([false, expect.stringContaining('needs an AWS CLI of June 2025 or later.')])
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('sts get-caller-identity\neks create-pod-identity-association\n')
})

/** JSON documents one after the other, as the AWS CLI prints them. */
const documents = (text: string): unknown => JSON.parse(`[${text.replaceAll(/\n\}\n\{/g, '\n},\n{')}]`)

const launchTemplate = (stackName: string, roleName: string) => ({
  LaunchTemplateName: stackName,
  'LaunchTemplateData.IamInstanceProfile.Name': roleName,
  'LaunchTemplateData.MetadataOptions.HttpEndpoint': 'enabled',
  'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit': '1',
  'LaunchTemplateData.MetadataOptions.HttpTokens': 'required',
})

/** The requests that give the platform more than the role. */
function handOver(plan: HostingPlan): readonly unknown[] {
  const { platform, roleName, roleArn, stackName, cluster, namespace, serviceAccount } = plan
  const instanceProfile = { InstanceProfileName: roleName }
  switch (platform) {
    case 'ec2':
    case 'ec2-auto-scaling':
      return [
        { service: 'iam', action: 'CreateInstanceProfile', input: instanceProfile },
        { service: 'iam', action: 'AddRoleToInstanceProfile', input: { ...instanceProfile, RoleName: roleName } },
        { service: 'ec2', action: 'CreateLaunchTemplate', input: expect.objectContaining(launchTemplate(stackName, roleName)) },
      ]
    case 'eks': {
      const input = expect.objectContaining({ namespace, serviceAccount, roleArn, disableSessionTags: true })
      return [{ service: 'eks', action: `POST /clusters/${cluster}/pod-identity-associations`, input }]
    }
    case 'roles-anywhere': {
      const input = { name: stackName, roleArns: [roleArn], durationSeconds: 3600, enabled: true }
      return [{ service: 'rolesanywhere', action: 'POST /profiles', input }]
    }
    default:
      return []
  }
}

/** The requests that remove it. */
const takenBack: Partial<Readonly<Record<HostingPlatform, readonly string[]>>> = {
  ec2: ['DeleteLaunchTemplate', 'RemoveRoleFromInstanceProfile', 'DeleteInstanceProfile'],
  'ec2-auto-scaling': ['DeleteLaunchTemplate', 'RemoveRoleFromInstanceProfile', 'DeleteInstanceProfile'],
  eks: ['DELETE /clusters/pixelworks/pod-identity-associations/00000000-0000-0000-0000-000000000000'],
  'roles-anywhere': ['DELETE /profile/00000000-0000-0000-0000-000000000000'],
}

const places: readonly (readonly [platform: HostingPlatform, region: string])[] = [
  ['ec2', 'us-east-1'],
  ['ec2-auto-scaling', 'cn-north-1'],
  ['ecs', 'us-gov-west-1'],
  ['eks', 'eusc-de-east-1'],
  ['eks-irsa', 'us-east-1'],
  ['lambda', 'us-east-1'],
  ['roles-anywhere', 'us-east-1'],
]

test('the commands of every platform are tried', () => {
  expect(places.map(([platform]) => platform)).toEqual(HostingPlatform.options)
})

test.skipIf(!isOnPath('aws')).each(places)(
  'on %s in %s the commands create the application role and hand it over, and delete it again',
  { timeout: 240_000 },
  async (platform, region) => {
    const { calls, respond } = platformServices()
    const { endpoint, stop } = await awsBehindPort(vendor, respond)
    // The simulated vendor account already has the role that the config names.
    const other = { ...vendor, applicationRoleName: RoleName.parse('NewApplication') }
    const plan = hostingPlan(other, { ...exampleChoice(other), ...examplesIn(other, Region.parse(region)), platform })
    const created = await shell(endpoint, plan.accountId, hostingCommands(plan).text)
    expect(created).toEqual({ isDone: true, stdout: `${plan.roleArn}\n`, stderr: '' })
    expect(calls).toEqual(handOver(plan))
    const read = `export AWS_DEFAULT_REGION=${region}
aws iam get-role --role-name NewApplication --query Role.AssumeRolePolicyDocument
aws iam get-role-policy --role-name NewApplication --policy-name NewApplication --query PolicyDocument`
    const shown = await shell(endpoint, plan.accountId, read)
    expect(documents(shown.stdout ?? '')).toEqual([plan.trustPolicy, plan.permissionsPolicy])
    expect(await shell(endpoint, '777788889999', hostingCommands(plan).text)).toMatchObject({ isDone: false })
    expect(await shell(endpoint, plan.accountId, hostingRemovalCommands(plan).text)).toEqual({ isDone: true, stdout: '', stderr: '' })
    expect(calls.slice(handOver(plan).length).map(({ action }) => action)).toEqual(takenBack[platform] ?? [])
    await stop()
  },
)
