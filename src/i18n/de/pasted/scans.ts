import { attachmentsCommand, permissionsCommand, roleCommand } from '#core/pasted/permissions-command.ts'
import { scanMessages } from '#core/pasted/scan-rules.ts'

const compare = (facts: Parameters<typeof permissionsCommand>[0]): string =>
  `Um die Richtlinie mit der Anforderung zu vergleichen, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`

scanMessages.translate('de', {
  'scan-other-role': {
    title: 'Der Befund betrifft eine andere Rolle',
    sentence: ({ named }) => `Der Befund betrifft ${named}, nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn }) => `Er sagt nichts über ${roleArn}.`,
  },
  'scan-one-account': {
    title: 'Der Befund betrifft den Zugriff innerhalb eines Kontos',
    sentence:
      'Laut dem Text betrifft der Befund eine Rolle oder einen Benutzer desselben Kontos. Es ist also kein Zugriff aus einem anderen Konto.',
    detail: ({ roleArn, vendor }) =>
      `Eine externe ID ist für den Zugriff aus einem anderen Konto da und hier nicht nötig. Für jene Rolle können Sie den Befund akzeptieren. Über ${roleArn} sagt er nichts. Diese Rolle nimmt ${vendor} aus dem eigenen Konto an.`,
  },
  'scan-any-principal': {
    title: 'Laut einem Scanner kann jeder die Rolle annehmen',
    sentence: 'Laut dem Befund ist die Vertrauensrichtlinie nicht auf bestimmte Prinzipale beschränkt. Das war nicht angefordert.',
    detail: ({ vendorAccount, externalId, roleName }) =>
      `Die Vertrauensrichtlinie darf nur das Konto ${vendorAccount} mit der externen ID ${externalId} zulassen. Um zu sehen, ob sie das tut, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'scan-no-external-id': {
    title: 'Laut einem Scanner verlangt die Rolle keine externe ID',
    sentence: 'Laut dem Befund lässt sich die Rolle vielleicht ohne externe ID aus einem anderen Konto annehmen.',
    detail: ({ externalId, roleName }) =>
      `Die angeforderte Vertrauensrichtlinie verlangt ${externalId} mit StringEquals für sts:ExternalId. Tut die Rolle das nicht, fügen Sie diese Bedingung hinzu. Dass die Verbindung scheitert, sagt der Befund nicht. Ob die Rolle sie verlangt, zeigt die Ausgabe von: ${roleCommand({ roleName })}`,
  },
  'scan-full-access': {
    title: 'Laut einem Scanner hat die Rolle zu viele Berechtigungen',
    sentence: 'Der Befund betrifft sehr weitreichende Berechtigungen. Ob sie angefordert waren, zeigt er nicht.',
    detail: compare,
  },
  'scan-wildcard': {
    title: 'Ein Scanner meldet einen Platzhalter',
    sentence: ({ named, wildcards, managedPolicyArns }) => {
      if (managedPolicyArns.length > 0)
        return `Der Befund betrifft ${named === '' ? 'eine Richtlinie, die zu viel erlaubt' : named.replace(' on ', ' auf ')}. Ob das zu einer angeforderten verwalteten Richtlinie gehört, wissen wir nicht.`
      return named === ''
        ? `Der Befund betrifft eine Richtlinie, die zu viel erlaubt. Die angeforderte Richtlinie hat ${wildcards === '' ? 'keine Platzhalter' : `nur in ${wildcards} Platzhalter`}.`
        : `Der Befund betrifft ${named.replace(' on ', ' auf ')}. Das war nicht angefordert.`
    },
    detail: (facts) =>
      facts.managedPolicyArns.length > 0
        ? `Um zu sehen, was angefügt ist, fügen Sie die Ausgabe ein von: ${attachmentsCommand(facts)}`
        : compare(facts),
  },
  'scan-wildcard-requested': {
    title: 'Der Platzhalter war angefordert',
    sentence: ({ named }) => `Der Befund betrifft ${named.replace(' on ', ' auf ')}. Das war angefordert und ist also zu erwarten.`,
    detail: ({ vendor }) => `Der Platzhalter gehört zu der Richtlinie, die ${vendor} angefordert hat. Sie können den Befund akzeptieren.`,
  },
  'scan-managed-policy': {
    title: 'Ein Scanner meldet eine verwaltete Richtlinie',
    sentence: ({ managedPolicyArns }) =>
      managedPolicyArns.length > 0
        ? `Der Befund betrifft eine verwaltete Richtlinie. Angefordert waren: ${managedPolicyArns.join(', ')}.`
        : 'Der Befund betrifft eine verwaltete Richtlinie. Angefordert war keine.',
    detail: ({ roleName }) => `Um zu sehen, welche angefügt sind, fügen Sie die Ausgabe ein von: ${attachmentsCommand({ roleName })}`,
  },
  'scan-service-trust': {
    title: 'Die Prüfung ist für Rollen von AWS-Services',
    sentence:
      'Diese Prüfung ist für Rollen, die AWS-Services annehmen. Die Rolle dieser Verbindung wird aus einem anderen Konto angenommen.',
    detail: ({ roleName }) =>
      `Vor dem Confused-Deputy-Problem schützt sie die angeforderte externe ID. Schlägt die Prüfung für ${roleName} fehl, nennt die Vertrauensrichtlinie vielleicht einen Service. Um das zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'scan-cross-account': {
    title: 'Der Zugriff aus einem anderen Konto ist zu erwarten',
    sentence: ({ vendorAccount, vendor, isOfVendor }) =>
      isOfVendor
        ? `Laut dem Befund kann das Konto ${vendorAccount} die Rolle annehmen. Das ist zu erwarten: Es gehört ${vendor}.`
        : `Laut dem Befund kann ein anderes Konto die Rolle annehmen. Ist es das Konto ${vendorAccount}, ist das zu erwarten: Es gehört ${vendor}.`,
    detail: ({ vendor, externalId, roleName }) =>
      `Die Rolle muss die externe ID ${externalId} verlangen. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden. Wird sie verlangt, können Sie den Befund akzeptieren. Um es zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'scan-inline-policy': {
    title: 'Ein Scanner meldet eine Inline-Richtlinie',
    sentence: ({ hasPermissionsPolicy }) =>
      hasPermissionsPolicy
        ? 'Der Befund betrifft eine Inline-Richtlinie. Angefordert war eine, der Befund ist also zu erwarten.'
        : 'Der Befund betrifft eine Inline-Richtlinie. Angefordert war keine.',
    detail: compare,
  },
  'scan-boundary': {
    title: 'Ein Scanner meldet eine fehlende oder andere Berechtigungsgrenze',
    sentence: 'Der Befund betrifft eine Berechtigungsgrenze.',
    detail: () => 'Wenn Ihr Unternehmen eine verlangt, setzen Sie sie in IAM an der Rolle. Sie muss alles erlauben, was angefordert war.',
  },
  'scan-policy-lint': {
    title: 'Ein Linter hat eine Richtlinie geprüft',
    sentence:
      'Die Befunde stammen von einem Linter, nicht von AWS. Eine Vertrauensrichtlinie hat keine Resource. Dass sie dort fehlt, ist also ein Fehlalarm.',
    detail: ({ vendor, vendorAccountId }) =>
      `Ergänzen Sie in der Vertrauensrichtlinie keine Resource, denn IAM weist sie dort zurück. Kennt der Linter einen Prinzipal nicht, muss dessen Konto-ID 12 Ziffern haben und die von ${vendor} sein, ${vendorAccountId}.`,
  },
  'scan-role-name': {
    title: 'Der feste Rollenname ist zu erwarten',
    sentence: 'Der Befund betrifft den festen Namen der Rolle. Er ist zu erwarten.',
    detail: ({ vendor, roleName }) => `${vendor} muss die Rolle als ${roleName} kennen. Sie können den Befund akzeptieren.`,
  },
  'scan-credentials-use': {
    title: 'Ein Befund darüber, wie die Anmeldeinformationen der Rolle verwendet wurden',
    sentence: 'Der Befund betrifft, wie Anmeldeinformationen einer Rolle verwendet wurden, nicht die Richtlinien der Rolle.',
    detail: ({ vendor }) =>
      `Fragen Sie ${vendor}, ob die IP-Adresse und die Zeit zu den eigenen Aufrufen passen. Wenn nicht, widerrufen Sie die Sitzungen der Rolle in der IAM-Konsole.`,
  },
  'scan-unused': {
    title: 'Laut einem Scanner wird die Rolle nicht verwendet',
    sentence: 'Laut dem Befund wurden die Rolle oder einige ihrer Berechtigungen nicht verwendet.',
    detail: ({ vendor }) => `Das ist kein Fehler, und die Rolle funktioniert weiter. Behalten Sie sie, solange Sie ${vendor} verwenden.`,
  },
  'scan-other': {
    title: 'Ein Befund eines Scanners',
    sentence: 'Das ist der Befund eines Scanners, kein Fehler von AWS. Er hindert niemanden daran, die Rolle anzunehmen.',
    detail: ({ roleName }) =>
      `Diese Prüfung kennen wir nicht. Um die Rolle mit der Anforderung zu vergleichen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'scan-passed': {
    title: 'Der Scan hat nichts gefunden',
    sentence: 'Dieser Scan meldet keine fehlgeschlagene Prüfung. Ob die Rolle wie angefordert ist, zeigt er nicht.',
    detail: ({ roleName }) => `Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
})
