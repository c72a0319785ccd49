import { memberOf } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import { trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp39Messages = messages('TP39', {
  title: 'Nobody is trusted',
  what: 'A statement without Principal, or with a kind of principal that does not exist',
  why: 'AWS refuses a trust policy statement without a principal: Missing required field Principal.',
  todo: 'Write "Principal": { "AWS": the vendor account }.',
  missing: 'The statement has no "Principal". Name the vendor account.',
  text: 'Write { "AWS": … } with the vendor account in it.',
  unknownKind: (value: string) => `There is no kind of principal ${value}. Write "AWS"; capitals count.`,
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const kinds = ['AWS', 'Service', 'Federated', 'CanonicalUser']

export const tp39: TrustRule = {
  id: 'TP39',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  messages: tp39Messages,
  check: (subject) =>
    subject.statements.flatMap((statement) => {
      const principal = statement.element('Principal')
      const fix = trustVendor(statement, subject)
      if (principal === undefined) {
        if (statement.element('NotPrincipal') !== undefined) return []
        return [{ message: (language) => tp39Messages.in(language).missing, path: statement.path, fix }]
      }
      const path = [...statement.path, 'Principal']
      if (principal.kind === 'text' && principal.value !== '*')
        return [{ message: (language) => tp39Messages.in(language).text, path, fix }]
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
}
