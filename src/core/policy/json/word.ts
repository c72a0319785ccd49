import { messages } from '#core/text/messages.ts'
import type { JsonNode, TextNode } from './json-node.ts'
import { note, type Reading, take } from './reading.ts'

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
  return jsonNumber.test(text) ? { kind: 'number', value: Number(text), ...place } : null
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
