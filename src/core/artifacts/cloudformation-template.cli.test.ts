import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import { afterAll, expect, test } from 'vitest'
import { type Partition, partitionIds } from '#core/aws/partition.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { isOnPath } from '#tools/outside-tools.ts'
import { planTemplate } from './cloudformation.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'

const demo = Vendor.parse(demoVendor)

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

function templateFile(vendor: Vendor, partition: Partition): string {
  const path = join(folder, `${partition}.yaml`)
  writeFileSync(path, cloudFormationTemplate(vendor, partition).text)
  return path
}

/** The template of a plan with all that a company may ask for, and with an edited policy. */
function ownTemplateFile(): string {
  const terms = connectionTerms(demo).parse({
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
    permissionsPolicy: editedPolicy,
    role: {
      path: '/company/connectors/',
      permissionsBoundary: 'arn:aws:iam::444455556666:policy/Boundary',
      tags: [{ key: 'Cost Center', value: '42/Ü' }],
      maxSessionDuration: 3600,
    },
  })
  const path = join(folder, 'own.yaml')
  writeFileSync(path, planTemplate(rolePlan(terms, demo)).text)
  return path
}

const editedPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme-uploads/*',
      Condition: { Bool: { 'aws:SecureTransport': true } },
    },
    { Effect: 'Deny', NotAction: ['s3:*', 'kms:Decrypt'], Resource: '*' },
  ],
}

const serious = (diagnostics: readonly { readonly severity: string; readonly ruleId: string; readonly message: string }[]): string[] =>
  diagnostics.filter(({ severity }) => severity !== 'INFO').map(({ ruleId, message }) => `${ruleId} ${message}`)

// The engine is WebAssembly, and once didn't start.
test('the CloudFormation validator finds no issue in the demo template of any partition', { retry: 1, timeout: 120_000 }, () => {
  const engine = new RegoEngine()
  for (const partition of partitionIds) {
    const { diagnostics } = engine.validateStandard(new TemplateFile(templateFile(demo, partition)))
    expect(serious(diagnostics)).toEqual([])
  }
  // Made for one account, so it keeps the boundary as the customer entered it.
  expect(serious(engine.validateStandard(new TemplateFile(ownTemplateFile())).diagnostics)).toEqual([
    'W9013 Hardcoded account ID in ARN - use AWS::AccountId pseudo-parameter',
  ])
  engine.free()
})

/** Uses everything that a template can contain. */
const wide = Vendor.parse({
  ...demoVendor,
  role: { ...demoVendor.role, permissionsBoundary: 'optional' },
  permissionSets: [
    {
      id: 'queues',
      title: 'Queues',
      why: 'To take jobs from them.',
      parameters: [{ id: 'jobQueues', title: 'Queues', kind: 'sqs-queue', many: true }],
      statements: [
        {
          sid: 'Take',
          actions: ['sqs:ReceiveMessage'],
          resources: [
            'arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{jobQueues}}',
            `arn:{{partition}}:s3:::home/\${aws:PrincipalTag/team}/*`,
          ],
        },
      ],
    },
    {
      id: 'metrics',
      title: 'Metrics',
      why: 'To count.',
      statements: [{ sid: 'Count', actions: ['cloudwatch:ListMetrics'], resources: ['*'] }],
    },
  ],
})

test.skipIf(!isOnPath('cfn-lint'))('cfn-lint finds no issue in the templates', () => {
  const files = [...partitionIds.map((partition) => templateFile(demo, partition)), templateFileOf(wide, 'wide'), ownTemplateFile()]
  expect(execFileSync('cfn-lint', [...files], { encoding: 'utf8' })).toBe('')
})

function templateFileOf(vendor: Vendor, name: string): string {
  const path = join(folder, `${name}.yaml`)
  writeFileSync(path, cloudFormationTemplate(vendor, 'aws').text)
  return path
}
