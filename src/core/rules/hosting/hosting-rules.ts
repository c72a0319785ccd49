import { coversPattern, namesAction } from '#core/policy/action-pattern.ts'
import type { Edit, Match, Rule, RuleMessages, Severity } from '#core/policy/form/rule.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { memberOf } from '#core/policy/json/json-node.ts'
import type { PlacedText, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'

/** Null where the vendor's config is not known. */
export type HostingContext = {
  /** ARNs that the application must be allowed to assume. Only their account is a wildcard. */
  readonly assumableRoles: readonly string[]
} | null

type HostingSubject = PolicyView & { readonly context: HostingContext }

export type HostingRule = Rule<HostingSubject>

type AssumableRoles = PlacedText & {
  readonly breadth: 'everything' | 'every-role' | 'prefix' | 'named'
  /** The statement allows nothing but sts:AssumeRole, so its resource can be replaced. */
  readonly isAlone: boolean
}

function namesAssumeRole({ texts, element }: StatementView): boolean {
  const names = (name: string) => texts(name).some(({ text }) => namesAction(text, 'sts:AssumeRole'))
  return names('Action') || (element('NotAction') !== undefined && !names('NotAction'))
}

const everyRole = 'arn:aws:iam::*:role/*'
const everyQueue = 'arn:aws:sqs:*:*:*'

/** The name is a wildcard, if only below a path or in one account. */
const anyName = /^arn:[^:]*:iam:[^:]*:[^:]*:(role\/(.*\/)?)?\*+$/

function breadth(resource: string): AssumableRoles['breadth'] {
  const coversRoles = coversPattern(resource, everyRole)
  if (coversRoles && coversPattern(resource, everyQueue)) return 'everything'
  if (coversRoles || anyName.test(resource)) return 'every-role'
  return /^arn:[^:]*:iam:[^:]*:[^:]*:role\/(.*\/)?[^/]*[*?][^/]*$/.test(resource) ? 'prefix' : 'named'
}

/** What the Allow statements of a policy let it assume. NotResource allows whatever is not listed. */
function assumableRoles({ statements }: PolicyView): readonly AssumableRoles[] {
  return statements
    .filter((statement) => statement.effect === 'Allow' && namesAssumeRole(statement))
    .flatMap((statement) => {
      const { texts, element, path } = statement
      const isAlone = texts('Action').length > 0 && texts('Action').every(({ text }) => text.toLowerCase() === 'sts:assumerole')
      return [
        ...texts('Resource').map((resource) => ({ ...resource, breadth: breadth(resource.text), isAlone })),
        ...(element('NotResource') === undefined
          ? []
          : [{ text: 'NotResource', path: [...path, 'NotResource'], breadth: 'everything' as const, isAlone: false }]),
      ]
    })
}

/** The role that the config names in place of a wildcard. */
function namedRole({ path, isAlone }: AssumableRoles, context: HostingContext): Pick<Match, 'fix'> {
  const [role] = context?.assumableRoles ?? []
  return role === undefined || !isAlone ? {} : { fix: [{ path, value: role }] }
}

/** Reports the roles that may be assumed and are named no more closely than this. */
const breadthRule = (
  texts: RuleMessages<{ readonly found: (text: string) => string }>,
  severity: Severity,
  reported: AssumableRoles['breadth'],
): HostingRule =>
  rule(texts, severity, iamGuide('id_roles_use_permissions-to-switch.html'), (view) =>
    assumableRoles(view)
      .filter(({ breadth }) => breadth === reported)
      .map((role) => ({
        message: (language) => texts.in(language).found(JSON.stringify(role.text)),
        path: role.path,
        ...namedRole(role, view.context),
      })),
  )

export const vp01Messages = messages('VP01', {
  title: 'The application may assume everything',
  what: 'sts:AssumeRole on "*"',
  why: 'Who steals or tricks the application role can assume any role anywhere that trusts the vendor account.',
  todo: 'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} is any role anywhere. Name the account access role; only the account may be a wildcard.`,
})

const vp01 = breadthRule(vp01Messages, 'critical', 'everything')

export const vp02Messages = messages('VP02', {
  title: 'The application may assume every role',
  what: 'sts:AssumeRole on a role ARN whose name is a wildcard',
  why: 'It’s the same as "*" in practice: any role of any customer that trusts the vendor account.',
  todo: 'Name the role, with a wildcard in the place of the account only: arn:aws:iam::*:role/name.',
  found: (text: string) => `${text} is every role. Name the account access role; only the account may be a wildcard.`,
})

const vp02 = breadthRule(vp02Messages, 'high', 'every-role')

export const vp03Messages = messages('VP03', {
  title: 'Calls without external ID are denied on the vendor side',
  what: 'A Deny of sts:AssumeRole with a condition on sts:ExternalId',
  why: 'It’s good in production, but then the probe without external ID is refused on the vendor side, and says nothing of the role.',
  todo: 'Keep it, and let verification run from a role without this Deny.',
  found: 'This refuses calls without external ID before the role is asked, so verification can’t see whether the role would.',
})

const vp03: HostingRule = rule(
  vp03Messages,
  'warning',
  iamGuide('reference_policies_evaluation-logic_policy-eval-denyallow.html'),
  ({ statements }) =>
    statements
      .filter((statement) => statement.effect === 'Deny' && namesAssumeRole(statement))
      .flatMap(({ conditions }) => conditions.filter(({ keyName }) => keyName === 'sts:externalid'))
      .map(({ path }) => ({
        message: (language) => vp03Messages.in(language).found,
        path,
        at: 'key',
      })),
)

export const vp04Messages = messages('VP04', {
  title: 'The role name is a pattern',
  what: 'sts:AssumeRole on a role ARN whose name contains a wildcard',
  why: 'Anyone can create a role that matches the pattern and trust your account. A well-known name keeps the application to the roles made for it.',
  todo: 'Write the whole name of the account access role.',
  found: (text: string) => `${text} matches any role whose name fits. Write the whole role name; only the account may be a wildcard.`,
})

const vp04 = breadthRule(vp04Messages, 'warning', 'prefix')

export const vp05Messages = messages('VP05', {
  title: 'Full access to a service',
  what: 'Every action of a service on every resource, as in AmazonS3FullAccess and AmazonDynamoDBFullAccess',
  why: 'A stolen session could delete every bucket or table of the account, not just those of the application.',
  todo: 'List the actions that the application calls, on the ARNs of its own tables and buckets.',
  found: (action: string) =>
    `${action} on "*" is every resource of the account. List the actions that you call, and name your own tables and buckets.`,
})

const wholeService = /^(\*|[\w-]+:\*+)$/

const vp05: HostingRule = rule(vp05Messages, 'high', iamGuide('best-practices.html#grant-least-privilege'), ({ statements }) =>
  statements
    .filter(({ effect, texts }) => effect === 'Allow' && texts('Resource').some(({ text }) => /^\*+$/.test(text)))
    .flatMap(({ texts }) => texts('Action').filter(({ text }) => wholeService.test(text)))
    .map(({ text, path }) => ({ message: (language) => vp05Messages.in(language).found(text), path })),
)

export const vp06Messages = messages('VP06', {
  title: 'The application can create access keys',
  what: 'iam:CreateAccessKey, iam:CreateUser, or iam:CreateLoginProfile in an Allow',
  why: 'Access keys don’t expire. A thief could turn a session of an hour into access for good.',
  todo: 'Remove the action. The application works with the temporary credentials of its role.',
  found: (action: string) => `${action} lets the application create credentials that don’t expire. Remove it.`,
})

const keyMakers = ['iam:CreateAccessKey', 'iam:CreateUser', 'iam:CreateLoginProfile']

const vp06: HostingRule = rule(vp06Messages, 'critical', iamGuide('best-practices.html#bp-workloads-use-roles'), ({ statements }) =>
  statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ texts }) => texts('Action').filter(({ text }) => keyMakers.some((action) => namesAction(text, action))))
    .map(({ text, path }) => ({ message: (language) => vp06Messages.in(language).found(text), path })),
)

