import { messages } from '#core/text/messages.ts'
import { type ErrorFacts, ofErrors, type PastedRule } from './pasted-rule.ts'

export const clockMessages = messages('clock-rule', {
  'call-clock': {
    title: 'The clock of the caller is wrong',
    sentence: 'AWS rejected the call because the clock of the computer that made it is wrong, or because it was sent too late.',
    detail: ({ vendor }: ErrorFacts) =>
      `AWS rejected the call before it checked any role, so this says nothing about yours. Synchronize the clock of the computer, and try again. If it’s ${vendor}’s, ${vendor} needs to fix it.`,
  },
  'call-region-rejected': {
    title: 'The call was signed for a wrong Region',
    sentence: 'The call was signed for a Region or a service that the endpoint isn’t of, so AWS rejected it before it checked any role.',
    detail: ({ vendor, message }: ErrorFacts) =>
      `This says nothing about the role. The Region and the endpoint of the program don’t fit together. If it’s ${vendor}’s, ${vendor} needs to fix it. AWS said: ${message}`,
  },
})

const expired =
  /Signature (?:expired|not yet current)\b|difference between the request time and the current time|Date in Credential scope does not match/i

const wrongScope = /Credential should be scoped to (?:a valid|correct)/i

/** AWS reports a wrong clock with the code of a wrong key, so this comes before the rules about credentials. */
export const clockRules: readonly PastedRule[] = ofErrors(clockMessages.in, [
  {
    id: 'call-clock',
    suppresses: ['application-credentials', 'terminal-credentials'],
    part: 'caller',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    is: ({ code, message }) => code === 'RequestTimeTooSkewed' || expired.test(message),
  },
  {
    id: 'call-region-rejected',
    suppresses: ['application-credentials', 'terminal-credentials'],
    part: 'caller',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    is: ({ message }) => wrongScope.test(message),
  },
])
