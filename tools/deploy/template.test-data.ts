import { readFileSync } from 'node:fs'
import { at, readTemplate, resolved, type Stack, section } from '#core/artifacts/read-template.test-data.ts'
import { roleNamePattern } from '#core/connection/suffixed-role-name.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import { exampleChoice, type HostingPlan, hostingPlan } from '#core/hosting/hosting-plan.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }

/** Roles of their own: the simulated vendor account has the role of the demo's config already. */
const planOf = (applicationRoleName: string, role: object): HostingPlan => {
  const vendor = Vendor.parse({ ...demoVendor, applicationRoleName, role: { ...demoVendor.role, ...role } })
  const choice = { ...exampleChoice(vendor), tables: [], buckets: [], registryTable: 'rolebridge', functionName: 'rolebridge' }
  return hostingPlan(vendor, { ...choice, platform: 'lambda' })
}

/** Each form that the policy of the application role can have. */
export const plans: readonly (readonly [name: string, plan: HostingPlan])[] = [
  ['a config without a path', planOf('WithoutPath', { customerMayChoose: [] })],
  ['a config whose customers choose the path', planOf('WithAnyPath', { customerMayChoose: ['path'] })],
  ['a config with a path', planOf('WithPath', { path: '/pixelworks/', customerMayChoose: [] })],
  ['a config with a path that customers can change', planOf('WithPathOrAny', { path: '/pixelworks/', customerMayChoose: ['path'] })],
  ['a config with a suffix for each connection', planOf('WithSuffix', { nameSuffix: 'per-connection', customerMayChoose: ['path'] })],
]

const templateText = readFileSync('deploy/aws.yaml', 'utf8')

/** The parameters that a config gives, as docs/deploy.md tells the vendor's engineer. */
export const parametersOf = ({ vendor, roleName, registryTable, functionName }: HostingPlan): Readonly<Record<string, string>> => ({
  ApplicationRoleName: roleName,
  CustomerRoleName: roleNamePattern(vendor),
  CustomerRolePath: vendor.role.path,
  CustomersChoosePath: String(mayChoose(vendor, 'path')),
  CodeBucket: 'pixelworks-code',
  CodeKey: 'rolebridge.zip',
  TableName: registryTable ?? '',
  FunctionName: functionName,
})

/** A Ref of a resource is its name here, because only AWS knows more. */
export function stackOf(plan: HostingPlan, parameters: Readonly<Record<string, string>> = {}): Stack {
  const template = readTemplate(templateText)
  const resources = Object.fromEntries(Object.keys(section(template, 'Resources')).map((name) => [name, name]))
  const pseudo = {
    ...resources,
    Api: 'a1b2c3d4e5',
    'AWS::Partition': plan.partition,
    'AWS::AccountId': plan.accountId,
    'AWS::Region': plan.region,
    'AWS::URLSuffix': 'amazonaws.com',
  }
  return { template, parameters: { ...parametersOf(plan), ...parameters }, pseudo }
}

/** The properties of a resource, with all functions resolved. */
export const propertiesOf = (stack: Stack, resource: string, ...path: readonly string[]) =>
  section(resolved(at(stack.template, 'Resources', resource, 'Properties', ...path), stack))
