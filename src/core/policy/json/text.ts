import { messages, type Text } from '#core/text/messages.ts'
import type { TextNode, TextPlace } from './json-node.ts'
import { next, note, type Reading, take } from './reading.ts'

export const textMessages = messages('text', {
  singleQuotes: 'single quotes',
  backticks: 'backticks',
  curlyQuotes: 'curly quotes',
  angularQuotes: 'angle quotes',
  unknownEscape: `A backslash in front of this character means nothing in JSON. Write \\\\ for a backslash.`,
  controlCharacter: 'A string in JSON can’t contain tabs or other control characters.',
  endsInText: 'The document ends inside this string.',
  unclosedText: 'This string isn’t closed. Add a quote at its end. Strings can’t continue on the next line.',
  wrongQuotes: (name: string, value: string) => `This string is in ${name}. JSON accepts only straight double quotes: ${value}.`,
})

type Quote = { readonly content: RegExp; readonly closing: string; readonly name: Text | null }

/** By the quote that opens. A curly or angle quote may be closed by any of its kind. */
const quotes: Readonly<Record<string, Quote>> = {
  '"': { content: /(?:[^"\\\r\n]|\\[^\r\n])*/y, closing: '"', name: null },
  "'": { content: /(?:[^'\\\r\n]|\\[^\r\n])*/y, closing: "'", name: (language) => textMessages.in(language).singleQuotes },
  '`': { content: /(?:[^`\\\r\n]|\\[^\r\n])*/y, closing: '`', name: (language) => textMessages.in(language).backticks },
  '\u2018': { content: /[^\u2018\u2019\r\n]*/y, closing: '\u2018\u2019', name: (language) => textMessages.in(language).curlyQuotes },
  '\u2019': { content: /[^\u2018\u2019\r\n]*/y, closing: '\u2018\u2019', name: (language) => textMessages.in(language).curlyQuotes },
  '\u201c': {
    content: /[^\u201c\u201d\u201e"\r\n]*/y,
    closing: '\u201c\u201d\u201e"',
    name: (language) => textMessages.in(language).curlyQuotes,
  },
  '\u201d': {
    content: /[^\u201c\u201d\u201e"\r\n]*/y,
    closing: '\u201c\u201d\u201e"',
    name: (language) => textMessages.in(language).curlyQuotes,
  },
  '\u201e': {
    content: /[^\u201c\u201d\u201e"\r\n]*/y,
    closing: '\u201c\u201d\u201e"',
    name: (language) => textMessages.in(language).curlyQuotes,
  },
  '\u00ab': { content: /[^\u00ab\u00bb\r\n]*/y, closing: '\u00ab\u00bb', name: (language) => textMessages.in(language).angularQuotes },
  '\u00bb': { content: /[^\u00ab\u00bb\r\n]*/y, closing: '\u00ab\u00bb', name: (language) => textMessages.in(language).angularQuotes },
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' }

/** A backslash before anything else stands for what follows it, which is what its author most probably meant. */
function unescaped(content: string): { readonly value: string; readonly isStrict: boolean } {
  let isStrict = true
  const value = content.replace(/\\(?:u([0-9a-fA-F]{4})|([^\r\n]))/g, (_, code: string | undefined, character = '') => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    const known = Object.hasOwn(escapes, character) ? escapes[character] : undefined
    if (known === undefined) isStrict = false
    return known ?? character
  })
  return { value, isStrict }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches them on purpose.
const controlCharacter = /[\u0000-\u001f]/

function noteContent(reading: Reading, content: string, isStrict: boolean, place: TextPlace): void {
  if (!isStrict) note(reading, 'JSON11', place, (language) => textMessages.in(language).unknownEscape)
  if (controlCharacter.test(content)) note(reading, 'JSON11', place, (language) => textMessages.in(language).controlCharacter)
}

/** Where a text that is not closed most probably ends: before the comma or bracket at the end of its line. */
const withoutTail = (content: string): string => content.slice(0, content.length - (/[\s,\]}]{0,40}$/.exec(content)?.[0].length ?? 0))

function closeText(reading: Reading, quote: Quote, start: number, content: string): string {
  if (quote.closing.includes(next(reading)) && next(reading) !== '') {
    reading.at += 1
    return content
  }
  const kept = withoutTail(content)
  reading.at -= content.length - kept.length
  const isLast = reading.at >= reading.text.trimEnd().length
  const message: Text = isLast ? (language) => textMessages.in(language).endsInText : (language) => textMessages.in(language).unclosedText
  note(reading, isLast ? 'JSON08' : 'JSON10', { start, end: reading.at }, message)
  return kept
}

/** A text in quotes of any kind; null where none begins. */
export function readQuoted(reading: Reading): TextNode | null {
  const opening = next(reading)
  const quote = Object.hasOwn(quotes, opening) ? quotes[opening] : undefined
  if (quote === undefined) return null
  const start = reading.at
  reading.at += 1
  const content = closeText(reading, quote, start, take(reading, quote.content) ?? '')
  const place = { start, end: reading.at }
  const { value, isStrict } = unescaped(content)
  noteContent(reading, content, isStrict, place)
  const { name } = quote
  if (name !== null) {
    note(reading, 'JSON03', place, (language) => textMessages.in(language).wrongQuotes(name(language), JSON.stringify(value)))
  }
  return { kind: 'text', value, ...place }
}
