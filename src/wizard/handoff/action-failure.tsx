import { localized } from '#i18n/language.ts'
import { failureText } from '#wizard/api/failure-text.ts'
import type { Failure } from '#wizard/api/request.ts'
import { handoffMessages } from './handoff-messages.ts'

/** The field that was refused has its own words from the server. */
const why = (failure: Failure): string =>
  (failure.kind === 'problem' ? failure.problem.issues?.[0]?.message : undefined) ?? failureText(failure)

export function ActionFailure({ failure }: { failure: Failure | null }) {
  if (failure === null) return null
  return (
    <p className="look-failure" role="alert" key={why(failure)}>
      <b>{localized(handoffMessages).failed}</b> <span>{why(failure)}</span>
    </p>
  )
}
