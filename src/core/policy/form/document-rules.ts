import { type JsonValue, jsonValue, type TextPlace } from '#core/policy/json/json-node.ts'
import type { PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { messages, type Text } from '#core/text/messages.ts'
import type { Rule } from './rule.ts'
import { iamGuide, rule } from './rule.ts'

/** A rule about policies of every kind. */
export type AnyPolicyRule = Rule<PolicyView>

export const allowedCharactersMessages = messages('allowed-characters', {
  curlyQuote: 'a curly quote',
  longDash: 'a long dash',
  ellipsis: 'an ellipsis',
  specialSpace: 'a nonstandard space',
  invisible: 'an invisible character',
  refused: 'a character that AWS rejects',
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

/** Each run of characters for which AWS rejects a document. */
function refusedCharacters(text: string): readonly (TextPlace & { readonly message: Text })[] {
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
function withAllowedCharacters(value: JsonValue): JsonValue {
  if (typeof value === 'string') return cleaned(value)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(withAllowedCharacters)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [cleaned(name), withAllowedCharacters(item)]))
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

export const tp37Messages = messages('TP37', {
  title: 'A character that AWS rejects',
  what: 'Characters outside of tab, line feed, carriage return and U+0020 to U+00FF',
  why: 'AWS rejects the whole policy. Such characters usually come from a word processor or a chat: curly quotes, long dashes, invisible characters.',
  todo: 'Remove them, or replace them with plain ones.',
})

export const tp37: AnyPolicyRule = rule(
  tp37Messages,
  'error',
  'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html#API_CreateRole_RequestParameters',
  ({ text, root }) => {
    const found = refusedCharacters(text)
    if (found.length === 0) return []
    const fix = [{ path: [], value: withAllowedCharacters(jsonValue(root)) }]
    return found.map(({ message, start, end }) => ({ message, path: [], place: { start, end }, fix }))
  },
)

export const tp38Messages = messages('TP38', {
  title: 'The same Sid twice',
  what: 'Two statements with the same Sid',
  why: 'Each Sid must be unique in the policy. AWS rejects duplicates.',
  todo: 'Change one Sid, or remove it. A Sid is only a label.',
  found: (text: string) => `Another statement already has the Sid ${text}. Change or remove this one.`,
})

function repeated(statements: readonly StatementView[]): readonly StatementView[] {
  const seen = new Set<string>()
  return statements.filter(({ texts }) => {
    const [sid] = texts('Sid')
    if (sid === undefined || sid.text === '') return false
    const isRepeated = seen.has(sid.text)
    seen.add(sid.text)
    return isRepeated
  })
}

export const tp38: AnyPolicyRule = rule(tp38Messages, 'error', iamGuide('reference_policies_elements_sid.html'), ({ statements }) =>
  repeated(statements).map(({ path, texts }) => ({
    message: (language) => tp38Messages.in(language).found(JSON.stringify(texts('Sid')[0]?.text)),
    path: [...path, 'Sid'],
    fix: [{ path: [...path, 'Sid'] }],
  })),
)

export const tp44Messages = messages('TP44', {
  title: 'A Sid that AWS rejects',
  what: 'A Sid with characters other than letters and digits',
  why: 'A Sid can contain only letters and digits. Otherwise IAM rejects the document.',
  todo: 'Remove the other characters, or the whole Sid.',
  found: (text: string) => `${text} has characters that IAM rejects in a Sid. Use letters and digits only.`,
})

export const tp44: AnyPolicyRule = rule(tp44Messages, 'error', iamGuide('reference_policies_elements_sid.html'), ({ statements }) =>
  statements
    .flatMap(({ texts }) => texts('Sid'))
    .filter(({ text }) => !/^[A-Za-z0-9]*$/.test(text))
    .map(({ text, path }) => ({
      message: (language) => tp44Messages.in(language).found(JSON.stringify(text)),
      path,
      fix: [{ path, value: text.replace(/[^A-Za-z0-9]/g, '') }],
    })),
)

export const tp47Messages = messages('TP47', {
  title: 'A version that doesn’t exist',
  what: 'A Version other than 2012-10-17 and 2008-10-17',
  why: 'Version is the version of the policy language, not the date of the document. IAM rejects any other value.',
  todo: 'Write "Version": "2012-10-17".',
  found: (value: string) => `IAM doesn’t know the version ${value}. Write "2012-10-17".`,
})

const versions: readonly (string | null)[] = ['2012-10-17', '2008-10-17', null]

export const tp47: AnyPolicyRule = rule(
  tp47Messages,
  'error',
  iamGuide('access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-version'),
  ({ version }) =>
    versions.includes(version)
      ? []
      : [
          {
            message: (language) => tp47Messages.in(language).found(JSON.stringify(version)),
            path: ['Version'],
            fix: [{ path: ['Version'], value: '2012-10-17' }],
          },
        ],
)
