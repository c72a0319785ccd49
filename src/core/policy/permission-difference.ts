import { coversAction, coversPattern } from './action-pattern.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'

/** One action on one resource, as a policy states it. */
export type Permission = {
  readonly effect: PolicyStatement['Effect']
  /** Whether `action` is what is excepted from all actions. */
  readonly isAllBut: boolean
  readonly action: string
  /** Likewise for the resource. */
  readonly isOnAllBut: boolean
  readonly resource: string
  readonly condition: PolicyStatement['Condition'] | null
}

export type PermissionDifference = {
  /** Allowed by the other policy alone. */
  readonly added: readonly Permission[]
  /** Allowed by the other policy, and a part of something wider in the first one that is gone. */
  readonly narrowed: readonly Permission[]
  /** Allowed by the first policy alone. */
  readonly removed: readonly Permission[]
  /** Denied by the other policy alone: it takes away from what is allowed. */
  readonly denied: readonly Permission[]
  /** Denied by the first policy alone: what it took away is back. */
  readonly undenied: readonly Permission[]
}

/** A list that is excepted stays together: each of its items alone would say something else. */
function subjects(listed: readonly string[], excepted: readonly string[]): readonly (readonly [boolean, string])[] {
  return [...listed.map((text) => [false, text] as const), ...(excepted.length === 0 ? [] : [[true, excepted.join(', ')] as const])]
}

export function permissionsOf(statement: PolicyStatement): Permission[] {
  const actions = subjects(listOf(statement.Action), listOf(statement.NotAction))
  const resources = subjects(listOf(statement.Resource), listOf(statement.NotResource))
  return actions.flatMap(([isAllBut, action]) =>
    resources.map(([isOnAllBut, resource]) => ({
      effect: statement.Effect,
      isAllBut,
      action,
      isOnAllBut,
      resource,
      condition: statement.Condition ?? null,
    })),
  )
}

const keyOf = ({ action, ...rest }: Permission): string => JSON.stringify({ action: action.toLowerCase(), ...rest })

export function isPartOf(part: Permission, whole: Permission): boolean {
  if (whole.isAllBut || whole.isOnAllBut || part.isAllBut || part.isOnAllBut || part.effect !== whole.effect) return false
  const isAsConditioned = whole.condition === null || JSON.stringify(whole.condition) === JSON.stringify(part.condition)
  const isWithin = coversAction(whole.action, part.action) || whole.action.toLowerCase() === part.action.toLowerCase()
  return isAsConditioned && isWithin && coversPattern(whole.resource, part.resource)
}

export function distinct(permissions: readonly Permission[]): Permission[] {
  return [...new Map(permissions.map((permission) => [keyOf(permission), permission])).values()]
}

function beyond(permissions: readonly Permission[], others: readonly Permission[]): Permission[] {
  const keys = new Set(others.map(keyOf))
  return distinct(permissions.filter((permission) => !keys.has(keyOf(permission))))
}

/** What a policy allows beyond another one and what it no longer does; the order and the grouping of statements do not matter. */
export function permissionDifference(first: PolicyDocument, other: PolicyDocument): PermissionDifference {
  const [before, after] = [first, other].map((document) => listOf(document.Statement).flatMap(permissionsOf))
  const ofEffect = (effect: Permission['effect'], permissions: readonly Permission[] = []) =>
    permissions.filter((permission) => permission.effect === effect)
  const [allowedBefore, allowedAfter] = [ofEffect('Allow', before), ofEffect('Allow', after)]
  const isIn = (permission: Permission, policy: readonly Permission[]) => policy.some((whole) => isPartOf(permission, whole))
  const fresh = beyond(allowedAfter, allowedBefore)
  return {
    added: fresh.filter((permission) => !isIn(permission, allowedBefore)),
    narrowed: fresh.filter((permission) => isIn(permission, allowedBefore)),
    removed: beyond(allowedBefore, allowedAfter).filter((permission) => !isIn(permission, allowedAfter)),
    denied: beyond(ofEffect('Deny', after), ofEffect('Deny', before)),
    undenied: beyond(ofEffect('Deny', before), ofEffect('Deny', after)),
  }
}
