import type { CauseTexts } from '#core/verify/causes.ts'
import type { ExplanationFacts, ExplanationTexts } from '#core/verify/explanation.ts'
import type { DiagnosisCode } from '#core/verify/verdict.ts'
import type { ScenarioTexts } from '#simulation/aws/scenario.ts'
import { trustedPrincipal, trustTab } from './shared.ts'

export const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): readonly string[] => [
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
    why: ({ vendorAccount, trustedUser }) =>
      trustedUser === null
        ? `Die Vertrauensrichtlinie vertraut dem ganzen Konto ${vendorAccount}: Die Bedingung zu aws:PrincipalArn fehlt, oder eine zweite Anweisung erlaubt den Aufruf ohne sie.`
        : `Die Vertrauensrichtlinie vertraut dem ganzen Konto ${vendorAccount} oder einer zweiten Rolle darin. Sie darf nur dem IAM-Benutzer ${trustedUser} vertrauen.`,
    todo: replaceTrustPolicy,
  },
  'extra-trust': {
    title: 'Die Vertrauensrichtlinie erlaubt mehr als angefordert',
    happened: (facts) =>
      `${facts.roleName} hat jede Testanfrage abgelehnt, aber die Vertrauensrichtlinie lässt noch jemanden zu, den kein Test nachstellen kann. ${notUsed(facts)}`,
    why: () =>
      'Wir haben die Vertrauensrichtlinie in IAM gelesen. Sie nennt noch jemanden oder eine externe ID, die nicht angefordert wurden, oder ihr fehlt eine Bedingung zur Anwendung oder zur externen ID. Was genau, steht bei den Prüfpunkten.',
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

export const dangerCauses = {
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
    title: 'Die Bedingung ist verneint, etwa StringNotEquals',
    check: (facts) => `${trustTab(facts)}: Schreiben Sie StringEquals. Eine verneinte Bedingung erlaubt jede externe ID außer Ihrer.`,
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
    title: 'Die Rolle vertraut jedem AWS-Konto („*“)',
    check: (facts) => `${trustTab(facts)}: Nennen Sie nur ${trustedPrincipal(facts)}.`,
  },
  'extra-principal': {
    title: 'Die Rolle vertraut noch jemand anderem',
    check: (facts) => `${trustTab(facts)}: Nennen Sie nur ${trustedPrincipal(facts)}. Legen Sie für alle anderen eine eigene Rolle an.`,
  },
  'principal-condition-missing': {
    title: 'Die Rolle vertraut dem ganzen Konto des Anbieters',
    check: (facts) =>
      facts.trustedUser === null
        ? `${trustTab(facts)}: Stellen Sie die Bedingung zu aws:PrincipalArn aus der hier gezeigten Richtlinie wieder her.`
        : `${trustTab(facts)}: Nennen Sie ${trustedPrincipal(facts)} anstelle des Kontos.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

export const readCauseWords = {
  'principal-condition-names-another': {
    title: 'Die Bedingung für aws:PrincipalArn nennt eine weitere Rolle',
    check: (facts) =>
      facts.trustedUser === null
        ? `${trustTab(facts)}: Behalten Sie nur die Rollen der hier gezeigten Vertrauensrichtlinie.`
        : `${trustTab(facts)}: Nennen Sie nur ${trustedPrincipal(facts)}.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

export const dangerScenarios = {
  'no-condition': {
    title: 'Keine Bedingung',
    story: 'Die Bedingung wurde aus der Vertrauensrichtlinie gelöscht. Das Konto des Anbieters hat deshalb ohne externe ID Zugriff.',
  },
  'second-open-statement': {
    title: 'Eine zweite, offene Anweisung',
    story: 'Zusätzlich zur richtigen Anweisung gibt es eine, die keine externe ID verlangt.',
  },
  'if-exists': {
    title: 'StringEqualsIfExists',
    story: 'Die externe ID wird nur verglichen, wenn ein Aufruf eine mitschickt.',
  },
  'for-all-values': {
    title: 'ForAllValues',
    story: 'ForAllValues:StringEquals trifft auch auf Aufrufe ohne externe ID zu.',
  },
  'any-value': {
    title: 'StringLike "*"',
    story: 'Jede externe ID wird akzeptiert.',
  },
  'null-false': {
    title: 'Null "false"',
    story: 'Die Vertrauensrichtlinie verlangt eine externe ID, aber nicht eine bestimmte.',
  },
  'prefix-pattern': {
    title: 'Der Anfang genügt',
    story: 'StringLike mit der ersten Hälfte der externen ID und einem Stern.',
  },
  'suffix-pattern': {
    title: 'Das Ende genügt',
    story: 'StringLike mit einem Stern und der zweiten Hälfte der externen ID.',
  },
  'ignore-case': {
    title: 'StringEqualsIgnoreCase',
    story: 'Groß- und Kleinschreibung wird nicht unterschieden.',
  },
  'null-true': {
    title: 'Null "true"',
    story: 'Die Vertrauensrichtlinie verlangt, dass keine externe ID gesendet wird. Deshalb wird die richtige abgelehnt.',
  },
  'string-not-equals': {
    title: 'StringNotEquals',
    story: 'Die Vertrauensrichtlinie akzeptiert alles außer der richtigen externen ID.',
  },
  'string-not-equals-present': {
    title: 'StringNotEquals und Null "false"',
    story: 'Jede externe ID außer der richtigen wird akzeptiert. Aufrufe ohne externe ID werden abgelehnt.',
  },
  'any-principal': {
    title: 'Jedem AWS-Konto wird vertraut',
    story: 'Der Prinzipal ist {"AWS": "*"}. Wer die externe ID kennt, hat aus jedem Konto Zugriff.',
  },
  'assumed-role-mismatch': {
    title: 'STS gibt eine andere Rolle zurück',
    story: 'Die Sitzung von STS gehört zu einer anderen Rolle. AWS tut das nicht, aber der Wizard erklärt es.',
  },
  'middle-pattern': {
    title: 'Anfang und Ende genügen',
    story: 'StringLike mit den ersten vier und den letzten vier Zeichen: Jede ID, die ähnlich aussieht, hat Zugriff.',
  },
  'open-ended': {
    title: 'Nach der ID kann alles folgen',
    story: 'StringLike mit der ganzen ID und einem Stern: Auch eine ID, die so beginnt, hat Zugriff.',
  },
  'two-spellings': {
    title: 'Die ID in anderer Schreibweise',
    story: 'Die Bedingung enthält die ID dreimal: unverändert, in Kleinbuchstaben und in Großbuchstaben.',
  },
  'whole-vendor-account': {
    title: 'Jede Rolle des Anbieters',
    story:
      'Die Bedingung für aws:PrincipalArn wurde entfernt. Jede Rolle im Konto des Anbieters kann die Rolle verwenden, nicht nur die Anwendung.',
  },
  'weakened-later': {
    title: 'Die Vertrauensrichtlinie wird später geöffnet',
    story: 'Die Prüfung gelingt. Zwei Minuten nach dem Anlegen fügt jemand eine Anweisung hinzu, die keine externe ID verlangt.',
  },
} satisfies Readonly<Record<string, ScenarioTexts>>
