import { isAcceptable, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import { denials, isOfRole } from './described-failure.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'
import { isWithoutReason } from './refusal-rules.ts'

/** `written`: with its spaces. */
type SpacedFacts = PlanFacts & { readonly written: string }
type EnteredFacts = PlanFacts & { readonly entered: string }
type ConditionFacts = PlanFacts & { readonly conditionKey: string }
type DeletedFacts = PlanFacts & { readonly uniqueId: string }
export type AssumedFacts = PlanFacts & {
  /** The account of the caller. */
  readonly callerAccount: string
  readonly sentId: 'right' | 'none' | 'other'
  /** Empty for a caller that sent none. */
  readonly sentExternalId: string
  readonly sessionName: string
}

export const isUser = ({ uniqueId }: Pick<DeletedFacts, 'uniqueId'>): boolean => /^AIDA/i.test(uniqueId)

export const isOfVendorAccount = ({ callerAccount, vendorAccountId }: AssumedFacts): boolean => callerAccount === vendorAccountId

const sentWords = ({ sentId, sentExternalId }: AssumedFacts): string => {
  if (sentId === 'none') return 'without an external ID'
  return sentId === 'right' ? 'with the right external ID' : `with the external ID ${sentExternalId}`
}

/** By the beginning of the name, which is written in any case. */
export function conditionKind({ conditionKey }: Pick<ConditionFacts, 'conditionKey'>): 'mfa' | 'organization' | 'service' | 'network' {
  if (/^aws:Multi/i.test(conditionKey)) return 'mfa'
  if (/^aws:Principal/i.test(conditionKey)) return 'organization'
  return /^aws:Source(?:Account|Arn|Org)/i.test(conditionKey) ? 'service' : 'network'
}

const conditionWords = {
  mfa: ({ vendor }: ConditionFacts) =>
    `An application such as ${vendor}’s calls without MFA, so a condition that requires it denies the call.`,
  organization: ({ vendorAccountId }: ConditionFacts) =>
    `A condition that requires your organization denies callers outside it. Then exempt account ${vendorAccountId}.`,
  service: ({ vendor }: ConditionFacts) =>
    `Only calls that an AWS service makes for a resource have this key, so a condition that requires it denies ${vendor}.`,
  network: ({ vendor }: ConditionFacts) =>
    `Compare it with sourceIPAddress in the CloudTrail event of the call, and with the addresses or endpoints from which ${vendor} says that it calls.`,
} as const

export const statedValueMessages = messages('stated-value-rules', {
  'entered-with-space': {
    title: 'A value in the text has a space at its end',
    sentence: ({ written }: SpacedFacts) => `The text has a value with a space at its start or end: "${written}".`,
    detail: ({ written, vendor, ...facts }: SpacedFacts) =>
      `If it was entered like that in ${vendor}, it’s another value, and AWS denies the call with the same error as for a role that doesn’t exist. Enter ${written.trim()} in ${vendor} without the space. If it still fails, paste the output of: ${roleCommand(facts)}`,
  },
  'entered-other-name': {
    title: 'The entered role name is a different one',
    sentence: ({ entered, roleName }: EnteredFacts) =>
      `The text says that ${entered} was entered. The role of this connection is named ${roleName}.`,
    detail: ({ vendor, roleArn, ...facts }: EnteredFacts) =>
      `AWS denies the call for a role that doesn’t exist with the same error as for a wrong external ID. If that’s the role name in ${vendor}, enter ${facts.roleName} there. The whole ARN is ${roleArn}. If it still fails, paste the output of: ${roleCommand(facts)}`,
  },
  'stated-condition-key': {
    title: 'The text names a condition',
    sentence: ({ conditionKey }: ConditionFacts) => `The text names a condition on ${conditionKey}, which may be why AWS denies the call.`,
    detail: (facts: ConditionFacts) =>
      `${conditionWords[conditionKind(facts)](facts)} The requested trust policy doesn’t have this condition. It can also be in a policy of your organization (RCP). To check the trust policy, paste the output of: ${roleCommand(facts)}`,
  },
  'stated-principal-deleted': {
    title: 'The trusted role or user was deleted',
    sentence: (facts: DeletedFacts) =>
      `In the text, ${facts.uniqueId} is a principal. AWS shows such an ID in place of the ARN of ${isUser(facts) ? 'an IAM user' : 'a role'} that was deleted.`,
    detail: (facts: DeletedFacts) =>
      `It lets no one in, because a new ${isUser(facts) ? 'user' : 'role'} with the same name has another ID. If it was ${facts.vendor}’s, ask ${facts.vendor} whether it exists again. Then save the trust policy again with the requested principal, ${trustedPrincipal(facts)}. To check it, paste the output of: ${roleCommand(facts)}`,
  },
  'call-succeeded': {
    title: 'The event shows a call that succeeded',
    sentence: (facts: AssumedFacts) =>
      `The event shows that AWS let account ${facts.callerAccount} assume the role ${sentWords(facts)}.${isOfVendorAccount(facts) ? '' : ` ${facts.vendor} calls from account ${facts.vendorAccountId}.`}`,
    detail: (facts: AssumedFacts) => {
      if (!isOfVendorAccount(facts))
        return `If you don’t know why that account uses the role, remove it from the trust policy, which must trust only ${trustedPrincipal(facts)}. Paste the output of: ${roleCommand(facts)}`
      if (facts.sentId !== 'right')
        return `Then the trust policy doesn’t require the external ID of this connection, ${facts.externalId}. It must have StringEquals on sts:ExternalId with that value. Paste the output of: ${roleCommand(facts)}`
      return `Then the trust policy isn’t the cause of a failure at that time. Find the later events of the session ${facts.sessionName} in CloudTrail, and paste one that has an errorCode. If none has, ask ${facts.vendor}.`
    },
  },
})

const asPlanned = (plan: RolePlan): readonly string[] => [
  plan.roleName,
  plan.roleArn,
  plan.externalId,
  plan.accountId,
  plan.vendorAccountId,
]

/** Without a policy that shows what is trusted. */
const isOpen = ({ trust, findings }: PastedRole): boolean => trust === null && findings.length === 0

const spaced = familyRule(statedValueMessages.in, {
  id: 'entered-with-space',
  part: 'vendor',
  source: pages.roleTroubles,
  suppresses: [...denials, 'vendor-role-not-found'],
  facts: (pastedRole) => {
    const { description, plan } = pastedRole
    const written = description?.spacedValues?.find((value) => asPlanned(plan).includes(value.trim()))
    return written === undefined || !isOpen(pastedRole) || !isOfRole(pastedRole) ? null : { ...planFacts(plan), written }
  },
})

/** Two names that share so many letters do so on purpose. */
const commonLetters = 6

/** Two names for one thing, by their beginnings. */
function isAlike(name: string, other: string): boolean {
  const [one, two] = [name, other].map((each) => each.toLowerCase().slice(0, commonLetters))
  return one === two && name !== other
}

const isOfVendorRole = (name: string, { applicationPrincipalArns }: RolePlan): boolean =>
  applicationPrincipalArns.some((arn) => arn.endsWith(`/${name}`))

const otherName = familyRule(statedValueMessages.in, {
  id: 'entered-other-name',
  part: 'vendor',
  source: pages.roleTroubles,
  suppresses: [...denials, 'vendor-role-not-found'],
  facts: (pastedRole) => {
    const { description, role, plan } = pastedRole
    const names = description?.enteredNames ?? []
    const entered = names.includes(plan.roleName)
      ? undefined
      : names.find((name) => isAlike(name, plan.roleName) && !isOfVendorRole(name, plan))
    return entered === undefined || role !== null || !isOpen(pastedRole) || !isOfRole(pastedRole) ? null : { ...planFacts(plan), entered }
  },
})

const isWithoutReasons = ({ errors, vendorWords }: PastedRole): boolean =>
  errors.length > 0 ? errors.every(isWithoutReason) : vendorWords?.failure === 'assume'

const condition = familyRule(statedValueMessages.in, {
  id: 'stated-condition-key',
  part: 'trust-policy',
  source: pages.stsKeys,
  suppresses: denials,
  facts: (pastedRole) => {
    const { description, plan } = pastedRole
    const conditionKey = description?.conditionKey ?? null
    return conditionKey === null || !isOpen(pastedRole) || !isWithoutReasons(pastedRole) ? null : { ...planFacts(plan), conditionKey }
  },
})

const deleted = familyRule(statedValueMessages.in, {
  id: 'stated-principal-deleted',
  part: 'trust-policy',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  suppresses: [...denials, 'vendor-role-not-found'],
  facts: (pastedRole) => {
    const { description, errors, plan } = pastedRole
    const uniqueId = description?.uniqueId ?? null
    return uniqueId === null || errors.length > 0 || !isOpen(pastedRole) ? null : { ...planFacts(plan), uniqueId }
  },
})

function sentIdOf(externalId: string | null, plan: RolePlan): AssumedFacts['sentId'] {
  if (externalId === null) return 'none'
  return isAcceptable(externalId, plan) ? 'right' : 'other'
}

const succeeded = familyRule(statedValueMessages.in, {
  id: 'call-succeeded',
  part: 'finding',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html',
  facts: (pastedRole) => {
    const { assumed, plan } = pastedRole
    if (assumed === null || assumed.roleArn !== plan.roleArn || !isOpen(pastedRole)) return null
    const { callerAccount, externalId, sessionName } = assumed
    return { ...planFacts(plan), callerAccount, sessionName, sentId: sentIdOf(externalId, plan), sentExternalId: externalId ?? '' }
  },
})

/** Values in the words of a person, or in an event. */
export const statedValueRules: readonly PastedRule[] = [spaced, otherName, deleted, succeeded, condition]
