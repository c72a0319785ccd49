import type { AccountId } from './account-id.ts'
import { RoleName, RolePath, UserName, UserPath } from './iam-names.ts'
import type { Partition } from './partition.ts'

export type Arn = {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly accountId: string
  readonly resource: string
}

type RoleIdentity<Within extends string, Account extends string> = {
  readonly partition: Within
  readonly accountId: Account
  readonly roleName: RoleName
  readonly path: RolePath
}

/** Splits an ARN into its parts without checking them. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function readArn(text: string): Arn | null {
  const [whole, partition = '', service = '', region = '', accountId = '', resource = ''] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(text) ?? []
  return whole === undefined ? null : { partition, service, region, accountId, resource }
}

/** Null for anything but an IAM or STS resource of one account. */
function readIdentityArn(text: string, service: 'iam' | 'sts'): Arn | null {
  const arn = readArn(text)
  if (arn === null || arn.service !== service || arn.region !== '' || !/^[\w-]+$/.test(arn.partition)) return null
  return /^\d{12}$/.test(arn.accountId) ? arn : null
}

/** The path is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArn({ partition, accountId, roleName, path }: RoleIdentity<Partition, AccountId>): string {
  return `arn:${partition}:iam::${accountId}:role${path}${roleName}`
}

/** Null when the text is not the ARN of a role. */
export function readRoleArn(text: string): RoleIdentity<string, string> | null {
  const arn = readIdentityArn(text, 'iam')
  const [, path, name] = /^role(\/(?:.*\/)?)([^/]+)$/.exec(arn?.resource ?? '') ?? []
  const [rolePath, roleName] = [RolePath.safeParse(path), RoleName.safeParse(name)]
  if (arn === null || !rolePath.success || !roleName.success) return null
  return { partition: arn.partition, accountId: arn.accountId, path: rolePath.data, roleName: roleName.data }
}

/** The role of `arn:…:sts::…:assumed-role/RoleName/session`. Its path is not in the ARN. Null for a user, the root user, or anything else. */
export function assumedRole(text: string): Omit<RoleIdentity<string, string>, 'path'> | null {
  const arn = readIdentityArn(text, 'sts')
  const roleName = RoleName.safeParse(/^assumed-role\/([^/]+)\/[^/]+$/.exec(arn?.resource ?? '')?.[1])
  return arn === null || !roleName.success ? null : { partition: arn.partition, accountId: arn.accountId, roleName: roleName.data }
}

/** Compares no paths, because the ARN of a session has none. */
export function isSessionOf(session: string, role: string): boolean {
  const [found, expected] = [assumedRole(session), readRoleArn(role)]
  if (found === null || expected === null) return false
  return found.partition === expected.partition && found.accountId === expected.accountId && found.roleName === expected.roleName
}

type UserIdentity<Within extends string, Account extends string> = {
  readonly partition: Within
  readonly accountId: Account
  readonly userName: UserName
  readonly path: UserPath
}

/** The path is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function userArn({ partition, accountId, userName, path }: UserIdentity<Partition, AccountId>): string {
  return `arn:${partition}:iam::${accountId}:user${path}${userName}`
}

/** Null when the text is not the ARN of an IAM user. */
export function readUserArn(text: string): UserIdentity<string, string> | null {
  const arn = readIdentityArn(text, 'iam')
  const [, path, name] = /^user(\/(?:.*\/)?)([^/]+)$/.exec(arn?.resource ?? '') ?? []
  const [userPath, userName] = [UserPath.safeParse(path), UserName.safeParse(name)]
  if (arn === null || !userPath.success || !userName.success) return null
  return { partition: arn.partition, accountId: arn.accountId, path: userPath.data, userName: userName.data }
}

/**
 * That a caller, as `sts:GetCallerIdentity` names it, is this role or user. A role calls in sessions, and a user as itself.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const isCallerOf = (callerArn: string, principalArn: string): boolean =>
  readUserArn(principalArn) === null ? isSessionOf(callerArn, principalArn) : callerArn === principalArn

/** The account stands for every identity in it that its own policies allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
export function accountRootArn(partition: Partition, accountId: AccountId): string {
  return `arn:${partition}:iam::${accountId}:root`
}
