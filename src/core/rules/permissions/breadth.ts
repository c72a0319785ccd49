import { coversAction, coversPattern, isEveryAction } from '#core/policy/action-pattern.ts'
import { iamGuide, type RuleMessages, rule } from '#core/policy/form/rule.ts'
import type { PlacedText, StatementView } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import { expandedActions } from '#core/rules/action-knowledge.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { type Danger, isDangerous } from './danger.ts'
import { dataReads, exposure, leakyReads, secretReads } from './data-dangers.ts'
import { allGrants } from './grant.ts'
import { anyRole, credentials, iamWrite, passRole, privilegeEscalation } from './iam-dangers.ts'
import { allowIsNarrowed, narrowingKeys } from './narrowing.ts'
import { accountControl, auditTampering, codeExecution, destruction, monitoringTampering } from './operation-dangers.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isEverything } from './resource-breadth.ts'
import { type RoleStatement, roleStatements, statementsOf } from './role-statements.ts'
import { s3Name } from './s3-level.ts'
import { demandedTags } from './tag-limits.ts'

/** The most telling first: messages name only some. */
export const dangerLists: readonly Danger[] = [
  passRole,
  privilegeEscalation,
  iamWrite,
  anyRole,
  dataReads,
  secretReads,
  exposure,
  credentials,
  auditTampering,
  monitoringTampering,
  codeExecution,
  accountControl,
  destruction,
  leakyReads,
]

/** Warnings about a wildcard in addition to the rule about its actions. A hidden action of low risk is no worse than the same action written out. */
const hiddenDangers = dangerLists.filter((danger) => ![accountControl, destruction, leakyReads].includes(danger))

export const pp01Messages = messages('PP01', {
  title: 'Everything is allowed',
  what: '`*` as action on `*` as resource.',
  why: 'It gives the vendor the whole account, including everything that you create later.',
  todo: 'List the actions that the application needs, and the resources that it needs them on.',
  found: 'This allows every action on every resource. List the actions and the resources that the application needs.',
})

/** A Deny on all but some actions or resources leaves those alone, whatever is allowed. */
const leavesSome = ({ isConditional, actions, exceptedActions, resources, exceptedResources }: RoleStatement): boolean =>
  !isConditional &&
  ((exceptedActions !== null && resources.some(isEverything)) ||
    (exceptedResources !== null && actions.some(({ text }) => isEveryAction(text))))

export const pp01EveryAction: PermissionsRule = rule(
  pp01Messages,
  'critical',
  iamGuide('best-practices.html#grant-least-privilege'),
  (subject) =>
    roleStatements(subject).denials.some(leavesSome)
      ? []
      : statementsOf(subject, 'Allow')
          .filter((statement) => statement.texts('Resource').some(({ text }) => isEverything(text)))
          .filter(({ conditions }) => !allowIsNarrowed(conditions, narrowingKeys()) && demandedTags(conditions).length === 0)
          .flatMap((statement) => statement.texts('Action').filter(({ text }) => isEveryAction(text)))
          .map(({ path }) => ({
            message: (language) => pp01Messages.in(language).found,
            path,
          })),
)

/** Reports the Allow statements that name what they exclude instead of what they allow. */
const exclusionRule = (
  texts: RuleMessages<{ readonly found: string }>,
  element: 'NotAction' | 'NotResource',
  source: string,
): PermissionsRule =>
  rule(texts, 'high', source, (subject) =>
    statementsOf(subject, 'Allow')
      .filter((statement) => statement.element(element) !== undefined)
      .map(({ path }) => ({ message: (language) => texts.in(language).found, path: [...path, element], at: 'key' })),
  )

export const pp02Messages = messages('PP02', {
  title: 'All actions except some are allowed',
  what: '`NotAction` in a statement that allows.',
  why: 'It allows every action that isn’t listed, including those of services that AWS launches later.',
  todo: 'List what is allowed in `Action`. To also deny something, add a statement with `"Effect": "Deny"`.',
  found: 'NotAction allows every action that isn’t in this list. Use Action, and list what the application needs.',
})

export const pp02AllButSomeActions = exclusionRule(pp02Messages, 'NotAction', iamGuide('reference_policies_elements_notaction.html'))

export const pp03Messages = messages('PP03', {
  title: 'All resources except some are allowed',
  what: '`NotResource` in a statement that allows.',
  why: 'It allows the actions on every resource that isn’t listed, including those that you create later.',
  todo: 'List the allowed resources in `Resource`. To also exclude something, add a statement with `"Effect": "Deny"`.',
  found: 'NotResource allows every resource that isn’t in this list. Use Resource, and list the ARNs that the application needs.',
})

export const pp03AllButSomeResources = exclusionRule(pp03Messages, 'NotResource', iamGuide('reference_policies_elements_notresource.html'))

export const pp04Messages = messages('PP04', {
  title: 'Every action of a service',
  what: 'A service wildcard such as `s3:*`.',
  why: 'It includes every action of the service, even those that AWS adds later. AWS Marketplace rejects it in sellers’ templates.',
  todo: 'List the actions. A wildcard after a verb, such as `s3:GetObject*`, shows what it’s for.',
  reads: (text: string) =>
    `${text} is every action of the service. Today all of them read, and AWS may add others. List the actions that the application needs.`,
  changes: (text: string) =>
    `${text} is every action of the service, also those that change or delete. List the actions that the application needs.`,
  access: (text: string) =>
    `${text} is every action of the service, also those that delete or change who has access. List the actions that the application needs.`,
  found: (text: string) =>
    `${text} is every action of the service, even those that AWS adds later. List the actions that the application needs.`,
})

