import { said } from '#core/rules/said.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp22Principal: PermissionsRule = {
  id: 'PP22',
  severity: 'error',
  title: 'A principal in a permissions policy',
  what: '`Principal` or `NotPrincipal`.',
  why: 'A permissions policy says what the role may do; who may use the role stands in its trust policy. AWS answers MalformedPolicyDocument.',
  todo: 'Remove it. If this is the trust policy, it belongs to the trust relationships of the role.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  check: ({ statements }) =>
    statements.flatMap((statement) =>
      ['Principal', 'NotPrincipal']
        .filter((name) => statement.element(name) !== undefined)
        .map((name) => {
          const isTrust = statement.texts('Action').some(({ text }) => /^sts:(assumerole|tagsession)/i.test(text))
          const advice = isTrust
            ? said`This looks like the trust policy; it belongs to the trust relationships of the role.`
            : said`Remove it.`
          const path = [...statement.path, name]
          // Nothing is mended by taking from a trust policy what makes it one.
          return {
            message: said`A permissions policy has no ${name}. ${advice}`,
            path,
            at: 'key' as const,
            ...(isTrust ? {} : { fix: [{ path }] }),
          }
        }),
    ),
}
