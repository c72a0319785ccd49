import { messages } from '#core/text/messages.ts'
import { membersAfter } from './members-after.ts'
import { externalIdParameters } from './references.ts'
import type { TemplateRule } from './template-rule.ts'
import { childOf } from './template-view.ts'

export const ct03Messages = messages('CT03', {
  title: 'The external ID has no limits',
  what: 'A parameter of the external ID without `MinLength`, `MaxLength` or `AllowedPattern`.',
  why: 'A value that STS refuses, such as one with a blank at its end, makes a role that nobody can use, and nothing says so.',
  todo: 'State the limits of STS, or tighter ones.',
  found: (name: string, missing: string) => `The parameter ${name} lacks ${missing}.`,
})

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const limits: readonly (readonly [string, string | number])[] = [
  ['MinLength', 2],
  ['MaxLength', 1224],
  ['AllowedPattern', '[\\w+=,.@:\\/-]*'],
]

export const ct03: TemplateRule = {
  id: 'CT03',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  messages: ct03Messages,
  check: (view) =>
    externalIdParameters(view).flatMap(({ name, key, node }) => {
      const missing = limits.filter(([limit]) => childOf(node, limit) === undefined && childOf(node, 'AllowedValues') === undefined)
      if (missing.length === 0) return []
      const message = (language: string) => ct03Messages.in(language).found(name, missing.map(([limit]) => limit).join(', '))
      return [{ message, place: key, fix: membersAfter(view.text, node, missing) }]
    }),
}
