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
  /** How a near miss differs from the external ID. */
  variant: z.optional(z.enum(nearMissVariants)),
  outcome: z.enum(['assumed', 'denied', 'error']),
  /** The AWS error code, for example `AccessDenied`; `NetworkError` where there was no answer. */
  code: z.optional(z.string()),
  hint: z.optional(DenialHint),
  /** What AWS gave it, to be found in CloudTrail; empty where there was no answer. */
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
  requestId: z.string(),
  at: z.iso.datetime(),
})
export type PermissionCheckResult = z.infer<typeof PermissionCheckResult>

export const VerdictKind = z.enum(['verified', 'waiting', 'not-ready', 'unsafe', 'partial', 'inconclusive', 'vendor-fault', 'drifted'])
export type VerdictKind = z.infer<typeof VerdictKind>

/** Permanent: documentation and other people's code refer to them. */
export const Diagnosis = z.enum([
  'verified',
  'propagating',
  'confirming-fix',
  'not-assumable',
  'trust-policy-mismatch',
  'explicit-deny',
  'resource-control-policy',
  'session-tags-refused',
  'source-identity-refused',
  'region-disabled',
  'external-id-not-required',
  'external-id-optional',
  'any-external-id-accepted',
  'similar-external-id-accepted',
  'other-external-id-accepted',
  'condition-inverted',
  'other-account-accepted',
  'other-role-accepted',
  'assumed-role-mismatch',
  'permissions-incomplete',
  'permissions-unchecked',
  'update-required',
  'safety-check-incomplete',
  'check-delayed',
  'aws-unavailable',
  'changed-during-check',
  'vendor-credentials-refused',
  'vendor-identity-wrong',
  'vendor-not-allowed',
  'vendor-request-refused',
  'verifier-blind',
  'access-lost',
  'weakened',
])
export type Diagnosis = z.infer<typeof Diagnosis>

/** What may be behind a diagnosis, most probable first. */
export const Cause = z.enum([
  'propagation',
  'stack-not-finished',
  'other-account-signed-in',
  'role-name-changed',
  'external-id-differs',
  'other-principal-trusted',
  'extra-condition',
  'resource-control-policy',
  'account-closed',
  'no-condition',
  'second-statement-without-condition',
  'if-exists',
  'for-all-values',
  'wildcard-value',
  'null-false',
  'null-true',
  'negated-operator',
  'pattern-value',
  'ignore-case',
  'several-external-ids',
  'any-principal',
  'extra-principal',
  'principal-condition-missing',
  'deny-statement',
  'sts-region-off',
  'role-deleted',
  'trust-policy-edited',
  'permissions-policy-edited',
  'permissions-boundary',
  'service-control-policy',
  'resource-policy',
  'bucket-absent',
  'resource-absent',
  'trust-action-missing',
  'throttled',
  'network',
  'aws-error',
  'credentials-expired',
  'clock',
  'wrong-partition',
  'misdeployment',
  'vendor-policy',
  'vendor-duration',
  'vendor-config-changed',
  'many-checks',
])
export type Cause = z.infer<typeof Cause>

/** How a connection came to stand as it does, for who comes back to it. */
export const VerdictHistory = z.object({
  firstLookAt: z.iso.datetime(),
  /** The first of the looks in a row that came to this diagnosis. */
  since: z.iso.datetime(),
  /** What the looks before those came to; null where there were none, or where something else was asked for then. */
  before: z.nullable(z.object({ diagnosis: Diagnosis, lastSeenAt: z.iso.datetime() })),
})
export type VerdictHistory = z.infer<typeof VerdictHistory>

/** Something that no call tried, so a green check does not speak of it. */
export const Untested = z.discriminatedUnion('kind', [
  /** A chosen permission set that has no check. */
  z.object({ kind: z.literal('permission-set'), permissionSet: z.string() }),
  /** The `aws:PrincipalArn` condition: no second role of the vendor's account is configured to try it with. */
  z.object({ kind: z.literal('principal-arn') }),
  /** Accounts other than the vendor's: no control account is configured to try it with. */
  z.object({ kind: z.literal('other-accounts') }),
  /** Another exact value in the condition on the external ID, which no probe can guess. */
  z.object({ kind: z.literal('other-external-ids') }),
])
export type Untested = z.infer<typeof Untested>

/** What verification found. HTTP 200 whatever it says: a refusal by AWS is an answer, not an error. */
export const Verdict = z.object({
  kind: VerdictKind,
  diagnosis: Diagnosis,
  causes: z.array(Cause),
  probes: z.array(Probe),
  checks: z.array(PermissionCheckResult),
  /** Absent from verdicts of earlier versions. */
  untested: z.optional(z.array(Untested)),
  /** Another tenant is connected to this account too. Said only to a tenant whose own external ID the account has accepted. */
  accountInUse: z.optional(z.boolean()),
  checkedAt: z.iso.datetime(),
  /** When to ask again; a later ask is answered at once, an earlier one with this same verdict. */
  nextCheckInMs: z.int(),
  /** AWS was the simulator. */
  simulated: z.boolean(),
  /** Verdicts that were kept by an earlier version have none. */
  history: z.optional(VerdictHistory),
})
export type Verdict = z.infer<typeof Verdict>
