import { policyHint } from '#core/verify/denial-hint.ts'
import type { DenialHint } from '#core/verify/probe-result.ts'
import { withoutSpacesInMasks } from './named-role.ts'

/** The kinds of policies that AWS names as the reason of a denial. */
export type NamedPolicy =
  | 'identity-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'vpc-endpoint-policy'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'trust-policy'

/** Why AWS denied a call, as far as it says so. */
export type DenialReason = {
  readonly hint: DenialHint | null
  /** AWS names a Deny, and not only that nothing allows the call. */
  readonly isExplicit: boolean
  /** Empty where AWS names no policy. */
  readonly policyName: string
}

/** AWS's sentence about a denied call in its parts, as they were written. Empty: not in the text. */
export type DeniedRequest = {
  /** An ARN, or the name of a service. */
  readonly caller: string
  readonly action: string
  readonly resource: string
}

const policyOf = new Map<DenialHint, NamedPolicy>([
  ['identity-policy', 'identity-policy'],
  ['permissions-boundary', 'permissions-boundary'],
  ['session-policy', 'session-policy'],
  ['vpc-endpoint-policy', 'vpc-endpoint-policy'],
  ['service-control-policy', 'service-control-policy'],
  ['resource-control-policy', 'resource-control-policy'],
  ['trust-policy-deny', 'trust-policy'],
  ['trust-policy-silent', 'trust-policy'],
])

/** Null where AWS names no policy. */
export const namedPolicy = ({ hint }: Pick<DenialReason, 'hint'>): NamedPolicy | null =>
  hint === null ? null : (policyOf.get(hint) ?? null)

const policyArn = /(?:boundary|policy)(?: allows the [\w-]+:\w+ action)?: arn:[\w-]+:(?:iam|organizations)::[^\s]{0,300}\/([\w+=,.@-]*\w)/

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export const denialReason = (message: string): DenialReason => ({
  hint: policyHint(message),
  isExplicit: /with an explicit deny/i.test(message),
  policyName: policyArn.exec(message)?.[1] ?? '',
})

const form =
  /(?:\bUser:?\s+["'`]?(\S+?)["'`]?\s+(?:is\s+)?|(?<![^\s"'`(])((?:arn:|AWSCloudFormation\b|[a-z][\w-]*\.amazonaws\.com\b)[^\s"'`]*)["'`]?\s+is\s+)?not\s+authorized\s+to\s+perform:?\s+["'`]?([\w-]+:\w+|AssumeRole\b)["'`]?(?:\s+on\s+(?:the\s+)?(?:(?:resource:?|role|policy|user|group)\s+){1,2}["'`]?([^\s"'`\\]+))?/gi

/** In the words of Amazon Redshift, whose users have ARNs of their own. https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html */
const ofRedshift = /User:? (arn:\S+) is not authorized to assume (?:IAM )?role (arn:[^\s"'`]+)/gi

/** Without what only the text around it closes. */
const trimmed = (written: string | undefined): string => (written ?? '').replace(/(?:[.,;)]|(?<!<[^<>]*)>)+$/, '')

/** All denied calls that a message names, in their order. */
export function deniedRequests(written: string): readonly DeniedRequest[] {
  const message = withoutSpacesInMasks(written)
  const requests = [...message.matchAll(form)].map(([, user, identity, action = '', resource]) => ({
    caller: trimmed(user ?? identity),
    action: action === 'AssumeRole' ? 'sts:AssumeRole' : action,
    resource: trimmed(resource),
  }))
  const ofService = [...message.matchAll(ofRedshift)].map(([, caller, role]) => ({
    caller: trimmed(caller),
    action: 'sts:AssumeRole',
    resource: trimmed(role),
  }))
  return [...requests, ...ofService]
}

/** Calls that assume a role, or that assuming it needs. */
export const isAssuming = ({ action }: Pick<DeniedRequest, 'action'>): boolean =>
  /^sts:(?:AssumeRole|TagSession|SetSourceIdentity)$/i.test(action)
