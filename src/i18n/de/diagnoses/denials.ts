import type { CauseTexts } from '#core/verify/causes.ts'
import type { ExplanationFacts, ExplanationTexts } from '#core/verify/explanation.ts'
import type { DiagnosisCode } from '#core/verify/verdict.ts'
import type { ScenarioTexts } from '#simulation/aws/scenario.ts'
import { rechecks, trustedPrincipal, trustTab } from './shared.ts'

const notInCloudTrail = 'CloudTrail zeichnet diese Ablehnungen nicht auf.'

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): string =>
  `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Trust relationships“, und ersetzen Sie die Vertrauensrichtlinie durch die korrigierte.`

export const denials = {
  'not-launched': {
    title: 'Noch nicht gestartet',
    happened: ({ roleName, account }) => `Noch hat niemand damit begonnen, ${roleName} im Konto ${account} anzulegen.`,
    why: () => 'Starten Sie den Stack, um zu beginnen.',
    todo: () => ['Starten Sie den Stack, oder legen Sie die Rolle auf einem anderen Weg an. Wir erkennen die Rolle automatisch.'],
  },
  propagating: {
    title: 'Warten auf Ihren Stack',
    happened: ({ roleName, account }) => `${roleName} im Konto ${account} kann noch nicht angenommen werden.`,
    why: () => 'Neue Rollen brauchen meist 10–30 Sekunden, manchmal 2 Minuten.',
    todo: () => ['Wenn Sie die Rolle noch nicht angelegt haben, tun Sie es jetzt.', 'Sonst warten Sie. Wir prüfen automatisch wieder.'],
  },
  'not-assumable': {
    title: 'Wir können die Rolle nicht annehmen',
    happened: ({ roleArn }) => `AWS verweigert weiterhin den Zugriff auf ${roleArn}.`,
    why: () =>
      `AWS gibt denselben Fehler zurück, ob die Rolle fehlt, anders heißt oder eine andere Vertrauensrichtlinie hat. Prüfen Sie deshalb alles. ${notInCloudTrail}`,
    todo: (facts) => [
      'Prüfen Sie, ob der Stack CREATE_COMPLETE zeigt. Wurde er zurückgerollt, steht der Grund unter „Events“. Ist der Grund eine Rolle, die es schon gibt, löschen Sie diese nicht: Ein anderes Team nutzt sie vielleicht.',
      `Prüfen Sie, ob Sie im Konto ${facts.account} sind.`,
      `Prüfen Sie, ob die Rolle genau ${facts.roleName} heißt (auch in Groß- und Kleinschreibung).`,
      replaceTrustPolicy(facts),
      'Immer noch abgelehnt? Fragen Sie die Administration von AWS Organizations, ob eine Ressourcenkontrollrichtlinie (RCP) fremde Konten blockiert.',
      rechecks,
    ],
  },
  'trust-policy-mismatch': {
    title: 'Die Vertrauensrichtlinie erlaubt unsere Anfrage nicht',
    happened: ({ vendor, roleName }) =>
      `${roleName} existiert, aber keine Anweisung ihrer Vertrauensrichtlinie passt auf die Anfrage von ${vendor}.`,
    why: () => `AWS sagt nicht, was abweicht: die externe ID, das vertraute Konto oder eine zusätzliche Bedingung. ${notInCloudTrail}`,
    todo: (facts) => [replaceTrustPolicy(facts), 'Oder führen Sie den CLI-Befehl in CloudShell aus.', rechecks],
  },
  'explicit-deny': {
    title: 'Eine Deny-Anweisung in der Vertrauensrichtlinie blockiert den Zugriff',
    happened: ({ roleName }) =>
      `AWS sagt, dass die Vertrauensrichtlinie von ${roleName} eine Anweisung mit "Effect": "Deny" hat, die für unsere Anfrage gilt.`,
    why: () => `Eine Deny-Anweisung geht jedem Allow vor. AWS sagt nicht, welche Bedingung zutraf. ${notInCloudTrail}`,
    todo: (facts) => [
      `Öffnen Sie im Konto ${facts.account} IAM, „Roles“, ${facts.roleName}, „Trust relationships“, und suchen Sie "Effect": "Deny".`,
      'Entfernen Sie diese Anweisung, oder nehmen Sie unser Konto davon aus. Die korrigierte Vertrauensrichtlinie hat keine.',
      rechecks,
    ],
  },
  'resource-control-policy': {
    title: 'Eine Richtlinie Ihrer Organisation (RCP) blockiert den Zugriff',
    happened: ({ roleName }) =>
      `AWS sagt, dass eine Ressourcenkontrollrichtlinie (RCP) es verbietet, ${roleName} von außerhalb Ihrer Organisation anzunehmen.`,
    why: () =>
      'RCPs setzt die Administration von AWS Organizations; sie gehen den Richtlinien des Kontos vor. An der Rolle lässt sich das nicht ändern.',
    todo: ({ vendorAccount }) => [
      `Bitten Sie die Administration von AWS Organizations, das Konto ${vendorAccount} mit einer Bedingung zu aws:PrincipalAccount auszunehmen.`,
      rechecks,
    ],
  },
  'session-tags-refused': {
    title: 'Unsere Anfrage hat Sitzungstags, die die Rolle nicht erlaubt',
    happened: ({ vendor, roleName }) =>
      `Die Sitzung von ${vendor} gibt Tags weiter, und die Vertrauensrichtlinie von ${roleName} führt sts:TagSession nicht auf.`,
    why: ({ vendor }) =>
      `Die Vertrauensrichtlinie ist wie verlangt. ${vendor} sollte keine Sitzungstags senden. Manche Plattformen fügen sie automatisch hinzu.`,
    todo: ({ vendor }) => [
      `In AWS müssen Sie nichts tun. Sagen Sie ${vendor}, dass die Anwendung keine Sitzungstags mehr senden darf.`,
      rechecks,
    ],
  },
  'source-identity-refused': {
    title: 'Unsere Anfrage hat eine Quellidentität, die die Rolle nicht erlaubt',
    happened: ({ vendor, roleName }) =>
      `Die Sitzung von ${vendor} hat eine Quellidentität, und die Vertrauensrichtlinie von ${roleName} führt sts:SetSourceIdentity nicht auf.`,
    why: ({ vendor }) => `Die Vertrauensrichtlinie ist wie verlangt. ${vendor} sollte keine Quellidentität setzen.`,
    todo: ({ vendor }) => [
      `In AWS müssen Sie nichts tun. Sagen Sie ${vendor}, dass die Anwendung keine Quellidentität mehr setzen darf.`,
      rechecks,
    ],
  },
  'region-disabled': {
    title: 'STS ist in dieser Region deaktiviert',
    happened: ({ region, account }) =>
      `STS ist in ${region} für das Konto ${account} nicht aktiv, und keine andere Region ließ sich nutzen.`,
    why: () => 'Wem ein Konto gehört, kann STS in einzelnen Regionen deaktivieren.',
    todo: ({ account, region }) => [
      `Öffnen Sie im Konto ${account} IAM, „Account settings“, „Security Token Service (STS)“.`,
      `Aktivieren Sie den Endpunkt für ${region}.`,
      rechecks,
    ],
  },
  'access-lost': {
    title: 'Wir haben den Zugriff auf die Rolle verloren',
    happened: ({ vendor, roleName }) => `AWS verweigert ${vendor} jetzt den Zugriff auf ${roleName}.`,
    why: () =>
      `AWS gibt denselben Fehler zurück, ob die Rolle gelöscht oder umbenannt, ihre Vertrauensrichtlinie geändert, eine Richtlinie der Organisation hinzugefügt oder das Konto geschlossen wurde. ${notInCloudTrail}`,
    todo: (facts) => [
      'Wenn Sie die Rolle absichtlich entfernt haben, ist nichts weiter zu tun.',
      `Sonst prüfen Sie im Konto ${facts.account}, ob es ${facts.roleName} gibt. Suchen Sie in CloudTrail nach DeleteRole und UpdateAssumeRolePolicy.`,
      replaceTrustPolicy(facts),
      rechecks,
    ],
  },
} satisfies Partial<Readonly<Record<DiagnosisCode, ExplanationTexts>>>

