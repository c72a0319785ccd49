import { cardWords } from '#server/pages/link-card.ts'
import { inLanguage } from './language.ts'
import type { WordsOf } from './words-of.ts'

export type LinkCardWords = WordsOf<typeof cardWords>

/** What a link to the page says of it. The English ones stand in the server, which answers them where it serves no pages. */
export const linkCardWords = inLanguage('later', 'linkCard', cardWords)
