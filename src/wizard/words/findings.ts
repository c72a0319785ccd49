import { inEnglish, type Say } from '#core/lint/said.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = { say: inEnglish }

export type FindingWords = WordsOf<typeof english>

const words = inLanguage('findings', 'findings', english)

/** What the linter and the denial doctor find, in the language of the page. */
export const say: Say = (sentence, entry) => words.say(sentence, entry)
