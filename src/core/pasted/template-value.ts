import type { JsonNode } from '#core/policy/json/json-node.ts'

/** Around the name of what a template leaves open; no policy may have these characters. */
const [opening, closing] = ['\ue000', '\ue001']
const mark = (name: string): string => `${opening}${name}${closing}`
const marks = new RegExp(`${opening}([^${closing}]*)${closing}`, 'g')

export const markedNames = (text: string): readonly string[] => [...new Set([...text.matchAll(marks)].map(([, name = '']) => name))]

/** Each with what it is to be. */
export const withoutMarks = (text: string, meaning: (name: string) => string): string =>
  text.replace(marks, (_, name: string) => meaning(name))

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

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (name) => (name === 'AWS::NoValue' ? undefined : mark(String(name)))],
  ['Fn::GetAtt', (path) => mark(Array.isArray(path) ? path.join('.') : String(path))],
  ['Fn::Sub', substituted],
  ['Fn::Join', joined],
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
export function withMarks(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value
  if (Array.isArray(value)) return value.map((item) => withMarks(item, depth + 1)).filter((item) => item !== undefined)
  const entries = Object.entries(value)
  const carriedOut = intrinsicValue(entries, depth + 1)
  if (typeof carriedOut === 'object' && carriedOut !== null && 'found' in carriedOut) return carriedOut.found
  return Object.fromEntries(
    entries.map(([key, part]): [string, unknown] => [key, withMarks(part, depth + 1)]).filter(([, part]) => part !== undefined),
  )
}
