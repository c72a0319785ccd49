import { type JsonFaultId, type JsonNode, type JsonValue, jsonText, jsonValue } from '#core/policy/json/json-node.ts'
import { type JsonReading, readJson } from '#core/policy/json/json-with-positions.ts'
import { placeOf, type SourceMap, sourceMap } from '#core/policy/json/source-map.ts'
import { type PolicyView, policyView } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { edited } from './edit.ts'
import { foreignText } from './foreign-text.ts'
import { shapeMatches, wrappedPolicy } from './policy-shape.ts'
import type { Finding, Match, Rule, RuleFacts } from './rule.ts'
import { syntaxRules } from './syntax-rules.ts'

export const lintTextMessages = messages('lint-text', {
  wrapped: 'The policy is inside this text. Paste only the policy.',
  noPolicy: 'This isn’t a policy. A policy starts with {.',
})

/** Behind these the rest of the text is not what its author meant, so what it lacks says nothing. */
const tornFaults: readonly JsonFaultId[] = ['JSON07', 'JSON08', 'JSON13', 'JSON14', 'JSON16']

/** More places of one rule language nothing new, and each costs a whole corrected document. */
const matchesMaximum = 50

function firstOfEach<Place>(places: readonly Place[], ruleOf: (place: Place) => string): Place[] {
  const counts = new Map<string, number>()
  return places.filter((place) => {
    const count = (counts.get(ruleOf(place)) ?? 0) + 1
    counts.set(ruleOf(place), count)
    return count <= matchesMaximum
  })
}

type Source = { readonly text: string; readonly root: JsonNode; readonly map: SourceMap; readonly language: string }

const syntaxRuleById = new Map(syntaxRules.map((rule) => [rule.id, rule]))

function factsOf(id: string): RuleFacts {
  const facts = syntaxRuleById.get(id)
  if (facts === undefined) throw new Error(`There is no syntax rule ${id}`)
  return facts
}

function finding({ id, severity, messages }: RuleFacts, spot: Match, source: Source): Finding {
  const place = spot.place ?? placeOf(source.root, spot.path, spot.at ?? 'value')
  return {
    rule: id,
    severity,
    message: spot.message(source.language),
    why: messages.in(source.language).why,
    path: spot.path,
    ...(place === undefined ? {} : { range: source.map.range(place) }),
    ...(spot.fix === undefined ? {} : { fix: jsonText(edited(jsonValue(source.root), spot.fix)) }),
  }
}

type Foreign = { readonly text: string; readonly message: Text; readonly inside: string | null; readonly language: string }

function foreignFindings({ text, message, inside, language }: Foreign): Finding[] {
  const { id, severity, messages } = factsOf('JSON01')
  const read = inside === null ? null : readJson(inside)
  const fix = read?.root?.kind === 'object' ? { fix: jsonText(jsonValue(read.root)) } : {}
  const range = sourceMap(text).range({ start: 0, end: text.length })
  return [{ rule: id, severity, message: message(language), why: messages.in(language).why, path: [], range, ...fix }]
}

function syntaxFindings({ faults }: JsonReading, source: Source): Finding[] {
  // Of an unfinished text the repair is worth seeing; one that would lose a member is not.
  const isTorn = faults.some(({ id }) => id === 'JSON12' || (id !== 'JSON08' && tornFaults.includes(id)))
  const fix = isTorn || source.root.kind !== 'object' ? {} : { fix: [] }
  return firstOfEach(faults, ({ id }) => id).map((fault) =>
    finding(factsOf(fault.id), { message: fault.message, path: [], place: fault, ...fix }, source),
  )
}

function shapeFindings(source: Source): Finding[] {
  const wrapped = wrappedPolicy(source.root)
  if (wrapped === null)
    return firstOfEach(shapeMatches(source.root), ({ rule }) => rule).map((spot) => finding(factsOf(spot.rule), spot, source))
  const message = (language: string) => lintTextMessages.in(language).wrapped
  return [finding(factsOf('JSON17'), { message, path: wrapped.path, fix: [{ path: [], value: wrapped.value }] }, source)]
}

type Catalogue<Subject> = {
  readonly rules: readonly Rule<Subject>[]
  readonly language: string
  readonly subject: (view: PolicyView) => Subject
  /** What to write where a text cannot be repaired. */
  readonly otherwise?: JsonValue | null
  /** The document with all that a rule found put right. Without it each place has the fix of its own edits. */
  readonly fixed?: (rule: Rule<Subject>, spots: readonly Match[], subject: Subject) => JsonValue | null
}

type Checked<Subject> = { readonly subject: Subject; readonly source: Source; readonly fixed: Catalogue<Subject>['fixed'] }

function ruleFindings<Subject>(rule: Rule<Subject>, { subject, source, fixed }: Checked<Subject>): Finding[] {
  const spots = rule.check(subject).slice(0, matchesMaximum)
  if (fixed === undefined) return spots.map((spot) => finding(rule, spot, source))
  const value = fixed(rule, spots, subject)
  const fix = value === null ? [] : [{ path: [], value }]
  return spots.map(({ fix: _, ...spot }) => finding(rule, fix.length === 0 ? spot : { ...spot, fix }, source))
}

function textFindings(text: string, language: string): { readonly findings: Finding[]; readonly source: Source | null } {
  const foreign = foreignText(text)
  if (foreign !== null) return { findings: foreignFindings({ text, language, ...foreign }), source: null }
  const reading = readJson(text)
  if (reading.root === null)
    return {
      findings: foreignFindings({ text, language, message: (language) => lintTextMessages.in(language).noPolicy, inside: null }),
      source: null,
    }
  const source = { text, root: reading.root, map: sourceMap(text), language }
  const syntax = syntaxFindings(reading, source)
  if (reading.faults.some(({ id }) => tornFaults.includes(id))) return { findings: syntax, source: null }
  return { findings: [...syntax, ...shapeFindings(source)], source }
}

/** Runs a catalogue over a text, whatever the text is. Never throws. */
export function lintText<Subject>(text: string, catalogue: Catalogue<Subject>): Finding[] {
  const { rules, fixed, otherwise = null, language } = catalogue
  const { findings, source } = textFindings(text, language)
  const fix = otherwise === null ? {} : { fix: jsonText(otherwise) }
  const withFixes = findings.map((found) => (found.fix === undefined ? { ...found, ...fix } : found))
  const view = source === null ? null : policyView(text, source.root)
  if (source === null || view === null || view.statements.length === 0) return withFixes
  const checked = { subject: catalogue.subject(view), source, fixed }
  return [...withFixes, ...rules.flatMap((rule) => ruleFindings(rule, checked))]
}
