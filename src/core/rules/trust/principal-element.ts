import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { memberOf } from '#core/policy/json/json-node.ts'
import type { TrustRule } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { principalRule, principalsOf, trustVendor } from './conditions.ts'
import { admitsEveryAccount } from './tried-calls.ts'

export const tp01Messages = messages('TP01', {
  title: 'Principal is a bare *',
  what: '"Principal": "*"',
  why: 'A trust policy can’t use a bare * as principal. AWS rejects it: AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  todo: 'Name the vendor account.',
  found: 'A trust policy can’t have "*" as principal. Name the vendor account.',
})

export const tp01: TrustRule = rule(
  tp01Messages,
  'error',
  iamGuide(
    'access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-unsupported-wildcard-in-principal',
  ),
  (subject) =>
    subject.statements.flatMap((statement) => {
      const principal = statement.element('Principal')
      if (principal?.kind !== 'text' || principal.value !== '*') return []
      const path = [...statement.path, 'Principal']
      const fix = statement.isAllow ? trustVendor(statement, subject) : [{ path, value: { AWS: '*' } }]
      return [{ message: (language) => tp01Messages.in(language).found, path, fix }]
    }),
)

export const tp02Messages = messages('TP02', {
  title: 'Every AWS account is trusted',
  what: '"AWS": "*" in an Allow',
  why: 'Anyone with an AWS account who learns the external ID can assume this role, and the external ID isn’t a secret. A test from the vendor account doesn’t reveal this.',
  todo: 'Name the vendor account.',
  found: 'This trusts every AWS account. Name the vendor account.',
})

export const tp02: TrustRule = rule(
  tp02Messages,
  'critical',
  iamGuide('reference_policies_elements_principal.html#principal-anonymous'),
  (subject) => {
    if (subject.signature?.demandsVendor) return []
    return principalsOf(subject, ['everyone'])
      .filter(({ statement }) => admitsEveryAccount(subject, statement))
      .map(({ statement, principal }) => ({
        message: (language) => tp02Messages.in(language).found,
        path: principal.path,
        fix: trustVendor(statement, subject),
      }))
  },
)

export const tp03Messages = messages('TP03', {
  title: 'NotPrincipal isn’t supported',
  what: 'A NotPrincipal element',
  why: 'Trust policies don’t support NotPrincipal. With Allow, it would mean everyone except those named.',
  todo: 'Name who is trusted, with Principal.',
  found: 'A trust policy can’t have NotPrincipal. Write Principal, with the vendor account.',
})

export const tp03: TrustRule = rule(
  tp03Messages,
  'error',
  iamGuide(
    'access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-notprincipal',
  ),
  (subject) =>
    subject.statements
      .filter(({ element }) => element('NotPrincipal') !== undefined)
      .map((statement) => {
        const path = [...statement.path, 'NotPrincipal']
        const message = (language: string) => tp03Messages.in(language).found
        return { message, path, at: 'key', fix: [{ path }, ...trustVendor(statement, subject)] }
      }),
)

export const tp05Messages = messages('TP05', {
  title: 'Wildcard in a principal',
  what: '* or ? as part of a principal',
  why: 'Wildcards can’t match part of a principal. AWS rejects the policy: Invalid principal in policy.',
  todo: 'Name the vendor account. To allow several of its roles, compare aws:PrincipalArn in a condition.',
  found: (text: string) => `"${text}" has a wildcard, which AWS doesn’t allow within a principal. Name the vendor account.`,
})

export const tp05: TrustRule = principalRule(tp05Messages, 'error', iamGuide('reference_policies_elements_principal.html'), {
  kind: 'wildcard',
  everywhere: true,
})

export const tp39Messages = messages('TP39', {
  title: 'No one is trusted',
  what: 'A statement without Principal, or with a principal type that doesn’t exist',
  why: 'AWS rejects a trust policy statement without a principal: Missing required field Principal.',
  todo: 'Write "Principal": { "AWS": the vendor account }.',
  missing: 'The statement has no "Principal". Name the vendor account.',
  text: 'Write { "AWS": … } with the vendor account in it.',
  unknownKind: (value: string) => `${value} isn’t a principal type. Write "AWS" (case-sensitive).`,
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser']

export const tp39: TrustRule = rule(tp39Messages, 'error', iamGuide('reference_policies_elements_principal.html'), (subject) =>
  subject.statements.flatMap((statement) => {
    const principal = statement.element('Principal')
    const fix = trustVendor(statement, subject)
    if (principal === undefined) {
      if (statement.element('NotPrincipal') !== undefined) return []
      return [{ message: (language) => tp39Messages.in(language).missing, path: statement.path, fix }]
    }
    const path = [...statement.path, 'Principal']
    if (principal.kind === 'text' && principal.value !== '*') return [{ message: (language) => tp39Messages.in(language).text, path, fix }]
    if (principal.kind !== 'object') return []
    return principal.members
      .filter(({ key }) => !kinds.includes(key.value) || memberOf(principal, key.value)?.value.kind === 'object')
      .map(({ key }) => ({
        message: (language) => tp39Messages.in(language).unknownKind(JSON.stringify(key.value)),
        path: [...path, key.value],
        at: 'key',
        fix,
      }))
  }),
)
