import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { type ConfigPath, type ConfigRule, type ConfigSpot, found, oneOf, suggestion } from './config-finding.ts'
import { messageKeys } from './message-keys.ts'

/** The language is null for the name, which is the same in all of them. */
type ShownText = { readonly path: ConfigPath; readonly text: string; readonly language: string | null }

const byLanguage = (texts: Readonly<Record<string, string>>, path: ConfigPath): readonly ShownText[] =>
  Object.entries(texts).map(([language, text]) => ({ path: [...path, language], text, language }))

/** Texts that customers read. The parser has made every text one by language. */
const shownTexts = ({ name, purpose, permissionSets }: VendorFields): readonly ShownText[] => [
  { path: ['name'], text: name, language: null },
  ...byLanguage(purpose, ['purpose']),
  ...permissionSets.flatMap(({ title, why, parameters }, index) => [
    ...byLanguage(title, ['permissionSets', index, 'title']),
    ...byLanguage(why, ['permissionSets', index, 'why']),
    ...parameters.flatMap((parameter, position) => [
      ...byLanguage(parameter.title, ['permissionSets', index, 'parameters', position, 'title']),
      ...byLanguage(parameter.help ?? {}, ['permissionSets', index, 'parameters', position, 'help']),
    ]),
  ]),
]

/** Languages of the wizard. A test compares this list with the catalogs. */
export const spokenLanguages: readonly string[] = ['en', 'de']

/** https://www.rfc-editor.org/info/bcp47 */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

const brokenTag: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    shownTexts(vendor).flatMap(({ path, language }): readonly ConfigSpot[] =>
      language === null || languageTag.test(language)
        ? []
        : [{ path, message: `${found(language)} is not a language tag. Use one such as "de".` }],
    ),
}

const unspoken: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    shownTexts(vendor).flatMap(({ path, language }): readonly ConfigSpot[] =>
      language === null || !languageTag.test(language) || spokenLanguages.includes(language)
        ? []
        : [
            {
              path,
              message: `The wizard does not speak ${found(language)}, so customers never see this text. Allowed here: ${oneOf(spokenLanguages)}.`,
            },
          ],
    ),
}

const untranslated: ConfigRule = {
  severity: 'warning',
  check: (vendor) => {
    const texts = shownTexts(vendor).filter(({ language }) => language !== null)
    const used = spokenLanguages.filter((spoken) => spoken !== 'en' && texts.some(({ language }) => language === spoken))
    const translated = new Set(texts.map(({ path }) => JSON.stringify(path)))
    return texts
      .filter(({ language }) => language === 'en')
      .flatMap(({ path }) =>
        used
          .map((language) => ({ path: [...path.slice(0, -1), language], language }))
          .filter((other) => !translated.has(JSON.stringify(other.path)))
          .map(
            (other): ConfigSpot => ({
              path: other.path,
              message: `Other texts are in "${other.language}", and this one is in English only. Add it, for example { "en": "…", "${other.language}": "…" }.`,
            }),
          ),
      )
  },
}

export const languageRules: readonly ConfigRule[] = [brokenTag, unspoken, untranslated]

type Text = { readonly path: ConfigPath; readonly text: string }

function textsBelow(value: unknown, path: ConfigPath): readonly Text[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsBelow(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [{ path: [...path, key], text: key }, ...textsBelow(item, [...path, key])])
}

const over = (texts: (vendor: VendorFields) => readonly Text[], faultIn: (text: string) => string | null) => (vendor: VendorFields) =>
  texts(vendor).flatMap(({ path, text }): ConfigSpot[] => {
    const message = faultIn(text)
    return message === null ? [] : [{ path, message }]
  })

