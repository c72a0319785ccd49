import type { Partition } from '#core/aws/partition.ts'
import { behaviourOf } from './accounts.ts'
import type { Role, RoleVersion, State, World } from './state.ts'
import { editedPolicy } from './trust-edits.ts'

type RoleIdentity = Pick<Role, 'partition' | 'accountId' | 'roleName'>

/** Names are unique in an account without regard to case. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleKey = ({ partition, accountId, roleName }: RoleIdentity): string => `${partition}/${accountId}/${roleName.toLowerCase()}`

export const roleArnOf = ({ partition, accountId, path, roleName }: Role): string =>
  `arn:${partition}:iam::${accountId}:role${path}${roleName}`

/** How long STS and S3 go on seeing what was there before a change. */
const propagationMs = (world: World, accountId: string): number => behaviourOf(world, accountId).propagationMs ?? world.delayMs

function versions(world: World, key: string): readonly RoleVersion[] {
  const seed = Object.hasOwn(world.seeds, key) ? world.seeds[key] : undefined
  const stored = Object.hasOwn(world.state.roles, key) ? world.state.roles[key] : undefined
  return stored ?? (seed === undefined ? [] : [{ from: 0, role: seed }])
}

/** What happens to a role of its own accord, in a scenario account. */
function grownOlder(world: World, role: Role, time: number): Role | null {
  const { later } = behaviourOf(world, role.accountId)
  const changesAt = role.createdAt + (later?.afterMs ?? 0)
  if (later === undefined || time < changesAt || role.trustSetAt !== role.createdAt) return role
  return later.trust === null
    ? null
    : { ...role, trustPolicy: editedPolicy(role.trustPolicy, later.trust, role.partition), trustSetAt: changesAt }
}

function at(world: World, key: string, time: number): Role | null {
  const role = versions(world, key).findLast((version) => version.from <= time)?.role ?? null
  return role === null ? null : grownOlder(world, role, time)
}

/** As IAM sees it: at once. */
export function currentRole(world: World, key: string): Role | null {
  return at(world, key, world.now)
}

/** As STS and S3 see it: later. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
export function propagatedRole(world: World, key: string): Role | null {
  const account = key.split('/')[1] ?? ''
  return at(world, key, world.now - propagationMs(world, account))
}

/** Whether a role of this name is there, or a stack is about to create one. */
export function isNameTaken(world: World, key: string): boolean {
  return currentRole(world, key) !== null || versions(world, key).some(({ from, role }) => from > world.now && role !== null)
}

const rememberedMs = 600_000

/** The state with new versions of a role, in place of those that still lay ahead. */
export function withRoleVersions(world: World, key: string, added: readonly RoleVersion[]): State {
  const past = versions(world, key).filter((version) => version.from <= world.now)
  const lastForgotten = past.findLastIndex((version) => version.from < world.now - rememberedMs)
  return { ...world.state, roles: { ...world.state.roles, [key]: [...past.slice(Math.max(lastForgotten, 0)), ...added] } }
}

export function withRole(world: World, role: Role): State {
  return withRoleVersions(world, roleKey(role), [{ from: world.now, role }])
}

/** As IAM sees them. */
export function rolesIn(world: World, partition: Partition, accountId: string): readonly Role[] {
  const prefix = `${partition}/${accountId}/`
  const keys = new Set([...Object.keys(world.seeds), ...Object.keys(world.state.roles)].filter((key) => key.startsWith(prefix)))
  return [...keys].flatMap((key) => currentRole(world, key) ?? [])
}
