import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import type { PermissionsPolicyFact, TrustPolicyFact } from './pasted-fact.ts'

export type JsonReading = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'none' }

const none: JsonReading = { kind: 'none' }

export function readJson(text: string): JsonReading {
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return none
  }
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/\s+/g, ''))
  } catch {
    return null
  }
}

/** Forms on the web write a blank as a plus, and a plus as `%2B`. */
function decodedPolicy(text: string): string | null {
  const decoded = percentDecoded(text)
  return decoded === null || readJson(decoded).kind === 'json' ? decoded : percentDecoded(text.replaceAll('+', '%20'))
}

/** IAM answers with policies in percent-encoding. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
const isPercentEncoded = (text: string): boolean => /^\s*(%7B|%5B|%22)/i.test(text)

const mostLayers = 4

/** A text in a text in a text: policies are often encoded more than once on their way. */
export function unwrapped(value: unknown, layers = mostLayers): unknown {
  if (typeof value !== 'string' || layers === 0) return value
  const decoded = isPercentEncoded(value) ? decodedPolicy(value) : value
  const reading = decoded === null ? none : readJson(decoded.trim())
  return reading.kind === 'json' ? unwrapped(reading.value, layers - 1) : value
}

/** Deeper JSON is no answer of AWS. */
const deepest = 100

/** From a bracket to the one that closes it; null where nothing does. */
function closingAt(text: string, start: number): number | null {
  const next = /"(?:[^"\\]|\\.)*"?|[{}[\]]/gs
  next.lastIndex = start
  let depth = 0
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (/^[{[]/.test(found[0])) depth += 1
    if (/^[}\]]/.test(found[0])) depth -= 1
    if (depth === 0) return next.lastIndex
    if (depth > deepest) return null
  }
  return null
}

export type JsonParts = {
  readonly values: readonly unknown[]
  /** The text before each of the values, up to the one before it. */
  readonly leads: readonly string[]
  /** The text around them. */
  readonly rest: string
}

const isComposite = (value: unknown): boolean => typeof value === 'object' && value !== null

/** What begins with more brackets, or holds more answers, is no transcript of a terminal. */
const mostAttempts = 12

type Answer = { readonly start: number; readonly end: number; readonly value: unknown }

/** The first bracket from a place on that begins JSON. */
function nextAnswer(text: string, from: number): Answer | null {
  let start = from - 1
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    start += 1 + text.slice(start + 1).search(/[{[]|$/)
    const end = closingAt(text, start)
    const reading = end === null ? none : readJson(text.slice(start, end))
    if (reading.kind === 'json' && end !== null) return { start, end, value: reading.value }
  }
  return null
}

function embedded(text: string): JsonParts {
  const values: unknown[] = []
  const leads: string[] = []
  let from = 0
  for (let answer = nextAnswer(text, from); answer !== null && values.length < mostAttempts; answer = nextAnswer(text, from)) {
    values.push(answer.value)
    leads.push(text.slice(from, answer.start))
    from = answer.end
  }
  return { values, leads, rest: leads.join('') + text.slice(from) }
}

/** The JSON in a text: the whole of it, encoded or not, or each answer in what was copied from a terminal. */
export function jsonIn(text: string): JsonParts {
  const whole = unwrapped(text)
  return isComposite(whole) ? { values: [whole], leads: [''], rest: '' } : embedded(text)
}

const isTrusting = ({ Principal, NotPrincipal }: PolicyStatement): boolean => Principal !== undefined || NotPrincipal !== undefined
const isOnResources = ({ Resource, NotResource }: PolicyStatement): boolean => Resource !== undefined || NotResource !== undefined

/** A policy document, encoded as often as it may be. */
export function policyDocument(value: unknown): PolicyDocument | null {
  const parsed = PolicyDocument.safeParse(unwrapped(value))
  return parsed.success ? parsed.data : null
}

/** Actions of services other than STS, on resources, with the principals that may use them. */
export const isResourcePolicy = (document: PolicyDocument): boolean =>
  listOf(document.Statement).some(isTrusting) && listOf(document.Statement).every(isOnResources) && policyFact(document, null) === null

/** A trust policy names who, a permissions policy names what; a policy that names both is that of a resource, unless it is about STS alone. */
export function policyFact(document: PolicyDocument, policyName: string | null): TrustPolicyFact | PermissionsPolicyFact | null {
  const statements = listOf(document.Statement)
  if (statements.length === 0) return null
  const isAboutSts = statements.every(({ Action }) => listOf(Action).some((action) => /^sts:/i.test(action)))
  const isTrust = isAboutSts || statements.some((statement) => isTrusting(statement) && !isOnResources(statement))
  if (statements.some(isTrusting)) return statements.some(isOnResources) && !isTrust ? null : { kind: 'trust-policy', document }
  if (statements.some(isOnResources)) return { kind: 'permissions-policy', policyName, document }
  return isAboutSts ? { kind: 'trust-policy', document } : { kind: 'permissions-policy', policyName, document }
}
