import { accessFindingMessages, policyIssueMessages } from '#core/pasted/access-finding-rules.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import { scanMessages } from '#core/pasted/scan-rules.ts'
import { simulationMessages } from '#core/pasted/simulation-rules.ts'

const getRole = (roleName: string): string => `aws iam get-role --role-name ${roleName} --output json`

accessFindingMessages.translate('de', {
  'finding-other-resource': {
    title: 'Der Befund betrifft etwas anderes',
    sentence: ({ named }) => `Der Befund betrifft ${named}, nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn }) => `Er sagt nichts über ${roleArn}.`,
  },
  'finding-public': {
    title: 'Jeder kann die Rolle annehmen',
    sentence: 'IAM Access Analyzer meldet, dass die Vertrauensrichtlinie jedes AWS-Konto zulässt.',
    detail: ({ vendorAccount, externalId }) =>
      `Das ist nicht vorgesehen. Die Vertrauensrichtlinie darf nur das Konto ${vendorAccount} mit der externen ID ${externalId} zulassen.`,
  },
  'finding-other-account': {
    title: 'Die Rolle vertraut noch jemand anderem',
    sentence: ({ named }) =>
      `IAM Access Analyzer meldet, dass ${named.replace(/^account /, 'Konto ')} die Rolle annehmen kann. Das war nicht angefordert.`,
    detail: ({ vendorAccount, vendor, named }) =>
      `${vendor} verwendet das Konto ${vendorAccount}. Wenn Sie ${named.replace(/^account /, 'Konto ')} nicht kennen, entfernen Sie es aus der Vertrauensrichtlinie.`,
  },
  'finding-other-external-id': {
    title: 'Der Befund nennt eine andere externe ID',
    sentence: ({ named }) => `Laut dem Befund verlangt die Rolle die externe ID ${named}.`,
    detail: ({ vendor, externalId }) =>
      `${vendor} sendet ${externalId}, deshalb lehnt AWS die Aufrufe ab. Korrigieren Sie die externe ID in der Vertrauensrichtlinie.`,
  },
  'finding-without-external-id': {
    title: 'Der Befund nennt keine externe ID',
    sentence: 'Der Befund führt keine externe ID als Bedingung auf. Die Rolle verlangt sie also vielleicht nicht.',
    detail: ({ vendorAccount, externalId, roleName }) =>
      `Zugriff aus dem Konto ${vendorAccount} ist vorgesehen, aber nur mit der externen ID ${externalId}. Um zu sehen, ob die Vertrauensrichtlinie sie verlangt, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'finding-resolved': {
    title: 'Den Zugriff aus dem Befund gibt es nicht mehr',
    sentence: 'Der Befund ist behoben: Den Zugriff, den er beschreibt, gibt es nicht mehr.',
    detail: ({ vendor, roleName }) =>
      `Die Vertrauensrichtlinie wurde geändert oder die Rolle gelöscht. Wenn ${vendor} noch Zugriff haben soll, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'finding-unused': {
    title: 'Die Rolle oder ihre Berechtigungen wurden nicht verwendet',
    sentence: 'Laut dem Befund wurden die Rolle oder einige ihrer Berechtigungen nicht verwendet.',
    detail: ({ vendor }) =>
      `Das ist kein Fehler, und die Rolle funktioniert weiter. Vielleicht hat ${vendor} den Zugriff noch nicht gebraucht. Behalten Sie die Rolle, solange Sie ${vendor} verwenden.`,
  },
  'finding-expected': {
    title: 'Der Befund ist zu erwarten',
    sentence: ({ vendorAccount, vendor }) =>
      `Dieser Befund ist zu erwarten: Das Konto ${vendorAccount} gehört ${vendor}, und die Rolle ist dafür da, dass es sie annimmt.`,
    detail: ({ isShown, vendor, externalId, roleName }) =>
      isShown
        ? `Der Befund zeigt, dass die Rolle Ihre externe ID verlangt. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden. Sie können den Befund archivieren.`
        : `Die Rolle muss die externe ID ${externalId} verlangen. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden. Ob sie verlangt wird, zeigt der Befund nicht. Um es zu prüfen, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
})

policyIssueMessages.translate('de', {
  'policy-issue-type': {
    title: 'Die Richtlinie wurde als falscher Typ geprüft',
    sentence: ({ details }) => `IAM Access Analyzer meldet: ${details}`,
    detail:
      'Eine Vertrauensrichtlinie hat Prinzipale und keine Ressourcen. Wenn dies die Vertrauensrichtlinie ist, prüfen Sie sie mit: --policy-type RESOURCE_POLICY --validate-policy-resource-type AWS::IAM::AssumeRolePolicyDocument. Wenn es die Berechtigungsrichtlinie ist, braucht jede Anweisung eine Resource und keinen Principal.',
  },
  'policy-issue-error': {
    title: 'Die Richtlinie hat einen Fehler',
    sentence: ({ details }) => `So funktioniert die Richtlinie nicht. IAM Access Analyzer meldet: ${details}`,
    detail: 'Um den Fehler zu finden, fügen Sie die Richtlinie selbst ein.',
  },
  'policy-issue-warning': {
    title: 'IAM Access Analyzer hat eine Empfehlung',
    sentence: ({ details }) => `IAM Access Analyzer meldet: ${details}`,
    detail:
      'Das allein hindert niemanden daran, die Rolle anzunehmen. Um die Richtlinie mit der Anforderung zu vergleichen, fügen Sie die Richtlinie selbst ein.',
  },
})

const onResource = (action: string, resource: string): string => (resource === '' ? action : `${action} auf ${resource}`)

simulationMessages.translate('de', {
  'simulation-assume-role': {
    title: 'Der Richtliniensimulator wertet Vertrauensrichtlinien nicht aus',
    sentence:
      'Der Richtliniensimulator wertet die Vertrauensrichtlinie einer Rolle nicht aus. Das Ergebnis sagt also nicht, ob die Rolle angenommen werden kann.',
    detail: ({ vendor, roleName }) =>
      `Die Rolle selbst braucht sts:AssumeRole nicht. Um zu prüfen, ob ${vendor} sie annehmen kann, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'simulation-other-identity': {
    title: 'Die Simulation betrifft eine andere Identität',
    sentence: ({ identityArn }) => `Die Simulation hat die Richtlinien von ${identityArn} geprüft, nicht die der Rolle.`,
    detail: ({ roleArn }) => `Simulieren Sie noch einmal mit: --policy-source-arn ${roleArn}`,
  },
  'simulation-organization': {
    title: 'Eine Richtlinie der Organisation lehnt die Aktion ab',
    sentence: ({ action, resource }) =>
      `Laut dem Richtliniensimulator erlaubt eine Service-Kontrollrichtlinie (SCP) ${onResource(action, resource)} nicht.`,
    detail: () =>
      'Nichts in der Rolle kann das aufheben. Der Simulator beachtet die Bedingungen von SCPs nicht. Haben sie welche, kann das Ergebnis falsch sein. Fragen Sie Ihre AWS-Organizations-Administration.',
  },
  'simulation-boundary': {
    title: 'Die Berechtigungsgrenze lehnt die Aktion ab',
    sentence: ({ action, resource }) =>
      `Laut dem Richtliniensimulator erlaubt die Berechtigungsgrenze ${onResource(action, resource)} nicht.`,
    detail: () => 'Erlauben Sie die Aktion auch in der Berechtigungsgrenze, oder verwenden Sie eine, die sie erlaubt.',
  },
  'simulation-denied': {
    title: 'Eine Richtlinie lehnt eine angeforderte Aktion ab',
    sentence: ({ action, resource }) =>
      `Laut dem Richtliniensimulator sperrt ein Deny in einer der Richtlinien ${onResource(action, resource)}.`,
    detail: (facts) =>
      `Ein Deny geht jedem Allow vor. Um es zu finden, sehen Sie im Ergebnis die zutreffenden Anweisungen an, oder fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'simulation-not-allowed': {
    title: 'Keine Richtlinie erlaubt eine angeforderte Aktion',
    sentence: ({ action, resource }) =>
      `Laut dem Richtliniensimulator erlaubt keine der geprüften Richtlinien ${onResource(action, resource)}.`,
    detail: (facts) =>
      `${facts.vendor} hat sie angefordert.${facts.missingKeys === '' ? '' : ` Der Simulation fehlten Werte für ${facts.missingKeys}.`} Um zu sehen, was die Rolle hat, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'simulation-other-resource': {
    title: 'Die Simulation hat eine andere Ressource geprüft',
    sentence: ({ action, resource, requested }) =>
      `Die Simulation hat ${action} auf ${resource === '*' ? 'allen Ressourcen (*)' : resource} geprüft. Angefordert ist ${requested}. Die Ablehnung ist also zu erwarten.`,
    detail: ({ requested }) => `Simulieren Sie noch einmal mit dieser Ressource: ${requested}`,
  },
  'simulation-not-requested': {
    title: 'Die Aktion war nicht angefordert',
    sentence: ({ action }) => `Die Rolle soll ${action} nicht erlauben. Die Ablehnung ist also zu erwarten.`,
    detail: ({ vendor }) => `${vendor} hat diese Aktion nicht angefordert. Wird sie gebraucht, fragen Sie ${vendor}.`,
  },
  'simulation-further': {
    title: 'Eine Richtlinie erlaubt mehr als angefordert',
    sentence: ({ action, resource }) =>
      `Laut der Simulation erlaubt eine Richtlinie ${onResource(action, resource)}. Das war nicht angefordert.`,
    detail: (facts) =>
      `${facts.vendor} braucht es nicht. Um zu sehen, was die Rolle erlaubt, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'simulation-allowed': {
    title: 'Der Richtliniensimulator erlaubt, was er geprüft hat',
    sentence: 'Der Richtliniensimulator erlaubt, was geprüft wurde, wie angefordert. Die Vertrauensrichtlinie wertet er nicht aus.',
    detail: ({ vendor, roleName }) =>
      `Um zu prüfen, ob ${vendor} die Rolle annehmen kann, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
})

const compare = (facts: Parameters<typeof permissionsCommand>[0]): string =>
  `Um die Richtlinie mit der Anforderung zu vergleichen, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`

scanMessages.translate('de', {
  'scan-other-role': {
    title: 'Der Befund betrifft eine andere Rolle',
    sentence: ({ named }) => `Der Befund betrifft ${named}, nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn }) => `Er sagt nichts über ${roleArn}.`,
  },
  'scan-any-principal': {
    title: 'Laut einem Scanner kann jeder die Rolle annehmen',
    sentence: 'Laut dem Befund ist die Vertrauensrichtlinie nicht auf bestimmte Prinzipale beschränkt. Das war nicht angefordert.',
    detail: ({ vendorAccount, externalId, roleName }) =>
      `Die Vertrauensrichtlinie darf nur das Konto ${vendorAccount} mit der externen ID ${externalId} zulassen. Um zu sehen, ob sie das tut, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'scan-no-external-id': {
    title: 'Laut einem Scanner verlangt die Rolle keine externe ID',
    sentence: 'Laut dem Befund lässt sich die Rolle vielleicht ohne externe ID aus einem anderen Konto annehmen.',
    detail: ({ externalId, roleName }) =>
      `Die angeforderte Vertrauensrichtlinie verlangt die externe ID ${externalId}. Um zu sehen, ob die Rolle das tut, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'scan-full-access': {
    title: 'Laut einem Scanner hat die Rolle zu viele Berechtigungen',
    sentence: 'Der Befund betrifft Berechtigungen, die weiter gehen als die angeforderten.',
    detail: compare,
  },
  'scan-wildcard': {
    title: 'Ein Scanner meldet einen Platzhalter',
    sentence: ({ named, wildcards }) =>
      named === ''
        ? `Der Befund betrifft eine Richtlinie, die zu viel erlaubt. Die angeforderte Richtlinie hat Platzhalter ${wildcards === '' ? 'nirgends' : `nur in ${wildcards}`}.`
        : `Der Befund betrifft ${named.replace(' on ', ' auf ')}. Das war nicht angefordert.`,
    detail: compare,
  },
  'scan-wildcard-requested': {
    title: 'Der Platzhalter war angefordert',
    sentence: ({ named }) => `Der Befund betrifft ${named.replace(' on ', ' auf ')}. Das war angefordert und ist also zu erwarten.`,
    detail: ({ vendor }) =>
      `${vendor} braucht auch Zugriff auf das, was später hinzukommt. Deshalb kann die Richtlinie nicht jedes Element nennen. Sie können den Befund akzeptieren.`,
  },
  'scan-managed-policy': {
    title: 'Ein Scanner meldet eine verwaltete Richtlinie',
    sentence: ({ managedPolicyArns }) =>
      managedPolicyArns.length > 0
        ? `Der Befund betrifft eine verwaltete Richtlinie. Angefordert waren: ${managedPolicyArns.join(', ')}.`
        : 'Der Befund betrifft eine verwaltete Richtlinie. Angefordert war keine.',
    detail: ({ roleName }) =>
      `Um zu sehen, welche angefügt sind, fügen Sie die Ausgabe ein von: aws iam list-attached-role-policies --role-name ${roleName} --output json`,
  },
  'scan-service-trust': {
    title: 'Die Prüfung ist für Rollen von AWS-Services',
    sentence:
      'Diese Prüfung ist für Rollen, die AWS-Services annehmen. Die Rolle dieser Verbindung wird aus einem anderen Konto angenommen.',
    detail: ({ roleName }) =>
      `Vor dem Confused-Deputy-Problem schützt sie die externe ID. Schlägt die Prüfung für ${roleName} fehl, nennt die Vertrauensrichtlinie einen Service. Um das zu prüfen, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'scan-cross-account': {
    title: 'Der Zugriff aus einem anderen Konto ist zu erwarten',
    sentence: ({ vendorAccount, vendor }) =>
      `Laut dem Befund kann ein anderes Konto die Rolle annehmen. Ist es das Konto ${vendorAccount}, ist das zu erwarten: Es gehört ${vendor}.`,
    detail: ({ vendor, externalId, roleName }) =>
      `Die Rolle muss die externe ID ${externalId} verlangen. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden. Wird sie verlangt, können Sie den Befund akzeptieren. Um es zu prüfen, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'scan-inline-policy': {
    title: 'Ein Scanner meldet eine Inline-Richtlinie',
    sentence: ({ hasPermissionsPolicy }) =>
      hasPermissionsPolicy
        ? 'Der Befund betrifft eine Inline-Richtlinie. Die Rolle hat wie angefordert eine, er ist also zu erwarten.'
        : 'Der Befund betrifft eine Inline-Richtlinie. Angefordert war keine.',
    detail: compare,
  },
  'scan-boundary': {
    title: 'Ein Scanner meldet die Berechtigungsgrenze',
    sentence: 'Der Befund betrifft eine Berechtigungsgrenze.',
    detail: () =>
      'Wenn Ihr Unternehmen eine verlangt, erstellen Sie die Rolle noch einmal mit deren ARN in den erweiterten Rolleneinstellungen. Die Grenze muss alles erlauben, was angefordert war.',
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
      `${vendor} verwendet die Rolle aus dem eigenen Netz, was ein solcher Befund melden kann. Fragen Sie ${vendor}, ob die IP-Adresse und die Zeit dazu passen. Wenn nicht, widerrufen Sie die Sitzungen der Rolle in der IAM-Konsole.`,
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
      `Diese Prüfung kennen wir nicht. Um die Rolle mit der Anforderung zu vergleichen, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
  'scan-passed': {
    title: 'Der Scan hat nichts gefunden',
    sentence: 'Dieser Scan meldet keine fehlgeschlagene Prüfung. Ob die Rolle wie angefordert ist, zeigt er nicht.',
    detail: ({ roleName }) => `Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${getRole(roleName)}`,
  },
})
