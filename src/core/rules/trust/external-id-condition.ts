import { iamGuide, type RuleMessages, rule, type Severity } from '#core/policy/form/rule.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import type { TrustRule } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { conditionsOn, externalIdKey, looseAllows, requireExternalId } from './conditions.ts'

export const tp11Messages = messages('TP11', {
  title: 'No external ID is required',
  what: 'No Allow has a condition on sts:ExternalId',
  why: 'Without an external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Require the external ID with StringEquals.',
  found: 'Nothing requires an external ID. Add the condition StringEquals on sts:ExternalId.',
  besideDeny: 'The Deny on sts:ExternalId doesn’t reliably block every other call. Add the condition StringEquals on sts:ExternalId here.',
})

export const tp11: TrustRule = rule(tp11Messages, 'high', iamGuide('confused-deputy.html'), (subject) => {
  const loose = looseAllows(subject)
  if (loose.some((statement) => conditionsOn(statement, externalIdKey).length > 0)) return []
  const isBesideDeny = subject.statements.some((statement) => !statement.isAllow && conditionsOn(statement, externalIdKey).length > 0)
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

export const tp12: TrustRule = rule(
  tp12Messages,
  'high',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ comparison }) => comparison === 'StringLike' || comparison === 'ArnLike' || comparison === 'ArnEquals')
        .flatMap(({ values }) => values.filter(({ text }) => /[*?]/.test(text)))
        .map(({ text, path }) => ({
          message: (language) => tp12Messages.in(language).found(JSON.stringify(text)),
          path,
          fix: requireExternalId(statement, subject),
        })),
    ),
)

/** Reports operators that let other external IDs pass. */
const operatorRule = (
  texts: RuleMessages<{ readonly found: (operator: string) => string }>,
  severity: Severity,
  source: string,
  isLoose: (condition: ConditionView) => boolean,
): TrustRule =>
  rule(texts, severity, source, (subject) =>
    looseAllows(subject).flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(isLoose)
        .map(({ operator, path }) => ({
          message: (language) => texts.in(language).found(operator),
          path: path.slice(0, -1),
          at: 'key',
          fix: requireExternalId(statement, subject),
        })),
    ),
  )

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
  ({ isIfExists }) => isIfExists,
)

export const tp15Messages = messages('TP15', {
  title: 'ForAllValues on the external ID',
  what: 'ForAllValues: on sts:ExternalId in an Allow',
  why: 'ForAllValues is true when no external ID is sent. AWS advises against it in an Allow.',
  todo: 'Use StringEquals.',
  found: (operator: string) => `${operator} also matches when no external ID is sent. Use StringEquals.`,
})

export const tp15 = operatorRule(
  tp15Messages,
  'high',
  iamGuide('reference_policies_condition-single-vs-multi-valued-context-keys.html'),
  ({ quantifier }) => quantifier === 'ForAllValues:',
)

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
      if (!tests.every(({ comparison }) => comparison === 'Null')) return []
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
  title: 'Every external ID except the right one',
  what: 'A negated operator on sts:ExternalId in an Allow',
  why: 'A negated operator in an Allow accepts every external ID except the right one. In a Deny it is correct.',
  todo: 'Use StringEquals.',
  found: (operator: string) => `${operator} in an Allow accepts every external ID except this one. Use StringEquals.`,
})

export const tp17 = operatorRule(
  tp17Messages,
  'critical',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  ({ isNegated }) => isNegated,
)

export const tp18Messages = messages('TP18', {
  title: 'The external ID isn’t case-sensitive',
  what: 'StringEqualsIgnoreCase on sts:ExternalId',
  why: 'It works, but accepts more than one external ID.',
  todo: 'Use StringEquals.',
  found: 'StringEqualsIgnoreCase also accepts the external ID in other capitalization. Use StringEquals.',
})

export const tp18: TrustRule = rule(
  tp18Messages,
  'warning',
  iamGuide('reference_policies_elements_condition_operators.html#Conditions_String'),
  (subject) =>
    subject.statements
      .filter(({ admits }) => admits)
      .flatMap((statement) =>
        conditionsOn(statement, externalIdKey)
          .filter(({ comparison }) => comparison === 'StringEqualsIgnoreCase')
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
    const loose = looseAllows(subject)
    const open = loose.filter((statement) => conditionsOn(statement, externalIdKey).length === 0)
    if (open.length === loose.length) return []
    return open.map(({ path }) => ({
      message: (language) => tp22Messages.in(language).found,
      path,
      fix: [{ path }],
    }))
  },
)
