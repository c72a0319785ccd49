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
  /** What is wrong here, and what to write instead. */
  readonly message: string
  /** Why it matters. */
  readonly why: string
  readonly path: Path
  /** Absent where the finding is about something that is not in the text. */
  readonly range?: TextRange
  /** The text of the corrected document. */
  readonly fix?: string
}
