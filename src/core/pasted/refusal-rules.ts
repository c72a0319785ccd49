import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type Said, said } from '#core/rules/said.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { type ErrorForm, hasCode, ofError } from './error-form.ts'
import { callParameters } from './error-markers.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'

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

const pasteTrust = ({ plan }: Patient): Said => said`Paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`

const forms: readonly ErrorForm[] = [
  {
    id: 'resource-control-policy',
    part: 'organization',
    title: 'A resource control policy forbids the call',
    source: pages.resourceControlPolicies,
    is: hasHint('resource-control-policy'),
    sentence: () => said`A resource control policy of your AWS organization keeps accounts outside of it from assuming roles.`,
    detail: ({ plan }) =>
      said`Nothing in the role can overrule it. Ask the administrator to except account ${plan.vendorAccountId}, by a condition on aws:PrincipalAccount.`,
  },
  {
    id: 'caller-is-not-vendor',
    part: 'terminal',
    title: 'Somebody else than the vendor called',
    source: pages.externalId,
    is: (error, { plan }) => (askedOf(error)?.accountId ?? plan.vendorAccountId) !== plan.vendorAccountId,
    sentence: ({ plan }, error) =>
      said`The call was made by ${askedOf(error)?.caller ?? ''}, which is not ${plan.vendor.name}; that AWS refuses it is right.`,
    detail: ({ plan }) =>
      said`The role lets nobody in but account ${accountIdInGroups(plan.vendorAccountId)} with your external ID, so trying it from your own account tells nothing. Paste the output of aws iam get-role instead.`,
  },
  {
    id: 'called-other-role',
    part: 'vendor',
    title: 'The call was for another role',
    source: pages.assumeRole,
    is: (error, { plan }) => (askedOf(error)?.roleArn || plan.roleArn) !== plan.roleArn,
    sentence: ({ plan }, error) =>
      said`The call was for ${askedOf(error)?.roleArn ?? ''}, and the role of this connection is ${plan.roleArn}.`,
    detail: ({ plan }) => said`It belongs to another connection, or to an earlier one. Ask ${plan.vendor.name} which role it calls.`,
  },
  {
    id: 'call-malformed',
    part: 'vendor',
    title: 'AWS takes the call for malformed',
    source: pages.assumeRole,
    is: (error) => hasCode('ValidationError', 'ValidationException')(error) && isMalformedCall(error.message),
    sentence: () => said`AWS did not look at the role, because the call itself is not of the right form.`,
    detail: ({ plan }, { message }) =>
      said`AWS said: ${message.slice(0, 400)} The role needs no change. The role to call is ${plan.roleArn}, and the external ID is ${plan.externalId}.`,
  },
  {
    id: 'vendor-not-allowed',
    saysLessThan: ['caller-is-not-vendor'],
    part: 'vendor',
    title: 'The vendor’s own policies forbid the call',
    source: pages.accessDenied,
    is: hasHint(
      'identity-policy',
      'permissions-boundary',
      'session-policy',
      'vpc-endpoint-policy',
      'service-control-policy',
      'root-caller',
    ),
    sentence: ({ plan }) => said`A policy in the account of the caller stops the call, which is for ${plan.vendor.name} to put right.`,
    detail: () =>
      said`AWS names a policy that acts on the caller. If it was you who made the call, it says nothing of the vendor: nobody but the application can use this role.`,
  },
  {
    id: 'vendor-duration',
    part: 'vendor',
    title: 'The call asks for too long a session',
    source: pages.assumeRole,
    is: hasHint('duration-above-role-maximum', 'duration-above-chaining-maximum'),
    sentence: ({ plan }) => said`The call of ${plan.vendor.name} asks for a longer session than the role may give.`,
    detail: () => said`A role that assumes another gets one hour at most, whatever the other allows.`,
  },
  {
    id: 'sts-region-off',
    part: 'organization',
    title: 'STS is switched off in the region',
    source: pages.stsRegions,
    is: hasCode('RegionDisabledException', 'RegionDisabled'),
    sentence: ({ plan }) => said`STS is not activated for account ${accountIdInGroups(plan.accountId)} in that region.`,
    detail: ({ plan }) => said`Open IAM, Account settings, "Security Token Service (STS)", and activate ${plan.region}.`,
  },
  {
    id: 'trust-policy-denies',
    part: 'trust-policy',
    title: 'AWS names a Deny in the trust policy',
    source: pages.accessDenied,
    is: hasHint('trust-policy-deny'),
    sentence: () => said`AWS says that a Deny statement in the trust policy stops the call.`,
    detail: pasteTrust,
  },
  {
    id: 'trust-policy-silent',
    part: 'trust-policy',
    title: 'AWS says that the trust policy does not allow the call',
    source: pages.accessDenied,
    is: hasHint('trust-policy-silent'),
    sentence: () => said`AWS says that no statement of the trust policy allows the call, so the role exists.`,
    detail: pasteTrust,
  },
  {
    id: 'refused-without-reason',
    saysLessThan: [
      'caller-is-not-vendor',
      'called-other-role',
      'resource-control-policy',
      'vendor-not-allowed',
      'trust-policy-denies',
      'trust-policy-silent',
    ],
    part: 'trust-policy',
    title: 'AWS refuses the call and does not say why',
    source: pages.roleTroubles,
    is: ({ code, message }) => code === 'AccessDenied' && /to perform: sts:AssumeRole/.test(message),
    sentence: () => said`AWS refuses to let the role be assumed and gives no reason.`,
    detail: (patient) =>
      said`It gives the same answer for a role that does not exist, another principal and another external ID. ${pasteTrust(patient)}`,
  },
]

/** A trust policy that was seen tells more than the error does. */
const unlessSeen = (ailment: Ailment): Ailment => ({
  ...ailment,
  found: (patient) => (ailment.part === 'trust-policy' && patient.trust !== null ? null : ailment.found(patient)),
})

/** What an error text tells once the role itself has been looked at. */
export const refusalAilments: readonly Ailment[] = forms.map(ofError).map(unlessSeen)
