import type { AccountIdSource } from '#core/aws/read-account-id.ts'
import { plural } from '#core/text/plural.ts'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { roleOptionMessages } from '#wizard/account/role-option-messages.ts'
import { accountIdNoteMessages, accountValueMessages, rolePreviewMessages } from '#wizard/account/role-preview-messages.ts'

const sources: Readonly<Record<AccountIdSource, string | null>> = {
  'account-id': null,
  'role-arn': 'aus dem ARN der Rolle',
  'user-arn': 'aus dem ARN des Benutzers',
  'root-arn': 'aus dem ARN des Kontos',
  'session-arn': 'aus dem ARN der Sitzung',
  'other-arn': 'aus dem ARN',
  'sign-in-url': 'aus der URL',
  text: 'aus Ihrem Text',
}

accountMessages.translate('de', {
  heading: (vendor) => `Ein AWS-Konto mit ${vendor} verbinden`,
  lead: 'Etwa 2 Minuten. Sie brauchen die Berechtigung, IAM-Rollen anzulegen.',
  several: 'Mehrere Konten verbinden',
  connectionGone:
    'Sie wurde in einem anderen Browser begonnen, oder der Link ist unvollständig. Sie können hier neu beginnen. Vorhandene Rollen in AWS bleiben unverändert.',
  connectionGoneTitle: 'Wir konnten diese Verbindung nicht öffnen',
  accountId: {
    label: 'AWS-Konto-ID',
    hint: '12 Ziffern, ein ARN oder Ihre Anmelde-URL.',
  },
  externalId: {
    label: 'Externe ID',
    hint: 'Behalten Sie diese ID oder geben Sie für jedes Konto eine andere ein.',
    suffixLabel: 'Präfix (optional)',
    suffixHint: 'Wir hängen Zufallszeichen an.',
    issuedTitle: 'Externe ID',
    issued: (vendor) =>
      `AWS erlaubt den Zugriff nur mit dieser ID. ${vendor} erzeugt sie im nächsten Schritt, für jedes Konto eine andere.`,
    another: 'Neu erzeugen',
    change: 'Externe ID ändern',
    anotherName: 'Externe ID neu erzeugen',
  },
  region: {
    label: 'CloudFormation-Region',
    hint: 'Hier wird der Stack angelegt. IAM-Rollen gelten global.',
    change: 'Region ändern',
  },
  permissions: {
    title: 'Berechtigungen',
    required: 'Erforderlich',
    many: 'Mehrere mit Komma oder Enter trennen.',
  },
  advanced: 'Erweiterte Einstellungen (Pfad, Berechtigungsgrenze, Tags)',
  notAdmin: 'An eine Kollegin oder einen Kollegen senden',
  change: 'Ändern',
  submit: 'Weiter',
  submitting: 'Wird gespeichert …',
  problem: 'Prüfen Sie diese Felder',
  errorTitle: (title) => `Fehler: ${title}`,
  picture: {
    yours: 'Ihr Konto',
    unknownAccount: 'Konto-ID',
    appRole: 'Anwendung',
    externalId: 'externe ID',
    wrongId: 'keine oder falsche ID',
    refused: 'Ohne Ihre externe ID verweigert AWS den Zugriff.',
    description: (vendor, role) =>
      `Die Anwendung im Konto von ${vendor} nimmt ${role} in Ihrem Konto an. Sie muss die externe ID mitsenden.`,
  },
  preview: {
    label: 'Vorschau der Rolle',
  },
})

const hoursText = (hours: number): string => plural('de', hours, { one: '# Stunde', other: '# Stunden' })

roleOptionMessages.translate('de', {
  hint: 'Füllen Sie dies nur aus, wenn Ihr Unternehmen es verlangt.',
  path: {
    label: 'Rollenpfad',
    hint: (ofVendor) => `Beginnt und endet mit /, zum Beispiel /company/connectors/. Standard: ${ofVendor}`,
  },
  boundary: {
    label: 'Berechtigungsgrenze',
    requiredLabel: 'Berechtigungsgrenze (erforderlich)',
    hint: (example) => `ARN der Richtlinie, die die Berechtigungen dieser Rolle begrenzt, zum Beispiel ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor) =>
      `Eines je Zeile: Schlüssel=Wert.${ofVendor.length === 0 ? '' : ` Bereits gesetzt: ${ofVendor.join(', ')}.`} Mit eigenen Tags laden Sie eine Vorlage hoch, statt einen Link zu öffnen.`,
  },
  session: {
    label: 'Maximale Sitzungsdauer',
    hint: 'AWS begrenzt Rollenverkettung auf 1 Stunde.',
    asAsked: (hours, vendor) => `${hoursText(hours)} (von ${vendor} verlangt)`,
    hours: hoursText,
  },
  facts: {
    title: 'Rolle',
    arn: 'ARN',
    boundary: 'Berechtigungsgrenze',
    noBoundary: 'keine',
    tags: 'Tags',
    noTags: 'keine',
    session: 'Maximale Sitzungsdauer',
    seconds: (seconds) => `${seconds} Sekunden`,
  },
})

accountIdNoteMessages.translate('de', {
  regionChanged: (partition, region) => `Das gehört zu ${partition}. Wir haben die Region auf ${region} geändert.`,
  several: (accounts) => `${accounts.length} Konten: ${accounts.join(', ')}.`,
  connectAll: 'Alle verbinden',
  read: (id, source, partition) => [`Konto ${id}`, sources[source], partition].filter((part) => part !== null).join(' · '),
  otherPartition: (found, offered) =>
    `Dieses Konto liegt in einer anderen Partition (${found}). ${offered.length === 0 ? 'Keine ihrer Regionen wird hier angeboten.' : `Wählen Sie eine ihrer Regionen: ${offered.join(', ')}.`}`,
})

rolePreviewMessages.translate('de', {
  permissions: 'Berechtigungsrichtlinie',
  managedAlone: 'Keine Inline-Richtlinie. Stattdessen werden diese von AWS verwalteten Richtlinien an die Rolle angefügt:',
  noPolicy: 'Keine Inline-Richtlinie.',
  trust: 'Vertrauensrichtlinie',
  trustWords: (vendor) => `Nur ${vendor} kann diese Rolle annehmen, und nur mit dieser externen ID.`,
  account: '<Konto-ID>',
  externalId: '<externe ID>',
  nameSuffix: '<Suffix>',
  parameter: (title) => `<${title}>`,
})

accountValueMessages.translate('de', {
  another: 'Weitere hinzufügen',
  entered: (count) => plural('de', count, { one: '# Angabe', other: '# Angaben' }),
  remove: (value) => `${value} entfernen`,
  faulty: 'Ungültig:',
  taken: (value, source) => (source === null ? value : `${value} · ${source === 'arn' ? 'aus dem ARN' : 'aus der URL'}`),
  tooShort: (minimum) => `Diese externe ID ist zu kurz. Verwenden Sie mindestens ${minimum} Zeichen, oder behalten Sie die erzeugte ID.`,
})
