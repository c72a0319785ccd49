import { iamGuide, type RuleMessages, rule, type Severity } from '#core/policy/form/rule.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { impliedIds } from '#core/rules/trust-probes.ts'
import type { TrustRule, TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { conditionsOn, externalIdKey, requireExternalId } from './conditions.ts'
import { admits, admitsVendorWithoutId, looseAllows } from './tried-calls.ts'

export const tp11Messages = messages('TP11', {
  title: 'No external ID is required',
  what: 'No Allow has a condition on sts:ExternalId',
  why: 'Without an external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Require the external ID with StringEquals.',
  found: 'Nothing requires an external ID. Add the condition StringEquals on sts:ExternalId.',
  besideDeny: 'The Deny on sts:ExternalId doesn’t reliably block every other call. Add the condition StringEquals on sts:ExternalId here.',
})

const testsId = (statement: TrustStatement): boolean => conditionsOn(statement, externalIdKey).length > 0

export const tp11: TrustRule = rule(tp11Messages, 'high', iamGuide('confused-deputy.html'), (subject) => {
  const loose = looseAllows(subject)
  if (subject.statements.some((statement) => statement.admits && testsId(statement))) return []
  const isBesideDeny = subject.statements.some((statement) => !statement.isAllow && testsId(statement))
  return loose.map((statement) => ({
    message: (language) => (isBesideDeny ? tp11Messages.in(language).besideDeny : tp11Messages.in(language).found),
    path: statement.path,
    fix: requireExternalId(statement, subject),
  }))
})

export const tp12Messages = messages('TP12', {
  title: 'The external ID is a pattern',
  what: 'StringLike with * or ? on sts:ExternalId',
  why: 'A pattern accepts any external ID, or any with the same beginning or end.',
  todo: 'Write the whole external ID, with StringEquals.',
  found: (text: string) => `${text} is a pattern, so it accepts other external IDs too. Use the whole ID, with StringEquals.`,
})

/** With some of the IDs that the pattern stands for, a call gets in. */
export const acceptsOthers = (subject: TrustSubject, statement: TrustStatement, pattern: string): boolean =>
  admits(subject, statement, ...impliedIds(pattern, subject.terms).filter((id) => id !== subject.terms.externalId)) !== 'closed'

export const tp12: TrustRule = rule(
  tp12Messages,
  'high',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ comparison }) => comparison === 'StringLike' || comparison === 'ArnLike' || comparison === 'ArnEquals')
        .flatMap(({ values }) => values.filter(({ text }) => /[*?]/.test(text)))
        .filter(({ text }) => acceptsOthers(subject, statement, text))
        .map(({ text, path }) => ({
          message: (language) => tp12Messages.in(language).found(JSON.stringify(text)),
          path,
          fix: requireExternalId(statement, subject),
        })),
    ),
)

/** No one knows it. */
const anyId = 'Qx7Lm2Vt9Rw4'

type LooseOperator = {
  readonly isLoose: (condition: ConditionView) => boolean
  /** The sentence's claim about the statement as a whole. */
  readonly isTrue: (subject: TrustSubject, statement: TrustStatement) => boolean
}

/** Reports operators that let other external IDs pass, or none. */
const operatorRule = (
  texts: RuleMessages<{ readonly found: (operator: string) => string }>,
  severity: Severity,
  source: string,
  { isLoose, isTrue }: LooseOperator,
): TrustRule =>
  rule(texts, severity, source, (subject) =>
    looseAllows(subject)
      .filter((statement) => isTrue(subject, statement))
      .flatMap((statement) =>
        conditionsOn(statement, externalIdKey)
          .filter((condition) => condition.values.length > 0 && isLoose(condition))
          .map(({ operator, path }) => ({
            message: (language) => texts.in(language).found(operator),
            path: path.slice(0, -1),
            at: 'key',
            fix: requireExternalId(statement, subject),
          })),
      ),
  )

export const acceptsNone = (subject: TrustSubject, statement: TrustStatement): boolean => admits(subject, statement, undefined) !== 'closed'

export const acceptsAny = (subject: TrustSubject, statement: TrustStatement): boolean =>
  ['open', 'untried'].includes(admits(subject, statement, anyId))

export const tp14Messages = messages('TP14', {
  title: 'The external ID is optional',
  what: 'IfExists on sts:ExternalId in an Allow',
  why: 'An operator with IfExists also matches when no external ID is sent, so a call without one is allowed. For ForAnyValue with IfExists, the pages of AWS contradict each other.',
  todo: 'Use StringEquals.',
  found: (operator: string) =>
    `${operator} ${operator.startsWith('ForAnyValue:') ? 'may also match' : 'also matches'} when no external ID is sent. Use StringEquals.`,
})

