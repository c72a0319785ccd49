import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { failureMessages } from './failure-messages.ts'
import type { Failure } from './request.ts'

/** Why a request to our own server brought nothing, as a sentence. */
export function failureText(failure: Failure): string {
  const words = localized(failureMessages)
  if (failure.kind === 'unreachable') return words.unreachable
  if (failure.kind === 'unreadable') return words.unreadable
  if (failure.problem.code !== 'rate-limited') return words.problems[failure.problem.code]
  return words.rateLimited(failure.retryAfterMs === null ? null : Math.ceil(failure.retryAfterMs / 1000))
}

/** A request that a press on a button makes, and why the last attempt failed. */
export function useAction() {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  /** True when it is done. */
  async function run(act: () => Promise<Failure | null>): Promise<boolean> {
    setBusy(true)
    const failed = await act()
    setBusy(false)
    setFailure(failed)
    return failed === null
  }

  return { isBusy, failure, run }
}

/** The field that was refused has its own words from the server. */
const why = (failure: Failure): string =>
  (failure.kind === 'problem' ? failure.problem.issues?.[0]?.message : undefined) ?? failureText(failure)

export function ActionFailure({ failure }: { failure: Failure | null }) {
  if (failure === null) return null
  return (
    <p className="check-failure" role="alert" key={why(failure)}>
      <b>{localized(failureMessages).actionFailed}</b> <span>{why(failure)}</span>
    </p>
  )
}
