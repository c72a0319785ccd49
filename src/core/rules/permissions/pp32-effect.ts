import { said } from '#core/rules/said.ts'
import type { PermissionsRule } from './permissions-rule.ts'

const effects = ['Allow', 'Deny']

export const pp32Effect: PermissionsRule = {
  id: 'PP32',
  severity: 'error',
  title: 'The effect is missing or misspelt',
  what: '`Effect` that is not exactly `Allow` or `Deny`.',
  why: 'AWS refuses the policy: the case of the letters counts.',
  todo: 'Write `"Effect": "Allow"`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  check: ({ statements }) =>
    statements.flatMap(({ path, effect, element }) => {
      if (element('Effect') === undefined) return [{ message: said`This statement has no Effect. Add "Effect": "Allow".`, path }]
      if (effect !== null && effects.includes(effect)) return []
      const meant = effects.find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
      const place = [...path, 'Effect']
      const message = said`Effect is either "Allow" or "Deny". Write ${JSON.stringify(meant ?? 'Allow')}.`
      return [{ message, path: place, ...(meant === undefined ? {} : { fix: [{ path: place, value: meant }] }) }]
    }),
}
