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
})

const rejected = /invalid principal in policy:? *\\?"AWS\\?" *: *\\?"([^"\n]{1,400}?)\\?"/i

/** A masked account is none either, but nothing can be told of it. */
const validForm =
  /^(?:\d+|\*|A(?:ROA|IDA)[A-Z0-9]+|arn:[\w-]+:(?:iam|sts)::[^:]*:(?:root|(?:user|role|assumed-role|federated-user)\/[\w+=,.@/*-]+))$/

const isMasked = (quoted: string): boolean => /\*{2,}|x{4,}|<|\.\.\.|…/i.test(quoted)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const malformedPrincipal: PastedRule = familyRule(malformedPrincipalMessages.in, {
  id: 'policy-principal-form',
  suppresses: ['TP04', 'TP09', 'creation-invalid-principal'],
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