/** Controls, line separators, halves of a character, and marks that turn the order of what is read. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const unprintable = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u

const blankText: ConfigRule = {
  severity: 'error',
  check: over(shownTexts, (text) =>
    text.trim() === '' ? 'This text is blank. Write what customers read here, for example "Read images".' : null,
  ),
}

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const unprintableText: ConfigRule = {
  severity: 'error',
  check: over(
    (vendor) => textsBelow(vendor, []),
    (text) => {
      const [character] = unprintable.exec(text) ?? []
      return character === undefined
        ? null
        : `This text has a character that cannot be shown (${codePoint(character)}). Write it in one line of letters, digits, spaces and punctuation, for example "Read images".`
    },
  ),
}

const html: ConfigRule = {
  severity: 'warning',
  check: over(shownTexts, (text) =>
    /<\/?[a-z!][^>]*>|&(?:[a-z]+|#\w+);/i.test(text) ? 'HTML is shown as it is written. Use plain text, for example "Read images".' : null,
  ),
}

const outerSpaces: ConfigRule = {
  severity: 'warning',
  check: over(shownTexts, (text) =>
    text !== text.trim() && text.trim() !== '' ? `This text starts or ends with a space. Write ${found(text.trim())}.` : null,
  ),
}

const longMaximum = 300

const longText: ConfigRule = {
  severity: 'warning',
  check: over(shownTexts, (text) =>
    text.length > longMaximum
      ? `This text has ${text.length} characters. Customers read up to ${longMaximum} more easily: shorten it, for example "Read images".`
      : null,
  ),
}

/** The purpose is the end of a sentence that has its own full stop. */
const closedPurpose: ConfigRule = {
  severity: 'warning',
  check: ({ purpose }) =>
    Object.entries(purpose).flatMap(([language, text]) =>
      /[.!?]\s*$/.test(text)
        ? [
            {
              path: ['purpose', language],
              message: 'This finishes a sentence, which adds a full stop. Remove yours, for example "processes your images".',
            },
          ]
        : [],
    ),
}

/** Everything that is neither part of a statement, whose rules say more, nor an ARN with a form of its own. */
const outsideStatements = (vendor: VendorFields): readonly Text[] => {
  const permissionSets = vendor.permissionSets.map(({ statements: _, managedPolicyArns: _arns, ...set }) => set)
  return textsBelow({ ...vendor, permissionSets }, [])
}

const placeholderInText: ConfigRule = {
  severity: 'error',
  check: over(outsideStatements, (text) =>
    /\{\{.*?\}\}/.test(text)
      ? `${found(text)} has a placeholder. Placeholders work in "resources" of statements only. Write the text itself, for example "Acme".`
      : null,
  ),
}

export const textRules: readonly ConfigRule[] = [blankText, unprintableText, html, outerSpaces, longText, closedPurpose, placeholderInText]

type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** Keys of texts that have another key now, by catalog. A config that has the earlier key still works. */
const presentKeys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  diagnose: { recognised: 'recognized', permissionsUnseen: 'permissionsNotPasted' },
  many: {
    'table.sortKeys.lastLook': 'table.sortKeys.lastCheckedAt',
    'table.sorted.lastLook.up': 'table.sorted.lastCheckedAt.up',
    'table.sorted.lastLook.down': 'table.sorted.lastCheckedAt.down',
  },
  receipt: { 'facts.seen': 'facts.checkedAt' },
}

const mapEntries = <Value, Mapped>(record: Readonly<Record<string, Value>>, change: (value: Value, key: string) => Mapped) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

export const withPresentKeys = (words: Words) =>
  mapEntries(words, (ofLanguage) =>
    mapEntries(ofLanguage, (texts, catalog) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [presentKeys[catalog]?.[key] ?? key, text])),
    ),
  )

const keysOf = (catalog: string): readonly string[] => messageKeys[catalog]?.split(' ') ?? []

function unknownKeys(language: string, catalog: string, texts: Readonly<Record<string, string>>): readonly ConfigSpot[] {
  const keys = keysOf(catalog)
  return Object.keys(texts)
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      path: ['words', language, catalog, key],
      message: `The catalog ${found(catalog)} has no text ${found(key)}.${suggestion(key, keys)}`,
    }))
}

function unknownWords(words: Words): readonly ConfigSpot[] {
  const catalogs = Object.keys(messageKeys)
  return Object.entries(words).flatMap(([language, ofLanguage]) => {
    if (!spokenLanguages.includes(language))
      return [{ path: ['words', language], message: `The wizard doesn't have ${found(language)}. Use ${oneOf(spokenLanguages)}.` }]
    return Object.entries(ofLanguage).flatMap(([catalog, texts]) =>
      catalogs.includes(catalog)
        ? unknownKeys(language, catalog, texts)
        : [{ path: ['words', language, catalog], message: `There is no catalog ${found(catalog)}.${suggestion(catalog, catalogs)}` }],
    )
  })
}

export const wordRules: readonly ConfigRule[] = [{ severity: 'error', check: ({ words }) => unknownWords(words) }]
