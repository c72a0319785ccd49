import { listOf } from '#core/policy/document.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import type { Denial } from './denial.ts'
import { deniedAction } from './denied-session.ts'
import type { ErrorTextFact, PermissionsPolicyFact } from './pasted-fact.ts'

const allowsAction = (actions: readonly string[], action: string): boolean =>
  actions.some((pattern) => pattern !== '*' && matchesPattern(action.toLowerCase(), pattern.toLowerCase()))

const statementsFor = ({ document }: PermissionsPolicyFact, action: string) =>
  listOf(document.Statement).filter(({ Effect, Action }) => Effect === 'Allow' && allowsAction(listOf(Action), action))

/** Pasted next to a denied call that it names, so that it shows what the caller may do. Outputs of IAM name the policy of a role. */
export const isOfDeniedCaller = (policy: PermissionsPolicyFact, errors: readonly ErrorTextFact[], roleName: string): boolean =>
  policy.policyName === null &&
  errors.some(({ message }) => {
    const action = deniedAction(message)
    const isOfRole = !/\bUser: arn:/.test(message) || message.includes(`:assumed-role/${roleName}/`)
    return action !== '' && !isOfRole && statementsFor(policy, action).length > 0
  })

/** The part of a denied call that a policy in the text allows. `resources`: none of them is the denied one. */
export type ShownLimits = { readonly resources: readonly string[]; readonly keys: readonly string[] }

/** Null where the text shows no policy of the caller that limits the call. */
export function shownLimits({ action, resource }: Denial, policies: readonly PermissionsPolicyFact[]): ShownLimits | null {
  const statements = policies.flatMap((policy) => statementsFor(policy, action))
  if (statements.length === 0 || resource === '') return null
  const isCovered = (pattern: string): boolean => matchesPattern(resource, pattern)
  const resources = [...new Set(statements.flatMap(({ Resource }) => listOf(Resource)))]
  const keys = [
    ...new Set(statements.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap((tests) => Object.keys(tests ?? {})))),
  ]
  const others = resources.some(isCovered) ? [] : resources
  return others.length === 0 && keys.length === 0 ? null : { resources: others, keys }
}
