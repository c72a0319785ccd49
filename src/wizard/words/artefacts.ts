import { type SpokenDialect, spokenDialect } from '#core/artefacts/artefact.ts'
import { type ArtefactId, artefactDialects } from '#core/artefacts/artefacts.ts'
import { inEnglish, type Say } from '#core/lint/said.ts'
import { inLanguage } from '#words/language.ts'
import type { SentenceWords } from './sentences.ts'

const english: SentenceWords = { say: inEnglish }

const words = inLanguage('later', 'artefacts', english)

/** What artefacts say of themselves, in the language of the page. */
export const sayArtefact: Say = (sentence, entry) => words.say(sentence, entry)

export const spokenArtefact = (id: ArtefactId): SpokenDialect => spokenDialect(artefactDialects[id], sayArtefact)