/** The effect of its most dangerous action, if the actions of the service are known. */
function wholeServiceMessage(text: string, subject: PermissionsSubject): Text {
  const levels = (expandedActions(text, subject.context.knowledge) ?? []).map(({ level }) => level)
  if (levels.length === 0) return (language) => pp04Messages.in(language).found(text)
  if (levels.includes('Permissions management')) return (language) => pp04Messages.in(language).access(text)
  const isReading = levels.every((level) => level === 'List' || level === 'Read')
  return (language) => (isReading ? pp04Messages.in(language).reads(text) : pp04Messages.in(language).changes(text))
}

const namesWholeService = (pattern: string): boolean => /^[a-z0-9-]+:\*+$/i.test(pattern)

/** Whether one explicit Deny takes back all of it. */
function isDenied(subject: PermissionsSubject, statement: StatementView, pattern: string): boolean {
  return roleStatements(subject)
    .denials.filter(({ isConditional, actions }) => !isConditional && actions.some(({ text }) => coversAction(text, pattern)))
    .some(({ resources }) => statement.texts('Resource').every(({ text }) => resources.some((denied) => coversPattern(denied, text))))
}

export const pp04WholeService: PermissionsRule = rule(
  pp04Messages,
  'high',
  'https://docs.aws.amazon.com/marketplace/latest/userguide/cloudformation.html',
  (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement
        .texts('Action')
        .filter(({ text }) => namesWholeService(text) && !isDenied(subject, statement, text))
        .map(({ text, path }) => ({
          message: wholeServiceMessage(text, subject),
          path,
        })),
    ),
)

export const pp18Messages = messages('PP18', {
  title: 'A wildcard includes something dangerous',
  what: 'An action with a wildcard that includes an action another rule warns about: `iam:Pass*`, `s3:Put*`, `*:*`.',
  why: 'Readers of the policy can’t see what a wildcard includes, and it grows with every action that AWS adds.',
  todo: 'List the actions that you mean.',
  none: '',
  size: (count: number) => ` matches ${count} actions and`,
  found: (text: string, sizeWords: string, actions: string, more: number) =>
    `${text}${sizeWords} includes ${actions}${more > 0 ? ` and ${more} more of the kind` : ''}. List the actions that you mean.`,
})

const isServiceWildcard = (pattern: string): boolean => /^[a-z0-9-]+:\*+$/i.test(pattern)

type Hit = { readonly action: string; readonly pattern: PlacedText }

function hits(subject: PermissionsSubject, danger: Danger): readonly Hit[] {
  return [...danger.anywhere, ...danger.onEverything].flatMap((action) =>
    allGrants(subject, action).flatMap((grant) =>
      grant.isHere && grant.pattern !== null && hasWildcard(grant.pattern.text) && isDangerous(subject, danger, grant, action)
        ? [{ action, pattern: grant.pattern }]
        : [],
    ),
  )
}

function sizeWords(subject: PermissionsSubject, pattern: string): Text {
  const count = expandedActions(pattern, subject.context.knowledge)?.length
  return count === undefined ? (language) => pp18Messages.in(language).none : (language) => pp18Messages.in(language).size(count)
}

export const pp18DangerousWildcard: PermissionsRule = rule(
  pp18Messages,
  'high',
  iamGuide('reference_policies_elements_action.html'),
  (subject) => {
    const found = new Map<string, { pattern: PlacedText; actions: Set<string> }>()
    for (const { action, pattern } of hiddenDangers.flatMap((danger) => hits(subject, danger))) {
      // A whole service is the matter of a rule of its own.
      if (isServiceWildcard(pattern.text)) continue
      const key = pattern.path.join('/')
      const entry = found.get(key) ?? { pattern, actions: new Set() }
      entry.actions.add(action)
      found.set(key, entry)
    }
    return [...found.values()].map(({ pattern, actions }) => {
      const more = actions.size - 4
      return {
        message: (language) =>
          pp18Messages
            .in(language)
            .found(pattern.text, sizeWords(subject, pattern.text)(language), [...actions].slice(0, 4).join(', '), more),
        path: pattern.path,
      }
    })
  },
)

export const pp20Messages = messages('PP20', {
  title: 'A wildcard in the name of a bucket',
  what: 'A bucket ARN such as `arn:aws:s3:::acme*`.',
  why: 'It also matches buckets that you or others create later. Bucket names are shared by all accounts, and a bucket in another account can allow yours.',
  todo: 'Name each bucket. For the objects of one bucket write `arn:aws:s3:::name/*`, with a slash.',
  found: (bucket: string) => `${bucket} matches every bucket with a name like this, in any account. Name the buckets.`,
})

/** The part before the key, where it is a name with a wildcard in it and not all names. */
function patternOfBuckets(resource: string): string | null {
  const [bucket = ''] = (s3Name(resource) ?? '').split('/')
  return hasWildcard(bucket) && !/^[*?]+$/.test(bucket) ? bucket : null
}

export const pp20BucketNamePattern: PermissionsRule = rule(
  pp20Messages,
  'medium',
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  (subject) =>
    statementsOf(subject, 'Allow').flatMap((statement) =>
      statement.texts('Resource').flatMap(({ text, path }) => {
        const bucket = patternOfBuckets(text)
        if (bucket === null) return []
        return [{ message: (language) => pp20Messages.in(language).found(bucket), path }]
      }),
    ),
)
