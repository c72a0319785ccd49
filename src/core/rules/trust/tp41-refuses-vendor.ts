import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { patternRules } from './pattern-rules.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp41Messages = messages('TP41', {
  title: 'Evaluated: refuses the vendor',
  what: 'A policy that refuses the vendor with the right external ID, for a reason that no other rule knows',
  why: 'The connection cannot work: the call of the vendor is refused.',
  todo: 'Use the trust policy as it is proposed.',
  denied: 'A Deny refuses the vendor although it sends the right external ID.',
  notAllowed: 'No Allow lets the vendor in although it sends the right external ID.',
})

/** Of those that are no errors, the ones that a refusal follows from. */
const refusing = ['TP10', 'TP16', 'TP17', 'TP33']

const isExplained = (subject: TrustSubject): boolean =>
  patternRules.some(({ id, severity, check }) => (severity === 'error' || refusing.includes(id)) && check(subject).length > 0)

export const tp41: TrustRule = {
  id: 'TP41',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  messages: tp41Messages,
  check: (subject) => {
    const answer = subject.signature?.rightId
    if (answer === undefined || answer === 'allowed' || answer === 'unknown' || isExplained(subject)) return []
    const message =
      answer === 'explicitly-denied'
        ? (language: string) => tp41Messages.in(language).denied
        : (language: string) => tp41Messages.in(language).notAllowed
    return [{ message, path: ['Statement'] }]
  },
}
