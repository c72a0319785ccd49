import { messages } from '#core/text/messages.ts'
import { sharedCauses } from './causes.ts'
import { acceptanceCauses, acceptances } from './diagnoses/acceptances.ts'
import { dangerCauses, dangers } from './diagnoses/dangers.ts'
import { denialCauses, denials } from './diagnoses/denials.ts'
import type { Diagnosed } from './diagnoses/diagnosis.ts'
import { vendorFaultCauses, vendorFaults } from './diagnoses/vendor-faults.ts'
import type { Evidence } from './evidence.ts'
import type { ExplanationFacts, ExplanationTexts } from './explanation.ts'
import type { VerdictKind } from './probe-result.ts'

const causes = { ...sharedCauses, ...denialCauses, ...dangerCauses, ...acceptanceCauses, ...vendorFaultCauses }

export type CauseCode = keyof typeof causes

const isCause = (code: string): code is CauseCode => Object.hasOwn(causes, code)

export const causeCodes: readonly CauseCode[] = Object.keys(causes).filter(isCause)

export const causeMessages = messages('causes', causes)

/** The decision table, read from the top: our own faults, dangers, denials, and only then success. */
const table = [...vendorFaults, ...dangers, ...denials, ...acceptances] as const

export type DiagnosisCode = (typeof table)[number]['code']

export const decisionTable: readonly Diagnosed<DiagnosisCode, CauseCode>[] = table

const byCode: ReadonlyMap<string, Diagnosed> = new Map(decisionTable.toReversed().map((row) => [row.code, row]))

export const diagnosisCodes: readonly DiagnosisCode[] = [...new Set(decisionTable.map(({ code }) => code))]

type DiagnosisResult = { readonly kind: VerdictKind; readonly diagnosis: DiagnosisCode; readonly causes: CauseCode[] }

/** The meaning of the evidence. Deterministic; the last row applies to everything that no other row objects to. */
export function diagnose(evidence: Evidence): DiagnosisResult {
  const row = decisionTable.find(({ applies }) => applies(evidence))
  if (row === undefined) throw new Error('The last row applies to all evidence')
  return { kind: row.kind, diagnosis: row.code, causes: [...row.causes(evidence)] }
}

function rowOf(code: DiagnosisCode): Diagnosed {
  const row = byCode.get(code)
  if (row === undefined) throw new Error(`${code} is in the decision table`)
  return row
}

export const diagnosisTexts = (code: DiagnosisCode, language = 'en'): ExplanationTexts => rowOf(code).messages.in(language)

export type RenderedExplanation = Pick<Diagnosed, 'actor' | 'paste'> & {
  readonly title: string
  readonly happened: string
  readonly why: string
  readonly todo: readonly string[]
}

export function explanation(code: DiagnosisCode, facts: ExplanationFacts, language = 'en'): RenderedExplanation {
  const { actor, paste } = rowOf(code)
  const { title, happened, why, todo } = diagnosisTexts(code, language)
  return { actor, title, paste, happened: happened(facts), why: why(facts), todo: todo(facts) }
}
