import { inEnglish, type Say } from '#core/lint/said.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = { say: inEnglish }

export type SentenceWords = WordsOf<typeof english>

const words = inLanguage('first', 'plain', english)

/** What policies do, in the language of the page. */
export const sayPlain: Say = (sentence, entry) => words.say(sentence, entry)