export const vp07Messages = messages('VP07', {
  title: 'The application can’t assume your customers’ role',
  what: 'A policy without an Allow of sts:AssumeRole on the role that the config names',
  why: 'AWS denies the call on your side, before it evaluates the customer’s trust policy. No connection can be verified.',
  todo: 'Allow sts:AssumeRole on the role of your config, with a wildcard for the account only.',
  found: (role: string) => `Nothing here allows sts:AssumeRole on ${role}. Add a statement for it.`,
})

const vp07: HostingRule = rule(vp07Messages, 'error', iamGuide('id_roles_use_permissions-to-switch.html'), (view) => {
  const allowed = assumableRoles(view)
  const isAllowed = (role: string) => allowed.some(({ text }) => text === 'NotResource' || coversPattern(text, role))
  const missing = (view.context?.assumableRoles ?? []).filter((role) => !isAllowed(role))
  return missing.map((role) => ({
    message: (language) => vp07Messages.in(language).found(role),
    path: ['Statement'],
    at: 'key',
    fix: addedStatement(view, missing),
  }))
})

const addedStatement = ({ statements, root }: PolicyView, roles: readonly string[]): readonly Edit[] => {
  const value = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: [...roles] }
  const isList = memberOf(root, 'Statement')?.value.kind === 'list'
  return isList ? [{ path: ['Statement', statements.length], value }] : []
}

/** In the order in which findings about the same place are told. */
export const hostingRules: readonly HostingRule[] = [vp01, vp02, vp03, vp04, vp05, vp06, vp07]
