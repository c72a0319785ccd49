import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { shellQuoted } from '#core/text/encodings.ts'

export const trustFile = 'rolebridge-trust.json'
const permissionsFile = 'rolebridge-permissions.json'

/** With an equals sign where the value would be taken for an option. */
export function option(name: string, value: string): string {
  return value.startsWith('-') ? `--${name}=${shellQuoted(value)}` : `--${name} ${shellQuoted(value)}`
}

export function command(...parts: readonly string[]): string {
  return parts.join(' \\\n  ')
}

/** Reads the trust policy from `trustFile`. */
function createRole(plan: RolePlan): string {
  const tags = Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value }))
  return command(
    'aws iam create-role',
    option('role-name', plan.roleName),
    option('path', plan.path),
    `--max-session-duration ${plan.maxSessionDuration}`,
    ...(plan.permissionsBoundary === null ? [] : [option('permissions-boundary', plan.permissionsBoundary)]),
    ...(tags.length === 0 ? [] : [option('tags', JSON.stringify(tags))]),
    `--assume-role-policy-document file://${trustFile} > /dev/null`,
  )
}

/** Reads the permissions policy from `permissionsFile`. */
const putRolePolicy = (plan: RolePlan): string =>
  command(
    'aws iam put-role-policy',
    option('role-name', plan.roleName),
    option('policy-name', plan.policyName),
    `--policy-document file://${permissionsFile}`,
  )

/** Prints the ARN. */
export const readBack = (plan: RolePlan): string =>
  command('aws iam get-role', option('role-name', plan.roleName), '--query Role.Arn --output text')

/** The command that puts a document into a file. */
export type Written = (filename: string, document: PolicyDocument) => string

/** Creates the role with its permissions and prints its ARN. */
export const createRoleCommands = (plan: RolePlan, written: Written): readonly string[] => [
  written(trustFile, plan.trustPolicy),
  createRole(plan),
  ...(hasPermissions(plan) ? [written(permissionsFile, plan.permissionsPolicy), putRolePolicy(plan)] : []),
  readBack(plan),
]

export const deleteRole = (plan: RolePlan): readonly string[] => [
  ...(hasPermissions(plan)
    ? [command('aws iam delete-role-policy', option('role-name', plan.roleName), option('policy-name', plan.policyName))]
    : []),
  command('aws iam delete-role', option('role-name', plan.roleName)),
]
