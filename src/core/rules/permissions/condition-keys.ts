import { namesAction, servicePrefix } from '#core/policy/action-pattern.ts'
import type { Edit, Match } from '#core/policy/form/rule.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { jsonValue, memberOf } from '#core/policy/json/json-node.ts'
import type { ConditionView, StatementView } from '#core/policy/policy-view.ts'
import { type ActionKnowledge, expandedActions } from '#core/rules/action-knowledge.ts'
import { messages } from '#core/text/messages.ts'
import { nearest } from '#core/text/nearest.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'
import { isKnownStranger } from './well-known-facts.ts'

export const pp24Messages = messages('PP24', {
  title: 'A condition that matches without its key',
  what: '`…IfExists` or `ForAllValues:` in a statement that allows, without a `Null` test of the same key.',
  why: 'The condition is also met when the request doesn’t have the key at all.',
  todo: 'Remove `IfExists`, use `ForAnyValue:`, or add `"Null": { "the key": "false" }`.',
  found: (operator: string, key: string, rest: string) => `${operator} is also true when ${key} is missing. ${rest}`,
  dropIfExists: 'Remove IfExists.',
  addNull: (key: string) => `Add "Null": { "${key}": "false" }.`,
})

const demandsKey = (statement: StatementView, keyName: string): boolean =>
  statement.conditions.some(
    (condition) =>
      condition.operator === 'Null' && condition.keyName === keyName && condition.values.some(({ text }) => text.toLowerCase() === 'false'),
  )

const holdsWithoutKey = ({ isIfExists, quantifier }: ConditionView): boolean => isIfExists || quantifier === 'ForAllValues:'

/** AWS pairs ForAllValues with a Null test; IfExists alone can go. */
function edits(statement: StatementView, { operator, quantifier, key, path }: ConditionView): readonly Edit[] {
  const conditions = [...statement.path, 'Condition']
  const demand: Edit = { path: [...conditions, 'Null', key], value: 'false' }
  if (quantifier === 'ForAllValues:') return [demand]
  const node = memberOf(statement.element('Condition'), operator)?.value
  const value = memberOf(node, key)?.value
  const strict = operator.slice(0, -'IfExists'.length)
  if (value === undefined || memberOf(memberOf(statement.element('Condition'), strict)?.value, key) !== undefined) return [demand]
  const isAlone = node?.kind === 'object' && node.members.length === 1
  return [{ path: isAlone ? [...conditions, operator] : path }, { path: [...conditions, strict, key], value: jsonValue(value) }]
}

export const pp24HoldsWithoutKey: PermissionsRule = rule(
  pp24Messages,
  'warning',
  iamGuide('reference_policies_condition-single-vs-multi-valued-context-keys.html'),
  (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement.conditions
        .filter((condition) => holdsWithoutKey(condition) && !demandsKey(statement, condition.keyName))
        .map((condition) => ({
          message: (language) =>
            pp24Messages
              .in(language)
              .found(
                condition.operator,
                condition.key,
                condition.isIfExists ? pp24Messages.in(language).dropIfExists : pp24Messages.in(language).addNull(condition.key),
              ),
          path: condition.path.slice(0, -1),
          at: 'key',
          fix: edits(statement, condition),
        })),
    ),
)

export const pp25Messages = messages('PP25', {
  title: 'A condition key that the action doesn’t have',
  what: 'A condition on a key that the statement’s actions never have.',
  why: 'The condition never matches, so nothing is granted or denied. With a negated operator, it always matches.',
  todo: 'Use a key that AWS lists for the action, or give the action its own statement.',
  noPrefix: (key: string) => `${key} has no prefix such as aws: or s3:, so it isn’t a condition key.`,
  always: 'always matches',
  never: 'never matches',
  ownStatement: 'Give these actions their own statement.',
  meant: (meant: string) => `Did you mean ${meant}?`,
  found: (strangers: string, key: string, effect: string, advice: string) =>
    `${strangers} never comes with ${key}, so the condition ${effect} for it. ${advice}`,
})

/** Keys that come with the credentials, whatever is called with them. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-delivery */
const ofCredentials = [
  'ec2:sourceinstancearn',
  'ec2:roledelivery',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
]

/** Of services that document keys without the actions that they are for. */
const unassociated = ['identitycenter', 'catalog', 'saml', 'cognito-identity-auth', 'cognito-identity-unauth']

/** Keys that this list of actions says something about: not the global ones, nor those of identity providers. */
function isJudged({ keyName }: ConditionView): boolean {
  const prefix = servicePrefix(keyName)
  return prefix !== null && prefix !== 'aws' && !/[./]/.test(prefix) && !unassociated.includes(prefix) && !ofCredentials.includes(keyName)
}

/** These hold, or are meant to, without the key. */
const needsKey = ({ isIfExists, quantifier, operator }: ConditionView): boolean =>
  !isIfExists && quantifier !== 'ForAllValues:' && operator !== 'Null'

const isKey = (documented: string, keyName: string): boolean => namesAction(documented.replace(/\$\{[^}]*\}|<[^>]*>/g, '*'), keyName)

type Judgement = { readonly strangers: readonly string[]; readonly keys: readonly string[] }

/** The actions of the statement that never come with the key, and the keys that they come with. */
function judged(statement: StatementView, { keyName }: ConditionView, knowledge: ActionKnowledge | undefined): Judgement {
  const patterns = statement.texts('Action').flatMap(({ text }) => {
    const actions = expandedActions(text, knowledge)
    if (actions === undefined) return isKnownStranger(text, keyName) ? [{ text, actions: [] }] : []
    const isStrange = actions.length > 0 && !actions.some(({ conditionKeys }) => conditionKeys.some((key) => isKey(key, keyName)))
    return isStrange ? [{ text, actions }] : []
  })
  return {
    strangers: patterns.map(({ text }) => text),
    keys: [...new Set(patterns.flatMap(({ actions }) => actions.flatMap(({ conditionKeys }) => conditionKeys)))],
  }
}

/** IAM refuses a policy with a key that has no prefix. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
function bareKeys({ conditions }: StatementView): readonly Match[] {
  return conditions
    .filter(({ keyName }) => !keyName.includes(':'))
    .map(({ key, path }) => ({
      message: (language) => pp25Messages.in(language).noPrefix(key),
      path,
      at: 'key' as const,
    }))
}

export const pp25UnknownConditionKey: PermissionsRule = rule(
  pp25Messages,
  'error',
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ({ statements, context }) =>
    statements.flatMap((statement) => [
      ...bareKeys(statement),
      ...statement.conditions
        .filter((condition) => isJudged(condition) && needsKey(condition))
        .flatMap((condition) => {
          const { strangers, keys } = judged(statement, condition, context.knowledge)
          if (strangers.length === 0) return []
          const meant = nearest(condition.key, keys)
          const effect = condition.isNegated
            ? (language: string) => pp25Messages.in(language).always
            : (language: string) => pp25Messages.in(language).never
          const advice =
            meant === null
              ? (language: string) => pp25Messages.in(language).ownStatement
              : (language: string) => pp25Messages.in(language).meant(meant)
          const message = (language: string) =>
            pp25Messages.in(language).found(strangers.slice(0, 3).join(', '), condition.key, effect(language), advice(language))
          return [{ message, path: condition.path, at: 'key' as const }]
        }),
    ]),
)
