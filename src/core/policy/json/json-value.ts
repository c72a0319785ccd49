import type { JsonNode } from './json-node.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** What `JSON.parse` would give: of members with the same name the last. */
export function jsonValue(node: JsonNode): JsonValue {
  if (node.kind === 'list') return node.items.map(jsonValue)
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value }) => [key.value, jsonValue(value)]))
  return node.value
}

/** Two blanks, one trailing newline. */
export function jsonText(value: JsonValue): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
