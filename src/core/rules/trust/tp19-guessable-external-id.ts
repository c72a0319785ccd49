import { type Said, said } from '#core/rules/said.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { demandExternalId } from './conditions.ts'
import { demandedExternalIds } from './demanded-external-ids.ts'
import type { TrustRule } from './trust-rule.ts'

const words: Readonly<Record<NonNullable<ReturnType<TrustSubject['guessability']>>, Said>> = {
  'contains-account-id': said`has an account number in it`,
  'contains-name': said`is little more than a name`,
  repeated: said`repeats itself`,
  'made-of-words': said`is made of words, sequences or keyboard rows`,
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const longest = 1224

const judgedMaximum = 20

export const tp19: TrustRule = {
  id: 'TP19',
  severity: 'high',
  title: 'The external ID can be guessed',
  what: 'An external ID that looks like a name, an account number or a shared constant',
  why: "Who guesses the external ID of a customer can have the product use that customer's role. AWS asks for a unique, random one.",
  todo: 'Take the random one that is proposed.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html',
  check: (subject) =>
    demandedExternalIds(subject)
      .slice(0, judgedMaximum)
      .filter(({ text }) => text.length <= longest && text !== '' && !/[*?$\s]/.test(text))
      .flatMap(({ statement, text, path }) => {
        const guess = subject.guessability(text)
        if (guess === null) return []
        return [
          { message: said`${JSON.stringify(text)} ${words[guess]}. Take a random one.`, path, fix: demandExternalId(statement, subject) },
        ]
      }),
}
