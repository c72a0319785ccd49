import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp25Messages = messages('TP25', {
  title: 'Resource in a trust policy',
  what: 'A Resource or NotResource element',
  why: 'The role itself is the resource of its trust policy. AWS refuses the document: MalformedPolicyDocument, Has prohibited field Resource.',
  todo: 'Remove it. If it was meant as a permissions policy, it is in the wrong box.',
  found: (name: string) => `A trust policy has no ${name}. Remove it.`,
})

export const tp25: TrustRule = {
  id: 'TP25',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-resource',
  messages: tp25Messages,
  check: ({ statements }) =>
    statements.flatMap(({ element, path }) =>
      ['Resource', 'NotResource']
        .filter((name) => element(name) !== undefined)
        .map((name) => ({
          message: (language) => tp25Messages.in(language).found(name),
          path: [...path, name],
          at: 'key',
          fix: [{ path: [...path, name] }],
        })),
    ),
}
