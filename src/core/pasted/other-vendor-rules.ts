import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { deniedCall } from './role-denial.ts'

type OtherFacts = PlanFacts & { readonly named: string; readonly callerAccount: string }

export const otherVendorMessages = messages('other-vendor-rules', {
  'event-of-others': {
    title: 'The call has nothing to do with this connection',
    sentence: ({ callerAccount, named }: OtherFacts) =>
      `Account ${callerAccount} tried to assume ${named}, which isn’t the role of this connection.`,
    detail: ({ roleArn, vendor }: OtherFacts) => `This says nothing about ${roleArn}. ${vendor} didn’t make this call.`,
  },
  'event-not-of-vendor': {
    title: 'The call wasn’t made by the vendor',
    sentence: ({ callerAccount, vendor }: OtherFacts) =>
      `Account ${callerAccount} made this call, not ${vendor}, so the denial is expected.`,
    detail: ({ vendorAccount, roleName }: OtherFacts) =>
      `The role allows only account ${vendorAccount} with your external ID. To check it, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  },
  'called-role-unnamed': {
    title: 'The called role has no name',
    sentence: ({ named }: OtherFacts) => `The call was for ${named}, which ends before the name of a role.`,
    detail: ({ roleArn, vendor }: OtherFacts) =>
      `If the text wasn’t shortened, the program that made the call has no role name, for example because a variable, an annotation, or a field is empty. No role can match that. The role of this connection is ${roleArn}. If ${vendor} made the call, ask ${vendor}.`,
  },
  'message-of-others': {
    title: 'The message is about a different role',
    sentence: ({ named }: OtherFacts) => `The message is about the role ${named}, which isn’t the role of this connection.`,
    detail: ({ roleArn, vendor }: OtherFacts) =>
      `This says nothing about ${roleArn}. If the message came from ${vendor}, ask ${vendor} which role it calls.`,
  },
})

const fromOtherAccount = (id: 'event-of-others' | 'event-not-of-vendor', isOtherRole: boolean): PastedRule =>
  familyRule(otherVendorMessages.in, {
    id,
    part: 'finding',
    source: pages.assumeRole,
    suppresses: ['vendor-other-role', 'vendor-other-external-id', 'vendor-denied'],
    facts: ({ vendorWords, plan }) => {
      const { callerAccount, roleArn } = vendorWords ?? {}
      if (callerAccount == null || roleArn == null || callerAccount === plan.vendorAccountId) return null
      return (roleArn !== plan.roleArn) === isOtherRole ? { ...planFacts(plan), named: roleArn, callerAccount } : null
    },
  })

/** In a vendor's words, which name no caller. A name without a capital letter or a digit may be a word of the sentence. */
const namedRole =
  /sts:AssumeRole on (?:resource:? )?(?:role )?["'`]?(?:(arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*\w)|([\w+=,.@-]{1,63}\w))/i

function roleNamedIn(message: string): string | null {
  const [, arn, name] = deniedCall(message) === null ? (namedRole.exec(message) ?? []) : []
  return arn ?? (name !== undefined && /[A-Z\d]/.test(name) ? name : null)
}

const ofOthers = familyRule(otherVendorMessages.in, {
  id: 'message-of-others',
  part: 'caller',
  source: pages.assumeRole,
  suppresses: ['vendor-other-role', 'vendor-other-external-id', 'refused-without-reason', 'vendor-denied'],
  facts: ({ errors, plan }) => {
    const isPlanned = (named: string): boolean => [plan.roleArn, plan.roleName].some((known) => known.toLowerCase() === named.toLowerCase())
    const named = errors.map(({ message }) => roleNamedIn(message)).find((each) => each !== null && !isPlanned(each))
    return named == null ? null : { ...planFacts(plan), named, callerAccount: '' }
  },
})

/** The part of an ARN before the name of its role. */
const unnamedRole = /\bon (?:resource:? )?(?:role )?["'`]?(arn:[\w-]+:iam::(?:\d{12}|[*xX]{3,14}):role\/?)(?=["'`.,)]?(?:\s|$))/

/** The role's path and name are empty in the call itself. */
export const unnamedRoleRule: PastedRule = familyRule(otherVendorMessages.in, {
  id: 'called-role-unnamed',
  part: 'caller',
  source: pages.identifiers,
  suppresses: ['refused-without-reason', 'caller-is-not-vendor', 'called-other-role', 'call-of-others', 'vendor-denied'],
  facts: ({ errors, plan }) => {
    const message = errors.find((error) => /AssumeRole\b(?!With)/.test(error.message) && unnamedRole.test(error.message))?.message ?? ''
    const [, named] = unnamedRole.exec(message) ?? []
    return named === undefined ? null : { ...planFacts(plan), named, callerAccount: '' }
  },
})

/** The integration of another vendor. */
export const otherVendorRules: readonly PastedRule[] = [
  fromOtherAccount('event-of-others', true),
  fromOtherAccount('event-not-of-vendor', false),
  ofOthers,
]
