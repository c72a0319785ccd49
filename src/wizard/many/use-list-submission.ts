import { useRef, useState } from 'react'
import { navigate } from '#ui/browser/use-hash.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { keepListText, listText } from './account-list-draft.ts'
import { connectList, type ListAttempt, type ListContext } from './list-submission.ts'

type Ended = { readonly attempts: number; readonly last: ListAttempt | null; readonly isPending: boolean }

export function useListSubmission(context: ListContext) {
  const [ended, setEnded] = useState<Ended>({ attempts: 0, last: null, isPending: false })
  // Not state: the second of two quick clicks comes before the next render.
  const isUnderWay = useRef(false)

  async function attempt(): Promise<void> {
    const last = await connectList(context)
    setEnded(({ attempts }) => ({ attempts: attempts + 1, last, isPending: false }))
    // Who went on writing meanwhile keeps what is written: what was connected is said to be so there.
    if (last.left === null || listText() !== context.text) return
    keepListText(last.left)
    if (last.refused.length === 0) navigate(routeHash({ kind: 'accounts', show: 'all', text: '' }))
  }

  function submit(): void {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setEnded((before) => ({ ...before, isPending: true }))
    void attempt().finally(() => {
      isUnderWay.current = false
    })
  }

  return { ...ended, submit }
}
