import type { AccountWords } from '#wizard/words/account.ts'
import type { ArtefactViewWords } from '#wizard/words/artefact-view.ts'
import type { ConnectedWords } from '#wizard/words/connected.ts'
import type { DoctorWords, RecognisedWords } from '#wizard/words/doctor.ts'
import type { ExplainedWords } from '#wizard/words/explained.ts'
import type { FailureCatalogue } from '#wizard/words/failure-words.ts'

  /** What the linter and the denial doctor find. */
  readonly { readonly FindingWords; readonly severities: SeverityWords }
