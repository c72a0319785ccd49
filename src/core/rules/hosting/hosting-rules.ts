import { coversPattern, namesAction } from '#core/policy/action-pattern.ts'
import type { Rule, RuleMessages, Severity } from '#core/policy/form/rule.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import type { PlacedText, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'

export type HostingRule = Rule<PolicyView>

type AssumableRoles = PlacedText & { readonly breadth: 'everything' | 'every-role' | 'named' }

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
  return coversRoles || anyName.test(resource) ? 'every-role' : 'named'
}

/** What the Allow statements of a policy let it assume. NotResource allows whatever is not listed. */
function assumableRoles({ statements }: PolicyView): readonly AssumableRoles[] {
  return statements
    .filter((statement) => statement.effect === 'Allow' && namesAssumeRole(statement))
    .flatMap(({ texts, element, path }) => [
      ...texts('Resource').map((resource) => ({ ...resource, breadth: breadth(resource.text) })),
      ...(element('NotResource') === undefined
        ? []
        : [{ text: 'NotResource', path: [...path, 'NotResource'], breadth: 'everything' as const }]),
    ])
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
      .map(({ text, path }) => ({ message: (language) => texts.in(language).found(JSON.stringify(text)), path })),
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

/** In the order in which findings about the same place are told. */
export const hostingRules: readonly HostingRule[] = [vp01, vp02, vp03]
