import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = { language: 'en' }

export type FindingWords = WordsOf<typeof english>

const words = inLanguage('findings', 'findings', english)

/** The language in which the linter and the doctor speak: that of the page, once its texts are loaded. */
export const findingsLanguage = (): string => words.language
