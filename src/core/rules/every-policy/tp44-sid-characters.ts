import { said } from '#core/rules/said.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp44: AnyPolicyRule = {
  id: 'TP44',
  severity: 'error',
  title: 'A Sid that AWS refuses',
  what: 'A Sid with other characters than letters A to Z and digits',
  why: 'IAM takes letters and digits in a Sid only, and refuses the document otherwise.',
  todo: 'Leave the other characters out, or the whole Sid.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  check: ({ statements }) =>
    statements
      .flatMap(({ texts }) => texts('Sid'))
      .filter(({ text }) => !/^[A-Za-z0-9]*$/.test(text))
      .map(({ text, path }) => ({
        message: said`${JSON.stringify(text)} has characters that IAM refuses in a Sid. Use letters and digits only.`,
        path,
        fix: [{ path, value: text.replace(/[^A-Za-z0-9]/g, '') }],
      })),
}
