import { localized } from '#i18n/language.ts'
import { supportMessages } from './support-messages.ts'
import type { VendorFailure } from './vendor-api.ts'

const isKnown = <Words extends object>(words: Words, code: string): code is keyof Words & string => Object.hasOwn(words, code)

function failureSentence(failure: VendorFailure): string {
  const { failures, problems } = localized(supportMessages)
  if (failure.kind !== 'problem') return failures[failure.kind]
  const { code } = failure.problem
  return isKnown(problems, code) ? problems[code] : failures.other
}

/** With the details of the server, which are in English. */
export function VendorFailureText({ failure }: { readonly failure: VendorFailure }) {
  const { detail, issues } = failure.kind === 'problem' ? failure.problem : {}
  const said = detail ?? issues?.[0]?.message
  const sentence = failureSentence(failure)
  return (
    <p className="check-failure" role="alert" key={sentence}>
      <b>{localized(supportMessages).failed}</b> <span>{sentence}</span> {said !== undefined && <span lang="en">{said}</span>}
    </p>
  )
}
