import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { detectTool, evidentFirst, type Tool } from './fix.ts'
import { fixesOf } from './fixes.ts'
import { forms } from './pasted-answers.test-data.ts'
import { errors } from './pasted-errors.test-data.ts'

const vendor = Vendor.parse(demoVendor)
const plan = rolePlan(
  connectionTerms(vendor).parse({
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
  }),
  vendor,
)

const pasted = new Map([
  ...forms.map(([name, text]) => [name, text('RIGHT')] as const),
  ...errors.map(([name, text]) => [name, text] as const),
])

test.each<[string, Tool | null]>([
  ['terraform state show', 'terraform'],
  ['a Terraform resource', 'terraform'],
  ['a Terraform plan', 'terraform'],
  ['Terraform, role exists', 'terraform'],
  ['Terraform without credentials', 'terraform'],
  ['CDK', 'cdk'],
  ['CDK in another account', 'cdk'],
  ['CDK without credentials', 'cdk'],
  ['Pulumi', 'pulumi'],
  ['a CloudFormation template in YAML', 'cloudformation'],
  ['a CloudFormation template in JSON', 'cloudformation'],
  ['describe-stack-events as text', 'cloudformation'],
  ['the event table', 'cloudformation'],
  ['quota of roles', 'aws-cli'],
  ['the trust tab with what is around it', 'console'],
  // Read-only output does not show how the role was created.
  ['JSON', null],
  ['a shell prompt before it', null],
  ['percent-encoding', null],
  ['iam:GetRole', null],
])('%s shows the right way', (name, way) => {
  expect(detectTool(pasted.get(name) ?? '')).toBe(way)
})

test.each<[string, Tool]>([
  ['arn:aws:cloudformation:us-east-1:444455556666:stack/StackSet-PixelworksAccess-1a2b/3c4d', 'stack-set'],
  [
    '{"Role":{"RoleName":"PixelworksAccess","Tags":[{"Key":"aws:cloudformation:stack-name","Value":"PixelworksAccess"}]}}',
    'cloudformation',
  ],
  ['new iam.CfnRole(this, "AccountAccessRole", { assumeRolePolicyDocument: {} })', 'cdk'],
  ['const role = new aws.iam.Role("account-access", { assumeRolePolicy: "" })', 'pulumi'],
  ['data "aws_iam_policy_document" "trust" {}', 'terraform'],
])('%s shows the right way as well', (text, way) => {
  expect(detectTool(text)).toBe(way)
})

const offered = (part: 'trust-policy' | 'stack', way: Tool | null) => evidentFirst(fixesOf(part, plan), way).map(({ artifact }) => artifact)

test('the evident way comes first, and a StackSet is said of to those alone who have one', () => {
  expect(offered('trust-policy', null)).toEqual(['console', 'aws-cli', 'cloudformation', 'terraform', 'cdk', 'pulumi'])
  expect(offered('trust-policy', 'cdk')).toEqual(['cdk', 'console', 'aws-cli', 'cloudformation', 'terraform', 'pulumi'])
  expect(offered('trust-policy', 'stack-set')).toEqual(['stack-set', 'console', 'aws-cli', 'terraform', 'cdk', 'pulumi'])
})

test('of a stack the tools are said to those alone who use them', () => {
  expect(offered('stack', null)).toEqual(['cloudformation'])
  expect(offered('stack', 'terraform')).toEqual(['terraform', 'cloudformation'])
})

test('the fix of a tool has the file and the command', () => {
  expect(fixesOf('trust-policy', plan).map(({ artifact, file, command }) => [artifact, file?.filename ?? null, command])).toEqual([
    ['console', null, null],
    ['aws-cli', null, expect.stringContaining('update-assume-role-policy')],
    ['cloudformation', null, null],
    ['terraform', 'account-access-role.tf', 'terraform apply\n'],
    ['cdk', 'account-access-role-stack.ts', 'cdk deploy AccountAccessRole\n'],
    ['pulumi', 'account-access-role.ts', 'pulumi up --refresh\n'],
    ['stack-set', null, null],
  ])
})
