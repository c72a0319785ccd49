import type { JsonValue, TextPlace } from '#core/policy/json/json-node.ts'
import type { Text } from '#core/text/messages.ts'

export const severities = ['error', 'critical', 'high', 'medium', 'warning', 'info'] as const

/** `error`: AWS refuses the document, or it can never work. All others are about security, the worst first. */
export type Severity = (typeof severities)[number]

/** Counted from 1; columns in UTF-16 units, as editors count. */
export type Position = { readonly line: number; readonly column: number }

/** `end` is the position after the last character. */
export type TextRange = { readonly start: Position; readonly end: Position }

/** From the top of the document: names of members and indexes of list items. */
export type Path = readonly (string | number)[]

export type Finding = {
  /** Permanent. */
  readonly rule: string
  readonly severity: Severity
  /** Says what is wrong here, and what to write instead. */
  readonly message: string
  /** Why it matters. */
  readonly why: string
  readonly path: Path
  /** Absent where the finding is about something that is not in the text. */
  readonly range?: TextRange
  /** The text of the corrected document. */
  readonly fix?: string
}

export type RuleKind = 'syntax' | 'trust' | 'permissions' | 'hosting' | 'template'

/** One change of the document's value. Without a value, what is at the path goes. A path that is not there yet is added. */
export type Edit = { readonly path: Path; readonly value?: JsonValue }

/** One place where a rule found something. */
export type Match = {
  readonly message: Text
  readonly path: Path
  /** Which text the range names: the value at the path (the default), or the key that it stands under. */
  readonly at?: 'key' | 'value'
  /** Where that is less than what the path names. */
  readonly place?: TextPlace
  /** Together the smallest change that makes it right; made in this order. */
  readonly fix?: readonly Edit[]
}

/** What a rule says about itself. */
export type RuleTexts = {
  readonly title: string
  /** The mistake that the rule finds. */
  readonly what: string
  readonly why: string
  /** What to write instead. */
  readonly todo: string
}

/** The catalog of a rule, with the texts that a family of rules has in addition. */
export type RuleMessages<More = unknown> = { readonly id: string; readonly in: (language: string) => RuleTexts & More }

export type RuleFacts = {
  /** Permanent. */
  readonly id: string
  readonly severity: Severity
  /** The URL of the page, or the name of the check, that says so; `own` where it follows from how policies are evaluated. */
  readonly source: string
  readonly messages: { readonly in: (language: string) => RuleTexts }
}

export type Rule<Subject> = RuleFacts & { readonly check: (subject: Subject) => readonly Match[] }

export const awsGuide = (page: string): string => `https://docs.aws.amazon.com/${page}`

export const iamGuide = (page: string): string => awsGuide(`IAM/latest/UserGuide/${page}`)

/** The id is that of the messages. */
export const rule = <Check>(
  messages: RuleMessages,
  severity: Severity,
  source: string,
  check: Check,
): RuleFacts & { readonly check: Check } => ({ id: messages.id, severity, source, messages, check })
