import { isEveryAction, namesAction } from '#core/policy/action-pattern.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { canWorkOn, isBroadFor } from './action-resources.ts'
import { afterDenial, allowedResources, denialsOf, isAbout } from './allowed-resources.ts'
import { allowIsNarrowed, denyNarrows, narrowingKeys } from './narrowing.ts'
import type { PermissionsSubject } from './permissions-rule.ts'
import { type RoleStatement, roleStatements } from './role-statements.ts'
import { demandedTags, sparedTags } from './tag-limits.ts'
import { reachedByTagging } from './tagging.ts'

/** A pattern of an Allow statement that gives an action, and what is left of it after all explicit denials. */
export type Grant = {
  readonly statement: StatementView
  /** In the policy that is checked, not in another one of the role. */
  readonly isHere: boolean
  /** Null where the statement allows all but what it lists. */
  readonly pattern: PlacedText | null
  /** Those that the action can work on. */
  readonly resources: readonly string[]
  /** A condition limits it to resources with a tag. */
  readonly isTagLimited: boolean
  /** Those among them on which neither the statement's conditions nor a Deny limit it to some. */
  readonly reached: (own?: readonly RegExp[]) => readonly string[]
}

/** The resources on which the conditions let it act. A tag that the role itself can set limits nothing. */
function reachedIn(
  subject: PermissionsSubject,
  action: string,
  { allow, resources }: { readonly allow: RoleStatement; readonly resources: readonly string[] },
) {
  const { knowledge } = subject.context
  const isAll = (resource: string): boolean => isBroadFor(action, resource, knowledge)
  const broad = resources.filter(isAll)
  const narrowing = denialsOf(subject, action).filter((denial) => !afterDenial(broad, denial).some(isAll))
  const limits = [...demandedTags(allow.view.conditions), ...narrowing.flatMap(({ view }) => sparedTags(view.conditions))]
  const reached = (own?: readonly RegExp[]): readonly string[] => {
    const keys = narrowingKeys(own)
    const isNarrowed = allowIsNarrowed(allow.view.conditions, keys) || narrowing.some(({ view }) => denyNarrows(view.conditions, keys))
    return isNarrowed ? [] : limits.reduce((left, limit) => reachedByTagging(subject, action, left, limit), resources)
  }
  return { reached, isTagLimited: limits.length > 0 }
}

function grantsBy(subject: PermissionsSubject, allow: RoleStatement, action: string): readonly Grant[] {
  if (!isAbout(allow, action)) return []
  const resources = allowedResources(allow, denialsOf(subject, action)).filter((resource) =>
    canWorkOn(action, resource, subject.context.knowledge),
  )
  if (resources.length === 0) return []
  const reach = reachedIn(subject, action, { allow, resources })
  const patterns = allow.exceptedActions === null ? allow.actions.filter(({ text }) => namesAction(text, action)) : [null]
  return patterns.map((pattern) => ({ statement: allow.view, isHere: allow.isHere, pattern, resources, ...reach }))
}

const known = new WeakMap<PermissionsSubject, Map<string, readonly Grant[]>>()

/** Where any of the role's policies gives an action. Several rules ask for the same action, so answers are kept. */
export function allGrants(subject: PermissionsSubject, action: string): readonly Grant[] {
  const answers = known.get(subject) ?? new Map<string, readonly Grant[]>()
  known.set(subject, answers)
  const grants = answers.get(action) ?? roleStatements(subject).allows.flatMap((allow) => grantsBy(subject, allow, action))
  answers.set(action, grants)
  return grants
}

/** Where this policy gives an action; without what a rule about `*` or NotAction tells already. */
export function namedGrants(subject: PermissionsSubject, action: string): readonly (Grant & { readonly pattern: PlacedText })[] {
  return allGrants(subject, action).flatMap((grant) =>
    !grant.isHere || grant.pattern === null || isEveryAction(grant.pattern.text) ? [] : [{ ...grant, pattern: grant.pattern }],
  )
}
