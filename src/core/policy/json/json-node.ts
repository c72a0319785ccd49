import type { Text } from '#core/text/messages.ts'

/** Offsets in the text; `end` is the one after the last character. */
export type TextPlace = { readonly start: number; readonly end: number }

export type TextNode = TextPlace & { readonly kind: 'text'; readonly value: string }

export type JsonMember = { readonly key: TextNode; readonly value: JsonNode }

type ListNode = TextPlace & { readonly kind: 'list'; readonly items: readonly JsonNode[] }

export type ObjectNode = TextPlace & { readonly kind: 'object'; readonly members: readonly JsonMember[] }

/** `written` keeps the digits that the value loses, and zeros at the end. */
type NumberNode = TextPlace & { readonly kind: 'number'; readonly value: number; readonly written: string }

export type JsonNode =
  | TextNode
  | NumberNode
  | (TextPlace & { readonly kind: 'boolean'; readonly value: boolean })
  | (TextPlace & { readonly kind: 'null'; readonly value: null })
  | ListNode
  | ObjectNode

/** Of members with the same name the last, as every JSON reader has it. */
export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast(({ key }) => key.value === name) : undefined
}

/** Names of one object that are the same but for capitalization: readers take the one, the other, or neither. */
export function hasRepeatedName(node: JsonNode): boolean {
  if (node.kind === 'list') return node.items.some(hasRepeatedName)
  if (node.kind !== 'object') return false
  const names = new Set(node.members.map(({ key }) => key.value.toLowerCase()))
  return names.size < node.members.length || node.members.some(({ value }) => hasRepeatedName(value))
}

/** Permanent. What each one means stands in `../syntax/syntax-rules.ts`. */
export type JsonFaultId =
  | 'JSON01'
  | 'JSON02'
  | 'JSON03'
  | 'JSON04'
  | 'JSON05'
  | 'JSON06'
  | 'JSON07'
  | 'JSON08'
  | 'JSON09'
  | 'JSON10'
  | 'JSON11'
  | 'JSON12'
  | 'JSON13'
  | 'JSON14'
  | 'JSON15'
  | 'JSON16'

export type JsonFault = TextPlace & { readonly id: JsonFaultId; readonly message: Text }

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** Agrees with `JSON.parse`: the last of several members with the same name counts. */
export function jsonValue(node: JsonNode): JsonValue {
  if (node.kind === 'list') return node.items.map(jsonValue)
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value }) => [key.value, jsonValue(value)]))
  return node.value
}

/** Two blanks, one trailing newline. */
export function jsonText(value: JsonValue | object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
