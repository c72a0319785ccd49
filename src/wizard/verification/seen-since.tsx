import type { Verdict } from '#core/verify/verdict.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { serverTime, useNow } from '#ui/browser/clock.ts'
import { ago } from './ago.ts'
import { Time } from './time.tsx'
import { verificationMessages } from './verification-messages.ts'

/** Since when it is so, and when it was looked at last. For the eye: nothing is announced, for that happens each second. */
export function SeenSince({ verdict: { kind, history, checkedAt } }: { verdict: Verdict }) {
  const words = localized(verificationMessages)
  if (history === undefined) return <CheckedAgo at={checkedAt} />
  const since = kind === 'verified' ? words.verifiedSince : words.since
  return (
    <>
      <span>
        <span key={since}>{since}</span> <Time at={history.since} hasDay />
      </span>{' '}
      <span aria-hidden="true">·</span> <CheckedAgo at={checkedAt} />
    </>
  )
}

/** Has a fixed width, so that nothing next to it moves with the seconds. A list of many counts minutes. */
export function CheckedAgo({ at, tickMs = 1000 }: { at: string; tickMs?: number }) {
  const { locale } = currentLanguage()
  const elapsedMs = useNow(tickMs, serverTime) - Date.parse(at)
  const text = ago(Math.floor(elapsedMs / tickMs) * tickMs, locale)
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at))
  return (
    <span className="checked-ago">
      {localized(verificationMessages).checked}{' '}
      <time key={text} dateTime={at} title={moment}>
        {text}
      </time>
    </span>
  )
}
