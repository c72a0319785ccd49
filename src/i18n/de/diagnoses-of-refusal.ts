import type { ExplanationFacts, ExplanationWords } from '#core/verify/explanation.ts'
import type { explanationsOfRefusal } from '#core/verify/explanations-of-refusal.ts'

const notInCloudTrail = 'AWS schreibt abgelehnte Aufrufe anderer Konten nicht in Ihr CloudTrail, dort ist also nichts zu finden.'

const compareTrustPolicy = ({ roleName, account }: ExplanationFacts): string =>
  `Öffnen Sie im Konto ${account} IAM, „Roles“, ${roleName}, Tab „Trust relationships“, und vergleichen Sie Zeichen für Zeichen mit der Vertrauensrichtlinie unten.`

const looksAgain = 'Lassen Sie diese Seite offen. Die Rolle wird von selbst wieder geprüft.'

export const diagnosesOfRefusal: Readonly<Record<keyof typeof explanationsOfRefusal, ExplanationWords>> = {
  propagating: {
    title: 'Warten auf AWS',
    happened: ({ roleName, account }) => `${roleName} im Konto ${account} antwortet noch nicht.`,
    why: () =>
      'Vielleicht läuft der Stack noch, und AWS braucht einige Sekunden, manchmal bis zu zwei Minuten, bis eine neue Rolle überall bekannt ist. Bis dahin antwortet AWS wie bei einer Rolle, die es nicht gibt.',
    todo: () => [
      'Wenn Sie die Rolle noch nicht angelegt haben, tun Sie es jetzt.',
      'Sonst warten Sie. Die Rolle wird von selbst wieder geprüft, auch während diese Seite im Hintergrund ist.',
    ],
  },
  'confirming-fix': {
    title: 'Die Korrektur wirkt; wir prüfen noch einmal',
    happened: ({ roleName }) => `${roleName} lehnt jetzt jeden Aufruf ab, den sie ablehnen muss.`,
    why: () =>
      'AWS kann eine Antwort nach der alten und die nächste nach der neuen Richtlinie geben; nach einer unsicheren Runde genügt deshalb eine saubere nicht.',
    todo: () => ['Warten Sie einige Sekunden. Die zweite Runde läuft von selbst.'],
  },
  'not-assumable': {
    title: 'Die Rolle antwortet nicht',
    happened: ({ vendor, roleArn }) => `AWS lässt ${vendor} ${roleArn} nicht annehmen, und das schon länger, als eine neue Rolle braucht.`,
    why: () =>
      `AWS gibt ein und dieselbe Antwort, wenn die Rolle nicht existiert, wenn sie in einem anderen Konto oder unter einem anderen Namen steht, wenn sie einem anderen Prinzipal vertraut, wenn sie eine andere externe ID erwartet und wenn eine Richtlinie Ihrer Organisation den Aufruf verbietet. Außerhalb Ihres Kontos kann das niemand unterscheiden. ${notInCloudTrail}`,
    todo: (facts) => [
      'Prüfen Sie in CloudFormation, ob der Stack den Status CREATE_COMPLETE hat. Wurde er zurückgerollt, nennen seine Ereignisse den Grund. Ist der Grund eine Rolle, die es schon gibt, löschen Sie diese nicht: Ein anderes Team nutzt sie vielleicht.',
      `Prüfen Sie, ob das Konto oben rechts in der Konsole ${facts.account} ist.`,
      `Prüfen Sie in IAM unter „Roles“, ob es ${facts.roleName} gibt, mit genau dieser Groß- und Kleinschreibung.`,
      compareTrustPolicy(facts),
      'Stimmt das alles, fragen Sie die Administration Ihrer AWS-Organisation, ob eine Ressourcenkontrollrichtlinie Konten außerhalb der Organisation daran hindert, Rollen anzunehmen.',
      looksAgain,
    ],
  },
  'trust-policy-mismatch': {
    title: 'Die Rolle existiert, aber ihre Vertrauensrichtlinie lässt uns nicht herein',
    happened: ({ vendor, roleName }) =>
      `AWS sagt, dass keine Anweisung der Vertrauensrichtlinie von ${roleName} den Aufruf von ${vendor} erlaubt.`,
    why: () =>
      `Die Rolle ist also da. AWS sagt nicht, was abweicht: die externe ID, das vertraute Konto oder eine weitere Bedingung. ${notInCloudTrail}`,
    todo: (facts) => [
      compareTrustPolicy(facts),
      'Ersetzen Sie sie durch die Vertrauensrichtlinie unten, oder führen Sie den Befehl unten in CloudShell aus.',
      looksAgain,
    ],
  },
  'explicit-deny': {
    title: 'Eine Deny-Anweisung in der Vertrauensrichtlinie stoppt den Aufruf',
    happened: ({ roleName }) =>
      `AWS sagt, dass die Vertrauensrichtlinie von ${roleName} eine Anweisung mit "Effect": "Deny" hat, die unseren Aufruf betrifft.`,
    why: () => `Eine Deny-Anweisung geht jedem Allow vor. AWS sagt nicht, welche ihrer Bedingungen zutraf. ${notInCloudTrail}`,
    todo: (facts) => [
      `Öffnen Sie im Konto ${facts.account} IAM, „Roles“, ${facts.roleName}, Tab „Trust relationships“, und suchen Sie "Effect": "Deny".`,
      'Entfernen Sie diese Anweisung, oder nehmen Sie unser Konto davon aus. Die Vertrauensrichtlinie unten hat keine und braucht keine.',
      looksAgain,
    ],
  },
  'resource-control-policy': {
    title: 'Eine Richtlinie Ihrer AWS-Organisation stoppt den Aufruf',
    happened: ({ roleName }) =>
      `AWS sagt, dass eine Ressourcenkontrollrichtlinie es verbietet, ${roleName} von außerhalb Ihrer Organisation anzunehmen.`,
    why: () =>
      'Eine Ressourcenkontrollrichtlinie setzt die Administration Ihrer AWS-Organisation; sie steht über jeder Richtlinie des Kontos. Nichts in der Rolle kann sie aufheben.',
    todo: ({ vendorAccount }) => [
      `Bitten Sie die Administration Ihrer AWS-Organisation, das Konto ${vendorAccount} in dieser Richtlinie auszunehmen, mit einer Bedingung zu aws:PrincipalAccount.`,
      looksAgain,
    ],
  },
  'session-tags-refused': {
    title: 'Unser Aufruf trägt Sitzungstags, die die Rolle nicht erlaubt',
    happened: ({ vendor, roleName }) =>
      `Die Sitzung von ${vendor} gibt Tags weiter, und die Vertrauensrichtlinie von ${roleName} führt sts:TagSession nicht auf.`,
    why: ({ vendor }) =>
      `Die Vertrauensrichtlinie ist wie verlangt. ${vendor} sollte keine Sitzungstags senden; manche Arten, eine Anwendung zu betreiben, fügen sie ungefragt hinzu.`,
    todo: ({ vendor }) => [
      `Tun Sie nichts in AWS. Sagen Sie ${vendor}, dass die Anwendung keine Sitzungstags mehr senden darf.`,
      looksAgain,
    ],
  },
  'source-identity-refused': {
    title: 'Unser Aufruf trägt eine Quellidentität, die die Rolle nicht erlaubt',
    happened: ({ vendor, roleName }) =>
      `Die Sitzung von ${vendor} hat eine Quellidentität, und die Vertrauensrichtlinie von ${roleName} führt sts:SetSourceIdentity nicht auf.`,
    why: ({ vendor }) => `Die Vertrauensrichtlinie ist wie verlangt. ${vendor} sollte keine Quellidentität setzen.`,
    todo: ({ vendor }) => [
      `Tun Sie nichts in AWS. Sagen Sie ${vendor}, dass die Anwendung keine Quellidentität mehr setzen darf.`,
      looksAgain,
    ],
  },
  'region-disabled': {
    title: 'STS ist in dieser Region Ihres Kontos abgeschaltet',
    happened: ({ region, account }) =>
      `Der Security Token Service von AWS ist für das Konto ${account} in ${region} nicht aktiviert, und keine andere Region ließ sich nutzen.`,
    why: () =>
      'Wem ein Konto gehört, kann STS für einzelne Regionen deaktivieren. AWS beantwortet dann dort keinen Aufruf für eine Rolle dieses Kontos.',
    todo: ({ account, region }) => [
      `Öffnen Sie im Konto ${account} IAM, „Account settings“, „Security Token Service (STS)“.`,
      `Aktivieren Sie den Endpunkt für ${region}.`,
      looksAgain,
    ],
  },
  'access-lost': {
    title: 'Die Rolle war geprüft und antwortet nicht mehr',
    happened: ({ vendor, roleName }) => `AWS lässt ${vendor} ${roleName} jetzt nicht mehr annehmen.`,
    why: () =>
      `Die Rolle wurde gelöscht oder umbenannt, ihre Vertrauensrichtlinie geändert, eine Richtlinie Ihrer Organisation hinzugefügt, oder das Konto wurde geschlossen. AWS gibt für all das dieselbe Antwort. ${notInCloudTrail}`,
    todo: (facts) => [
      'War das beabsichtigt, ist nichts zu tun: Der Zugriff ist beendet.',
      `Sonst prüfen Sie im Konto ${facts.account}, ob es ${facts.roleName} gibt. CloudTrail zeigt DeleteRole und UpdateAssumeRolePolicy.`,
      compareTrustPolicy(facts),
      looksAgain,
    ],
  },
}
