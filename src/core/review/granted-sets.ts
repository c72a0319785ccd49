import type { RolePlan } from '#core/connection/role-plan.ts'
import type { VendorText } from '#core/connection/vendor-text.ts'
import { listOf, type PolicyStatement } from '#core/policy/document.ts'
import { chosenPermissionSets, permissionsPolicy } from '#core/policy/permissions-policy.ts'
import { policyInPlainWords } from '#core/policy/plain-words.ts'
import { statementWords } from '#core/policy/statement-words.ts'
import { inEnglish, type Say } from '#core/rules/said.ts'
import { actionRisk } from './action-risks.ts'

export type GrantedAction = {
  readonly action: string
  /** In plain words, with what it is allowed on. */
  readonly does: string
  /** In the hands of somebody who has taken over the vendor. */
  readonly worst: string
}

/** A permission set that was chosen, as somebody has to judge it who does not know the vendor. */
export type GrantedSet = {
  readonly id: string
  readonly title: VendorText
  readonly why: VendorText
  readonly isRequired: boolean
  readonly actions: readonly GrantedAction[]
}

const grantedActions = (statement: PolicyStatement, say: Say): readonly GrantedAction[] =>
  listOf(statement.Action).flatMap((action) =>
    policyInPlainWords({ Statement: { ...statement, Action: action } }, say).can.map((does) => ({
      action,
      does,
      worst: actionRisk(action, say),
    })),
  )

/** An edited policy, which stands in the place of the sets. */
export type EditedGrants = {
  readonly actions: readonly GrantedAction[]
  /** What Deny statements forbid, whatever else allows it. */
  readonly denied: readonly string[]
}

/** Of all actions but some, the worst is that of a pattern. */
function grantedButSome(statement: PolicyStatement, say: Say): readonly GrantedAction[] {
  if (statement.NotAction === undefined) return []
  const action = `NotAction ${listOf(statement.NotAction).join(', ')}`
  return policyInPlainWords({ Statement: statement }, say).can.map((does) => ({ action, does, worst: actionRisk('*', say) }))
}

/** Every permission of a policy that the customer edited; null where the sets make the policy. */
export function editedGrants(
  { isPolicyEdited, permissionsPolicy: edited }: Pick<RolePlan, 'isPolicyEdited' | 'permissionsPolicy'>,
  say: Say = inEnglish,
): EditedGrants | null {
  if (!isPolicyEdited) return null
  const statements = listOf(edited.Statement)
  return {
    actions: statements
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap((statement) => [...grantedActions(statement, say), ...grantedButSome(statement, say)]),
    denied: statementWords(edited, undefined, say).flatMap(({ effect, lines }) => (effect === 'Deny' ? lines : [])),
  }
}

export type GrantedSetsPlan = Pick<RolePlan, 'accountId' | 'region' | 'permissions' | 'vendor'>

/** Every permission of the role, none left out, under the set that asks for it. */
export function grantedSets(plan: GrantedSetsPlan, say: Say = inEnglish): readonly GrantedSet[] {
  const { vendor } = plan
  return chosenPermissionSets(plan, vendor).map((set) => {
    const alone = { ...vendor, permissionSets: [set] }
    const { id, title, why, required: isRequired } = set
    return {
      id,
      title,
      why,
      isRequired,
      actions: listOf(permissionsPolicy(plan, alone).Statement).flatMap((statement) => grantedActions(statement, say)),
    }
  })
}
