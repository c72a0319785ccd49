import { type SpokenDialect, spokenDialect } from '#core/artifacts/artifact.ts'
import type { Rollout } from '#core/artifacts/rollout/rollout.ts'
import { type RolloutArtifactId, rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { inEnglish } from '#core/rules/said.ts'
import { inLanguage } from '#i18n/language.ts'
import type { SentenceWords } from './sentences.ts'

const english: SentenceWords = { say: inEnglish }

const words = inLanguage('many', 'rollout', english)

/** What the ways to create many roles say of themselves, in the language of the page. */
export const spokenRollout = (id: RolloutArtifactId): SpokenDialect<Rollout> =>
  spokenDialect(rolloutDialects[id], (sentence, entry) => words.say(sentence, entry))
