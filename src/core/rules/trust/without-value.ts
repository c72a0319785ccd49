import { iamGuide, type Match, rule } from '#core/policy/form/rule.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import type { TrustRule, TrustStatement } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'

export const tp48Messages = messages('TP48', {
  title: 'Nothing inside',
  what: 'Action, a principal or a condition key with an empty list, or a Condition or condition operator with nothing inside',
  why: 'AWS’s documentation doesn’t say clearly what an empty list or condition means, so the text doesn’t show who can assume the role.',
  todo: 'Write the value, or remove the element.',
  found: (name: string) => `${name} has an empty list, and AWS doesn’t say what that means. Write the value that is meant.`,
  foundCondition: (name: string) =>
    `${name} has no condition inside, and AWS doesn’t say clearly what that means. Write the condition, or remove ${name}.`,
})

const isEmptyList = (node: JsonNode): boolean => node.kind === 'list' && node.items.length === 0

type Placed = { readonly node: JsonNode; readonly path: Match['path'] }

function emptyLists({ node, path }: Placed): readonly Match['path'][] {
  if (isEmptyList(node)) return [path]
  if (node.kind !== 'object') return []
  return node.members.flatMap(({ key, value }) => emptyLists({ node: value, path: [...path, key.value] }))
}

const isEmptyObject = (node: JsonNode | undefined): boolean => node?.kind === 'object' && node.members.length === 0

/** `Condition` itself, or operators in it. */
function emptyConditions({ element, path }: TrustStatement): readonly Match['path'][] {
  const [node, at] = [element('Condition'), [...path, 'Condition']]
  if (isEmptyObject(node)) return [at]
  if (node?.kind !== 'object') return []
  return node.members.filter(({ value }) => isEmptyObject(value)).map(({ key }) => [...at, key.value])
}

const spots = (statement: TrustStatement): readonly Match[] => [
  ...emptyLists(statement).map((at) => ({
    message: (language: string) => tp48Messages.in(language).found(String(at.at(-1))),
    path: at,
    at: 'key' as const,
  })),
  ...emptyConditions(statement).map((at) => ({
    message: (language: string) => tp48Messages.in(language).foundCondition(String(at.at(-1))),
    path: at,
    at: 'key' as const,
    fix: [{ path: at }],
  })),
]

export const tp48: TrustRule = rule(
  tp48Messages,
  'warning',
  iamGuide('access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition'),
  ({ statements }) => statements.flatMap(spots),
)
