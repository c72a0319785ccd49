import { isRefusalCode, refusals, unknownRefusal } from '#core/connection/refusals.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

const english = { known: refusals, unknown: unknownRefusal }

export type RefusalWords = WordsOf<typeof english>

const words = inLanguage('first', 'refusals', english)

/** Why something that was typed is not taken, in the language of the page. */
export const refusalMessage = (code: string): string => (isRefusalCode(code) ? words.known[code].message : words.unknown(code))
