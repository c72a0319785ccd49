import type { VendorText } from '#core/connection/permission-set.ts'
import { loadedCatalogs, type Messages } from '#core/text/messages.ts'
import type { ChosenLanguage } from './chosen-language.ts'
import { type LanguageCode, languages } from './languages.ts'

let current: ChosenLanguage = { code: 'en', locale: 'en' }
/** The last wish: an earlier one that takes longer must not replace it. */
let wanted = current
const listeners = new Set<() => void>()

/** Modules that arrive in the meantime, and translations of several catalogs in one file, may bring more catalogs. */
async function loadNeeded(code: LanguageCode): Promise<void> {
  const ids = loadedCatalogs().map(({ id }) => id)
  const language = await languages[code].load?.()
  await language?.loadTexts(ids)
  if (language !== undefined && loadedCatalogs().length > ids.length) await loadNeeded(code)
}

/** The texts of a catalog in the language of the page. Read them while rendering, not into a constant of a module. */
export const localized = <Texts>(catalog: Messages<Texts>): Texts => catalog.in(current.code)

/** A lazy module with its texts in the language of the page, or in English where they cannot be fetched. */
export async function withMessages<Module>(load: Promise<Module>): Promise<Module> {
  const module = await load
  await loadNeeded(current.code).catch(() => undefined)
  return module
}

/** Changes the language of the page. Rejects, and changes nothing, where the texts cannot be fetched; of several wishes the last one counts. */
export async function setLanguage(language: ChosenLanguage): Promise<void> {
  wanted = language
  await loadNeeded(language.code)
  if (wanted !== language) return
  current = language
  for (const onChange of listeners) onChange()
}

export function onLanguageChange(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export const currentLanguage = (): ChosenLanguage => current

export const formatNumber = (value: number, maximumFractionDigits: number): string =>
  new Intl.NumberFormat(currentLanguage().locale, { maximumFractionDigits }).format(value)

/** A text of the vendor in the language of the page, or in English where the vendor has no translation. */
export function vendorText(text: VendorText): string {
  const { code, locale } = currentLanguage()
  return text[locale] ?? text[code] ?? text.en
}
