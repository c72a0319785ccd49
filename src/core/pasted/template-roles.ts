import * as z from 'zod/mini'
import type { PolicyDocument } from '#core/policy/document.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import { seemsTemplate } from '#core/rules/template/template-view.ts'
import { settledPolicies } from './attached-policies.ts'
import { policyDocument } from './json-text.ts'
import { nestedRoles } from './nested-roles.ts'
import { mark, markedNames, withoutMarks } from './open-value.ts'
import type { PastedFact, Proviso, RoleFact } from './pasted-fact.ts'

export function plainValue(node: JsonNode): unknown {
  if (node.kind === 'list') return node.items.map(plainValue)
  return node.kind === 'object' ? Object.fromEntries(node.members.map(({ key, value }) => [key.value, plainValue(value)])) : node.value
}

type Intrinsic = (argument: unknown, depth: number) => unknown

const isText = (value: unknown): value is string => typeof value === 'string'

function substituted(argument: unknown, depth: number): unknown {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  const values = new Map(Object.entries(typeof variables === 'object' && variables !== null ? variables : {}))
  if (!isText(text)) return mark('Fn::Sub')
  return text.replace(/\$\{(!?)([^{}]*)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`
    const value = values.has(name.trim()) ? withMarks(values.get(name.trim()), depth) : mark(name.trim())
    return isText(value) ? value : mark(name.trim())
  })
}

function joined(argument: unknown, depth: number): unknown {
  const [delimiter, list] = Array.isArray(argument) ? argument : []
  const parts = withMarks(list, depth)
  return isText(delimiter) && Array.isArray(parts) && parts.every(isText) ? parts.join(delimiter) : mark('Fn::Join')
}

/** The value if the condition holds. A text is left open instead, by the name of the condition. */
function conditional(argument: unknown, depth: number): unknown {
  const [name, first]: readonly unknown[] = Array.isArray(argument) ? argument : []
  const value = withMarks(first, depth)
  return isText(value) || value === undefined ? mark(String(name)) : value
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (name) => (name === 'AWS::NoValue' ? undefined : mark(String(name)))],
  ['Fn::GetAtt', (path) => mark(Array.isArray(path) ? path.join('.') : String(path))],
  ['Fn::Sub', substituted],
  ['Fn::Join', joined],
  ['Fn::If', conditional],
])

const deepest = 60

function intrinsicValue(entries: readonly (readonly [string, unknown])[], depth: number): unknown {
  const [[name, argument] = ['', null], ...others] = entries
  if (others.length > 0) return null
  const intrinsic = intrinsics.get(name)
  if (intrinsic !== undefined) return { found: intrinsic(argument, depth) }
  return name.startsWith('Fn::') ? { found: mark(name) } : null
}

/** A template with its functions carried out, and marks where they rest on what is given when the stack is launched. */
function withMarks(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map((item) => withMarks(item, depth + 1)).filter((item) => item !== undefined)
  const entries = Object.entries(value)
  const carriedOut = intrinsicValue(entries, depth + 1)
  if (typeof carriedOut === 'object' && carriedOut !== null && 'found' in carriedOut) return carriedOut.found
  return Object.fromEntries(
    entries.map(([key, part]): [string, unknown] => [key, withMarks(part, depth + 1)]).filter(([, part]) => part !== undefined),
  )
}

const Default = z.union([z.string().check(z.minLength(1)), z.number()])
const Template = z.object({ Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))) })

/** An empty default is there to be overwritten. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function defaultsOf(template: unknown): ReadonlyMap<string, string> {
  const parsed = Template.safeParse(template)
  return new Map(
    Object.entries(parsed.data?.Parameters ?? {}).flatMap(([name, parameter]): [string, string][] => {
      const value = Default.safeParse(parameter.Default)
      return value.success ? [[name, String(value.data)]] : []
    }),
  )
}

type Settled = { readonly document: PolicyDocument; readonly proviso: Proviso | undefined }

/** The marked values, and what the reader of the text left open in addition to them. */
function settled(document: PolicyDocument, defaults: ReadonlyMap<string, string>, others: Proviso | undefined): Settled | null {
  const text = JSON.stringify(document)
  const names = [...new Set([...(others?.open ?? []), ...markedNames(text)])]
  const meaning = (name: string) => JSON.stringify(defaults.get(name) ?? `\${${name}}`).slice(1, -1)
  const plain = policyDocument(withoutMarks(text, meaning))
  if (plain === null) return null
  const open = names.filter((name) => !defaults.has(name))
  const used = names.flatMap((name): [string, string][] => [[name, defaults.get(name) ?? '']]).filter(([name]) => defaults.has(name))
  const proviso: Proviso = { open, defaults: Object.fromEntries(used) }
  return { document: plain, proviso: names.length === 0 ? undefined : proviso }
}

function knownText(text: string | null | undefined, defaults: ReadonlyMap<string, string>): string | null {
  if (text === null || text === undefined || markedNames(text).some((name) => !defaults.has(name))) return null
  return withoutMarks(text, (name) => defaults.get(name) ?? '')
}

function roleOf(role: RoleFact, defaults: ReadonlyMap<string, string>): RoleFact {
  const trust = role.trustPolicy === null ? null : settled(role.trustPolicy, defaults, role.proviso)
  return {
    ...role,
    roleName: knownText(role.roleName, defaults),
    path: knownText(role.path, defaults),
    permissionsBoundary: knownText(role.permissionsBoundary, defaults) ?? undefined,
    trustPolicy: trust?.document ?? null,
    attachedPolicies: role.attachedPolicies && settledPolicies(role.attachedPolicies, defaults),
    proviso: trust?.proviso,
  }
}

/** With the defaults for what is marked, and what is left open by its name in braces. */
export function settledFacts(facts: readonly PastedFact[], defaults: ReadonlyMap<string, string>): readonly PastedFact[] {
  return facts.flatMap((fact): PastedFact[] => {
    if (fact.kind === 'role') return [roleOf(fact, defaults)]
    if (fact.kind === 'attached-policies') return [{ ...fact, policies: settledPolicies(fact.policies, defaults) }]
    if (fact.kind !== 'trust-policy' && fact.kind !== 'permissions-policy') return []
    const policy = settled(fact.document, defaults, fact.proviso)
    return policy === null ? [] : [{ ...fact, ...policy }]
  })
}

/** The conditions that parts of trust policies depend on. */
function conditionNames(value: unknown, isTrust = false, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const isOfTrust = isTrust || /^assumeRolePolicyDocument$/i.test(key)
    const own = isOfTrust && key === 'Fn::If' && Array.isArray(part) ? [String(part[0])] : []
    return [...own, ...conditionNames(part, isOfTrust, depth + 1)]
  })
}

/** The roles of a CloudFormation template. */
export function templateRoles(template: unknown): readonly PastedFact[] {
  const open = conditionNames(template)
  const facts = nestedRoles(withMarks(template))
  const all = facts.map((fact) => (fact.kind === 'role' && open.length > 0 ? { ...fact, proviso: { open, defaults: {} } } : fact))
  return settledFacts(all, defaultsOf(template))
}

/** A key with more below it, or the short form of a function. */
const yamlLine = /^(?:(?:- )?[A-Za-z]\w{0,60}:[ \t]*$|[ \t-]*[\w:]{1,100}: *!(?:Ref|Sub|GetAtt|Join)\b|[ \t-]{1,40}Statement:[ \t]*$)/m

/** Whether a text means to be YAML, which a reader has to be loaded for. */
export const needsYaml = (text: string): boolean => !/^\s*[{[]/.test(text) && (seemsTemplate(text) || yamlLine.test(text))
