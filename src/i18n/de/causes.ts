import type { ExplanationFacts } from '#core/verify/explanation.ts'
import type { verdictMessages } from '#wizard/words/verdict-messages.ts'

const trustTab = ({ roleName }: ExplanationFacts) => `IAM, „Roles“, ${roleName}, „Trust relationships“`
const nothing = () => 'Nichts zu tun. Der nächste Blick kommt von selbst.'

export const causes: ReturnType<typeof verdictMessages.in>['causes'] = {
  propagation: {
    title: 'Die Änderung ist noch auf dem Weg durch AWS',
    check: () => 'Warten Sie: Es dauert Sekunden, selten zwei Minuten.',
  },
  'stack-not-finished': {
    title: 'Der Stack ist nicht fertig oder wurde zurückgerollt',
    check: () => 'CloudFormation muss CREATE_COMPLETE zeigen. Nach einem Rollback nennen die Ereignisse des Stacks den Grund.',
  },
  'other-account-signed-in': {
    title: 'Die Rolle wurde in einem anderen Konto angelegt',
    check: ({ account }) => `Das Konto oben rechts in der Konsole muss ${account} sein.`,
  },
  'role-name-changed': {
    title: 'Die Rolle hat einen anderen Namen oder Pfad',
    check: ({ roleArn }) => `Der ARN der Rolle muss genau ${roleArn} sein, auch in Groß- und Kleinschreibung.`,
  },
  'external-id-differs': {
    title: 'Die Rolle erwartet eine andere externe ID',
    check: (facts) => `${trustTab(facts)} muss sts:ExternalId ${facts.externalId} zeigen, ohne Leerzeichen davor oder dahinter.`,
  },
  'other-principal-trusted': {
    title: 'Die Rolle vertraut einem anderen Konto oder einem gelöschten Prinzipal',
    check: (facts) =>
      `${trustTab(facts)} muss das Konto ${facts.vendorAccount} nennen. Ein Prinzipal, der mit AROA oder AIDA beginnt, wurde gelöscht.`,
  },
  'extra-condition': {
    title: 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
    check: (facts) =>
      `${trustTab(facts)} darf keine Bedingung haben, die in der hier gezeigten Richtlinie fehlt, etwa MFA, eine IP-Adresse oder eine Organisation.`,
  },
  'resource-control-policy': {
    title: 'Eine Ressourcenkontrollrichtlinie Ihrer Organisation verbietet es',
    check: ({ vendorAccount }) =>
      `Bitten Sie die Administration Ihrer Organisation, das Konto ${vendorAccount} mit aws:PrincipalAccount auszunehmen.`,
  },
  'account-closed': {
    title: 'Das Konto ist geschlossen oder gesperrt',
    check: ({ account }) => `Prüfen Sie, ob Sie sich im Konto ${account} anmelden können.`,
  },
  'no-condition': {
    title: 'Die Vertrauensrichtlinie hat keine Bedingung zur externen ID',
    check: (facts) => `${trustTab(facts)} muss StringEquals mit sts:ExternalId haben.`,
  },
  'second-statement-without-condition': {
    title: 'Eine zweite Anweisung erlaubt den Aufruf ohne die Bedingung',
    check: (facts) => `${trustTab(facts)} darf nur eine Anweisung haben. Anweisungen addieren sich.`,
  },
  'if-exists': {
    title: 'Die Bedingung ist StringEqualsIfExists',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals. IfExists ist wahr, wenn keine externe ID gesendet wird.`,
  },
  'for-all-values': {
    title: 'Die Bedingung beginnt mit ForAllValues:',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie einfach StringEquals. ForAllValues ist wahr, wenn keine externe ID gesendet wird.`,
  },
  'wildcard-value': {
    title: 'Die Bedingung ist StringLike mit „*“',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals mit der ganzen externen ID.`,
  },
  'null-false': {
    title: 'Die Bedingung ist Null mit „false“',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals. Null mit „false“ nimmt jeden Wert an.`,
  },
  'null-true': {
    title: 'Die Bedingung ist Null mit „true“',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals. Null mit „true“ verlangt, dass keine externe ID gesendet wird.`,
  },
  'negated-operator': {
    title: 'Die Bedingung ist StringNotEquals oder eine andere verneinte',
    check: (facts) =>
      `${trustTab(facts)}: Schreiben Sie StringEquals. Eine verneinte Bedingung in einer Allow-Anweisung lässt alle anderen herein.`,
  },
  'pattern-value': {
    title: 'Die Bedingung vergleicht mit einem Muster',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals und die externe ID ohne „*“ oder „?“.`,
  },
  'ignore-case': {
    title: 'Die Bedingung ist StringEqualsIgnoreCase',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals, das Groß- und Kleinschreibung beachtet.`,
  },
  'several-external-ids': {
    title: 'Die Bedingung nennt mehr als eine externe ID',
    check: (facts) => `${trustTab(facts)}: Behalten Sie nur ${facts.externalId}. Bei einer Liste wird jeder ihrer Werte angenommen.`,
  },
  'any-principal': {
    title: 'Der vertraute Prinzipal ist „*“, also jedes AWS-Konto',
    check: (facts) => `${trustTab(facts)}: Nennen Sie nur das Konto ${facts.vendorAccount}.`,
  },
  'extra-principal': {
    title: 'Die Vertrauensrichtlinie nennt ein weiteres Konto',
    check: (facts) =>
      `${trustTab(facts)}: Nennen Sie nur das Konto ${facts.vendorAccount}. Legen Sie für jeden Anbieter eine eigene Rolle an.`,
  },
  'principal-condition-missing': {
    title: 'Die Bedingung zu aws:PrincipalArn fehlt',
    check: (facts) => `${trustTab(facts)}: Stellen Sie die Bedingung zu aws:PrincipalArn aus der hier gezeigten Richtlinie wieder her.`,
  },
  'deny-statement': {
    title: 'Die Vertrauensrichtlinie hat eine Deny-Anweisung',
    check: (facts) =>
      `${trustTab(facts)}: Entfernen Sie die Anweisung mit "Effect": "Deny", oder nehmen Sie das Konto ${facts.vendorAccount} aus.`,
  },
  'sts-region-off': {
    title: 'STS ist in der Region deaktiviert',
    check: ({ region }) => `IAM, „Account settings“, „Security Token Service (STS)“: Aktivieren Sie ${region}.`,
  },
  'role-deleted': {
    title: 'Die Rolle wurde gelöscht oder umbenannt',
    check: ({ roleName }) => `Suchen Sie ${roleName} in IAM unter „Roles“ und DeleteRole in CloudTrail.`,
  },
  'trust-policy-edited': {
    title: 'Die Vertrauensrichtlinie wurde geändert',
    check: ({ roleName }) => `CloudTrail zeigt UpdateAssumeRolePolicy für ${roleName}: wer sie wann geändert hat.`,
  },
  'permissions-policy-edited': {
    title: 'Die Berechtigungsrichtlinie weicht von der verlangten ab',
    check: ({ roleName }) => `IAM, „Roles“, ${roleName}, „Permissions“: Vergleichen Sie sie mit der hier gezeigten Richtlinie.`,
  },
  'permissions-boundary': {
    title: 'Eine Berechtigungsgrenze lässt die Aktion aus',
    check: ({ roleName }) => `IAM, „Roles“, ${roleName}, „Permissions boundary“: Sie muss die Aktion ebenfalls erlauben.`,
  },
  'service-control-policy': {
    title: 'Eine Service-Kontrollrichtlinie verbietet die Aktion',
    check: () => 'Fragen Sie die Administration der AWS-Organisation.',
  },
  'resource-policy': {
    title: 'Die Richtlinie des Buckets oder des KMS-Schlüssels verbietet es',
    check: ({ roleArn }) => `Suchen Sie in der Bucket- und der Schlüsselrichtlinie nach einem Deny, das ${roleArn} betrifft.`,
  },
  'bucket-absent': {
    title: 'Die Ressource existiert nicht',
    check: () => 'Vergleichen Sie den Namen in den Prüfpunkten mit dem Namen in Ihrem Konto.',
  },
  'trust-action-missing': {
    title: 'Der Aufruf verlangt mehr als sts:AssumeRole',
    check: ({ vendor }) => `${vendor} darf keine Sitzungstags und keine Quellidentität mehr senden.`,
  },
  throttled: { title: 'AWS wurde in kurzer Zeit zu oft gefragt', check: nothing },
  network: { title: 'AWS war nicht erreichbar', check: nothing },
  'aws-error': { title: 'AWS antwortete mit einem eigenen Fehler', check: nothing },
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
  'vendor-config-changed': {
    title: 'Die verlangten Berechtigungen haben sich geändert',
    check: ({ vendor }) =>
      `${vendor} verlangt einen Berechtigungssatz, den Sie nicht gewählt haben, oder verlangt einen nicht mehr, den Sie gewählt haben.`,
  },
  'many-checks': { title: 'Es laufen gerade viele Prüfungen', check: nothing },
  'vendor-duration': {
    title: 'Wir verlangen eine längere Sitzung, als die Rolle gibt',
    check: ({ vendor }) => `${vendor} muss das berichtigen.`,
  },
}
