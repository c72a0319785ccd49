import { type Said, said } from '../lint/said.ts'
import { type Ailment, type AilmentWords, pages } from './ailment.ts'
import type { Patient } from './patient.ts'
import type { ConditionTest } from './trust-reading.ts'

const idTests = ({ trust }: Patient): readonly ConditionTest[] => (trust?.assuming ?? []).flatMap((statement) => statement.idTests)

/** `StringEquals` of `ForAnyValue:StringEqualsIfExists`. */
const plainOperator = ({ operator }: ConditionTest): string => operator.replace(/^ForA(ny|ll)Values?:/, '').replace(/IfExists$/, '')

const must = ({ plan }: Patient): Said => said`It must be StringEquals with sts:ExternalId ${plan.externalId}.`

type Form = Omit<Ailment, 'part' | 'found'> & {
  readonly is: (test: ConditionTest, patient: Patient) => boolean
  readonly words: (test: ConditionTest, patient: Patient) => AilmentWords
}

/** An ailment that shows in one test of the external ID. */
const ofTest = ({ is, words, ...ailment }: Form): Ailment => ({
  ...ailment,
  part: 'trust-policy',
  found: (patient) => {
    const test = idTests(patient).find((candidate) => is(candidate, patient))
    return test === undefined ? null : words(test, patient)
  },
})

const hasExactTest = (patient: Patient): boolean =>
  idTests(patient).some((test) => test.operator === 'StringEquals' && test.values.includes(patient.plan.externalId))

const operatorForms: readonly Form[] = [
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

const valueForms: readonly Form[] = [
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

export const isMisspelt = ({ key }: ConditionTest): boolean => /external.?id/i.test(key) && key.toLowerCase() !== 'sts:externalid'

const misspelt: Ailment = {
  id: 'external-id-key',
  part: 'trust-policy',
  title: 'The condition key of the external ID is misspelt',
  source: pages.stsKeys,
  found: (patient) => {
    const test = (patient.trust?.assuming ?? []).flatMap(({ tests }) => tests).find(isMisspelt)
    if (test === undefined) return null
    return {
      sentence: said`The condition is on the key ${test.key}, which does not exist; the key is sts:ExternalId.`,
      detail: said`IAM takes any name for a key and never finds a value for this one. ${must(patient)}`,
    }
  },
}

const isOpen = ({
  tests,
  idTests: own,
}: {
  readonly tests: readonly ConditionTest[]
  readonly idTests: readonly ConditionTest[]
}): boolean => own.length === 0 && !tests.some(isMisspelt)

const secondOpen: Ailment = {
  id: 'second-statement-open',
  part: 'trust-policy',
  title: 'A second statement asks for no external ID',
  source: pages.confusedDeputy,
  found: (patient) => {
    const assuming = patient.trust?.assuming ?? []
    const open = assuming.find(isOpen)
    if (open === undefined || assuming.every(isOpen)) return null
    return {
      sentence: said`A second statement${open.statement.Sid ? `, "${open.statement.Sid}",` : ''} lets the role be assumed without the external ID.`,
      detail: said`Statements add up, so the weakest one decides. The trust policy must have one statement only.`,
    }
  },
}

const noCondition: Ailment = {
  id: 'external-id-not-asked',
  part: 'trust-policy',
  title: 'There is no condition on the external ID',
  source: pages.confusedDeputy,
  found: (patient) => {
    const assuming = patient.trust?.assuming ?? []
    if (assuming.length === 0 || !assuming.every(isOpen)) return null
    return {
      sentence: said`The trust policy has no condition on the external ID.`,
      detail: said`Without it somebody else who uses ${patient.plan.vendor.name} could name your role and be served with your data. ${must(patient)}`,
    }
  },
}

/** Which external ID is asked for, and how. */
export const externalIdAilments: readonly Ailment[] = [
  misspelt,
  secondOpen,
  noCondition,
  ...operatorForms.map(ofTest),
  ...valueForms.map(ofTest),
]
