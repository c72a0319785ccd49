import { severityMessages } from '#wizard/policy-editor/severity-messages.ts'

severityMessages.translate('de', {
  error: 'Funktioniert nicht',
  critical: 'Kritisch',
  high: 'Schwerwiegend',
  medium: 'Mittel',
  warning: 'Warnung',
  info: 'Hinweis',
})
