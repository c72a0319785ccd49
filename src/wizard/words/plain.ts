import { asSaid, inEnglish, type Say } from '#core/lint/said.ts'
import { type Partition, partitions } from '#core/partition.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = { say: inEnglish }

export type SentenceWords = WordsOf<typeof english>

const words = inLanguage('first', 'plain', english)

/** What policies do, in the language of the page. */
export const sayPlain: Say = (sentence, entry) => words.say(sentence, entry)

export const partitionTitle = (partition: Partition): string => sayPlain(asSaid(partitions[partition].title), 'partitions')
