/** Catalogs whose translations are fetched together, one file of a language each. What no pattern names is `later`. */
const patterns = {
  /** The first screen, with the messages about its form. */
  first: /^(account|controls|failures|plain|refusals|role-options|shell)$/,
  /** What the linter and the doctor find. */
  findings: /^(findings|severities|[A-Z]{2,4}\d+)$/,
  /** Where a policy is edited, and where messages are explained. */
  knowledge: /^(explained|policy-editor)$/,
  handoff: /^handoff$/,
  many: /^(many|rollout)$/,
  demo: /^(console|demo|scenarios)$/,
  later: /./,
} as const

export type MessageGroup = keyof typeof patterns

const isGroup = (name: string): name is MessageGroup => Object.hasOwn(patterns, name)

export const messageGroups = Object.keys(patterns).filter(isGroup)

export const groupOf = (catalogId: string): MessageGroup => messageGroups.find((group) => patterns[group].test(catalogId)) ?? 'later'
