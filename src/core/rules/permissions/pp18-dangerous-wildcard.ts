import type { PlacedText } from '#core/policy/policy-view.ts'
import { expandedActions } from '#core/rules/action-knowledge.ts'
import { hasWildcard } from '#core/rules/action-pattern.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { Danger } from './danger.ts'
import { dangerLists } from './danger-lists.ts'
import { allGrants, type Grant } from './grant.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isBroad } from './resource-breadth.ts'

export const pp18Messages = messages('PP18', {
  title: 'A wildcard includes something dangerous',
  what: 'An action with a wildcard that also names an action which another rule warns of: `iam:Pass*`, `s3:Put*`, `*:*`.',
  why: 'What a wildcard includes is not seen by who reads the policy, and grows with every action that AWS adds.',
  todo: 'List the actions that are meant.',
  none: '',
  size: (count: number) => ` stands for ${count} actions and`,
  found: (text: string, sizeWords: string, actions: string, more: number) =>
    `${text}${sizeWords} includes ${actions}${more > 0 ? ` and ${more} more of the kind` : ''}. List the actions that are meant.`,
})

const isServiceWildcard = (pattern: string): boolean => /^[a-z0-9-]+:\*+$/i.test(pattern)

type Hit = { readonly action: string; readonly pattern: PlacedText }

function hits(subject: PermissionsSubject, danger: Danger): readonly Hit[] {
  const isHit = ({ resources, isNarrowed }: Grant, action: string) =>
    !isNarrowed(danger.narrowedBy) && (danger.anywhere.includes(action) || resources.some(isBroad))
  return [...danger.anywhere, ...danger.onEverything].flatMap((action) =>
    allGrants(subject, action).flatMap((grant) =>
      grant.isHere && grant.pattern !== null && hasWildcard(grant.pattern.text) && isHit(grant, action)
        ? [{ action, pattern: grant.pattern }]
        : [],
    ),
  )
}

function sizeWords(subject: PermissionsSubject, pattern: string): Text {
  const count = expandedActions(pattern, subject.context.knowledge)?.length
  return count === undefined ? (language) => pp18Messages.in(language).none : (language) => pp18Messages.in(language).size(count)
}

export const pp18DangerousWildcard: PermissionsRule = {
  id: 'PP18',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  messages: pp18Messages,
  check: (subject) => {
    const found = new Map<string, { pattern: PlacedText; actions: Set<string> }>()
    for (const { action, pattern } of dangerLists.flatMap((danger) => hits(subject, danger))) {
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
}
