import type { DiagnosisCode } from '#core/verify/diagnose.ts'
import type { ExplanationTexts } from '#core/verify/explanation.ts'

const nothingToDo = 'Sie müssen nichts tun. Ihre Rolle ist in Ordnung, und Ihre Eingaben sind gespeichert.'
const rechecks = 'Lassen Sie diese Seite offen. Wir prüfen automatisch wieder.'
const ourSide = 'Problem auf unserer Seite'
const ifItStays = (vendor: string) => `Wenn sich das nicht ändert, wenden Sie sich an ${vendor}.`

export const otherAnswers = {
  verified: {
    title: 'Verbunden und geprüft',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} mit Ihrer externen ID annehmen. Anfragen ohne sie, mit einer falschen und mit einer fast richtigen wurden abgelehnt.`,
    why: () => 'Wir haben die Rolle mit echten Anfragen getestet. Jeder Prüfpunkt zeigt die Anfrage-ID von AWS.',
    todo: () => ['Fertig. Wir prüfen von Zeit zu Zeit wieder.'],
  },
  'permissions-incomplete': {
    title: 'Verbunden, aber eine Berechtigung fehlt',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} annehmen, aber eine Testanfrage wurde abgelehnt. Die Prüfpunkte nennen die Ressource.`,
    why: () =>
      'Mögliche Gründe: eine andere Berechtigungsrichtlinie, eine fehlende Ressource, eine Ressourcenrichtlinie, eine Berechtigungsgrenze oder eine Richtlinie der Organisation.',
    todo: ({ roleName, account }) => [
      'Prüfen Sie, ob die Ressource existiert und richtig geschrieben ist.',
      `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Permissions“, und vergleichen Sie die Richtlinie mit der korrigierten.`,
      'Prüfen Sie, ob dort eine Berechtigungsgrenze gesetzt ist, die diese Aktion auslässt.',
      'Prüfen Sie die Richtlinie der Ressource und bei verschlüsselten Daten die ihres KMS-Schlüssels.',
      'Immer noch abgelehnt? Fragen Sie die Administration von AWS Organizations nach Service-Kontrollrichtlinien (SCPs) und Ressourcenkontrollrichtlinien (RCPs).',
      rechecks,
    ],
  },
  'permissions-unchecked': {
    title: 'Verbunden, aber Berechtigungen konnten noch nicht geprüft werden',
    happened: ({ roleName }) =>
      `${roleName} hat jede Sicherheitsprüfung bestanden, aber ein Test ihrer Berechtigungen bekam keine eindeutige Antwort von AWS.`,
    why: () => 'AWS war ausgelastet, nicht erreichbar, oder antwortete mit einem Fehler, der nichts über die Berechtigung sagt.',
    todo: () => [rechecks],
  },
  'update-required': {
    title: 'Die Rolle braucht eine Aktualisierung',
    happened: ({ vendor, roleName }) =>
      `${roleName} ist sicher, aber ${vendor} verlangt inzwischen andere Berechtigungen, als Sie gewählt haben.`,
    why: ({ vendor }) => `${vendor} hat die Berechtigungssätze geändert, nachdem Sie dieses Konto verbunden haben.`,
    todo: ({ roleName }) => [
      'Wählen Sie die Berechtigungen noch einmal. Ihre externe ID bleibt dieselbe.',
      `Aktualisieren Sie den CloudFormation-Stack oder die Berechtigungsrichtlinie von ${roleName} mit dem neuen Text.`,
      'Kommen Sie hierher zurück. Wir prüfen automatisch wieder.',
    ],
  },
  'check-delayed': {
    title: 'Die Prüfung verzögert sich',
    happened: () => 'Diese Rolle wurde noch nicht geprüft, weil gerade viele Prüfungen laufen.',
    why: () => 'AWS begrenzt, wie viele Aufrufe wir je Sekunde machen können; Prüfungen kommen deshalb der Reihe nach dran.',
    todo: () => ['Lassen Sie diese Seite offen. Die Rolle wird automatisch geprüft, sobald sie an der Reihe ist.'],
  },
  'safety-check-incomplete': {
    title: 'Fast fertig: Sicherheitsprüfungen unvollständig',
    happened: ({ roleName }) =>
      `${roleName} funktioniert, aber einige Anfragen bekamen keine eindeutige Antwort von AWS. Sie gilt noch nicht als geprüft.`,
    why: () => 'AWS war ausgelastet, nicht erreichbar, oder antwortete mit einem Fehler. Nur eine eindeutige Ablehnung zählt.',
    todo: () => [rechecks],
  },
  'aws-unavailable': {
    title: 'AWS antwortet nicht',
    happened: () => 'AWS STS gab keine eindeutige Antwort; diese Prüfung hat deshalb kein Ergebnis.',
    why: () => 'AWS begrenzt die Zahl der Aufrufe je Sekunde, und ein Netzwerk oder ein Dienst kann eine Weile ausfallen.',
    todo: () => [rechecks],
  },
  'changed-during-check': {
    title: 'Die Rolle hat sich während der Prüfung geändert',
    happened: ({ roleName }) => `${roleName} nahm die richtige externe ID erst an und lehnte sie dann ab.`,
    why: () =>
      'Die Vertrauensrichtlinie wurde während der Prüfung geändert, oder AWS antwortete nach einer alten Kopie. Wir prüfen noch einmal.',
    todo: () => ['Wenn Sie die Vertrauensrichtlinie gerade bearbeiten, schließen Sie das ab.', rechecks],
  },
  'vendor-credentials-refused': {
    title: ourSide,
    happened: ({ vendor }) => `AWS hat die Zugangsdaten von ${vendor} abgelehnt. An Ihre Rolle wurde nichts gesendet.`,
    why: () => 'Sie sind abgelaufen, die Uhr unseres Servers geht falsch, oder sie gehören zu einer anderen AWS-Partition.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'vendor-identity-wrong': {
    title: ourSide,
    happened: ({ vendor, vendorAccount }) =>
      `Unsere Prüfung läuft unter der falschen Identität, nicht unter der im Konto ${vendorAccount}, der Ihre Rolle vertraut. ${vendor} hat deshalb angehalten.`,
    why: () => 'Der prüfende Dienst ist falsch konfiguriert.',
    todo: ({ vendor }) => [nothingToDo, 'Legen Sie die Rolle nicht von dieser Seite aus an, bis das behoben ist.', ifItStays(vendor)],
  },
  'vendor-not-allowed': {
    title: ourSide,
    happened: ({ vendor }) => `Eine Richtlinie im Konto von ${vendor} hindert die Anwendung daran, Ihre Rolle anzunehmen.`,
    why: () => 'AWS nennt eine Richtlinie, die für den Aufrufenden gilt, also keine von Ihnen.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'verifier-blind': {
    title: 'Eine Richtlinie auf unserer Seite blockiert die Prüfung',
    happened: ({ vendor, roleName }) =>
      `${roleName} nimmt Ihre externe ID an, aber eine Richtlinie im Konto von ${vendor} blockiert die Anfragen, die prüfen, ob sie alles andere ablehnt.`,
    why: () => 'Eine Ablehnung durch unsere eigene Richtlinie sagt nichts über Ihre Rolle. Sie gilt deshalb nicht als geprüft.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'vendor-request-refused': {
    title: ourSide,
    happened: ({ vendor }) => `AWS hat die Anfrage von ${vendor} als ungültig abgelehnt.`,
    why: () => 'Sie verlangt etwas außerhalb der Grenzen von AWS, zum Beispiel bei der Sitzungsdauer.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
} satisfies Partial<Readonly<Record<DiagnosisCode, ExplanationTexts>>>
