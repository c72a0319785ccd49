import { isAcceptable } from '#core/connection/role-plan.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { externalIdKey } from '#core/rules/trust/conditions.ts'
import {
  tp11,
  tp11Messages,
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
  tp22,
  tp22Messages,
} from '#core/rules/trust/external-id-condition.ts'
import { otherAcceptedIds, otherExternalId, rejectedExternalId, tp20, tp21, tp43, unseen } from '#core/rules/trust/external-id-value.ts'
import type { TrustStatement } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { assumingVendor, type PastedRole } from './pasted-role.ts'
import { type CatalogFacts, ofCatalog, type PastedRule, pages, whyOf } from './pasted-rule.ts'

export const externalIdRulesMessages = messages('external-id-rules', {
  must: (externalId: string) => `It must be StringEquals with sts:ExternalId ${externalId}.`,
  key: {
    title: 'The condition key of the external ID is misspelled',
    why: 'The key doesn’t exist, so it never has a value.',
    sentence: (key: string) => `${key} isn’t a valid condition key. Use sts:ExternalId.`,
  },
  operator: {
    title: 'The condition uses a different operator',
    why: '',
    sentence: (operator: string) => `The external ID is compared with ${operator} instead of StringEquals.`,
  },
})

const must =
  ({ plan }: PastedRole): Text =>
  (language) =>
    externalIdRulesMessages.in(language).must(plan.externalId)

const idTests = (pastedRole: PastedRole): readonly ConditionView[] =>
  assumingVendor(pastedRole).flatMap(({ conditions }) => conditions.filter(({ keyName }) => keyName === externalIdKey))

export const isMisspelled = ({ keyName }: ConditionView): boolean => /external.?id/.test(keyName) && keyName !== externalIdKey

const isOpen = ({ conditions }: TrustStatement): boolean =>
  !conditions.some((condition) => condition.keyName === externalIdKey || isMisspelled(condition))

const secondOpen: PastedRule = {
  ...ofCatalog(tp22),
  suppresses: ['statement-further', 'principal-arn-missing'],
  found: (pastedRole) => {
    const statements = assumingVendor(pastedRole)
    if (!statements.some(isOpen) || statements.every(isOpen)) return null
    return { sentence: (language) => tp22Messages.in(language).found, detail: (language) => tp22Messages.in(language).why }
  },
}

const noCondition: PastedRule = {
  ...ofCatalog(tp11),
  found: (pastedRole) => {
    const statements = assumingVendor(pastedRole)
    if (statements.length === 0 || !statements.every(isOpen)) return null
    return { sentence: (language) => tp11Messages.in(language).found, detail: whyOf(tp11, must(pastedRole)) }
  },
}

type TestForm = Pick<PastedRule, 'suppresses' | 'suppressedBy'> & {
  readonly rule: CatalogFacts
  readonly is: (test: ConditionView, pastedRole: PastedRole) => boolean
  readonly sentence: (language: string, test: ConditionView, pastedRole: PastedRole) => string
}

/** Reports the first test of the external ID that has the form. */
const ofTest =
  (tests: (pastedRole: PastedRole) => readonly ConditionView[]) =>
  ({ rule, is, sentence, ...rest }: TestForm): PastedRule => ({
    ...rest,
    ...ofCatalog(rule),
    found: (pastedRole) => {
      const test = tests(pastedRole).find((candidate) => is(candidate, pastedRole))
      return test === undefined
        ? null
        : { sentence: (language) => sentence(language, test, pastedRole), detail: whyOf(rule, must(pastedRole)) }
    },
  })

const misspelled = ofTest((pastedRole) => assumingVendor(pastedRole).flatMap(({ conditions }) => conditions))({
  rule: { id: 'external-id-key', source: pages.stsKeys, messages: { in: (language) => externalIdRulesMessages.in(language).key } },
  suppresses: ['TP43', 'TP16', 'external-id-operator', 'condition-further'],
  is: isMisspelled,
  sentence: (language, { key }) => externalIdRulesMessages.in(language).key.sentence(key),
})

