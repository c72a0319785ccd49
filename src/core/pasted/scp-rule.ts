import type { PolicyStatement } from '#core/policy/document.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { aboutPermissions, isAskedFor, statementsOf } from './permissions-rules.ts'

export const scpMessages = messages('scp-rule', {
  'permissions-perhaps-scp': {
    title: 'A policy that allows everything except what it denies',
    sentence: 'This policy allows everything except what it denies. It may be a service control policy (SCP) of your organization.',
    detail: ({ vendor, ...facts }: PlanFacts) =>
      `If it’s a policy of the role, it allows more than ${vendor} needs, and its Deny overrides every Allow. To check the permissions policy of the role, paste the output of: ${permissionsCommand(facts)}`,
  },
})

const isEverything = ({ Action, Resource, Condition }: PolicyStatement): boolean =>
  Condition === undefined && listOf(Action).includes('*') && listOf(Resource).includes('*')

/**
 * The usual form of an SCP, which a policy of the role can have too. Outputs of IAM name the policy of a role.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export const scpRule: PastedRule = familyRule(scpMessages.in, {
  id: 'permissions-perhaps-scp',
  part: 'organization',
  suppresses: ['permissions-deny', ...aboutPermissions],
  source: pages.serviceControlPolicies,
  facts: (pastedRole) => {
    const isNamed = pastedRole.permissions.some(({ policyName }) => policyName !== null)
    const statements = statementsOf(pastedRole).filter((statement) => !isAskedFor(statement, pastedRole))
    const allows = statements.filter(({ Effect }) => Effect === 'Allow')
    const isScp = !isNamed && allows.length > 0 && allows.length < statements.length && allows.every(isEverything)
    return isScp ? planFacts(pastedRole.plan) : null
  },
})
