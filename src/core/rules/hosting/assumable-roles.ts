import { coversPattern, namesAction, patternsMeet } from '#core/policy/action-pattern.ts'
import type { Rule } from '#core/policy/form/rule.ts'
import type { PlacedText, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import { arnFields } from '#core/rules/permissions/resource-breadth.ts'

/** Null where the vendor's config is not known. */
export type HostingContext = {
  /** ARNs that the application must be allowed to assume. Only their account is a wildcard, and the end of a name with a suffix. */
  readonly assumableRoles: readonly string[]
} | null

export type HostingSubject = PolicyView & { readonly context: HostingContext }

export type HostingRule = Rule<HostingSubject>

/** Actions that have no resource but a role. */
export const actionsOnRoles = /^sts:(\*|assumerole\*?|tagsession|setsourceidentity)$/i

export type Breadth = 'everything' | 'every-role' | 'pattern' | 'named'

export function namesAssumeRole({ texts, element }: StatementView): boolean {
  const names = (name: string) => texts(name).some(({ text }) => namesAction(text, 'sts:AssumeRole'))
  return names('Action') || (element('NotAction') !== undefined && !names('NotAction'))
}

const isOpenName = (name: string): boolean => /^[*?]*\*[*?]*$/.test(name)

/** Only the account and the path may be open. */
const hasOpenField = (text: string): boolean => {
  const [type = '', ...name] = text.split(':').slice(5).join(':').split('/')
  const fields = text.split(':').filter((_, index) => index < 4)
  return [...fields, type, name.at(-1) ?? ''].some(hasWildcard)
}

/** How closely a resource names roles. */
export function breadth(resource: string): Breadth {
  if (!hasWildcard(resource)) return 'named'
  const [, partition = 'aws'] = /^arn:([a-z-]+):/.exec(resource) ?? []
  const coversRoles = coversPattern(resource, `arn:${partition}:iam::*:role/*`)
  if (coversRoles && coversPattern(resource, `arn:${partition}:sqs:*:*:*`)) return 'everything'
  const fields = arnFields(resource)
  if (fields !== null && !patternsMeet(fields.resource, 'role/*')) return 'named'
  const [name = ''] = /[^/:]*$/.exec(resource) ?? []
  if (coversRoles || isOpenName(name)) return 'every-role'
  return hasOpenField(resource) ? 'pattern' : 'named'
}

export type AssumableRoles = PlacedText & { readonly breadth: Breadth; readonly statement: StatementView }

/** Role ARNs that the Allow statements of a policy match. NotResource allows everything that is not listed. */
export const assumableRoles = ({ statements }: PolicyView): readonly AssumableRoles[] =>
  statements
    .filter((statement) => statement.effect === 'Allow' && namesAssumeRole(statement))
    .flatMap((statement) => {
      const { texts, element, path } = statement
      const named = texts('Resource').map((resource) => ({ ...resource, breadth: breadth(resource.text), statement }))
      if (element('NotResource') === undefined) return named
      return [...named, { text: 'NotResource', path: [...path, 'NotResource'], breadth: 'everything' as const, statement }]
    })

/** The roles of the config, as `name-*` where each connection has its own suffix, and no others. */
export const isWithin = (text: string, context: HostingContext): boolean =>
  context?.assumableRoles.some((role) => coversPattern(role, text)) === true
