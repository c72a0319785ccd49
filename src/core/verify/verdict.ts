import * as z from 'zod/mini'
import { causeCodes, diagnosisCodes } from './diagnose.ts'
import { PermissionCheckResult, Probe, VerdictKind } from './probe-result.ts'

export const Diagnosis = z.enum(diagnosisCodes)
export type Diagnosis = z.infer<typeof Diagnosis>

/** A possible reason for a diagnosis. */
export const Cause = z.enum(causeCodes)
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
