type RoleOfArn = { readonly partition: string; readonly accountId: string; readonly roleName: string }

const sessionArn = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/
const roleArn = /^arn:([a-z-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/

function read(pattern: RegExp, arn: string): RoleOfArn | null {
  const [, partition, accountId, roleName] = pattern.exec(arn) ?? []
  return partition && accountId && roleName ? { partition, accountId, roleName } : null
}

/** Of `arn:…:sts::…:assumed-role/RoleName/session`; null for a user, the root user, or anything else. */
export function assumedRole(arn: string): RoleOfArn | null {
  return read(sessionArn, arn)
}

/**
 * Whether a session belongs to a role. The path of a role is not in the ARN of its sessions, so it cannot be compared.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function isSessionOf(session: string, role: string): boolean {
  const [found, expected] = [assumedRole(session), read(roleArn, role)]
  if (found === null || expected === null) return false
  return found.partition === expected.partition && found.accountId === expected.accountId && found.roleName === expected.roleName
}
