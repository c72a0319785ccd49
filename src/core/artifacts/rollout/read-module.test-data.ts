import { parse } from '@cdktf/hcl2json'
import { at, list, section, stringOf } from '#core/artifacts/read-template.test-data.ts'
import { literal } from '#core/artifacts/read-terraform.test-data.ts'
import { numberOf, type RoleFacts, tagsOf } from '#core/artifacts/role-facts.test-data.ts'

type Scope = { readonly accountId: string; readonly connection: Readonly<Record<string, unknown>> }

const signedIn = 'data.aws_caller_identity.signed_in.account_id'

/** The templates of a text, as Terraform would fill them in while it works in one account; what else looks like one is refused by `literal`. */
function filled(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((part) => filled(part, scope))
  if (typeof value === 'string') {
    return value.replace(
      /(?<!\$)\$\{(data\.aws_caller_identity\.signed_in\.account_id|local\.account_access_connection\.(\w+))\}/g,
      (_, path, name) => (path === signedIn ? scope.accountId : stringOf(scope.connection[String(name)])),
    )
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, scope)]))
}

async function encoded(expression: unknown, scope: Scope): Promise<unknown> {
  const source = /^\$\{jsonencode\((.*)\)\}$/s.exec(stringOf(expression))?.[1]
  if (source === undefined) throw new Error(`Not jsonencode: ${String(expression)}`)
  return literal(filled(section(await parse('value.tf', `value = ${source}`))['value'], scope))
}

/** The one resource of a type that exists where the module works in the account. */
function resourceIn(resources: unknown, type: string, scope: Scope): Readonly<Record<string, unknown>> | null {
  const all = Object.values(section(at(resources, type) ?? {})).map((resource) => section(list(resource)[0]))
  const existing = all.filter((resource) => {
    if (resource['count'] === undefined) return true
    const wanted = /^\$\{local\.account_access_connection\.role == "(\w+)" \? 1 : 0\}$/.exec(stringOf(resource['count']))?.[1]
    return wanted === scope.connection['role']
  })
  if (existing.length > 1) throw new Error(`${existing.length} of ${type}`)
  return existing[0] ?? null
}

/** What the module creates where its provider is of one account. */
export async function readModule(text: string, accountId: string): Promise<RoleFacts> {
  const file = section(await parse('main.tf', text))
  const [locals] = list(file['locals'])
  const connections = section(at(locals, 'account_access_connections'))
  const scope: Scope = { accountId, connection: section(connections[accountId]) }
  const role = resourceIn(file['resource'], 'aws_iam_role', scope)
  if (role === null) throw new Error(`No role in ${accountId}`)
  const policy = resourceIn(file['resource'], 'aws_iam_role_policy', scope)
  const value = (found: unknown) => literal(filled(found, scope))
  return {
    accountId,
    roleName: stringOf(value(role['name'])),
    path: stringOf(value(role['path'])),
    maxSessionDuration: numberOf(role['max_session_duration']),
    permissionsBoundary: role['permissions_boundary'] === undefined ? null : stringOf(value(role['permissions_boundary'])),
    tags: tagsOf(Object.entries(section(value(role['tags'] ?? {})))),
    trustPolicy: await encoded(role['assume_role_policy'], scope),
    policyName: policy === null ? null : stringOf(value(policy['name'])),
    permissionsPolicy: policy === null ? null : await encoded(policy['policy'], scope),
  }
}
