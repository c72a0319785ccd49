import { plural } from '#core/text/plural.ts'
import { consoleMessages } from '#simulation/console/console-messages.ts'

consoleMessages.translate('de', {
  title: 'Simuliertes AWS, nicht AWS',
  pill: 'Simuliertes AWS',
  account: {
    name: 'Konto',
    label: 'Angemeldet im Konto',
    signIn: 'Anmelden',
    switch: 'Konto wechseln',
    refused: 'Eine Konto-ID hat 12 Ziffern.',
    region: 'Region',
    signInAbove: 'Melden Sie sich oben in einem simulierten Konto an. 12 beliebige Ziffern genügen.',
    loading: 'Das Konto wird geladen …',
  },
  introduction: {
    heading: 'Quick-Create-Link öffnen',
    text: 'Diese Seite ersetzt die AWS-Konsole, solange AWS simuliert wird. Sie öffnet den Link des Wizards, legt den Stack in einem simulierten Konto an und lässt Sie die Rolle bearbeiten.',
    label: 'Quick-Create-Link',
    hint: 'Beginnt mit https:// und dem Host einer AWS-Konsole.',
    open: 'Link öffnen',
    refusals: {
      'not-a-quick-create-link': 'Kein Quick-Create-Link von CloudFormation.',
      'console-host-unknown': 'Der Host dieses Links ist keine AWS-Konsole.',
      'region-unknown': 'Dieser Link enthält keine Region einer öffentlichen Partition.',
      'region-mismatch': 'Dieser Link enthält zwei verschiedene Regionen.',
      'partition-mismatch': 'Host und Region dieses Links liegen in verschiedenen Partitionen.',
      'encoding-invalid': 'Ein Wert in diesem Link ist nicht URL-kodiert.',
      'name-repeated': 'Dieser Link enthält einen Wert doppelt.',
      'template-url-missing': 'Dieser Link enthält keine Vorlagen-URL mit https://.',
    },
  },
  stack: {
    none: 'Kein Stack in diesem Konto und dieser Region.',
    exists: 'In diesem Konto gibt es bereits einen Stack mit diesem Namen.',
    reading: 'Die Vorlage wird gelesen …',
    empty: '(leer)',
    other: (count) => plural('de', count, { one: 'Vorlage und # weiterer Parameter', other: 'Vorlage und # weitere Parameter' }),
    uploadHint: 'Die Vorlage, die Sie heruntergeladen haben. Die echte AWS-Konsole verwendet dieselben Bezeichnungen.',
    ignored: (name, reason) =>
      `Der Wert des Links für ${name} wird ignoriert: ${reason === 'unknown' ? 'Die Vorlage hat keinen solchen Parameter' : 'Links können geheime Parameter nicht setzen'}.`,
    tick: 'Wählen Sie dieses Kästchen aus, damit der Stack die Rolle anlegen kann.',
    events: (stackName) => `Ereignisse des Stacks ${stackName}`,
    statuses: {
      CREATE_COMPLETE: 'Die Rolle ist angelegt. Der Wizard aktualisiert sich automatisch.',
      UPDATE_COMPLETE: 'Die Rolle ist aktualisiert. Der Wizard aktualisiert sich automatisch.',
      ROLLBACK_COMPLETE: 'Es wurde nichts angelegt. Löschen Sie diesen Stack und legen Sie ihn dann erneut an.',
    },
  },
  role: {
    heading: 'Rolle',
    name: 'Name der Rolle',
    show: 'Rolle anzeigen',
    loading: 'Die Rolle wird geladen …',
    trustPolicy: 'Vertrauensrichtlinie',
    saveTrustPolicy: 'Vertrauensrichtlinie speichern',
    permissionsPolicy: (name) => `Berechtigungsrichtlinie ${name}`,
    savePermissionsPolicy: 'Berechtigungsrichtlinie speichern',
    deletePolicy: 'Diese Richtlinie löschen',
    saved: 'Gespeichert. Für STS gilt die Änderung nach der Ausbreitungszeit.',
  },
  unreachable: {
    title: 'Keine Antwort',
    reasons: {
      'no-answer': 'Der Simulator hat nicht geantwortet. Läuft der Server noch?',
      'not-of-aws': 'Die Antwort kam nicht von AWS.',
      unreadable: 'Wir konnten die Antwort nicht lesen.',
    },
  },
})
