import { inEnglish, type Say } from '#core/rules/said.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = { say: inEnglish }

export type FindingWords = WordsOf<typeof english>

const words = inLanguage('findings', 'findings', english)

/** What the linter and the denial doctor find, in the language of the page. */
export const say: Say = (sentence, entry) => words.say(sentence, entry)
