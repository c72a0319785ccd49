import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp19Messages = messages('TP19', {
  title: 'The external ID can be guessed',
  what: 'An external ID that looks like a name, an account number or a shared constant',
  why: "Who guesses the external ID of a customer can have the product use that customer's role. AWS asks for a unique, random one.",
  todo: 'Take the random one that is proposed.',
  accountId: 'has an account number in it',
  name: 'is little more than a name',
  repeated: 'repeats itself',
  words: 'is made of words, sequences or keyboard rows',
  found: (text: string, word: string) => `${text} ${word}. Take a random one.`,
})

const words: Readonly<Record<NonNullable<ReturnType<TrustSubject['guessability']>>, Text>> = {
  'contains-account-id': (language) => tp19Messages.in(language).accountId,
  'contains-name': (language) => tp19Messages.in(language).name,
  repeated: (language) => tp19Messages.in(language).repeated,
  'made-of-words': (language) => tp19Messages.in(language).words,
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const longest = 1224

const judgedMaximum = 20

export const tp19: TrustRule = {
  id: 'TP19',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html',
  messages: tp19Messages,
  check: (subject) =>
    demandedExternalIds(subject)
      .slice(0, judgedMaximum)
      .filter(({ text }) => text.length <= longest && text !== '' && !/[*?$\s]/.test(text))
      .flatMap(({ statement, text, path }) => {
        const guess = subject.guessability(text)
        if (guess === null) return []
        return [
          {
            message: (language) => tp19Messages.in(language).found(JSON.stringify(text), words[guess](language)),
            path,
            fix: demandExternalId(statement, subject),
          },
        ]
      }),
}
