import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { type Form, idTests, must } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

export const externalIdOperatorsMessages = messages('external-id-operators', {
  externalIdForAllValues: {
    title: 'The condition has ForAllValues',
    sentence: (operator: string) => `The condition ${operator} is also true for a call that sends no external ID.`,
    detail: (must: string) => `ForAllValues also matches when the value is missing. ${must}`,
  },
  externalIdIfExists: {
    title: 'The condition has IfExists',
    sentence: (operator: string) => `The condition ${operator} is also true for a call that sends no external ID.`,
    detail: (must: string) => `IfExists is skipped when no external ID is sent. ${must}`,
  },
  externalIdNullTrue: {
    title: 'The condition demands that no external ID is sent',
    sentence: 'The condition Null "true" demands that no external ID is sent, so the right one is refused.',
  },
  externalIdNegated: {
    title: 'The condition is negated',
    sentence: (operator: string) => `The condition ${operator} allows every external ID except yours.`,
  },
  externalIdNullFalse: {
    title: 'The condition takes any external ID',
    sentence: 'The condition Null "false" demands some external ID, and does not say which.',
  },
  externalIdAnyCase: {
    title: 'The condition takes upper and lower case for the same',
    sentence: (operator: string) => `The condition ${operator} takes the external ID in upper and lower case alike.`,
  },
  externalIdPattern: {
    title: 'The condition compares with a pattern',
    sentence: (values: string) => `The condition StringLike takes every external ID that looks like ${values}.`,
    detail: (must: string) => `"*" and "?" stand for other characters. ${must}`,
  },
  externalIdOperator: {
    title: 'The condition compares in another way than asked for',
    sentence: (operator: string) => `The external ID is compared by ${operator} instead of StringEquals.`,
  },
})

/** `StringEquals` of `ForAnyValue:StringEqualsIfExists`. */
const plainOperator = ({ operator }: ConditionTest): string => operator.replace(/^ForA(ny|ll)Values?:/, '').replace(/IfExists$/, '')

const hasExactTest = (pastedRole: PastedRole): boolean =>
  idTests(pastedRole).some((test) => test.operator === 'StringEquals' && test.values.includes(pastedRole.plan.externalId))

/** How the external ID is compared. */
export const operatorForms: readonly Form[] = [
  {
    id: 'external-id-for-all-values',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdForAllValues.title,
    source: pages.setOperators,
    is: ({ operator }) => operator.startsWith('ForAllValues:'),
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdForAllValues.sentence(operator),
      detail: (language) => externalIdOperatorsMessages.in(language).externalIdForAllValues.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-if-exists',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdIfExists.title,
    source: pages.operators,
    is: ({ operator }) => operator.endsWith('IfExists'),
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdIfExists.sentence(operator),
      detail: (language) => externalIdOperatorsMessages.in(language).externalIdIfExists.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-null-true',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdNullTrue.title,
    source: pages.operators,
    is: ({ operator, values }) => operator === 'Null' && values.some((value) => /^true$/i.test(value)),
    words: (_, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdNullTrue.sentence,
      detail: must(pastedRole),
    }),
  },
  {
    id: 'external-id-negated',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdNegated.title,
    source: pages.operators,
    is: (test) => plainOperator(test).includes('Not'),
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdNegated.sentence(operator),
      detail: must(pastedRole),
    }),
  },
  {
    id: 'external-id-null-false',
    suppressedBy: ['external-id-null-true', 'external-id-negated'],
    title: (language) => externalIdOperatorsMessages.in(language).externalIdNullFalse.title,
    source: pages.operators,
    is: ({ operator }, pastedRole) => operator === 'Null' && !hasExactTest(pastedRole),
    words: (_, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdNullFalse.sentence,
      detail: must(pastedRole),
    }),
  },
  {
    id: 'external-id-any-case',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdAnyCase.title,
    source: pages.operators,
    is: (test) => plainOperator(test) === 'StringEqualsIgnoreCase',
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdAnyCase.sentence(operator),
      detail: must(pastedRole),
    }),
  },
  {
    id: 'external-id-pattern',
    title: (language) => externalIdOperatorsMessages.in(language).externalIdPattern.title,
    source: pages.operators,
    is: (test) => plainOperator(test) === 'StringLike' && test.values.some((value) => /[*?]/.test(value)),
    words: ({ values }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdPattern.sentence(values.join(' or ')),
      detail: (language) => externalIdOperatorsMessages.in(language).externalIdPattern.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-operator',
    suppressedBy: [
      'external-id-for-all-values',
      'external-id-if-exists',
      'external-id-negated',
      'external-id-any-case',
      'external-id-pattern',
    ],
    title: (language) => externalIdOperatorsMessages.in(language).externalIdOperator.title,
    source: pages.operators,
    is: ({ operator }) => operator !== 'StringEquals' && operator !== 'Null',
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).externalIdOperator.sentence(operator),
      detail: must(pastedRole),
    }),
  },
]
