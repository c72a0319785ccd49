import { readRoleArn } from '#core/aws/arn.ts'
import type { Connection } from '#core/connection/connection.ts'

type Role = Pick<Connection, 'accountId' | 'roleArn'>

/** By account, the ARNs of its roles. */
function rolesByAccount(connections: readonly Role[]): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>()
  for (const { accountId, roleArn } of connections) roles.set(accountId, (roles.get(accountId) ?? new Set()).add(roleArn))
  return roles
}

/** The names of roles where an account has several, by which its connections differ. */
export function rolesOfSeveral(connections: readonly Role[]): (connection: Role) => string | null {
  const roles = rolesByAccount(connections)
  return ({ accountId, roleArn }) => ((roles.get(accountId)?.size ?? 0) > 1 ? (readRoleArn(roleArn)?.roleName ?? null) : null)
}
