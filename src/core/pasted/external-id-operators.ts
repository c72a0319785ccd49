import type { RuleFacts } from '#core/policy/form/rule.ts'
import {
  tp12,
  tp12Messages,
  tp14,
  tp14Messages,
  tp15,
  tp15Messages,
  tp16,
  tp16Messages,
  tp17,
  tp17Messages,
  tp18,
  tp18Messages,
} from '#core/rules/trust/external-id-condition.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { PastedRole } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { type Form, idTests, must } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

export const externalIdOperatorsMessages = messages('external-id-operators', {
  title: 'The condition compares in another way than requested',
  sentence: (operator: string) => `The external ID is compared by ${operator} instead of StringEquals.`,
})

/** `StringEquals` of `ForAnyValue:StringEqualsIfExists`. */
const plainOperator = ({ operator }: ConditionTest): string => operator.replace(/^ForA(ny|ll)Values?:/, '').replace(/IfExists$/, '')

const hasExactTest = (pastedRole: PastedRole): boolean =>
  idTests(pastedRole).some((test) => test.operator === 'StringEquals' && test.values.includes(pastedRole.plan.externalId))

type CatalogForm = Pick<Form, 'id' | 'is' | 'suppressedBy'> & { readonly rule: RuleFacts; readonly found: (test: ConditionTest) => Text }

/** A rule of the catalog, with the value that the plan requires instead. The id is an earlier one, which links still name. */
const ofCatalog = ({ rule: { messages: texts, source }, found, ...form }: CatalogForm): Form => ({
  ...form,
  title: (language) => texts.in(language).title,
  source,
  words: (test, pastedRole) => ({
    sentence: found(test),
    detail: (language) => `${texts.in(language).why} ${must(pastedRole)(language)}`,
  }),
})

const catalogForms: readonly CatalogForm[] = [
  {
    id: 'external-id-for-all-values',
    rule: tp15,
    is: ({ operator }) => operator.startsWith('ForAllValues:'),
    found:
      ({ operator }) =>
      (language) =>
        tp15Messages.in(language).found(operator),
  },
  {
    id: 'external-id-if-exists',
    rule: tp14,
    is: ({ operator }) => operator.endsWith('IfExists'),
    found:
      ({ operator }) =>
      (language) =>
        tp14Messages.in(language).found(operator),
  },
  {
    id: 'external-id-null-true',
    rule: tp16,
    is: ({ operator, values }) => operator === 'Null' && values.some((value) => /^true$/i.test(value)),
    found: () => (language) => tp16Messages.in(language).noneSent,
  },
  {
    id: 'external-id-negated',
    rule: tp17,
    is: (test) => plainOperator(test).includes('Not'),
    found:
      ({ operator }) =>
      (language) =>
        tp17Messages.in(language).found(operator),
  },
  {
    id: 'external-id-null-false',
    suppressedBy: ['external-id-null-true', 'external-id-negated'],
    rule: tp16,
    is: ({ operator }, pastedRole) => operator === 'Null' && !hasExactTest(pastedRole),
    found: () => (language) => tp16Messages.in(language).anySent,
  },
  {
    id: 'external-id-any-case',
    rule: tp18,
    is: (test) => plainOperator(test) === 'StringEqualsIgnoreCase',
    found: () => (language) => tp18Messages.in(language).found,
  },
  {
    id: 'external-id-pattern',
    rule: tp12,
    is: (test) => plainOperator(test) === 'StringLike' && test.values.some((value) => /[*?]/.test(value)),
    found:
      ({ values }) =>
      (language) =>
        tp12Messages.in(language).found(values.map((value) => JSON.stringify(value)).join(', ')),
  },
]

/** How the external ID is compared. */
export const operatorForms: readonly Form[] = [
  ...catalogForms.map(ofCatalog),
  {
    id: 'external-id-operator',
    suppressedBy: [
      'external-id-for-all-values',
      'external-id-if-exists',
      'external-id-negated',
      'external-id-any-case',
      'external-id-pattern',
    ],
    title: (language) => externalIdOperatorsMessages.in(language).title,
    source: pages.operators,
    is: ({ operator }) => operator !== 'StringEquals' && operator !== 'Null',
    words: ({ operator }, pastedRole) => ({
      sentence: (language) => externalIdOperatorsMessages.in(language).sentence(operator),
      detail: must(pastedRole),
    }),
  },
]
