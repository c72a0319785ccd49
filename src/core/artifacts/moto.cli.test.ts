import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { freePort } from '#tools/engines.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { planTemplate } from './cloudformation.ts'
import { templateParameters } from './template-choice.ts'

const vendor = Vendor.parse(demoVendor)

/** The account that moto signs everybody in to. https://docs.getmoto.org/en/latest/docs/multi_account.html */
const accountId = '123456789012'

const isInstalled = isOnPath('moto_server') && isOnPath('aws')

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-moto-'))
afterAll(() => rmSync(folder, { recursive: true }))

const asked = {
  accountId,
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] } },
}
const company = {
  role: { path: '/company/', tags: [{ key: 'Cost Center', value: '42' }], maxSessionDuration: 3600 },
  permissionsPolicy: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' }],
  },
}
const planOf = (request: object) => rolePlan(connectionTerms(vendor).parse(request), vendor)

const cases = [
  ['published', planOf(asked)],
  ['own', planOf({ ...asked, ...company })],
] as const

test.skipIf(!isInstalled)('moto makes the role of both templates', { timeout: 180_000 }, async () => {
  const port = await freePort()
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  onTestFinished(() => {
    moto.kill()
  })
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_MAX_ATTEMPTS: '10',
    AWS_PAGER: '',
  }
  for (const [name, plan] of cases) {
    const parameters = Object.entries(templateParameters(plan)).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))
    writeFileSync(join(folder, `${name}.yaml`), planTemplate(plan).text)
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(parameters))
    const { stdout } = await promisify(execFile)(
      'bash',
      [
        '-c',
        `set -e
for i in $(seq 60); do aws sts get-caller-identity > /dev/null 2>&1 && break; sleep 1; done
aws cloudformation create-stack --stack-name ${name} --template-body file://${name}.yaml --parameters file://${name}.json --capabilities CAPABILITY_NAMED_IAM > /dev/null
aws iam get-role --role-name ${plan.roleName} --query Role --output json
aws cloudformation delete-stack --stack-name ${name}`,
      ],
      { cwd: folder, env },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      Arn: plan.roleArn,
      Path: plan.path,
      MaxSessionDuration: plan.maxSessionDuration,
      AssumeRolePolicyDocument: plan.trustPolicy,
      Tags: Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value })),
    })
  }
})
