import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PastedFact } from '#core/pasted/pasted-fact.ts'
import { patient } from '#core/pasted/pasted-role.ts'
import { policyText } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/finding.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { lintPermissionsPolicy, lintTrustPolicy } from '#core/rules/lint.ts'
import { findingsLanguage } from '#wizard/words/findings.ts'

export type LintedPolicy = { readonly kind: 'trust-policy' | 'permissions-policy'; readonly text: string }

/** Longer ones are far above every quota. */
const longestText = 100_000

function isBarePolicy(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'Statement' in value
  } catch {
    return false
  }
}

/** As it was pasted where nothing stands around it, so that lines are those of the text; else as it is shown beside the corrected one. */
export function lintedPolicy(text: string, facts: readonly PastedFact[], plan: RolePlan): LintedPolicy | null {
  if (text.length > longestText) return null
  if (facts.some((fact) => fact.kind === 'unrecognised' && fact.seems === 'json-broken')) return { kind: 'trust-policy', text }
  const { trust, permissions } = patient(facts, plan)
  const document = trust?.document ?? permissions[0]?.document
  if (document === undefined) return null
  return { kind: trust === null ? 'permissions-policy' : 'trust-policy', text: isBarePolicy(text) ? text : policyText(document) }
}

type Repetition = { readonly of: RegExp; readonly rules: readonly string[] }

/** Rules that name in general what the doctor names with the values of this role. */
const repetitions: readonly Repetition[] = [
  {
    of: /^(principal-(?!arn)|not-principal|action-missing)/,
    rules: ['TP01', 'TP02', 'TP03', 'TP04', 'TP05', 'TP06', 'TP07', 'TP08', 'TP09', 'TP10', 'TP29', 'TP30', 'TP39'],
  },
  {
    of: /^external-id-/,
    rules: ['TP11', 'TP12', 'TP13', 'TP14', 'TP15', 'TP16', 'TP17', 'TP18', 'TP19', 'TP20', 'TP21', 'TP37', 'TP43'],
  },
  { of: /^condition-/, rules: ['TP31', 'TP32', 'TP33', 'TP35'] },
  { of: /^principal-arn-/, rules: ['TP34'] },
  { of: /^second-statement-open/, rules: ['TP11', 'TP22'] },
  { of: /^action-/, rules: ['TP23', 'TP24'] },
  { of: /^trust-policy-too-long/, rules: ['TP09', 'TP28', 'TP29'] },
  // What the evaluation as a whole comes to follows from whatever is wrong.
  { of: /./, rules: ['TP40', 'TP41', 'TP42'] },
]

const isRepeated = ({ rule }: Finding, ailments: readonly string[]): boolean =>
  repetitions.some(({ of, rules }) => rules.includes(rule) && ailments.some((ailment) => of.test(ailment)))

/** The planned policy is the vendor's, so what the linter says of the planned one is nothing that the customer did. */
const sameSaying = (one: Finding, other: Finding): boolean => one.rule === other.rule && one.message === other.message

type Known = { readonly plan: RolePlan; readonly knowledge: ActionKnowledge | undefined }

function lint({ kind, text }: LintedPolicy, { plan, knowledge }: Known): readonly Finding[] {
  if (kind === 'permissions-policy') {
    return lintPermissionsPolicy(
      text,
      { partition: plan.partition, customerAccountId: plan.accountId, attachment: 'inline', knowledge },
      findingsLanguage(),
    )
  }
  return lintTrustPolicy(
    text,
    {
      vendorAccountId: plan.vendorAccountId,
      externalId: plan.externalId,
      customerAccountId: plan.accountId,
      partition: plan.partition,
      vendorName: plan.vendor.name,
      applicationRoleArn: plan.applicationRoleArn,
    },
    findingsLanguage(),
  )
}

const planned = (kind: LintedPolicy['kind'], plan: RolePlan): LintedPolicy => ({
  kind,
  text: policyText(kind === 'trust-policy' ? plan.trustPolicy : plan.permissionsPolicy),
})

/** What the linter finds beyond the ailments that are named already. */
export function furtherFindings(policy: LintedPolicy, ailments: readonly string[], known: Known): readonly Finding[] {
  const found = lint(policy, known).filter((finding) => !isRepeated(finding, ailments))
  if (found.length === 0) return found
  const ofPlan = lint(planned(policy.kind, known.plan), known)
  return found.filter((finding) => !ofPlan.some((expected) => sameSaying(expected, finding)))
}
