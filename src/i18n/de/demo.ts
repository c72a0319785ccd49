import { demoMessages } from '#simulation/demo/demo-messages.ts'
import './console.ts'
import './scenarios.ts'

demoMessages.translate('de', {
  markLabel: 'Demo',
  mark: 'Demo. Nichts hier ist echt oder verlässt diese Seite.',
  notHere: 'Keine Demo auf diesem Server',
  notHereWhy: 'Dieser Server verwendet das echte AWS und bietet deshalb keine Demo an.',
  toWizard: 'Zum Wizard',
  panel: {
    label: 'Simuliertes AWS',
    close: 'Schließen',
    restore: 'Richtige Richtlinie wiederherstellen',
    breakLabel: 'Rolle beschädigen',
    breakHint: 'So wie es ein Teammitglied in der IAM-Konsole tun könnte.',
    breakIt: 'Beschädigen',
    nothingThere: 'Es gibt noch keine Rolle. Wählen Sie „Weiter“ im ersten Schritt.',
    notes: {
      break: 'Die Rolle ist beschädigt. Der Wizard prüft sie erneut.',
      restore: 'Die richtigen Richtlinien sind wiederhergestellt. Der Wizard prüft sie erneut.',
    },
  },
  presenter: {
    label: 'Vorführung',
    scenario: 'Szenario',
    step: 'Schritt',
    steps: { account: 'Erster Schritt', role: 'Rolle anlegen', created: 'Stack angelegt', restored: 'Behoben' },
    shows: 'Zeigt',
    pace: 'Tempo',
    paces: { instant: 'Sofort', realistic: 'Realistisch', step: 'Manuell' },
    theme: 'Design',
    themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
    reset: 'Zurücksetzen',
    pass: { instant: '1 Minute überspringen', realistic: '1 Minute überspringen', step: '5 Sekunden überspringen' },
    endTrouble: 'Beheben',
    copy: 'Link kopieren',
    more: 'Mehr',
    breakIt: 'Beschädigen',
    hide: 'Ausblenden',
    hosting: 'Für Entwickler: Hosting und Konfiguration',
    keys: {
      bar: 'Strg+Umschalt+D blendet diese Leiste ein und aus.',
      notes: 'Strg+Umschalt+, blendet die Notizen auf dieser Seite ein und aus.',
      time: 'Strg+Umschalt+. überspringt Zeit.',
    },
    notes: 'Notizen',
    loading: 'Wird für die Offline-Nutzung geladen …',
    loaded: 'Funktioniert jetzt offline.',
    prospect: 'Interessent',
    name: 'Name des Interessenten',
    nameRefused: 'Ein Name hat 1 bis 60 Zeichen.',
    accent: 'Farbe',
    apply: 'Übernehmen',
  },
  branding: {
    file: 'vendor.json oder Logo',
    hint: 'Sie können die Datei auch überall auf dieser Seite einfügen oder ablegen. Sie bleibt in diesem Browser und in den Links, die Sie kopieren.',
    remove: 'Branding entfernen',
    refused: 'Dieses Branding kann nicht verwendet werden',
    reasons: {
      'not-json': 'Fügen Sie eine vendor.json oder ein Bild ein. Dies ist keins von beiden.',
      'too-large': 'Verwenden Sie eine vendor.json mit höchstens 16 kB oder ein einfacheres Bild.',
      unreadable: 'Verwenden Sie ein Bild in PNG, JPEG, WebP oder SVG, oder kopieren Sie den Link noch einmal.',
    },
    close: 'Schließen',
  },
  tour: {
    label: 'Rundgang',
    show: 'Zeigen',
    next: 'Weiter',
    done: 'Fertig',
    skip: 'Rundgang überspringen',
    place: (stop, of) => `${stop} von ${of}`,
    stops: [
      {
        title: 'Eine Nummer genügt',
        text: 'Geben Sie eine AWS-Konto-ID ein, zum Beispiel 4444 5555 6666, und den Namen eines Buckets. Die externe ID wird erzeugt. Wählen Sie dann „Weiter“.',
      },
      {
        title: 'Nichts ist verborgen',
        text: 'Kunden sehen Vertrauensrichtlinie, Berechtigungen und Vorlage, bevor etwas geschieht. Was sie sehen, kopieren und starten sie auch.',
      },
      {
        title: 'Ein Stack, ein Klick',
        text: 'Wählen Sie „Stack starten (simuliert)“. Der Bereich neben dem Wizard simuliert die AWS-Konsole. Wählen Sie das Kästchen zu IAM aus und dann „Create stack“.',
      },
      {
        title: 'Die Seite aktualisiert sich automatisch',
        text: 'Es muss kein ARN zurückkopiert werden. Wir testen die Rolle mit der richtigen externen ID, ohne eine und mit falschen. Nur eine Rolle, die diese ablehnt, gilt als geprüft.',
      },
      {
        title: 'Rolle beschädigen',
        text: 'Wählen Sie im Bereich daneben, was ein Teammitglied mit der Rolle tun könnte, und dann „Beschädigen“. Der Wizard erkennt es und erklärt, wie Sie es beheben.',
      },
      {
        title: 'Rolle reparieren',
        text: 'Wählen Sie „Richtige Richtlinie wiederherstellen“ und sehen Sie, wie die Prüfungen wieder grün werden. Mit Strg+Umschalt+D können Sie jeden Fehler auswählen.',
      },
    ],
  },
})
