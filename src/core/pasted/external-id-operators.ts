import { said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { type Form, idTests, must } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

/** `StringEquals` of `ForAnyValue:StringEqualsIfExists`. */
const plainOperator = ({ operator }: ConditionTest): string => operator.replace(/^ForA(ny|ll)Values?:/, '').replace(/IfExists$/, '')

const hasExactTest = (patient: Patient): boolean =>
  idTests(patient).some((test) => test.operator === 'StringEquals' && test.values.includes(patient.plan.externalId))

/** How the external ID is compared. */
export const operatorForms: readonly Form[] = [
  {
    id: 'external-id-for-all-values',
    title: 'The condition has ForAllValues',
    source: pages.setOperators,
    is: ({ operator }) => operator.startsWith('ForAllValues:'),
    words: ({ operator }, patient) => ({
      sentence: said`The condition ${operator} is also true for a call that sends no external ID.`,
      detail: said`ForAllValues: is true where there is no value at all. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-if-exists',
    title: 'The condition has IfExists',
    source: pages.operators,
    is: ({ operator }) => operator.endsWith('IfExists'),
    words: ({ operator }, patient) => ({
      sentence: said`The condition ${operator} is also true for a call that sends no external ID.`,
      detail: said`IfExists compares only where there is something to compare. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-null-true',
    title: 'The condition demands that no external ID is sent',
    source: pages.operators,
    is: ({ operator, values }) => operator === 'Null' && values.some((value) => /^true$/i.test(value)),
    words: (_, patient) => ({
      sentence: said`The condition Null "true" demands that no external ID is sent, so the right one is refused.`,
      detail: must(patient),
    }),
  },
  {
    id: 'external-id-negated',
    title: 'The condition is negated',
    source: pages.operators,
    is: (test) => plainOperator(test).includes('Not'),
    words: ({ operator }, patient) => ({
      sentence: said`The condition ${operator} lets in every external ID but the one that it names.`,
      detail: must(patient),
    }),
  },
  {
    id: 'external-id-null-false',
    saysLessThan: ['external-id-null-true', 'external-id-negated'],
    title: 'The condition takes any external ID',
    source: pages.operators,
    is: ({ operator }, patient) => operator === 'Null' && !hasExactTest(patient),
    words: (_, patient) => ({
      sentence: said`The condition Null "false" demands some external ID, and does not say which.`,
      detail: must(patient),
    }),
  },
  {
    id: 'external-id-any-case',
    title: 'The condition takes upper and lower case for the same',
    source: pages.operators,
    is: (test) => plainOperator(test) === 'StringEqualsIgnoreCase',
    words: ({ operator }, patient) => ({
      sentence: said`The condition ${operator} takes the external ID in upper and lower case alike.`,
      detail: must(patient),
    }),
  },
  {
    id: 'external-id-pattern',
    title: 'The condition compares with a pattern',
    source: pages.operators,
    is: (test) => plainOperator(test) === 'StringLike' && test.values.some((value) => /[*?]/.test(value)),
    words: ({ values }, patient) => ({
      sentence: said`The condition StringLike takes every external ID that looks like ${values.join(' or ')}.`,
      detail: said`"*" and "?" stand for other characters. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-operator',
    saysLessThan: [
      'external-id-for-all-values',
      'external-id-if-exists',
      'external-id-negated',
      'external-id-any-case',
      'external-id-pattern',
    ],
    title: 'The condition compares in another way than asked for',
    source: pages.operators,
    is: ({ operator }) => operator !== 'StringEquals' && operator !== 'Null',
    words: ({ operator }, patient) => ({
      sentence: said`The external ID is compared by ${operator} instead of StringEquals.`,
      detail: must(patient),
    }),
  },
]
