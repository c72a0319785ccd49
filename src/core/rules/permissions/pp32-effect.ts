import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp32Messages = messages('PP32', {
  title: 'The effect is missing or misspelt',
  what: '`Effect` that is not exactly `Allow` or `Deny`.',
  why: 'AWS refuses the policy: the case of the letters counts.',
  todo: 'Write `"Effect": "Allow"`.',
  missing: 'This statement has no Effect. Add "Effect": "Allow".',
  wrong: (meant: string) => `Effect is either "Allow" or "Deny". Write ${meant}.`,
})

const effects = ['Allow', 'Deny']

export const pp32Effect: PermissionsRule = {
  id: 'PP32',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  messages: pp32Messages,
  check: ({ statements }) =>
    statements.flatMap(({ path, effect, element }) => {
      if (element('Effect') === undefined) return [{ message: (language) => pp32Messages.in(language).missing, path }]
      if (effect !== null && effects.includes(effect)) return []
      const meant = effects.find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
      const place = [...path, 'Effect']
      const message = (language: string) => pp32Messages.in(language).wrong(JSON.stringify(meant ?? 'Allow'))
      return [{ message, path: place, ...(meant === undefined ? {} : { fix: [{ path: place, value: meant }] }) }]
    }),
}
