import type { UseQueryResult } from '@tanstack/react-query'
import { useNow } from '#ui/browser/use-now.ts'
import { Button } from '#ui/controls/button.tsx'
import { failureWords } from '#wizard/words/failure-words.ts'
import { verificationWords as words } from '#wizard/words/verification.ts'
import { PastLooks, UsualTime } from './past-checks.tsx'
import { nextLookIn, type PollingState } from './polling.ts'

type NextLookProps = { readonly query: UseQueryResult<PollingState>; readonly label?: string }

/** When the next look comes, and a way to look at once. Counts down in sight only; nothing is announced each second. */
export function NextLook({ query, label = words.lookNow }: NextLookProps) {
  const now = useNow(1000)
  const { data: watch, dataUpdatedAt, isFetching, refetch } = query
  const seconds = Math.max(1, Math.ceil((dataUpdatedAt + nextLookIn(watch) - now) / 1000))
  const sentence = isFetching || watch === undefined ? words.looking : words.nextLook(seconds)
  return (
    <>
      {watch?.failure && (
        <p className="look-failure" key={watch.failure.kind}>
          <b>{words.failed}</b> <span>{navigator.onLine ? failureWords(watch.failure) : words.failedOffline}</span>
        </p>
      )}
      {watch === undefined ? <UsualTime /> : <PastLooks watch={watch} answeredAt={dataUpdatedAt} />}
      <p className="next-look">
        <span key={sentence} className="next-look-time">
          {sentence}
        </span>
        <span aria-hidden="true">·</span>
        <Button look="quiet" className="small" aria-disabled={isFetching} onClick={() => void refetch({ cancelRefetch: false })}>
          {label}
        </Button>
      </p>
    </>
  )
}
