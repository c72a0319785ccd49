import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { at, list, section, stringOf } from '#core/artifacts/read-template.test-data.ts'
import { folder, initialise, isInstalled, providers, run, writeProvider } from '#core/artifacts/terraform-client.test-data.ts'
import { roleNamePattern } from '#core/connection/suffixed-role-name.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { versionOf } from '#tools/release/versions.ts'
import { documentedVariables } from './documented-commands.ts'
import { plans } from './template.test-data.ts'

test.skipIf(!isOnPath('cfn-lint'))('cfn-lint finds no issue in deploy/aws.yaml', () => {
  expect(execFileSync('cfn-lint', ['deploy/aws.yaml'], { encoding: 'utf8' })).toBe('')
})

test.skipIf(!isInstalled)('terraform has nothing to format in the module', async () => {
  expect(await run('deploy/terraform', 'fmt', '-check', '-diff')).toEqual({ isDone: true, stdout: '', stderr: '' })
})

const moduleCall = ({ vendor, roleName }: HostingPlan, customersChoosePath: boolean): string => `
module "${roleName}" {
  source                 = "./module"
  application_role_name  = "${roleName}"
  customer_role_name     = "${roleNamePattern(vendor)}"
  customer_role_path     = "${vendor.role.path}"
  customers_choose_path  = ${customersChoosePath}
  code_bucket            = "pixelworks-code"
  code_key               = "rolebridge.zip"
  template_bucket_name   = "pixelworks-templates"
  domain_name            = "connect.example.com"
  certificate_arn        = "arn:aws:acm:us-east-1:111122223333:certificate/a"
  alarm_email            = "ops@example.com"
}
`

/** AWS treats a value and a list of it alike, and the module always has lists. */
const statements = (policy: unknown) =>
  list(at(policy, 'Statement')).map((statement) => ({
    sid: at(statement, 'Sid'),
    effect: at(statement, 'Effect'),
    actions: [at(statement, 'Action')].flat(),
    resources: [at(statement, 'Resource')].flat(),
  }))

/** The policy of a role in simulated AWS. */
async function policyOf(endpoint: string, { accountId, roleName, policyName, region }: HostingPlan): Promise<unknown> {
  const env = { PATH: process.env['PATH'], AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: `SIM${accountId}`, AWS_SECRET_ACCESS_KEY: 'any' }
  const words = ['iam', 'get-role-policy', '--role-name', roleName, '--policy-name', policyName, '--region', region]
  const { stdout } = await promisify(execFile)('aws', words, { env })
  return at(JSON.parse(stdout), 'PolicyDocument')
}

test.skipIf(providers === null || !isOnPath('aws'))(
  'terraform finds the module valid, and creates the application role of the hosting screen for every form of its policy',
  { timeout: 400_000 },
  async () => {
    const { endpoint, stop } = await awsBehindPort(vendor)
    const place = join(folder, 'deploy')
    mkdirSync(place)
    cpSync('deploy/terraform', join(place, 'module'), { recursive: true })
    const calls = plans.map(([, plan]) => moduleCall(plan, mayChoose(plan.vendor, 'path')))
    writeFileSync(join(place, 'main.tf'), calls.join(''))
    writeProvider(place, { endpoint, signedIn: plans[0]?.[1].accountId ?? '' })
    await initialise(place)
    expect(JSON.parse((await run(place, 'validate', '-json')).stdout)).toMatchObject({ valid: true, diagnostics: [] })
    // The simulator knows IAM and STS, so the rest of the module is only validated.
    const roles = plans.map(([, { roleName }]) => `-target=module.${roleName}.aws_iam_role_policy.application`)
    expect(await run(place, 'apply', '-auto-approve', '-input=false', '-no-color', ...roles)).toMatchObject({ isDone: true, stderr: '' })
    for (const [name, plan] of plans)
      expect([name, statements(await policyOf(endpoint, plan))]).toEqual([name, statements(plan.permissionsPolicy)])
    await stop()
  },
)

/** The image of the kustomization. */
const image = `registry.example.com/rolebridge:${versionOf('.')}`

/** The manifests with a config, as the documentation says. */
function kustomization(): string {
  const place = join(folder, 'kubernetes')
  cpSync('deploy/kubernetes', place, { recursive: true })
  cpSync('public/vendor.json', join(place, 'vendor.json'))
  return place
}

const documentsOf = (yaml: string): readonly unknown[] => parseAllDocuments(yaml).map((document): unknown => document.toJS())
const named = (documents: readonly unknown[], kind: string): unknown => documents.find((each) => at(each, 'kind') === kind)

test.skipIf(!isOnPath('kubectl')).each(['Deployment', 'Job'])('kubectl knows every field of the %s', (kind) => {
  const place = kustomization()
  const document = named(documentsOf(execFileSync('kubectl', ['kustomize', place], { encoding: 'utf8' })), kind)
  const file = join(place, `${kind}.json`)
  writeFileSync(file, JSON.stringify(document).replaceAll(image, 'another-image'))
  // Without a cluster, kubectl reads a manifest by its own types when it changes one, and leaves out fields that it doesn't know.
  const words = ['set', 'image', '--local', '-f', file, `*=${image}`, '-o', 'json']
  const spec: unknown = at(JSON.parse(execFileSync('kubectl', words, { encoding: 'utf8' })), 'spec')
  expect(spec).toMatchObject({ ...section(at(document, 'spec')) })
})

test.skipIf(!isOnPath('kubectl'))('kubectl gives the pods the config and the image of the kustomization', () => {
  const documents = documentsOf(execFileSync('kubectl', ['kustomize', kustomization()], { encoding: 'utf8' }))
  const config = named(documents, 'ConfigMap')
  const pod = at(named(documents, 'Deployment'), 'spec', 'template', 'spec')
  expect(JSON.parse(stringOf(at(config, 'data', 'vendor.json')))).toMatchObject({ name: 'Pixelworks' })
  expect(list(at(pod, 'volumes'))).toContainEqual({ name: 'vendor', configMap: { name: at(config, 'metadata', 'name') } })
  expect(at(list(at(pod, 'containers'))[0], 'image')).toBe(image)
})

test.skipIf(!isOnPath('docker-compose'))('Compose accepts deploy/compose.yaml', () => {
  const place = join(folder, 'compose')
  mkdirSync(place)
  // Version 1, which Debian has, knows everything but the name of a project.
  writeFileSync(join(place, 'compose.yaml'), readFileSync('deploy/compose.yaml', 'utf8').replace(/^name: .*\n/m, ''))
  const env = { PATH: process.env['PATH'], ...documentedVariables() }
  const shown = parse(execFileSync('docker-compose', ['-f', 'compose.yaml', 'config'], { cwd: place, env, encoding: 'utf8' }))
  expect(Object.keys(section(at(shown, 'services')))).toEqual(['migrate', 'postgres', 'rolebridge'])
  expect(at(shown, 'services', 'rolebridge', 'depends_on')).toEqual({ migrate: { condition: 'service_completed_successfully' } })
})
