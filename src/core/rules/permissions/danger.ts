import { type Match, type RuleMessages, rule, type Severity } from '#core/policy/form/rule.ts'
import type { PlacedText } from '#core/policy/policy-view.ts'
import { messages, type Text, verbatim } from '#core/text/messages.ts'
import { isBroadFor } from './action-resources.ts'
import { type Grant, namedGrants } from './grant.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'

export const dangerMessages = messages('danger', {
  actions: (text: string, shown: string, rest: string) => `${text} (${shown}${rest})`,
  more: (more: number) => ` and ${more} more`,
  tagged: (words: string) => `${words} (this role can set the required tag itself)`,
})

/** Actions that are dangerous for one reason. */
export type Danger = {
  /** On whatever resource. */
  readonly anywhere: readonly string[]
  /** Only where the policy does not name the resource. */
  readonly onEverything: readonly string[]
  /** Condition keys that take the danger away, in small letters. */
  readonly narrowedBy?: readonly RegExp[]
}

export function isDangerous(subject: PermissionsSubject, danger: Danger, { reached }: Grant, action: string): boolean {
  const resources = reached(danger.narrowedBy)
  if (danger.anywhere.includes(action)) return resources.length > 0
  return resources.some((resource) => isBroadFor(action, resource, subject.context.knowledge))
}

const dangerousActions = ({ anywhere, onEverything }: Danger): readonly string[] => [...anywhere, ...onEverything]

type DangerousPattern = {
  readonly pattern: PlacedText
  /** The dangerous actions that it names. */
  readonly actions: readonly string[]
  /** Each is limited by a tag that the role can set. */
  readonly isTagged: boolean
}

/** Patterns of the policy that give dangerous actions, in the order of the policy's text. */
function dangerousPatterns(subject: PermissionsSubject, danger: Danger): readonly DangerousPattern[] {
  const found = new Map<string, { pattern: PlacedText; actions: string[]; isTagged: boolean }>()
  for (const action of dangerousActions(danger)) {
    for (const grant of namedGrants(subject, action)) {
      if (!isDangerous(subject, danger, grant, action)) continue
      const key = grant.pattern.path.join('/')
      const entry = found.get(key) ?? { pattern: grant.pattern, actions: [], isTagged: true }
      entry.actions.push(action)
      entry.isTagged &&= grant.isTagLimited
      found.set(key, entry)
    }
  }
  return [...found.values()]
}

/** Why a condition on a tag doesn't help. */
const withTag = ({ isTagged }: DangerousPattern, words: Text): Text =>
  isTagged ? (language) => dangerMessages.in(language).tagged(words(language)) : words

/** `s3:PutBucketPolicy`, or `s3:Put* (s3:PutBucketAcl, s3:PutBucketPolicy and 3 more)`. */
function patternWords({ pattern, actions }: Pick<DangerousPattern, 'pattern' | 'actions'>): Text {
  const [only] = actions
  if (actions.length === 1 && only?.toLowerCase() === pattern.text.toLowerCase()) return verbatim(pattern.text)
  const shown = actions.slice(0, 3)
  const more = actions.length - shown.length
  return (language) =>
    dangerMessages.in(language).actions(pattern.text, shown.join(', '), more > 0 ? dangerMessages.in(language).more(more) : '')
}

/** Each pattern of the policy that gives a dangerous action. */
export const dangerMatches = (
  subject: PermissionsSubject,
  danger: Danger,
  found: (language: string) => (words: string) => string,
): readonly Match[] =>
  dangerousPatterns(subject, danger).map((dangerous) => ({
    message: (language) => found(language)(withTag(dangerous, patternWords(dangerous))(language)),
    path: dangerous.pattern.path,
  }))

/** Reports them. */
export const dangerRule = (
  texts: RuleMessages<{ readonly found: (words: string) => string }>,
  severity: Severity,
  source: string,
  danger: Danger,
): PermissionsRule => rule(texts, severity, source, (subject) => dangerMatches(subject, danger, (language) => texts.in(language).found))
