import { acceptanceRules } from './acceptance-rules.ts'
import { deniedRules } from './denied-rules.ts'
import type { DiagnosisRule } from './diagnosis-rule.ts'
import type { Evidence } from './evidence.ts'
import { trustRules } from './trust-rules.ts'
import { vendorRules } from './vendor-rules.ts'
import type { Cause, Verdict } from './verdict.ts'

/** The decision table, read from the top: our own faults, dangers, refusals, and only then success. */
export const diagnosisRules: readonly DiagnosisRule[] = [...vendorRules, ...trustRules, ...deniedRules, ...acceptanceRules]

export type DiagnosisResult = Pick<Verdict, 'kind' | 'diagnosis'> & { readonly causes: Cause[] }

/** What the evidence means. Deterministic; the last rule applies to everything that no other rule objects to. */
export function diagnose(evidence: Evidence): DiagnosisResult {
  const rule = diagnosisRules.find(({ applies }) => applies(evidence))
  if (rule === undefined) throw new Error('The last rule applies to all evidence')
  return { kind: rule.kind, diagnosis: rule.diagnosis, causes: [...rule.causes(evidence)] }
}
