import { pageOptions } from '../page-options.ts'

const locale = pageOptions.locale ?? undefined
const timeOfDay = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })
const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })

/** In the zone and manner of the reader; the exact moment is in the attribute. */
export function Time({ at, hasDay = false }: { at: string; hasDay?: boolean }) {
  return (
    <time key={at} dateTime={at} title={at}>
      {(hasDay ? dayAndTime : timeOfDay).format(new Date(at))}
    </time>
  )
}
