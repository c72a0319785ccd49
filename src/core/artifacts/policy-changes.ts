import { hasPermissions, type RolePlan, unchosenPolicies } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'

/** Steps for those who change the policies of a role one by one. */
export const policyChangesMessages = messages('policy-changes', {
  remove: (policy: string, role: string) => `If the role ${role} has the inline policy ${policy}, delete it.`,
  attachTitle: 'Attach the AWS managed policies',
  attach: (arns: string) => `Attach these AWS managed policies to the role: ${arns}.`,
  detach: (arns: string) => `If these AWS managed policies are attached, detach them: ${arns}.`,
  noPolicy: 'The role has no inline policy.',
})

/** Nothing where the plan has no managed policies. */
export const attachSteps = ({ managedPolicyArns }: RolePlan, language = 'en'): readonly string[] =>
  managedPolicyArns.length === 0 ? [] : [policyChangesMessages.in(language).attach(managedPolicyArns.join(', '))]

/** The needs of a role that exists, in addition to the inline policy of a plan that has one. */
export function policyChanges(plan: RolePlan, language = 'en'): readonly string[] {
  const words = policyChangesMessages.in(language)
  const unchosen = unchosenPolicies(plan)
  return [
    ...(hasPermissions(plan) ? [] : [words.remove(plan.policyName, plan.roleName)]),
    ...attachSteps(plan, language),
    ...(unchosen.length === 0 ? [] : [words.detach(unchosen.join(', '))]),
  ]
}
