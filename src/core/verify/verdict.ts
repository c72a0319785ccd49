import * as z from 'zod/mini'

/** The calls that verification makes, in this order. `other-account` runs only where the vendor has a control account. */
export const ProbeName = z.enum(['right-id', 'no-id', 'random-id', 'near-miss', 'other-account', 'right-id-again'])
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
])
export type DenialHint = z.infer<typeof DenialHint>

export const Probe = z.object({
  name: ProbeName,
  /** Which near miss: the last character, the first, or the case of the letters. */
  variant: z.optional(z.enum(['end', 'start', 'case'])),
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
  'condition-inverted',
  'other-account-accepted',
  'assumed-role-mismatch',
  'permissions-incomplete',
  'permissions-unchecked',
  'safety-check-incomplete',
  'aws-unavailable',
  'changed-during-check',
  'vendor-credentials-refused',
  'vendor-identity-wrong',
  'vendor-not-allowed',
  'vendor-request-refused',
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
  'any-principal',
  'extra-principal',
  'deny-statement',
  'sts-region-off',
  'role-deleted',
  'trust-policy-edited',
  'permissions-policy-edited',
  'permissions-boundary',
  'service-control-policy',
  'resource-policy',
  'bucket-absent',
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

/** What verification found. HTTP 200 whatever it says: a refusal by AWS is an answer, not an error. */
export const Verdict = z.object({
  kind: VerdictKind,
  diagnosis: Diagnosis,
  causes: z.array(Cause),
  probes: z.array(Probe),
  checks: z.array(PermissionCheckResult),
  checkedAt: z.iso.datetime(),
  /** When to ask again; a later ask is answered at once, an earlier one with this same verdict. */
  nextCheckInMs: z.int(),
  /** AWS was the simulator. */
  simulated: z.boolean(),
  /** Verdicts that were kept by an earlier version have none. */
  history: z.optional(VerdictHistory),
})
export type Verdict = z.infer<typeof Verdict>
