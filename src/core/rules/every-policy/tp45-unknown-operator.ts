import { jsonValue } from '#core/policy/json/json-value.ts'
import { operatorName, usualOperators } from '#core/policy/operator-name.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import type { Spot } from '#core/rules/rule.ts'
import { said } from '#core/rules/said.ts'
import { nearest } from '#core/text/nearest.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

function spots({ element, path }: StatementView): Spot[] {
  const condition = element('Condition')
  if (condition?.kind !== 'object') return []
  const names = condition.members.map(({ key }) => key.value)
  return condition.members
    .filter(({ key }) => !operatorName.test(key.value))
    .map(({ key, value }) => {
      const meant = nearest(key.value, usualOperators)
      const at = [...path, 'Condition']
      const renamed = [{ path: [...at, key.value] }, { path: [...at, meant ?? ''], value: jsonValue(value) }]
      return {
        message:
          meant === null
            ? said`There is no condition operator ${JSON.stringify(key.value)}.`
            : said`There is no condition operator ${JSON.stringify(key.value)}. ${meant} is probably meant.`,
        path: [...at, key.value],
        at: 'key' as const,
        ...(meant === null || names.includes(meant) ? {} : { fix: renamed }),
      }
    })
}

export const tp45: AnyPolicyRule = {
  id: 'TP45',
  severity: 'error',
  title: 'An unknown condition operator',
  what: 'A condition with an operator that does not exist',
  why: 'IAM knows a fixed set of operators, and refuses a document that names another.',
  todo: 'Write the operator as AWS does, for example StringEquals.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  check: ({ statements }) => statements.flatMap(spots),
}
