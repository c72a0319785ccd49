import { useState } from 'react'
import type { Failure } from '#wizard/api/request.ts'

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
