import { type SpokenDialect, spokenDialect } from '#core/artifacts/artifact.ts'
import type { Rollout } from '#core/artifacts/rollout/rollout.ts'
import { type RolloutArtifactId, rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { localized } from '#i18n/language.ts'
import { rolloutMessages } from './sentence-messages.ts'

/** What the ways to create many roles say of themselves, in the language of the page. */
export const spokenRollout = (id: RolloutArtifactId): SpokenDialect<Rollout> =>
  spokenDialect(rolloutDialects[id], (sentence, entry) => localized(rolloutMessages).say(sentence, entry))