export const tp14 = operatorRule(
  tp14Messages,
  'high',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_IfExists'),
  { isLoose: ({ isIfExists }) => isIfExists, isTrue: acceptsNone },
)

export const tp15Messages = messages('TP15', {
  title: 'ForAllValues on the external ID',
  what: 'ForAllValues: on sts:ExternalId in an Allow',
  why: 'ForAllValues is true when no external ID is sent. AWS advises against it in an Allow.',
  todo: 'Use StringEquals.',
  found: (operator: string) => `${operator} also matches when no external ID is sent. Use StringEquals.`,
})

export const tp15 = operatorRule(tp15Messages, 'high', iamGuide('reference_policies_condition-single-vs-multi-valued-context-keys.html'), {
  isLoose: ({ quantifier }) => quantifier === 'ForAllValues:',
  isTrue: acceptsNone,
})

export const tp16Messages = messages('TP16', {
  title: 'Only Null tests the external ID',
  what: 'Null on sts:ExternalId, and nothing else',
  why: 'Null with "false" accepts any external ID. With "true" it requires that none is sent.',
  todo: 'Compare the external ID with StringEquals.',
  noneSent: 'Null "true" requires that no external ID is sent. Use StringEquals.',
  anySent: 'Null "false" accepts any external ID. Use StringEquals.',
})

export const tp16: TrustRule = rule(
  tp16Messages,
  'high',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_Null'),
  (subject) =>
    looseAllows(subject).flatMap((statement) => {
      const tests = conditionsOn(statement, externalIdKey)
      if (!tests.every(({ comparison, values }) => comparison === 'Null' && values.length === 1)) return []
      return tests.map(({ path, values }) => ({
        message: values.some(({ text }) => text.toLowerCase() === 'true')
          ? (language) => tp16Messages.in(language).noneSent
          : (language) => tp16Messages.in(language).anySent,
        path,
        at: 'key',
        fix: requireExternalId(statement, subject),
      }))
    }),
)

export const tp17Messages = messages('TP17', {
  title: 'Every external ID except one',
  what: 'A negated operator on sts:ExternalId in an Allow',
  why: 'A negated operator in an Allow accepts every external ID except those that it names. In a Deny it is correct.',
  todo: 'Use StringEquals.',
  found: (operator: string) => `${operator} in an Allow accepts every external ID except this one. Use StringEquals.`,
})

export const tp17 = operatorRule(
  tp17Messages,
  'critical',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  { isLoose: ({ isNegated }) => isNegated, isTrue: acceptsAny },
)

export const tp18Messages = messages('TP18', {
  title: 'The external ID isn’t case-sensitive',
  what: 'StringEqualsIgnoreCase on sts:ExternalId',
  why: 'It works, but accepts more than one external ID.',
  todo: 'Use StringEquals.',
  found: 'StringEqualsIgnoreCase also accepts the external ID in other capitalization. Use StringEquals.',
})

export function acceptsOtherCase(subject: TrustSubject, statement: TrustStatement, { values }: ConditionView): boolean {
  const others = values.flatMap(({ text }) => [text.toLowerCase(), text.toUpperCase()].filter((other) => other !== text))
  return admits(subject, statement, ...others) !== 'closed'
}

export const tp18: TrustRule = rule(
  tp18Messages,
  'warning',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  (subject) =>
    subject.statements
      .filter(({ admits }) => admits)
      .flatMap((statement) =>
        conditionsOn(statement, externalIdKey)
          .filter((condition) => condition.comparison === 'StringEqualsIgnoreCase' && acceptsOtherCase(subject, statement, condition))
          .map(({ path }) => ({
            message: (language) => tp18Messages.in(language).found,
            path: path.slice(0, -1),
            at: 'key',
            fix: requireExternalId(statement, subject),
          })),
      ),
)

export const tp22Messages = messages('TP22', {
  title: 'Another Allow requires less',
  what: 'An Allow without the external ID next to one that requires it',
  why: 'Any matching Allow grants access, so the weakest statement decides.',
  todo: 'Remove the statement, or give it the same condition.',
  found: 'This Allow doesn’t require the external ID, so the other statement’s condition protects nothing. Remove it.',
})

export const tp22: TrustRule = rule(
  tp22Messages,
  'high',
  iamGuide('reference_policies_evaluation-logic_policy-eval-denyallow.html'),
  (subject) => {
    if (!subject.statements.some((statement) => statement.admits && testsId(statement))) return []
    return looseAllows(subject)
      .filter((statement) => !testsId(statement) && admitsVendorWithoutId(subject, statement))
      .map(({ path }) => ({
        message: (language) => tp22Messages.in(language).found,
        path,
        fix: [{ path }],
      }))
  },
)
