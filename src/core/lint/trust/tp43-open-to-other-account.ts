import type { TrustSubject } from '../trust-subject.ts'
import { patternRules } from './pattern-rules.ts'
import type { TrustRule } from './trust-rule.ts'

const patternsOfThePrincipal = ['TP01', 'TP02', 'TP03', 'TP04', 'TP05', 'TP09']

const isExplained = (subject: TrustSubject): boolean =>
  patternRules.some(({ id, check }) => patternsOfThePrincipal.includes(id) && check(subject).length > 0)

export const tp43: TrustRule = {
  id: 'TP43',
  severity: 'critical',
  title: 'Evaluated: opens to another account',
  what: 'A policy that lets an account that is not the vendor in, by a way that no other rule knows',
  why: 'The external ID is not a secret. Who learns it can assume this role from an account of their own.',
  todo: 'Use the trust policy as it is proposed.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  check: (subject) => {
    if (subject.signature?.otherAccount !== 'allowed' || isExplained(subject)) return []
    return [{ message: 'An account that has nothing to do with the vendor gets in with the right external ID.', path: ['Statement'] }]
  },
}
