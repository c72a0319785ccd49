import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts, trusted } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

/** `account`: in groups; empty where the text masks it. */
type Rejected =
  | { readonly kind: 'unnamed' | 'unique-id' | 'wildcard'; readonly text: string }
  | { readonly kind: 'account'; readonly text: string; readonly account: string; readonly isVendor: boolean }
  | { readonly kind: 'identity'; readonly text: string; readonly isUser: boolean; readonly isVendor: boolean }

/** `isElsewhere`: the text names a Region of a partition that the principal isn't in. `isOfItself`: it may be the role that is created. */
export type RejectedFacts = PlanFacts & {
  readonly rejected: Rejected
  readonly reason: string
  readonly isElsewhere: boolean
  readonly isOfItself: boolean
}

const must = (facts: PlanFacts) => `The principal of this connection is ${trusted(facts)}.`

function sentence({ rejected, ...facts }: RejectedFacts): string {
  const { vendor, isElsewhere } = facts
  if (isElsewhere)
    return `IAM rejected the trust policy. The text names a Region of another partition than that of the principal ${rejected.text}, and roles can’t trust across partitions.`
  switch (rejected.kind) {
    case 'account': {
      const account = rejected.account === '' ? 'an account in it' : `account ${rejected.account}`
      return `IAM rejected the trust policy because ${account} doesn’t exist, or is in a different partition.`
    }
    case 'identity': {
      const named = `the ${rejected.isUser ? 'user' : 'role'} ${rejected.text}`
      return rejected.isVendor
        ? `IAM rejected the trust policy because ${named} doesn’t exist in ${vendor}’s account.`
        : `IAM rejected the trust policy because ${named} doesn’t exist, or IAM doesn’t know it yet.`
    }
    case 'unique-id':
      return `IAM rejected the trust policy because the role or user with the ID ${rejected.text} was deleted.`
    case 'wildcard':
      return `IAM rejected the trust policy because the principal ${rejected.text} has a wildcard.`
    case 'unnamed':
      return 'IAM rejected the trust policy because a principal in it doesn’t exist or isn’t valid.'
  }
}

/** A role that is created can name itself only in its own account. */
const mayBeItself = (rejected: Rejected, { errors, plan }: PastedRole): boolean =>
  rejected.kind === 'identity' &&
  !rejected.isUser &&
  rejected.text.includes(`::${plan.accountId}:role/`) &&
  errors.every(({ roleName }) => roleName === undefined || rejected.text.endsWith(`/${roleName}`))

const ofItself = ({ isOfItself }: Pick<RejectedFacts, 'isOfItself'>): string =>
  isOfItself
    ? ' If it’s the role that is being created, so that it trusts itself, trust its account instead and name it in a condition on aws:PrincipalArn.'
    : ''

function detail({ rejected, ...facts }: RejectedFacts): string {
  const { partition, vendorAccountId, vendor, applicationPrincipalArn, isElsewhere } = facts
  if (isElsewhere)
    return `An account in China or AWS GovCloud (US) can trust only accounts there. Ask ${vendor} whether it has one. Another prefix before the same account ID doesn’t help.`
  switch (rejected.kind) {
    case 'account':
      return rejected.isVendor
        ? `It’s ${vendor}’s account. Check that you’re signed in to an account of the same partition, and ask ${vendor}.`
        : `Compare its digits, and look for a space or an unseen character next to them. An account that was closed doesn’t work either. ${must(facts)}`
    case 'identity':
      return rejected.isVendor
        ? `${applicationPrincipalArn === null ? 'Its name or path may be different.' : `${vendor}’s application calls as ${applicationPrincipalArn}.`} IAM checks a principal when it saves a policy, but not a condition. Trust arn:${partition}:iam::${vendorAccountId}:root, and name the role in a condition on aws:PrincipalArn, as in the policy on this page.`
        : `IAM checks a principal when it saves a policy. If the same run creates it, create it first, wait a few seconds, and try again.${ofItself(facts)} ${must(facts)}`
    case 'unnamed':
      return `A role or user in it must exist before the policy is saved, and its account must have 12 digits. ${must(facts)}`
    case 'unique-id':
    case 'wildcard':
      return must(facts)
  }
}

