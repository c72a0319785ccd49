/** Offsets in the text; `end` is the one after the last character. */
export type TextPlace = { readonly start: number; readonly end: number }

export type TextNode = TextPlace & { readonly kind: 'text'; readonly value: string }

export type JsonMember = { readonly key: TextNode; readonly value: JsonNode }

type ListNode = TextPlace & { readonly kind: 'list'; readonly items: readonly JsonNode[] }

export type ObjectNode = TextPlace & { readonly kind: 'object'; readonly members: readonly JsonMember[] }

export type JsonNode =
  | TextNode
  | (TextPlace & { readonly kind: 'number'; readonly value: number })
  | (TextPlace & { readonly kind: 'boolean'; readonly value: boolean })
  | (TextPlace & { readonly kind: 'null'; readonly value: null })
  | ListNode
  | ObjectNode

/** Of members with the same name the last, as every JSON reader has it. */
export function memberOf(node: JsonNode | undefined, name: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast(({ key }) => key.value === name) : undefined
}
