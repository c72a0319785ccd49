import type { RoleWords } from '#wizard/words/role.ts'

export const role: RoleWords = {
  heading: 'Rolle anlegen im Konto',
  title: (account) => `Rolle anlegen im Konto ${account}`,
  lead: 'Ein Stack mit einer Rolle. Diese Seite merkt von selbst, wenn sie bereit ist.',
  signedIn: (account) => `Seien Sie im Konto ${account} angemeldet`,
  signedInWhy: 'In jedem anderen Konto startet der Stack nicht. Die Nummer oben rechts in der AWS-Konsole muss diese sein.',
  launchLabel: 'Legen Sie die Rolle an',
  launch: 'Rolle in AWS anlegen',
  launchSimulated: 'Rolle im simulierten AWS anlegen',
  launchHint:
    'Öffnet CloudFormation in einem neuen Tab. Setzen Sie am Ende das Häkchen zu IAM, klicken Sie auf „Create stack“ und kommen Sie hierher zurück. Öffnet sich kein Tab, kopieren Sie den Link und öffnen Sie ihn selbst.',
  launchSimulatedHint:
    'Öffnet unser simuliertes AWS in einem neuen Tab, nicht das echte. Setzen Sie am Ende das Häkchen zu IAM, klicken Sie auf „Create stack“ und kommen Sie hierher zurück. Öffnet sich kein Tab, kopieren Sie den Link und öffnen Sie ihn selbst.',
  launchBesideHint:
    'Öffnet unser simuliertes AWS neben dieser Seite, nicht das echte, das sich in einem neuen Tab öffnen würde. Setzen Sie am Ende das Häkchen zu IAM und klicken Sie auf „Create stack“.',
  copyLink: 'Link kopieren',
  upload: {
    reasons: {
      'template-not-published': 'in dieser AWS-Partition ist keine veröffentlicht',
      'permissions-policy': 'die Berechtigungsrichtlinie wurde geändert',
      tags: 'die Rolle hat eigene Tags',
      path: 'der Pfad ist ein anderer als in der veröffentlichten Vorlage',
      'permissions-boundary': 'die veröffentlichte Vorlage kennt die Berechtigungsgrenze der Rolle nicht',
      'session-duration': 'die längste Sitzung ist eine andere als in der veröffentlichten Vorlage',
    },
    why: (reasons) =>
      `Diese Rolle hat eine eigene Vorlage: ${reasons.join(', und ')}. AWS nimmt in einem Link keine Vorlage an, deshalb laden Sie sie hoch. Auszufüllen ist nur der Name des Stacks.`,
    download: (filename) => `Laden Sie die Vorlage herunter: ${filename}.`,
    downloadLabel: 'Vorlage herunterladen',
    open: (filename) =>
      `Öffnen Sie CloudFormation. Wählen Sie „Upload a template file“, nehmen Sie ${filename} und klicken Sie auf „Next“.`,
    openLabel: 'CloudFormation öffnen',
    openSimulated: 'Simuliertes CloudFormation öffnen',
    name: 'Geben Sie dem Stack diesen Namen.',
    copyName: 'Namen des Stacks kopieren',
    create:
      'Klicken Sie auf „Next“, setzen Sie das Häkchen zu IAM, klicken Sie noch einmal auf „Next“ und dann auf „Submit“. Kommen Sie hierher zurück.',
    hint: 'AWS dokumentiert die Adresse dieser Seite nicht. Zeigt sie etwas anderes, wählen Sie CloudFormation, „Create stack“, „With new resources“.',
  },
  before: (name, stack) =>
    `Legt eine IAM-Rolle an, ${name}, mit einer Inline-Richtlinie, und sonst nichts. Das kostet nichts. Rückgängig: Löschen Sie den Stack ${stack}; die Rolle wird mit ihm gelöscht.`,
  artefacts: 'Wege, die Rolle anzulegen',
  copy: 'Kopieren',
  purpose: (purpose) => `Wozu: ${purpose}. Rückgängig:`,
  needs: (needs) => `Sie brauchen: ${needs.join('; ')}.`,
  undoCommands: 'Befehle, die es rückgängig machen',
  more: 'Weitere Wege',
  way: 'Ein anderer Weg, die Rolle anzulegen',
  download: 'Herunterladen',
  size: (bytes) => (bytes < 1000 ? `${bytes} Bytes` : `${(bytes / 1000).toFixed(1).replace('.', ',')} kB`),
}
