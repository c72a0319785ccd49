import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { callParameters } from './error-texts.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { type ErrorForm, hasCode, ofError, type PastedRule, pages } from './pasted-rule.ts'

export const refusalRulesMessages = messages('refusal-rules', {
  resourceControlPolicy: {
    title: 'A resource control policy blocks the call',
    sentence: 'A resource control policy (RCP) in your AWS organization prevents outside accounts from assuming roles.',
    detail: (vendorAccountId: string) =>
      `Nothing in the role can override it. Ask your AWS Organizations admin to exclude account ${vendorAccountId} with an aws:PrincipalAccount condition.`,
  },
  callerIsNotVendor: {
    title: 'The call wasn’t made by the vendor',
    sentence: (caller: string, vendor: string) => `${caller} made this call, not ${vendor}, so the denial is expected.`,
    detail: (vendorAccountId: string) =>
      `The role allows only account ${vendorAccountId} with your external ID, so a test from your own account always fails. Paste the output of aws iam get-role instead.`,
  },
  calledOtherRole: {
    title: 'The call was for a different role',
    sentence: (roleArn: string, wantedRoleArn: string) => `The call was for ${roleArn}. This connection uses ${wantedRoleArn}.`,
    detail: (vendor: string) => `That role belongs to another connection, or to an earlier one. Ask ${vendor} which role it calls.`,
  },
  callMalformed: {
    title: 'AWS rejected a malformed request',
    sentence: 'AWS rejected a malformed request. The error says nothing about the role.',
    detail: (message: string, roleArn: string, externalId: string) =>
      `AWS said: ${message} The role needs no change. The role to call is ${roleArn}, and the external ID is ${externalId}.`,
  },
  vendorNotAllowed: {
    title: 'The vendor’s own policies block the call',
    sentence: (vendor: string) => `A policy in the caller’s account blocks the call. ${vendor} needs to fix it.`,
    detail:
      'AWS names a policy that applies to the caller. If you made the call yourself, this says nothing about the vendor. Only the application can assume this role.',
  },
  vendorDuration: {
    title: 'The requested session is too long',
    sentence: (vendor: string) => `${vendor} requests a longer session than the role allows.`,
    detail: 'A role that assumes another role is limited to one hour (role chaining), whatever the maximum session duration is.',
  },
  stsRegionOff: {
    title: 'STS is deactivated in the Region',
    sentence: (accountId: string) => `STS isn’t active for account ${accountId} in this Region.`,
    detail: (region: string) => `Open IAM, Account settings, "Security Token Service (STS)", and activate ${region}.`,
  },
  trustPolicyDenies: {
    title: 'AWS names a Deny in the trust policy',
    sentence: 'AWS says that a Deny statement in the trust policy blocks the call.',
  },
  trustPolicySilent: {
    title: 'AWS says that the trust policy doesn’t allow the call',
    sentence: 'AWS says that no statement of the trust policy allows the call, so the role exists.',
  },
  refusedWithoutReason: {
    title: 'AWS denies the call and doesn’t say why',
    sentence: 'AWS denies assuming the role and gives no reason.',
    detail: (pasteTrust: string) =>
      `AWS returns the same error whether the role doesn’t exist, trusts a different principal, or expects a different external ID. ${pasteTrust}`,
  },
  pasteTrust: (roleName: string) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`,
})

const aboutSts = /to perform: sts:|DurationSeconds|root accounts/

const hasHint =
  (...hints: readonly DenialHint[]) =>
  ({ code, message }: ErrorTextFact): boolean => {
    const hint = aboutSts.test(message) ? denialHint(code ?? 'AccessDenied', message) : null
    return hint !== null && hints.includes(hint)
  }

/** Who called, and for which role. */
function askedOf({ message }: ErrorTextFact): { readonly caller: string; readonly accountId: string; readonly roleArn: string } | null {
  const [, caller, accountId] =
    /User: (arn:[\w-]+:(?:iam|sts)::(\d{12}):\S+) is not authorized to perform: sts:AssumeRole\b/.exec(message) ?? []
  const [, roleArn = ''] = /on resource: (arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*\w)/.exec(message) ?? []
  return caller === undefined || accountId === undefined ? null : { caller, accountId, roleArn }
}

const isMalformedCall = (message: string): boolean => callParameters.test(message) || /Request ARN is invalid/.test(message)

const pasteTrust = (language: string, { plan }: PastedRole): string => refusalRulesMessages.in(language).pasteTrust(plan.roleName)

const forms: readonly ErrorForm[] = [
  {
    id: 'resource-control-policy',
    part: 'organization',
    title: (language) => refusalRulesMessages.in(language).resourceControlPolicy.title,
    source: pages.resourceControlPolicies,
    is: hasHint('resource-control-policy'),
    sentence: (language) => refusalRulesMessages.in(language).resourceControlPolicy.sentence,
    detail: (language, { plan }) => refusalRulesMessages.in(language).resourceControlPolicy.detail(plan.vendorAccountId),
  },
  {
    id: 'caller-is-not-vendor',
    part: 'terminal',
    title: (language) => refusalRulesMessages.in(language).callerIsNotVendor.title,
    source: pages.externalId,
    is: (error, { plan }) => (askedOf(error)?.accountId ?? plan.vendorAccountId) !== plan.vendorAccountId,
    sentence: (language, { plan }, error) =>
      refusalRulesMessages.in(language).callerIsNotVendor.sentence(askedOf(error)?.caller ?? '', plan.vendor.name),
    detail: (language, { plan }) => refusalRulesMessages.in(language).callerIsNotVendor.detail(accountIdInGroups(plan.vendorAccountId)),
  },
  {
    id: 'called-other-role',
    part: 'vendor',
    title: (language) => refusalRulesMessages.in(language).calledOtherRole.title,
    source: pages.assumeRole,
    is: (error, { plan }) => (askedOf(error)?.roleArn || plan.roleArn) !== plan.roleArn,
    sentence: (language, { plan }, error) =>
      refusalRulesMessages.in(language).calledOtherRole.sentence(askedOf(error)?.roleArn ?? '', plan.roleArn),
    detail: (language, { plan }) => refusalRulesMessages.in(language).calledOtherRole.detail(plan.vendor.name),
  },
  {
    id: 'call-malformed',
    part: 'vendor',
    title: (language) => refusalRulesMessages.in(language).callMalformed.title,
    source: pages.assumeRole,
    is: (error) => hasCode('ValidationError', 'ValidationException')(error) && isMalformedCall(error.message),
    sentence: (language) => refusalRulesMessages.in(language).callMalformed.sentence,
    detail: (language, { plan }, { message }) =>
      refusalRulesMessages.in(language).callMalformed.detail(message.slice(0, 400), plan.roleArn, plan.externalId),
  },
  {
    id: 'vendor-not-allowed',
    suppressedBy: ['caller-is-not-vendor'],
    part: 'vendor',
    title: (language) => refusalRulesMessages.in(language).vendorNotAllowed.title,
    source: pages.accessDenied,
    is: hasHint(
      'identity-policy',
      'permissions-boundary',
      'session-policy',
      'vpc-endpoint-policy',
      'service-control-policy',
      'root-caller',
    ),
    sentence: (language, { plan }) => refusalRulesMessages.in(language).vendorNotAllowed.sentence(plan.vendor.name),
    detail: (language) => refusalRulesMessages.in(language).vendorNotAllowed.detail,
  },
  {
    id: 'vendor-duration',
    part: 'vendor',
    title: (language) => refusalRulesMessages.in(language).vendorDuration.title,
    source: pages.assumeRole,
    is: hasHint('duration-above-role-maximum', 'duration-above-chaining-maximum'),
    sentence: (language, { plan }) => refusalRulesMessages.in(language).vendorDuration.sentence(plan.vendor.name),
    detail: (language) => refusalRulesMessages.in(language).vendorDuration.detail,
  },
  {
    id: 'sts-region-off',
    part: 'organization',
    title: (language) => refusalRulesMessages.in(language).stsRegionOff.title,
    source: pages.stsRegions,
    is: hasCode('RegionDisabledException', 'RegionDisabled'),
    sentence: (language, { plan }) => refusalRulesMessages.in(language).stsRegionOff.sentence(accountIdInGroups(plan.accountId)),
    detail: (language, { plan }) => refusalRulesMessages.in(language).stsRegionOff.detail(plan.region),
  },
  {
    id: 'trust-policy-denies',
    part: 'trust-policy',
    title: (language) => refusalRulesMessages.in(language).trustPolicyDenies.title,
    source: pages.accessDenied,
    is: hasHint('trust-policy-deny'),
    sentence: (language) => refusalRulesMessages.in(language).trustPolicyDenies.sentence,
    detail: pasteTrust,
  },
  {
    id: 'trust-policy-silent',
    part: 'trust-policy',
    title: (language) => refusalRulesMessages.in(language).trustPolicySilent.title,
    source: pages.accessDenied,
    is: hasHint('trust-policy-silent'),
    sentence: (language) => refusalRulesMessages.in(language).trustPolicySilent.sentence,
    detail: pasteTrust,
  },
  {
    id: 'refused-without-reason',
    suppressedBy: [
      'caller-is-not-vendor',
      'called-other-role',
      'resource-control-policy',
      'vendor-not-allowed',
      'trust-policy-denies',
      'trust-policy-silent',
    ],
    part: 'trust-policy',
    title: (language) => refusalRulesMessages.in(language).refusedWithoutReason.title,
    source: pages.roleTroubles,
    is: ({ code, message }) => code === 'AccessDenied' && /to perform: sts:AssumeRole/.test(message),
    sentence: (language) => refusalRulesMessages.in(language).refusedWithoutReason.sentence,
    detail: (language, pastedRole) => refusalRulesMessages.in(language).refusedWithoutReason.detail(pasteTrust(language, pastedRole)),
  },
]

/** A pasted trust policy tells more than the error does. */
const unlessTrustIsKnown = (rule: PastedRule): PastedRule => ({
  ...rule,
  found: (pastedRole) => (rule.part === 'trust-policy' && pastedRole.trust !== null ? null : rule.found(pastedRole)),
})

/** Findings from an error text when the role itself was pasted too. */
export const refusalRules: readonly PastedRule[] = forms.map(ofError).map(unlessTrustIsKnown)
