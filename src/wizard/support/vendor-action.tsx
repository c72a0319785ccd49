import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { supportMessages } from './support-messages.ts'
import type { VendorAnswer, VendorFailure } from './vendor-api.ts'

/** A request that a press on a button makes, and why the last attempt failed. */
export function useVendorAction() {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<VendorFailure | null>(null)

  /** Null if it failed. */
  async function run<Value>(act: () => Promise<VendorAnswer<Value>>): Promise<Value | null> {
    setBusy(true)
    const answer = await act()
    setBusy(false)
    setFailure(answer.kind === 'answer' ? null : answer)
    return answer.kind === 'answer' ? answer.value : null
  }

  return { isBusy, failure, run }
}

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
