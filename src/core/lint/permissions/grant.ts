import { coversPattern, isEveryAction, namesAction, patternsMeet } from '../action-pattern.ts'
import { readJson } from '../json/json-with-positions.ts'
import { type PlacedText, type PolicyView, policyView, type StatementView } from '../policy-view.ts'
import { allowIsNarrowed, denyNarrows, narrowingKeys } from './narrowing.ts'
import type { PermissionsSubject } from './permissions-rule.ts'
import { isBroad, isOfService } from './resource-breadth.ts'
import { mayBe, s3Levels } from './s3-actions.ts'

/** A pattern of an Allow statement that gives an action, and what is left of it after all explicit denials. */
export type Grant = {
  readonly statement: StatementView
  /** Null where the statement allows all but what it lists. */
  readonly pattern: PlacedText | null
  /** Those that the action can work on. */
  readonly resources: readonly string[]
  /** The statement's conditions, or a Deny, let it act on some of these resources only. */
  readonly isNarrowed: (own?: readonly RegExp[]) => boolean
}

/** This policy and the others of the role. */
export function policiesOf(subject: PermissionsSubject): readonly PolicyView[] {
  const others = (subject.context.otherPolicies ?? []).flatMap((text) => {
    const { root } = readJson(text)
    return root === null ? [] : [policyView(text, root)]
  })
  return [subject, ...others]
}

export const statementsOf = (policy: PolicyView, effect: 'Allow' | 'Deny'): readonly StatementView[] =>
  policy.statements.filter((statement) => statement.effect === effect)

const has = (statement: StatementView, name: string): boolean => statement.element(name) !== undefined

/** Whether a statement is about an action. */
function isAbout(statement: StatementView, action: string): boolean {
  if (has(statement, 'NotAction')) return statement.texts('NotAction').every(({ text }) => !namesAction(text, action))
  return statement.texts('Action').some(({ text }) => namesAction(text, action))
}

const resourceTexts = (statement: StatementView): readonly string[] =>
  has(statement, 'NotResource') ? ['*'] : statement.texts('Resource').map(({ text }) => text)

/** Of a resource what an explicit Deny on all others than these leaves. */
function kept(resource: string, spared: readonly string[]): readonly string[] {
  if (spared.some((other) => coversPattern(other, resource))) return [resource]
  return spared.filter((other) => patternsMeet(other, resource))
}

function afterDenial(resources: readonly string[], denial: StatementView): readonly string[] {
  if (has(denial, 'NotResource')) {
    const spared = denial.texts('NotResource').map(({ text }) => text)
    return resources.flatMap((resource) => kept(resource, spared))
  }
  const denied = denial.texts('Resource').map(({ text }) => text)
  return resources.filter((resource) => !denied.some((pattern) => coversPattern(pattern, resource)))
}

/** A Deny wins over every Allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
function reach(subject: PermissionsSubject, allow: StatementView, action: string): Omit<Grant, 'pattern'> {
  const denials = policiesOf(subject)
    .flatMap((policy) => statementsOf(policy, 'Deny'))
    .filter((denial) => isAbout(denial, action))
    // Those that leave some resources first, so that the others are held against what is left.
    .sort((left, right) => Number(has(right, 'NotResource')) - Number(has(left, 'NotResource')))
  const level = s3Levels.get(action)
  const resources = denials
    .filter((denial) => !has(denial, 'Condition'))
    .reduce(afterDenial, resourceTexts(allow))
    .filter((resource) => isOfService(action, resource) && (level === undefined || mayBe(level, resource)))
  const narrowing = denials.filter((denial) => afterDenial(resources.filter(isBroad), denial).every((resource) => !isBroad(resource)))
  return {
    statement: allow,
    resources,
    isNarrowed: (own) => {
      const keys = narrowingKeys(own)
      return allowIsNarrowed(allow.conditions, keys) || narrowing.some((denial) => denyNarrows(denial.conditions, keys))
    },
  }
}

function grantsOf(subject: PermissionsSubject, policy: PolicyView, action: string): readonly Grant[] {
  return statementsOf(policy, 'Allow')
    .filter((statement) => isAbout(statement, action))
    .flatMap((statement): Grant[] => {
      const rest = reach(subject, statement, action)
      if (rest.resources.length === 0) return []
      if (has(statement, 'NotAction')) return [{ ...rest, pattern: null }]
      return statement.texts('Action').flatMap((pattern) => (namesAction(pattern.text, action) ? [{ ...rest, pattern }] : []))
    })
}

/** Where this policy gives an action; without what a rule about `*` or NotAction tells already. */
export function namedGrants(subject: PermissionsSubject, action: string): readonly (Grant & { readonly pattern: PlacedText })[] {
  return grantsOf(subject, subject, action).flatMap((grant) =>
    grant.pattern === null || isEveryAction(grant.pattern.text) ? [] : [{ ...grant, pattern: grant.pattern }],
  )
}

/** Where any of the role's policies gives an action. */
export function allGrants(subject: PermissionsSubject, action: string): readonly (Grant & { readonly isHere: boolean })[] {
  return policiesOf(subject).flatMap((policy, index) =>
    grantsOf(subject, policy, action).map((grant) => ({ ...grant, isHere: index === 0 })),
  )
}
