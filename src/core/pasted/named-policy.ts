import type { DenialHint } from '#core/verify/probe-result.ts'

/** The kinds of policies that AWS names as the reason of a denial. */
export type NamedPolicy =
  | 'identity-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'vpc-endpoint-policy'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'trust-policy'

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
export const namedPolicy = ({ hint }: { readonly hint: DenialHint | null }): NamedPolicy | null =>
  hint === null ? null : (policyOf.get(hint) ?? null)
