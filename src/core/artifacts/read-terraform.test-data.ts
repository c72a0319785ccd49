import { parse } from '@cdktf/hcl2json'
import { at, list, section, stringOf } from './read-template.test-data.ts'
import { numberOf, type RoleFacts, sorted, tagsOf } from './role-facts.test-data.ts'

/** hcl2json writes the JSON form of HCL, in which `${` of a text is escaped as it was in the source. */
export function literal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(literal)
  if (typeof value === 'string') return literalText(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [literalText(key), literal(part)]))
}

/** hcl2json escapes a percent sign before a brace in some strings and not in others; the real Terraform tells them apart. */
function withoutDoubledPercent(text: string): string {
  return text.replace(/%+\{/g, '%{')
}

function literalText(text: string): string {
  if (/(?<!\$)\$\{/.test(text)) throw new Error(`Not a literal: ${text}`)
  return withoutDoubledPercent(text.replaceAll('$${', '${'))
}

/** The argument of `jsonencode(…)`, which hcl2json leaves as source. */
async function encoded(expression: unknown): Promise<unknown> {
  const source = /^\$\{jsonencode\((.*)\)\}$/s.exec(stringOf(expression))?.[1]
  if (source === undefined) throw new Error(`Not jsonencode: ${String(expression)}`)
  return literal(section(await parse('value.tf', `value = ${source}`))['value'])
}

function only(resource: unknown): unknown {
  const [first, ...others] = list(resource)
  if (others.length > 0) throw new Error('Several of one name')
  return first
}

/** The set of `for_each`, each member of which is attached. */
export async function attachedArns(resource: Readonly<Record<string, unknown>> | null): Promise<readonly string[]> {
  if (resource === null) return []
  const { for_each: arns, policy_arn: arn } = resource
  const source = /^\$\{toset\((.*)\)\}$/s.exec(stringOf(arns))?.[1]
  if (source === undefined || arn !== `\${each.value}`) throw new Error(`Not a set: ${String(arns)}`)
  return sorted(list(literal(section(await parse('value.tf', `value = ${source}`))['value'])))
}

export async function readTerraform(text: string): Promise<RoleFacts> {
  const file = section(await parse('role.tf', text))
  const resources = section(file, 'resource')
  const role = section(only(at(resources, 'aws_iam_role', 'account_access')))
  const policy = at(resources, 'aws_iam_role_policy', 'account_access')
  const attachment = at(resources, 'aws_iam_role_policy_attachment', 'account_access')
  const stops = section(only(at(only(role['lifecycle']), 'precondition')))
  const accountId = /^\$\{data\.aws_caller_identity\.signed_in\.account_id == "(\d{12})"\}$/.exec(stringOf(stops['condition']))?.[1]
  return {
    accountId: accountId ?? '',
    roleName: stringOf(literal(role['name'])),
    path: stringOf(literal(role['path'])),
    maxSessionDuration: numberOf(role['max_session_duration']),
    permissionsBoundary: role['permissions_boundary'] === undefined ? null : stringOf(literal(role['permissions_boundary'])),
    tags: tagsOf(Object.entries(section(literal(role['tags'] ?? {})))),
    trustPolicy: await encoded(role['assume_role_policy']),
    policyName: policy === undefined ? null : stringOf(literal(at(only(policy), 'name'))),
    permissionsPolicy: policy === undefined ? null : await encoded(at(only(policy), 'policy')),
    managedPolicyArns: await attachedArns(attachment === undefined ? null : section(only(attachment))),
  }
}

/** Every text of Terraform is in this normal form: https://developer.hashicorp.com/terraform/language/expressions/types#string */
export function normalised(facts: RoleFacts): RoleFacts {
  const text = (value: string) => withoutDoubledPercent(value.normalize('NFC'))
  const again = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(again)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [text(key), again(part)]))
  }
  const { trustPolicy, permissionsPolicy, tags } = facts
  return {
    ...facts,
    trustPolicy: again(trustPolicy),
    permissionsPolicy: again(permissionsPolicy),
    tags: tagsOf(Object.entries(section(again(tags)))),
  }
}
