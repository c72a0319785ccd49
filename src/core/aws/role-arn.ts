import type { AccountId } from './account-id.ts'
import type { Partition } from './partition.ts'
import { RoleName, RolePath } from './role-name.ts'

type RoleIdentity = { readonly partition: Partition; readonly accountId: AccountId; readonly roleName: RoleName; readonly path: RolePath }

/** The path is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArn({ partition, accountId, roleName, path }: RoleIdentity): string {
  return `arn:${partition}:iam::${accountId}:role${path}${roleName}`
}

/** Null for what is no ARN of a role. */
export function roleInArn(arn: string): Pick<RoleIdentity, 'roleName' | 'path'> | null {
  const [, path, name] = /^arn:[^:]+:iam::\d{12}:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? []
  const [rolePath, roleName] = [RolePath.safeParse(path), RoleName.safeParse(name)]
  return rolePath.success && roleName.success ? { path: rolePath.data, roleName: roleName.data } : null
}

/** The account stands for every identity in it that its own policies allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
export function accountRootArn(partition: Partition, accountId: AccountId): string {
  return `arn:${partition}:iam::${accountId}:root`
}
