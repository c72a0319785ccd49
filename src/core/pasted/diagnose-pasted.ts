import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/rule.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'
import { type TrustVerdict, trustVerdict } from '#core/rules/trust-signature.ts'
import { messages } from '#core/text/messages.ts'
import { additionalFindings, lintedPolicy } from './additional-findings.ts'
import { showsManagedPolicies } from './attached-policy-rules.ts'
import type { Fix } from './fix.ts'
import { fixesOf } from './fixes.ts'
import { inOrder, type Named } from './found-order.ts'
import { dynamicWords, hasDynamicBlocks, insufficientInputMessages, openNames, provisoWords, withoutTrust } from './insufficient-input.ts'
import type { PastedFact, UnrecognizedFact } from './pasted-fact.ts'
import { type PastedRole, pastedRole } from './pasted-role.ts'
import type { Found, RulePart } from './pasted-rule.ts'
import { pastedRules } from './pasted-rules.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { readPastedRole, repairedFacts } from './read-pasted-role.ts'

export const diagnosePastedMessages = messages('diagnose-pasted', {
  emptySentence: 'Nothing was pasted.',
  emptyDetail: 'Paste the output of aws iam get-role, the trust policy, or the events of the stack.',
  brokenSentence: 'Invalid JSON.',
  brokenDetail: 'Something is missing, extra, or mistyped. Copy the whole output again.',
  yamlSentence: 'The text looks like YAML, but we don’t recognize it as AWS output.',
  yamlDetail: 'Run the command with --output json, and paste all of it.',
  outputSentence: 'This output isn’t JSON.',
  outputDetail: (command: string) => `Run this command and paste all of its output: ${command}`,
  planSentence: 'This is a Terraform plan. It shows what Terraform would change, and we found no whole trust policy in it.',
  planDetail: (command: string) =>
    `A plan changes nothing, so the role in AWS may still be as before. If Terraform ended with an error, paste it. To check the role, paste the output of: ${command}`,
  sourceSentence: 'This looks like source code or Terraform, and we could read no trust policy and no error in it.',
  sourceDetail: (command: string) =>
    `If it failed, paste the error text that it ended with. To check the role, paste the output of: ${command}`,
  otherSentence: 'We don’t recognize this.',
  otherDetail: 'Paste the output of aws iam get-role, the trust policy, the events of the stack, or the error text.',
  logSentence: 'The lines of the log in this text show no error.',
  logDetail:
    'Paste the line that tells of the failure, such as one with level=error, AccessDenied, or "not authorized to perform". It names the role and the action. It’s often near the end of the log.',
  reportSentence: 'This text shows no error from AWS that we recognize.',
  reportDetail:
    'Paste the error itself, such as a line with AccessDenied or "not authorized to perform". If a program hides it, look in its debug log. AWS CloudTrail shows each denied call. To check the role, paste the output of aws iam get-role.',
  refusedSentence: 'The trust policy denies the application’s request. We couldn’t tell which part causes it.',
  refusedDetail: 'Replace it with the corrected policy.',
  openSentence: 'The trust policy allows a request that it must deny. We couldn’t tell which part causes it.',
  openDetail: 'Replace it with the corrected policy.',
  unknownSentence: 'The text doesn’t show whether the trust policy allows the right request and denies all others.',
  unknownDetail: 'Part of it depends on values that aren’t in the text. Replace it with the corrected policy.',
  roleSentence: 'The role matches what was requested.',
  roleDetail: 'If access still fails, AWS may need a few more seconds, or a resource control policy in your organization blocks the call.',
  trustSentence: 'The trust policy matches what was requested.',
  trustDetail: (roleArn: string) => `This text doesn’t show which role it belongs to. The role ARN must be ${roleArn}.`,
  attachedDetail: (roleName: string) =>
    `This text doesn’t show whether the requested managed policies are attached. Add the output of: aws iam list-attached-role-policies --role-name ${roleName} --output json`,
})

type Words = { readonly sentence: string; readonly detail: string }

type Difference = Words & {
  readonly part: RulePart
  /** The text as it is and as it must be, for the policies alone. */
  readonly current: string | null
  readonly corrected: string | null
  readonly fixes: readonly Fix[]
}

export type PastedDiagnosis =
  /** The role or its trust policy was seen, and nothing is wrong with it. The sentence says which. */
  | ({ readonly kind: 'as-planned' } & Words)
  /** What was pasted is right as far as it goes. */
  | ({ readonly kind: 'not-enough' } & Words)
  | ({
      readonly kind: 'differs'
      /** The permanent code of what has to be put right first. */
      readonly rule: string
      readonly source: string
      readonly others: readonly string[]
    } & Difference)
  /** The policy is wrong in a way that no rule covers. */
  | ({ readonly kind: 'unnamed-difference'; readonly verdict: TrustVerdict } & Difference)
  | ({ readonly kind: 'unreadable'; readonly seems: UnrecognizedFact['seems']; readonly at: UnrecognizedFact['at'] } & Words)

