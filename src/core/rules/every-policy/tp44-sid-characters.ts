import { messages } from '#core/text/messages.ts'
import type { AnyPolicyRule } from './any-policy-rule.ts'

export const tp44Messages = messages('TP44', {
  title: 'A Sid that AWS refuses',
  what: 'A Sid with other characters than letters A to Z and digits',
  why: 'IAM takes letters and digits in a Sid only, and refuses the document otherwise.',
  todo: 'Leave the other characters out, or the whole Sid.',
  found: (text: string) => `${text} has characters that IAM refuses in a Sid. Use letters and digits only.`,
})

export const tp44: AnyPolicyRule = {
  id: 'TP44',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  messages: tp44Messages,
  check: ({ statements }) =>
    statements
      .flatMap(({ texts }) => texts('Sid'))
      .filter(({ text }) => !/^[A-Za-z0-9]*$/.test(text))
      .map(({ text, path }) => ({
        message: (language) => tp44Messages.in(language).found(JSON.stringify(text)),
        path,
        fix: [{ path, value: text.replace(/[^A-Za-z0-9]/g, '') }],
      })),
}
