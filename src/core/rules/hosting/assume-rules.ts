import { coversPattern } from '#core/policy/action-pattern.ts'
import type { Edit, Match, RuleMessages, Severity } from '#core/policy/form/rule.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { jsonValue, memberOf } from '#core/policy/json/json-node.ts'
import type { PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import {
  actionsOnRoles,
  assumableRoles,
  type Breadth,
  breadth,
  type HostingContext,
  type HostingRule,
  type HostingSubject,
  isWithin,
  namesAssumeRole,
} from './assumable-roles.ts'
import {
  decision,
  exampleRole,
  exampleRoles,
  externalIdConditions,
  isReadable,
  possibleIds,
  unnamedId,
  withDeny,
} from './assume-decision.ts'

/** The roles of the config in place of wildcards. Not where the statement also allows actions on other resources. */
function namedRoles({ texts, path, element }: StatementView, context: HostingContext): Pick<Match, 'fix'> {
  const roles = context?.assumableRoles ?? []
  const actions = texts('Action')
  if (roles.length === 0 || actions.length === 0 || !actions.every(({ text }) => actionsOnRoles.test(text))) return {}
  const kept = texts('Resource').flatMap(({ text }) => (roles.some((role) => coversPattern(role, text)) ? [] : [text]))
  const value = [...roles, ...kept.filter((text) => breadth(text) === 'named')]
  const [only, ...others] = value
  return {
    fix: [
      ...(element('NotResource') === undefined ? [] : [{ path: [...path, 'NotResource'] }]),
      { path: [...path, 'Resource'], value: only === undefined || others.length > 0 ? value : only },
    ],
  }
}

/** Reports the roles that may be assumed and are named no more closely than this. */
const breadthRule = (
  texts: RuleMessages<{ readonly found: (text: string) => string }>,
  severity: Severity,
  reported: Breadth,
): HostingRule =>
  rule(texts, severity, iamGuide('id_roles_use_permissions-to-switch.html'), (view) => {
    const found = assumableRoles(view).filter(
      (role) => role.breadth === reported && !(reported === 'pattern' && isWithin(role.text, view.context)),
    )
    const fixes = new Map([...new Set(found.map(({ statement }) => statement))].map((each) => [each, namedRoles(each, view.context)]))
    return found.map(({ text, path, statement }) => ({
      message: (language) => texts.in(language).found(JSON.stringify(text)),
      path,
      ...fixes.get(statement),
    }))
  })

export const vp01Messages = messages('VP01', {
  title: 'The application can assume any role',
  what: 'sts:AssumeRole on "*"',
  why: 'Anyone who steals or tricks the application role can assume any role anywhere that trusts the vendor account.',
  todo: 'Name the role, with a wildcard only for the account: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} matches any role anywhere. Name the account access role. Only the account can be a wildcard.`,
})

export const vp01 = breadthRule(vp01Messages, 'critical', 'everything')

export const vp02Messages = messages('VP02', {
  title: 'The application can assume every role',
  what: 'sts:AssumeRole on a role ARN whose name is a wildcard',
  why: 'In practice it’s the same as "*": any role of any customer that trusts the vendor account.',
  todo: 'Name the role, with a wildcard only for the account: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} matches every role. Name the account access role. Only the account can be a wildcard.`,
})

export const vp02 = breadthRule(vp02Messages, 'high', 'every-role')

export const vp03Messages = messages('VP03', {
  title: 'Your side denies calls without the external ID',
  what: 'A condition on sts:ExternalId in a Deny or Allow of sts:AssumeRole',
  why: 'This is good in production, but AWS then denies the probes with no or a wrong external ID on your side, so they say nothing about the customer’s role.',
  todo: 'Keep it, and run verification from a role without this condition.',
  found:
    'Calls without an external ID, or with another one, are denied here, before AWS evaluates the customer’s trust policy. Verification can’t see what the role would do.',
})

/** True if a call with an ID that a customer can have is allowed, and one without an ID, or with a random one, is not. */
function decideById(view: HostingSubject): (isAllowed: (role: string, externalId: string | null) => boolean) => boolean {
  const [roles, ids] = [exampleRoles(view), possibleIds(view)]
  return (isAllowed) => roles.some((role) => ids.some((id) => isAllowed(role, id)) && ![null, unnamedId].every((id) => isAllowed(role, id)))
}

/** Statements that decide about a call without external ID, or with a random one, though they allow others. */
function decidingStatements(view: HostingSubject): readonly StatementView[] {
  const candidates = view.statements.filter((each) => namesAssumeRole(each) && externalIdConditions(each).length > 0)
  if (candidates.length === 0) return []
  const decides = decideById(view)
  const allows = view.statements.filter(({ effect }) => effect === 'Allow')
  // The Allow statements decide together, so the answer is the same for each of them.
  const allowsDecide =
    candidates.some(({ effect }) => effect !== 'Deny') &&
    decides((role, externalId) => decision(view, allows, { role, externalId }) !== 'implicitly-denied')
  return candidates.filter((statement) =>
    statement.effect === 'Deny'
      ? decides((role, externalId) => withDeny(view, statement, { role, externalId }) === 'allowed')
      : allowsDecide,
  )
}

export const vp03: HostingRule = rule(
  vp03Messages,
  'warning',
  iamGuide('reference_policies_evaluation-logic_policy-eval-denyallow.html'),
  (view) =>
    decidingStatements(view)
      .flatMap(externalIdConditions)
      .map(({ path }) => ({ message: (language) => vp03Messages.in(language).found, path, at: 'key' })),
)

export const vp04Messages = messages('VP04', {
  title: 'The role name is a pattern',
  what: 'sts:AssumeRole on a role ARN that has a wildcard anywhere but in the account and the path. With `role.nameSuffix` in the config, the end of the name can be one.',
  why: 'Anyone can create a role that matches the pattern and trust your account. A well-known name limits the application to the roles made for it.',
  todo: 'Write the full name of the account access role. If your config has `role.nameSuffix`, write name-*, and nothing shorter.',
  found: (text: string) =>
    `${text} matches more than the roles made for you. Write the name as in your config. Apart from the suffix, only the account can be a wildcard.`,
})

export const vp04 = breadthRule(vp04Messages, 'warning', 'pattern')

export const vp07Messages = messages('VP07', {
  title: 'The application can’t assume your customers’ role',
  what: 'A policy that doesn’t allow sts:AssumeRole on the role that the config names',
  why: 'AWS denies the call on your side, before it evaluates the customer’s trust policy. No connection can be verified.',
  todo: 'Allow sts:AssumeRole on the role of your config, with a wildcard for the account only.',
  found: (role: string) => `Nothing here allows sts:AssumeRole on ${role}. Add a statement for it.`,
  denied: (role: string) => `This denies sts:AssumeRole on ${role}, and a Deny overrides any Allow. Exclude the role from it.`,
})

const withAnyAccount = (arn: string): string =>
  arn
    .split(':')
    .map((field, index) => (index === 4 ? '*' : field))
    .join(':')

/** Resources that name the role in some accounts. */
const inSomeAccounts = (view: PolicyView, role: string) =>
  assumableRoles(view).filter(({ text }) => coversPattern(withAnyAccount(text), role) && !coversPattern(text, role))

/** A role of a customer whom the policy doesn't name, with any external ID. */
function customerRole(view: HostingSubject, pattern: string) {
  const role = exampleRole(view, pattern)
  const [allows, denies] = ['Allow', 'Deny'].map((effect) => view.statements.filter((statement) => statement.effect === effect))
  const calls = possibleIds(view).map((externalId) => ({ role, externalId }))
  const reached = calls.filter((call) => decision(view, allows ?? [], call) !== 'implicitly-denied')
  const isDenied = reached.length > 0 && reached.every((call) => decision(view, view.statements, call) === 'explicitly-denied')
  const isWhole = (statement: StatementView) => reached.every((call) => withDeny(view, statement, call) === 'explicitly-denied')
  return {
    isMissing: reached.length === 0,
    /** The Deny that stops every call, or else the first of several that do so together. */
    denial: isDenied ? (denies?.find(isWhole) ?? denies?.find(namesAssumeRole)) : undefined,
  }
}

/** A Deny of everything becomes one of everything else. */
function exclusion({ texts, path, element }: StatementView, context: HostingContext): Pick<Match, 'fix'> {
  const [resource, ...others] = texts('Resource')
  const isOnAll = resource?.text === '*' && others.length === 0
  if (!isOnAll || context === null || element('Condition') !== undefined) return {}
  return { fix: [{ path: [...path, 'Resource'] }, { path: [...path, 'NotResource'], value: [...context.assumableRoles] }] }
}

export const vp07: HostingRule = rule(vp07Messages, 'error', iamGuide('id_roles_use_permissions-to-switch.html'), (view) => {
  const roles = isReadable(view) ? (view.context?.assumableRoles ?? []) : []
  const missing = roles.filter((role) => customerRole(view, role).isMissing && inSomeAccounts(view, role).length === 0)
  const denied = roles.flatMap((role) => {
    const { denial } = customerRole(view, role)
    return denial === undefined ? [] : [{ role, statement: denial }]
  })
  return [
    ...denied.map(({ role, statement }): Match => {
      const message: Text = (language) => vp07Messages.in(language).denied(role)
      return { message, path: statement.path, ...exclusion(statement, view.context) }
    }),
    ...missing.map((role): Match => {
      const message: Text = (language) => vp07Messages.in(language).found(role)
      return { message, path: ['Statement'], at: 'key', fix: addedStatement(view, missing) }
    }),
  ]
})

function addedStatement({ statements, root }: PolicyView, roles: readonly string[]): readonly Edit[] {
  const [only = '', ...others] = roles
  const value = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: others.length === 0 ? only : [...roles] }
  const [written] = statements
  const isOne = memberOf(root, 'Statement')?.value.kind === 'object' && written !== undefined
  return isOne ? [{ path: ['Statement'], value: [jsonValue(written.node), value] }] : [{ path: ['Statement', statements.length], value }]
}

export const vp08Messages = messages('VP08', {
  title: 'Only some customers can connect',
  what: 'sts:AssumeRole on the role that the config names, in some accounts only',
  why: 'AWS denies the call for every account that isn’t listed, so each new customer needs a change of this policy.',
  todo: 'Write a wildcard for the account: arn:aws:iam::*:role/name. Each customer’s trust policy still decides about that account.',
  found: (role: string) => `Only the accounts named here can connect. To serve every customer, write ${role}.`,
})

export const vp08: HostingRule = rule(vp08Messages, 'warning', iamGuide('id_roles_use_permissions-to-switch.html'), (view) => {
  const roles = isReadable(view) ? (view.context?.assumableRoles ?? []) : []
  return roles
    .filter((role) => customerRole(view, role).isMissing)
    .flatMap((role) => {
      const found = new Set(inSomeAccounts(view, role).map(({ statement }) => statement))
      const message: Text = (language) => vp08Messages.in(language).found(role)
      return [...found].map((statement) => ({ message, path: [...statement.path, 'Resource'], ...namedRoles(statement, view.context) }))
    })
})
