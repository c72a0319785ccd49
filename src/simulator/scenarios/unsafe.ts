import type { Scenario } from '../scenario.ts'
import { withIdCondition, withOpenStatement, withPrincipal } from '../trust-edits.ts'

const key = 'sts:ExternalId'

const prefixPattern = (externalId: string): string => `${externalId.slice(0, Math.ceil(externalId.length / 2))}*`
const suffixPattern = (externalId: string): string => `*${externalId.slice(Math.floor(externalId.length / 2))}`

/** A call is accepted that must be refused. */
export const unsafeScenarios: readonly Scenario[] = [
  {
    number: 10,
    id: 'no-condition',
    title: 'No condition',
    story: 'The condition was deleted from the trust policy: everybody in the vendor account gets in without an external ID.',
    expects: 'external-id-not-required',
    behaviour: { trust: withIdCondition(() => ({})) },
  },
  {
    number: 11,
    id: 'second-open-statement',
    title: 'A second, open statement',
    story: 'Beside the right statement stands one that asks for no external ID.',
    expects: 'external-id-not-required',
    behaviour: { trust: withOpenStatement },
  },
  {
    number: 12,
    id: 'if-exists',
    title: 'StringEqualsIfExists',
    story: 'The external ID is compared only if a call sends one.',
    expects: 'external-id-optional',
    behaviour: { trust: withIdCondition((id) => ({ StringEqualsIfExists: { [key]: id } })) },
  },
  {
    number: 13,
    id: 'for-all-values',
    title: 'ForAllValues',
    story: 'ForAllValues:StringEquals is true for a call without an external ID.',
    expects: 'external-id-optional',
    behaviour: { trust: withIdCondition((id) => ({ 'ForAllValues:StringEquals': { [key]: id } })) },
  },
  {
    number: 14,
    id: 'any-value',
    title: 'StringLike "*"',
    story: 'Any external ID is accepted.',
    expects: 'any-external-id-accepted',
    behaviour: { trust: withIdCondition(() => ({ StringLike: { [key]: '*' } })) },
  },
  {
    number: 15,
    id: 'null-false',
    title: 'Null "false"',
    story: 'The trust policy asks that there is an external ID, not which.',
    expects: 'any-external-id-accepted',
    behaviour: { trust: withIdCondition(() => ({ Null: { [key]: 'false' } })) },
  },
  {
    number: 16,
    id: 'prefix-pattern',
    title: 'The beginning is enough',
    story: 'StringLike with the first half of the external ID and a star.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringLike: { [key]: prefixPattern(id) } })) },
  },
  {
    number: 17,
    id: 'suffix-pattern',
    title: 'The end is enough',
    story: 'StringLike with a star and the second half of the external ID.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringLike: { [key]: suffixPattern(id) } })) },
  },
  {
    number: 18,
    id: 'ignore-case',
    title: 'StringEqualsIgnoreCase',
    story: 'Upper and lower case are taken for the same.',
    expects: 'similar-external-id-accepted',
    behaviour: { trust: withIdCondition((id) => ({ StringEqualsIgnoreCase: { [key]: id } })) },
  },
  {
    number: 19,
    id: 'null-true',
    title: 'Null "true"',
    story: 'The trust policy asks that there is no external ID: the right one is refused.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition(() => ({ Null: { [key]: 'true' } })) },
  },
  {
    number: 20,
    id: 'string-not-equals',
    title: 'StringNotEquals',
    story: 'The trust policy accepts everything but the right external ID.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id } })) },
  },
  {
    number: 21,
    id: 'string-not-equals-present',
    title: 'StringNotEquals and Null "false"',
    story: 'Any external ID is accepted but the right one; none is refused.',
    expects: 'condition-inverted',
    behaviour: { trust: withIdCondition((id) => ({ StringNotEquals: { [key]: id }, Null: { [key]: 'false' } })) },
  },
  {
    number: 22,
    id: 'any-principal',
    title: 'Every AWS account is trusted',
    story: 'The principal is {"AWS": "*"}: whoever knows the external ID gets in, from whatever account.',
    expects: 'other-account-accepted',
    behaviour: { trust: withPrincipal(() => '*') },
  },
  {
    number: 23,
    id: 'assumed-role-mismatch',
    title: 'STS answers for another role',
    story:
      'The session that STS gives belongs to another role than the one asked for. AWS does not do this; it shows what is said if it happens.',
    expects: 'assumed-role-mismatch',
    behaviour: { answeredRoleName: 'SomeOtherRole' },
  },
]
