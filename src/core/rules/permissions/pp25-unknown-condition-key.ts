import type { ConditionView, StatementView } from '#core/policy/policy-view.ts'
import { type ActionKnowledge, expandedActions } from '#core/rules/action-knowledge.ts'
import { namesAction, servicePrefix } from '#core/rules/action-pattern.ts'
import type { Spot } from '#core/rules/rule.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { nearest } from './spelling.ts'
import { isKnownStranger } from './well-known-facts.ts'

export const pp25Messages = messages('PP25', {
  title: 'A condition key that the action does not have',
  what: 'A condition on a key that never comes with an action of the statement.',
  why: 'The condition never holds, so nothing is granted or denied; with a negated operator it always holds.',
  todo: 'Take a key that AWS lists for the action, or give the action a statement of its own.',
  noPrefix: (key: string) => `${key} has no prefix such as aws: or s3:, so it is no condition key.`,
  always: 'always holds',
  never: 'never holds',
  ownStatement: 'Give these actions a statement of their own.',
  meant: (meant: string) => `Is ${meant} meant?`,
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
function bareKeys({ conditions }: StatementView): readonly Spot[] {
  return conditions
    .filter(({ keyName }) => !keyName.includes(':'))
    .map(({ key, path }) => ({
      message: (language) => pp25Messages.in(language).noPrefix(key),
      path,
      at: 'key' as const,
    }))
}

export const pp25UnknownConditionKey: PermissionsRule = {
  id: 'PP25',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  messages: pp25Messages,
  check: ({ statements, context }) =>
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
}
