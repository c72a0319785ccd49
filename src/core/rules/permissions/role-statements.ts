import { readJson } from '#core/policy/json/json-with-positions.ts'
import { type PlacedText, type PolicyView, policyView, type StatementView } from '#core/policy/policy-view.ts'
import type { PermissionsSubject } from './permissions-rule.ts'

/** A statement of one of the role's policies, its texts made out once: each is held against every action of every danger list. */
export type RoleStatement = {
  readonly view: StatementView
  /** In the policy that is checked, not in another one of the role. */
  readonly isHere: boolean
  readonly actions: readonly PlacedText[]
  /** The actions that it is not about; null where it lists those that it is about. */
  readonly exceptedActions: readonly string[] | null
  readonly resources: readonly string[]
  /** The resources that it is not about; null where it lists those that it is about. */
  readonly exceptedResources: readonly string[] | null
  readonly isConditional: boolean
}

export type RoleStatements = { readonly allows: readonly RoleStatement[]; readonly denials: readonly RoleStatement[] }

export const statementsOf = (policy: PolicyView, effect: 'Allow' | 'Deny'): readonly StatementView[] =>
  policy.statements.filter((statement) => statement.effect === effect)

const textsOf = (view: StatementView, name: string): readonly string[] => view.texts(name).map(({ text }) => text)

const exceptions = (view: StatementView, name: string): readonly string[] | null =>
  view.element(name) === undefined ? null : textsOf(view, name)

function roleStatement(view: StatementView, isHere: boolean): RoleStatement {
  return {
    view,
    isHere,
    actions: view.texts('Action'),
    exceptedActions: exceptions(view, 'NotAction'),
    resources: textsOf(view, 'Resource'),
    exceptedResources: exceptions(view, 'NotResource'),
    isConditional: view.element('Condition') !== undefined,
  }
}

/** This policy first, then the others of the role. */
function policiesOf(subject: PermissionsSubject): readonly PolicyView[] {
  const others = (subject.context.otherPolicies ?? []).flatMap((text) => {
    const { root } = readJson(text)
    return root === null ? [] : [policyView(text, root)]
  })
  return [subject, ...others]
}

function madeOut(subject: PermissionsSubject): RoleStatements {
  const all = (effect: 'Allow' | 'Deny') =>
    policiesOf(subject).flatMap((policy, index) => statementsOf(policy, effect).map((view) => roleStatement(view, index === 0)))
  // Denials of all but some resources first, so that the others are held against what is left.
  const weight = ({ exceptedResources }: RoleStatement) => (exceptedResources === null ? 1 : 0)
  return { allows: all('Allow'), denials: all('Deny').sort((left, right) => weight(left) - weight(right)) }
}

const known = new WeakMap<PermissionsSubject, RoleStatements>()

export function roleStatements(subject: PermissionsSubject): RoleStatements {
  const statements = known.get(subject) ?? madeOut(subject)
  known.set(subject, statements)
  return statements
}
