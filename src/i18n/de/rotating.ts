import { rotatingMessages } from '#wizard/rotating/rotating-messages.ts'

rotatingMessages.translate('de', {
  title: 'Externe ID wird ersetzt',
  heading: (account) => `Externe ID des AWS-Kontos ${account} ersetzen`,
  lead: (vendor) => `Aktualisieren Sie die Rolle zweimal. ${vendor} behält dabei durchgehend Zugriff.`,
  leadCanceled: (vendor) => `${vendor} behält mit der alten externen ID Zugriff.`,
  steps: 'Schritte',
  step: {
    add: 'Aktualisieren Sie die Rolle, damit sie beide externen IDs annimmt',
    remove: 'Aktualisieren Sie die Rolle noch einmal, damit sie nur die neue annimmt',
  },
  ids: 'Externe IDs',
  newId: 'Neu',
  oldId: 'Alt',
  inUse: 'wird verwendet',
  copyNew: 'Neue externe ID kopieren',
  copyOld: 'Alte externe ID kopieren',
  states: {
    none: { title: 'Die Rolle wird geprüft …', text: 'Wir probieren beide externen IDs.' },
    adding: {
      denied: {
        title: 'Warten auf die neue externe ID',
        text: 'Die Rolle nimmt nur die alte an. Aktualisieren Sie sie wie unten gezeigt. Diese Seite aktualisiert sich automatisch.',
      },
      assumed: {
        title: 'Neue externe ID angenommen. Wird bestätigt …',
        text: 'Wir prüfen zweimal, weil Änderungen etwas Zeit brauchen.',
      },
      partly: {
        title: 'Neue externe ID nur für einige Rollen angenommen',
        text: (roles) =>
          `Die Vertrauensrichtlinie nimmt sie für diese Rollen der Anwendung noch nicht an: ${roles}. Aktualisieren Sie sie wie unten gezeigt.`,
      },
    },
    removing: {
      assumed: {
        title: 'Die neue externe ID wird verwendet',
        text: 'Die Rolle nimmt die alte noch an. Entfernen Sie sie wie unten gezeigt.',
      },
      denied: {
        title: 'Alte externe ID verweigert. Wird bestätigt …',
        text: 'Wir prüfen zweimal, weil Änderungen etwas Zeit brauchen.',
      },
    },
    canceled: {
      none: {
        title: 'Wechsel abgebrochen',
        text: 'Die alte externe ID wird weiter verwendet. Wir prüfen, ob AWS die neue verweigert. Wenn Sie sie nie zur Rolle hinzugefügt haben, müssen Sie nichts tun.',
      },
      assumed: {
        title: 'Wechsel abgebrochen',
        text: 'Die Rolle nimmt die neue externe ID noch an. Entfernen Sie sie wie unten gezeigt.',
      },
      denied: {
        title: 'Wechsel abgebrochen. Wird bestätigt …',
        text: 'AWS verweigert die neue externe ID. Wir prüfen zweimal, weil Änderungen etwas Zeit brauchen.',
      },
    },
    error: { title: 'Keine eindeutige Antwort von AWS', text: 'Wir versuchen es automatisch erneut.' },
  },
  fix: 'Beheben',
  failed: 'Wir konnten die Rolle nicht prüfen.',
  methods: 'Aktualisieren Sie die Rolle so, wie Sie sie angelegt haben',
  methodsLabel: 'Methoden zum Aktualisieren der Rolle',
  tabs: { 'console-steps': 'Konsole' },
  openStack: 'Stack in AWS öffnen',
  openStackSimulated: 'Stack öffnen (simuliert)',
  download: 'Vorlage herunterladen',
  stackSteps: (stack, filename) => [
    `Markieren Sie den Stack ${stack}, und wählen Sie „Update stack“. Wählen Sie „Make a direct update“, „Replace existing template“ und „Upload a template file“.`,
    `Wählen Sie ${filename} und dann „Next“, bis Sie „Submit“ wählen können. Markieren Sie unterwegs die IAM-Bestätigung.`,
  ],
  command: 'Befehl zum Aktualisieren',
  commandHint: 'Oder führen Sie dies im Ordner der Vorlage aus:',
  file: (filename) => `Ersetzen Sie ${filename} durch diesen Text, und wenden Sie ihn an wie zuvor.`,
  cliHint: 'Dort ausführen, wo Sie die Befehle zuvor ausgeführt haben. Nur die Vertrauensrichtlinie ändert sich.',
  openRole: 'Rolle in AWS öffnen',
  openRoleSimulated: 'Rolle öffnen (simuliert)',
  consoleSteps:
    'Öffnen Sie den Tab „Trust relationships“, wählen Sie „Edit trust policy“, ersetzen Sie alles durch diesen Text, und wählen Sie „Update policy“.',
  trustPolicy: 'Vertrauensrichtlinie',
  copy: 'Kopieren',
  cancel: 'Alte externe ID behalten',
  cancelHint: 'Anders überlegt? In AWS hängt noch nichts von der neuen ab.',
})
