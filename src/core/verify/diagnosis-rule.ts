import type { Evidence } from './evidence.ts'
import type { Cause, Diagnosis, VerdictKind } from './verdict.ts'

/** One row of the decision table. The first one that applies decides. */
export type DiagnosisRule = {
  readonly kind: VerdictKind
  readonly diagnosis: Diagnosis
  readonly applies: (evidence: Evidence) => boolean
  /** Most probable first. */
  readonly causes: (evidence: Evidence) => readonly Cause[]
}
