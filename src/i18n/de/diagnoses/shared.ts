import type { CauseTexts, SharedCause } from '#core/verify/causes.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'

export const trustTab = ({ roleName }: ExplanationFacts) => `IAM, „Roles“, ${roleName}, „Trust relationships“`
export const trustedPrincipal = ({ trustedUser, vendorAccount }: ExplanationFacts) =>
  trustedUser === null ? `das Konto ${vendorAccount}` : `den IAM-Benutzer ${trustedUser}`
export const rechecks = 'Lassen Sie diese Seite offen. Wir prüfen automatisch wieder.'
export const nothingToDo = 'Sie müssen nichts tun. Ihre Rolle ist in Ordnung, und Ihre Eingaben sind gespeichert.'
export const contact = (vendor: string) => `Wenn sich das nicht ändert, wenden Sie sich an ${vendor}.`
const retried = () => 'Wir wiederholen die Prüfung automatisch.'

export const sharedCauses = {
  propagation: {
    title: 'AWS wendet die Änderung noch an',
    check: () => 'Meist dauert das Sekunden, höchstens 2 Minuten.',
  },
  'resource-control-policy': {
    title: 'Eine Ressourcenkontrollrichtlinie Ihrer Organisation verbietet es',
    check: ({ vendorAccount }) =>
      `Bitten Sie die Administration Ihrer Organisation, das Konto ${vendorAccount} mit aws:PrincipalAccount auszunehmen.`,
  },
  'trust-policy-edited': {
    title: 'Die Vertrauensrichtlinie wurde geändert',
    check: ({ roleName }) => `CloudTrail zeigt UpdateAssumeRolePolicy für ${roleName}: wer sie wann geändert hat.`,
  },
  'permissions-boundary': {
    title: 'Eine Berechtigungsgrenze lässt die Aktion aus',
    check: ({ roleName }) => `IAM, „Roles“, ${roleName}, „Permissions boundary“: Sie muss die Aktion ebenfalls erlauben.`,
  },
  'service-control-policy': {
    title: 'Eine Service-Kontrollrichtlinie verbietet die Aktion',
    check: () => 'Fragen Sie die Administration der AWS-Organisation.',
  },
  throttled: { title: 'AWS hat die Anfrage gedrosselt', check: retried },
  network: { title: 'AWS war nicht erreichbar', check: retried },
  'aws-error': { title: 'AWS meldete einen internen Fehler', check: retried },
  'credentials-expired': {
    title: 'Unsere Zugangsdaten sind abgelaufen oder wurden widerrufen',
    check: ({ vendor }) => `${vendor} muss sie erneuern.`,
  },
  clock: {
    title: 'Die Uhr unseres Servers geht falsch',
    check: ({ vendor }) => `${vendor} muss sie stellen: AWS lässt höchstens 15 Minuten Abweichung zu.`,
  },
  'wrong-partition': {
    title: 'Unsere Zugangsdaten gehören zu einer anderen AWS-Partition',
    check: ({ vendor, region }) => `${vendor} muss das berichtigen: ${region} braucht Zugangsdaten der eigenen Partition.`,
  },
  misdeployment: { title: 'Der prüfende Dienst ist falsch eingerichtet', check: ({ vendor }) => `${vendor} muss das berichtigen.` },
  'vendor-policy': {
    title: 'Eine eigene Richtlinie von uns erlaubt den Aufruf nicht',
    check: ({ vendor, roleName }) =>
      `${vendor} muss das berichtigen: Die Anwendung braucht sts:AssumeRole auf arn:*:iam::*:role/${roleName}.`,
  },
  'many-checks': { title: 'Es laufen gerade viele Prüfungen', check: retried },
} satisfies Readonly<Record<SharedCause, CauseTexts>>

export const attachPolicies = ({ managedPolicyArns, roleName, account }: ExplanationFacts): readonly string[] =>
  managedPolicyArns.length === 0
    ? []
    : [
        `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Permissions“, und fügen Sie hinzu, was davon fehlt: ${managedPolicyArns.join(', ')}.`,
      ]