export const denialCauses = {
  'stack-not-finished': {
    title: 'Der Stack wird noch angelegt oder wurde zurückgerollt',
    check: () => 'Der Stack muss CREATE_COMPLETE zeigen. Wurde er zurückgerollt, steht der Grund unter „Events“.',
  },
  'other-account-signed-in': {
    title: 'Die Rolle wurde in einem anderen Konto angelegt',
    check: ({ account }) => `Prüfen Sie, ob Sie im Konto ${account} sind.`,
  },
  'role-name-changed': {
    title: 'Die Rolle hat einen anderen Namen oder Pfad',
    check: ({ roleArn }) => `Der ARN der Rolle muss genau ${roleArn} sein, auch in Groß- und Kleinschreibung.`,
  },
  'external-id-differs': {
    title: 'Die Rolle erwartet eine andere externe ID',
    check: (facts) => `${trustTab(facts)}: sts:ExternalId muss genau ${facts.externalId} sein, ohne Leerzeichen.`,
  },
  'other-principal-trusted': {
    title: 'Die Rolle vertraut einem anderen Konto oder einem gelöschten Prinzipal',
    check: (facts) =>
      `${trustTab(facts)} muss ${trustedPrincipal(facts)} nennen. Ein Prinzipal, der mit AROA oder AIDA beginnt, wurde gelöscht.`,
  },
  'extra-condition': {
    title: 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
    check: (facts) =>
      `${trustTab(facts)} darf keine Bedingung haben, die in der hier gezeigten Richtlinie fehlt, etwa MFA, eine IP-Adresse oder eine Organisation.`,
  },
  'account-closed': {
    title: 'Das Konto ist geschlossen oder gesperrt',
    check: ({ account }) => `Prüfen Sie, ob Sie sich im Konto ${account} anmelden können.`,
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
  'trust-action-missing': {
    title: 'Der Aufruf verlangt mehr als sts:AssumeRole',
    check: ({ vendor }) => `${vendor} darf keine Sitzungstags und keine Quellidentität mehr senden.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

export const denialScenarios = {
  'external-id-differs': {
    title: 'Falsche externe ID in der Rolle',
    story: 'Jemand hat die externe ID in der Vertrauensrichtlinie durch eine andere ersetzt.',
  },
  'trailing-blank': {
    title: 'Ein Leerzeichen nach der externen ID',
    story:
      'Die externe ID wurde mit einem Leerzeichen dahinter in die Vertrauensrichtlinie eingefügt. IAM akzeptiert das, aber kein Aufruf kann dazu passen.',
  },
  'stack-rolled-back': {
    title: 'Der Stack wird zurückgerollt',
    story:
      'Eine Service-Kontrollrichtlinie blockiert das Anlegen von Rollen. Deshalb wird der Stack zurückgerollt, und es gibt keine Rolle.',
  },
  'other-principal': {
    title: 'Einem anderen Konto wird vertraut',
    story: 'Die Vertrauensrichtlinie nennt ein Konto, das nicht dem Anbieter gehört.',
  },
  'mfa-condition': {
    title: 'Eine Bedingung, die der Anbieter nicht erfüllen kann',
    story: 'Die Vertrauensrichtlinie verlangt zusätzlich Multi-Faktor-Authentifizierung, die Anwendungen nicht verwenden können.',
  },
  'trust-policy-named': {
    title: 'AWS nennt die Vertrauensrichtlinie',
    story: 'Die externe ID in der Rolle weicht ab, und AWS sagt, dass keine Vertrauensrichtlinie einer Rolle den Aufruf erlaubt.',
  },
  'explicit-deny': {
    title: 'Ein Deny in der Vertrauensrichtlinie',
    story: 'Eine zweite Anweisung in der Vertrauensrichtlinie lehnt den Anbieter ab, bis jemand zustimmt.',
  },
  'resource-control-policy': {
    title: 'Die Organisation blockiert fremde Konten',
    story: 'Eine Ressourcenkontrollrichtlinie in der Organisation des Kunden verweigert fremden Konten sts:AssumeRole.',
  },
  'every-region-off': {
    title: 'STS ist in jeder Region aus',
    story: 'STS ist in jeder Region aus. AWS lässt das in der Heimatregion nicht zu, aber der Wizard erklärt es.',
  },
  'session-tags': {
    title: 'Die Sitzung des Anbieters gibt Tags weiter',
    story:
      'Die Sitzung des Anbieters hat transitive Tags, wie EKS Pod Identity sie setzt, und die Vertrauensrichtlinie enthält sts:TagSession nicht.',
  },
  'source-identity': {
    title: 'Die Sitzung des Anbieters hat eine Quellidentität',
    story: 'Die Sitzung des Anbieters hat eine Quellidentität, und die Vertrauensrichtlinie enthält sts:SetSourceIdentity nicht.',
  },
  'role-deleted-later': {
    title: 'Die Rolle wird später gelöscht',
    story: 'Die Prüfung gelingt. Zwei Minuten nach dem Anlegen wird die Rolle gelöscht.',
  },
} satisfies Readonly<Record<string, ScenarioTexts>>
