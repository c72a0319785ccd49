import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = {
  error: 'Error: ',
  steps: { done: 'done', current: 'current step', ahead: 'not yet' },
} as const

export type UiWords = WordsOf<typeof english>

/** The few words that parts of the first screen have of their own. */
export const uiWords = inLanguage('first', 'ui', english)
