import { messages, type Text } from '#core/text/messages.ts'
import type { JsonFault, JsonMember, JsonNode, TextNode } from './json-node.ts'
import { isAtEnd, next, note, type Reading, readBareName, readWord, skipBlanks } from './reading.ts'
import { readQuoted } from './text.ts'

export const jsonWithPositionsMessages = messages('json-with-positions', {
  unclosedAtEnd: (closing: string) => `The document ends before this bracket is closed. ${closing} is missing at the end.`,
  unclosedInside: (closing: string, bracket: string) => `This bracket isn’t closed. Add ${closing} before the enclosing ${bracket}.`,
  closesNothing: (bracket: string, closing: string) => `${bracket} closes nothing here. Expected ${closing}.`,
  extraComma: 'There’s an extra comma here.',
  trailingComma: 'Nothing follows this comma. JSON allows no comma after the last item.',
  missingComma: 'A comma is missing after this.',
  unreadable: (expected: string) => `This can’t be read. Expected ${expected}.`,
  aValue: 'a value',
  aComma: 'a comma',
  equalsSign: 'JSON uses a colon between name and value, not an equals sign.',
  missingColon: (value: string) => `A colon and a value are missing after the name ${value}.`,
  missingValue: (value: string) => `The value of ${value} is missing.`,
  aName: 'a name in double quotes',
  duplicateName: (value: string) => `The name ${value} appears twice, and only the last one would count. Combine them, or remove one.`,
  tooDeep: 'Brackets are nested more deeply than in any policy.',
  textAfterEnd: 'The document ends before this. Remove what follows, or paste it separately.',
  openingBracket: 'the bracket { of a policy',
})

export type JsonReading = {
  /** Null when there is nothing that could be a value. */
  readonly root: JsonNode | null
  /** In the order in which they were met. None: the text is JSON. */
  readonly faults: readonly JsonFault[]
}

/** A policy has six levels. */
const depthMaximum = 100

