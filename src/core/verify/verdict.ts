import * as z from 'zod/mini'
import { messages } from '#core/text/messages.ts'
import { sharedCauses } from './causes.ts'
import { acceptanceCauses, acceptances } from './diagnoses/acceptances.ts'
import { dangerCauses, dangers, readCauseWords } from './diagnoses/dangers.ts'
import { denialCauses, denials } from './diagnoses/denials.ts'
import type { Diagnosed } from './diagnoses/diagnosis.ts'
import { vendorFaultCauses, vendorFaults } from './diagnoses/vendor-faults.ts'
import type { Evidence } from './evidence.ts'
import type { ExplanationFacts, ExplanationTexts } from './explanation.ts'
import { Inspection } from './inspection/inspection.ts'
import { PermissionCheckResult, Probe, VerdictKind } from './probe-result.ts'
import { RotationCheck } from './rotation-check.ts'

const causes = { ...sharedCauses, ...denialCauses, ...dangerCauses, ...acceptanceCauses, ...vendorFaultCauses }

type CauseCode = keyof typeof causes

const isCause = (code: string): code is CauseCode => Object.hasOwn(causes, code)

const causeCodes: readonly CauseCode[] = Object.keys(causes).filter(isCause)

export const causeMessages = messages('causes', { ...causes, ...readCauseWords })

/** A cause as it is shown. */
export type ShownCause = CauseCode | keyof typeof readCauseWords

/** The reading tells that the condition is there. */
export const shownCauses = ({ causes, inspection }: Pick<Verdict, 'causes' | 'inspection'>): readonly ShownCause[] =>
  causes.map((cause) =>
    cause === 'principal-condition-missing' && inspection?.namesOtherRoles === true ? 'principal-condition-names-another' : cause,
  )

/** The decision table, read from the top: our own faults, dangers, denials, and only then success. */
const table = [...vendorFaults, ...dangers, ...denials, ...acceptances] as const

export type DiagnosisCode = (typeof table)[number]['code']

export const decisionTable: readonly Diagnosed<DiagnosisCode, CauseCode>[] = table

const byCode: ReadonlyMap<string, Diagnosed> = new Map(decisionTable.toReversed().map((row) => [row.code, row]))

const diagnosisCodes: readonly DiagnosisCode[] = [...new Set(decisionTable.map(({ code }) => code))]

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
  const { actor, paste: codes } = rowOf(code)
  // IAM refuses a policy without statements, so there is none to paste.
  const paste = codes.filter((one) => one !== 'permissions-policy' || facts.hasPermissionsPolicy)
  const { title, happened, why, todo } = diagnosisTexts(code, language)
  return { actor, title, paste, happened: happened(facts), why: why(facts), todo: todo(facts) }
}

export const Diagnosis = z.enum(diagnosisCodes)
export type Diagnosis = z.infer<typeof Diagnosis>

export const Cause = z.enum(causeCodes)
export type Cause = z.infer<typeof Cause>

/** Without those of a later version: a copy of it can share the registry. */
const knownCauses = (stored: unknown): unknown =>
  Array.isArray(stored) ? stored.filter((one) => typeof one !== 'string' || isCause(one)) : stored

const Causes = z.pipe(z.transform(knownCauses), z.array(Cause))

const EarlierHistory = z.looseObject({ firstLookAt: z.string() })

/** Adds the present name to a history of version 0.1, which has `firstLookAt` alone. */
function withFirstCheckAt(history: unknown): unknown {
  const earlier = EarlierHistory.safeParse(history)
  return earlier.success ? { firstCheckAt: earlier.data.firstLookAt, ...earlier.data } : history
}

const historyFields = z.object({
  firstCheckAt: z.iso.datetime(),
  /** Repeats `firstCheckAt` for readers of version 0.1: API clients, and servers that share the registry during an update. */
  firstLookAt: z.iso.datetime(),
  /** When the customer started to create the role. Null: not started. Absent where no client has said either. */
  launchedAt: z.optional(z.nullable(z.iso.datetime())),
  /** The first check of the current series with this diagnosis. */
  since: z.iso.datetime(),
  /** The diagnosis before that series. Null if there was none, or if other permissions were requested then. */
  before: z.nullable(z.object({ diagnosis: Diagnosis, lastSeenAt: z.iso.datetime() })),
})
export const VerdictHistory = z.pipe(z.transform(withFirstCheckAt), historyFields)
export type VerdictHistory = z.infer<typeof VerdictHistory>

/** No call tested these, so every verdict names them. */
export const Untested = z.discriminatedUnion('kind', [
  /** A chosen permission set whose statements have no check. */
  z.object({ kind: z.literal('permission-set'), permissionSet: z.string() }),
  /** A chosen permission set with managed policies, of whose checks none needs them. */
  z.object({ kind: z.literal('managed-policies'), permissionSet: z.string() }),
  /** A chosen permission set that denies actions: checks only try what is allowed. */
  z.object({ kind: z.literal('denied-actions'), permissionSet: z.string() }),
  /** The `aws:PrincipalArn` condition: no second role of the vendor's account is configured to try it with. */
  z.object({ kind: z.literal('principal-arn') }),
  /** Accounts other than the vendor's: no control account is configured to try it with. */
  z.object({ kind: z.literal('other-accounts') }),
  /** Another exact value in the condition on the external ID, which no probe can guess. */
  z.object({ kind: z.literal('other-external-ids') }),
])
export type Untested = z.infer<typeof Untested>

/** The server returns it with HTTP 200 in every case: a denial by AWS is a result, not an error. */
export const Verdict = z.object({
  kind: VerdictKind,
  diagnosis: Diagnosis,
  causes: Causes,
  probes: z.array(Probe),
  checks: z.array(PermissionCheckResult),
  /** The external ID is being replaced. The kind is that of the ID in use, or of the new one as soon as the role accepts it. */
  rotation: z.optional(RotationCheck),
  /** Absent where the role was not read. */
  inspection: z.optional(Inspection),
  /** Absent from verdicts of earlier versions. */
  untested: z.optional(z.array(Untested)),
  /**
   * Other roles of the application: checks run as one, and only reading the role tells of the others. A part of what is untested, in a field
   * of its own, because an earlier version can't read a kind in `untested` that it doesn't know. Absent where there is none.
   */
  untriedRoles: z.optional(z.array(z.string())),
  /** Another tenant is connected to this account. Only a tenant whose own external ID the account accepts may know. */
  accountInUse: z.optional(z.boolean()),
  checkedAt: z.iso.datetime(),
  /** Earlier requests get this same verdict. */
  nextCheckInMs: z.int(),
  /** AWS was the simulator. */
  simulated: z.boolean(),
  /** Absent from verdicts of earlier versions. */
  history: z.optional(VerdictHistory),
})
export type Verdict = z.infer<typeof Verdict>

/** Lists of many connections have only this part of the last verdict. */
export const LastCheck = z.object({
  connectionId: z.string(),
  kind: VerdictKind,
  diagnosis: Diagnosis,
  checkedAt: z.iso.datetime(),
  /** AWS was the simulator, so the verdict proves nothing about a real account. */
  simulated: z.boolean(),
})
export type LastCheck = z.infer<typeof LastCheck>
