import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { PastedRole } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { type Form, must } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

export const externalIdValuesMessages = messages('external-id-values', {
  externalIdFurther: {
    title: 'A further external ID is accepted',
    sentence: (values: string) => `The trust policy also accepts external ID ${values} (possibly an old one).`,
    detail: (must: string) => `Remove it. Our checks can’t detect it. ${must}`,
  },
  externalIdBlank: {
    title: 'The external ID has a blank or an invisible character',
    sentence: (value: string) => `The external ID in the trust policy has a blank or an invisible character too many: ${value}.`,
    detail: (must: string) => `IAM keeps it, so it can never match. ${must}`,
  },
  externalIdQuoted: {
    title: 'The external ID is in quotes',
    sentence: 'The external ID in the trust policy has quotes that are part of the value.',
  },
  externalIdCase: {
    title: 'The external ID differs in upper and lower case',
    sentence: (place: string) => `The external ID in the trust policy differs from yours in upper and lower case, ${place}.`,
    detail: (must: string) => `StringEquals is case-sensitive. ${must}`,
  },
  externalIdDiffers: {
    title: 'The external ID is another one',
    sentence: (values: string, place: string) => `The trust policy expects the external ID ${values}, and yours differs from it ${place}.`,
    detail: (must: string) => `It was edited, or is that of another or an earlier connection. ${must}`,
  },
  after: (count: number) => `after character ${count}`,
  at: (number: number) => `at character ${number}`,
})

const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu

/** With escapes for what cannot be seen. */
const seen = (text: string): string =>
  JSON.stringify(text).replace(unseen, (sign) => (sign === ' ' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))

function place(found: string, wanted: string): Text {
  const at = [...wanted].findIndex((character, index) => found[index] !== character)
  return at === -1
    ? (language) => externalIdValuesMessages.in(language).after(wanted.length)
    : (language) => externalIdValuesMessages.in(language).at(at + 1)
}

const isEquals = ({ operator }: ConditionTest): boolean => operator === 'StringEquals'
const hasLike =
  (change: (text: string) => string) =>
  (test: ConditionTest, { plan }: PastedRole) =>
    isEquals(test) && !test.values.includes(plan.externalId) && test.values.some((value) => change(value) === change(plan.externalId))

/** With which value. */
export const valueForms: readonly Form[] = [
  {
    id: 'external-id-further',
    title: (language) => externalIdValuesMessages.in(language).externalIdFurther.title,
    source: pages.externalId,
    is: (test, { plan }) =>
      isEquals(test) && test.values.includes(plan.externalId) && test.values.some((value) => value !== plan.externalId),
    words: ({ values }, pastedRole) => ({
      sentence: (language) =>
        externalIdValuesMessages
          .in(language)
          .externalIdFurther.sentence(values.filter((value) => value !== pastedRole.plan.externalId).join(', ')),
      detail: (language) => externalIdValuesMessages.in(language).externalIdFurther.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-blank',
    title: (language) => externalIdValuesMessages.in(language).externalIdBlank.title,
    source: pages.externalId,
    is: hasLike((text) => text.replace(unseen, '')),
    words: ({ values }, pastedRole) => ({
      sentence: (language) => externalIdValuesMessages.in(language).externalIdBlank.sentence(seen(values[0] ?? '')),
      detail: (language) => externalIdValuesMessages.in(language).externalIdBlank.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-quoted',
    title: (language) => externalIdValuesMessages.in(language).externalIdQuoted.title,
    source: pages.externalId,
    is: hasLike((text) => text.replace(/^["'`\u2018-\u201d]+|["'`\u2018-\u201d]+$/g, '')),
    words: (_, pastedRole) => ({
      sentence: (language) => externalIdValuesMessages.in(language).externalIdQuoted.sentence,
      detail: must(pastedRole),
    }),
  },
  {
    id: 'external-id-case',
    title: (language) => externalIdValuesMessages.in(language).externalIdCase.title,
    source: pages.operators,
    is: hasLike((text) => text.toLowerCase()),
    words: ({ values }, pastedRole) => ({
      sentence: (language) =>
        externalIdValuesMessages.in(language).externalIdCase.sentence(place(values[0] ?? '', pastedRole.plan.externalId)(language)),
      detail: (language) => externalIdValuesMessages.in(language).externalIdCase.detail(must(pastedRole)(language)),
    }),
  },
  {
    id: 'external-id-differs',
    suppressedBy: ['external-id-blank', 'external-id-quoted', 'external-id-case'],
    title: (language) => externalIdValuesMessages.in(language).externalIdDiffers.title,
    source: pages.externalId,
    is: (test, { plan }) => isEquals(test) && !test.values.includes(plan.externalId),
    words: ({ values }, pastedRole) => ({
      sentence: (language) =>
        externalIdValuesMessages
          .in(language)
          .externalIdDiffers.sentence(values.join(' or ') || '(none)', place(values[0] ?? '', pastedRole.plan.externalId)(language)),
      detail: (language) => externalIdValuesMessages.in(language).externalIdDiffers.detail(must(pastedRole)(language)),
    }),
  },
]
