import type { MessageGroup } from './message-groups.ts'

export type Language = {
  /** As its speakers call it. Null: not offered, for tests. */
  readonly name: string | null
  readonly direction: 'ltr' | 'rtl'
  /** Null for English, which is part of the program. */
  readonly load: ((group: MessageGroup) => Promise<unknown>) | null
}

type GroupFiles = Readonly<Record<MessageGroup, () => Promise<unknown>>>

const fromFiles = (files: GroupFiles) => (group: MessageGroup) => files[group]()

/** Another language is one entry here and one folder. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: null },
  de: {
    name: 'Deutsch',
    direction: 'ltr',
    load: fromFiles({
      first: () => import('./de/first.ts'),
      findings: () => import('./de/findings.ts'),
      knowledge: () => import('./de/knowledge.ts'),
      handoff: () => import('./de/handoff.ts'),
      many: () => import('./de/many.ts'),
      demo: () => import('./de/demo.ts'),
      later: () => import('./de/later.ts'),
    }),
  },
  // Named as Chrome and Android name theirs.
  'en-XA': { name: null, direction: 'ltr', load: () => import('./pseudo.ts') },
  'ar-XB': { name: null, direction: 'rtl', load: () => import('./pseudo.ts') },
} as const satisfies Readonly<Record<string, Language>>

export type LanguageCode = keyof typeof languages

export const isLanguageCode = (text: string): text is LanguageCode => Object.hasOwn(languages, text)

export const offeredLanguages = Object.entries(languages).flatMap(([code, { name }]) =>
  isLanguageCode(code) && name !== null ? [{ code, name }] : [],
)
