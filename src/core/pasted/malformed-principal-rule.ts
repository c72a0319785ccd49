import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

export type MalformedFacts = PlanFacts & { readonly quoted: string; readonly message: string }

export const malformedPrincipalMessages = messages('malformed-principal', {
  'policy-principal-form': {
    title: 'The principal isn’t a valid ARN',
    sentence: ({ quoted }: MalformedFacts) => `IAM rejected the trust policy because its principal ${quoted} isn’t a valid ARN.`,
    detail: ({ partition, vendorAccountId, trustedUser, message }: MalformedFacts) =>
      `Write ${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}. AWS said: ${message}`,
  },
  'principal-malformed': {
    title: 'The principal isn’t a valid ARN',
    sentence: ({ quoted }: MalformedFacts) => `The principal ${quoted} of the trust policy isn’t a valid ARN, so IAM rejects the policy.`,
    detail: ({ partition, vendorAccountId, trustedUser }: MalformedFacts) =>
      `Its account is the right one, but its form isn’t. Write ${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}.`,
  },
})

const rejected = /invalid principal in policy:? *\\?"AWS\\?" *: *\\?"([^"\n]{1,400}?)\\?"/i

/** A masked account is none either, but nothing can be told of it. */
const validForm =
  /^(?:\d+|\*|A(?:ROA|IDA)[A-Z0-9]+|arn:[\w-]+:(?:iam|sts)::[^:]*:(?:root|(?:user|role|assumed-role|federated-user)\/[\w+=,.@/*-]+))$/

const isMasked = (quoted: string): boolean => /\*{2,}|x{4,}|<|\.\.\.|…/i.test(quoted)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const malformedPrincipal: PastedRule = familyRule(malformedPrincipalMessages.in, {
  id: 'policy-principal-form',
  suppresses: ['TP04', 'TP09', 'creation-invalid-principal', 'principal-malformed'],
  suppressedBy: ['policy-principal-digits', 'policy-no-principal', 'policy-other-principal', 'policy-of-other-role'],
  part: 'trust-policy',
  source: pages.principal,
  facts: ({ reasons, plan }) => {
    for (const reason of reasons) {
      const quoted = rejected.exec(reason)?.[1]?.trim()
      if (quoted !== undefined && !validForm.test(quoted) && !isMasked(quoted))
        return { ...planFacts(plan), quoted, message: asSentence(reason) }
    }
    return null
  },
})

/** Values that a template fills in later. */
const isOpenValue = (text: string): boolean => /[$<{}]/.test(text)

/** A principal with the vendor's account in an ARN that is none. */
export const malformedInPolicy: PastedRule = familyRule(malformedPrincipalMessages.in, {
  id: 'principal-malformed',
  suppresses: ['TP04'],
  part: 'trust-policy',
  source: pages.principal,
  facts: ({ writtenTrust, plan }) => {
    const named = listOf(writtenTrust?.Statement).flatMap(({ Principal }) =>
      typeof Principal === 'object' && Principal !== null && 'AWS' in Principal ? listOf(Principal['AWS']) : [],
    )
    const isOfVendor = (text: string): boolean => /^arn:/.test(text) && text.split(':').includes(plan.vendorAccountId)
    const quoted = named.find((text) => isOfVendor(text) && !validForm.test(text) && !isOpenValue(text) && !/\s/.test(text))
    return quoted === undefined ? null : { ...planFacts(plan), quoted, message: '' }
  },
})
