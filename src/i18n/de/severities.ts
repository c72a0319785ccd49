import { severityMessages } from '#wizard/policy-editor/severity-messages.ts'
import type {} from '#wizard/words/findings.ts'

severityMessages.translate('de', {
  error: 'Fehler',
  critical: 'Kritisch',
  high: 'Hoch',
  medium: 'Mittel',
  warning: 'Warnung',
  info: 'Hinweis',
})
