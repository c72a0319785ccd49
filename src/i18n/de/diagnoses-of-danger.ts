import type { ExplanationFacts, ExplanationWords } from '#core/verify/explanation.ts'
import type { explanationsOfDanger } from '#core/verify/explanations-of-danger.ts'

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
  `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, Tab „Trust relationships“, und wählen Sie „Edit trust policy“.`,
  'Ersetzen Sie den ganzen Text durch die Vertrauensrichtlinie unten, oder führen Sie den Befehl unten in CloudShell aus.',
  'Lassen Sie diese Seite offen. Die Rolle wird von selbst noch einmal geprüft, und zwar zweimal, weil AWS einige Sekunden lang nach der alten Richtlinie antworten kann.',
]

const notUsed = ({ vendor }: ExplanationFacts) => `${vendor} nutzt die Rolle nicht, bis das behoben ist.`

export const diagnosesOfDanger: Readonly<Record<keyof typeof explanationsOfDanger, ExplanationWords>> = {
  'external-id-not-required': {
    title: 'Die Rolle kann ohne externe ID angenommen werden',
    happened: (facts) => `Ein Aufruf ohne jede externe ID wurde von ${facts.roleName} angenommen. ${notUsed(facts)}`,
    why: ({ vendor }) =>
      `Die Vertrauensrichtlinie hat eine Anweisung, die den Aufruf ohne Bedingung zu sts:ExternalId erlaubt. Anweisungen addieren sich, die schwächste entscheidet also. Ohne die Bedingung könnte jemand anderes, der ${vendor} nutzt, Ihre Rolle angeben und mit Ihren Daten bedient werden.`,
    todo: replaceTrustPolicy,
  },
  'external-id-optional': {
    title: 'Die externe ID ist in dieser Rolle freiwillig',
    happened: (facts) => `${facts.roleName} lehnt eine falsche externe ID ab, nimmt aber einen Aufruf ganz ohne sie an. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung ist so geschrieben, dass sie wahr ist, wenn keine externe ID gesendet wird. StringEqualsIfExists und ForAllValues: bewirken das, einfaches StringEquals nicht.',
    todo: replaceTrustPolicy,
  },
  'any-external-id-accepted': {
    title: 'Die Rolle nimmt jede externe ID an',
    happened: (facts) =>
      `Eine zufällige externe ID, nur für diese Prüfung erzeugt, wurde von ${facts.roleName} angenommen. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung verlangt nur, dass irgendeine externe ID gesendet wird, zum Beispiel StringLike mit "*" oder Null mit "false", oder es gibt gar keine Bedingung. Die Antworten von AWS unterscheiden das nicht; die Vertrauensrichtlinie zeigt es.',
    todo: replaceTrustPolicy,
  },
  'similar-external-id-accepted': {
    title: 'Die Rolle nimmt eine externe ID an, die nur ähnlich ist',
    happened: (facts) =>
      `${facts.roleName} hat eine externe ID angenommen, die sich von Ihrer in einem Zeichen, in der Länge oder in Groß- und Kleinschreibung unterscheidet. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung vergleicht mit einem Muster (StringLike mit "*" oder "?"), ohne Rücksicht auf Groß- und Kleinschreibung (StringEqualsIgnoreCase) oder nennt einen zweiten Wert. Nur StringEquals mit einem Wert vergleicht genau.',
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
    title: 'Die Bedingung der Vertrauensrichtlinie ist verkehrt herum',
    happened: (facts) => `${facts.roleName} lehnt Ihre externe ID ab und nimmt einen Aufruf ohne sie an. ${notUsed(facts)}`,
    why: () =>
      'Die Bedingung ist verneint: StringNotEquals in einer Allow-Anweisung lässt alles außer dem richtigen Wert herein, und Null mit "true" verlangt, dass keine externe ID gesendet wird.',
    todo: replaceTrustPolicy,
  },
  'other-account-accepted': {
    title: 'Die Rolle kann aus einem anderen Konto angenommen werden',
    happened: (facts) =>
      `Derselbe Aufruf wurde aus einem zweiten Konto von uns gemacht, das die Rolle nicht kennen sollte, und ${facts.roleName} nahm ihn an. ${notUsed(facts)}`,
    why: ({ vendorAccount }) =>
      `Die Vertrauensrichtlinie nennt neben dem Konto ${vendorAccount} einen weiteren Prinzipal oder "*", also jedes AWS-Konto. Die externe ID ist kein Geheimnis und schützt die Rolle deshalb nicht allein.`,
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
    title: 'AWS antwortete für eine andere Rolle als die angefragte',
    happened: ({ roleArn, vendor }) =>
      `Die Sitzung, die AWS gab, gehört nicht zu ${roleArn}. ${vendor} hat sie verworfen und nutzt die Verbindung nicht.`,
    why: () =>
      'Mit einem AWS-Endpunkt, der wie dokumentiert arbeitet, kommt das nicht vor. Der Fehler liegt auf unserer Seite oder auf dem Weg zu AWS.',
    todo: ({ vendor }) => [`Tun Sie nichts in AWS. Melden Sie es ${vendor} mit der Zeit und der Anfrage-ID dieser Prüfung.`],
  },
  weakened: {
    title: 'Die Rolle war sicher und ist es nicht mehr',
    happened: (facts) =>
      `Als ${facts.roleName} geprüft wurde, lehnte sie Aufrufe ohne die richtige externe ID ab. Jetzt nimmt sie einen an. ${notUsed(facts)}`,
    why: () => 'Die Vertrauensrichtlinie wurde nach der Prüfung geändert. Die Prüfpunkte zeigen, welcher Aufruf jetzt angenommen wird.',
    todo: (facts) => [
      `Suchen Sie im Konto ${facts.account} in CloudTrail nach UpdateAssumeRolePolicy für ${facts.roleName}, um zu sehen, wer die Richtlinie wann geändert hat.`,
      ...replaceTrustPolicy(facts),
    ],
  },
}
