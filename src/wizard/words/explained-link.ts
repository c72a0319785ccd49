import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

/** The way from a message to the page about its code. */
const english = {
  about: (code: string) => `About ${code}`,
  newTab: '(opens in a new tab)',
} as const

export type ExplainedLinkWords = WordsOf<typeof english>

export const explainedLinkWords = inLanguage('knowledge', 'explainedLink', english)
