import type { AccountIdSource } from '#core/aws/read-account-id.ts'
import { plural } from '#core/text/plural.ts'
import { accountIdNoteMessages } from '#wizard/account/account-id-note-messages.ts'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { roleOptionMessages } from '#wizard/account/role-option-messages.ts'
import { rolePreviewMessages } from '#wizard/account/role-preview-messages.ts'

const sources: Readonly<Record<AccountIdSource, string | null>> = {
  'account-id': null,
  'role-arn': 'aus dem ARN der Rolle',
  'user-arn': 'aus dem ARN des Benutzers',
  'root-arn': 'aus dem ARN des Kontos',
  'session-arn': 'aus dem ARN der Sitzung',
  'other-arn': 'aus dem ARN',
  'sign-in-url': 'aus der Adresse',
}

accountMessages.translate('de', {
  heading: (vendor) => `In welchem Konto soll ${vendor} arbeiten?`,
  lead: 'Sie legen dort eine IAM-Rolle an. Es entstehen keine Zugriffsschlüssel, und Sie können die Rolle jederzeit entfernen.',
  several: 'Mehrere Konten? Fügen Sie eine Liste ein',
  connectionGone:
    'Dieser Browser kennt die Verbindung in der Adresse nicht: Sie gehört zu einem anderen Browser oder einer anderen Sitzung, oder die Adresse ist unvollständig. Beginnen Sie hier; eine Rolle, die es in AWS schon gibt, bleibt unberührt.',
  connectionGoneTitle: 'Verbindung nicht gefunden',
  accountId: {
    label: 'AWS-Konto-ID',
    hint: '12 Ziffern, oben rechts in der AWS-Konsole. Sie können auch einen ARN oder die Anmeldeadresse einfügen.',
  },
  externalId: {
    label: 'Externe ID',
    hint: 'Nur Anfragen mit dieser ID dürfen die Rolle nutzen. Behalten Sie unseren Vorschlag oder wählen Sie eine eigene, für jedes Konto eine andere.',
    suffixLabel: 'Wörter für die externe ID',
    suffixHint: 'Nur Anfragen mit der externen ID dürfen die Rolle nutzen. Wir hängen Zufallszeichen an Ihre Wörter an.',
    issuedTitle: 'Externe ID',
    issued: (vendor) =>
      `Nur Anfragen mit dieser ID dürfen die Rolle nutzen. ${vendor} erzeugt sie im nächsten Schritt für Sie, für jedes Konto eine andere.`,
    another: 'Neu',
    anotherName: 'Neue externe ID',
  },
  region: {
    label: 'Region des Stacks',
    hint: 'Hier verwaltet CloudFormation den Stack. Die Rolle selbst gilt in jeder Region.',
  },
  permissions: {
    title: (vendor) => `Was ${vendor} darf`,
    hint: 'Die Richtlinie daneben folgt Ihrer Auswahl.',
    required: 'erforderlich',
    many: 'Mehrere: durch Kommas oder Zeilenumbrüche trennen.',
  },
  advanced: 'Vorgaben Ihres Unternehmens: Pfad, Berechtigungsgrenze, Tags, Sitzung',
  notAdmin: 'Ich verwalte AWS nicht selbst',
  submit: 'Weiter zum Anlegen der Rolle',
  submitting: 'Die externe ID wird reserviert …',
  problem: 'Es gibt ein Problem',
  errorTitle: (title) => `Fehler: ${title}`,
  picture: {
    yours: 'Ihr Konto',
    unknownAccount: 'Konto-ID',
    appRole: 'App-Rolle',
    externalId: 'externe ID',
    wrongId: 'keine oder falsche ID',
    refused: 'Ohne diese ID oder mit einer anderen lehnt AWS jeden Aufruf ab.',
    description: (vendor, role) =>
      `Eine Rolle der Anwendung im Konto von ${vendor} nutzt die Rolle ${role} in Ihrem Konto und muss dafür die externe ID vorweisen.`,
  },
  preview: {
    label: 'Vorschau der Rolle',
  },
})

const hoursText = (hours: number): string => plural('de', hours, { one: '# Stunde', other: '# Stunden' })

roleOptionMessages.translate('de', {
  hint: 'Nur was Ihr Unternehmen verlangt. Ein leeres Feld lässt die Rolle so, wie sie vorgeschlagen ist.',
  path: {
    label: 'Pfad der Rolle',
    hint: (ofVendor) => `Teil des ARN der Rolle. Beginnt und endet mit /, zum Beispiel /company/connectors/. Leer lassen für ${ofVendor}`,
  },
  boundary: {
    label: 'Berechtigungsgrenze',
    requiredLabel: 'Berechtigungsgrenze (erforderlich)',
    hint: (example) => `Der ARN der Richtlinie, die begrenzt, was die Rolle je darf, zum Beispiel ${example}`,
  },
  tags: {
    label: 'Tags',
    hint: (ofVendor) =>
      `Eines je Zeile: Schlüssel=Wert.${ofVendor.length === 0 ? '' : ` Bereits gesetzt: ${ofVendor.join(', ')}.`} Mit eigenen Tags laden Sie eine Vorlage hoch, statt einen Link zu öffnen.`,
  },
  session: {
    label: 'Längste Sitzung',
    hint: 'Eine kürzere genügt einer Anwendung, die selbst mit einer Rolle arbeitet: Ihr gibt AWS höchstens eine Stunde.',
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
    session: 'Längste Sitzung',
    seconds: (seconds) => `${seconds} Sekunden`,
  },
})

accountIdNoteMessages.translate('de', {
  read: (id, source, partition) => [`Konto ${id}`, sources[source], partition].filter((part) => part !== null).join(' · '),
  otherPartition: (found, chosen, offered) =>
    `Dieses Konto gehört zu einer Partition (${found}), die Region unten zu einer anderen (${chosen}). ${offered.length === 0 ? 'In der Partition dieses Kontos wird keine Region angeboten.' : `Wählen Sie ${offered.join(' oder ')}.`}`,
})

rolePreviewMessages.translate('de', {
  permissions: 'Berechtigungsrichtlinie',
  trust: 'Vertrauensrichtlinie',
  trustWords: (vendor) => `Nur ${vendor} kann die Rolle nutzen, und nur mit dieser externen ID.`,
  account: '<Konto-ID>',
  externalId: '<externe ID>',
  parameter: (title) => `<${title}>`,
})
