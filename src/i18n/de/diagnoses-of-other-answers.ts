import type { ExplanationWords } from '#core/verify/explanation.ts'
import type { explanationsOfOtherAnswers } from '#core/verify/explanations-of-other-answers.ts'

const nothingToDo = 'In AWS gibt es für Sie nichts zu tun. An Ihrer Rolle liegt es nicht, und Ihre Eingaben bleiben erhalten.'
const goesOn = 'Lassen Sie diese Seite offen. Die Prüfung wird von selbst wiederholt.'
const ourSide = 'Auf unserer Seite gibt es ein Problem'
const ifItStays = (vendor: string) => `Bleibt das so, sagen Sie es ${vendor}.`

export const diagnosesOfOtherAnswers: Readonly<Record<keyof typeof explanationsOfOtherAnswers, ExplanationWords>> = {
  verified: {
    title: 'Verbunden und nachweislich sicher',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} mit Ihrer externen ID annehmen. Aufrufe ohne sie, mit einer anderen und mit einer fast richtigen wurden abgelehnt.`,
    why: () => 'Jeder dieser Aufrufe wurde wirklich gemacht. AWS gab jedem eine Anfrage-ID, die beim Prüfpunkt steht.',
    todo: () => ['Nichts. Die Rolle wird von Zeit zu Zeit wieder geprüft.'],
  },
  'permissions-incomplete': {
    title: 'Die Rolle ist sicher, aber eine Berechtigung fehlt',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} annehmen, aber ein Aufruf mit ihr wurde abgelehnt. Die Prüfpunkte nennen die Ressource.`,
    why: () =>
      'Die Berechtigungsrichtlinie weicht vielleicht von der verlangten ab, die Ressource existiert nicht oder hat eine eigene Richtlinie, oder eine Berechtigungsgrenze oder eine Richtlinie Ihrer Organisation schränkt die Rolle ein. AWS sagt nicht immer, welches davon.',
    todo: ({ roleName, account }) => [
      'Prüfen Sie, ob die Ressource existiert und so geschrieben wird wie in den Prüfpunkten.',
      `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, Tab „Permissions“, und vergleichen Sie die Richtlinie mit der unten.`,
      'Prüfen Sie, ob dort eine Berechtigungsgrenze gesetzt ist, die diese Aktion auslässt.',
      'Prüfen Sie die Richtlinie der Ressource selbst und bei verschlüsselten Objekten die des KMS-Schlüssels.',
      'Stimmt das alles, fragen Sie die Administration Ihrer AWS-Organisation nach Service-Kontrollrichtlinien und Ressourcenkontrollrichtlinien.',
      goesOn,
    ],
  },
  'permissions-unchecked': {
    title: 'Die Rolle ist sicher; ihre Berechtigungen ließen sich noch nicht prüfen',
    happened: ({ roleName }) =>
      `${roleName} hat jede Sicherheitsprüfung bestanden, aber ein Aufruf, der ihre Berechtigungen erproben sollte, bekam keine brauchbare Antwort.`,
    why: () => 'AWS war ausgelastet, nicht erreichbar, oder antwortete mit einem Fehler, der nichts über die Berechtigung sagt.',
    todo: () => [goesOn],
  },
  'update-required': {
    title: 'Die Rolle braucht eine Aktualisierung',
    happened: ({ vendor, roleName }) =>
      `${roleName} ist sicher, aber ${vendor} verlangt inzwischen andere Berechtigungen, als Sie gewählt haben.`,
    why: ({ vendor }) => `${vendor} hat die Berechtigungssätze geändert, nachdem Sie dieses Konto verbunden haben.`,
    todo: ({ roleName }) => [
      'Wählen Sie die Berechtigungen noch einmal. Ihre externe ID bleibt dieselbe.',
      `Aktualisieren Sie den CloudFormation-Stack oder die Berechtigungsrichtlinie von ${roleName} mit dem neuen Text.`,
      'Kommen Sie hierher zurück. Die Rolle wird automatisch wieder geprüft.',
    ],
  },
  'check-delayed': {
    title: 'Die Prüfung verzögert sich',
    happened: () => 'Diese Rolle wurde noch nicht geprüft, weil gerade viele Prüfungen laufen.',
    why: () => 'AWS begrenzt, wie viele Aufrufe wir je Sekunde machen können; Prüfungen kommen deshalb der Reihe nach dran.',
    todo: () => ['Lassen Sie diese Seite offen. Die Rolle wird automatisch geprüft, sobald sie an der Reihe ist.'],
  },
  'safety-check-incomplete': {
    title: 'Verbunden, aber die Sicherheitsprüfung ist nicht abgeschlossen',
    happened: ({ roleName }) =>
      `${roleName} antwortet, aber nicht jeder Aufruf, den sie ablehnen muss, bekam eine klare Antwort. Sie gilt nicht als geprüft.`,
    why: () => 'AWS war ausgelastet, nicht erreichbar, oder antwortete mit einem Fehler. Nur eine klare Ablehnung zählt als Ablehnung.',
    todo: () => [goesOn],
  },
  'aws-unavailable': {
    title: 'AWS hat nicht geantwortet',
    happened: () => 'Der Security Token Service von AWS gab keine brauchbare Antwort; dieser Blick sagt also nichts über Ihre Rolle.',
    why: () => 'AWS begrenzt die Zahl der Aufrufe je Sekunde, und ein Netzwerk oder ein Dienst kann eine Weile ausfallen.',
    todo: () => [goesOn],
  },
  'changed-during-check': {
    title: 'Die Rolle hat sich während der Prüfung geändert',
    happened: ({ roleName }) => `${roleName} nahm die richtige externe ID am Anfang der Prüfung an und lehnte sie am Ende ab.`,
    why: () =>
      'Die Vertrauensrichtlinie wurde dazwischen geändert, oder AWS antwortete einmal nach einer alten und einmal nach einer neuen Kopie. Was dazwischen gesehen wurde, beweist nichts.',
    todo: () => ['Wenn Sie die Vertrauensrichtlinie gerade bearbeiten, schließen Sie das ab.', goesOn],
  },
  'vendor-credentials-refused': {
    title: ourSide,
    happened: ({ vendor }) => `AWS nimmt die Zugangsdaten nicht an, mit denen ${vendor} prüft. An Ihre Rolle wurde nichts gesendet.`,
    why: () => 'Sie sind abgelaufen, die Uhr unseres Servers geht falsch, oder sie gehören zu einer anderen AWS-Partition.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'vendor-identity-wrong': {
    title: ourSide,
    happened: ({ vendor, vendorAccount }) =>
      `Die Prüfung läuft nicht unter der Identität im Konto ${vendorAccount}, der Ihre Rolle vertrauen soll; ${vendor} hat deshalb nicht weitergemacht.`,
    why: () => 'Der prüfende Dienst ist falsch bereitgestellt oder konfiguriert.',
    todo: ({ vendor }) => [nothingToDo, 'Legen Sie die Rolle nicht von dieser Seite aus an, bis das behoben ist.', ifItStays(vendor)],
  },
  'vendor-not-allowed': {
    title: ourSide,
    happened: ({ vendor }) => `Eine Richtlinie im Konto von ${vendor} hindert die Anwendung daran, Ihre Rolle anzunehmen.`,
    why: () => 'AWS nennt eine Richtlinie, die den Aufrufenden betrifft. Es ist also keine Richtlinie von Ihnen.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'verifier-blind': {
    title: 'Eine Richtlinie auf unserer Seite blockiert die Prüfung',
    happened: ({ vendor, roleName }) =>
      `${roleName} nimmt Ihre externe ID an, aber eine Richtlinie im Konto von ${vendor} verhindert die Aufrufe, die prüfen, ob sie alles andere ablehnt.`,
    why: () => 'Eine Ablehnung durch unsere eigene Richtlinie beweist nichts über Ihre Rolle. Die Rolle gilt deshalb nicht als geprüft.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
  'vendor-request-refused': {
    title: ourSide,
    happened: ({ vendor }) => `AWS fand einen Fehler in der Form der Anfrage, die ${vendor} gesendet hat.`,
    why: () => 'Was die Anfrage verlangt, zum Beispiel die Länge der Sitzung, liegt außerhalb dessen, was AWS annimmt.',
    todo: ({ vendor }) => [nothingToDo, ifItStays(vendor)],
  },
}
