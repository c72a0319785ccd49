import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { spokenLanguages } from './language-rules.ts'
import { messageKeys } from './message-keys.ts'
import { found, oneOf, suggestion } from './spelling.ts'

type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

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
