import { RoleName } from '#core/aws/iam-names.ts'
import { consoleHost, type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { Region } from '#core/aws/region.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { percentDecoded } from '#core/text/strings.ts'

type Plan = Pick<RolePlan, 'partition' | 'roleName'>

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-custom.html names this URL. */
export const iamConsoleUrl = ({ partition }: Pick<RolePlan, 'partition'>): string => `https://${partitions[partition].consoleDomain}/iam/`

/** AWS documents the ways to the pages below and not their URLs, so the steps that lead there are always shown as well. */
export const createRoleUrl = ({ partition }: Plan): string => createRolePage(partition)

const createRolePage = (partition: Partition): string => `${iamConsoleUrl({ partition })}home#/roles/create?step=selectEntities`

/** The partition of that page. Null for any other URL. */
export const readCreateRoleUrl = (url: string): Partition | null =>
  partitionIds.find((partition) => createRolePage(partition) === url) ?? null

/** The partition of IAM's first page. Null for any other URL. */
export const readIamConsoleUrl = (url: string): Partition | null =>
  partitionIds.find((partition) => iamConsoleUrl({ partition }) === url) ?? null

export const iamSettingsUrl = (plan: Plan): string => `${iamConsoleUrl(plan)}home#/account_settings`

/** The stacks of the plan's Region, filtered by the name of its stack. */
export const stacksUrl = ({ partition, region, stackName }: Pick<RolePlan, 'partition' | 'region' | 'stackName'>): string =>
  `https://${consoleHost(partition, region)}/cloudformation/home?region=${region}#/stacks?filteringText=${encodeURIComponent(stackName)}`

/** The Region of that page. Null for any other URL. */
export function readStacksUrl(url: string): Region | null {
  const [, region] = /^https:\/\/[^/?#]+\/cloudformation\/home\?region=([a-z0-9-]+)#\/stacks\?filteringText=[^/?#&]+$/.exec(url) ?? []
  return Region.safeParse(region).data ?? null
}

type RoleTab = 'permissions' | 'trust_relationships'

/** The page of the role, on one of its tabs. */
export const roleUrl = (plan: Plan, tab: RoleTab): string =>
  `${iamConsoleUrl(plan)}home#/roles/details/${encodeURIComponent(plan.roleName)}?section=${tab}`

/** The role and the partition in a URL of that page. Null for any other URL. Never throws. */
export function readRoleUrl(url: string): Plan | null {
  const [, host = '', name = ''] = /^https:\/\/([^/?#]+)\/iam\/home#\/roles\/details\/([^/?#]+)\?section=[a-z_]+$/.exec(url) ?? []
  const partition = partitionIds.find((id) => partitions[id].consoleDomain === host)
  const roleName = RoleName.safeParse(percentDecoded(name)).data
  return partition === undefined || roleName === undefined ? null : { partition, roleName }
}
