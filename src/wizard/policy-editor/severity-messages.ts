import type { Severity } from '#core/policy/form/rule.ts'
import { messages } from '#core/text/messages.ts'

export const severityMessages = messages('severities', {
  error: 'Error',
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  warning: 'Warning',
  info: 'Note',
} satisfies Readonly<Record<Severity, string>>)
