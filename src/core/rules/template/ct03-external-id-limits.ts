import { said } from '#core/rules/said.ts'
import { membersAfter } from './members-after.ts'
import { externalIdParameters } from './references.ts'
import type { TemplateRule } from './template-rule.ts'
import { childOf } from './template-view.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const limits: readonly (readonly [string, string | number])[] = [
  ['MinLength', 2],
  ['MaxLength', 1224],
  ['AllowedPattern', '[\\w+=,.@:\\/-]*'],
]

export const ct03: TemplateRule = {
  id: 'CT03',
  severity: 'warning',
  title: 'The external ID has no limits',
  what: 'A parameter of the external ID without `MinLength`, `MaxLength` or `AllowedPattern`.',
  why: 'A value that STS refuses, such as one with a blank at its end, makes a role that nobody can use, and nothing says so.',
  todo: 'State the limits of STS, or tighter ones.',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  check: (view) =>
    externalIdParameters(view).flatMap(({ name, key, node }) => {
      const missing = limits.filter(([limit]) => childOf(node, limit) === undefined && childOf(node, 'AllowedValues') === undefined)
      if (missing.length === 0) return []
      const message = said`The parameter ${name} lacks ${missing.map(([limit]) => limit).join(', ')}.`
      return [{ message, place: key, fix: membersAfter(view.text, node, missing) }]
    }),
}
