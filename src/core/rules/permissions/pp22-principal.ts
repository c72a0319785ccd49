import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp22Messages = messages('PP22', {
  title: 'A principal in a permissions policy',
  what: '`Principal` or `NotPrincipal`.',
  why: 'A permissions policy says what the role may do; who may use the role stands in its trust policy. AWS answers MalformedPolicyDocument.',
  todo: 'Remove it. If this is the trust policy, it belongs to the trust relationships of the role.',
  looksLikeTrust: 'This looks like the trust policy; it belongs to the trust relationships of the role.',
  remove: 'Remove it.',
  found: (name: string, advice: string) => `A permissions policy has no ${name}. ${advice}`,
})

export const pp22Principal: PermissionsRule = {
  id: 'PP22',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  messages: pp22Messages,
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      ['Principal', 'NotPrincipal']
        .filter((name) => statement.element(name) !== undefined)
        .map((name) => {
          const isTrust = statement.texts('Action').some(({ text }) => /^sts:(assumerole|tagsession)/i.test(text))
          const advice = isTrust
            ? (language: string) => pp22Messages.in(language).looksLikeTrust
            : (language: string) => pp22Messages.in(language).remove
          const path = [...statement.path, name]
          // Nothing is mended by taking from a trust policy what makes it one.
          return {
            message: (language) => pp22Messages.in(language).found(name, advice(language)),
            path,
            at: 'key' as const,
            ...(isTrust ? {} : { fix: [{ path }] }),
          }
        }),
    ),
}
