import type { UseQueryResult } from '@tanstack/react-query'
import type { VerdictHistory } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { useNow } from '#ui/browser/clock.ts'
import { Button } from '#ui/controls/button.tsx'
import { failureText } from '#wizard/api/failure.tsx'
import { Time, VerifiedSince } from './time.tsx'
import { diagnosisTitle } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'
import { type PollingState, secondsWaited } from './verification-state.ts'

type Query = UseQueryResult<PollingState>

type NextCheckProps = {
  readonly query: Pick<UseQueryResult, 'data' | 'dataUpdatedAt' | 'isFetching' | 'refetch'>
  /** Milliseconds from the last answer to the next check. */
  readonly dueInMs: number
  /** The sentence of the countdown. */
  readonly sentence?: (seconds: number) => string
}

/** The countdown is not announced to screen readers, since it changes every second. */
export function NextCheck({ query, dueInMs, sentence = localized(verificationMessages).nextCheck }: NextCheckProps) {
  const words = localized(verificationMessages)
  const now = useNow(1000)
  const { data, dataUpdatedAt, isFetching, refetch } = query
  const seconds = Math.max(1, Math.ceil((dataUpdatedAt + dueInMs - now) / 1000))
  const text = isFetching || data === undefined ? words.checking : sentence(seconds)
  return (
    <p className="next-check">
      <span key={text} className="next-check-time">
        {text}
      </span>
      <span aria-hidden="true">·</span>
      <Button variant="quiet" className="small" aria-disabled={isFetching} onClick={() => void refetch({ cancelRefetch: false })}>
        {words.checkNow}
      </Button>
    </p>
  )
}

/** The reason why the last request brought no verdict. */
export function CheckFailure({ query }: { query: Query }) {
  const words = localized(verificationMessages)
  const failure = query.data?.failure
  if (!failure) return null
  return (
    <p className="check-failure" key={failure.kind}>
      <b>{words.failed}</b> <span>{navigator.onLine ? failureText(failure) : words.failedOffline}</span>
    </p>
  )
}

/** Since when the status applies, and what came before. Not announced to screen readers, since it changes every second. */
export function PastChecks({ query }: { query: Query }) {
  const verdict = query.data?.verdict ?? null
  if (verdict === null) return null
  return (
    <>
      <p className="past-checks">
        <VerifiedSince verdict={verdict} />
      </p>
      <Before before={verdict.history?.before ?? null} />
    </>
  )
}

export function WaitClock({ query }: { query: Query }) {
  const { data: polling, dataUpdatedAt } = query
  const now = useNow(1000)
  if (polling === undefined) return null
  const seconds = secondsWaited(polling, now - dataUpdatedAt)
  const elapsed = localized(verificationMessages).elapsed(Math.floor(seconds / 60), seconds % 60)
  return (
    <span role="timer">
      <span key={elapsed}>{elapsed}</span>
    </span>
  )
}

function Before({ before }: Pick<VerdictHistory, 'before'>) {
  if (before === null) return null
  const title = diagnosisTitle(before.diagnosis)
  return (
    <p className="past-checks" key={title}>
      <span>{localized(verificationMessages).before(title)}</span> <Time at={before.lastSeenAt} hasDay />
    </p>
  )
}
