import { accessFindings, accessFindingText, editorIssues } from './access-findings.ts'
import type { FindingFact, ScanFact } from './finding-fact.ts'
import { jsonIn } from './json-text.ts'
import type { PastedFact } from './pasted-fact.ts'
import { hasCheckName, scanFindings } from './scan-findings.ts'
import { simulatedIdentity, simulation, simulationText } from './simulations.ts'

const assessed = (text: string, facts: readonly PastedFact[]): readonly FindingFact[] => {
  const { values } = jsonIn(text)
  const ofJson = values.flatMap((value): readonly FindingFact[] => [...accessFindings(value), ...simulation(value)])
  if (ofJson.length > 0) return ofJson
  const access = accessFindingText(text)
  if (access.length > 0) return access
  const simulated = simulationText(text)
  return simulated.length > 0 || facts.some(({ kind }) => kind === 'error-text') ? simulated : editorIssues(text)
}

/** Shows more of the role than an assessment of it does. */
const isEvidence = (fact: PastedFact): boolean =>
  (fact.kind === 'role' && fact.trustPolicy !== null) ||
  ['trust-policy', 'permissions-policy', 'attached-policies', 'stack-events', 'stack', 'caller'].includes(fact.kind) ||
  (fact.kind === 'error-text' && (fact.operation !== null || /not authorized to perform/.test(fact.message)))

const isVague = (fact: PastedFact): boolean =>
  fact.kind === 'vendor-words' && (fact.failure === null || fact.failure === 'connection' || fact.failure === 'trust')

const hasTopic = (scans: readonly ScanFact[]): boolean => scans.some(({ topics }) => !topics.includes('other'))

const lacksExternalId = (scans: readonly ScanFact[]): boolean => scans.some(({ topics }) => topics.includes('no-external-id'))

const reportWords =
  /\b(?:findings?|severity|violations?|misconfigurations?|policy check|non[- ]?compliant|risks?|report|cross-account \w+ policy lacks|ALARM|deny:|Status: fail)\b/i

/** A call that failed. Findings tell what a role has or lacks. */
const callFailed =
  /\b(?:denied|fail(?:s|ed|ure|ing)?|unable|could(?: not|n['’]t)|can(?:not|['’]t)|errors?|invalid|not authorized|unauthorized|forbidden|incorrect|mismatch\w*)\b/i

/** Says only of a role that it requires no external ID. */
const isOnlyLacking = (facts: readonly PastedFact[], text: string): boolean =>
  facts.every((fact) => fact.kind !== 'vendor-words' || fact.failure === null || fact.failure === 'trust') && !callFailed.test(text)

/** The connection of a product that scans accounts fails like that of others, and its message is no report. */
const isReport = (facts: readonly PastedFact[], text: string): boolean =>
  isOnlyLacking(facts, text) || facts.every((fact) => fact.kind !== 'vendor-words' || fact.failure === null) || reportWords.test(text)

/** With what IAM Access Analyzer, the policy simulator, or a scanner says in the text. */
export function withFindings(facts: readonly PastedFact[], text: string): readonly PastedFact[] {
  const identityArn = simulatedIdentity(text)
  const found = assessed(text, facts).map((fact) => (fact.kind === 'simulation' ? { ...fact, identityArn } : fact))
  if (found.length > 0) return [...facts.filter(isEvidence), ...found]
  const evidence = facts.filter(isEvidence)
  if (facts.some((fact) => fact.kind === 'error-text' || (fact.kind === 'vendor-words' && fact.isOpen))) return facts
  const scans = scanFindings(text)
  const isExact = hasCheckName(text) || (hasTopic(scans) && (facts.every(isVague) || lacksExternalId(scans)) && isReport(facts, text))
  return scans.length === 0 || !isExact ? facts : [...evidence, ...scans]
}
