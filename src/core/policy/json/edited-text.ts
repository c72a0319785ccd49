import type { Path } from '#core/policy/form/rule.ts'
import { type JsonMember, type JsonNode, type JsonValue, memberOf, type ObjectNode, type TextPlace } from './json-node.ts'
import { readJson } from './json-with-positions.ts'

/** `["a", "b"]` and `{ "a": 1 }`, as people write what fits on a line. */
function onOneLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

const widthMaximum = 110

function wrapped(value: JsonValue, indent: string): string {
  const line = onOneLine(value)
  if (indent !== '' && indent.length + line.length <= widthMaximum) return line
  if (typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const items = Array.isArray(value)
    ? value.map((item) => wrapped(item, inner))
    : Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${wrapped(member, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return items.length === 0 ? line : `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`
}

/** Lists and objects stay on one line where they fit, except the outermost. */
export const wrappedJson = (value: JsonValue): string => `${wrapped(value, '')}\n`

const replaced = (text: string, { start, end }: TextPlace, by: string): string => text.slice(0, start) + by + text.slice(end)

/** The value that is left to write where the text ends short of the path. */
const nested = (path: Path, value: JsonValue): JsonValue => path.reduceRight<JsonValue>((inner, name) => ({ [String(name)]: inner }), value)

function withMember(text: string, { members, start, end }: ObjectNode, name: string, value: JsonValue): string {
  const member = `${JSON.stringify(name)}: ${onOneLine(value)}`
  const last = members.at(-1)
  if (last === undefined) return replaced(text, { start, end }, `{ ${member} }`)
  const [gap = ' '] = /\s*$/.exec(text.slice(0, last.key.start)) ?? []
  return replaced(text, { start: last.value.end, end: last.value.end }, `,${gap === '' ? ' ' : gap}${member}`)
}

function withoutMember(text: string, { members, start, end }: ObjectNode, member: JsonMember): string {
  const at = members.indexOf(member)
  const [before, after] = [members[at - 1], members[at + 1]]
  if (before !== undefined) return replaced(text, { start: before.value.end, end: member.value.end }, '')
  if (after !== undefined) return replaced(text, { start: member.key.start, end: after.key.start }, '')
  return replaced(text, { start, end }, '{}')
}

function childOf(node: JsonNode, step: string | number): JsonNode | undefined {
  if (typeof step === 'number' && node.kind === 'list') return node.items[step]
  return memberOf(node, String(step))?.value
}

function written(text: string, node: JsonNode, path: Path, value: JsonValue): string {
  const [step, ...rest] = path
  if (step === undefined) return replaced(text, node, onOneLine(value))
  const child = childOf(node, step)
  if (child !== undefined) return written(text, child, rest, value)
  if (node.kind === 'object') return withMember(text, node, String(step), nested(rest, value))
  return replaced(text, node, onOneLine(nested(path, value)))
}

function removed(text: string, node: JsonNode, [step, ...rest]: Path): string {
  if (step === undefined) return text
  const member = memberOf(node, String(step))
  if (rest.length === 0) return node.kind === 'object' && member !== undefined ? withoutMember(text, node, member) : text
  const child = childOf(node, step)
  return child === undefined ? text : removed(text, child, rest)
}

/** The text with another value at the path, or without it; everything else stays as it was typed. Null where the text is no JSON. */
export function editedText(text: string, path: Path, value: JsonValue | undefined): string | null {
  const { root, faults } = readJson(text)
  if (root === null || faults.length > 0) return null
  return value === undefined ? removed(text, root, path) : written(text, root, path, value)
}
