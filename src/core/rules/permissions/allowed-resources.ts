import { coversPattern, namesAction, patternsMeet } from '#core/policy/action-pattern.ts'
import type { PermissionsSubject } from './permissions-rule.ts'
import { type RoleStatement, roleStatements } from './role-statements.ts'

export function isAbout({ actions, exceptedActions }: RoleStatement, action: string): boolean {
  if (exceptedActions !== null) return !exceptedActions.some((pattern) => namesAction(pattern, action))
  return actions.some(({ text }) => namesAction(text, action))
}

/** The part of a resource that an explicit Deny on all others than these leaves. */
function kept(resource: string, spared: readonly string[]): readonly string[] {
  if (spared.some((other) => coversPattern(other, resource))) return [resource]
  return spared.filter((other) => patternsMeet(other, resource))
}

export function afterDenial(resources: readonly string[], denial: RoleStatement): readonly string[] {
  const { exceptedResources } = denial
  if (exceptedResources !== null) return resources.flatMap((resource) => kept(resource, exceptedResources))
  return resources.filter((resource) => !denial.resources.some((pattern) => coversPattern(pattern, resource)))
}

/** The denials about an action, with and without conditions. */
export const denialsOf = (subject: PermissionsSubject, action: string): readonly RoleStatement[] =>
  roleStatements(subject).denials.filter((denial) => isAbout(denial, action))

/** The resources that a statement allows and no unconditional Deny takes back. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export const allowedResources = (allow: RoleStatement, denials: readonly RoleStatement[]): readonly string[] =>
  denials.filter(({ isConditional }) => !isConditional).reduce(afterDenial, allow.exceptedResources === null ? allow.resources : ['*'])
