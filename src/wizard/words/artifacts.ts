import { type SpokenDialect, spokenDialect } from '#core/artifacts/artifact.ts'
import { type ArtifactId, artifactDialects } from '#core/artifacts/artifacts.ts'
import type { Say } from '#core/rules/said.ts'
import { localized } from '#i18n/language.ts'
import { artifactMessages } from './sentence-messages.ts'

/** What artifacts say of themselves, in the language of the page. */
const sayArtifact: Say = (sentence, entry) => localized(artifactMessages).say(sentence, entry)

export const spokenArtifact = (id: ArtifactId): SpokenDialect => spokenDialect(artifactDialects[id], sayArtifact)
