import { jsonIn } from './json-text.ts'

type Check = { readonly state: 'failed' | 'passed'; readonly text: string }

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/** More is the report about a whole account. */
const mostChecks = 500
const deepest = 12

const failed = /^(?:FAIL(?:ED)?|NON_COMPLIANT|ALARM|ERROR|ACTIVE|WARN(?:ING)?)$/i
const passed = /^(?:PASS(?:ED)?|COMPLIANT|OK|SUCCESS|SKIP\w*|MUTED|NOT_AVAILABLE|ARCHIVED)$/i

const member = (value: unknown, key: string): unknown => (isMembers(value) ? value[key] : undefined)

/**
 * The result of a check in the JSON of a scanner: OCSF, the findings of AWS Security Hub, Checkov, Scout Suite, and flat rows.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html and https://schema.ocsf.io
 */
function stateOf(value: Members): Check['state'] | null {
  const flagged = value['flagged_items']
  if (typeof flagged === 'number') return flagged > 0 ? 'failed' : 'passed'
  const candidates = [
    value['status_code'],
    member(value['check_result'], 'result'),
    member(value['Compliance'], 'Status'),
    value['ComplianceType'],
    value['Status'],
    value['status'],
  ]
  const said = candidates.find((each) => typeof each === 'string' && (failed.test(each) || passed.test(each)))
  if (typeof said !== 'string') return null
  return failed.test(said) ? 'failed' : 'passed'
}

/** Advice says nothing of the finding itself. */
const isAdvice = (key: string): boolean =>
  /remediation|recommendation|guideline|references?$|risk|rationale|compliance|unmapped|evaluations/i.test(key)

function textsOf(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  return Object.entries(value).flatMap(([key, part]) => (isAdvice(key) ? [] : textsOf(part, depth + 1)))
}

function checksIn(value: unknown, name = '', depth = 0): readonly Check[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  const state = isMembers(value) ? stateOf(value) : null
  if (state !== null) return [{ state, text: [name, ...textsOf(value, depth)].join('\n') }]
  return Object.entries(value)
    .slice(0, mostChecks)
    .flatMap(([key, part]) => checksIn(part, Array.isArray(value) ? '' : key, depth + 1))
}

/** The words of the checks that failed; empty where all passed. Null for a text that isn't the JSON of a scanner. */
export function failedChecks(text: string): string | null {
  const checks = jsonIn(text).values.flatMap((value) => checksIn(value))
  if (checks.length === 0) return null
  return checks.flatMap((check) => (check.state === 'failed' ? [check.text] : [])).join('\n')
}
