import type { Verdict } from '#core/verify/verdict.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { serverTime, useNow } from '#ui/browser/clock.ts'
import { verificationMessages } from './verification-messages.ts'
import './time.css'

/** Shows the reader's time zone; the attribute has the exact time. */
export function Time({ at, hasDay = false }: { at: string; hasDay?: boolean }) {
  return (
    <time key={at} dateTime={at} title={at}>
      {new Intl.DateTimeFormat(currentLanguage().locale, { timeStyle: 'medium', ...(hasDay ? { dateStyle: 'medium' } : {}) }).format(
        new Date(at),
      )}
    </time>
  )
}

/** Each with its length in seconds, longest first. */
const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** How long ago something was, in the largest unit that it fills. What lies ahead, by a clock that is wrong, is now. */
export function ago(milliseconds: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? (['second', 1] as const)
  return new Intl.RelativeTimeFormat(locale, { numeric: seconds === 0 ? 'auto' : 'always' }).format(-Math.floor(seconds / length), unit)
}

/** Not announced to screen readers, since it changes every second. */
export function VerifiedSince({ verdict: { kind, history, checkedAt } }: { verdict: Verdict }) {
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

export function longDate(at: string): string {
  return new Intl.DateTimeFormat(currentLanguage().locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}
