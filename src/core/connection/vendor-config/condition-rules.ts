import { operatorName, usualOperators } from '#core/policy/operator-name.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, suggestion } from './config-finding.ts'
import { inStatements, type StatementPlace } from './statement-rules.ts'

const withPlaceholder = (text: string): string =>
  `${found(text)} has a placeholder. Placeholders work in "resources" only, and IAM would compare with these very characters. Write the value, for example "images/", or a policy variable such as \${aws:PrincipalTag/team}.`

/** Names in single braces are left alone: a value may have them. */
const hasPlaceholder = (text: string, { set }: StatementPlace): boolean =>
  /\{\{|\}\}/.test(text) ||
  [...text.matchAll(/\{\s*(\w+)\s*\}/g)].some(([, name]) =>
    ['partition', 'accountId', 'region', ...set.parameters.map(({ id }) => id)].includes(name ?? ''),
  ) ||
  /\$\{\w*\}/.test(text)

function keyFault(key: string, place: StatementPlace): string | null {
  if (hasPlaceholder(key, place)) return withPlaceholder(key)
  if (/^[A-Za-z][\w-]*:[^\s:][^\s]*$/.test(key)) return null
  return `${found(key)} is not a condition key. Use one with the prefix of its service, for example "s3:prefix" or "aws:SourceVpce".`
}

function valueFault(values: readonly string[], place: StatementPlace): string | null {
  if (values.length === 0)
    return 'This list is empty, so the condition is never met. Add a value, for example ["images/*"], or remove the key.'
  const left = values.find((value) => hasPlaceholder(value, place))
  return left === undefined ? null : withPlaceholder(left)
}

function operatorSpots(operator: string, keys: Readonly<Record<string, string | string[]>>, place: StatementPlace): readonly ConfigSpot[] {
  const names = Object.keys(keys)
  const repeated = names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index)
  return [
    ...(operatorName.test(operator)
      ? []
      : [
          {
            path: [operator],
            message: `${found(operator)} is not an operator of IAM. Use one such as "StringEquals" or "ArnLike".${suggestion(operator, usualOperators)}`,
          },
        ]),
    ...repeated.map((name) => ({
      path: [operator, name],
      message: `${found(name)} is here twice: IAM ignores the capitalization of keys. Write one key with a list of values, for example ["a", "b"].`,
    })),
    ...Object.entries(keys).flatMap(([key, value]) =>
      [keyFault(key, place), valueFault(typeof value === 'string' ? [value] : value, place)].flatMap((message) =>
        message === null ? [] : [{ path: [operator, key], message }],
      ),
    ),
  ]
}

const brokenCondition: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    inStatements(vendor, (place) =>
      Object.entries(place.statement.conditions ?? {}).flatMap(([operator, keys]) =>
        operatorSpots(operator, keys, place).map(({ path, message }) => ({ path: ['conditions', ...path], message })),
      ),
    ),
}

const emptyCondition: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    inStatements(vendor, ({ statement: { conditions } }) => {
      if (conditions === undefined) return []
      const message =
        'This is empty, so it limits nothing. Remove it, or add a key, for example { "StringEquals": { "s3:prefix": "images/" } }.'
      const empty = Object.entries(conditions).filter(([, keys]) => Object.keys(keys).length === 0)
      return Object.keys(conditions).length === 0
        ? [{ path: ['conditions'], message }]
        : empty.map(([operator]) => ({ path: ['conditions', operator], message }))
    }),
}

export const conditionRules: readonly ConfigRule[] = [brokenCondition, emptyCondition]
