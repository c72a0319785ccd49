import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

type ElementFacts = { readonly quoted: string; readonly reason: string }
type FieldFacts = ElementFacts & { readonly isRole: boolean }

export const policyElementErrorMessages = messages('policy-element-error-rules', {
  'policy-action-form': {
    title: 'An action in the policy isn’t valid',
    sentence: 'IAM rejected a policy because an action in it isn’t valid.',
    detail: ({ reason }: ElementFacts) =>
      `An action is the prefix of a service, a colon, and an operation, for example s3:GetObject. Only the operation can have a wildcard. AWS said: ${reason}`,
  },
  'policy-resource-form': {
    title: 'A resource in the policy isn’t an ARN',
    sentence: ({ quoted }: ElementFacts) =>
      quoted === ''
        ? 'IAM rejected a permissions policy because a Resource in it isn’t a valid ARN.'
        : `IAM rejected a permissions policy because the Resource ${quoted} isn’t a valid ARN.`,
    detail: ({ reason }: ElementFacts) =>
      `Write the whole ARN, for example arn:aws:s3:::BUCKET for a bucket. A parameter in it may be empty. The trust policy isn’t the cause, because it has no Resource. AWS said: ${reason}`,
  },
  'policy-statement-id': {
    title: 'A statement ID in the policy isn’t valid',
    sentence: 'IAM rejected a policy because a statement ID (Sid) in it isn’t valid.',
    detail: ({ reason }: ElementFacts) =>
      `A Sid has only letters and digits, and no other statement of the policy has it. AWS said: ${reason}`,
  },
  'policy-unknown-field': {
    title: 'The policy has a field that policies don’t have',
    sentence: ({ quoted }: FieldFacts) => `IAM rejected the policy because it has the field ${quoted}, which policies don’t have.`,
    detail: ({ isRole, reason }: FieldFacts) =>
      isRole
        ? `This looks like the output of get-role. As the trust policy, send only the value of AssumeRolePolicyDocument. AWS said: ${reason}`
        : `Remove it, or check its spelling and where it’s nested. AWS said: ${reason}`,
  },
})

type Form = { readonly id: 'policy-action-form' | 'policy-resource-form' | 'policy-statement-id'; readonly pattern: RegExp }

/** The words of IAM, with the value in question where they name it. */
const forms: readonly Form[] = [
  {
    id: 'policy-action-form',
    pattern:
      /Action vendors[^\n]{0,60}\bmust not\b|Actions\/Conditions must be prefixed by a vendor|Actions?\b[^\n]{0,20}\bmust be prefixed/i,
  },
  {
    id: 'policy-resource-form',
    pattern:
      /Resource (\S{0,600}?) ?must be in ARN format|Resource vendor must be fully qualified|IAM resource (?:path must|\S{0,300} cannot contain region)|Resource (\S{0,600}) (?:can ?not|must not) (?:contain|be)/i,
  },
  { id: 'policy-statement-id', pattern: /Statement IDs? \(SID\)/i },
]

function rejected({ reasons }: PastedRole, pattern: RegExp): { readonly found: RegExpExecArray; readonly reason: string } | null {
  for (const reason of reasons) {
    const found = pattern.exec(reason)
    if (found !== null) return { found, reason: asSentence(reason) }
  }
  return null
}

const isMasked = (value: string): boolean => !/[A-Za-z\d]/.test(value)

const ofForm = ({ id, pattern }: Form): PastedRule =>
  familyRule(policyElementErrorMessages.in, {
    id,
    part: id === 'policy-resource-form' ? 'permissions-policy' : 'trust-policy',
    source: pages.createRole,
    facts: (pastedRole) => {
      const error = rejected(pastedRole, pattern)
      if (error === null) return null
      const quoted = error.found[1] ?? error.found[2] ?? ''
      return { quoted: isMasked(quoted) ? '' : quoted, reason: error.reason }
    },
  })

const unknownField = familyRule(policyElementErrorMessages.in, {
  id: 'policy-unknown-field',
  part: 'trust-policy',
  source: pages.createRole,
  facts: (pastedRole) => {
    const error = rejected(pastedRole, /(?:Has prohibited field|Unknown field) (?!(?:Not)?(?:Resource|Principal)\b)(\w+)/i)
    const quoted = error?.found[1]
    if (error === null || quoted === undefined) return null
    return { quoted, isRole: /^(?:Role|RoleName|AssumeRolePolicyDocument|Arn|Path)$/.test(quoted), reason: error.reason }
  },
})

/** Errors of IAM about one element of a policy. */
export const policyElementErrorRules: readonly PastedRule[] = [...forms.map(ofForm), unknownField]
