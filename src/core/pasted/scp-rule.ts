import type { PolicyStatement } from '#core/policy/document.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { aboutPermissions, isAskedFor, statementsOf } from './permissions-rules.ts'

export const scpMessages = messages('scp-rule', {
  'policy-requires-boundary': {
    title: 'The policy requires a permissions boundary on new roles',
    sentence: ({ boundary }: BoundaryFacts) =>
      `This policy denies iam:CreateRole unless the new role has the permissions boundary ${boundary}.`,
    detail: ({ boundary, roleName }: BoundaryFacts) =>
      `It applies to the person or tool that creates the role. Keep it, and set this boundary on ${roleName}, in the advanced settings on this page.${
        /::(?:\d{12}|aws|\$\{aws:\w+\}):/.test(boundary)
          ? ''
          : ' The account ID in it doesn’t have 12 digits. If that’s a placeholder, fill it in.'
      }`,
  },
  'permissions-perhaps-scp': {
    title: 'A policy that allows everything except what it denies',
    sentence: 'This policy allows everything except what it denies. It may be a service control policy (SCP) of your organization.',
    detail: ({ vendor, ...facts }: PlanFacts) =>
      `If it’s a policy of the role, it allows more than ${vendor} needs, and its Deny overrides every Allow. To check the permissions policy of the role, paste the output of: ${permissionsCommand(facts)}`,
  },
})

type BoundaryFacts = PlanFacts & { readonly boundary: string }

/** The boundary that a statement requires of new roles, or null. */
function requiredBoundary({ Effect, Action, Condition }: PolicyStatement): string | null {
  const isOfCreation = Effect === 'Deny' && listOf(Action).some((action) => /^(?:iam:CreateRole|iam:Create\*|iam:\*|\*)$/i.test(action))
  const tests = isOfCreation ? Object.entries(Condition ?? {}) : []
  for (const [operator, keys] of tests) {
    const values = Object.entries(keys).find(([key]) => key.toLowerCase() === 'iam:permissionsboundary')?.[1]
    const [boundary] = listOf(values).map(String)
    if (boundary !== undefined && /Not(?:Equals|Like)/.test(operator)) return boundary
  }
  return null
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate */
export const boundaryRule: PastedRule = familyRule(scpMessages.in, {
  id: 'policy-requires-boundary',
  part: 'finding',
  source: pages.boundaries,
  suppresses: ['permissions-perhaps-scp', 'permissions-only-denies', 'permissions-deny', ...aboutPermissions, 'permissions-placeholder'],
  facts: (pastedRole) => {
    const isNamed = pastedRole.permissions.some(({ policyName }) => policyName !== null)
    const boundary = isNamed ? undefined : statementsOf(pastedRole).flatMap((statement) => requiredBoundary(statement) ?? [])[0]
    return boundary === undefined ? null : { ...planFacts(pastedRole.plan), boundary }
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
  part: 'finding',
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
