import type { TextPlace } from '#core/policy/json/json-node.ts'
import type { JsonValue } from '#core/policy/json/json-value.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'

export const allowedCharactersMessages = messages('allowed-characters', {
  curlyQuote: 'a curly quote',
  longDash: 'a long dash',
  ellipsis: 'an ellipsis',
  specialSpace: 'a blank of a special width',
  invisible: 'a character that nobody sees',
  refused: 'a character that AWS refuses',
  remove: 'Remove it.',
  write: (plain: string) => `Write ${plain}`,
  found: (name: string, found: string, advice: string) => `This is ${name} (${found}). ${advice}`,
})

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html: the pattern of a policy document */
const refused = /[^\t\n\r\u0020-\u00ff]+/g

const plainForms: readonly (readonly [RegExp, string, Text])[] = [
  [/^[\u2018\u2019\u201a\u201b]+$/, "'", (language) => allowedCharactersMessages.in(language).curlyQuote],
  [/^[\u201c-\u201f]+$/, '"', (language) => allowedCharactersMessages.in(language).curlyQuote],
  [/^[\u2010-\u2015\u2212]+$/, '-', (language) => allowedCharactersMessages.in(language).longDash],
  [/^\u2026+$/, '...', (language) => allowedCharactersMessages.in(language).ellipsis],
  [/^[\u2000-\u200a\u202f\u205f\u3000]+$/, ' ', (language) => allowedCharactersMessages.in(language).specialSpace],
  [/^[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+$/, '', (language) => allowedCharactersMessages.in(language).invisible],
]

const codePoints = (text: string): string =>
  Array.from(text.slice(0, 8), (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** Each run of characters for which AWS refuses a document. */
export function refusedCharacters(text: string): readonly (TextPlace & { readonly message: Text })[] {
  return [...text.matchAll(refused)].map(({ 0: found, index }) => {
    const [, plain = '', name = (language: string) => allowedCharactersMessages.in(language).refused] =
      plainForms.find(([pattern]) => pattern.test(found)) ?? []
    const advice =
      plain === ''
        ? (language: string) => allowedCharactersMessages.in(language).remove
        : (language: string) => allowedCharactersMessages.in(language).write(plain)
    return {
      message: (language) => allowedCharactersMessages.in(language).found(name(language), codePoints(found), advice(language)),
      start: index,
      end: index + found.length,
    }
  })
}

const cleaned = (text: string): string =>
  text.replace(refused, (run) =>
    Array.from(run, (character) => plainForms.find(([pattern]) => pattern.test(character))?.[1] ?? '').join(''),
  )

/** The same without them, in names as in texts. */
export function withAllowedCharacters(value: JsonValue): JsonValue {
  if (typeof value === 'string') return cleaned(value)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(withAllowedCharacters)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [cleaned(name), withAllowedCharacters(item)]))
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
