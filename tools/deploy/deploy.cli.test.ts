import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { awsBehindPort } from '#core/artifacts/aws-behind-port.test-data.ts'
import { at, list } from '#core/artifacts/read-template.test-data.ts'
import { folder, initialise, isInstalled, providers, run, writeProvider } from '#core/artifacts/terraform-client.test-data.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { plans } from './plans.test-data.ts'

test.skipIf(!isOnPath('cfn-lint'))('cfn-lint finds no issue in deploy/aws.yaml', { timeout: 120_000 }, () => {
  expect(execFileSync('cfn-lint', ['deploy/aws.yaml'], { encoding: 'utf8' })).toBe('')
})

test.skipIf(!isInstalled)('terraform has nothing to format in the module', { timeout: 60_000 }, async () => {
  expect(await run('deploy/terraform', 'fmt', '-check', '-diff')).toEqual({ isDone: true, stdout: '', stderr: '' })
})

const moduleCall = ({ vendor: { role }, roleName }: HostingPlan, customersChoosePath: boolean): string => `
module "rolebridge" {
  source                 = "./module"
  application_role_name  = "${roleName}"
  customer_role_name     = "${role.name}"
  customer_role_path     = "${role.path}"
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

test.skipIf(providers === null).each(plans)(
  'for %s, terraform finds the module valid and creates the application role of the hosting screen',
  { timeout: 240_000 },
  async (name, plan) => {
    const { endpoint, stop } = await awsBehindPort(vendor)
    const place = join(folder, `deploy-${plans.findIndex(([each]) => each === name)}`)
    mkdirSync(place)
    cpSync('deploy/terraform', join(place, 'module'), { recursive: true })
    writeFileSync(join(place, 'main.tf'), moduleCall(plan, mayChoose(plan.vendor, 'path')))
    writeProvider(place, { endpoint, signedIn: plan.accountId })
    await initialise(place)
    expect(JSON.parse((await run(place, 'validate', '-json')).stdout)).toMatchObject({ valid: true, diagnostics: [] })
    // The simulator knows IAM and STS, so the rest of the module is only validated.
    const role = '-target=module.rolebridge.aws_iam_role_policy.application'
    expect(await run(place, 'apply', '-auto-approve', '-input=false', '-no-color', role)).toMatchObject({ isDone: true, stderr: '' })
    const env = {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: `SIM${plan.accountId}`,
      AWS_SECRET_ACCESS_KEY: 'any',
    }
    const words = ['iam', 'get-role-policy', '--role-name', plan.roleName, '--policy-name', plan.policyName, '--region', plan.region]
    const { stdout } = await promisify(execFile)('aws', words, { env })
    expect(statements(at(JSON.parse(stdout), 'PolicyDocument'))).toEqual(
      statements({ Statement: listOf(plan.permissionsPolicy.Statement) }),
    )
    await stop()
  },
)
