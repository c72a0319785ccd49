import type { Severity } from '#core/policy/form/finding.ts'
import { inLanguage } from '#i18n/language.ts'
import type { WordsOf } from '#i18n/words-of.ts'

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
