import type { SeverityWords } from '#wizard/words/severities.ts'

export const severities: SeverityWords = {
  error: 'Funktioniert nicht',
  critical: 'Kritisch',
  high: 'Schwerwiegend',
  medium: 'Mittel',
  warning: 'Warnung',
  info: 'Hinweis',
}
