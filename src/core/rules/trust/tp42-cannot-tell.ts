import { said } from '#core/rules/said.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import type { TrustRule } from './trust-rule.ts'

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
  title: 'Cannot tell',
  what: 'A condition that depends on what only AWS knows when the call is made',
  why: 'Whether the vendor gets in, and others do not, cannot be told from the text. Verification tries it.',
  todo: 'Remove the condition unless you know that every call of the vendor meets it.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  check: (subject) => {
    if (!isUncertain(subject)) return []
    const conditions = subject.statements.flatMap((statement) => statement.conditions)
    const unknown = conditions.filter(({ keyName }) => !judgedKeys.includes(keyName))
    const spots = unknown.map(({ key, path }) => ({
      message: said`Whether the vendor's calls meet the condition on ${key} cannot be told from here.`,
      path,
      at: 'key' as const,
    }))
    if (spots.length > 0 || conditions.some(({ keyName }) => hasOwnRule(keyName))) return spots
    return [{ message: said`Whether this lets the vendor in, and nobody else, cannot be told from here.`, path: ['Statement'] }]
  },
}

const hasOwnRule = (keyName: string): boolean => /sourceip$|multifactor|principalorg/.test(keyName)