export const rejectedPrincipalMessages = messages('rejected-principal-rule', {
  'creation-invalid-principal': {
    title: 'IAM can’t find the principal',
    sentence,
    detail: (facts: RejectedFacts) => `${detail(facts)} AWS said: ${facts.reason}`,
  },
})

const ofAccount = (text: string, digits: string, plan: RolePlan): Rejected => ({
  kind: 'account',
  text,
  account: /^\d{12}$/.test(digits) ? accountIdInGroups(digits) : '',
  isVendor: digits === plan.vendorAccountId,
})

/** The principal that IAM names in its error. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function rejectedIn(reason: string, plan: RolePlan): Rejected {
  const [, text = ''] = /invalid principal in policy:? *\\?"AWS\\?" *: *\\?"([^"\s\\]{1,600})/i.exec(reason) ?? []
  return formOf(text, plan)
}

function formOf(text: string, plan: RolePlan): Rejected {
  if (/^A(?:RO|ID)A\w+$/.test(text)) return { kind: 'unique-id', text }
  if (text.includes('*') && !/\*{2,}/.test(text)) return { kind: 'wildcard', text }
  const [, account = '', rest = ''] = /^arn:[\w-]*:(?:iam|sts)::([^:]*):(.+)$/.exec(text) ?? []
  if (rest === 'root') return ofAccount(text, account, plan)
  if (/^\d+$/.test(text)) return ofAccount(text, text, plan)
  const [, kind] = /^(role|user)\//.exec(rest) ?? []
  if (kind !== undefined) return { kind: 'identity', text, isUser: kind === 'user', isVendor: account === plan.vendorAccountId }
  return { kind: 'unnamed', text }
}

/** A policy in the text that names only one principal of AWS. */
function onlyPrincipal({ writtenTrust, plan }: PastedRole): Rejected | null {
  const named = listOf(writtenTrust?.Statement).flatMap(({ Principal }) =>
    typeof Principal === 'object' && Principal !== null && 'AWS' in Principal ? listOf(Principal['AWS']) : [],
  )
  const [only] = [...new Set(named)]
  return only === undefined || new Set(named).size > 1 ? null : formOf(only, plan)
}

/** Each Region is in one partition. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const isInOtherPartition = (text: string, { errors }: PastedRole): boolean =>
  text.startsWith('arn:aws:') &&
  errors.some(({ circumstances = [] }) => circumstances.some((each) => each === 'china-region' || each === 'gov-region'))

/** The principal that IAM rejects, if it’s the role that is to be created. */
export function ownRoleIn(reason: string, { plan, errors }: PastedRole): string | null {
  const [, arn, name] =
    /Invalid principal in policy:? *"AWS" *: *"(arn:[\w-]+:iam::\d{12}:role\/(?:[^"\s]+\/)?([\w+=,.@-]+))"/i.exec(reason) ?? []
  if (arn === undefined) return null
  const isCreated = errors.some(({ message, roleName }) => roleName === name && reason.includes(message))
  return isCreated || arn === plan.roleArn ? arn : null
}

export const rejectedPrincipal: PastedRule = familyRule(rejectedPrincipalMessages.in, {
  id: 'creation-invalid-principal',
  part: 'stack',
  suppressedBy: ['policy-principal-digits', 'policy-no-principal', 'policy-other-principal'],
  source: pages.principal,
  facts: (pastedRole) => {
    const { reasons, plan } = pastedRole
    const reason = reasons.find((candidate) => /Invalid principal in policy/i.test(candidate))
    if (reason === undefined) return null
    const named = rejectedIn(reason, plan)
    const rejected = named.kind === 'unnamed' ? (onlyPrincipal(pastedRole) ?? named) : named
    return {
      ...planFacts(plan),
      rejected,
      reason: asSentence(reason),
      isElsewhere: isInOtherPartition(rejected.text, pastedRole),
      isOfItself: mayBeItself(rejected, pastedRole),
    }
  },
})
