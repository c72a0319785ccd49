import { isCustom, stackInstancesMessages, stackSetIn } from '#core/pasted/stack-instances-rule.ts'
import { stackRulesMessages } from '#core/pasted/stack-rules.ts'
import { stackServiceMessages } from '#core/pasted/stack-service-rule.ts'
import { isAccess, isNotDelegated, isOfApi, templateErrorMessages } from '#core/pasted/template-error-rules.ts'

stackRulesMessages.translate('de', {
  'stack-in-progress': {
    title: 'Der Stack wird noch angelegt',
    sentence: ({ status }) => `Der Stack wird noch angelegt (${status}), deshalb gibt es die Rolle noch nicht.`,
    detail: 'Warten Sie etwa eine Minute.',
  },
  'stack-deleted': {
    title: 'Der Stack wurde gelöscht',
    sentence: ({ status }) => `Der Stack wurde gelöscht (${status}) und die Rolle mit ihm.`,
    detail: 'Um die Verbindung zu behalten, starten Sie den Stack noch einmal.',
  },
  stackRolledBack: {
    title: 'Der Stack wurde zurückgerollt',
    sentence: (logicalId, status) => {
      if (status.startsWith('DELETE')) return `Der Stack wurde nicht gelöscht, weil ${logicalId} nicht gelöscht werden konnte.`
      return status.startsWith('UPDATE')
        ? `Der Stack wurde nicht geändert, weil ${logicalId} nicht geändert werden konnte.`
        : `Der Stack wurde zurückgerollt, weil ${logicalId} nicht angelegt werden konnte.`
    },
    resource: 'eine Ressource',
    withoutReason: (rest) =>
      rest === ''
        ? 'Der Stack ist fehlgeschlagen, und der Text nennt keinen Grund.'
        : `Der Stack ist fehlgeschlagen (${rest}), und der Text nennt keinen Grund.`,
    toldOf: 'Der Stack ist fehlgeschlagen oder hängt, und der Text nennt keinen Grund.',
    detail:
      'Seine Ereignisse nennen den Grund: den des ältesten CREATE_FAILED. Fügen Sie sie hier ein. Öffnen Sie dazu in CloudFormation den Tab „Events“ des Stacks, oder führen Sie aws cloudformation describe-stack-events aus. Ein gelöschter Stack steht unter dem Filter „Deleted“.',
  },
  'stack-role-absent': {
    title: 'Der Stack findet die Rolle nicht',
    sentence: ({ absentRole }) => `Der Stack ist gescheitert, weil er die Rolle ${absentRole} braucht, die es nicht gibt.`,
    detail: ({ message }) =>
      `Die Rolle wurde außerhalb des Stacks gelöscht, oder ein anderer Stack sollte sie anlegen. Legen Sie die Rolle und ihre Richtlinien mit demselben Stack an. Ein Stack, dessen Rolle gelöscht wurde, stellt sie nicht wieder her. Löschen Sie ihn deshalb zuerst. AWS meldet: ${message}`,
  },
  'stack-replaces-name': {
    title: 'Die Änderung würde eine Ressource mit festem Namen ersetzen',
    sentence: 'Der Stack wurde nicht geändert, weil die Änderung eine Ressource mit festem Namen ersetzen würde.',
    detail: ({ message }) =>
      `CloudFormation legt die neue an, bevor es die alte löscht, und beide hätten denselben Namen. Löschen Sie den Stack, und legen Sie ihn neu an, oder nehmen Sie die Änderung zurück. AWS meldet: ${message}`,
  },
  'stack-resource-exists': {
    title: 'Eine Ressource der Vorlage ist bereits vorhanden',
    sentence: 'CloudFormation hat nicht begonnen, weil eine Ressource der Vorlage im Konto bereits vorhanden ist.',
    detail: ({ message }) =>
      `Oft ist es eine Rolle oder Richtlinie aus einem früheren Versuch. Der Tab „Events“ des Stacks oder Change Sets nennt sie. Löschen Sie sie erst, wenn Sie wissen, wer sie angelegt hat. AWS meldet: ${message}`,
  },
  'stack-hook-failed': {
    title: 'Ein Hook Ihres Unternehmens hat den Stack angehalten',
    sentence:
      'Der Stack ist gescheitert, weil ein Hook ihn abgelehnt hat. Mit Hooks prüfen Unternehmen Stacks, bevor CloudFormation etwas anlegt.',
    detail: ({ message }) =>
      `Fragen Sie Ihre AWS-Administration, was der Hook verlangt. IAM selbst hat nichts zurückgewiesen. AWS meldet: ${message}`,
  },
  'role-delete-conflict': {
    title: 'Die Rolle lässt sich nicht löschen, solange etwas an ihr hängt',
    sentence: 'Die Rolle wurde nicht gelöscht, weil noch Richtlinien oder Instanzprofile an ihr hängen.',
    detail: ({ message }) =>
      `Trennen Sie zuerst verwaltete Richtlinien, löschen Sie Inline-Richtlinien, und entfernen Sie die Rolle aus Instanzprofilen. Löschen Sie sie dann noch einmal. Was außerhalb des Stacks angehängt wurde, kann der Stack nicht entfernen. AWS meldet: ${message}`,
  },
  'stack-unchanged': {
    title: 'Der Stack ist schon so wie die Vorlage',
    sentence: 'CloudFormation hat nichts geändert, weil Vorlage und Parameter dieselben sind wie vorher.',
    detail: ({ message }) =>
      `Eine Rolle, die außerhalb von CloudFormation geändert wurde, wird so nicht berichtigt. Um die Rolle zu prüfen, fügen Sie die Ausgabe von aws iam get-role ein. AWS meldet: ${message}`,
  },
  'stack-absent': {
    title: 'Einen Stack mit diesem Namen gibt es nicht',
    sentence: 'Im Konto und in der Region des Aufrufs gibt es keinen Stack mit diesem Namen.',
    detail: ({ message }) =>
      `Er wurde gelöscht, heißt anders oder ist in einer anderen Region oder in einem anderen Konto. Stacks gehören zu einer Region, Rollen sind global. AWS meldet: ${message}`,
  },
  'stack-not-updatable': {
    title: 'Der Stack lässt sich in seinem Status nicht ändern',
    sentence: ({ state }) =>
      /^ROLLBACK_/.test(state)
        ? `Der Stack lässt sich nicht ändern, weil ein früherer Versuch, ihn anzulegen, gescheitert ist (${state}).`
        : `Der Stack lässt sich im Status ${state} nicht ändern.`,
    detail: ({ state }) => {
      if (/IN_PROGRESS$/.test(state)) return 'Warten Sie, bis der laufende Vorgang beendet ist, und versuchen Sie es noch einmal.'
      if (state === 'UPDATE_ROLLBACK_FAILED')
        return 'Wählen Sie in CloudFormation zuerst „Continue update rollback“. Die Ereignisse des Stacks nennen den Grund, aus dem das Zurückrollen gescheitert ist.'
      if (/^DELETE_/.test(state))
        return 'Löschen Sie ihn zuerst, und legen Sie ihn neu an. Seine Ereignisse nennen den Grund, aus dem er nicht gelöscht wurde.'
      return 'Er lässt sich nur noch löschen. Seine Ereignisse nennen den Grund: Lesen Sie das erste CREATE_FAILED. Löschen Sie dann den Stack, und legen Sie ihn neu an.'
    },
  },
  'stack-external-id-differs': {
    title: 'Der Stack wurde mit einer anderen externen ID gestartet',
    sentence: ({ given, externalId }) => `Der Stack wurde mit der externen ID ${given} gestartet, Ihre ist aber ${externalId}.`,
    detail: 'Der Wert wurde auf der CloudFormation-Seite geändert.',
  },
})

