import { currentLanguage } from '#i18n/language.ts'

/** With the time of day, in the zone of the reader and the manner of the language. */
export function longDate(at: string): string {
  return new Intl.DateTimeFormat(currentLanguage().locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}
