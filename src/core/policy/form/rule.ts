import type { TextPlace } from '#core/policy/json/json-node.ts'
import type { JsonValue } from '#core/policy/json/json-value.ts'
import type { Text } from '#core/text/text.ts'
import type { Path, Severity } from './finding.ts'

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
  /** What the rule looks for. */
  readonly what: string
  readonly why: string
  /** What to write instead. */
  readonly todo: string
}

export type RuleFacts = {
  /** Permanent. */
  readonly id: string
  readonly severity: Severity
  /** The URL of the page, or the name of the check, that says so; `own` where it follows from how policies are evaluated. */
  readonly source: string
  readonly messages: { readonly in: (language: string) => RuleTexts }
}

export type Rule<Subject> = RuleFacts & { readonly check: (subject: Subject) => readonly Match[] }
