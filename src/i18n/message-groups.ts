/** Catalogs whose translations are fetched together, one file of a language each. What no pattern names is `later`. */
const patterns = {
  /** The first screen, with the messages about its form. */
  first: /^(account|account-id-note|account-values|controls|failures|plain-words|refusals|role-options|role-preview|shell)$/,
  findings:
    /^(severities|[A-Z]{2,4}\d+|.*-rules|.*fix(es)?|json-with-positions|blanks|text|word|lint-text|syntax|danger|arn-faults|compared-value|foreign-text|allowed-characters|policy-shape|insufficient-input|diagnose-pasted)$/,
  /** The policy editor and the page that explains messages. */
  knowledge: /^(explained|policy-editor)$/,
  handoff: /^handoff$/,
  many: /^(many|stack-set|terraform-(calls|module)|aws-cli-profiles)$/,
  hosting: /^(hosting.*|switch-role)$/,
  support: /^support$/,
  demo: /^(console|demo|scenario-groups|scenario\..*)$/,
  later: /./,
} as const

type MessageGroup = keyof typeof patterns

const isGroup = (name: string): name is MessageGroup => Object.hasOwn(patterns, name)

const messageGroups = Object.keys(patterns).filter(isGroup)

const groupOf = (catalogId: string): MessageGroup => messageGroups.find((group) => patterns[group].test(catalogId)) ?? 'later'

/** Loads the files of one language. The first screen's texts come with the list of the files, in one request. */
export const textsInGroups =
  (files: Readonly<Record<MessageGroup, () => Promise<unknown>>>) =>
  (catalogIds: readonly string[]): Promise<unknown> =>
    Promise.all([...new Set(catalogIds.map(groupOf))].map((group) => files[group]()))
