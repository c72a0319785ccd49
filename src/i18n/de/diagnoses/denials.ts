import type { DiagnosisCode } from '#core/verify/diagnose.ts'
import type { ExplanationFacts, ExplanationTexts } from '#core/verify/explanation.ts'

const notInCloudTrail = 'CloudTrail zeichnet diese Ablehnungen nicht auf.'

const replaceTrustPolicy = ({ roleName, account }: ExplanationFacts): string =>
  `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, „Trust relationships“, und ersetzen Sie die Vertrauensrichtlinie durch die korrigierte.`

const rechecks = 'Lassen Sie diese Seite offen. Wir prüfen automatisch wieder.'

export const denials = {
  propagating: {
    title: 'Warten auf Ihren Stack',
    happened: ({ roleName, account }) => `${roleName} im Konto ${account} kann noch nicht angenommen werden.`,
    why: () => 'Neue Rollen sind meist nach 10 bis 30 Sekunden verfügbar, manchmal erst nach 2 Minuten.',
    todo: () => ['Wenn Sie die Rolle noch nicht angelegt haben, tun Sie es jetzt.', 'Sonst warten Sie. Wir prüfen automatisch wieder.'],
  },
  'confirming-fix': {
    title: 'Korrektur erkannt. Sie wird bestätigt …',
    happened: ({ roleName }) => `${roleName} lehnt jetzt jede Anfrage ab, die sie ablehnen muss.`,
    why: () => 'Wir prüfen zweimal, weil Änderungen an Richtlinien einen Moment brauchen.',
    todo: () => ['Warten Sie einige Sekunden. Die zweite Prüfung läuft automatisch.'],
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
