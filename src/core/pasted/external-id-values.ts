import { type Said, said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { pages } from './pasted-rule.ts'
import { type Form, must } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu

/** With escapes for what cannot be seen. */
const seen = (text: string): string =>
  JSON.stringify(text).replace(unseen, (sign) => (sign === ' ' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))

function place(found: string, wanted: string): Said {
  const at = [...wanted].findIndex((character, index) => found[index] !== character)
  return at === -1 ? said`after character ${wanted.length}` : said`at character ${at + 1}`
}

const isEquals = ({ operator }: ConditionTest): boolean => operator === 'StringEquals'
const hasLike =
  (change: (text: string) => string) =>
  (test: ConditionTest, { plan }: Patient) =>
    isEquals(test) && !test.values.includes(plan.externalId) && test.values.some((value) => change(value) === change(plan.externalId))

/** With which value. */
export const valueForms: readonly Form[] = [
  {
    id: 'external-id-further',
    title: 'A further external ID is accepted',
    source: pages.externalId,
    is: (test, { plan }) =>
      isEquals(test) && test.values.includes(plan.externalId) && test.values.some((value) => value !== plan.externalId),
    words: ({ values }, patient) => ({
      sentence: said`The trust policy also takes the external ID ${values.filter((value) => value !== patient.plan.externalId).join(', ')}, perhaps an old one.`,
      detail: said`Whoever knows it can have your role used for somebody else, and no check from outside can find it. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-blank',
    title: 'The external ID has a blank or an invisible character',
    source: pages.externalId,
    is: hasLike((text) => text.replace(unseen, '')),
    words: ({ values }, patient) => ({
      sentence: said`The external ID in the trust policy has a blank or an invisible character too many: ${seen(values[0] ?? '')}.`,
      detail: said`IAM keeps it, and no call can ever match it. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-quoted',
    title: 'The external ID is in quotes',
    source: pages.externalId,
    is: hasLike((text) => text.replace(/^["'`\u2018-\u201d]+|["'`\u2018-\u201d]+$/g, '')),
    words: (_, patient) => ({
      sentence: said`The external ID in the trust policy has quotes that are part of the value.`,
      detail: must(patient),
    }),
  },
  {
    id: 'external-id-case',
    title: 'The external ID differs in upper and lower case',
    source: pages.operators,
    is: hasLike((text) => text.toLowerCase()),
    words: ({ values }, patient) => ({
      sentence: said`The external ID in the trust policy differs from yours in upper and lower case, ${place(values[0] ?? '', patient.plan.externalId)}.`,
      detail: said`StringEquals regards case. ${must(patient)}`,
    }),
  },
  {
    id: 'external-id-differs',
    saysLessThan: ['external-id-blank', 'external-id-quoted', 'external-id-case'],
    title: 'The external ID is another one',
    source: pages.externalId,
    is: (test, { plan }) => isEquals(test) && !test.values.includes(plan.externalId),
    words: ({ values }, patient) => ({
      sentence: said`The trust policy expects the external ID ${values.join(' or ') || '(none)'}, and yours differs from it ${place(values[0] ?? '', patient.plan.externalId)}.`,
      detail: said`It was edited, or is that of another or an earlier connection. ${must(patient)}`,
    }),
  },
]
