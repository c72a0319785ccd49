import type { Severity } from '#core/lint/finding.ts'
import { inLanguage } from '#words/language.ts'
import type { WordsOf } from '#words/words-of.ts'

const english = {
  error: 'Does not work',
  critical: 'Critical',
  high: 'Serious',
  medium: 'Medium',
  warning: 'Warning',
  info: 'Note',
} as const satisfies Readonly<Record<Severity, string>>

export type SeverityWords = WordsOf<typeof english>

export const severityWords = inLanguage('findings', 'severities', english)