const text = (document: PolicyDocument | undefined): string | null => (document === undefined ? null : policyText(document))

const texts: Partial<Readonly<Record<RulePart, (role: PastedRole) => Pick<Difference, 'current' | 'corrected'>>>> = {
  'trust-policy': ({ writtenTrust, plan }) => ({ current: text(writtenTrust ?? undefined), corrected: text(plan.trustPolicy) }),
  'permissions-policy': ({ permissions, plan }) => ({
    current: text(permissions[0]?.document),
    corrected: hasPermissions(plan) ? text(plan.permissionsPolicy) : null,
  }),
}

const words = ({ sentence, detail }: Found, language: string): Words => ({
  sentence: sentence(language),
  detail: detail(language),
})

function difference(part: RulePart, pastedRole: PastedRole, language: string): Omit<Difference, keyof Words> {
  const both = texts[part]?.(pastedRole) ?? { current: null, corrected: null }
  return { part, ...both, fixes: fixesOf(part, pastedRole.plan, language) }
}

const unreadableWords = ({ roleName }: RolePlan): Readonly<Record<UnrecognizedFact['seems'], Found>> => ({
  empty: {
    sentence: (language) => diagnosePastedMessages.in(language).emptySentence,
    detail: (language) => diagnosePastedMessages.in(language).emptyDetail,
  },
  'json-broken': {
    sentence: (language) => diagnosePastedMessages.in(language).brokenSentence,
    detail: (language) => diagnosePastedMessages.in(language).brokenDetail,
  },
  yaml: {
    sentence: (language) => diagnosePastedMessages.in(language).yamlSentence,
    detail: (language) => diagnosePastedMessages.in(language).yamlDetail,
  },
  'other-output': {
    sentence: (language) => diagnosePastedMessages.in(language).outputSentence,
    detail: (language) => diagnosePastedMessages.in(language).outputDetail(`aws iam get-role --role-name ${roleName} --output json`),
  },
  log: {
    sentence: (language) => diagnosePastedMessages.in(language).logSentence,
    detail: (language) => diagnosePastedMessages.in(language).logDetail,
  },
  report: {
    sentence: (language) => diagnosePastedMessages.in(language).reportSentence,
    detail: (language) => diagnosePastedMessages.in(language).reportDetail,
  },
  plan: {
    sentence: (language) => diagnosePastedMessages.in(language).planSentence,
    detail: (language) => diagnosePastedMessages.in(language).planDetail(`aws iam get-role --role-name ${roleName} --output json`),
  },
  source: {
    sentence: (language) => diagnosePastedMessages.in(language).sourceSentence,
    detail: (language) => diagnosePastedMessages.in(language).sourceDetail(`aws iam get-role --role-name ${roleName} --output json`),
  },
  other: {
    sentence: (language) => diagnosePastedMessages.in(language).otherSentence,
    detail: (language) => diagnosePastedMessages.in(language).otherDetail,
  },
})

const unknownWords: Readonly<Record<Exclude<TrustVerdict, 'safe'>, Found>> = {
  refused: {
    sentence: (language) => diagnosePastedMessages.in(language).refusedSentence,
    detail: (language) => diagnosePastedMessages.in(language).refusedDetail,
  },
  open: {
    sentence: (language) => diagnosePastedMessages.in(language).openSentence,
    detail: (language) => diagnosePastedMessages.in(language).openDetail,
  },
  unknown: {
    sentence: (language) => diagnosePastedMessages.in(language).unknownSentence,
    detail: (language) => diagnosePastedMessages.in(language).unknownDetail,
  },
}

/** The role as a whole, or the trust policy and what the text doesn't show of the rest. */
function asPlanned(pastedRole: PastedRole): Found {
  const { role, plan } = pastedRole
  const hasRole = role !== null && role.trustPolicy !== null && role.arn !== null
  const hasPolicies = showsManagedPolicies(pastedRole)
  if (hasRole && hasPolicies) {
    return {
      sentence: (language) => diagnosePastedMessages.in(language).roleSentence,
      detail: (language) => diagnosePastedMessages.in(language).roleDetail,
    }
  }
  return {
    sentence: (language) => diagnosePastedMessages.in(language).trustSentence,
    detail: (language) => {
      const { trustDetail, attachedDetail } = diagnosePastedMessages.in(language)
      return [...(hasRole ? [] : [trustDetail(plan.roleArn)]), ...(hasPolicies ? [] : [attachedDetail(plan.roleName)])].join(' ')
    },
  }
}

