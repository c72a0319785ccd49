import { said } from '#core/rules/said.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp27: TrustRule = {
  id: 'TP27',
  severity: 'error',
  title: 'Effect missing or misspelt',
  what: 'An Effect that is neither "Allow" nor "Deny"',
  why: 'AWS refuses a statement whose effect is not exactly "Allow" or "Deny".',
  todo: 'Write "Allow" or "Deny".',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  check: ({ statements }) =>
    statements
      .filter(({ effect }) => effect !== 'Allow' && effect !== 'Deny')
      .map(({ effect, path }) => {
        const meant = ['Allow', 'Deny'].find((word) => word.toLowerCase() === effect?.trim().toLowerCase())
        const at = [...path, 'Effect']
        return {
          message:
            effect === null
              ? said`The statement has no "Effect". Write "Allow" or "Deny".`
              : said`Write ${JSON.stringify(meant ?? 'Allow')}: capitals count.`,
          path: effect === null ? path : at,
          fix: [{ path: at, value: meant ?? 'Allow' }],
        }
      }),
}
