import { isAcceptable } from '#core/connection/role-plan.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { externalIdKey } from '#core/rules/trust/conditions.ts'
import {
  acceptsAny,
  acceptsNone,
  acceptsOtherCase,
  acceptsOthers,
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
import { admits, admitsVendorWithoutId } from '#core/rules/trust/tried-calls.ts'
import type { TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
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

type PlacedTest = { readonly trust: TrustSubject; readonly statement: TrustStatement; readonly test: ConditionView }

function placedTests(pastedRole: PastedRole): readonly PlacedTest[] {
  const { trust } = pastedRole
  if (trust === null) return []
  return assumingVendor(pastedRole).flatMap((statement) => statement.conditions.map((test) => ({ trust, statement, test })))
}

const placedIdTests = (pastedRole: PastedRole): readonly PlacedTest[] =>
  placedTests(pastedRole).filter(({ test }) => test.keyName === externalIdKey)

const idTests = (pastedRole: PastedRole): readonly ConditionView[] => placedIdTests(pastedRole).map(({ test }) => test)

export const isMisspelled = ({ keyName }: ConditionView): boolean => /external.?id/.test(keyName) && keyName !== externalIdKey

const isOpen = ({ conditions }: TrustStatement): boolean =>
  !conditions.some((condition) => condition.keyName === externalIdKey || isMisspelled(condition))

const secondOpen: PastedRule = {
  ...ofCatalog(tp22),
  suppresses: ['statement-further', 'principal-arn-missing'],
  found: (pastedRole) => {
    const { trust } = pastedRole
    const statements = assumingVendor(pastedRole)
    if (trust === null || !statements.some(isOpen) || statements.every(isOpen)) return null
    if (!statements.some((statement) => isOpen(statement) && admitsVendorWithoutId(trust, statement))) return null
    return { sentence: (language) => tp22Messages.in(language).found, detail: (language) => tp22Messages.in(language).why }
  },
}

const noCondition: PastedRule = {
  ...ofCatalog(tp11),
  found: (pastedRole) => {
    const { trust } = pastedRole
    const statements = assumingVendor(pastedRole)
    if (trust === null || statements.length === 0 || !statements.every(isOpen)) return null
    if (!statements.some((statement) => acceptsNone(trust, statement))) return null
    return { sentence: (language) => tp11Messages.in(language).found, detail: whyOf(tp11, must(pastedRole)) }
  },
}

type TestForm = Pick<PastedRule, 'suppresses' | 'suppressedBy'> & {
  readonly rule: CatalogFacts
  readonly is: (test: ConditionView, pastedRole: PastedRole) => boolean
  /** The sentence's claim about calls. Left out: it makes none. */
  readonly isTrue?: (trust: TrustSubject, statement: TrustStatement, test: ConditionView) => boolean
  readonly sentence: (language: string, test: ConditionView, pastedRole: PastedRole) => string
}

/** Reports the first test of the external ID that has the form. */
const ofTest =
  (tests: (pastedRole: PastedRole) => readonly PlacedTest[]) =>
  ({ rule, is, isTrue = () => true, sentence, ...rest }: TestForm): PastedRule => ({
    ...rest,
    ...ofCatalog(rule),
    found: (pastedRole) => {
      const found = tests(pastedRole).find(
        ({ trust, statement, test }) => test.values.length > 0 && is(test, pastedRole) && isTrue(trust, statement, test),
      )
      return found === undefined
        ? null
        : { sentence: (language) => sentence(language, found.test, pastedRole), detail: whyOf(rule, must(pastedRole)) }
    },
  })

const misspelled = ofTest(placedTests)({
  rule: { id: 'external-id-key', source: pages.stsKeys, messages: { in: (language) => externalIdRulesMessages.in(language).key } },
  suppresses: ['TP43', 'TP16', 'external-id-operator', 'condition-further'],
  is: isMisspelled,
  sentence: (language, { key }) => externalIdRulesMessages.in(language).key.sentence(key),
})

const hasExactTest = (pastedRole: PastedRole): boolean =>
  idTests(pastedRole).some(({ operator, values }) => operator === 'StringEquals' && accepts(values, pastedRole))

const accepts = (values: ConditionView['values'], { plan }: PastedRole): boolean =>
  values.some(({ text }) => text === plan.externalId || text === plan.nextExternalId)
const isNone = ({ values }: ConditionView): boolean => values.some(({ text }) => /^true$/i.test(text))

/** The operators that also accept other external IDs, or none. */
const operatorForms: readonly TestForm[] = [
  {
    rule: tp15,
    is: ({ quantifier }) => quantifier === 'ForAllValues:',
    isTrue: acceptsNone,
    sentence: (language, { operator }) => tp15Messages.in(language).found(operator),
  },
  {
    rule: tp14,
    is: ({ isIfExists }) => isIfExists,
    isTrue: acceptsNone,
    sentence: (language, { operator }) => tp14Messages.in(language).found(operator),
  },
  {
    rule: tp16,
    is: (test, pastedRole) =>
      test.operator === 'Null' && (isNone(test) || !(hasExactTest(pastedRole) || idTests(pastedRole).some(({ isNegated }) => isNegated))),
    isTrue: (trust, statement, test) => test.values.length === 1 && (isNone(test) || acceptsAny(trust, statement)),
    sentence: (language, test) => tp16Messages.in(language)[isNone(test) ? 'noneSent' : 'anySent'],
  },
  {
    rule: tp17,
    is: ({ isNegated }) => isNegated,
    isTrue: acceptsAny,
    sentence: (language, { operator }) => tp17Messages.in(language).found(operator),
  },
  {
    rule: tp18,
    is: ({ comparison }) => comparison === 'StringEqualsIgnoreCase',
    isTrue: acceptsOtherCase,
    sentence: (language) => tp18Messages.in(language).found,
  },
  {
    rule: tp12,
    is: ({ comparison, values }) => comparison === 'StringLike' && values.some(({ text }) => /[*?]/.test(text)),
    isTrue: (trust, statement, { values }) => values.some(({ text }) => acceptsOthers(trust, statement, text)),
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

const isKeptOut = ({ signature }: TrustSubject): boolean => signature?.rightId !== 'allowed'

/** The values of an equality that has the right operator. */
const valueForms: readonly TestForm[] = [
  {
    rule: tp21,
    is: ({ operator, values }, pastedRole) =>
      operator === 'StringEquals' && accepts(values, pastedRole) && others(values, pastedRole).length > 0,
    isTrue: (trust, statement, { values }) =>
      values.some(({ text }) => text !== trust.context.externalId && admits(trust, statement, text) !== 'closed'),
    sentence: (language, { values }, pastedRole) => otherAcceptedIds(others(values, pastedRole))(language),
  },
  {
    rule: tp20,
    is: ({ operator, values }, pastedRole) =>
      operator === 'StringEquals' &&
      !accepts(values, pastedRole) &&
      values.some(({ text }) => plainText(text) === plainText(pastedRole.plan.externalId)),
    isTrue: isKeptOut,
    sentence: (language, { values: [value] }) => rejectedExternalId(value?.text ?? '')(language),
  },
  {
    rule: tp43,
    suppressedBy: [tp20.id],
    is: ({ operator, values }, pastedRole) =>
      operator === 'StringEquals' && !accepts(values, pastedRole) && !values.some(({ isInexact }) => isInexact),
    isTrue: isKeptOut,
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
  ...[...operatorForms, otherOperator, ...valueForms].map(ofTest(placedIdTests)),
]
