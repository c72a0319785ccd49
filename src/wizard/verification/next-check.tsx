import type { UseQueryResult } from '@tanstack/react-query'
import type { VerdictHistory } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { useNow } from '#ui/browser/clock.ts'
import { Button } from '#ui/controls/button.tsx'
import { failureText } from '#wizard/api/failure.tsx'
import { Time, VerifiedSince } from './time.tsx'
import { diagnosisTitle } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'
import { isWaitingForAws, nextCheckIn, type PollingState, secondsSinceFirstCheck } from './verification-state.ts'

type NextCheckProps = { readonly query: UseQueryResult<PollingState>; readonly label?: string }

/** The countdown is not announced to screen readers, since it changes every second. */
export function NextCheck({ query, label = localized(verificationMessages).checkNow }: NextCheckProps) {
  const words = localized(verificationMessages)
  const now = useNow(1000)
  const { data: polling, dataUpdatedAt, isFetching, refetch } = query
  const seconds = Math.max(1, Math.ceil((dataUpdatedAt + nextCheckIn(polling) - now) / 1000))
  const sentence = isFetching || polling === undefined ? words.checking : words.nextCheck(seconds)
  return (
    <>
      {polling?.failure && (
        <p className="check-failure" key={polling.failure.kind}>
          <b>{words.failed}</b> <span>{navigator.onLine ? failureText(polling.failure) : words.failedOffline}</span>
        </p>
      )}
      {polling === undefined ? <UsualTime /> : <PastChecks polling={polling} answeredAt={dataUpdatedAt} />}
      <p className="next-check">
        <span key={sentence} className="next-check-time">
          {sentence}
        </span>
        <span aria-hidden="true">·</span>
        <Button variant="quiet" className="small" aria-disabled={isFetching} onClick={() => void refetch({ cancelRefetch: false })}>
          {label}
        </Button>
      </p>
    </>
  )
}

type PastChecksProps = { readonly polling: PollingState; readonly answeredAt: number }

/** Not announced to screen readers, since it changes every second. */
function PastChecks({ polling, answeredAt }: PastChecksProps) {
  const { verdict } = polling
  const isWaiting = isWaitingForAws(polling)
  if (verdict === null || (isWaiting && verdict.history === undefined)) return null
  return (
    <>
      {isWaiting ? (
        <PropagationClock polling={polling} answeredAt={answeredAt} />
      ) : (
        <p className="past-checks">
          <VerifiedSince verdict={verdict} />
        </p>
      )}
      <Before before={verdict.history?.before ?? null} />
    </>
  )
}

/** Before the first answer, in the place of the clock. */
function UsualTime() {
  return (
    <p className="past-checks">
      <span>{localized(verificationMessages).usual}</span>
    </p>
  )
}

function PropagationClock({ polling, answeredAt }: PastChecksProps) {
  const seconds = secondsSinceFirstCheck(polling, useNow(1000) - answeredAt)
  const elapsed = localized(verificationMessages).elapsed(Math.floor(seconds / 60), seconds % 60)
  return (
    <p className="past-checks" role="timer">
      <span key={elapsed}>{elapsed}</span>
    </p>
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
