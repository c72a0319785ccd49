import type { TextPlace } from '#core/policy/json/json-node.ts'
import type { JsonValue } from '#core/policy/json/json-value.ts'
import { type Said, said } from './said.ts'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html: the pattern of a policy document */
const refused = /[^\t\n\r\u0020-\u00ff]+/g

const plainForms: readonly (readonly [RegExp, string, Said])[] = [
  [/^[\u2018\u2019\u201a\u201b]+$/, "'", said`a curly quote`],
  [/^[\u201c-\u201f]+$/, '"', said`a curly quote`],
  [/^[\u2010-\u2015\u2212]+$/, '-', said`a long dash`],
  [/^\u2026+$/, '...', said`an ellipsis`],
  [/^[\u2000-\u200a\u202f\u205f\u3000]+$/, ' ', said`a blank of a special width`],
  [/^[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+$/, '', said`a character that nobody sees`],
]

const codePoints = (text: string): string =>
  Array.from(text.slice(0, 8), (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** Each run of characters for which AWS refuses a document. */
export function refusedCharacters(text: string): readonly (TextPlace & { readonly message: Said })[] {
  return [...text.matchAll(refused)].map(({ 0: found, index }) => {
    const [, plain = '', name = said`a character that AWS refuses`] = plainForms.find(([pattern]) => pattern.test(found)) ?? []
    const advice = plain === '' ? said`Remove it.` : said`Write ${plain}`
    return { message: said`This is ${name} (${codePoints(found)}). ${advice}`, start: index, end: index + found.length }
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
