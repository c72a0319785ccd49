type AttachedDifference = {
  /** Attached, and not requested. */
  readonly further: readonly string[]
  /** Requested, and not attached. */
  readonly missing: readonly string[]
}

/** Managed policies of a role, compared with those of the plan. ARNs of one partition. */
export const attachedDifference = (attached: readonly string[], planned: readonly string[]): AttachedDifference => ({
  further: attached.filter((arn) => !planned.includes(arn)),
  missing: planned.filter((arn) => !attached.includes(arn)),
})
