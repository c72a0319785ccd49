import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import type { Circumstance } from './circumstances.ts'
import { denialWordsMessages } from './denial-words.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { isOfRole, isOfVendorAccount, isOtherResource, isRequested, isWithoutRole, type SessionCall, sessionCall } from './session-call.ts'
import { callCircumstances, hasCondition } from './terminal-words.ts'

type SessionFacts = PlanFacts &
  SessionCall & { readonly isRequested: boolean; readonly circumstances: readonly Circumstance[]; readonly alsoDenied: readonly string[] }

/** The other circumstances of the denied call, each with a space before it. */
export const toldOfSession = ({ circumstances, isExplicit, alsoDenied }: SessionFacts, language = 'en'): string =>
  [
    ...(alsoDenied.length === 0 ? [] : [denialWordsMessages.in(language).alsoDenied(alsoDenied.join(', '))]),
    ...callCircumstances({ circumstances, isExplicit }, language),
  ]
    .map((words) => ` ${words}`)
    .join('')

const pastePolicy = (facts: SessionFacts) => `Paste the output of: ${permissionsCommand(facts)}`

export const sessionRulesMessages = messages('session-rules', {
  'session-action-denied': {
    title: 'AWS denies what the role was assumed for',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but AWS then denied ${action}.`,
    detail: (facts: SessionFacts) =>
      `The trust policy isn’t the cause. The permissions policy, the permissions boundary, the policy or KMS key of the resource, or a policy of your organization can be. ${pastePolicy(facts)}`,
  },
  'session-action-missing': {
    title: 'The permissions policies of the role don’t allow the action',
    sentence: ({ action, ...facts }: SessionFacts) =>
      `The role was assumed, but its permissions policies don’t allow ${action}.${hasCondition(facts) ? ' The text has a condition that this call may not meet.' : ''}`,
    detail: (facts: SessionFacts) =>
      `The trust policy isn’t the cause. The permissions policy may be missing or changed, or the call was for a resource that wasn’t requested.${toldOfSession(facts)} ${pastePolicy(facts)}`,
  },
  'session-denied-explicitly': {
    title: 'A Deny blocks what the role was assumed for',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but a Deny blocks ${action}. AWS doesn’t say which policy has it.`,
    detail: ({ vendor, action, isRequested, managedPolicyArns }: SessionFacts) =>
      `The trust policy isn’t the cause. The Deny can be in a policy of the role, its permissions boundary, the policy of the resource, or a policy of your organization.${isRequested || managedPolicyArns.length > 0 ? '' : ` The requested permissions policy doesn’t have the action, so ask ${vendor} whether it needs ${action}.`}`,
  },
  'session-other-resource': {
    title: 'The call was for a resource that wasn’t requested',
    sentence: ({ action, resource }: SessionFacts) =>
      `The role was assumed, but AWS then denied ${action} on ${resource}, which isn’t a requested resource.`,
    detail: ({ vendor }: SessionFacts) =>
      `The trust policy isn’t the cause. If the resource is yours and ${vendor} needs it, add it to the permissions of this connection. If it’s ${vendor}’s own, ${vendor} needs to fix it. Otherwise, change the resource in ${vendor}.`,
  },
  'session-denied-by-role': {
    title: 'A Deny in a policy of the role blocks the action',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but a Deny in a policy of the role blocks ${action}.`,
    detail: ({ roleName, isRequested, vendor, action }: SessionFacts) =>
      `The trust policy isn’t the cause. To find the policy, run: aws iam list-role-policies --role-name ${roleName} and aws iam list-attached-role-policies --role-name ${roleName}${isRequested ? '' : ` The requested permissions policy doesn’t have the action, so ask ${vendor} whether it needs ${action}.`}`,
  },
  'session-managed-policy': {
    title: 'A requested managed policy may not be attached',
    sentence: ({ action, hasPermissionsPolicy }: SessionFacts) =>
      `The role was assumed, but AWS then denied ${action}. ${hasPermissionsPolicy ? 'The requested inline policy doesn’t have it, but a requested managed policy may allow it.' : 'A requested managed policy may allow it.'}`,
    detail: ({ managedPolicyArns, roleName, vendor }: SessionFacts) =>
      `The trust policy isn’t the cause. The role must have ${managedPolicyArns.join(', ')}. Paste the output of: aws iam list-attached-role-policies --role-name ${roleName} If it has all of them, ask ${vendor} whether it needs the action.`,
  },
  'session-action-not-requested': {
    title: 'The role was assumed for an action that wasn’t requested',
    sentence: ({ action, ...facts }: SessionFacts) =>
      hasCondition(facts)
        ? `The role was assumed, but AWS then denied ${action}. The text has a condition that this call may not meet.`
        : `The role was assumed, but AWS then denied ${action}, which isn’t in the requested permissions policy.`,
    detail: (facts: SessionFacts) =>
      `The trust policy isn’t the cause.${toldOfSession(facts)} Ask ${facts.vendor} whether it needs ${facts.action}.`,
  },
  'session-denied-by-boundary': {
    title: 'The permissions boundary limits what the role can do',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but its permissions boundary doesn’t allow ${action}.`,
    detail: ({ roleName, action }: SessionFacts) =>
      `The trust policy isn’t the cause. The permissions boundary of ${roleName} must allow ${action} too, and must not deny it.`,
  },
  'session-denied-by-organization': {
    title: 'A policy of the organization limits what the role can do',
    sentence: ({ action, hint, isExplicit }: SessionFacts) => {
      const policy = hint === 'resource-control-policy' ? 'resource control policy (RCP)' : 'service control policy (SCP)'
      return isExplicit
        ? `The role was assumed, but a Deny in a ${policy} of an AWS organization blocks ${action}.`
        : `The role was assumed, but no ${policy} of the AWS organization allows ${action}.`
    },
    detail: ({ hint }: SessionFacts) =>
      hint === 'resource-control-policy'
        ? 'The trust policy isn’t the cause, and no policy of the role can override it. Only the AWS Organizations admin of the account that owns the resource can change it.'
        : 'The trust policy isn’t the cause, and no policy in the account can override it. Ask your AWS Organizations admin to change it.',
  },
  'session-denied-by-resource': {
    title: 'The policy of the resource denies what the role was assumed for',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but the policy of the resource doesn’t allow ${action}.`,
    detail:
      'The trust policy isn’t the cause. Check the bucket policy, the key policy, or the policy of the other resource that AWS names.',
  },
  'session-denied-by-caller': {
    title: 'A session policy or a VPC endpoint limits the session',
    sentence: ({ action, hint }: SessionFacts) =>
      hint === 'session-policy'
        ? `The role was assumed, but a session policy doesn’t allow ${action}.`
        : `The role was assumed, but the policy of a VPC endpoint doesn’t allow ${action}.`,
    detail: ({ vendor, hint }: SessionFacts) =>
      hint === 'session-policy'
        ? `Your role isn’t the cause. The program that assumed it chose the session policy. If it’s ${vendor}’s, ${vendor} needs to fix it.`
        : `Your role isn’t the cause. The owner of the VPC endpoint needs to change its policy. If it’s ${vendor}’s, ${vendor} needs to fix it.`,
  },
  'session-assumes-itself': {
    title: 'A session of the role tried to assume the role again',
    sentence: ({ roleName }: SessionFacts) => `The role was assumed, but then a session of ${roleName} tried to assume it again.`,
    detail: ({ vendor }: SessionFacts) =>
      `The first call succeeded. The program needs to use the credentials that it already has. If it’s ${vendor}’s, ${vendor} needs to fix it.`,
  },
  'session-assumes-other': {
    title: 'A session of the role tried to assume another role',
    sentence: ({ calledRoleArn, isRequested, managedPolicyArns }: SessionFacts) =>
      `The role was assumed, but then its session tried to assume ${calledRoleArn || 'another role'}${isRequested || managedPolicyArns.length > 0 ? '' : ', which wasn’t requested'}.`,
    detail: ({ vendor, roleArn }: SessionFacts) =>
      `The trust policy of this connection isn’t the cause. If the call was intended, the other role must trust ${roleArn}, and a policy must allow sts:AssumeRole on it. Ask ${vendor} whether it needs the other role.`,
  },
  'application-without-role': {
    title: 'The application didn’t use the role',
    sentence: ({ caller, action }: SessionFacts) => `${caller} called ${action} directly, without the role in your account.`,
    detail: ({ vendor, roleArn }: SessionFacts) =>
      `This says nothing about ${roleArn}. ${vendor} needs to assume it, and to make the call with its credentials.`,
  },
  'vendor-own-call': {
    title: 'The call came from the vendor’s account',
    sentence: ({ caller, vendor, action }: SessionFacts) => `${caller} in ${vendor}’s account called ${action}, and AWS denied it.`,
    detail: ({ vendor, roleArn }: SessionFacts) => `This says nothing about ${roleArn}, which the call didn’t use. Ask ${vendor} about it.`,
  },
})

/** Rules that take the call for that of the vendor, for that of a stranger, or for one about the trust policy. */
const lessExact = [
  'terminal-not-authorized',
  'call-of-others',
  'caller-is-not-vendor',
  'resource-control-policy',
  'vendor-not-allowed',
  'session-tags-refused',
  'source-identity-refused',
  'trust-policy-denies',
  'trust-policy-silent',
  'refused-without-reason',
]

type Is = (call: SessionCall, plan: RolePlan) => boolean

const sessionRule = (id: keyof ReturnType<typeof sessionRulesMessages.in>, part: PastedRule['part'], is: Is): PastedRule =>
  familyRule(sessionRulesMessages.in, {
    id,
    part,
    source: pages.accessDenied,
    suppresses: lessExact,
    facts: ({ errors, plan }) => {
      const calls = errors.flatMap(({ message, circumstances = [] }) => {
        const call = sessionCall(message, plan)
        return call === null ? [] : [{ ...call, circumstances }]
      })
      const found = calls.find((call) => is(call, plan))
      if (found === undefined) return null
      const others = calls.filter((call) => is(call, plan) && call.action !== found.action).map(({ action }) => action)
      const alsoDenied = [...new Set(others)].slice(0, 5)
      return { ...planFacts(plan), ...found, isRequested: isRequested(found, plan), alsoDenied }
    },
  })

const byHints =
  (...hints: readonly (DenialHint | null)[]): Is =>
  (call, plan) =>
    isOfRole(call, plan) && call.calledRoleArn === null && hints.includes(call.hint)

const all =
  (...conditions: readonly Is[]): Is =>
  (call, plan) =>
    conditions.every((is) => is(call, plan))

const isDenyOfRole: Is = ({ hint, isExplicit }) => hint === 'identity-policy' && isExplicit

const not =
  (is: Is): Is =>
  (call, plan) =>
    !is(call, plan)

const isExplicitDeny: Is = ({ isExplicit }) => isExplicit

const isSilent: Is = all(byHints(null, 'unrecognized-policy', 'identity-policy'), not(isExplicitDeny))
const hasManaged: Is = (_, { managedPolicyArns }) => managedPolicyArns.length > 0
const isOther: Is = all(isOtherResource, not(hasManaged))

/** A denied call that was made with the role, or that should have been. */
export const sessionRules: readonly PastedRule[] = [
  sessionRule('session-assumes-itself', 'caller', ({ calledRoleArn }, { roleArn }) => calledRoleArn === roleArn),
  sessionRule('session-assumes-other', 'caller', ({ calledRoleArn }, { roleArn }) => calledRoleArn !== null && calledRoleArn !== roleArn),
  sessionRule('session-denied-by-role', 'permissions-policy', all(byHints('identity-policy'), isDenyOfRole)),
  sessionRule('session-denied-explicitly', 'finding', all(byHints(null, 'unrecognized-policy'), isExplicitDeny)),
  sessionRule('session-other-resource', 'finding', all(isSilent, isRequested, not(hasManaged), isOtherResource)),
  sessionRule('session-managed-policy', 'permissions-policy', all(isSilent, not(isRequested), hasManaged)),
  sessionRule('session-action-not-requested', 'vendor', all(isSilent, not(isRequested), not(hasManaged))),
  sessionRule(
    'session-action-denied',
    'permissions-policy',
    all(byHints(null, 'unrecognized-policy'), not(isExplicitDeny), isRequested, not(isOther)),
  ),
  sessionRule('session-action-missing', 'permissions-policy', all(isSilent, byHints('identity-policy'), isRequested, not(isOther))),
  sessionRule('session-denied-by-boundary', 'boundary', byHints('permissions-boundary')),
  sessionRule('session-denied-by-organization', 'finding', byHints('service-control-policy', 'resource-control-policy')),
  sessionRule('session-denied-by-resource', 'finding', byHints('trust-policy-deny', 'trust-policy-silent')),
  sessionRule('session-denied-by-caller', 'caller', byHints('session-policy', 'vpc-endpoint-policy')),
  sessionRule('application-without-role', 'vendor', isWithoutRole),
  sessionRule('vendor-own-call', 'vendor', all(isOfVendorAccount, not(isWithoutRole))),
]
