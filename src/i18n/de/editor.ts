import { editorMessages } from '#ui/editor-messages.ts'

editorMessages.translate('de', {
  checks: { passed: 'Bestanden', failed: 'Nicht bestanden', running: 'Läuft', 'not-run': 'Ausstehend', unknown: 'Unbekannt' },
  newTab: '(öffnet sich in einem neuen Tab)',
  learnMore: 'Mehr erfahren',
  copied: 'Kopiert',
  copyByHand: 'Automatisches Kopieren ging nicht. Drücken Sie Strg+C zum Kopieren',
  openInEditor: 'Im Editor öffnen',
  editorFailed: 'Der Editor wurde nicht geladen. Der Text auf dieser Seite ist vollständig.',
  close: 'Schließen',
  readOnly: 'Nur lesbar',
  copy: 'Kopieren',
  download: 'Herunterladen',
  asEditor: 'Im Editor zeigen',
  asPlainText: 'Als einfachen Text zeigen',
  label: (title, isReadOnly) =>
    `${title}, ${isReadOnly ? 'nur lesbar' : 'bearbeitbar'}. Tab verlässt den Editor. Mit Strg+M (Mac: Strg+Umschalt+M) rückt Tab ein.`,
  plainReadOnly: 'Nur lesbar. Sie können den Text markieren und kopieren.',
  plainEditable: 'Tab verlässt den Text.',
  waiting: 'Der Editor wird geladen …',
  tab: 'Mit Strg+M (Mac: Strg+Umschalt+M) rückt Tab ein.',
  assisted: 'Strg+Leertaste: Vorschläge. F8: nächste Anmerkung. Strg+. (Mac: ⌘+.): Korrektur.',
  failed: 'Der Editor wurde nicht geladen. Der Text unten ist vollständig.',
  retry: 'Erneut versuchen',
})
