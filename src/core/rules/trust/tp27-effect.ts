import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp27Messages = messages('TP27', {
  title: 'Effect missing or misspelt',
  what: 'An Effect that is neither "Allow" nor "Deny"',
  why: 'AWS refuses a statement whose effect is not exactly "Allow" or "Deny".',
  todo: 'Write "Allow" or "Deny".',
  missing: 'The statement has no "Effect". Write "Allow" or "Deny".',
  wrong: (meant: string) => `Write ${meant}: capitals count.`,
})

export const tp27: TrustRule = {
  id: 'TP27',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  messages: tp27Messages,
  check: ({ statements }) =>
    statements
      .filter(({ effect }) => effect !== 'Allow' && effect !== 'Deny')
      .map(({ effect, path }) => {
        const meant = ['Allow', 'Deny'].find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
        const at = [...path, 'Effect']
        return {
          message:
            effect === null
              ? (language) => tp27Messages.in(language).missing
              : (language) => tp27Messages.in(language).wrong(JSON.stringify(meant ?? 'Allow')),
          path: effect === null ? path : at,
          fix: [{ path: at, value: meant ?? 'Allow' }],
        }
      }),
}
