import type { PlacedText, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { coversPattern, namesAction } from '#core/rules/action-pattern.ts'

export type AssumableRoles = PlacedText & { readonly breadth: 'everything' | 'every-role' | 'named' }

export function namesAssumeRole({ texts, element }: StatementView): boolean {
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
export function assumableRoles({ statements }: PolicyView): readonly AssumableRoles[] {
  return statements
    .filter((statement) => statement.effect === 'Allow' && namesAssumeRole(statement))
    .flatMap(({ texts, element, path }) => [
      ...texts('Resource').map((resource) => ({ ...resource, breadth: breadth(resource.text) })),
      ...(element('NotResource') === undefined
        ? []
        : [{ text: 'NotResource', path: [...path, 'NotResource'], breadth: 'everything' as const }]),
    ])
}
