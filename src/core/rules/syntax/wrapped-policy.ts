import { type JsonNode, memberOf } from '#core/policy/json/json-node.ts'
import { type JsonValue, jsonValue } from '#core/policy/json/json-value.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import type { Path } from '#core/rules/finding.ts'
import { urlDecoded } from './foreign-text.ts'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html and its siblings, as the AWS CLI prints them */
const wrappings: readonly Path[] = [
  ['Role', 'AssumeRolePolicyDocument'],
  ['AssumeRolePolicyDocument'],
  ['PolicyVersion', 'Document'],
  ['PolicyDocument'],
  ['Document'],
  ['Policy'],
]

export type WrappedPolicy = { readonly path: Path; readonly value: JsonValue }

function inside(node: JsonNode | undefined): JsonValue | null {
  if (node === undefined) return null
  if (memberOf(node, 'Statement') !== undefined) return jsonValue(node)
  if (node.kind !== 'text') return null
  const text = /^\s*%7B/i.test(node.value) ? (urlDecoded(node.value) ?? '') : node.value
  if (!/^\s*\{/.test(text)) return null
  const { root, faults } = readJson(text)
  return root !== null && faults.length === 0 && memberOf(root, 'Statement') !== undefined ? jsonValue(root) : null
}

/** The policy in the output of a command, or in a text; null when the document is not such a thing. */
export function wrappedPolicy(root: JsonNode): WrappedPolicy | null {
  if (memberOf(root, 'Statement') !== undefined) return null
  for (const path of [[], ...wrappings]) {
    const node = path.reduce<JsonNode | undefined>((outer, name) => memberOf(outer, String(name))?.value, root)
    const value = inside(node)
    if (value !== null) return { path, value }
  }
  return null
}
