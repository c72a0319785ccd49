import { readFileSync } from 'node:fs'
import { at, readTemplate, resolved, type Stack, section } from '#core/artifacts/read-template.test-data.ts'
import { roleNamePattern } from '#core/connection/suffixed-role-name.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'

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
