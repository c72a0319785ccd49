import { accountIdInGroups } from '../account-id.ts'
import { type Said, said } from '../lint/said.ts'
import { denialHint } from '../verify/denial-hint.ts'
import type { DenialHint } from '../verify/verdict.ts'
import { type Ailment, pages } from './ailment.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { Patient } from './patient.ts'

type ErrorForm = Omit<Ailment, 'found'> & {
  readonly is: (error: ErrorTextFact) => boolean
  readonly sentence: (patient: Patient) => Said
  readonly detail: (patient: Patient) => Said
}

const ofError = ({ is, sentence, detail, ...ailment }: ErrorForm): Ailment => ({
  ...ailment,
  found: (patient) => (patient.errors.some(is) ? { sentence: sentence(patient), detail: detail(patient) } : null),
})

const aboutSts = /to perform: sts:|DurationSeconds|root accounts/

const hasHint =
  (...hints: readonly DenialHint[]) =>
  ({ code, message }: ErrorTextFact): boolean => {
    const hint = aboutSts.test(message) ? denialHint(code ?? 'AccessDenied', message) : null
    return hint !== null && hints.includes(hint)
  }

const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: ErrorTextFact): boolean =>
    codes.includes(code ?? '')

const pasteTrust = ({ plan }: Patient): Said => said`Paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`

const deniedAction = ({ message }: ErrorTextFact): string => /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? ''

/** A call that has no part in creating or assuming the role. */
function isDeniedElsewhere(error: ErrorTextFact): boolean {
  const action = deniedAction(error)
  return (
    action !== '' && !/^(sts:(AssumeRole|TagSession|SetSourceIdentity)|cloudformation:.*|iam:(Create|Put|Tag|Attach|Pass)\w*)$/.test(action)
  )
}

const first: readonly ErrorForm[] = [
  {
    id: 'role-absent',
    part: 'role',
    title: 'There is no such role',
    source: pages.roleTroubles,
    is: (error) => hasCode('NoSuchEntity', 'NoSuchEntityException')(error) && /role/i.test(error.message),
    sentence: ({ plan }) => said`The account that is signed in has no role named ${plan.roleName}.`,
    detail: ({ plan }) =>
      said`It was never created, was deleted, or the account is not ${accountIdInGroups(plan.accountId)}: aws sts get-caller-identity shows which one it is.`,
  },
  {
    id: 'terminal-credentials',
    part: 'terminal',
    title: 'The terminal is not signed in',
    source: pages.cliTroubles,
    is: (error) =>
      hasCode(
        'NoCredentials',
        'ExpiredToken',
        'ExpiredTokenException',
        'InvalidClientTokenId',
        'SignatureDoesNotMatch',
        'UnrecognizedClientException',
      )(error) || /no credentials have been configured/.test(error.message),
    sentence: () => said`The terminal is not signed in to AWS, so the text says nothing of the role.`,
    detail: ({ plan }) =>
      said`Sign in to account ${accountIdInGroups(plan.accountId)}, or use AWS CloudShell, which is signed in as the console is.`,
  },
  {
    id: 'terminal-no-cli',
    part: 'terminal',
    title: 'The AWS CLI is not installed',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
    sentence: () => said`There is no AWS CLI on this computer, so the text says nothing of the role.`,
    detail: ({ plan }) =>
      said`Open AWS CloudShell in the console of account ${accountIdInGroups(plan.accountId)}, where it is installed, and run the command there.`,
  },
  {
    id: 'terminal-not-authorized',
    part: 'terminal',
    title: 'Whoever is signed in may not look at the role',
    source: pages.accessDenied,
    is: isDeniedElsewhere,
    sentence: ({ errors }) =>
      said`Whoever is signed in may not call ${errors.filter(isDeniedElsewhere).map(deniedAction)[0] ?? ''}, so the text says nothing of the role.`,
    detail: ({ plan, errors }) =>
      errors.some(({ message }) => message.includes('Encoded authorization failure message'))
        ? said`The encoded message says more: aws sts decode-authorization-message --encoded-message, with that text after it. To look at the role it takes iam:GetRole.`
        : said`To look at the role it takes iam:GetRole. The console shows the same: IAM, Roles, ${plan.roleName}, tab "Trust relationships".`,
  },
]

const last: readonly ErrorForm[] = [
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
    id: 'vendor-not-allowed',
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
    saysLessThan: ['resource-control-policy', 'vendor-not-allowed', 'trust-policy-denies', 'trust-policy-silent'],
    part: 'trust-policy',
    title: 'AWS refuses the call and does not say why',
    source: pages.roleTroubles,
    is: ({ code, message }) => code === 'AccessDenied' && /to perform: sts:AssumeRole/.test(message),
    sentence: () => said`AWS refuses to let the role be assumed and gives no reason.`,
    detail: (patient) =>
      said`It gives the same answer for a role that does not exist, another principal and another external ID. ${pasteTrust(patient)}`,
  },
]

/** What an error text tells before anything else is looked at. */
export const errorAilments: readonly Ailment[] = first.map(ofError)

/** A trust policy that was seen tells more than the error does. */
const unlessSeen = (ailment: Ailment): Ailment => ({
  ...ailment,
  found: (patient) => (ailment.part === 'trust-policy' && patient.trust !== null ? null : ailment.found(patient)),
})

/** What it tells once the role itself has been looked at. */
export const refusalAilments: readonly Ailment[] = last.map(ofError).map(unlessSeen)
