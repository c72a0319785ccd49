import { plural } from '#core/text/plural.ts'
import { receiptMessages } from '#wizard/receipt/receipt-messages.ts'

const requests = (count: number): string => plural('de', count, { one: '# Anfrage', other: '# Anfragen' })

receiptMessages.translate('de', {
  title: 'Einen Beleg prüfen',
  lead: (vendor) =>
    `Ein Beleg ist der von ${vendor} signierte Nachweis, dass eine Rolle zu einem Zeitpunkt funktionierte und sicher war. Ihr Browser prüft die Signatur; was Sie einfügen, wird nirgendwohin gesendet.`,
  label: 'Beleg',
  hint: 'Eine lange Zeile, die mit „ey“ beginnt. Fügen Sie sie ein oder legen Sie die Datei hier ab.',
  choose: 'Datei wählen',
  genuine: (moment) => `Echt und aktuell, geprüft ${moment}`,
  genuineText: (vendor) => `${vendor} hat ihn signiert, und seitdem wurde nichts darin geändert.`,
  simulatedMark: 'Simuliert',
  simulated: 'Er beweist nichts über ein echtes Konto',
  simulatedText: 'Die Signatur stimmt, aber AWS war ein Simulator: Kein echtes Konto, keine Rolle und keine Richtlinie wurde geprüft.',
  refused: {
    'signature-wrong': {
      title: 'Die Signatur ist falsch',
      text: 'Dieser Text ist nicht der, der signiert wurde: Etwas darin wurde geändert, von Hand oder unterwegs. Verlassen Sie sich nicht darauf und bitten Sie noch einmal um die Datei.',
    },
    'unknown-key': {
      title: 'Er wurde mit einem Schlüssel signiert, den wir nicht kennen',
      text: 'Er stammt von einem anderen Server oder Anbieter, wurde mit einem inzwischen ersetzten Schlüssel signiert, oder jemand hat ihn erfunden. Diese Seite kann das nicht unterscheiden. Verlassen Sie sich nicht darauf.',
    },
    'not-a-receipt': {
      title: 'Das ist kein Beleg',
      text: 'Es hat nicht die Form eines Belegs. Fügen Sie ihn ganz ein, vom ersten bis zum letzten Zeichen der Datei.',
    },
    'browser-cannot': {
      title: 'Dieser Browser kann ihn nicht prüfen',
      text: 'Er kennt das Signaturverfahren (Ed25519) nicht, oder diese Seite wurde ohne https geöffnet. Über den Beleg sagt das nichts: Verwenden Sie einen neueren Browser.',
    },
  },
  expired: (date) => `Echt, geprüft am ${date}, nicht mehr aktuell`,
  expiredText: (vendor) =>
    `${vendor} hat ihn signiert, und nichts daran wurde geändert. Ein Beleg ist 24 Stunden ab seiner Prüfung aktuell. Bitten Sie die Person, von der Sie ihn haben, um einen neuen.`,
  noKeys: 'Wir konnten unseren öffentlichen Schlüssel nicht abrufen',
  fileUnreadable: 'Diese Datei konnte nicht gelesen werden. Öffnen Sie sie und fügen Sie ihren Text ein.',
  results: 'Was nachgewiesen wurde',
  tried: 'Was im Simulator versucht wurde',
  answered: (count) => `Mit der externen ID zugelassen (${requests(count)})`,
  refusedCalls: (count) => `Alles andere, was wir versucht haben, verweigert (${requests(count)})`,
  worked: (count) => (count === 0 ? 'Keine Berechtigungen geprüft' : `Berechtigungen geprüft (${requests(count)})`),
  limits:
    'Er sagt, was zu diesem Zeitpunkt galt, nicht, was jetzt gilt. Die Hashes gehören zu den Richtlinien, die verlangt wurden; was in der Rolle steht, weiß nur ihr Konto. Und er ist so viel wert wie die Adresse dieser Seite: Vergewissern Sie sich, dass sie unsere ist.',
  facts: {
    checkedAt: 'Geprüft',
    signed: 'Signiert',
    account: 'Konto',
    role: 'Rolle',
    vendor: 'Anbieter',
    vendorAccount: (name, account) => `${name}, Konto ${account}`,
    region: 'Region',
    place: (region, partition) => `${region}, ${partition}`,
    externalId: 'Externe ID, als SHA-256',
    trustPolicy: 'Verlangte Vertrauensrichtlinie, als SHA-256',
    permissionsPolicy: 'Verlangte Berechtigungsrichtlinie, als SHA-256',
    managedPolicy: 'Verlangte verwaltete Richtlinie von AWS',
    template: 'Version der Vorlage',
    connection: 'Verbindung',
    number: 'Nummer des Belegs',
  },
  download: 'Beleg herunterladen',
  preparing: 'Der Beleg wird vorbereitet …',
  checkLink: 'Einen Beleg prüfen',
  what: 'Ein signierter Nachweis ohne Zugangsdaten und ohne die externe ID.',
  whatSimulated: 'Als simuliert gekennzeichnet.',
  failed: 'Es gibt gerade keinen Beleg',
  notVerified:
    'Ein Beleg braucht eine Prüfung aus den letzten 5 Minuten, bei der die Rolle bestanden hat. Prüfen Sie die Rolle erneut und versuchen Sie es dann noch einmal.',
})
