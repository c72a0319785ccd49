import type { DenialHint } from './probe-result.ts'

type HintText = { readonly hint: DenialHint; readonly pattern: RegExp }

const reason = (policy: string): RegExp => new RegExp(`(because no ${policy} allows|with an explicit deny in (an?|the) ${policy})`, 'i')

/**
 * AWS names one policy even where several refuse. What acts on the caller stands first, because it settles whose part it
 * is to act; the action stands before the trust policy, because a trust policy that lacks an action is named as well.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
const denials: readonly HintText[] = [
  // One of several causes, such as a resource that doesn't exist. https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
  { hint: 'unrecognized-policy', pattern: /\bbecause\b[^.\n]*\bor\b/i },
  { hint: 'identity-policy', pattern: reason('identity-based policy') },
  { hint: 'permissions-boundary', pattern: reason('permissions boundary') },
  { hint: 'session-policy', pattern: reason('session policy') },
  { hint: 'vpc-endpoint-policy', pattern: reason('VPC endpoint policy') },
  { hint: 'service-control-policy', pattern: reason('service control policy') },
  { hint: 'root-caller', pattern: /roles may not be assumed by root accounts/i },
  { hint: 'resource-control-policy', pattern: reason('resource control policy') },
  { hint: 'trust-policy-deny', pattern: /with an explicit deny in (an?|the) (role trust|resource-based) policy/i },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
  { hint: 'tag-session', pattern: /to perform: sts:TagSession(\s|$)/i },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
  { hint: 'source-identity', pattern: /to perform: sts:SetSourceIdentity(\s|$)/i },
  // The trust policy is the resource-based policy of a role.
  { hint: 'trust-policy-silent', pattern: /because no (role trust|resource-based) policy allows/i },
  { hint: 'unrecognized-policy', pattern: /because no |with an explicit deny/i },
]

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const durations: readonly HintText[] = [
  { hint: 'duration-above-role-maximum', pattern: /DurationSeconds exceeds the MaxSessionDuration/i },
  { hint: 'duration-above-chaining-maximum', pattern: /DurationSeconds exceeds the 1 hour session limit/i },
]

const textsOfCode: Readonly<Record<string, readonly HintText[]>> = {
  AccessDenied: denials,
  AccessDeniedException: denials,
  ValidationError: durations,
  ValidationException: durations,
}

/** The kind of policy that the text of a denial names, whatever the code of the denial is. */
export const policyHint = (message: string): DenialHint | null => denials.find(({ pattern }) => pattern.test(message))?.hint ?? null

/** Null for most errors: across accounts, AWS rarely gives a reason. */
export function denialHint(code: string, message: string): DenialHint | null {
  const texts = Object.hasOwn(textsOfCode, code) ? (textsOfCode[code] ?? []) : []
  return texts.find(({ pattern }) => pattern.test(message))?.hint ?? null
}