const hasExactTest = (pastedRole: PastedRole): boolean =>
  idTests(pastedRole).some(({ operator, values }) => operator === 'StringEquals' && accepts(values, pastedRole))

const accepts = (values: ConditionView['values'], { plan }: PastedRole): boolean =>
  values.some(({ text }) => text === plan.externalId || text === plan.nextExternalId)
const isTrue = ({ values }: ConditionView): boolean => values.some(({ text }) => /^true$/i.test(text))

/** The operators that also accept other external IDs, or none. */
const operatorForms: readonly TestForm[] = [
  {
    rule: tp15,
    is: ({ quantifier }) => quantifier === 'ForAllValues:',
    sentence: (language, { operator }) => tp15Messages.in(language).found(operator),
  },
  {
    rule: tp14,
    is: ({ isIfExists }) => isIfExists,
    sentence: (language, { operator }) => tp14Messages.in(language).found(operator),
  },
  {
    rule: tp16,
    is: (test, pastedRole) =>
      test.operator === 'Null' && (isTrue(test) || !(hasExactTest(pastedRole) || idTests(pastedRole).some(({ isNegated }) => isNegated))),
    sentence: (language, test) => tp16Messages.in(language)[isTrue(test) ? 'noneSent' : 'anySent'],
  },
  {
    rule: tp17,
    is: ({ isNegated }) => isNegated,
    sentence: (language, { operator }) => tp17Messages.in(language).found(operator),
  },
  {
    rule: tp18,
    is: ({ comparison }) => comparison === 'StringEqualsIgnoreCase',
    sentence: (language) => tp18Messages.in(language).found,
  },
  {
    rule: tp12,
    is: ({ comparison, values }) => comparison === 'StringLike' && values.some(({ text }) => /[*?]/.test(text)),
    sentence: (language, { values }) => tp12Messages.in(language).found(values.map(({ text }) => JSON.stringify(text)).join(', ')),
  },
]

const otherOperator: TestForm = {
  rule: {
    id: 'external-id-operator',
    source: pages.operators,
    messages: { in: (language) => externalIdRulesMessages.in(language).operator },
  },
  suppressedBy: operatorForms.map(({ rule }) => rule.id).filter((id) => id !== tp16.id),
  is: ({ operator }) => operator !== 'StringEquals' && operator !== 'Null',
  sentence: (language, { operator }) => externalIdRulesMessages.in(language).operator.sentence(operator),
}

/** The value without what copying adds: spaces, invisible characters and quotes. */
const plainText = (text: string): string => text.replace(unseen, '').replace(/^["'`\u2018-\u201d]+|["'`\u2018-\u201d]+$/g, '')

/** Values that the role must not accept. */
const others = (values: ConditionView['values'], { plan }: PastedRole): readonly string[] =>
  values.map(({ text }) => text).filter((text) => !isAcceptable(text, plan))

/** The values of an equality that has the right operator. */
const valueForms: readonly TestForm[] = [
  {
    rule: tp21,
    is: ({ operator, values }, pastedRole) =>
      operator === 'StringEquals' && accepts(values, pastedRole) && others(values, pastedRole).length > 0,
    sentence: (language, { values }, pastedRole) => otherAcceptedIds(others(values, pastedRole))(language),
  },
  {
    rule: tp20,
    is: ({ operator, values }, pastedRole) =>
      operator === 'StringEquals' &&
      !accepts(values, pastedRole) &&
      values.some(({ text }) => plainText(text) === plainText(pastedRole.plan.externalId)),
    sentence: (language, { values: [value] }) => rejectedExternalId(value?.text ?? '')(language),
  },
  {
    rule: tp43,
    suppressedBy: [tp20.id],
    is: ({ operator, values }, pastedRole) => operator === 'StringEquals' && !accepts(values, pastedRole),
    sentence: (language, { values }, { plan }) =>
      otherExternalId(
        plan.externalId,
        values.map(({ text }) => text),
      )(language),
  },
]

export const externalIdRules: readonly PastedRule[] = [
  misspelled,
  secondOpen,
  noCondition,
  ...[...operatorForms, otherOperator, ...valueForms].map(ofTest(idTests)),
]
