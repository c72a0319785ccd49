import type { Partition } from '#core/aws/partition.ts'
import { behaviorOf } from './accounts.ts'
import type { Role, RoleVersion, State, World } from './state.ts'
import { editedPolicy } from './trust-edits.ts'

type RoleIdentity = Pick<Role, 'partition' | 'accountId' | 'roleName'>

/** Names are unique in an account, ignoring case. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleKey = ({ partition, accountId, roleName }: RoleIdentity): string => `${partition}/${accountId}/${roleName.toLowerCase()}`

export const roleArnOf = ({ partition, accountId, path, roleName }: Role): string =>
  `arn:${partition}:iam::${accountId}:role${path}${roleName}`

/** How long STS and S3 use the state before a change. */
const propagationMs = (world: World, accountId: string): number => behaviorOf(world, accountId).propagationMs ?? world.delayMs

function versions(world: World, key: string): readonly RoleVersion[] {
  const seed = Object.hasOwn(world.seeds, key) ? world.seeds[key] : undefined
  const stored = Object.hasOwn(world.state.roles, key) ? world.state.roles[key] : undefined
  return stored ?? (seed === undefined ? [] : [{ from: 0, role: seed }])
}

/** Applies the change that a scenario makes to a role after some time. */
function laterVersion(world: World, role: Role, time: number): Role | null {
  const { later } = behaviorOf(world, role.accountId)
  const changesAt = role.createdAt + (later?.afterMs ?? 0)
  if (later === undefined || time < changesAt || role.trustSetAt !== role.createdAt) return role
  return later.trust === null
    ? null
    : { ...role, trustPolicy: editedPolicy(role.trustPolicy, later.trust, role.partition), trustSetAt: changesAt }
}

function at(world: World, key: string, time: number): Role | null {
  const role = versions(world, key).findLast((version) => version.from <= time)?.role ?? null
  return role === null ? null : laterVersion(world, role, time)
}

/** IAM sees a change immediately. */
export function currentRole(world: World, key: string): Role | null {
  return at(world, key, world.now)
}

/** STS and S3 see a change after it propagated. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency */
export function propagatedRole(world: World, key: string): Role | null {
  const account = key.split('/')[1] ?? ''
  return at(world, key, world.now - propagationMs(world, account))
}

/** True also while a stack is about to create the role. */
export function isNameTaken(world: World, key: string): boolean {
  return currentRole(world, key) !== null || versions(world, key).some(({ from, role }) => from > world.now && role !== null)
}

const rememberedMs = 600_000

/** Adds versions of a role, which replace its future versions. */
export function withRoleVersions(world: World, key: string, added: readonly RoleVersion[]): State {
  const past = versions(world, key).filter((version) => version.from <= world.now)
  const lastForgotten = past.findLastIndex((version) => version.from < world.now - rememberedMs)
  return { ...world.state, roles: { ...world.state.roles, [key]: [...past.slice(Math.max(lastForgotten, 0)), ...added] } }
}

export function withRole(world: World, role: Role): State {
  return withRoleVersions(world, roleKey(role), [{ from: world.now, role }])
}

export function rolesIn(world: World, partition: Partition, accountId: string): readonly Role[] {
  const prefix = `${partition}/${accountId}/`
  const keys = new Set([...Object.keys(world.seeds), ...Object.keys(world.state.roles)].filter((key) => key.startsWith(prefix)))
  return [...keys].flatMap((key) => currentRole(world, key) ?? [])
}
