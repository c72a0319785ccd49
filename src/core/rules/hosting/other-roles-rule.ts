import { coversPattern, patternsMeet } from '#core/policy/action-pattern.ts'
import { type Edit, iamGuide, rule } from '#core/policy/form/rule.ts'
import type { StatementView } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import { messages, type Text } from '#core/text/messages.ts'
import {
  type AssumableRoles,
  actionsOnRoles,
  assumableRoles,
  type HostingRule,
  type HostingSubject,
  namesAssumeRole,
} from './assumable-roles.ts'
import { decision, exampleRole, possibleIds } from './assume-decision.ts'

export const vp09Messages = messages('VP09', {
  title: 'The application can assume another role in any account',
  what: 'sts:AssumeRole on a role other than the one that the config names, with a wildcard for the account',
  why: 'Well-known roles such as OrganizationAccountAccessRole are often administrators. Your application could use any of them that trusts your account, even without an external ID.',
  todo: 'Remove the role. For a role in an account of yours, write the account ID.',
  found: (resource: string) =>
    `${resource} isn’t the role in your config, and its account is a wildcard. Remove it, or write the ID of your own account.`,
})

const nameOf = (arn: string): string => /[^/:]*$/.exec(arn)?.[0] ?? ''

/** Roles from before the config had suffixes have its name alone. */
const isNamed = (name: string, role: string): boolean => role === name || coversPattern(role, name) || role === `${name}-*`

const isOther = (text: string, roles: readonly string[]): boolean =>
  hasWildcard(text.split(':')[4] ?? '') &&
  patternsMeet(text, 'arn:*:iam::*:role/*') &&
  !roles.some((role) => isNamed(nameOf(text), nameOf(role)))

/** No Deny takes it back, with any external ID. Only the Deny statements are evaluated, which are few even in a long policy. */
function isEffective(view: HostingSubject, { text }: AssumableRoles): boolean {
  const denies = view.statements.filter((statement) => statement.effect === 'Deny' && namesAssumeRole(statement))
  const role = exampleRole(view, text)
  const isDenied = (externalId: string | null) => decision(view, denies, { role, externalId }) === 'explicitly-denied'
  return denies.length === 0 || ![null, ...possibleIds(view)].every(isDenied)
}

/** Empty where a statement also allows actions on other resources. A statement without a resource would be invalid, so it goes as a whole. */
function withoutOthers({ statements, context }: HostingSubject, found: readonly AssumableRoles[]): readonly Edit[] {
  const affected = new Set(found.map(({ statement }) => statement))
  const others = new Set(found.map(({ text }) => text))
  const kept = ({ texts }: StatementView) => texts('Resource').flatMap(({ text }) => (others.has(text) ? [] : [text]))
  if ([...affected].some(({ texts }) => texts('Action').length === 0 || texts('Action').some(({ text }) => !actionsOnRoles.test(text))))
    return []
  const staysEmpty = statements.every((statement) => affected.has(statement) && kept(statement).length === 0)
  return [...affected].toReversed().map((statement) => {
    const value = staysEmpty ? (context?.assumableRoles ?? []) : kept(statement)
    return value.length === 0 ? { path: statement.path } : { path: [...statement.path, 'Resource'], value }
  })
}

export const vp09: HostingRule = rule(vp09Messages, 'warning', iamGuide('id_roles_use_permissions-to-switch.html'), (view) => {
  const roles = view.context?.assumableRoles ?? []
  if (roles.length === 0) return []
  const found = assumableRoles(view).filter((role) => role.breadth === 'named' && isOther(role.text, roles) && isEffective(view, role))
  const edits = withoutOthers(view, found)
  return found.map(({ text, path }) => {
    const message: Text = (language) => vp09Messages.in(language).found(JSON.stringify(text))
    return { message, path, ...(edits.length === 0 ? {} : { fix: edits }) }
  })
})
