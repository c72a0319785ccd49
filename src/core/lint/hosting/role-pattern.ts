import { namesAction } from '../action-pattern.ts'
import type { PlacedText, PolicyView, StatementView } from '../policy-view.ts'

export type AssumableRoles = PlacedText & { readonly breadth: 'everything' | 'every-role' | 'named' }

export function namesAssumeRole({ texts, element }: StatementView): boolean {
  const names = (name: string) => texts(name).some(({ text }) => namesAction(text, 'sts:AssumeRole'))
  return names('Action') || (element('NotAction') !== undefined && !names('NotAction'))
}

const isAny = (text: string): boolean => /^[*?]*\*[*?]*$/.test(text)

/** A wildcard reaches over colons, so a text with fewer than five of them may still be every ARN. */
function breadth(resource: string): AssumableRoles['breadth'] {
  const parts = resource.split(':')
  if (parts.length < 6)
    return isAny(parts.at(-1) ?? '') && parts.every((part) => part === 'arn' || part === '' || isAny(part) || part === 'aws')
      ? 'everything'
      : 'named'
  const name = parts.slice(5).join(':')
  if (isAny(name)) return isAny(parts[2] ?? '') ? 'everything' : 'every-role'
  return /^role\/(.*\/)?[*?]*\*[*?]*$/.test(name) || /^[*?]+\/[*?]+$/.test(name) ? 'every-role' : 'named'
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
