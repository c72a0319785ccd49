import { type SpokenDialect, spokenDialect } from '#core/artefacts/artefact.ts'
import { inEnglish } from '#core/lint/said.ts'
import type { Rollout } from '#core/rollout/rollout.ts'
import { type RolloutArtefactId, rolloutDialects } from '#core/rollout/rollout-artefacts.ts'
import { inLanguage } from '#words/language.ts'
import type { SentenceWords } from './sentences.ts'

const english: SentenceWords = { say: inEnglish }

const words = inLanguage('many', 'rollout', english)

/** What the ways to create many roles say of themselves, in the language of the page. */
export const spokenRollout = (id: RolloutArtefactId): SpokenDialect<Rollout> =>
  spokenDialect(rolloutDialects[id], (sentence, entry) => words.say(sentence, entry))
