import { cdkRoles, cdkStatements } from './cdk-roles.ts'
import { errorTexts } from './error-texts.ts'
import { nestedRoles, statementsAlone } from './nested-roles.ts'
import type { PastedFact } from './pasted-fact.ts'
import type { Rejection } from './rejection.ts'
import { settledFacts } from './template-roles.ts'
import { keyOf, terraformDefaults, withoutHeredocs, withoutPlanFrame } from './terraform-text.ts'
import { looseValue } from './unquoted-value.ts'

type Facts = readonly PastedFact[]

/** The names of a statement without quotation marks, or all of them in single ones. Calls of AssumeRole have policies of their sessions. */
const isObject = (text: string): boolean =>
  !/\bRole_?Session_?Name\b|\bassume_?Role(?:Command)?\(/i.test(text) &&
  /[{,]\s*(?:Effect|'Effect')\s*[:=]\s*["'](?:Allow|Deny)["']/.test(text) &&
  !/"(?:Effect|Action|Principal|Statement)"\s*:/.test(text)

/** The place of a role in Terraform, TypeScript or Python. Broken JSON is excluded: its error has a place of its own. */
const isSource = (text: string): boolean =>
  isObject(text) ||
  /\baws_iam_(?:policy_document|role_policy_attachment)\b|\bresource\s+"aws_iam_(?:role_)?policy"|\bassume_?role_?policy(_?document)?'?\s*[:=]|\{\s*'(Role|Version|Statement)'|\btrusted_role_arns\b|\bassume_role_conditions\b|\btrust_policy_permissions\b/i.test(
    text,
  )

/** A plan of Terraform, or a configuration or program that nothing could be read of. https://developer.hashicorp.com/terraform/cli/commands/plan */
export function seemsSource(text: string): 'plan' | 'source' | null {
  if (
    /\bTerraform will perform the following actions\b|^[ \t]*# [\w.[\]"-]{3,200} (?:will|must) be (?:updated|created|replaced|destroyed)\b/m.test(
      text,
    )
  )
    return 'plan'
  return /^[ \t]*(?:resource|data|module)\s+"[\w./-]+"\s*(?:"[\w-]+"\s*)?\{|\baws-cdk-lib\b|\bnew (?:iam\.)?(?:PolicyStatement|Role)\(|\bPolicyStatement(?:Props)?[.(]/m.test(
    text,
  )
    ? 'source'
    : null
}

const isBalanced = (text: string): boolean => text.split(/[{[]/).length <= text.split(/[}\]]/).length

/** With the error that a program or a configuration ended in. */
export function factsOfSource(written: string): Facts {
  const facts = factsOfProgram(written)
  return facts.length === 0 ? facts : [...facts, ...errorTexts(written)]
}

function factsOfProgram(written: string): Facts {
  const roles = cdkRoles(written)
  const ofCdk = settledFacts(roles.length > 0 ? roles : cdkStatements(written), new Map())
  if (ofCdk.length > 0 || !isSource(written)) return ofCdk
  const source = withoutPlanFrame(written)
  const { text, rejections } = withoutHeredocs(source)
  const value = looseValue(text)
  const inRoles = nestedRoles(value)
  const facts = settledFacts(inRoles.length > 0 ? inRoles : statementsAlone(value, isBalanced(text)), terraformDefaults(source))
  const isWhole = /\bCfnRole\b/.test(source) && !/managed_?policy_?arns/i.test(source)
  return facts.map((fact) => withRejection(isWhole ? withoutManagedPolicies(fact) : fact, rejections))
}

/** A role of the CDK's own form of CloudFormation has the managed policies that it names. */
const withoutManagedPolicies = (fact: PastedFact): PastedFact =>
  fact.kind === 'role' ? { ...fact, attachedPolicies: { arns: [], isWhole: true } } : fact

function withRejection(fact: PastedFact, rejections: ReadonlyMap<string, Rejection>): PastedFact {
  if (fact.kind === 'role') return { ...fact, rejection: rejections.get(keyOf(fact.trustPolicy)) ?? null }
  return fact.kind === 'trust-policy' ? { ...fact, rejection: rejections.get(keyOf(fact.document)) ?? fact.rejection ?? null } : fact
}

/** Before the JSON that stands in it. */
export const factsOfHeredoc = (text: string): Facts =>
  /<<-?[ \t]*["']?[A-Za-z]|\bjsonencode\(\s*\{/.test(text) && /\bresource\s+"aws_iam/.test(text) ? factsOfSource(text) : []
