import type { PlacedText, PolicyView } from '../policy-view.ts'

export type AssumableRoles = PlacedText & { readonly breadth: 'everything' | 'every-role' | 'named' }

const isAssumeRole = (action: string): boolean =>
  ['*', 'sts:*', 'sts:assume*', 'sts:assumerole*', 'sts:assumerole'].includes(action.toLowerCase())

function breadth(resource: string): AssumableRoles['breadth'] {
  // Without five colons it is no ARN, so what is written is a wildcard that reaches over all of them.
  const [, , service = '', , , ...rest] = resource.split(':')
  if (resource === '*' || rest.length === 0) return /^[*?:]+$/.test(resource.replace(/^arn:/, '')) ? 'everything' : 'named'
  const name = rest.join(':')
  if (/^[*?]+$/.test(name)) return /^[*?]+$/.test(service) ? 'everything' : 'every-role'
  return /^role\/(.*\/)?[*?]+$/.test(name) || /^[*?]+\/?[*?]*$/.test(name) ? 'every-role' : 'named'
}

/** What the Allow statements of a policy let it assume. */
export function assumableRoles({ statements }: PolicyView): readonly AssumableRoles[] {
  return statements
    .filter(({ effect, texts }) => effect === 'Allow' && texts('Action').some(({ text }) => isAssumeRole(text)))
    .flatMap(({ texts }) => texts('Resource'))
    .map((resource) => ({ ...resource, breadth: breadth(resource.text) }))
}
