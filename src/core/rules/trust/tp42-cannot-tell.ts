import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp42Messages = messages('TP42', {
  title: 'Cannot tell',
  what: 'A condition that depends on what only AWS knows when the call is made',
  why: 'Whether the vendor gets in, and others do not, cannot be told from the text. Verification tries it.',
  todo: 'Remove the condition unless you know that every call of the vendor meets it.',
  condition: (key: string) => `Whether the vendor's calls meet the condition on ${key} cannot be told from here.`,
  found: 'Whether this lets the vendor in, and nobody else, cannot be told from here.',
})

/** Keys whose value is known in a call of the vendor, and keys that have a rule of their own. */
const judgedKeys = [
  'sts:externalid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:username',
  'aws:securetransport',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:viaawsservice',
]

const isUncertain = ({ signature }: TrustSubject): boolean =>
  signature !== null &&
  [signature.rightId, signature.otherAccount, ...signature.wrongIds.map(({ evaluation }) => evaluation)].includes('unknown')

export const tp42: TrustRule = {
  id: 'TP42',
  severity: 'info',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  messages: tp42Messages,
  check: (subject) => {
    if (!isUncertain(subject)) return []
    const conditions = subject.statements.flatMap((statement) => statement.conditions)
    const unknown = conditions.filter(({ keyName }) => !judgedKeys.includes(keyName))
    const spots = unknown.map(({ key, path }) => ({
      message: (language: string) => tp42Messages.in(language).condition(key),
      path,
      at: 'key' as const,
    }))
    if (spots.length > 0 || conditions.some(({ keyName }) => hasOwnRule(keyName))) return spots
    return [{ message: (language) => tp42Messages.in(language).found, path: ['Statement'] }]
  },
}

const hasOwnRule = (keyName: string): boolean => /sourceip$|multifactor|principalorg/.test(keyName)
