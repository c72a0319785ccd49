import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { applicationRoles } from '#core/connection/application-roles.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { listOf, policyText } from '#core/policy/document.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { hostingTemplate } from './hosting-cloudformation.ts'
import { exampleChoice, examplesIn, hostingPlan } from './hosting-plan.ts'
import { hostingTerraform } from './hosting-terraform.ts'

const planIn = (region: string, platform: HostingPlatform, of = vendor) =>
  hostingPlan(of, { ...exampleChoice(of), ...examplesIn(of, Region.parse(region)), platform })

const places = ['us-east-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'].flatMap((region) =>
  HostingPlatform.options.map((platform) => ({ region, platform })),
)

test.each(places)('on $platform in $region the permissions name the own resources, and only the account of customers is open', (place) => {
  const { permissionsPolicy, assumableRoles, partition, accountId } = planIn(place.region, place.platform)
  expect(lintHostingPolicy(policyText(permissionsPolicy), 'en', { assumableRoles })).toEqual([])
  const resources = listOf(permissionsPolicy.Statement).flatMap(({ Resource }) => listOf(Resource))
  for (const resource of resources.filter((text) => !assumableRoles.includes(text))) {
    expect(resource).toMatch(new RegExp(`^arn:${partition}:(s3::|\\w+:[a-z0-9-]*:${accountId}):[^*]+(/\\*|:\\*)?$`))
  }
})

test('the trust policy of an instance is the listing of the paper', () => {
  const listing = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }
  for (const platform of ['ec2', 'ec2-auto-scaling'] as const)
    expect(planIn('us-east-1', platform).trustPolicy).toEqual({ Version: '2012-10-17', Statement: [listing] })
})

test('where customers cannot choose a path, one role in any account can be assumed', () => {
  const fixed = { ...vendor, role: { ...vendor.role, customerMayChoose: [] } }
  expect(planIn('us-east-1', 'ec2', fixed).assumableRoles).toEqual([`arn:aws:iam::*:role/${vendor.role.name}`])
  expect(planIn('us-east-1', 'ec2').assumableRoles).toContain(`arn:aws:iam::*:role/*/${vendor.role.name}`)
})

test('with a suffix for each connection, the beginning of the name is fixed, and the templates say why the end is open', () => {
  const suffixed: Vendor = { ...vendor, role: { ...vendor.role, nameSuffix: 'per-connection', customerMayChoose: [] } }
  const plan = planIn('us-east-1', 'ec2', suffixed)
  expect(plan.assumableRoles).toEqual([`arn:aws:iam::*:role/${vendor.role.name}-*`])
  expect(lintHostingPolicy(policyText(plan.permissionsPolicy), 'en', plan)).toEqual([])
  for (const text of [hostingTemplate(plan), hostingTerraform(plan)])
    expect(text.replace(/\s+#?\s*/g, ' ')).toContain(
      `each connection has its own suffix after ${vendor.role.name}-. That allows every role whose name, or the first part of whose path, starts with it.`,
    )
})

test('an ECS task has an execution role of its own, which the engineer names', () => {
  const plan = planIn('us-east-1', 'ecs')
  expect(hostingTemplate(plan)).toMatch(/\n {2}ExecutionRoleArn:\n {4}Type: String\n[\s\S]*\n {6}ExecutionRoleArn: !Ref ExecutionRoleArn\n/)
  expect(hostingTerraform(plan)).toMatch(/variable "execution_role_arn" \{[\s\S]*\n {2}execution_role_arn +=\s+var\.execution_role_arn\n/)
})

test('the Terraform file for EKS Pod Identity names the version of the provider that it needs', () => {
  expect(hostingTerraform(planIn('us-east-1', 'eks'))).toContain('version 6.2 or later of the hashicorp/aws provider')
})

test('roles with names that are alike have stacks of their own, and the application keeps its one', () => {
  const long = 'Pixelworks_Image_Processing_Platform_Prod'
  const names = [`${long}_Blue`, `${long}_Green`, 'Acme_Old', 'Acme-Old'].map((name) => ({ name }))
  const several = Vendor.parse({ ...vendor, additionalApplicationRoles: names, verifierRole: { name: vendor.name } })
  const stacks = applicationRoles(several).map((role) => hostingPlan(several, exampleChoice(several), role).stackName)
  expect(stacks[0]).toBe(hostingPlan(vendor, exampleChoice(vendor)).stackName)
  expect(new Set(stacks).size).toBe(6)
  expect(stacks.every((stack) => /^[a-z][a-z0-9-]{2,100}$/.test(stack))).toBe(true)
})
