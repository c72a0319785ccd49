import { messages } from '#core/text/messages.ts'
import { inList } from '#core/text/plural.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import { changedIdRule } from './changed-id-rule.ts'
import type { DeniedSession } from './denied-session.ts'
import { denials, isAssumption, isFailedInWords, isOfRole } from './described-failure.ts'
import type { DescriptionFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

type RegionFacts = PlanFacts & { readonly regions: readonly string[] }
/** `denied`: the call that AWS denied to the program's own identity. */
export type UnusedFacts = PlanFacts & { readonly denied: Pick<DeniedSession, 'caller' | 'action'> | null; readonly hasValues: boolean }
type SomeFacts = PlanFacts & { readonly commonPath: string | null; readonly worksForManagement: boolean }
/** `isConfiguration`: the text shows the call, and doesn’t say who makes it. */
type UnsentFacts = PlanFacts & { readonly isConfiguration: boolean }
type NameFacts = PlanFacts & { readonly named: string }

export const descriptionMessages = messages('description-rules', {
  'application-external-id-missing': {
    title: 'The caller doesn’t send the external ID',
    sentence: 'In this text, the call is made without the external ID.',
    detail: ({ isConfiguration, ...facts }: UnsentFacts) =>
      isConfiguration
        ? `A role that requires the external ID denies such a call. If the program is ${facts.vendor}’s, ${facts.vendor} needs to send the external ID ${facts.externalId} with sts:AssumeRole. If you run it with your own credentials, the denial is expected: the requested role trusts only ${trustedPrincipal(facts)}. Don’t remove the condition from the trust policy.`
        : `A role that requires the external ID denies such a call, so the role needs no change. ${facts.vendor} needs to send the external ID ${facts.externalId} with sts:AssumeRole. Don’t remove the condition from the trust policy.`,
  },
  'application-external-id-unsendable': {
    title: 'The caller has no way to send the external ID',
    sentence: 'The text says that the program has no way to send an external ID, so the call lacks it.',
    detail: ({ vendor, externalId }: PlanFacts) =>
      `A role that requires the external ID denies such a call. Keep the condition, because it protects the role from other customers of the same vendor. The caller needs a version or a client that sends ${externalId}, or it gets its credentials another way, such as from a profile with external_id, or from a script that calls aws sts assume-role with --external-id. If it’s ${vendor}’s program, ${vendor} needs to fix it.`,
  },
  'call-without-role': {
    title: 'The call wasn’t made with the role',
    sentence: ({ denied, hasValues }: UnusedFacts) => {
      if (denied !== null)
        return `${denied.caller} called ${denied.action} itself. The text says that the call was meant for another account, or for the assumed role.`
      return hasValues
        ? 'The text says that the program doesn’t use the role. The role ARN and the external ID in it are right.'
        : 'The text says that the program calls AWS without using the role.'
    },
    detail: ({ vendor, roleArn, externalId, denied, hasValues }: UnusedFacts) => {
      if (denied !== null)
        return `The program didn’t use the credentials of the assumed role for this call, so it or its settings need to be fixed. Don’t allow ${denied.action} to the caller for that: that wouldn’t make the program use the role, or give it access to another account. If it’s ${vendor}’s program, ${vendor} needs to fix it.`
      return hasValues
        ? `Nothing in the text speaks against the role. The program probably doesn’t read these settings: compare their names, prefix, and place with its documentation, and check its version and its log. If it’s ${vendor}’s program, ${vendor} needs to fix it.`
        : `Then the trust policy isn’t the cause. Check in the settings of the program that it assumes ${roleArn} with the external ID ${externalId}. To see who calls, run there: aws sts get-caller-identity If it’s ${vendor}’s program, ${vendor} needs to fix it.`
    },
  },
  'call-some-regions': {
    title: 'The call fails in some Regions only',
    sentence: ({ regions }: RegionFacts) => `The text says that the call fails in ${inList(regions)}, and not everywhere.`,
    detail: (facts: RegionFacts) =>
      `A role and its trust policy are the same in every Region, so they’re probably not the cause. Ask your AWS Organizations admin whether a policy of the organization (SCP or RCP) blocks these Regions, and check under Account, AWS Regions that they’re enabled. AWS STS must be active there for the account that calls. If ${facts.vendor} names every Region, paste the output of: ${roleCommand(facts)}`,
  },
  'call-worked-later': {
    title: 'It worked when it was tried again',
    sentence: 'The text says that it worked when it was tried again, with nothing changed.',
    detail: ({ vendor }: PlanFacts) =>
      `A role that was just created or changed isn’t known everywhere in AWS at once. It takes seconds, at most two minutes. The role needs no change for that. If it fails again later, paste the new error, or ask ${vendor}.`,
  },
  'stated-id-empty': {
    title: 'The external ID was left empty',
    sentence: 'The text says that the external ID was left empty.',
    detail: (facts: PlanFacts) =>
      `Set it in both places: the trust policy must require ${facts.externalId} with StringEquals on sts:ExternalId, and ${facts.vendor} must have the same value. To check the trust policy, paste the output of: ${roleCommand(facts)}`,
  },
  'call-works-for-some': {
    title: 'It works with one role and not with others',
    sentence: ({ commonPath, worksForManagement }: SomeFacts) => {
      if (commonPath !== null)
        return `The text says that it works with one role and not with others. The roles have the path ${commonPath}/.`
      return worksForManagement
        ? 'The text says that it works in the management account, and not in other accounts.'
        : 'The text says that it works with one role and not with others.'
    },
    detail: ({ vendor, commonPath, worksForManagement }: SomeFacts) =>
      commonPath === null
        ? `${worksForManagement ? 'First check that the role exists in a failing member account. If a stack set creates it, its instance there must be current. Then compare' : 'Compare'} a failing role with the one that works: its exact ARN, the trusted account, and the external ID. AWS’s error is the same for each of them. Ask ${vendor} which role ARN it calls where it fails.${worksForManagement ? ' Policies of the organization apply to member accounts alone: an RCP can block the call that assumes the role, and an SCP what the role does then.' : ''}`
        : `If ${vendor} makes the ARNs of the other roles itself, from the account ID and a name, it probably leaves out the path, and calls roles that don’t exist. AWS’s error is the same as for a wrong external ID. Ask ${vendor} which ARN it calls. Then enter the whole ARNs in ${vendor}, or create these roles without a path.`,
  },
  'stated-organization-policy': {
    title: 'A policy of the organization is named as the cause',
    sentence: 'The text says that a policy of the organization (SCP or RCP) blocks the role.',
    detail: ({ vendor, vendorAccountId, roleArn }: PlanFacts) =>
      `Nothing in the role can override it. Ask your AWS Organizations admin to exempt ${roleArn}. An SCP limits what the role can do, but doesn’t apply to account ${vendorAccountId} outside your organization. Of the two, only an RCP can block the call in which ${vendor} assumes the role.`,
  },
  'stated-role-path': {
    title: 'The role has another path',
    sentence: ({ named, roleArn }: NameFacts) => `The text names the role ${named}. This connection uses ${roleArn}, with another path.`,
    detail: ({ vendor, named, path }: NameFacts) =>
      `The path is part of the ARN, so each of them is a different role. If yours is ${named}, ${vendor} must call that ARN. Otherwise, create the role with the path ${path}. AWS denies the call for a role that doesn’t exist with the same error as for one that doesn’t trust the caller.`,
  },
  'call-works-elsewhere': {
    title: 'The role works when it’s called in another way',
    sentence: 'The text says that the role works when it’s called in another way, so the two calls differ.',
    detail: (facts: PlanFacts) =>
      `Compare who calls, the role ARN, and the external ID of both. The role must trust ${trustedPrincipal(facts)}, and ${facts.vendor} must call ${facts.roleArn} with the external ID ${facts.externalId}. To compare the trust policy, paste the output of: ${roleCommand(facts)}`,
  },
  'vendor-self-assume': {
    title: 'The message is about roles that assume themselves',
    sentence: 'The message is about roles that must be able to assume themselves.',
    detail: ({ vendor, roleArn }: PlanFacts) =>
      `What was requested for this connection doesn’t include that. Ask ${vendor} whether this role needs it. If so, its trust policy must also allow sts:AssumeRole to ${roleArn}, and a permissions policy of the role must allow sts:AssumeRole on the same ARN.`,
  },
  'stated-role-name': {
    title: 'The role has another name',
    sentence: ({ named, roleName }: NameFacts) =>
      `The text says that the role is named ${named}. The role of this connection is named ${roleName}.`,
    detail: ({ vendor, roleName, named }: NameFacts) =>
      `AWS denies the call for a role that doesn’t exist with the same error. Enter the ARN of ${named} in ${vendor}, or create the role again with the name ${roleName}.`,
  },
})

type Id = keyof ReturnType<typeof descriptionMessages.in>

type Form = Pick<PastedRule, 'part' | 'source' | 'suppresses' | 'suppressedBy'> & {
  readonly id: Exclude<Id, 'call-without-role' | 'call-some-regions' | 'call-works-for-some' | 'stated-role-path' | 'stated-role-name'>
  readonly is: (description: DescriptionFact, pastedRole: PastedRole) => boolean
}

const ofForm = ({ is, ...rule }: Form): PastedRule =>
  familyRule(descriptionMessages.in, {
    ...rule,
    facts: (pastedRole) => {
      const { description, findings, trust, plan } = pastedRole
      if (description === null || findings.length > 0 || trust !== null || !is(description, pastedRole)) return null
      return { ...planFacts(plan), isConfiguration: description.isCallWithoutId && !description.isIdUnsent }
    },
  })

const someRegions = familyRule(descriptionMessages.in, {
  id: 'call-some-regions',
  part: 'finding',
  source: pages.serviceControlPolicies,
  suppresses: denials,
  facts: (pastedRole) => {
    const { description, plan } = pastedRole
    if (description === null || description.regions.length === 0 || !(description.isRegionOfCall || isAssumption(pastedRole))) return null
    return { ...planFacts(plan), regions: description.regions }
  },
})

const otherName = familyRule(descriptionMessages.in, {
  id: 'stated-role-name',
  part: 'role',
  source: pages.roleTroubles,
  suppresses: denials,
  facts: (pastedRole) => {
    const { description, role, plan } = pastedRole
    const named = description?.roleName ?? null
    if (named === null || named === plan.roleName || role !== null || !isOfRole(pastedRole)) return null
    return { ...planFacts(plan), named }
  },
})

const nameAndAccount = (arn: string): string => `${arn.split(':')[4]}/${arn.slice(arn.lastIndexOf('/') + 1)}`

const otherPath = familyRule(descriptionMessages.in, {
  id: 'stated-role-path',
  part: 'role',
  source: pages.identifiers,
  suppresses: [...denials, 'vendor-other-role', 'called-other-role'],
  facts: (pastedRole) => {
    const { description, role, plan } = pastedRole
    const named = description?.roleArns.find((arn) => arn !== plan.roleArn && nameAndAccount(arn) === nameAndAccount(plan.roleArn))
    return named === undefined || role !== null || !isOfRole(pastedRole) ? null : { ...planFacts(plan), named }
  },
})

/** In addition to an error that gives no reason. */
export const descriptionRules: readonly PastedRule[] = [
  ofForm({
    id: 'stated-id-empty',
    part: 'trust-policy',
    source: pages.externalId,
    suppresses: [...denials, 'application-external-id-missing', 'vendor-value-rejected'],
    is: ({ isIdEmpty }, { errors }) => isIdEmpty && errors.length === 0,
  }),
  otherPath,
  otherName,
  someRegions,
  ofForm({
    id: 'stated-organization-policy',
    part: 'finding',
    source: pages.serviceControlPolicies,
    suppresses: denials,
    is: ({ isOrganizationBlocking, isDenied }, pastedRole) =>
      isOrganizationBlocking && (isOfRole(pastedRole) || (isDenied && pastedRole.errors.length === 0)),
  }),
  ofForm({
    id: 'application-external-id-unsendable',
    part: 'caller',
    source: pages.externalId,
    suppresses: [...denials, 'application-external-id-missing', 'vendor-role-not-found', 'call-works-elsewhere', 'vendor-program-error'],
    is: ({ isIdUnsendable }, pastedRole) => isIdUnsendable && (isOfRole(pastedRole) || pastedRole.errors.length === 0),
  }),
  ofForm({
    id: 'application-external-id-missing',
    part: 'caller',
    source: pages.externalId,
    suppresses: [...denials, 'vendor-role-not-found', 'call-works-elsewhere'],
    is: ({ isIdUnsent, isCallWithoutId }, pastedRole) => isIdUnsent || (isCallWithoutId && isOfRole(pastedRole)),
  }),
  ofForm({
    id: 'vendor-self-assume',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    suppresses: denials,
    is: ({ mustAssumeItself }) => mustAssumeItself,
  }),
  changedIdRule,
  ofForm({
    id: 'call-worked-later',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html',
    suppresses: [
      ...denials,
      'vendor-api-denied',
      'vendor-program-error',
      'vendor-either-cause',
      'vendor-lacks-permissions',
      'call-works-elsewhere',
    ],
    is: ({ worksLater }, pastedRole) => worksLater && isFailedInWords(pastedRole),
  }),
  ofForm({
    id: 'call-works-elsewhere',
    part: 'finding',
    source: pages.roleTroubles,
    suppresses: denials,
    is: ({ worksElsewhere }, pastedRole) =>
      worksElsewhere &&
      pastedRole.vendorWords?.calls === undefined &&
      !pastedRole.vendorWords?.circumstances?.includes('works-in-product') &&
      isFailedInWords(pastedRole) &&
      isOfRole(pastedRole),
  }),
]
