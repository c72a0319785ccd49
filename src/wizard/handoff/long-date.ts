import { currentLanguage } from '#i18n/language.ts'

export function longDate(at: string): string {
  return new Intl.DateTimeFormat(currentLanguage().locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at))
}
