import { demoMessages } from '#simulation/demo/demo-messages.ts'
import './console.ts'
import './scenarios.ts'

demoMessages.translate('de', {
  markLabel: 'Demo',
  mark: 'Demo: Nichts hier ist echt. Kein AWS-Konto, kein Server, keine Daten von Ihnen.',
  notHere: 'Hier gibt es keine Demo',
  notHereWhy:
    'Diese Seite gehört zu einem Server, der mit dem echten AWS arbeitet, und zeigt deshalb keine Demo: Die beiden dürfen nicht verwechselt werden.',
  toWizard: 'Zum Wizard',
  panel: {
    label: 'Simuliertes AWS',
    heading: 'Simuliertes AWS, nicht AWS',
    close: 'Schließen',
    restore: 'Richtige Richtlinie wiederherstellen',
    breakLabel: 'Rolle stören',
    breakHint: 'Wie jemand aus Ihrem Team es in der IAM-Konsole tun könnte.',
    breakIt: 'Stören',
    nothingThere: 'Es gibt noch keine Rolle: Gehen Sie im ersten Schritt weiter.',
    notes: {
      break: 'Die Rolle ist gestört. Der Wizard sieht wieder nach.',
      restore: 'Die richtigen Richtlinien sind wieder da. Der Wizard sieht wieder nach.',
    },
  },
  presenter: {
    label: 'Vorführung',
    scenario: 'Szenario',
    step: 'Gehe zu',
    steps: { account: 'Erster Schritt', role: 'Rolle anlegen', created: 'Stack angelegt', restored: 'Berichtigt' },
    shows: 'Zeigt',
    pace: 'Tempo',
    paces: { instant: 'Sofort', realistic: 'Wie in AWS', step: 'Schritt für Schritt' },
    theme: 'Farben',
    themes: { auto: 'Wie im System', light: 'Hell', dark: 'Dunkel' },
    reset: 'Von vorn',
    pass: { instant: 'Eine Minute vergehen lassen', realistic: 'Eine Minute vergehen lassen', step: '5 Sekunden vergehen lassen' },
    passHint: 'Strg+Umschalt+. lässt Zeit vergehen.',
    endTrouble: 'In Ordnung bringen',
    copy: 'Link zu diesem Stand kopieren',
    hide: 'Ausblenden',
    hideHint: 'Strg+Umschalt+D zeigt und verbirgt diese Leiste.',
    notes: 'Notizen',
    loading: 'Was später kommt, wird noch geladen …',
    loaded: 'Alles ist geladen: Das Netz wird nicht mehr gebraucht.',
    prospect: 'Für wen',
    name: 'Name des Interessenten',
    nameRefused: 'Ein Name hat 1 bis 60 Zeichen.',
    accent: 'Farbe',
    apply: 'Name und Farbe übernehmen',
  },
  tour: {
    label: 'Rundgang',
    next: 'Weiter',
    done: 'Fertig',
    skip: 'Rundgang überspringen',
    place: (stop, of) => `${stop} von ${of}`,
    stops: [
      {
        title: 'Eine Nummer genügt',
        text: 'Geben Sie eine AWS-Konto-ID ein, zum Beispiel 4444 5555 6666, und den Namen eines Buckets. Die externe ID wird vorgeschlagen; man kann sie ersetzen. Gehen Sie dann weiter.',
      },
      {
        title: 'Was angelegt wird, ist vorher zu lesen',
        text: 'Vertrauensrichtlinie, Berechtigungen und Vorlage stehen da, bevor etwas geschieht. Was zu sehen ist, wird auch kopiert und gestartet.',
      },
      {
        title: 'Ein Stack, mit einem Klick',
        text: 'Wählen Sie „Stack starten (simuliert)“. Der Bereich neben dem Wizard steht für die AWS-Konsole: Haken Sie das Kästchen zu IAM an und wählen Sie „Create stack“.',
      },
      {
        title: 'Die Seite merkt es von selbst',
        text: 'Kein ARN wird zurückkopiert. Die Rolle wird mit der richtigen externen ID versucht, ohne eine und mit falschen; nur eine Rolle, die diese ablehnt, gilt als geprüft.',
      },
      {
        title: 'Stören Sie sie',
        text: 'Wählen Sie daneben, was jemand mit der Rolle tun könnte, und dann „Stören“. Der Wizard merkt es und sagt, was geschehen ist, warum, und was zu tun ist.',
      },
      {
        title: 'Bringen Sie sie in Ordnung',
        text: 'Wählen Sie „Richtige Richtlinie wiederherstellen“ und sehen Sie zu, wie die Prüfungen wieder grün werden. Jeder Fehler lässt sich mit Strg+Umschalt+D auswählen.',
      },
    ],
  },
})
