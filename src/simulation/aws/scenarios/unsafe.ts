import type { Scenario } from '#simulation/aws/scenario.ts'
import { withIdCondition, withOpenStatement, withoutPrincipalArn, withPrincipal } from '#simulation/aws/trust-edits.ts'

const key = 'sts:ExternalId'

const prefixPattern = (externalId: string): string => `${externalId.slice(0, Math.ceil(externalId.length / 2))}*`
const suffixPattern = (externalId: string): string => `*${externalId.slice(Math.floor(externalId.length / 2))}`

/** The role accepts a call that it must deny. */
export const unsafeScenarios = [
  {
    number: 10,
    id: 'no-condition',
    expects: 'external-id-not-required',
    behavior: { trust: withIdCondition(() => ({})) },
  },
  {
    number: 11,
    id: 'second-open-statement',
    expects: 'external-id-not-required',
    behavior: { trust: withOpenStatement },
  },
  {
    number: 12,
    id: 'if-exists',
    expects: 'external-id-optional',
    behavior: { trust: withIdCondition((id) => ({ StringEqualsIfExists: { [key]: id } })) },
  },
  {
    number: 13,
    id: 'for-all-values',
    expects: 'external-id-optional',
    behavior: { trust: withIdCondition((id) => ({ 'ForAllValues:StringEquals': { [key]: id } })) },
  },
  {
    number: 14,
    id: 'any-value',
    expects: 'any-external-id-accepted',
    behavior: { trust: withIdCondition(() => ({ StringLike: { [key]: '*' } })) },
  },
  {
    number: 15,
    id: 'null-false',
    expects: 'any-external-id-accepted',
    behavior: { trust: withIdCondition(() => ({ Null: { [key]: 'false' } })) },
  },
  {
    number: 16,
    id: 'prefix-pattern',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: prefixPattern(id) } })) },
  },
  {
    number: 17,
    id: 'suffix-pattern',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: suffixPattern(id) } })) },
  },
  {
    number: 18,
    id: 'ignore-case',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringEqualsIgnoreCase: { [key]: id } })) },
  },
  {
    number: 19,
    id: 'null-true',
    expects: 'condition-inverted',
    behavior: { trust: withIdCondition(() => ({ Null: { [key]: 'true' } })) },
  },
  {
    number: 20,
    id: 'string-not-equals',
    expects: 'condition-inverted',
    behavior: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id } })) },
  },
  {
    number: 21,
    id: 'string-not-equals-present',
    expects: 'condition-inverted',
    behavior: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id }, Null: { [key]: 'false' } })) },
  },
  {
    number: 22,
    id: 'any-principal',
    expects: 'other-account-accepted',
    behavior: { trust: withPrincipal(() => '*') },
  },
  {
    number: 23,
    id: 'assumed-role-mismatch',
    expects: 'assumed-role-mismatch',
    behavior: { answeredRoleName: 'SomeOtherRole' },
  },
  {
    number: 24,
    id: 'middle-pattern',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: `${id.slice(0, 4)}*${id.slice(-4)}` } })) },
  },
  {
    number: 25,
    id: 'open-ended',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringLike: { [key]: `${id}*` } })) },
  },
  {
    number: 26,
    id: 'two-spellings',
    expects: 'similar-external-id-accepted',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: [id, id.toLowerCase(), id.toUpperCase()] } })) },
  },
  {
    number: 27,
    id: 'whole-vendor-account',
    expects: 'other-role-accepted',
    behavior: { trust: withoutPrincipalArn },
  },
] as const satisfies readonly Scenario[]
