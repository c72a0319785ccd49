import type { DiagnosisCode } from '#core/verify/diagnose.ts'
import type { ExplanationFacts, ExplanationTexts } from '#core/verify/explanation.ts'

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
  `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Trust relationships“, und wählen Sie „Edit trust policy“.`,
  'Fügen Sie die korrigierte Vertrauensrichtlinie ein und wählen Sie „Update policy“, oder führen Sie den CLI-Befehl in CloudShell aus.',
  'Lassen Sie diese Seite offen. Wir prüfen zweimal, weil Änderungen an Richtlinien einen Moment brauchen.',
]

const notUsed = ({ vendor }: ExplanationFacts) => `${vendor} nutzt die Rolle nicht, bis das behoben ist.`

export const dangers = {
  'external-id-not-required': {
    title: 'Die Rolle verlangt die externe ID nicht',
    happened: (facts) => `${facts.roleName} hat eine Anfrage ohne externe ID erlaubt. ${notUsed(facts)}`,
    why: ({ vendor }) =>
      `Eine Anweisung der Vertrauensrichtlinie erlaubt den Zugriff ohne Bedingung zu sts:ExternalId, und jedes passende Allow genügt. Jemand anderes, der ${vendor} nutzt, könnte über Ihre Rolle an Ihre Daten kommen.`,
    todo: replaceTrustPolicy,
  },
  'external-id-optional': {
    title: 'Die externe ID ist freiwillig',
    happened: (facts) => `${facts.roleName} lehnt eine falsche externe ID ab, erlaubt aber Anfragen ohne externe ID. ${notUsed(facts)}`,
    why: () => 'StringEqualsIfExists und ForAllValues treffen auch zu, wenn keine externe ID gesendet wird. Verwenden Sie StringEquals.',
    todo: replaceTrustPolicy,
  },
  'any-external-id-accepted': {
    title: 'Die Rolle nimmt jede externe ID an',
    happened: (facts) => `${facts.roleName} hat eine zufällige externe ID erlaubt, die für diese Prüfung erzeugt wurde. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung akzeptiert jede externe ID, etwa StringLike mit "*" oder Null mit "false", oder es gibt gar keine Bedingung. Die Antworten von AWS unterscheiden das nicht. Die Vertrauensrichtlinie zeigt es.',
    todo: replaceTrustPolicy,
  },
  'similar-external-id-accepted': {
    title: 'Die Rolle nimmt ähnliche externe IDs an',
    happened: (facts) =>
      `${facts.roleName} hat eine externe ID erlaubt, die sich von Ihrer in einem Zeichen, in der Länge oder in Groß- und Kleinschreibung unterscheidet. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung vergleicht mit einem Muster (StringLike mit "*" oder "?"), ohne Rücksicht auf Groß- und Kleinschreibung (StringEqualsIgnoreCase) oder nennt einen zweiten Wert. Verwenden Sie StringEquals mit einem Wert.',
    todo: replaceTrustPolicy,
  },
  'other-external-id-accepted': {
    title: 'Die Rolle nimmt andere externe IDs an',
    happened: (facts) => `${facts.roleName} nimmt Ihre externe ID an, und mindestens eine weitere, die nicht Ihre ist. ${notUsed(facts)}`,
    why: ({ vendor }) =>
      `Die Bedingung der Vertrauensrichtlinie nennt mehrere externe IDs oder vergleicht mit einem Muster mit "*" oder "?". Jemand anderes, der ${vendor} nutzt, könnte so an Ihre Daten kommen.`,
    todo: replaceTrustPolicy,
  },
  'condition-inverted': {
    title: 'Die Bedingung der Vertrauensrichtlinie ist umgekehrt',
    happened: (facts) => `${facts.roleName} lehnt Ihre externe ID ab und erlaubt Anfragen ohne sie. ${notUsed(facts)}`,
    why: () =>
      'StringNotEquals in einer Allow-Anweisung erlaubt jeden Wert außer dem richtigen. Null mit "true" verlangt, dass keine externe ID gesendet wird.',
    todo: replaceTrustPolicy,
  },
  'other-account-accepted': {
    title: 'Die Rolle kann aus einem anderen Konto angenommen werden',
    happened: (facts) =>
      `Wir haben dieselbe Anfrage aus einem anderen Konto gestellt, und ${facts.roleName} hat sie erlaubt. ${notUsed(facts)}`,
    why: ({ vendorAccount }) =>
      `Die Vertrauensrichtlinie vertraut außer dem Konto ${vendorAccount} noch jemandem oder jedem AWS-Konto („*“). Die externe ID ist kein Geheimnis und schützt die Rolle deshalb nicht allein.`,
    todo: replaceTrustPolicy,
  },
  'other-role-accepted': {
    title: 'Eine andere Rolle des Anbieters kann diese Rolle annehmen',
    happened: (facts) =>
      `Eine zweite Rolle im Konto ${facts.vendorAccount}, die die Richtlinie nicht nennt, konnte ${facts.roleName} annehmen. ${notUsed(facts)}`,
    why: ({ vendorAccount }) =>
      `Die Vertrauensrichtlinie vertraut dem ganzen Konto ${vendorAccount}: Die Bedingung zu aws:PrincipalArn fehlt, oder eine zweite Anweisung erlaubt den Aufruf ohne sie.`,
    todo: replaceTrustPolicy,
  },
  'assumed-role-mismatch': {
    title: 'AWS hat eine andere Rolle zurückgegeben',
    happened: ({ roleArn, vendor }) =>
      `Die Sitzung, die AWS gab, gehört nicht zu ${roleArn}. ${vendor} hat sie verworfen und nutzt die Verbindung nicht.`,
    why: () => 'Mit einem üblichen AWS-Endpunkt sollte das nicht vorkommen. Das Problem liegt auf unserer Seite oder auf dem Weg zu AWS.',
    todo: ({ vendor }) => [`In AWS müssen Sie nichts tun. Nennen Sie ${vendor} die Zeit und die Anfrage-ID dieser Prüfung.`],
  },
  weakened: {
    title: 'Die Rolle ist nicht mehr sicher',
    happened: (facts) => `${facts.roleName} war geprüft, erlaubt jetzt aber eine Anfrage ohne die richtige externe ID. ${notUsed(facts)}`,
    why: () => 'Die Vertrauensrichtlinie wurde nach der Prüfung geändert. Die Prüfpunkte zeigen, welche Anfrage jetzt erlaubt ist.',
    todo: (facts) => [
      `Suchen Sie im Konto ${facts.account} in CloudTrail nach UpdateAssumeRolePolicy für ${facts.roleName}, um zu sehen, wer die Richtlinie wann geändert hat.`,
      ...replaceTrustPolicy(facts),
    ],
  },
} satisfies Partial<Readonly<Record<DiagnosisCode, ExplanationTexts>>>
