import { isRefusalCode, refusals, unknownRefusal } from '#core/refusals.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = { known: refusals, unknown: unknownRefusal }

export type RefusalWords = WordsOf<typeof english>

const words = inLanguage('first', 'refusals', english)

/** Why something that was typed is not taken, in the language of the page. */
export const refusalMessage = (code: string): string => (isRefusalCode(code) ? words.known[code].message : words.unknown(code))
