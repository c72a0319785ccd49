import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

/** The way from a message to the page about its code. */
const english = {
  about: (code: string) => `About ${code}`,
  newTab: '(opens in a new tab)',
} as const

export type ExplainedLinkWords = WordsOf<typeof english>

export const explainedLinkWords = inLanguage('knowledge', 'explainedLink', english)
