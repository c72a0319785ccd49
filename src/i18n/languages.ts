export type Language = {
  /** Its own name for itself. Null: not offered, for tests. */
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
      hosting: () => import('./de/hosting.ts'),
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

/** Catalogs whose translations are fetched together, one file of a language each. What no pattern names is `later`. */
const patterns = {
  /** The first screen, with the messages about its form. */
  first: /^(account|account-id-note|controls|failures|plain-words|refusals|role-options|role-preview|shell)$/,
  /** Findings of the linter and the doctor. */
  findings:
    /^(severities|[A-Z]{2,4}\d+|.*-rules|.*fix(es)?|json-with-positions|blanks|text|word|lint-text|syntax|danger|arn-faults|compared-value|foreign-text|allowed-characters|policy-shape|insufficient-input|diagnose-pasted)$/,
  /** The policy editor and the page that explains messages. */
  knowledge: /^(explained|policy-editor)$/,
  handoff: /^handoff$/,
  many: /^(many|stack-set|terraform-(calls|module)|aws-cli-profiles)$/,
  hosting: /^(hosting.*|switch-role)$/,
  demo: /^(console|demo|scenario-groups|scenario\..*)$/,
  later: /./,
} as const

export type MessageGroup = keyof typeof patterns

const isGroup = (name: string): name is MessageGroup => Object.hasOwn(patterns, name)

export const messageGroups = Object.keys(patterns).filter(isGroup)

export const groupOf = (catalogId: string): MessageGroup => messageGroups.find((group) => patterns[group].test(catalogId)) ?? 'later'
