import { useState } from 'react'
import type { Failure } from '#wizard/api/request.ts'
import { failureWords } from '#wizard/words/failure-words.ts'
import { handoffWords as words } from '#wizard/words/handoff.ts'

/** The field that was refused has its own words from the server. */
const why = (failure: Failure): string =>
  (failure.kind === 'problem' ? failure.problem.issues?.[0]?.message : undefined) ?? failureWords(failure)

export function ActionFailure({ failure }: { failure: Failure | null }) {
  if (failure === null) return null
  return (
    <p className="look-failure" role="alert" key={why(failure)}>
      <b>{words.failed}</b> <span>{why(failure)}</span>
    </p>
  )
}

/** One thing that is done at a press, and why the last attempt failed. */
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
