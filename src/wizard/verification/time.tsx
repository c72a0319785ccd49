import { currentLanguage } from '#i18n/language.ts'

/** In the zone of the reader and the manner of the language; the exact moment is in the attribute. */
export function Time({ at, hasDay = false }: { at: string; hasDay?: boolean }) {
  return (
    <time key={at} dateTime={at} title={at}>
      {new Intl.DateTimeFormat(currentLanguage().locale, { timeStyle: 'medium', ...(hasDay ? { dateStyle: 'medium' } : {}) }).format(
        new Date(at),
      )}
    </time>
  )
}
