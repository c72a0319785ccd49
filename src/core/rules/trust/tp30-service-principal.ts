import { memberOf } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import { trustVendor } from './principals.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp30Messages = messages('TP30', {
  title: 'An AWS service is trusted too',
  what: 'A Service principal in the same trust policy',
  why: 'Machines and functions of the customer account could take this role, with what is meant for the vendor.',
  todo: 'Keep a role of its own for the service.',
  found: 'A service of the customer account can take this role too. Make a role of its own for it.',
})

export const tp30: TrustRule = {
  id: 'TP30',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
  messages: tp30Messages,
  check: (subject) =>
    subject.statements
      .filter(({ isAllow, element }) => isAllow && memberOf(element('Principal'), 'Service') !== undefined)
      .map((statement) => ({
        message: (language) => tp30Messages.in(language).found,
        path: [...statement.path, 'Principal', 'Service'],
        fix: statement.principals.length > 0 ? trustVendor(statement, subject) : [{ path: statement.path }],
      })),
}
