import * as z from 'zod/mini'
import { nearMissVariants } from '#core/connection/external-id/likeness.ts'

/** The calls that verification makes, in this order. `other-account` and `other-role` need credentials of another account or role of the vendor's own. */
export const ProbeName = z.enum(['right-id', 'no-id', 'random-id', 'near-miss', 'other-account', 'other-role', 'right-id-again'])
export type ProbeName = z.infer<typeof ProbeName>

/**
 * The part of an STS error text that says which policy refused. AWS shows it in some cases only, so nothing depends on it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const DenialHint = z.enum([
  'identity-policy',
  'permissions-boundary',
  'session-policy',
  'vpc-endpoint-policy',
  'service-control-policy',
  'trust-policy-silent',
  'trust-policy-deny',
  'resource-control-policy',
  'tag-session',
  'source-identity',
  'root-caller',
  'duration-above-role-maximum',
  'duration-above-chaining-maximum',
  /** AWS names a policy of a kind that we do not know, so the denial proves nothing about the role. */
  'unrecognized-policy',
])
export type DenialHint = z.infer<typeof DenialHint>

export const Probe = z.object({
  name: ProbeName,
  /** The difference between a near miss and the external ID. */
  variant: z.optional(z.enum(nearMissVariants)),
  outcome: z.enum(['assumed', 'denied', 'error']),
  /** The AWS error code, for example `AccessDenied`; `NetworkError` where there was no answer. */
  code: z.optional(z.string()),
  hint: z.optional(DenialHint),
  /** CloudTrail has the same one. Empty if there was no answer. */
  requestId: z.string(),
  /** The region whose STS answered. */
  region: z.string(),
  at: z.iso.datetime(),
})
export type Probe = z.infer<typeof Probe>

/** One call made with the assumed role to see that the permissions work. */
export const PermissionCheckResult = z.object({
  /** The id of the check in the vendor's config. */
  id: z.string(),
  permissionSet: z.string(),
  call: z.string(),
  resource: z.string(),
  outcome: z.enum(['passed', 'failed', 'error']),
  code: z.optional(z.string()),
  /** The action that AWS says was denied. */
  action: z.optional(z.string()),
  /** The kind of policy that AWS says denied it. */
  hint: z.optional(DenialHint),
  requestId: z.string(),
  at: z.iso.datetime(),
})
export type PermissionCheckResult = z.infer<typeof PermissionCheckResult>

export const VerdictKind = z.enum(['verified', 'waiting', 'not-ready', 'unsafe', 'partial', 'inconclusive', 'vendor-fault', 'drifted'])
export type VerdictKind = z.infer<typeof VerdictKind>

/** The role works with its external ID and denied everything else. A permission can be missing. */
export const isEnforced = (kind: VerdictKind): boolean => kind === 'verified' || kind === 'partial'
