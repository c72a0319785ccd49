import { listOf } from '#core/policy/document.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import { messages } from '#core/text/messages.ts'
import { policyHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { type DeniedSession, deniedSession } from './denied-session.ts'
import type { PastedRole } from './pasted-role.ts'
import { deniedCall, familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

type SessionFacts = PlanFacts & DeniedSession

const pastePolicy = ({ roleName, policyName }: SessionFacts) =>
  `Paste the output of: aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}`

export const sessionRulesMessages = messages('session-rules', {
  'session-action-denied': {
    title: 'AWS denies what the role was assumed for',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but AWS then denied ${action}.`,
    detail: (facts: SessionFacts) =>
      `The trust policy isn’t the cause. The permissions policy, the permissions boundary, the policy or KMS key of the resource, or a policy of your organization can be. ${pastePolicy(facts)}`,
  },
  'session-action-missing': {
    title: 'The permissions policies of the role don’t allow the action',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but its permissions policies don’t allow ${action}.`,
    detail: (facts: SessionFacts) =>
      `The trust policy isn’t the cause. The requested permissions policy has the action, but not on every resource. ${pastePolicy(facts)}`,
  },
  'session-action-not-requested': {
    title: 'The role was assumed for an action that wasn’t requested',
    sentence: ({ action }: SessionFacts) =>
      `The role was assumed, but AWS then denied ${action}, which isn’t in the requested permissions policy.`,
    detail: ({ vendor, action }: SessionFacts) => `The trust policy isn’t the cause. Ask ${vendor} whether it needs ${action}.`,
  },
  'session-denied-by-boundary': {
    title: 'The permissions boundary limits what the role can do',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but its permissions boundary doesn’t allow ${action}.`,
    detail: 'The trust policy isn’t the cause.',
  },
  'session-denied-by-organization': {
    title: 'A policy of the organization limits what the role can do',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but a policy of an AWS organization denied ${action}.`,
    detail: 'The trust policy isn’t the cause. Ask your AWS Organizations admin.',
  },
  'session-denied-by-resource': {
    title: 'The policy of the resource denies what the role was assumed for',
    sentence: ({ action }: SessionFacts) => `The role was assumed, but the policy of the resource doesn’t allow ${action}.`,
    detail:
      'The trust policy isn’t the cause. Check the bucket policy, the key policy, or the policy of the other resource that AWS names.',
  },
  'session-denied-by-caller': {
    title: 'The vendor limits its own session',
    sentence: ({ action }: SessionFacts) =>
      `The role was assumed, but a session policy or the policy of a VPC endpoint doesn’t allow ${action}.`,
    detail: ({ vendor }: SessionFacts) =>
      `Your role isn’t the cause. The program that assumed it chooses both. If it’s ${vendor}’s, ${vendor} needs to fix it.`,
  },
  'session-assumes-itself': {
    title: 'A session of the role tried to assume the role again',
    sentence: ({ roleName }: SessionFacts) => `The role was assumed, but then a session of ${roleName} tried to assume it again.`,
    detail: ({ vendor }: SessionFacts) =>
      `The first call succeeded. The program needs to use the credentials that it already has. If it’s ${vendor}’s, ${vendor} needs to fix it.`,
  },
  'application-without-role': {
    title: 'The application didn’t use the role',
    sentence: ({ caller, action }: SessionFacts) => `${caller} called ${action} directly, without the role in your account.`,
    detail: ({ vendor, roleArn }: SessionFacts) =>
      `This says nothing about ${roleArn}. ${vendor} needs to assume it, and to make the call with its credentials.`,
  },
})

type Denied = DeniedSession & { readonly hint: DenialHint | null }

const isOfRole = ({ callerAccount, callerRole }: DeniedSession, { plan }: PastedRole): boolean =>
  callerRole === plan.roleName && (callerAccount === plan.accountId || !/^\d{12}$/.test(callerAccount))

const isRequested = ({ action }: DeniedSession, { plan }: PastedRole): boolean =>
  listOf(plan.permissionsPolicy.Statement).some(
    ({ Effect, Action }) =>
      Effect === 'Allow' && listOf(Action).some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase())),
  )

function itself(message: string, { plan }: PastedRole): Denied | null {
  const call = deniedCall(message)
  const isSession = call?.caller.includes(`:assumed-role/${plan.roleName}/`) && call.accountId === plan.accountId
  if (call === null || !isSession || call.roleArn !== plan.roleArn) return null
  return { caller: call.caller, callerAccount: call.accountId, callerRole: plan.roleName, action: 'sts:AssumeRole', hint: null }
}

function denied(message: string, pastedRole: PastedRole): Denied | null {
  const session = deniedSession(message)
  return session === null ? itself(message, pastedRole) : { ...session, hint: policyHint(message) }
}

type Is = (denied: Denied, pastedRole: PastedRole) => boolean

const sessionRule = (id: keyof ReturnType<typeof sessionRulesMessages.in>, part: PastedRule['part'], is: Is): PastedRule =>
  familyRule(sessionRulesMessages.in, {
    id,
    part,
    source: pages.accessDenied,
    suppresses: ['terminal-not-authorized', 'call-of-others', 'caller-is-not-vendor', 'refused-without-reason'],
    facts: (pastedRole) => {
      const found = pastedRole.errors
        .map(({ message }) => denied(message, pastedRole))
        .find((each) => each !== null && is(each, pastedRole))
      return found == null ? null : { ...planFacts(pastedRole.plan), ...found }
    },
  })

const byHints =
  (...hints: readonly (DenialHint | null)[]): Is =>
  (session, pastedRole) =>
    isOfRole(session, pastedRole) && session.action !== 'sts:AssumeRole' && hints.includes(session.hint)

const both =
  (one: Is, other: Is): Is =>
  (session, pastedRole) =>
    one(session, pastedRole) && other(session, pastedRole)

/** A denied call that was made with the role, or that should have been. */
export const sessionRules: readonly PastedRule[] = [
  sessionRule('session-assumes-itself', 'vendor', ({ action }) => action === 'sts:AssumeRole'),
  sessionRule(
    'session-action-not-requested',
    'vendor',
    both(byHints(null, 'unrecognized-policy', 'identity-policy'), (session, pastedRole) => !isRequested(session, pastedRole)),
  ),
  sessionRule('session-action-denied', 'permissions-policy', both(byHints(null, 'unrecognized-policy'), isRequested)),
  sessionRule('session-action-missing', 'permissions-policy', both(byHints('identity-policy'), isRequested)),
  sessionRule('session-denied-by-boundary', 'boundary', byHints('permissions-boundary')),
  sessionRule('session-denied-by-organization', 'organization', byHints('service-control-policy', 'resource-control-policy')),
  sessionRule('session-denied-by-resource', 'vendor', byHints('trust-policy-deny', 'trust-policy-silent')),
  sessionRule('session-denied-by-caller', 'vendor', byHints('session-policy', 'vpc-endpoint-policy')),
  sessionRule('application-without-role', 'vendor', ({ callerAccount }, { plan }) => callerAccount === plan.vendorAccountId),
]
