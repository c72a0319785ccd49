import type { Severity } from '#core/lint/finding.ts'

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Does not work',
  critical: 'Critical',
  high: 'Serious',
  medium: 'Medium',
  warning: 'Warning',
  info: 'Note',
}
