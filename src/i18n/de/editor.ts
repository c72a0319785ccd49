import { editorMessages } from '#ui/editor/editor-messages.ts'

editorMessages.translate('de', {
  checks: { passed: 'Bestanden', failed: 'Nicht bestanden', running: 'Läuft', 'not-run': 'Noch nicht gelaufen', unknown: 'Unbekannt' },
  newTab: '(öffnet sich in einem neuen Tab)',
  copied: 'Kopiert',
  copyByHand: 'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und drücken Sie Strg+C',
  openInEditor: 'Im Editor öffnen',
  editorFailed:
    'Der Editor konnte nicht geladen werden; der Text auf dieser Seite ist vollständig. Klicken Sie auf die Schaltfläche, um es erneut zu versuchen.',
  close: 'Schließen',
  readOnly: 'Nur lesbar',
  copy: 'Kopieren',
  download: 'Herunterladen',
  asEditor: 'Im Editor zeigen',
  asPlainText: 'Als einfachen Text zeigen',
  label: (title, isReadOnly) =>
    `${title}, ${isReadOnly ? 'nur lesbar' : 'bearbeitbar'}. Tab verlässt den Editor; mit Strg+M, auf dem Mac Strg+Umschalt+M, rückt Tab stattdessen ein.`,
  plainReadOnly: 'Der Text ist nur lesbar; er kann markiert und kopiert werden.',
  plainEditable: 'Tab verlässt den Text.',
  waiting: 'Der Editor wird geladen; der Text ist schon lesbar.',
  tab: 'Tab verlässt den Editor. Mit Strg+M (auf dem Mac Strg+Umschalt+M) rückt Tab stattdessen ein.',
  assisted: 'Strg+Leertaste schlägt vor, F8 geht zur nächsten Anmerkung, Strg+. (auf dem Mac ⌘+.) bietet an, was sie behebt.',
  failed: 'Der Editor konnte nicht geladen werden; der Text unten ist vollständig.',
  retry: 'Erneut versuchen',
  failedRetry: 'Der Editor konnte nicht geladen werden. Erneut versuchen',
})
