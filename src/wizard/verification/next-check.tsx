import type { UseQueryResult } from '@tanstack/react-query'
import { localized } from '#i18n/language.ts'
import { useNow } from '#ui/browser/clock.ts'
import { Button } from '#ui/controls/button.tsx'
import { failureText } from '#wizard/api/failure-text.ts'
import { PastLooks, UsualTime } from './past-checks.tsx'
import { nextLookIn, type PollingState } from './polling.ts'
import { verificationMessages } from './verification-messages.ts'

type NextLookProps = { readonly query: UseQueryResult<PollingState>; readonly label?: string }

/** When the next look comes, and a way to look at once. Counts down in sight only; nothing is announced each second. */
export function NextLook({ query, label = localized(verificationMessages).lookNow }: NextLookProps) {
  const words = localized(verificationMessages)
  const now = useNow(1000)
  const { data: watch, dataUpdatedAt, isFetching, refetch } = query
  const seconds = Math.max(1, Math.ceil((dataUpdatedAt + nextLookIn(watch) - now) / 1000))
  const sentence = isFetching || watch === undefined ? words.looking : words.nextLook(seconds)
  return (
    <>
      {watch?.failure && (
        <p className="look-failure" key={watch.failure.kind}>
          <b>{words.failed}</b> <span>{navigator.onLine ? failureText(watch.failure) : words.failedOffline}</span>
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
