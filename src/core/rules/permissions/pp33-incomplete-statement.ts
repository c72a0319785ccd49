import type { StatementView } from '#core/policy/policy-view.ts'
import type { Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp33Messages = messages('PP33', {
  title: 'A statement lacks an element',
  what: 'A statement without `Action` or `Resource`, or with both an element and its `Not…` twin.',
  why: 'AWS refuses the policy: MalformedPolicyDocument.',
  todo: 'Give each statement one `Action` and one `Resource`.',
  both: (name: string, negated: string) => `${name} and ${negated} exclude each other. Remove one of the two.`,
  missing: (name: string) => `This statement has no ${name}. Add it; AWS refuses the policy without.`,
})

const pairs = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const

/** The grammar asks for exactly one of each pair. */
function pairSpots(statement: StatementView, [name, negated]: (typeof pairs)[number]): Spot[] {
  const found = [name, negated].filter((element) => statement.element(element) !== undefined)
  if (found.length === 1) return []
  if (found.length === 2) {
    return [{ message: (language) => pp33Messages.in(language).both(name, negated), path: [...statement.path, negated], at: 'key' }]
  }
  return [{ message: (language) => pp33Messages.in(language).missing(name), path: statement.path }]
}

export const pp33IncompleteStatement: PermissionsRule = {
  id: 'PP33',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  messages: pp33Messages,
  check: ({ statements }) => statements.flatMap((statement) => pairs.flatMap((pair) => pairSpots(statement, pair))),
}