const stackSetAdvice: Readonly<Record<'organization' | 'deny' | 'unknown', string>> = {
  organization:
    'Eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation blockiert ihn, und nur die Verwaltung der Organisation kann das ändern.',
  deny: 'Ein Deny blockiert ihn. Es gilt für die Ausführungsrolle und steht in ihren Richtlinien, in ihrer Berechtigungsgrenze oder in denen der Organisation.',
  unknown:
    'Ein neues Konto ist manchmal erst nach einigen Minuten bereit. Scheitert das StackSet wieder, blockiert eine Service-Kontrollrichtlinie (SCP) oder eine Richtlinie dieser Rolle den Aufruf.',
}

templateErrorMessages.translate('de', {
  'creation-tags-skipped': {
    title: 'CloudFormation konnte die Tags nicht hinzufügen',
    sentence: ({ hasFailed }) =>
      hasFailed
        ? 'Der Stack ist gescheitert, weil CloudFormation die Berechtigung fehlt, die Tags hinzuzufügen.'
        : 'CloudFormation konnte die Tags nicht hinzufügen, weil eine Berechtigung fehlt. Das allein hält den Stack nicht auf.',
    detail: ({ hasFailed, reason }) => {
      const permission = 'Für Tags an Rollen brauchen Sie iam:TagRole.'
      return hasFailed
        ? `${permission} AWS meldet: ${reason}`
        : `Steht in einem späteren Ereignis derselben Ressource CREATE_FAILED, nennt es den Grund. Sonst wurde die Ressource ohne ihre Tags angelegt. ${permission} AWS meldet: ${reason}`
    },
  },
  'creation-stack-set-denied': {
    title: 'Der Ausführungsrolle des StackSets wurde ein Aufruf verweigert',
    sentence: 'AWS hat einen Aufruf der Ausführungsrolle des StackSets abgelehnt. Deshalb ist das StackSet in diesem Konto gescheitert.',
    detail: ({ cause, reason }) => `Dieser Aufruf kam nicht von Ihnen. ${stackSetAdvice[cause]} AWS meldet: ${reason}`,
  },
  'creation-template-invalid': {
    title: 'CloudFormation meldet einen Fehler in der Vorlage',
    sentence: () => 'CloudFormation meldet einen Fehler in der Vorlage und hat deshalb nichts angelegt.',
    detail: () => 'Die Vorlage wurde geändert, oder etwas, das sie braucht, fehlt. Verwenden Sie die Vorlage von dieser Seite.',
  },
  'creation-policy-as-template': {
    title: 'Die Datei ist eine Richtlinie, keine Vorlage',
    sentence: () => 'Die Datei, die CloudFormation erhalten hat, ist eine IAM-Richtlinie und keine Vorlage, deshalb wurde nichts angelegt.',
    detail: () =>
      'Eine Vorlage hat Resources, eine Richtlinie hat Version und Statement. Verwenden Sie die Vorlage von dieser Seite, oder legen Sie die Richtlinie in IAM an.',
  },
  'creation-template-property': {
    title: 'Eine Eigenschaft in der Vorlage ist ungültig',
    sentence: () => 'Der Stack ist fehlgeschlagen, weil eine Eigenschaft in seiner Vorlage ungültig ist.',
    detail: () =>
      'Die Rolle wurde nicht angelegt, oder CloudFormation hat sie wieder entfernt. Wer die Vorlage geschrieben hat, muss sie berichtigen. Oder verwenden Sie die Vorlage von dieser Seite.',
  },
  'creation-stack-set-organization': {
    title: 'Das Konto kann für die Organisation keine StackSets anlegen',
    sentence: (reason) => {
      if (isAccess(reason))
        return 'Das StackSet wurde nicht angelegt, weil „trusted access“ für StackSets in der Organisation nicht aktiviert ist.'
      return isNotDelegated(reason)
        ? 'Das StackSet wurde nicht angelegt, weil dieses Konto keine delegierte Administration für StackSets hat.'
        : 'Das StackSet wurde nicht angelegt, weil der Aufruf weder als Verwaltungskonto noch als delegierte Administration kam.'
    },
    detail: (reason) => {
      if (isAccess(reason))
        return 'Öffnen Sie im Verwaltungskonto CloudFormation, StackSets, und aktivieren Sie „trusted access“ mit AWS Organizations. Es nur in AWS Organizations zu aktivieren, genügt nicht.'
      return isNotDelegated(reason)
        ? 'Registrieren Sie das Konto im Verwaltungskonto als delegierte Administration, oder legen Sie das StackSet dort an.'
        : 'Eine delegierte Administration muss das in jedem Aufruf sagen: mit --call-as DELEGATED_ADMIN in der AWS CLI, mit call_as in Terraform. Die Konsole macht es automatisch. In jedem anderen Konto melden Sie sich im Verwaltungskonto an.'
    },
  },
  'custom-resource-failed': {
    title: 'Eine benutzerdefinierte Ressource des Stacks ist fehlgeschlagen',
    sentence: (reason) =>
      isOfApi(reason)
        ? 'Eine benutzerdefinierte Ressource des Stacks ist fehlgeschlagen, weil eine Web-API ihre Anmeldedaten abgelehnt hat. Die Vorlagen dieser Seite haben keine.'
        : 'Eine benutzerdefinierte Ressource des Stacks ist fehlgeschlagen. Die Vorlagen dieser Seite haben keine.',
    detail: (reason) =>
      isOfApi(reason)
        ? 'Das ist keine Ablehnung durch IAM. Prüfen Sie den API-Schlüssel und die Website oder Region, die als Parameter des Stacks eingegeben wurden. Legt derselbe Stack die Rolle an, wurde auch sie zurückgerollt.'
        : 'Die Meldung kommt vom Programm dahinter, nicht von IAM. Sein Protokoll in CloudWatch nennt den Grund. Erstellt derselbe Stack die Rolle, wurde auch sie zurückgerollt.',
  },
})

