import { messages } from '#core/text/messages.ts'
import type { ListedRole } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

type ListFacts = PlanFacts & { readonly named: string; readonly trusted: string }

export const roleListMessages = messages('role-list-rules', {
  'role-list-trusts': {
    title: 'The role trusts the vendor’s account',
    sentence: ({ roleName, vendor, vendorAccount }: ListFacts) =>
      `The role ${roleName} exists and trusts ${vendor}’s account ${vendorAccount}. The list doesn’t show whether it requires the external ID.`,
    detail: (facts: ListFacts) => `To check it, paste the output of: ${roleCommand(facts)}`,
  },
  'role-list-other-trust': {
    title: 'The role trusts someone else',
    sentence: ({ roleName, trusted, vendor, vendorAccount }: ListFacts) =>
      `The list shows that ${roleName} trusts ${trusted}. ${vendor} needs account ${vendorAccount} there.`,
    detail: (facts: ListFacts) =>
      `The list may not show every principal. To see the trust policy, paste the output of: ${roleCommand(facts)}`,
  },
  'role-list-other-name': {
    title: 'A role with a different name trusts the vendor',
    sentence: ({ roleName, named, vendor }: ListFacts) =>
      `The list has no role named ${roleName}, which ${vendor} calls. The role ${named} trusts ${vendor}’s account.`,
    detail: ({ roleName, vendor }: ListFacts) =>
      `If the list shows all roles, create ${roleName}, or tell ${vendor} the ARN of the other role. A role can’t be renamed.`,
  },
  'role-list-absent': {
    title: 'The role isn’t in the list',
    sentence: ({ roleName }: ListFacts) => `The list has no role named ${roleName}.`,
    detail: ({ roleName, account }: ListFacts) =>
      `If it shows all roles of account ${account}, the role wasn’t created, was deleted, or is in a different account. Otherwise, search for ${roleName} in the list.`,
  },
})

type ListId = keyof ReturnType<typeof roleListMessages.in>

function assessed({ roleList, plan }: PastedRole): { readonly id: ListId; readonly role: ListedRole | null } | null {
  if (roleList === null) return null
  const isTrusting = ({ accountIds }: ListedRole): boolean => accountIds.includes(plan.vendorAccountId)
  const own = roleList.roles.find(({ roleName }) => roleName.toLowerCase() === plan.roleName.toLowerCase())
  if (own !== undefined) return { id: isTrusting(own) ? 'role-list-trusts' : 'role-list-other-trust', role: own }
  const other = roleList.roles.find(isTrusting)
  return other === undefined ? { id: 'role-list-absent', role: null } : { id: 'role-list-other-name', role: other }
}

const ids: readonly ListId[] = ['role-list-trusts', 'role-list-other-trust', 'role-list-other-name', 'role-list-absent']

/** The list of roles in the IAM console, which names whom each role trusts. */
export const roleListRules: readonly PastedRule[] = ids.map((id) =>
  familyRule(roleListMessages.in, {
    id,
    part: 'finding',
    source: pages.roleTroubles,
    facts: (pastedRole) => {
      const found = assessed(pastedRole)
      if (found?.id !== id) return null
      return { ...planFacts(pastedRole.plan), named: found.role?.roleName ?? '', trusted: found.role?.trusted ?? '' }
    },
  }),
)
