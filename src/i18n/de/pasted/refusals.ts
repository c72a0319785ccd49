import { refusalRulesMessages } from '#core/pasted/refusal-rules.ts'
import { terminalRulesMessages } from '#core/pasted/terminal-rules.ts'

refusalRulesMessages.translate('de', {
  resourceControlPolicy: {
    title: 'Eine Ressourcenkontrollrichtlinie verbietet den Aufruf',
    sentence: 'Eine Ressourcenkontrollrichtlinie Ihrer AWS-Organisation hindert fremde Konten daran, Rollen anzunehmen.',
    detail: (vendorAccountId) =>
      `Nichts in der Rolle kann sich darüber hinwegsetzen. Bitten Sie die Administration, das Konto ${vendorAccountId} auszunehmen, durch eine Bedingung auf aws:PrincipalAccount.`,
  },
  callerIsNotVendor: {
    title: 'Jemand anderes als der Anbieter hat aufgerufen',
    sentence: (caller, vendor) => `Der Aufruf kam von ${caller}, und das ist nicht ${vendor}; dass AWS ihn zurückweist, ist richtig.`,
    detail: (vendorAccountId) =>
      `Die Rolle lässt niemanden ein als das Konto ${vendorAccountId} mit Ihrer externen ID, also besagt ein Versuch aus Ihrem eigenen Konto nichts. Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.`,
  },
  calledOtherRole: {
    title: 'Der Aufruf galt einer anderen Rolle',
    sentence: (roleArn, wantedRoleArn) => `Der Aufruf galt ${roleArn}, und die Rolle dieser Verbindung ist ${wantedRoleArn}.`,
    detail: (vendor) => `Sie gehört zu einer anderen oder früheren Verbindung. Fragen Sie ${vendor}, welche Rolle aufgerufen wird.`,
  },
  callMalformed: {
    title: 'AWS hält den Aufruf für fehlerhaft geschrieben',
    sentence: 'AWS hat die Rolle nicht angesehen, weil schon der Aufruf nicht die richtige Form hat.',
    detail: (message, roleArn, externalId) =>
      `AWS sagte: ${message} An der Rolle ist nichts zu ändern. Aufzurufen ist die Rolle ${roleArn}, und die externe ID ist ${externalId}.`,
  },
  vendorNotAllowed: {
    title: 'Die eigenen Richtlinien des Anbieters verbieten den Aufruf',
    sentence: (vendor) => `Eine Richtlinie im Konto des Aufrufers hält den Aufruf auf; sie in Ordnung zu bringen ist Sache von ${vendor}.`,
    detail:
      'AWS nennt eine Richtlinie, die auf den Aufrufer wirkt. Haben Sie selbst aufgerufen, sagt das nichts über den Anbieter: Niemand außer der Anwendung kann diese Rolle nutzen.',
  },
  vendorDuration: {
    title: 'Der Aufruf verlangt eine zu lange Sitzung',
    sentence: (vendor) => `Der Aufruf von ${vendor} verlangt eine längere Sitzung, als die Rolle geben darf.`,
    detail: 'Eine Rolle, die eine andere annimmt, bekommt höchstens eine Stunde, was auch immer die andere erlaubt.',
  },
  stsRegionOff: {
    title: 'STS ist in der Region abgeschaltet',
    sentence: (accountId) => `STS ist für das Konto ${accountId} in dieser Region nicht aktiviert.`,
    detail: (region) => `Öffnen Sie IAM, „Account settings“, „Security Token Service (STS)“, und aktivieren Sie ${region}.`,
  },
  trustPolicyDenies: {
    title: 'AWS nennt ein Deny in der Vertrauensrichtlinie',
    sentence: 'AWS sagt, dass eine Deny-Anweisung in der Vertrauensrichtlinie den Aufruf aufhält.',
  },
  trustPolicySilent: {
    title: 'AWS sagt, dass die Vertrauensrichtlinie den Aufruf nicht erlaubt',
    sentence: 'AWS sagt, dass keine Anweisung der Vertrauensrichtlinie den Aufruf erlaubt; die Rolle gibt es also.',
  },
  refusedWithoutReason: {
    title: 'AWS weist den Aufruf ab und sagt nicht, warum',
    sentence: 'AWS lässt die Rolle nicht annehmen und nennt keinen Grund.',
    detail: (pasteTrust) =>
      `Es gibt dieselbe Antwort bei einer Rolle, die es nicht gibt, bei einem anderen Prinzipal und bei einer anderen externen ID. ${pasteTrust}`,
  },
  pasteTrust: (roleName) => `Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
})

terminalRulesMessages.translate('de', {
  roleAbsent: {
    title: 'Diese Rolle gibt es nicht',
    sentence: (roleName) => `Das angemeldete Konto hat keine Rolle namens ${roleName}.`,
    detail: (accountId) =>
      `Sie wurde nie angelegt, wurde gelöscht, oder das Konto ist nicht ${accountId}: aws sts get-caller-identity zeigt, welches es ist.`,
  },
  terminalCredentials: {
    title: 'Das Terminal ist nicht angemeldet',
    sentence: 'Das Terminal ist nicht bei AWS angemeldet, deshalb sagt der Text nichts über die Rolle.',
    detail: (accountId) =>
      `Melden Sie sich im Konto ${accountId} an, oder nehmen Sie AWS CloudShell, das so angemeldet ist wie die Konsole.`,
  },
  terminalNoCli: {
    title: 'Die AWS CLI ist nicht installiert',
    sentence: 'Auf diesem Rechner gibt es keine AWS CLI, deshalb sagt der Text nichts über die Rolle.',
    detail: (accountId) =>
      `Öffnen Sie AWS CloudShell in der Konsole des Kontos ${accountId}, wo sie installiert ist, und führen Sie den Befehl dort aus.`,
  },
  terminalNotAuthorized: {
    title: 'Wer angemeldet ist, darf die Rolle nicht ansehen',
    sentence: (deniedAction) => `Der Angemeldete darf ${deniedAction} nicht aufrufen, deshalb sagt der Text nichts über die Rolle.`,
    detail:
      'Die verschlüsselte Meldung sagt mehr: aws sts decode-authorization-message --encoded-message, mit diesem Text dahinter. Um die Rolle anzusehen, braucht es iam:GetRole.',
    detail2: (roleName) =>
      `Um die Rolle anzusehen, braucht es iam:GetRole. Die Konsole zeigt dasselbe: IAM, „Roles“, ${roleName}, Tab „Trust relationships“.`,
  },
  terminalNoConnection: {
    title: 'Das Terminal erreicht AWS nicht',
    sentence: 'Das Terminal erreicht AWS nicht, also sagt der Text nichts über die Rolle.',
    detail: (region) =>
      `Vielleicht ist die Region falsch geschrieben, oder ein Proxy oder eine Firewall steht dazwischen. Führen Sie den Befehl noch einmal mit --region ${region} aus, oder in der AWS CloudShell.`,
  },
  terminalWrongCommand: {
    title: 'Die AWS CLI nimmt den Befehl nicht an',
    sentence: 'Die AWS CLI hat den Befehl nicht angenommen, und es ist nichts geschehen.',
    detail:
      'Er wurde unterwegs geändert oder abgeschnitten, oder eine Datei, die er nennt, ist nicht da. Kopieren Sie den ganzen Befehl noch einmal von dieser Seite.',
  },
  terminalBusy: {
    title: 'AWS ist zu beschäftigt, um zu antworten',
    sentence: 'AWS war zu beschäftigt, um zu antworten, also sagt der Text nichts über die Rolle.',
    detail: 'Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  },
  terminalNotBootstrapped: {
    title: 'Das Konto ist nicht für das AWS CDK vorbereitet',
    sentence: (accountId, region) => `Das AWS CDK ist im Konto ${accountId} für ${region} nicht eingerichtet, also wurde nichts angelegt.`,
    detail: (accountId, region) => `Führen Sie aus: cdk bootstrap aws://${accountId}/${region}. Danach stellen Sie noch einmal bereit.`,
  },
  consoleCannotSwitch: {
    title: 'Die Konsole kann nicht zu der Rolle wechseln',
    sentence: 'Die Konsole kann nicht zu dieser Rolle wechseln, und das sagt nichts über sie.',
    detail: (vendor) =>
      `Die Seite "Switch role" sendet keine externe ID, also weist sie jede Rolle zurück, die eine verlangt, wie diese es muss. Niemand als ${vendor} kann sie nutzen. Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.`,
  },
  terminalInOtherAccount: {
    title: 'Das Terminal ist in einem anderen Konto angemeldet',
    sentence: (accountId, wantedAccountId) =>
      `Das Terminal ist im Konto ${accountId} angemeldet, und die Rolle muss im Konto ${wantedAccountId} sein.`,
    detail: (arn) => `Es ist angemeldet als ${arn}. Was von dort nachgesehen oder angelegt wird, ist in jenem Konto.`,
  },
})
