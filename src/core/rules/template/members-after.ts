import type { JsonNode } from '#core/policy/json/json-node.ts'
import type { TextChange } from './template-rule.ts'
import { membersOf } from './template-view.ts'

type Member = readonly [name: string, value: string | number]

const asYaml = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`)

/** New members behind the first one of an object, in the manner in which that one is written: a line each, or behind a comma. */
export function membersAfter(text: string, node: JsonNode, members: readonly Member[]): readonly TextChange[] {
  const [first] = membersOf(node)
  if (first === undefined) return []
  const at = first.value.end
  const before = text.slice(text.lastIndexOf('\n', first.key.start - 1) + 1, first.key.start)
  const isOfBlock = text[node.start] !== '{' && before.trim() === ''
  const put = isOfBlock
    ? members.map(([name, value]) => `\n${before}${name}: ${asYaml(value)}`)
    : members.map(([name, value]) => `, ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return [{ start: at, end: at, text: put.join('') }]
}