stackInstancesMessages.translate('de', {
  'stack-set-outdated': {
    title: 'Stacks eines StackSets sind nicht auf dem neuesten Stand',
    sentence: ({ accounts, states, isFailed }) =>
      isFailed
        ? `Das StackSet hat seinen Stack in ${accounts} nicht bereitgestellt (${states}), und der Text sagt nicht, warum.`
        : `Hier ist kein Fehler zu sehen. Das StackSet hat seine aktuelle Version in ${accounts} nicht bereitgestellt (${states}).`,
    detail: ({ isFailed }) =>
      isFailed
        ? 'Öffnen Sie den Reiter "Operations" des StackSets, und wählen Sie den Vorgang. Seine Ergebnisse nennen für jedes Konto einen Grund. Fügen Sie ihn ein. Auch die Ereignisse des Stacks im Konto selbst nennen einen. CANCELLED heißt, dass der Vorgang vor diesem Konto beendet wurde, oft weil er in einem anderen Konto gescheitert ist.'
        : 'Öffnen Sie den Reiter "Operations" des StackSets. Läuft dort ein Vorgang oder wartet einer, warten Sie ihn ab. Ist er gescheitert oder wurde er angehalten, nennen seine Ergebnisse den Grund. War er nur für andere Konten, oder gibt es keinen, aktualisieren Sie das StackSet für diese Konten.',
  },
  'stack-set-absent': {
    title: 'Ein StackSet mit diesem Namen gibt es nicht',
    sentence: ({ message }) =>
      `AWS findet im Konto und in der Region des Aufrufs das StackSet ${stackSetIn(message)} nicht, deshalb hat dieser Aufruf nichts angelegt.`,
    detail: ({ message }) =>
      `Ein StackSet steht in einer Region des Verwaltungskontos oder des Kontos, das dafür delegiert ist. Suchen Sie dort nach seinem genauen Namen. Ist es da, führen Sie den Aufruf in diesem Konto und dieser Region aus. Sonst legen Sie es zuerst an. Erst das StackSet bringt die Rolle in andere Konten. AWS meldet: ${message}`,
  },
  'stack-instance-failed': {
    title: 'Ein Stack des StackSets ist gescheitert',
    sentence: ({ logicalId, resourceType, accountId }) =>
      `Ein Stack des StackSets ist${accountId === '' ? '' : ` im Konto ${accountId}`} gescheitert, weil seine Ressource ${logicalId} (${resourceType}) gescheitert ist.`,
    detail: ({ resourceType, reason }) =>
      `${
        isCustom(resourceType)
          ? 'Hinter einer benutzerdefinierten Ressource steht ein Programm. Sein Protokoll in CloudWatch in diesem Konto nennt den ganzen Grund.'
          : 'Die Ereignisse dieses Stacks, in dem Konto, in dem er gescheitert ist, nennen den ganzen Grund.'
      } Was der Stack sonst noch anlegt, etwa eine Rolle, wird vielleicht mit ihm zurückgerollt. Ist es nicht das Konto, das Sie meinten, zeigen Sie die Stacks des StackSets mit aws cloudformation list-stack-instances. Die Meldung: ${reason}`,
  },
})

stackServiceMessages.translate('de', {
  'stack-service-unreachable': {
    title: 'CloudFormation bekam keine Antwort von einem Service',
    sentence: ({ host }) =>
      `Eine Ressource des Stacks ist fehlgeschlagen, weil CloudFormation von ${host === '' ? 'einem AWS-Service' : host} keine Antwort bekam. Das ist meist vorübergehend.`,
    detail: ({ message }) =>
      `Über die Vorlage, Ihre Berechtigungen oder Ihr Netzwerk sagt das nichts. Starten Sie den Stack noch einmal. Hat der gescheiterte Versuch Ressourcen mit festen Namen hinterlassen, etwa Rollen, löschen Sie diese zuerst. AWS meldet: ${message}`,
  },
})
