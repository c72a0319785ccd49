import { rule } from '#core/policy/form/rule.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import { externalIdParameters } from './resource-rules.ts'
import { childOf, membersOf, type TemplateRule, type TextChange, within } from './template-view.ts'
import { accountParameters } from './trusted-account.ts'

type Member = readonly [name: string, value: string | number]

const asYaml = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`)

/** New members behind the first one of an object, in the manner in which that one is written: a line each, or behind a comma. */
function membersAfter(text: string, node: JsonNode, members: readonly Member[]): readonly TextChange[] {
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

export const ct01Messages = messages('CT01', {
  title: 'The trusted account is a parameter',
  what: 'A trust policy principal that comes from a template parameter.',
  why: 'Anyone who sends a link can change every value in it, so a genuine template could trust a stranger.',
  todo: 'Write the vendor account as a literal in the template.',
  found: (name: string) => `The trusted account comes from the parameter ${name}. Write it as a literal.`,
})

export const ct01: TemplateRule = rule(
  ct01Messages,
  'warning',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  // It is one decision, however many roles follow it.
  (view) =>
    accountParameters(view)
      .slice(0, 1)
      .map(({ name, principal }) => ({ message: (language) => ct01Messages.in(language).found(name), place: principal })),
)

export const ct02Messages = messages('CT02', {
  title: 'The external ID is hidden',
  what: '`NoEcho` on the external ID parameter.',
  why: 'A quick-create link can’t set a parameter with NoEcho. CloudFormation ignores the value. An external ID isn’t a secret.',
  todo: 'Remove `NoEcho`.',
  found: (name: string) => `A link can’t set the parameter ${name}, because it has NoEcho. Remove NoEcho.`,
})

export const ct02: TemplateRule = rule(
  ct02Messages,
  'error',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  (view) =>
    externalIdParameters(view).flatMap(({ name, node }) => {
      const hidden = childOf(node, 'NoEcho')
      const isHidden = (hidden?.kind === 'boolean' && hidden.value) || (hidden?.kind === 'text' && hidden.value.toLowerCase() === 'true')
      if (hidden === undefined || !isHidden) return []
      const fix = [{ start: hidden.start, end: hidden.end, text: 'false' }]
      return [{ message: (language) => ct02Messages.in(language).found(name), place: hidden, fix }]
    }),
)

export const ct03Messages = messages('CT03', {
  title: 'The external ID has no limits',
  what: 'An external ID parameter without `MinLength`, `MaxLength` or `AllowedPattern`.',
  why: 'A value that STS rejects, for example one with a trailing space, creates a role that no one can assume, without an error.',
  todo: 'Add STS’s limits, or stricter ones.',
  found: (name: string, missing: string) => `The parameter ${name} has no ${missing}.`,
})

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const limits: readonly (readonly [string, string | number])[] = [
  ['MinLength', 2],
  ['MaxLength', 1224],
  ['AllowedPattern', '[\\w+=,.@:\\/-]*'],
]

export const ct03: TemplateRule = rule(
  ct03Messages,
  'warning',
  'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  (view) =>
    externalIdParameters(view).flatMap(({ name, key, node }) => {
      const missing = limits.filter(([limit]) => childOf(node, limit) === undefined && childOf(node, 'AllowedValues') === undefined)
      if (missing.length === 0) return []
      const message = (language: string) => ct03Messages.in(language).found(name, missing.map(([limit]) => limit).join(', '))
      return [{ message, place: key, fix: membersAfter(view.text, node, missing) }]
    }),
)

export const ct06Messages = messages('CT06', {
  title: 'An account ID is a number',
  what: 'Twelve digits without quotes.',
  why: 'A number loses its leading zeros, and YAML parsers read some numbers as octal. The result is a different account, or none.',
  todo: 'Put quotes around it.',
  found: (written: string, quoted: string) => `The account ID ${written} is a number here. Write ${quoted}.`,
})

export const ct06: TemplateRule = rule(ct06Messages, 'error', 'https://yaml.org/spec/1.1/#id858600', ({ root, text }) =>
  within(root).flatMap(({ node }) => {
    const written = node.kind === 'number' ? text.slice(node.start, node.end) : ''
    if (!/^\d{12}$/.test(written)) return []
    const quoted = text.trimStart().startsWith('{') ? `"${written}"` : `'${written}'`
    const fix = [{ start: node.start, end: node.end, text: quoted }]
    return [{ message: (language) => ct06Messages.in(language).found(written, quoted), place: node, fix }]
  }),
)
