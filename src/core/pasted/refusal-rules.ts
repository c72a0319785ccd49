import type { RolePlan } from '#core/connection/role-plan.ts'
import { denialHint, policyHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { callParameters } from './error-markers.ts'
import { isOtherCaller } from './other-caller.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { type ErrorForm, hasCode, isOtherName, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { refusalRulesMessages } from './refusal-words.ts'
import { deniedCall, isOfCdk, isOtherRole, isVendor, roleDenial } from './role-denial.ts'

const aboutSts = /to perform: sts:|DurationSeconds|root accounts/

const hasHint =
  (...hints: readonly DenialHint[]) =>
  ({ code, message }: ErrorTextFact): boolean => {
    const hint = aboutSts.test(message) ? denialHint(code ?? 'AccessDenied', message) : null
    return hint !== null && hints.includes(hint)
  }

const isMalformedCall = ({ operation, message }: ErrorTextFact): boolean =>
  (operation === 'AssumeRole' && !/DurationSeconds exceeds/.test(message)) ||
  callParameters.test(message) ||
  /Request ARN is invalid|for parameter (?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)|in input: "(?:RoleArn|RoleSessionName|ExternalI[dD]|DurationSeconds)"|AssumeRoleInput\.|key '(?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)'/.test(
    message,
  )

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html */
const isOfStorage = (operation: string): boolean => /Object|Bucket|Multipart|^UploadPart|AccessPoint|PublicAccessBlock/.test(operation)

/** An RCP applies to the resources of its organization, so that of another account is of another one perhaps. */
const isInAccount = (roleArn: string, { accountId }: RolePlan): boolean => roleArn === '' || roleArn.includes(`::${accountId}:`)

const forms: readonly ErrorForm<keyof ReturnType<typeof refusalRulesMessages.in>>[] = [
  {
    id: 'call-of-cdk',
    suppresses: ['caller-is-not-vendor', 'called-other-role'],
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
    is: ({ message }) => isOfCdk(message),
  },
  {
    id: 'call-of-redshift',
    suppresses: ['caller-is-not-vendor', 'called-other-role', 'refused-without-reason'],
    part: 'finding',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html',
    is: ({ message }) => /^arn:[\w-]+:redshift:/.test(deniedCall(message)?.caller ?? ''),
  },
  {
    id: 'caller-is-not-vendor',
    part: 'finding',
    source: pages.externalId,
    is: (error, { plan }) => (deniedCall(error.message)?.accountId ?? plan.vendorAccountId) !== plan.vendorAccountId,
  },
  {
    id: 'resource-control-policy',
    part: 'organization',
    source: pages.resourceControlPolicies,
    is: (error, { plan }) => hasHint('resource-control-policy')(error) && isInAccount(deniedCall(error.message)?.roleArn ?? '', plan),
  },
  {
    id: 'called-other-role',
    part: 'caller',
    source: pages.assumeRole,
    is: ({ message }, { plan }) => (deniedCall(message)?.roleArn || plan.roleArn) !== plan.roleArn || isOtherName(message, plan),
  },
  {
    id: 'call-malformed',
    part: 'caller',
    source: pages.assumeRole,
    suppressedBy: ['application-external-id-empty'],
    is: (error) =>
      hasCode(
        'ValidationError',
        'ValidationException',
        'WrongParameter',
        'MalformedPolicyDocument',
        'PackedPolicyTooLarge',
        'PackedPolicyTooLargeException',
      )(error) && isMalformedCall(error),
  },
  {
    id: 'caller-mfa',
    part: 'caller',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html#cli-configure-role-mfa',
    is: ({ message }) => /MultiFactorAuthentication failed/.test(message),
  },
  {
    id: 'storage-denied',
    part: 'permissions-policy',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    is: ({ code, operation, message }) =>
      code === 'StorageDenied' ||
      (((code === 'AccessDenied' && /^Access Denied\b/.test(message)) || code === '403') && isOfStorage(operation ?? '')),
  },
  {
    id: 'vendor-not-allowed',
    suppressedBy: ['caller-is-not-vendor'],
    part: 'caller',
    source: pages.accessDenied,
    is: hasHint('identity-policy', 'permissions-boundary', 'session-policy', 'vpc-endpoint-policy', 'service-control-policy'),
  },
  {
    id: 'vendor-other-caller',
    part: 'vendor',
    source: pages.assumeRole,
    suppressedBy: ['called-other-role', 'vendor-not-allowed'],
    is: (error, { plan }) => {
      const denial = roleDenial(error.message)
      if (denial === null || isOtherRole(denial, plan)) return false
      return denial.callerAccount === null
        ? isVendor(denial, plan) === 'no'
        : denial.callerAccount === plan.vendorAccountId && isOtherCaller(denial.caller, plan)
    },
  },
  {
    id: 'vendor-duration',
    part: 'session-duration',
    source: pages.assumeRole,
    is: hasHint('duration-above-role-maximum'),
  },
  {
    id: 'sts-region-off',
    suppressedBy: ['application-region-off'],
    part: 'finding',
    source: pages.stsRegions,
    is: hasCode('RegionDisabledException', 'RegionDisabled'),
  },
  { id: 'trust-policy-denies', part: 'trust-policy', source: pages.accessDenied, is: hasHint('trust-policy-deny') },
  { id: 'trust-policy-silent', part: 'trust-policy', source: pages.accessDenied, is: hasHint('trust-policy-silent') },
]

/** A pasted trust policy tells more than the error does. */
const unlessTrustIsKnown = (rule: PastedRule): PastedRule => ({
  ...rule,
  found: (pastedRole) => (rule.part === 'trust-policy' && pastedRole.trust !== null ? null : rule.found(pastedRole)),
})

const reasonlessForm = /(?:to perform(?: action)?:?|when calling) sts:AssumeRole(?!With)|to get credentials of role|authorized to assume/i

export const isWithoutReason = ({ code, operation, message }: ErrorTextFact): boolean =>
  code === 'AccessDenied' && (operation === 'AssumeRole' || reasonlessForm.test(message)) && policyHint(message) === null

/** AWS's denial alone. A message that also names the values of the call tells more. */
const reasonless: readonly ErrorForm<'refused-without-reason'>[] = [
  {
    id: 'refused-without-reason',
    suppressedBy: [
      'call-of-cdk',
      'call-of-others',
      'caller-is-not-vendor',
      'called-other-role',
      'vendor-other-caller',
      'resource-control-policy',
      'caller-is-root',
      'vendor-not-allowed',
      'trust-policy-denies',
      'trust-policy-silent',
      'vendor-other-principal',
      'vendor-other-role',
      'vendor-other-external-id',
    ],
    part: 'trust-policy',
    source: pages.roleTroubles,
    is: ({ code, operation, message }) => code === 'AccessDenied' && (operation === 'AssumeRole' || reasonlessForm.test(message)),
  },
]

export const reasonlessRules: readonly PastedRule[] = ofErrors(refusalRulesMessages.in, reasonless).map(unlessTrustIsKnown)

/** Findings from an error text when the role itself was pasted too. */
export const refusalRules: readonly PastedRule[] = ofErrors(refusalRulesMessages.in, forms).map(unlessTrustIsKnown)
