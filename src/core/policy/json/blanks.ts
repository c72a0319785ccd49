import { messages } from '#core/text/messages.ts'
import { isAtEnd, note, type Reading, take } from './reading.ts'

export const blanksMessages = messages('blanks', {
  found: 'JSON has no comments. Remove this one.',
})

// Characters that nobody sees count as blanks here; a rule about characters names them.
const blanks = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/y
const comment = /\/\/[^\r\n]*|#[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y

/** Goes on to the next character that counts. JSON has no comments, so each one is a fault. */
export function skipBlanks(reading: Reading): void {
  while (!isAtEnd(reading)) {
    if (take(reading, blanks) !== null) continue
    const start = reading.at
    if (take(reading, comment) === null) return
    note(reading, 'JSON04', { start, end: reading.at }, (language) => blanksMessages.in(language).found)
  }
}
