import { messages, type Text } from '#core/text/messages.ts'

export const quotedReasonMessages = messages('quoted-reason-rules', {
  awsSaid: (reason: string) => `AWS said: ${reason}`,
})

/** A message in a line of its own, as a sentence. Logs write its line breaks and tabs as two characters. */
export function asSentence(message: string): string {
  const line = message
    .slice(0, 2000)
    .replace(/\\+[nrt]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length > 400) return `${line.slice(0, 400)}…`
  return line === '' ? '' : line.replace(/[\s,;:]*(?<![.!?…])$/, '.')
}

export const quotedReason =
  (reason: string): Text =>
  (language) =>
    quotedReasonMessages.in(language).awsSaid(asSentence(reason))
