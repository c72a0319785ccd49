import { isLanguageCode, type LanguageCode } from './languages.ts'

/** Language of the page, and locale for its dates and numbers: `de-AT` is German. https://www.rfc-editor.org/info/bcp47 */
export type ChosenLanguage = { readonly code: LanguageCode; readonly locale: string }

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

function offeredLanguage(tag: string): ChosenLanguage | null {
  const locale = canonical(tag)
  if (locale === null) return null
  const code = [locale, new Intl.Locale(locale).language].find(isLanguageCode)
  return code === undefined ? null : { code, locale }
}

/** The first of the wanted ones, the most wanted first, that there are words for; else English. */
export function chosenLanguage(wanted: readonly string[]): ChosenLanguage {
  for (const tag of wanted) {
    const chosen = offeredLanguage(tag)
    if (chosen !== null) return chosen
  }
  return { code: 'en', locale: 'en' }
}
