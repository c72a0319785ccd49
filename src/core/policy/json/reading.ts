import { messages, type Text } from '#core/text/messages.ts'
import type { JsonFault, JsonFaultId, JsonNode, TextNode, TextPlace } from './json-node.ts'

/** How far the text is read. */
export type Reading = {
  readonly text: string
  at: number
  readonly faults: JsonFault[]
  /** The brackets that are still to come, the innermost last. */
  readonly awaited: string[]
  isGivenUp: boolean
}

/** A text with more faults is no policy with mistakes in it but something else. */
const faultsMaximum = 100

export function note(reading: Reading, id: JsonFaultId, place: TextPlace, message: Text): void {
  if (reading.isGivenUp) return
  reading.faults.push({ id, message, start: place.start, end: place.end })
  if (reading.faults.length >= faultsMaximum) reading.isGivenUp = true
}

/** The match of a sticky pattern where the reading stands; the reading goes behind it. */
export function take(reading: Reading, sticky: RegExp): string | null {
  sticky.lastIndex = reading.at
  const found = sticky.exec(reading.text)?.[0]
  if (found === undefined || found === '') return null
  reading.at += found.length
  return found
}

export const isAtEnd = (reading: Reading): boolean => reading.isGivenUp || reading.at >= reading.text.length

export const next = (reading: Reading): string => reading.text.charAt(reading.at)

export const blanksMessages = messages('blanks', {
  found: 'JSON has no comments. Remove this one.',
})

// Invisible characters count as blanks here; a rule about characters reports them.
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

export const wordMessages = messages('word', {
  missingQuotes: (meant: string) => `Put quotes around it: ${meant}.`,
  otherSpelling: (meant: string) => `JSON writes ${meant}.`,
  missingQuotesOfName: (text: string) => `Put quotes around the name: ${text}.`,
})

const word = /[^\s,:{}[\]"'`\u2018\u2019\u201c\u201d]+/y
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

const otherSpellings: Readonly<Record<string, 'true' | 'false' | 'null'>> = {
  True: 'true',
  TRUE: 'true',
  False: 'false',
  FALSE: 'false',
  None: 'null',
  undefined: 'null',
}

type Place = { readonly start: number; readonly end: number }

function constant(text: string, place: Place): JsonNode | null {
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', ...place }
  if (text === 'null') return { kind: 'null', value: null, ...place }
  return jsonNumber.test(text) ? { kind: 'number', value: Number(text), written: text, ...place } : null
}

/** A number, true, false, null, or a text whose quotes are missing; null where nothing of the kind begins. */
export function readWord(reading: Reading): JsonNode | null {
  const start = reading.at
  const text = take(reading, word)
  if (text === null) return null
  const place = { start, end: reading.at }
  const strict = constant(text, place)
  if (strict !== null) return strict
  const spelling = Object.hasOwn(otherSpellings, text) ? otherSpellings[text] : undefined
  const meant = spelling === undefined ? JSON.stringify(text) : spelling
  note(
    reading,
    'JSON09',
    place,
    spelling === undefined
      ? (language) => wordMessages.in(language).missingQuotes(meant)
      : (language) => wordMessages.in(language).otherSpelling(meant),
  )
  return (spelling === undefined ? null : constant(spelling, place)) ?? { kind: 'text', value: text, ...place }
}

/** A name whose quotes are missing. */
export function readBareName(reading: Reading): TextNode | null {
  const start = reading.at
  const text = take(reading, /[^\s,:={}[\]"'`\u2018\u2019\u201c\u201d]+/y)
  if (text === null) return null
  note(reading, 'JSON09', { start, end: reading.at }, (language) => wordMessages.in(language).missingQuotesOfName(JSON.stringify(text)))
  return { kind: 'text', value: text, start, end: reading.at }
}
