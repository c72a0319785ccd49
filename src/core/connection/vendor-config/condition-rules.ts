import { builtInPlaceholders, placeholders } from '#core/connection/permission-set.ts'
import { operatorName, usualOperators } from '#core/policy/condition/operators.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, suggestion } from './config-finding.ts'
import { inStatements, placeholderFault, type StatementPlace } from './statement-rules.ts'

const builtIn: readonly string[] = builtInPlaceholders

/** Names in single braces are left alone, unless a parameter has them: a value may have such. */
const hasOtherBraces = (text: string, { set }: StatementPlace): boolean =>
  /\{\{|\}\}/.test(text) ||
  [...text.matchAll(/\{\s*(\w+)\s*\}/g)].some(([, name = '']) => [...builtIn, ...set.parameters.map(({ id }) => id)].includes(name)) ||
  /\$\{\w*\}/.test(text)

function keyFault(key: string, place: StatementPlace): string | null {
  if (placeholders(key).length > 0 || hasOtherBraces(key, place))
    return `${found(key)} has a placeholder. Placeholders work in the values of conditions, not in their keys. Write the key, for example "s3:prefix".`
  if (/^[A-Za-z][\w-]*:[^\s:][^\s]*$/.test(key)) return null
  return `${found(key)} is not a condition key. Use one with the prefix of its service, for example "s3:prefix" or "aws:SourceVpce".`
}

function bracesFault(text: string, place: StatementPlace): string | null {
  if (!hasOtherBraces(text.replaceAll(/\{\{\w+\}\}/g, ''), place)) return null
  return `${found(text)} has a placeholder with other braces, and IAM would compare with these very characters. Write a placeholder such as {{partition}}, or a policy variable such as \${aws:PrincipalTag/team}.`
}

function valueFault(values: readonly string[], place: StatementPlace): string | null {
  if (values.length === 0)
    return 'This list is empty, so the condition is never met. Add a value, for example ["images/*"], or remove the key.'
  return values.reduce<string | null>((fault, value) => fault ?? bracesFault(value, place) ?? placeholderFault(value, place), null)
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
