import { messages, type Text } from '#core/text/messages.ts'
import { isCodeAlone, wordsOfAws } from './words-of-aws.ts'

export const quotedReasonMessages = messages('quoted-reason-rules', {
  awsSaid: (reason: string) => `AWS said: ${reason}`,
})

/** A message in a line of its own, as a sentence. Logs write its line breaks and tabs as two characters. */
export function asSentence(message: string): string {
  const line = wordsOfAws(message.slice(0, 2000).replace(/\\+[nrt]/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length > 400) return `${line.slice(0, 400)}…`
  return line === '' ? '' : line.replace(/[\s,;:]*(?<![.!?…])$/, '.')
}

/** Empty where AWS gave only a code. */
export const quotedReason =
  (reason: string): Text =>
  (language) => {
    const said = asSentence(reason)
    return isCodeAlone(said) ? '' : quotedReasonMessages.in(language).awsSaid(said)
  }

/** Followed by what AWS said, if it said anything. */
export const withQuote =
  (text: Text, reason: string): Text =>
  (language) =>
    [text(language), quotedReason(reason)(language)].filter(Boolean).join(' ')
