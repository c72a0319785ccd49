import { disconnectingMessages } from '#wizard/disconnecting/disconnecting-messages.ts'

disconnectingMessages.translate('de', {
  title: 'Wird getrennt',
  heading: (account) => `AWS-Konto ${account} wird getrennt`,
  lead: 'Löschen Sie die Rolle, um den Zugriff zu beenden. Diese Seite aktualisiert sich automatisch.',
  states: {
    none: { title: 'Die Rolle wird geprüft …', text: 'Wir fragen AWS, ob sich die Rolle noch annehmen lässt.' },
    allowed: {
      title: 'Die Rolle lässt sich noch annehmen',
      text: 'Das Entfernen ist noch nicht bestätigt. Wir prüfen weiter, auch wenn Sie diese Seite schließen.',
    },
    denied: {
      title: 'Zugriff verweigert. Wird bestätigt …',
      text: 'AWS hat den Zugriff auf die Rolle verweigert. Wir prüfen zweimal, weil Änderungen etwas Zeit brauchen.',
    },
    unknown: {
      title: 'Keine eindeutige Antwort von AWS',
      text: 'Das Entfernen ist noch nicht bestätigt. Wir versuchen es automatisch erneut.',
    },
  },
  confirmation: {
    title: 'Haben Sie die Rolle gelöscht?',
    text: (vendor) =>
      `Die Prüfungen von ${vendor} können die Rolle nicht mehr annehmen. Als die Rollen unten können sie nicht laufen, und diese können sie vielleicht noch annehmen. Wenn Sie die Rolle gelöscht haben, bestätigen Sie es.`,
    reader: (vendor) =>
      `Die Prüfungen von ${vendor} können die Rolle nicht mehr annehmen. Als die Rollen unten können sie nicht laufen, und diese können sie vielleicht noch annehmen. Wer die Verbindung trennt, muss bestätigen, dass die Rolle gelöscht ist.`,
    action: 'Ich habe die Rolle gelöscht',
  },
  untried: 'Nicht geprüft',
  failed: 'Wir konnten die Rolle nicht prüfen.',
  methods: 'Löschen Sie die Rolle so, wie Sie sie angelegt haben',
  methodsLabel: 'Methoden zum Löschen der Rolle',
  tabs: { 'console-steps': 'Konsole' },
  commands: 'Befehle zum Entfernen',
  copy: 'Kopieren',
  openStack: 'Stack in AWS öffnen',
  openStackSimulated: 'Stack öffnen (simuliert)',
  stackSteps: (stack) => [
    `Wählen Sie den Stack ${stack} aus, dann „Delete“, und bestätigen Sie.`,
    'Kommen Sie hierher zurück, wenn der Stack gelöscht ist.',
  ],
  openRole: 'Rolle in AWS öffnen',
  openRoleSimulated: 'Rolle öffnen (simuliert)',
  keep: 'Verbindung behalten',
  keepHint: (vendor) => `Doch nicht trennen? Wenn es die Rolle noch gibt, kann ${vendor} sie weiter nutzen.`,
  ended: 'Getrennt',
  endedHeading: 'Getrennt',
  endedText: (date) => `Getrennt am ${date}: Die Rolle lässt sich nicht mehr annehmen.`,
  endedUntried: {
    customer: (date, vendor) =>
      `Getrennt am ${date}: Die Prüfungen von ${vendor} können die Rolle nicht mehr annehmen, und Sie haben bestätigt, dass sie gelöscht ist. Wenn es sie noch gibt, können die Rollen unten sie vielleicht annehmen.`,
    vendor: (date, vendor) =>
      `Getrennt am ${date}: Die Prüfungen von ${vendor} können die Rolle nicht mehr annehmen, und ${vendor} hat bestätigt, dass sie gelöscht ist. Wenn es sie noch gibt, können die Rollen unten sie vielleicht annehmen.`,
  },
  endedDetails: 'Details',
  role: 'Rollen-ARN',
  requested: 'Angefordert',
  denied: 'Verweigert seit',
  requestIds: 'AWS-Anfrage-IDs',
  simulated: 'Simulierte Ergebnisse',
  another: 'Ein AWS-Konto verbinden',
})