const unreadable = /[^\s,{}[\]"':]+/y

function noteEnd(reading: Reading, opened: number, closing: string): void {
  if (reading.isGivenUp) return
  const end = reading.text.length
  note(reading, 'JSON08', { start: opened, end: opened + 1 }, (language) => jsonWithPositionsMessages.in(language).unclosedAtEnd(closing))
  // One fault tells it; the brackets around this one miss theirs for the same reason.
  reading.at = end
  reading.isGivenUp = true
}

/** At a closing bracket: whether it ends this object or list. A bracket of an outer one is left to it. */
function endsHere(reading: Reading, opened: number, closing: string): boolean {
  const bracket = next(reading)
  const place = { start: reading.at, end: reading.at + 1 }
  if (bracket === closing) {
    reading.at += 1
    return true
  }
  if (reading.awaited.includes(bracket)) {
    note(reading, 'JSON07', { start: opened, end: opened + 1 }, (language) =>
      jsonWithPositionsMessages.in(language).unclosedInside(closing, bracket),
    )
    return true
  }
  note(reading, 'JSON07', place, (language) => jsonWithPositionsMessages.in(language).closesNothing(bracket, closing))
  reading.at += 1
  return false
}

type Separation = { comma: number | null; lastEnd: number | null }

function takeComma(reading: Reading, separation: Separation): void {
  if (separation.comma !== null || separation.lastEnd === null)
    note(reading, 'JSON02', { start: reading.at, end: reading.at + 1 }, (language) => jsonWithPositionsMessages.in(language).extraComma)
  separation.comma = reading.at
  reading.at += 1
}

function noteTrailingComma(reading: Reading, { comma, lastEnd }: Separation): void {
  if (comma !== null && lastEnd !== null)
    note(reading, 'JSON02', { start: comma, end: comma + 1 }, (language) => jsonWithPositionsMessages.in(language).trailingComma)
}

function noteMissingComma(reading: Reading, { comma, lastEnd }: Separation): void {
  if (comma === null && lastEnd !== null)
    note(reading, 'JSON05', { start: lastEnd - 1, end: lastEnd }, (language) => jsonWithPositionsMessages.in(language).missingComma)
}

function isBracketTheEnd(reading: Reading, opened: number, closing: string, separation: Separation): boolean {
  if (next(reading) === closing) noteTrailingComma(reading, separation)
  return endsHere(reading, opened, closing)
}

function isClosed(reading: Reading, opened: number, closing: string, readItem: () => void): boolean {
  const separation: Separation = { comma: null, lastEnd: null }
  for (skipBlanks(reading); !isAtEnd(reading); skipBlanks(reading)) {
    const character = next(reading)
    if (character === ',') takeComma(reading, separation)
    else if ('}]'.includes(character)) {
      if (isBracketTheEnd(reading, opened, closing, separation)) return true
    } else {
      noteMissingComma(reading, separation)
      readItem()
      separation.comma = null
      separation.lastEnd = reading.at
    }
  }
  return false
}

/** What stands between brackets, item by item, up to the closing one. */
function readItems(reading: Reading, closing: string, readItem: () => void): void {
  const opened = reading.at
  reading.at += 1
  reading.awaited.push(closing)
  if (!isClosed(reading, opened, closing, readItem)) noteEnd(reading, opened, closing)
  reading.awaited.pop()
}

/** Goes over what cannot be read, so that the reading always goes on. */
function skipUnreadable(reading: Reading, expected: Text): void {
  const start = reading.at
  unreadable.lastIndex = start
  reading.at = start + Math.max(1, unreadable.exec(reading.text)?.[0].length ?? 1)
  note(reading, 'JSON16', { start, end: reading.at }, (language) => jsonWithPositionsMessages.in(language).unreadable(expected(language)))
}

function readList(reading: Reading): JsonNode {
  const start = reading.at
  const items: JsonNode[] = []
  readItems(reading, ']', () => {
    const item = readValue(reading)
    if (item === null) skipUnreadable(reading, (language) => jsonWithPositionsMessages.in(language).aValue)
    else items.push(item)
    // A name where the list has no names.
    if (next(reading) === ':') skipUnreadable(reading, (language) => jsonWithPositionsMessages.in(language).aComma)
  })
  return { kind: 'list', items, start, end: reading.at }
}

function readColon(reading: Reading, name: TextNode): void {
  skipBlanks(reading)
  const place = { start: reading.at, end: reading.at + 1 }
  if (next(reading) === ':') reading.at += 1
  else if (next(reading) === '=') {
    reading.at += reading.text.startsWith('=>', reading.at) ? 2 : 1
    note(reading, 'JSON06', place, (language) => jsonWithPositionsMessages.in(language).equalsSign)
  } else note(reading, 'JSON06', name, (language) => jsonWithPositionsMessages.in(language).missingColon(JSON.stringify(name.value)))
}

/** Null where the name stands alone. */
function readMemberValue(reading: Reading, name: TextNode): JsonNode | null {
  const hadFaults = reading.faults.length
  readColon(reading, name)
  skipBlanks(reading)
  if (isAtEnd(reading)) return null
  const value = ',}]'.includes(next(reading)) ? null : readValue(reading)
  if (value === null && reading.faults.length === hadFaults)
    note(reading, 'JSON15', name, (language) => jsonWithPositionsMessages.in(language).missingValue(JSON.stringify(name.value)))
  return value
}

function readObject(reading: Reading): JsonNode {
  const start = reading.at
  const members: JsonMember[] = []
  const names = new Set<string>()
  readItems(reading, '}', () => {
    const key = readQuoted(reading) ?? readBareName(reading)
    if (key === null) return skipUnreadable(reading, (language) => jsonWithPositionsMessages.in(language).aName)
    if (names.has(key.value))
      note(reading, 'JSON12', key, (language) => jsonWithPositionsMessages.in(language).duplicateName(JSON.stringify(key.value)))
    names.add(key.value)
    const value = readMemberValue(reading, key)
    if (value !== null) members.push({ key, value })
  })
  return { kind: 'object', members, start, end: reading.at }
}

function readValue(reading: Reading): JsonNode | null {
  const character = next(reading)
  if (character !== '{' && character !== '[') return readQuoted(reading) ?? readWord(reading)
  if (reading.awaited.length >= depthMaximum) {
    note(reading, 'JSON14', { start: reading.at, end: reading.at + 1 }, (language) => jsonWithPositionsMessages.in(language).tooDeep)
    reading.isGivenUp = true
    return null
  }
  return character === '{' ? readObject(reading) : readList(reading)
}

function noteRest(reading: Reading): void {
  skipBlanks(reading)
  if (isAtEnd(reading)) return
  const place = { start: reading.at, end: reading.text.trimEnd().length }
  note(reading, 'JSON13', place, (language) => jsonWithPositionsMessages.in(language).textAfterEnd)
}

/**
 * Reads JSON as people paste it: goes on behind what is wrong, and says where and what that is. Never throws; takes time
 * in proportion to the length.
 */
export function readJson(text: string): JsonReading {
  const reading: Reading = { text, at: 0, faults: [], awaited: [], isGivenUp: false }
  skipBlanks(reading)
  const root = isAtEnd(reading) ? null : readValue(reading)
  if (root === null && !isAtEnd(reading)) skipUnreadable(reading, (language) => jsonWithPositionsMessages.in(language).openingBracket)
  else noteRest(reading)
  return { root, faults: reading.faults }
}
