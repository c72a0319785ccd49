import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { additionalFindings, type LintedPolicy, lintedPolicy } from '#core/pasted/additional-findings.ts'
import { diagnoseFacts, type PastedDiagnosis } from '#core/pasted/diagnose-pasted.ts'
import { detectTool, type Tool } from '#core/pasted/fix.ts'
import type { PastedFact } from '#core/pasted/pasted-fact.ts'
import { type Choice, choice, pastedRole } from '#core/pasted/pasted-role.ts'
import { pastedRules } from '#core/pasted/pasted-rules.ts'
import { readPastedRole, repairedFacts } from '#core/pasted/read-pasted-role.ts'
import { policyText } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/rule.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'
import { currentLanguage } from '#i18n/language.ts'

/** A policy as it was pasted and as it must be. */
export type Comparison = {
  readonly part: 'trust-policy' | 'permissions-policy'
  /** Null where an error speaks of a policy that was not pasted. */
  readonly current: string | null
  readonly corrected: string
}

export type Consultation = {
  readonly recognized: readonly PastedFact[]
  /** Which of several was examined. */
  readonly choice: Choice | null
  /** How the role was created, where the text shows it. */
  readonly way: Tool | null
  readonly examination: PastedDiagnosis
  /** Titles of the other findings. */
  readonly further: readonly string[]
  readonly comparisons: readonly Comparison[]
  readonly policy: LintedPolicy | null
  readonly findings: readonly Finding[]
  /** The diagnosis of the text with its JSON repaired, where the repair is certain. */
  readonly repaired: PastedDiagnosis | null
}

const ruleById = new Map(pastedRules.map((rule) => [rule.id, rule]))

function named(examination: PastedDiagnosis): readonly string[] {
  if (examination.kind !== 'differs') return []
  return [examination.rule, ...examination.others]
}

function titleOf(id: string): readonly string[] {
  const title = ruleById.get(id)?.title
  return title === undefined ? [] : [title(currentLanguage().code)]
}

function partsOf(examination: PastedDiagnosis): readonly string[] {
  if (examination.kind === 'unnamed-difference') return [examination.part]
  return named(examination).flatMap((id) => ruleById.get(id)?.part ?? [])
}

function comparisons(facts: readonly PastedFact[], examination: PastedDiagnosis, plan: RolePlan): readonly Comparison[] {
  const { writtenTrust, permissions } = pastedRole(facts, plan)
  const parts = partsOf(examination)
  const text = (document: Parameters<typeof policyText>[0] | undefined) => (document === undefined ? null : policyText(document))
  const both: readonly Comparison[] = [
    { part: 'trust-policy', current: text(writtenTrust ?? undefined), corrected: policyText(plan.trustPolicy) },
    { part: 'permissions-policy', current: text(permissions[0]?.document), corrected: policyText(plan.permissionsPolicy) },
  ]
  // IAM rejects a policy without statements, so there may be none to offer.
  const offered = hasPermissions(plan) ? both : both.filter(({ part }) => part !== 'permissions-policy')
  return offered.filter(({ part }) => parts.includes(part)).sort((one, other) => parts.indexOf(one.part) - parts.indexOf(other.part))
}

type Repaired = { readonly facts: readonly PastedFact[]; readonly examination: PastedDiagnosis }

/** Never from a fix of the linter, which for a text beyond repair is the planned policy. */
function repairedText(examination: PastedDiagnosis, text: string, plan: RolePlan): Repaired | null {
  const facts = examination.kind === 'unreadable' ? repairedFacts(text) : null
  const repaired = facts === null ? null : diagnoseFacts(facts, plan, currentLanguage().code)
  return facts === null || repaired === null || repaired.kind === 'unreadable' ? null : { facts, examination: repaired }
}

/** The very sign that keeps a text from being JSON, which the linter names better. */
function faultOf(examination: PastedDiagnosis, findings: readonly Finding[]): Finding | undefined {
  return examination.kind === 'unreadable' ? findings.find(({ rule }) => rule.startsWith('JSON')) : undefined
}

/** The permissions policy that a pasted text has in it: what AWS knows of its actions is worth fetching. */
export function pastedPermissions(text: string, plan: RolePlan): string | null {
  const policy = lintedPolicy(text, readPastedRole(text), plan)
  return policy?.kind === 'permissions-policy' ? policy.text : null
}

type Knowledge = { readonly knowledge?: ActionKnowledge | undefined; readonly readYaml?: ReadYaml | undefined }

/** All that there is to say of a pasted text. Null: nothing was pasted. */
export function consultation(text: string, plan: RolePlan, { knowledge, readYaml }: Knowledge = {}): Consultation | null {
  if (text.trim() === '') return null
  const recognized = readPastedRole(text, readYaml)
  const examination = diagnoseFacts(recognized, plan, currentLanguage().code)
  const policy = lintedPolicy(text, recognized, plan)
  const found = named(examination)
  const findings = policy === null ? [] : additionalFindings(policy, found, { plan, knowledge, language: currentLanguage().code })
  const repaired = repairedText(examination, text, plan)
  const fault = faultOf(examination, findings)
  return {
    recognized,
    choice: choice(recognized, plan),
    way: detectTool(text),
    examination: fault === undefined ? examination : { ...examination, detail: fault.message },
    further: found.slice(1).flatMap(titleOf),
    comparisons: comparisons(repaired?.facts ?? recognized, repaired?.examination ?? examination, plan),
    policy,
    findings: findings.filter((finding) => finding !== fault),
    repaired: repaired?.examination ?? null,
  }
}
