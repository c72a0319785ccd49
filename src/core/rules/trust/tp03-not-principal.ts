import { messages } from '#core/text/messages.ts'
import { trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp03Messages = messages('TP03', {
  title: 'NotPrincipal',
  what: 'A NotPrincipal element',
  why: 'Trust policies do not support NotPrincipal. With Allow it would mean everyone but those named.',
  todo: 'Name who is trusted, with Principal.',
  found: 'A trust policy cannot have NotPrincipal. Write Principal, with the vendor account.',
})

export const tp03: TrustRule = {
  id: 'TP03',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-notprincipal',
  messages: tp03Messages,
  check: (subject) =>
    subject.statements
      .filter(({ element }) => element('NotPrincipal') !== undefined)
      .map((statement) => {
        const path = [...statement.path, 'NotPrincipal']
        const message = (language: string) => tp03Messages.in(language).found
        return { message, path, at: 'key', fix: [{ path }, ...trustVendor(statement, subject)] }
      }),
}
