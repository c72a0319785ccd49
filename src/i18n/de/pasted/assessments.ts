import { accessFindingMessages, findingStateMessages, policyIssueMessages } from '#core/pasted/access-finding-rules.ts'
import { attachmentsCommand, permissionsCommand, roleCommand } from '#core/pasted/permissions-command.ts'
import { simulationMessages } from '#core/pasted/simulation-rules.ts'

findingStateMessages.translate('de', {
  archived: 'Der Befund ist archiviert. Jemand hat den Zugriff also als beabsichtigt markiert, oder es gibt ihn nicht mehr.',
})

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
      `${vendor} sendet ${externalId}. Nennt die Vertrauensrichtlinie nur die andere, lehnt AWS die Aufrufe ab. Korrigieren Sie die externe ID in der Vertrauensrichtlinie.`,
  },
  'finding-without-external-id': {
    title: 'Der Befund nennt keine externe ID',
    sentence: 'Der Befund führt keine externe ID als Bedingung auf. Die Rolle verlangt sie also vielleicht nicht.',
    detail: ({ vendorAccount, externalId, roleName }) =>
      `Zugriff aus dem Konto ${vendorAccount} ist vorgesehen, aber nur mit der externen ID ${externalId}. Um zu sehen, ob die Vertrauensrichtlinie sie verlangt, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'finding-resolved': {
    title: 'Den Zugriff aus dem Befund gibt es nicht mehr',
    sentence: 'Der Befund ist behoben: Den Zugriff, den er beschreibt, gibt es nicht mehr.',
    detail: ({ vendor, roleName }) =>
      `Die Vertrauensrichtlinie wurde geändert oder die Rolle gelöscht. Wenn ${vendor} noch Zugriff haben soll, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
  'finding-unused': {
    title: 'Die Rolle oder ihre Berechtigungen wurden nicht verwendet',
    sentence: 'Laut dem Befund wurden die Rolle oder einige ihrer Berechtigungen nicht verwendet.',
    detail: ({ vendor }) =>
      `Das ist kein Fehler, und die Rolle funktioniert weiter. Vielleicht hat ${vendor} den Zugriff noch nicht gebraucht. Behalten Sie die Rolle, solange Sie ${vendor} verwenden.`,
  },
  'finding-expected': {
    title: 'Der Befund ist zu erwarten',
    sentence: ({ vendorAccount, vendor, isArchived }) =>
      `${isArchived ? 'Dieser Befund ist archiviert, und der Zugriff ist zu erwarten' : 'Dieser Befund ist zu erwarten'}: Das Konto ${vendorAccount} gehört ${vendor} und soll die Rolle annehmen.`,
    detail: ({ isShown, isArchived, vendor, externalId, roleName }) =>
      isShown
        ? `Der Befund zeigt, dass die Rolle Ihre externe ID verlangt. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden.${isArchived ? '' : ' Sie können den Befund archivieren.'}`
        : `Die Rolle muss die externe ID ${externalId} verlangen. Sie verhindert, dass andere Kunden von ${vendor} die Rolle verwenden. Ob sie verlangt wird, zeigt der Befund nicht. Um es zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
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
    title: 'IAM Access Analyzer meldet ein Problem in der Richtlinie',
    sentence: ({ details }) => `IAM Access Analyzer meldet: ${details}`,
    detail:
      'Der Zugriff auf die Rolle ist dadurch nicht gesperrt, aber die Richtlinie erlaubt vielleicht zu viel. Um sie mit der Anforderung zu vergleichen, fügen Sie die Richtlinie selbst ein.',
  },
})

const onResource = (action: string, resource: string): string => (resource === '' ? action : `${action} auf ${resource}`)

simulationMessages.translate('de', {
  'simulation-assume-role': {
    title: 'Der Richtliniensimulator wertet Vertrauensrichtlinien nicht aus',
    sentence:
      'Der Richtliniensimulator wertet die Vertrauensrichtlinie einer Rolle nicht aus. Das Ergebnis sagt also nicht, ob die Rolle angenommen werden kann.',
    detail: ({ vendor, roleName }) =>
      `Die Rolle selbst braucht sts:AssumeRole nicht. Um zu prüfen, ob ${vendor} sie annehmen kann, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
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
      'Nichts in der Rolle kann das aufheben. Hat die SCP Bedingungen, kann das Ergebnis von einem echten Aufruf abweichen. Fragen Sie Ihre AWS-Organizations-Administration.',
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
  'simulation-managed-policy': {
    title: 'Eine angeforderte verwaltete Richtlinie erlaubt die Aktion vielleicht',
    sentence: ({ action }) =>
      `Die Simulation hat ${action} geprüft. Ob eine angeforderte verwaltete Richtlinie das erlaubt, wissen wir nicht.`,
    detail: (facts) => `Um zu sehen, was angefügt ist, fügen Sie die Ausgabe ein von: ${attachmentsCommand(facts)}`,
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
      `Um zu prüfen, ob ${vendor} die Rolle annehmen kann, fügen Sie die Ausgabe ein von: ${roleCommand({ roleName })}`,
  },
})
