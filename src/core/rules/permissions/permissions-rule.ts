import type { Rule } from '#core/policy/form/rule.ts'
import type { PolicyView } from '#core/policy/policy-view.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'

/** What is known of the role that the policy is for. */
export type PermissionsContext = {
  readonly partition?: string | undefined
  readonly customerAccountId?: string | undefined
  /** Without it some rules cannot tell, and stay silent. */
  readonly knowledge?: ActionKnowledge | undefined
  /** How the role gets the policy. AWS lets an inline policy be longer. */
  readonly attachment?: 'managed' | 'inline' | undefined
  /** The texts of the role's other permissions policies: what a role may do is what all of them together allow. */
  readonly otherPolicies?: readonly string[] | undefined
  /** The managed policies of the role. */
  readonly attachedPolicyArns?: readonly string[] | undefined
}

export type PermissionsSubject = PolicyView & { readonly context: PermissionsContext }

export type PermissionsRule = Rule<PermissionsSubject>
