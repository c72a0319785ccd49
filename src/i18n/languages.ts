export type Language = {
  /** Its own name for itself. Null: not offered, for tests. */
  readonly name: string | null
  readonly direction: 'ltr' | 'rtl'
  /** Null for English, which is part of the program. `loadTexts` fetches the translations of some catalogs. */
  readonly load: (() => Promise<{ readonly loadTexts: (catalogIds: readonly string[]) => Promise<unknown> }>) | null
}

/** Another language is one entry here and one folder. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: null },
  de: { name: 'Deutsch', direction: 'ltr', load: () => import('./de/index.ts') },
  // Named as Chrome and Android name theirs.
  'en-XA': { name: null, direction: 'ltr', load: () => import('./pseudo.ts') },
  'ar-XB': { name: null, direction: 'rtl', load: () => import('./pseudo.ts') },
} as const satisfies Readonly<Record<string, Language>>

export type LanguageCode = keyof typeof languages

export const isLanguageCode = (text: string): text is LanguageCode => Object.hasOwn(languages, text)

export const offeredLanguages = Object.entries(languages).flatMap(([code, { name }]) =>
  isLanguageCode(code) && name !== null ? [{ code, name }] : [],
)
