import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

/** One artefact of the vendor's, in a page of its documentation. */
const english = {
  title: (artefact: string, vendor: string) => `${artefact} for ${vendor}`,
  replace: (placeholders: readonly string[]) => `Replace ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `What ${vendor} asks for`,
  example: (accountId: string) => `An example with every permission set that there is, in account ${accountId}.`,
  unknownTitle: 'There is no such artefact',
  unknown: (known: readonly string[]) => `The page that embeds this asks for one that is not offered. These are: ${known.join(', ')}.`,
} as const

export type ArtefactViewWords = WordsOf<typeof english>

export const artefactViewWords = inLanguage('later', 'artefactView', english)
