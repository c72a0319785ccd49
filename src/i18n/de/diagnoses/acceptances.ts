import type { CauseTexts } from '#core/verify/causes.ts'
import type { ExplanationTexts } from '#core/verify/explanation.ts'
import type { DiagnosisCode } from '#core/verify/verdict.ts'
import type { ScenarioTexts } from '#simulation/aws/scenario.ts'
import { replaceTrustPolicy } from './dangers.ts'
import { attachPolicies, contact, nothingToDo, rechecks } from './shared.ts'

export const acceptances = {
  'confirming-fix': {
    title: 'Korrektur erkannt. Sie wird bestätigt …',
    happened: ({ roleName }) => `${roleName} lehnt jetzt jede Anfrage ab, die sie ablehnen muss.`,
    why: () => 'Wir prüfen zweimal, weil Änderungen an Richtlinien einen Moment brauchen.',
    todo: () => ['Warten Sie einige Sekunden. Die zweite Prüfung läuft automatisch.'],
  },
  verified: {
    title: 'Verbunden und geprüft',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} mit Ihrer externen ID annehmen. Anfragen ohne sie, mit einer falschen und mit einer fast richtigen wurden abgelehnt.`,
    why: () => 'Wir haben die Rolle mit echten Anfragen getestet. Jeder Prüfpunkt zeigt die Anfrage-ID von AWS.',
    todo: () => ['Fertig. Wir prüfen von Zeit zu Zeit wieder.'],
  },
  'trust-unread': {
    title: 'Die Vertrauensrichtlinie kann nicht mehr gelesen werden',
    happened: ({ vendor, roleName }) =>
      `Eine frühere Prüfung hat gelesen, dass die Vertrauensrichtlinie von ${roleName} mehr erlaubt als angefordert. Danach konnte sie nicht wieder gelesen werden. ${vendor} verwendet die Rolle erst, wenn das behoben ist.`,
    why: () => 'Keine Testanfrage zeigt, ob die Vertrauensrichtlinie korrigiert wurde. Das zeigt nur das Lesen.',
    todo: ({ vendor, roleName, account }) => [
      `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Trust relationships“, und ersetzen Sie die Vertrauensrichtlinie durch die korrigierte.`,
      `Wählen Sie die Berechtigung, die die eigenen Richtlinien der Rolle liest, wieder aus. Wird sie nicht angeboten, wenden Sie sich an ${vendor}.`,
      'Öffnen Sie dort den Tab „Permissions“ der Rolle, und ersetzen Sie die Richtlinie durch die korrigierte.',
      rechecks,
    ],
  },
  'application-role-missing': {
    title: 'Verbunden, aber einer Rolle der Anwendung wird nicht vertraut',
    happened: ({ vendor, roleName }) =>
      `${vendor} verwendet mehrere Rollen, und die Vertrauensrichtlinie von ${roleName} vertraut nicht allen. Welchen nicht, sehen Sie in den Prüfpunkten.`,
    why: () =>
      'Wir haben die Vertrauensrichtlinie in IAM gelesen. Sie kann aus der Zeit stammen, bevor der Anbieter eine Rolle hinzugefügt hat.',
    todo: replaceTrustPolicy,
  },
  'permissions-drifted': {
    title: 'Verbunden, aber der Rolle fehlt eine Berechtigung',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} annehmen, aber eine angeforderte Berechtigung gilt nicht. Die Prüfpunkte nennen sie.`,
    why: ({ managedPolicyArns }) =>
      managedPolicyArns.length === 0
        ? 'Die Berechtigungsrichtlinie in IAM weicht von der angeforderten ab, oder eine andere Richtlinie schränkt sie ein.'
        : 'Die Richtlinien der Rolle in IAM weichen von den angeforderten ab, oder eine andere Richtlinie schränkt sie ein.',
    todo: (facts) => [
      ...attachPolicies(facts),
      ...(facts.hasPermissionsPolicy
        ? [
            `Öffnen Sie im Konto ${facts.account} IAM, „Roles“, ${facts.roleName}, „Permissions“, und ersetzen Sie die Richtlinie durch die korrigierte.`,
          ]
        : []),
      'Prüfen Sie, ob dort eine Berechtigungsgrenze gesetzt ist, die diese Aktion auslässt.',
      rechecks,
    ],
  },
  'permissions-incomplete': {
    title: 'Verbunden, aber eine Berechtigung fehlt',
    happened: ({ vendor, roleName }) =>
      `${vendor} kann ${roleName} annehmen, aber eine Testanfrage wurde abgelehnt. Die Prüfpunkte nennen die Ressource.`,
    why: () =>
      'Mögliche Gründe: eine andere Berechtigungsrichtlinie, eine fehlende Ressource, eine Ressourcenrichtlinie, eine Berechtigungsgrenze oder eine Richtlinie der Organisation.',
    todo: (facts) => [
      'Prüfen Sie, ob die Ressource existiert und richtig geschrieben ist.',
      ...(facts.hasPermissionsPolicy
        ? [
            `Öffnen Sie im Konto ${facts.account} IAM, „Roles“, ${facts.roleName}, „Permissions“, und vergleichen Sie die Richtlinie mit der korrigierten.`,
          ]
        : []),
      ...attachPolicies(facts),
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
  'changed-during-check': {
    title: 'Die Rolle hat sich während der Prüfung geändert',
    happened: ({ roleName }) => `${roleName} nahm die richtige externe ID erst an und lehnte sie dann ab.`,
    why: () =>
      'Die Vertrauensrichtlinie wurde während der Prüfung geändert, oder AWS antwortete nach einer alten Kopie. Wir prüfen noch einmal.',
    todo: () => ['Wenn Sie die Vertrauensrichtlinie gerade bearbeiten, schließen Sie das ab.', rechecks],
  },
  'verifier-blind': {
    title: 'Eine Richtlinie auf unserer Seite blockiert die Prüfung',
    happened: ({ vendor, roleName }) =>
      `${roleName} nimmt Ihre externe ID an, aber eine Richtlinie im Konto von ${vendor} blockiert die Anfragen, die prüfen, ob sie alles andere ablehnt.`,
    why: () => 'Eine Ablehnung durch unsere eigene Richtlinie sagt nichts über Ihre Rolle. Sie gilt deshalb nicht als geprüft.',
    todo: ({ vendor }) => [nothingToDo, contact(vendor)],
  },
} satisfies Partial<Readonly<Record<DiagnosisCode, ExplanationTexts>>>

export const acceptanceCauses = {
  'permissions-policy-edited': {
    title: 'Die Berechtigungsrichtlinie weicht von der verlangten ab',
    check: ({ roleName }) => `IAM, „Roles“, ${roleName}, „Permissions“: Vergleichen Sie sie mit der hier gezeigten Richtlinie.`,
  },
  'managed-policy-detached': {
    title: 'Eine verlangte verwaltete Richtlinie von AWS fehlt an der Rolle',
    check: ({ roleName }) => `IAM, „Roles“, ${roleName}, „Permissions“: Fügen Sie die Richtlinie hinzu, die die Prüfpunkte nennen.`,
  },
  'resource-policy': {
    title: 'Die Richtlinie der Ressource oder ihres KMS-Schlüssels verbietet die Aktion',
    check: ({ roleArn }) => `Suchen Sie dort nach einem Deny, das für ${roleArn} gilt.`,
  },
  'region-off': {
    title: 'Die Region ist im Konto ausgeschaltet',
    check: ({ region, account }) => `Konto ${account}, Kontoeinstellungen, AWS-Regionen: Aktivieren Sie ${region}.`,
  },
  'bucket-absent': {
    title: 'Der Bucket existiert nicht',
    check: () => 'Vergleichen Sie den Namen in den Prüfpunkten mit dem Namen in Ihrem Konto.',
  },
  'resource-absent': {
    title: 'Die Ressource existiert nicht',
    check: ({ region, account }) => `Vergleichen Sie den Namen in den Prüfpunkten mit dem Namen im Konto ${account}, Region ${region}.`,
  },
  'vendor-config-changed': {
    title: 'Die verlangten Berechtigungen haben sich geändert',
    check: ({ vendor }) =>
      `${vendor} verlangt einen Berechtigungssatz, den Sie nicht gewählt haben, oder verlangt einen nicht mehr, den Sie gewählt haben.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

export const acceptanceScenarios = {
  'permissions-edited': {
    title: 'Berechtigungen für andere Buckets',
    story: 'Die Vertrauensrichtlinie stimmt, aber jemand hat die Bucket-Namen in der Berechtigungsrichtlinie geändert.',
  },
  'permissions-throttled': {
    title: 'S3 drosselt die Prüfungen',
    story: 'Die Rolle ist sicher. S3 antwortet mit „Please reduce your request rate“, sooft ihre Berechtigungen getestet werden.',
  },
  slow: {
    title: 'Langsame Ausbreitung',
    story: 'Alles ist richtig. AWS braucht 30 Sekunden, bis die neue Rolle verfügbar ist.',
  },
  'region-off': {
    title: 'STS ist in den meisten Regionen aus',
    story: 'STS ist nur in der Heimatregion der Partition aktiv. Dort kann die Rolle trotzdem verwendet werden.',
  },
  'safety-check-throttled': {
    title: 'Die Sicherheitsprüfungen werden gedrosselt',
    story: 'Die richtige externe ID wird akzeptiert, und jeder andere Aufruf erhält „Rate exceeded“.',
  },
  'changed-during-check': {
    title: 'Die Richtlinie ändert sich während der Prüfung',
    story: 'Die richtige externe ID wird akzeptiert und innerhalb von drei Sekunden abgelehnt.',
  },
  'vendor-blocks-other-ids': {
    title: 'Die eigene Richtlinie des Anbieters verdeckt das Ergebnis',
    story:
      'Ein Deny in der eigenen Richtlinie des Anbieters blockiert jeden Aufruf ohne die richtige externe ID. Deshalb sagt der Test nichts über die Rolle aus.',
  },
} satisfies Readonly<Record<string, ScenarioTexts>>
