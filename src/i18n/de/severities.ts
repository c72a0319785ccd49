import { severityMessages } from '#wizard/policy-editor/policy-editor-messages.ts'

severityMessages.translate('de', {
  error: 'Fehler',
  critical: 'Kritisch',
  high: 'Hoch',
  medium: 'Mittel',
  warning: 'Warnung',
  info: 'Hinweis',
})
