import { useState } from 'react'
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
