import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/rule.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { lintPermissionsPolicy, lintTrustPolicy } from '#core/rules/lint.ts'
import { evaluatedRules } from '#core/rules/trust/trust-rules.ts'
import { contextOfPlan } from '#core/rules/trust-subject.ts'
import type { PastedFact } from './pasted-fact.ts'
import { pastedRole } from './pasted-role.ts'
import { pastedRules } from './pasted-rules.ts'

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

/** The pasted text if nothing surrounds it, so that its line numbers apply; otherwise the text that is shown next to the corrected one. */
export function lintedPolicy(text: string, facts: readonly PastedFact[], plan: RolePlan): LintedPolicy | null {
  if (text.length > longestText) return null
  if (facts.some((fact) => fact.kind === 'unrecognized' && fact.seems === 'json-broken')) return { kind: 'trust-policy', text }
  const { trust, permissions, writtenTrust } = pastedRole(facts, plan)
  // A role that was filled in isn't what the customer wrote.
  const isFilledIn = (arn: string) => trust?.text.includes(arn) === true && !JSON.stringify(writtenTrust).includes(arn)
  if (plan.applicationPrincipalArns.some(isFilledIn)) return null
  const [policy] = permissions
  const shown = trust?.text ?? (policy === undefined ? null : policyText(policy.document))
  if (shown === null) return null
  return { kind: trust === null ? 'permissions-policy' : 'trust-policy', text: isBarePolicy(text) ? text : shown }
}

const coveredBy = new Map(pastedRules.map(({ id, suppresses = [], covers = [] }) => [id, [id, ...suppresses, ...covers]]))

/** The evaluation as a whole follows from whatever else is wrong. */
const isRepeated = ({ rule }: Finding, named: readonly string[]): boolean =>
  (named.length > 0 && evaluatedRules.some(({ id }) => id === rule)) || named.some((id) => coveredBy.get(id)?.includes(rule) === true)

/** The planned policy is the vendor's, so what the linter says of the planned one is nothing that the customer did. */
const sameSaying = (one: Finding, other: Finding): boolean => one.rule === other.rule && one.message === other.message

type Known = { readonly plan: RolePlan; readonly knowledge?: ActionKnowledge | undefined; readonly language?: string }

function lint({ kind, text }: LintedPolicy, { plan, knowledge, language }: Known): readonly Finding[] {
  if (kind === 'permissions-policy') {
    return lintPermissionsPolicy(
      text,
      { partition: plan.partition, customerAccountId: plan.accountId, attachment: 'inline', knowledge },
      language,
    )
  }
  return lintTrustPolicy(text, contextOfPlan(plan), language)
}

const planned = (kind: LintedPolicy['kind'], plan: RolePlan): LintedPolicy => ({
  kind,
  text: policyText(kind === 'trust-policy' ? plan.trustPolicy : plan.permissionsPolicy),
})

/** What the linter finds beyond the pastedRules that are named already. */
export function additionalFindings(policy: LintedPolicy, named: readonly string[], known: Known): readonly Finding[] {
  const found = lint(policy, known).filter((finding) => !isRepeated(finding, named))
  if (found.length === 0) return found
  const ofPlan = lint(planned(policy.kind, known.plan), known)
  return found.filter((finding) => !ofPlan.some((expected) => sameSaying(expected, finding)))
}
