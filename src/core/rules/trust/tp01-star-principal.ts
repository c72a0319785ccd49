import { messages } from '#core/text/messages.ts'
import { trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp01Messages = messages('TP01', {
  title: 'Principal is a bare *',
  what: '"Principal": "*"',
  why: 'A trust policy cannot use a bare * as principal. AWS refuses it: AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  todo: 'Name the vendor account.',
  found: 'A trust policy cannot have "*" as principal. Name the vendor account.',
})

export const tp01: TrustRule = {
  id: 'TP01',
  severity: 'error',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-unsupported-wildcard-in-principal',
  messages: tp01Messages,
  check: (subject) =>
    subject.statements.flatMap((statement) => {
      const principal = statement.element('Principal')
      if (principal?.kind !== 'text' || principal.value !== '*') return []
      const path = [...statement.path, 'Principal']
      const fix = statement.isAllow ? trustVendor(statement, subject) : [{ path, value: { AWS: '*' } }]
      return [{ message: (language) => tp01Messages.in(language).found, path, fix }]
    }),
}