function withoutFinding(pastedRole: PastedRole, language: string): PastedDiagnosis {
  const { trust, plan } = pastedRole
  if (trust === null) return { kind: 'not-enough', ...words(withoutTrust(pastedRole), language) }
  const verdict = trustVerdict(trust.signature)
  const { proviso } = pastedRole
  if (verdict !== 'safe' && proviso !== null && hasDynamicBlocks(proviso))
    return { kind: 'not-enough', ...words(dynamicWords(proviso, plan), language) }
  if (verdict !== 'safe') {
    const unknown = words(unknownWords[verdict], language)
    return { kind: 'unnamed-difference', verdict, ...unknown, ...difference('trust-policy', pastedRole, language) }
  }
  const left = pastedRole.proviso === null ? null : provisoWords(pastedRole.proviso, plan)
  if (left !== null) return { kind: 'not-enough', ...words(left, language) }
  return { kind: 'as-planned', ...words(asPlanned(pastedRole), language) }
}

/** A rule after the first is reported unless another one says the same more exactly. */
const isSuppressed = ({ rule: { id, suppressedBy = [] } }: Named, found: readonly Named[], at: number): boolean =>
  found.some(({ rule }) => suppressedBy.includes(rule.id)) || found.slice(0, at).some(({ rule }) => rule.suppresses?.includes(id) === true)

/** Missing parts of a policy can't be told while its end is missing, one of two members with the same name is lost, or a block adds to it. */
const lacks = ['TP04', 'TP11', 'TP22', 'TP39', 'action-missing', 'principal-arn-missing', 'source-identity-missing', 'statement-further']

function foundIn(role: PastedRole): readonly Named[] {
  const isTorn = ['torn', 'fragment', 'duplicate-name'].includes(role.rejection?.kind ?? '') || hasDynamicBlocks(role.proviso)
  const all = pastedRules.flatMap((rule): Named[] => {
    const found = isTorn && lacks.includes(rule.id) ? null : rule.found(role)
    return found === null ? [] : [{ rule, found }]
  })
  const told = all.filter((named, at) => at === 0 || !isSuppressed(named, all, at))
  return inOrder(told, role)
}

/** In addition to what is wrong whatever is filled in. */
function withOpenValues({ sentence, detail }: Words, { proviso }: PastedRole, language: string): Words {
  const open = openNames(proviso)
  return { sentence, detail: open === '' ? detail : `${detail} ${insufficientInputMessages.in(language).notShown(open)}` }
}

/** The faults of the pasted role, the most important first. Never throws, and never reports success without evidence. */
export function diagnoseFacts(pasted: readonly PastedFact[], plan: RolePlan, language = 'en'): PastedDiagnosis {
  const known = pasted.filter((fact) => fact.kind !== 'unrecognized')
  const unread = pasted.find((fact) => fact.kind === 'unrecognized')
  if (known.length === 0) {
    const { seems, at } = unread ?? { seems: 'empty', at: null }
    return { kind: 'unreadable', seems, at, ...words(unreadableWords(plan)[seems], language) }
  }
  const role = pastedRole(known, plan)
  const found = foundIn(role)
  const [first] = found
  if (first === undefined) return withoutFinding(role, language)
  const { id, part, source } = first.rule
  return {
    kind: 'differs',
    rule: id,
    source,
    others: found.slice(1).map(({ rule }) => rule.id),
    ...withOpenValues(words(first.found, language), role, language),
    ...difference(first.found.part ?? part, role, language),
  }
}

export type PastedAnswer = {
  readonly recognized: readonly PastedFact[]
  /** The id of the rule that comes first; otherwise what the text amounts to. */
  readonly diagnosis: string
  readonly sentence: string
  /** What else is wrong, as ids of rules. */
  readonly others: readonly string[]
  readonly findings: readonly Finding[]
  /** The corrected policy, where one was pasted. */
  readonly fix?: string
}

/** The diagnosis of a text with its JSON repaired, if the repair loses nothing. */
function diagnoseRepaired(text: string, plan: RolePlan, language = 'en'): PastedDiagnosis | null {
  const facts = repairedFacts(text)
  const found = facts === null ? null : diagnoseFacts(facts, plan, language)
  return found?.kind === 'unreadable' ? null : found
}

const idsOf = (found: PastedDiagnosis | null): readonly string[] => (found?.kind === 'differs' ? [found.rule, ...found.others] : [])

/** What is wrong with a pasted text, in English, most important first. Never throws. */
export function diagnosePasted(text: string, plan: RolePlan, readYaml: ReadYaml = readPlainYaml): PastedAnswer {
  const recognized = readPastedRole(text, readYaml)
  const found = diagnoseFacts(recognized, plan)
  const ids = found.kind === 'unreadable' ? [found.kind, ...idsOf(diagnoseRepaired(text, plan))] : idsOf(found)
  const policy = lintedPolicy(text, recognized, plan)
  const findings = policy === null ? [] : additionalFindings(policy, ids, { plan })
  const fault = found.kind === 'unreadable' ? findings.find(({ rule }) => rule.startsWith('JSON')) : undefined
  const corrected = 'corrected' in found && found.current !== null ? found.corrected : null
  return {
    recognized,
    diagnosis: ids[0] ?? found.kind,
    sentence: fault === undefined ? found.sentence : `${found.sentence} ${fault.message}`,
    others: ids.slice(1),
    findings,
    ...(corrected === null ? {} : { fix: corrected }),
  }
}
