import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

/** `identity`: for example `user deploy`. Empty for an account, and for the application itself. */
type RejectedAccount = { readonly quoted: string; readonly digits: number; readonly identity: string }

export const principalDigitsMessages = messages('principal-digits-rule', {
  'policy-principal-digits': {
    title: 'The account ID in the principal doesn’t have 12 digits',
    sentence: ({ quoted, digits }: RejectedAccount) =>
      digits === 0
        ? `IAM rejected the principal ${quoted}. In this text, it has no account ID.`
        : `IAM rejected the principal ${quoted} because its account ID has ${digits} digits. Account IDs have 12.`,
    detail: ({ vendor, vendorAccountId, identity, digits }: PlanFacts & RejectedAccount) =>
      [
        ...(digits > 0 ? [] : ['If the policy has none either, a variable for it is empty.']),
        identity === ''
          ? `${vendor}’s account is ${vendorAccountId}.`
          : `Write the ID of the account that has the ${identity}. It must exist before a policy names it, and one that was just created isn’t known everywhere for some seconds.`,
        ...(digits > 0 || identity !== '' ? [] : ['If it was only removed for this text, check its digits in the policy.']),
      ].join(' '),
  },
})

/** The role or user of another account than the vendor's, as a sentence names it. Empty for an account, and for the application itself. */
function identityIn(quoted: string, { applicationPrincipalArns, applicationUserArn }: RolePlan): string {
  const [, path = ''] = /:((?:role|user)\/\S+)$/.exec(quoted) ?? []
  const isOfVendor = [...applicationPrincipalArns, applicationUserArn].some((arn) => arn?.endsWith(`:${path}`))
  return path === '' || isOfVendor ? '' : path.replace('/', ' ')
}

/** The account of a principal that IAM names in its error, where it is no account. */
function rejectedPrincipal({ reasons, plan }: PastedRole): RejectedAccount | null {
  for (const reason of reasons) {
    const [, quoted, ofArn, alone] =
      /invalid principal in policy:? *"AWS" *: *"((?:(?:arn:[\w-]+:iam::)(\d*):|(\d+)\b)[^"\s]*)"/i.exec(reason) ?? []
    const digits = (ofArn ?? alone ?? '').length
    if (quoted !== undefined && digits !== 12) return { quoted, digits, identity: identityIn(quoted, plan) }
  }
  return null
}

export const principalDigits: PastedRule = familyRule(principalDigitsMessages.in, {
  id: 'policy-principal-digits',
  part: 'trust-policy',
  source: pages.principal,
  facts: (pastedRole) => {
    const rejected = rejectedPrincipal(pastedRole)
    return rejected === null ? null : { ...planFacts(pastedRole.plan), ...rejected }
  },
})
