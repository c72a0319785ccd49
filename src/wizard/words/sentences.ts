import { inEnglish, type Say } from '#core/rules/said.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = { say: inEnglish }

export type SentenceWords = WordsOf<typeof english>

const words = inLanguage('first', 'plain', english)

/** What policies do, in the language of the page. */
export const sayPlain: Say = (sentence, entry) => words.say(sentence, entry)
