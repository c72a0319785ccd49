import { jsonValue } from '#core/policy/json/json-value.ts'
import { operatorName, usualOperators } from '#core/policy/operator-name.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import { nearest } from '#core/rules/permissions/spelling.ts'
import type { Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp45Messages = messages('TP45', {
  title: 'An unknown condition operator',
  what: 'A condition with an operator that does not exist',
  why: 'IAM knows a fixed set of operators, and refuses a document that names another.',
  todo: 'Write the operator as AWS does, for example StringEquals.',
  unknown: (value: string) => `There is no condition operator ${value}.`,
  misspelled: (value: string, meant: string) => `There is no condition operator ${value}. ${meant} is probably meant.`,
})

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
            ? (language) => tp45Messages.in(language).unknown(JSON.stringify(key.value))
            : (language) => tp45Messages.in(language).misspelled(JSON.stringify(key.value), meant),
        path: [...at, key.value],
        at: 'key' as const,
        ...(meant === null || names.includes(meant) ? {} : { fix: renamed }),
      }
    })
}

export const tp45: AnyPolicyRule = {
  id: 'TP45',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  messages: tp45Messages,
  check: ({ statements }) => statements.flatMap(spots),
}
