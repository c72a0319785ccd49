import { hasWildcard, isEveryAction, namesAction } from '#core/rules/action-pattern.ts'
import { messages } from '#core/text/messages.ts'
import { type Danger, dangerSpots } from './danger.ts'
import { destruction } from './operation-dangers.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { statementsOf } from './role-statements.ts'

export const pp15Messages = messages('PP15', {
  title: 'Anything can be deleted',
  what: 'Actions that delete or terminate, on all resources.',
  why: 'A mistake or an intruder on the vendor’s side can destroy what cannot be brought back.',
  todo: 'Name the resources that the application made itself, by ARN or by a condition on `aws:ResourceTag/…`.',
  found: (words: string) => `${words} deletes on all resources. Name the resources, or narrow them by a tag.`,
})

const isDestructive = (action: string): boolean => /^[a-z0-9-]+:(delete|terminate|destroy|purge|schedulekeydeletion)/i.test(action)

/** The list, and what the policy names that is called so. */
function destructionIn(subject: PermissionsSubject): Danger {
  const listed = destruction.onEverything
  const written = statementsOf(subject, 'Allow')
    .flatMap((statement) => statement.texts('Action').map(({ text }) => text))
    .filter((text) => isDestructive(text) && !isEveryAction(text))
    .filter((text) => !listed.some((action) => namesAction(text, action) && (hasWildcard(text) || action !== text)))
  return { ...destruction, onEverything: [...new Set([...listed, ...written])] }
}

export const pp15Destruction: PermissionsRule = {
  id: 'PP15',
  severity: 'medium',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  messages: pp15Messages,
  check: (subject) =>
    dangerSpots(subject, destructionIn(subject), (words) => (language) => pp15Messages.in(language).found(words(language))),
}
