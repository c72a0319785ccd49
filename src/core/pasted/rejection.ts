import { type PolicyDocument, PolicyDocument as PolicyDocumentForm } from '#core/policy/document.ts'
import { shapeMatches } from '#core/policy/form/policy-shape.ts'
import type { Position } from '#core/policy/form/rule.ts'
import { type JsonFault, type JsonNode, jsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { sourceMap } from '#core/policy/json/source-map.ts'
import { messages, type Text } from '#core/text/messages.ts'

/** Why IAM doesn't accept a policy as it is written. `message` names the place; empty where the kind says it all. */
export type Rejection = {
  readonly kind: 'torn' | 'fragment' | 'json' | 'duplicate-name' | 'leading-space' | 'statement-alone' | 'condition-operator' | 'grammar'
  readonly message: Text
  readonly at: Position | null
}

const nothing: Text = () => ''

export const rejectionMessages = messages('rejection-rules', {
  bracketsMissing: 'The curly brackets around the policy are missing.',
  bracketsExtra: 'A closing bracket at its end is extra.',
})

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

const elements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

const elementOf = (key: string): string | undefined =>
  elements.find((name) => name.toLowerCase() === key.toLowerCase() || `${name}s`.toLowerCase() === key.toLowerCase())

/** Without an operator, the key itself is where the operator belongs. */
const isKey = (operator: string): boolean => operator.includes(':') && !/^for(?:all|any)values?:/i.test(operator)

function conditionOf(value: unknown): unknown {
  if (!isMembers(value)) return undefined
  const tests = Object.entries(value).map(([operator, keys]): [string, unknown] =>
    isMembers(keys) || !isKey(operator) ? [operator, keys] : ['StringEquals', { [operator]: keys }],
  )
  const joined = new Map<string, Members>()
  for (const [operator, keys] of tests) if (isMembers(keys)) joined.set(operator, { ...joined.get(operator), ...keys })
  return Object.fromEntries(joined)
}

const effectOf = (value: unknown): string => (typeof value === 'string' && /^deny$/i.test(value.trim()) ? 'Deny' : 'Allow')

function statementOf(value: Members): Members {
  const named = Object.entries(value).flatMap(([key, element]): [string, unknown][] => {
    const name = elementOf(key)
    return name === undefined || name === 'Sid' ? [] : [[name, name === 'Condition' ? conditionOf(element) : element]]
  })
  return { ...Object.fromEntries(named), Effect: effectOf(value['Effect'] ?? value['effect']) }
}

export const isStatement = (value: unknown): value is Members =>
  isMembers(value) && 'Effect' in value && ['Principal', 'Action', 'NotAction', 'Resource'].some((name) => name in value)

/** Statements on their own, as they stand in a list or alone. */
function statementsIn(value: unknown): readonly Members[] | null {
  if (isStatement(value)) return [value]
  return Array.isArray(value) && value.length > 0 && value.every(isStatement) ? value : null
}

/** The policy with its form corrected and its content unchanged. Null if the text is no policy at all. */
export function salvagedPolicy(value: unknown): PolicyDocument | null {
  const inner = isMembers(value) && 'Statement' in value ? value['Statement'] : statementsIn(value)
  const statements = (Array.isArray(inner) ? inner : [inner]).filter(isMembers).map(statementOf)
  if (statements.length === 0) return null
  const version = isMembers(value) ? value['Version'] : undefined
  const parsed = PolicyDocumentForm.safeParse({ ...(typeof version === 'string' ? { Version: version } : {}), Statement: statements })
  return parsed.success ? parsed.data : null
}

function operatorless(value: unknown): string | undefined {
  const statements = isMembers(value) ? value['Statement'] : value
  return (Array.isArray(statements) ? statements : [statements])
    .filter(isMembers)
    .flatMap(({ Condition }) => (isMembers(Condition) ? Object.entries(Condition) : []))
    .find(([operator, keys]) => isKey(operator) && !isMembers(keys))?.[0]
}

function ofFault(text: string, fault: JsonFault): Rejection {
  const at = sourceMap(text).range(fault).start
  return { kind: fault.id === 'JSON12' ? 'duplicate-name' : 'json', message: fault.message, at }
}

function ofForm(root: JsonNode): Rejection | null {
  const value = jsonValue(root)
  const key = operatorless(value)
  if (key !== undefined) return { kind: 'condition-operator', message: () => key, at: null }
  if (statementsIn(value) !== null) return { kind: 'statement-alone', message: nothing, at: null }
  const [spot] = shapeMatches(root)
  return spot === undefined ? null : { kind: 'grammar', message: spot.message, at: null }
}

const isInText = (text: string): boolean => (text.replace(/\\./gs, '').match(/"/g)?.length ?? 0) % 2 === 1

/** Up to the last member that is whole: what a torn one was to be isn't known. */
const withoutTornMember = (text: string): string => (isInText(text) ? text.replace(/,?\s*(?:"[^"]*"\s*:\s*)?"[^"]*$/, '') : text)

/** A statement that ends too early was to allow what the others do. */
function torn(value: unknown): unknown {
  if (!isMembers(value)) return value
  const list = Array.isArray(value['Statement']) ? value['Statement'] : [value['Statement']]
  return { ...value, Statement: list.map((statement) => (isMembers(statement) ? { Action: 'sts:AssumeRole', ...statement } : statement)) }
}

type WrittenPolicy = { readonly document: PolicyDocument; readonly rejection: Rejection | null }

/** The readable part of a policy whose end is missing. */
function tornPolicy(text: string): WrittenPolicy | null {
  const { root } = readJson(withoutTornMember(text))
  const document = root === null ? null : salvagedPolicy(torn(jsonValue(root)))
  return document === null ? null : { document, rejection: { kind: 'torn', message: nothing, at: null } }
}

/** A policy as it is written, however wrong its form is. Null where the text is no policy. */
export function writtenPolicy(text: string): WrittenPolicy | null {
  const { root, faults } = readJson(text)
  if (faults.some(({ id }) => id === 'JSON08')) return tornPolicy(text)
  const document = root === null ? null : salvagedPolicy(jsonValue(root))
  if (root === null || document === null) return null
  const [fault] = faults
  if (fault !== undefined) return { document, rejection: ofFault(text, fault) }
  return { document, rejection: ofForm(root) }
}

/** A policy whose outer brackets weren't copied. */
export function policyWithoutBrackets(text: string): WrittenPolicy | null {
  const written = /^\s*"(?:Version|Statement|Id)"\s*:/.test(text) ? writtenPolicy(`{${text.trim().replace(/,$/, '')}}`) : null
  if (written === null) return null
  const message: Text = (language) => rejectionMessages.in(language).bracketsMissing
  return { document: written.document, rejection: { kind: 'json', message, at: null } }
}
