import type { WordGroup, WordGroups } from './word-groups.ts'

/** The words of an area, of which the English ones are given. */
export type Translation = (area: string, english: object) => object | undefined

export type Language = {
  /** As its speakers call it. Null: not offered, for tests. */
  readonly name: string | null
  readonly direction: 'ltr' | 'rtl'
  /** Null for English, which is part of the program. */
  readonly load: ((group: WordGroup) => Promise<Translation>) | null
}

type GroupFiles = { readonly [Group in WordGroup]: () => Promise<{ readonly words: WordGroups[Group] }> }

const ofFiles =
  (files: GroupFiles) =>
  async (group: WordGroup): Promise<Translation> => {
    const areas: ReadonlyMap<string, object> = new Map(Object.entries((await files[group]()).words))
    return (area) => areas.get(area)
  }

const pseudo = (manner: 'accented' | 'mirrored') => async (): Promise<Translation> => {
  const { pseudoSays, pseudoWords } = await import('./pseudo.ts')
  return (_, english) => pseudoWords(english, pseudoSays[manner])
}

/** Another language is one entry here and one folder. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: null },
  de: {
    name: 'Deutsch',
    direction: 'ltr',
    load: ofFiles({
      first: () => import('./de/first.ts'),
      knowledge: () => import('./de/knowledge.ts'),
      later: () => import('./de/later.ts'),
      findings: () => import('./de/findings.ts'),
      handoff: () => import('./de/handoff.ts'),
      many: () => import('./de/many.ts'),
      demo: () => import('./de/demo.ts'),
    }),
  },
  // Named as Chrome and Android name theirs.
  'en-XA': { name: null, direction: 'ltr', load: pseudo('accented') },
  'ar-XB': { name: null, direction: 'rtl', load: pseudo('mirrored') },
} as const satisfies Readonly<Record<string, Language>>

export type LanguageCode = keyof typeof languages

export const isLanguageCode = (text: string): text is LanguageCode => Object.hasOwn(languages, text)

export const offeredLanguages = Object.entries(languages).flatMap(([code, { name }]) =>
  isLanguageCode(code) && name !== null ? [{ code, name }] : [],
)
