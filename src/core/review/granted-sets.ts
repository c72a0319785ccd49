import type { VendorText } from '#core/connection/permission-set.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { chosenPermissionSets, managedPolicyArns, permissionsPolicy } from '#core/connection/role-policies.ts'
import { listOf, type PolicyStatement } from '#core/policy/document.ts'
import { managedPolicyLine, managedPolicyRisk } from '#core/policy/managed-policy-words.ts'
import { policyInPlainWords } from '#core/policy/plain-words.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { actionRisk } from './action-risks.ts'

export type GrantedAction = {
  readonly action: string
  /** In plain words, with what it is allowed on. */
  readonly does: string
  /** At worst, for an attacker who compromised the vendor. */
  readonly worst: string
}

/** A chosen permission set, for a reviewer who doesn't know the vendor. */
export type GrantedSet = {
  readonly id: string
  readonly title: VendorText
  readonly why: VendorText
  readonly isRequired: boolean
  readonly actions: readonly GrantedAction[]
  /** Lines of its Deny statements, which override every Allow. */
  readonly denied: readonly string[]
}

const grantedActions = (statement: PolicyStatement, language: string, knowledge?: ActionKnowledge): readonly GrantedAction[] =>
  listOf(statement.Action).flatMap((action) =>
    policyInPlainWords({ Statement: { ...statement, Action: action } }, language).can.map((does) => ({
      action,
      does,
      worst: actionRisk(action, language, knowledge),
    })),
  )

/** A managed policy of AWS, in place of an action. */
const grantedPolicy = (arn: string, language: string): GrantedAction => ({
  action: arn,
  does: managedPolicyLine(arn, language),
  worst: managedPolicyRisk(arn, language),
})

/** An edited policy, which replaces the permission sets. */
export type EditedGrants = {
  readonly actions: readonly GrantedAction[]
  /** Lines of the Deny statements, which override every Allow. */
  readonly denied: readonly string[]
}

/** For NotAction, the risk is that of a wildcard. */
function grantedButSome(statement: PolicyStatement, language: string): readonly GrantedAction[] {
  if (statement.NotAction === undefined) return []
  const action = `NotAction ${listOf(statement.NotAction).join(', ')}`
  return policyInPlainWords({ Statement: statement }, language).can.map((does) => ({ action, does, worst: actionRisk('*', language) }))
}

/** Every permission of a policy that the customer edited; null where the sets make the policy. */
export function editedGrants(
  {
    isPolicyEdited,
    permissionsPolicy: edited,
    managedPolicyArns: arns,
  }: Pick<RolePlan, 'isPolicyEdited' | 'permissionsPolicy' | 'managedPolicyArns'>,
  language = 'en',
  knowledge?: ActionKnowledge,
): EditedGrants | null {
  if (!isPolicyEdited) return null
  const statements = listOf(edited.Statement)
  return {
    actions: [
      ...statements
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap((statement) => [...grantedActions(statement, language, knowledge), ...grantedButSome(statement, language)]),
      ...arns.map((arn) => grantedPolicy(arn, language)),
    ],
    denied: policyInPlainWords(edited, language).never,
  }
}

export type GrantedSetsPlan = Pick<RolePlan, 'accountId' | 'region' | 'roleArn' | 'permissions' | 'vendor'>

/** Every permission of the role, under the set that requests it. */
export function grantedSets(plan: GrantedSetsPlan, language = 'en', knowledge?: ActionKnowledge): readonly GrantedSet[] {
  const { vendor } = plan
  return chosenPermissionSets(plan, vendor).map((set) => {
    const alone = { ...vendor, permissionSets: [set] }
    const { id, title, why, required: isRequired } = set
    const policy = permissionsPolicy(plan, alone)
    return {
      id,
      title,
      why,
      isRequired,
      actions: [
        ...listOf(policy.Statement).flatMap((statement) => grantedActions(statement, language, knowledge)),
        ...managedPolicyArns(plan, alone).map((arn) => grantedPolicy(arn, language)),
      ],
      denied: policyInPlainWords(policy, language).never,
    }
  })
}
