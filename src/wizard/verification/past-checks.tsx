import type { VerdictHistory } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { useNow } from '#ui/browser/clock.ts'
import { diagnosisTitle } from '#wizard/words/verdict.ts'
import { isWaitingForAws, type PollingState, watchedSeconds } from './polling.ts'
import { SeenSince } from './seen-since.tsx'
import { Time } from './time.tsx'
import { verificationMessages } from './verification-messages.ts'

type PastLooksProps = { readonly watch: PollingState; readonly answeredAt: number }

/** How long AWS has had and what is usual, or since when it is so and when it was looked at last; and what was seen before. For the eye: nothing is announced. */
export function PastLooks({ watch, answeredAt }: PastLooksProps) {
  const { verdict } = watch
  const isWaiting = isWaitingForAws(watch)
  if (verdict === null || (isWaiting && verdict.history === undefined)) return null
  return (
    <>
      {isWaiting ? (
        <PropagationClock watch={watch} answeredAt={answeredAt} />
      ) : (
        <p className="past-looks">
          <SeenSince verdict={verdict} />
        </p>
      )}
      <Before before={verdict.history?.before ?? null} />
    </>
  )
}

/** Before the first answer, in the place of the clock. */
export function UsualTime() {
  return (
    <p className="past-looks">
      <span>{localized(verificationMessages).usual}</span>
    </p>
  )
}

function PropagationClock({ watch, answeredAt }: PastLooksProps) {
  const seconds = watchedSeconds(watch, useNow(1000) - answeredAt)
  const elapsed = localized(verificationMessages).elapsed(Math.floor(seconds / 60), seconds % 60)
  return (
    <p className="past-looks" role="timer">
      <span key={elapsed}>{elapsed}</span>
    </p>
  )
}

function Before({ before }: Pick<VerdictHistory, 'before'>) {
  if (before === null) return null
  const title = diagnosisTitle(before.diagnosis)
  return (
    <p className="past-looks" key={title}>
      <span>{localized(verificationMessages).before(title)}</span> <Time at={before.lastSeenAt} hasDay />
    </p>
  )
}
