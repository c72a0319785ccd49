import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { inList } from '#core/text/plural.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { callParameters } from './error-texts.ts'
import { isOtherCaller } from './other-caller.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { deniedCall, type ErrorFacts, type ErrorForm, hasCode, isOtherName, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'

const pasteRole = ({ roleName }: ErrorFacts) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-troubleshoot.html */
export const isProceeding = (message: string): boolean => /Proceeding anyway/i.test(message)

export const refusalRulesMessages = messages('refusal-rules', {
  'resource-control-policy': {
    title: 'A resource control policy blocks the call',
    sentence: 'A resource control policy (RCP) in your AWS organization denied this call. AWS doesn’t say which condition of it.',
    detail: ({ vendorAccountId }: ErrorFacts) =>
      `Nothing in the role can override it. Ask your AWS Organizations admin which condition denied the call. Usually, account ${vendorAccountId} must be excluded with an aws:PrincipalAccount condition.`,
  },
  'call-of-cdk': {
    title: 'The AWS CDK can’t assume its own role',
    sentence: ({ calledRoleArn, message }: ErrorFacts) =>
      isProceeding(message)
        ? `The AWS CDK couldn’t assume its own role ${calledRoleArn}, and went on with your own credentials.`
        : `The AWS CDK couldn’t assume its own role ${calledRoleArn}, so it created nothing.`,
    detail: ({ account, accountId, region, message }: ErrorFacts) =>
      isProceeding(message)
        ? 'This warning alone doesn’t stop the deployment, and says nothing about the role of this connection. If the deployment fails, paste the error after it.'
        : `Sign in to account ${account} before you deploy. If it isn’t bootstrapped, run: cdk bootstrap aws://${accountId}/${region}`,
  },
  'call-of-others': {
    title: 'The call has nothing to do with this connection',
    sentence: ({ caller, calledRoleArn }: ErrorFacts) =>
      `${caller} tried to assume ${calledRoleArn}, which isn’t the role of this connection.`,
    detail: ({ roleArn, vendor }: ErrorFacts) => `This says nothing about ${roleArn}. ${vendor} didn’t make this call.`,
  },
  'caller-is-not-vendor': {
    title: 'The call wasn’t made by the vendor',
    sentence: ({ caller, vendor }: ErrorFacts) => `${caller} made this call, not ${vendor}, so the denial is expected.`,
    detail: ({ vendorAccount }: ErrorFacts) =>
      `The role allows only account ${vendorAccount} with your external ID, so a test from your own account always fails. Paste the output of aws iam get-role instead.`,
  },
  'called-other-role': {
    title: 'The call was for a different role',
    sentence: ({ calledRoleArn, roleArn }: ErrorFacts) => `The call was for ${calledRoleArn}. This connection uses ${roleArn}.`,
    detail: ({ vendor }: ErrorFacts) => `The ARN may be that of another or an earlier connection. Ask ${vendor} which role it calls.`,
  },
  'vendor-other-caller': {
    title: 'The vendor called as another identity',
    sentence: ({ caller, vendor, trustedUser, applicationPrincipalArns }: ErrorFacts) =>
      trustedUser === null
        ? `The call came from ${caller}. ${vendor} uses this connection only as ${inList(applicationPrincipalArns)}.`
        : `The call came from ${caller}, not from ${vendor}’s IAM user ${trustedUser}.`,
    detail: ({ vendor }: ErrorFacts) => `Your role needs no change. ${vendor} needs to call AWS as the identity that the role trusts.`,
  },
  'call-malformed': {
    title: 'The request was malformed',
    sentence: 'The request was malformed, so it was rejected before AWS checked the role.',
    detail: ({ message, roleArn, externalId }: ErrorFacts) =>
      `The message: ${message} The role needs no change. The role to call is ${roleArn}, and the external ID is ${externalId}.`,
  },
  'caller-mfa': {
    title: 'The caller’s MFA failed',
    sentence: 'AWS denied the call because the caller’s MFA code was missing or wrong.',
    detail: ({ vendor }: ErrorFacts) =>
      `This says nothing about the role. Applications rarely use MFA, so the call probably came from a terminal with mfa_serial in its profile. Only ${vendor} can assume the role.`,
  },
  'storage-denied': {
    title: 'Amazon S3 denied a call',
    sentence: 'Amazon S3 denied a call and doesn’t say why.',
    detail: ({ vendor, ...facts }: ErrorFacts) =>
      `If ${vendor} made the call with the role, one of these can block it: its permissions policy or boundary, a session policy, the bucket policy, the KMS key, the policy of a VPC endpoint, or a policy of your organization. Without s3:ListBucket, S3 also denies a HEAD or GET request for an object that doesn’t exist. Paste the output of: ${permissionsCommand(facts)}`,
  },
  'vendor-not-allowed': {
    title: 'The vendor’s own policies block the call',
    sentence: ({ vendor }: ErrorFacts) => `A policy in the caller’s account blocks the call. ${vendor} needs to fix it.`,
    detail:
      'AWS names a policy that applies to the caller. If you made the call yourself, this says nothing about the vendor. Only the application can assume this role.',
  },
  'vendor-duration': {
    title: 'The requested session is too long',
    sentence: ({ vendor }: ErrorFacts) => `${vendor} requests a longer session than the role allows.`,
    detail: ({ roleName, maxSessionDuration }: ErrorFacts) =>
      `Set the maximum session duration of ${roleName} to at least ${maxSessionDuration} seconds, or the vendor requests a shorter session.`,
  },
  'sts-region-off': {
    title: 'STS is deactivated in the Region',
    sentence: ({ inactiveAccount }: ErrorFacts) =>
      inactiveAccount === '' ? 'STS isn’t active in this Region.' : `STS isn’t active for account ${inactiveAccount} in this Region.`,
    detail: ({ account, inactiveAccount, region }: ErrorFacts) =>
      inactiveAccount === account
        ? `Open IAM, Account settings, "Security Token Service (STS)", and activate the Region of the call, for example ${region}.`
        : 'The account that makes the call must activate the Region, under IAM, Account settings, "Security Token Service (STS)".',
  },
  'trust-policy-denies': {
    title: 'AWS names a Deny in the trust policy',
    sentence: 'AWS says that a Deny statement in the trust policy blocks the call.',
    detail: pasteRole,
  },
  'trust-policy-silent': {
    title: 'AWS says that the trust policy doesn’t allow the call',
    sentence: 'AWS says that no statement of the trust policy allows the call, so the role exists.',
    detail: pasteRole,
  },
  'refused-without-reason': {
    title: 'AWS denies the call and doesn’t say why',
    sentence: 'AWS denies assuming the role and gives no reason.',
    detail: (facts: ErrorFacts) =>
      `AWS returns the same error whether the role doesn’t exist, trusts a different principal, or expects a different external ID. A role that was created or changed in the last two minutes may not be known everywhere yet. ${pasteRole(facts)}`,
  },
})

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
  /Request ARN is invalid|for parameter (?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)|AssumeRoleInput\.|key '(?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)'/.test(
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
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
    is: ({ message }) => /:role\/cdk-\w+-(?:deploy|lookup|file-publishing|image-publishing)-role-/.test(message),
  },
  {
    id: 'call-of-others',
    suppressedBy: ['call-of-cdk'],
    suppresses: ['caller-is-not-vendor', 'called-other-role', 'resource-control-policy', 'trust-policy-denies', 'trust-policy-silent'],
    part: 'terminal',
    source: pages.assumeRole,
    is: ({ message }, { plan }) => {
      const call = deniedCall(message)
      return call !== null && call.roleArn !== '' && call.accountId !== plan.vendorAccountId && call.roleArn !== plan.roleArn
    },
  },
  {
    id: 'caller-is-not-vendor',
    part: 'terminal',
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
    part: 'vendor',
    source: pages.assumeRole,
    is: ({ message }, { plan }) => (deniedCall(message)?.roleArn || plan.roleArn) !== plan.roleArn || isOtherName(message, plan),
  },
  {
    id: 'call-malformed',
    part: 'vendor',
    source: pages.assumeRole,
    suppressedBy: ['application-external-id-empty'],
    is: (error) =>
      hasCode('ValidationError', 'ValidationException', 'WrongParameter', 'MalformedPolicyDocument')(error) && isMalformedCall(error),
  },
  {
    id: 'caller-mfa',
    part: 'terminal',
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
    part: 'vendor',
    source: pages.accessDenied,
    is: hasHint('identity-policy', 'permissions-boundary', 'session-policy', 'vpc-endpoint-policy', 'service-control-policy'),
  },
  {
    id: 'vendor-other-caller',
    part: 'vendor',
    source: pages.assumeRole,
    suppressedBy: ['called-other-role', 'vendor-not-allowed'],
    is: (error, { plan }) => {
      const call = deniedCall(error.message)
      return call !== null && call.accountId === plan.vendorAccountId && isOtherCaller(call.caller, plan)
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
    part: 'organization',
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
