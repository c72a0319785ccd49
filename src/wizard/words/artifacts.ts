import { type SpokenDialect, spokenDialect } from '#core/artifacts/artifact.ts'
import { type ArtifactId, artifactDialects } from '#core/artifacts/artifacts.ts'
import { inEnglish, type Say } from '#core/rules/said.ts'
import { inLanguage } from '#i18n/language.ts'
import type { SentenceWords } from './sentences.ts'

const english: SentenceWords = { say: inEnglish }

const words = inLanguage('later', 'artifacts', english)

/** What artifacts say of themselves, in the language of the page. */
const sayArtifact: Say = (sentence, entry) => words.say(sentence, entry)

export const spokenArtifact = (id: ArtifactId): SpokenDialect => spokenDialect(artifactDialects[id], sayArtifact)
