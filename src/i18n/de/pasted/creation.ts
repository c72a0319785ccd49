import { creationMessages } from '#core/pasted/creation-rules.ts'
import { existingResourceMessages } from '#core/pasted/existing-resource-rules.ts'
import { otherRolePolicyMessages } from '#core/pasted/other-role-policy-rule.ts'
import { quotedReasonMessages } from '#core/pasted/quoted-reason.ts'
import { type RejectedFacts, rejectedPrincipalMessages } from '#core/pasted/rejected-principal-rule.ts'
import { stackRulesMessages } from '#core/pasted/stack-rules.ts'
import { templateErrorMessages } from '#core/pasted/template-error-rules.ts'
import { trusted } from './trusted.ts'

quotedReasonMessages.translate('de', {
  awsSaid: (reason) => `AWS meldet: ${reason}`,
})

const must = (facts: RejectedFacts) => `Der Prinzipal dieser Verbindung ist ${trusted(facts)}.`

function rejectedSentence({ rejected, vendor }: RejectedFacts): string {
  switch (rejected.kind) {
    case 'account': {
      const account = rejected.account === '' ? 'es ein Konto darin' : `es das Konto ${rejected.account}`
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil ${account} nicht gibt oder es zu einer anderen Partition gehört.`
    }
    case 'identity': {
      const named = `${rejected.isUser ? 'den Benutzer' : 'die Rolle'} ${rejected.text}`
      return rejected.isVendor
        ? `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es ${named} im Konto von ${vendor} nicht gibt.`
        : `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es ${named} nicht gibt oder IAM davon noch nichts weiß.`
    }
    case 'unique-id':
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil die Rolle oder der Benutzer mit der ID ${rejected.text} gelöscht wurde.`
    case 'wildcard':
      return `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil der Prinzipal ${rejected.text} einen Platzhalter enthält.`
    case 'unnamed':
      return 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es einen Prinzipal darin nicht gibt oder er ungültig ist.'
  }
}

function rejectedDetail({ rejected, ...facts }: RejectedFacts): string {
  const { partition, vendorAccountId, vendor } = facts
  const wanted = must({ rejected, ...facts })
  switch (rejected.kind) {
    case 'account':
      return rejected.isVendor
        ? `Es ist das Konto von ${vendor}. Prüfen Sie, ob Sie in einem Konto derselben Partition angemeldet sind, und fragen Sie ${vendor}.`
        : `Vergleichen Sie die Ziffern, und suchen Sie daneben nach einem Leerzeichen oder einem unsichtbaren Zeichen. Auch ein geschlossenes Konto wird nicht angenommen. ${wanted}`
    case 'identity':
      return rejected.isVendor
        ? `Vielleicht ist der Name oder der Pfad ein anderer. IAM prüft beim Speichern einer Richtlinie den Prinzipal, aber nicht die Bedingungen. Vertrauen Sie arn:${partition}:iam::${vendorAccountId}:root, und nennen Sie die Rolle in einer Bedingung mit aws:PrincipalArn, wie in der Richtlinie auf dieser Seite.`
        : `IAM prüft den Prinzipal beim Speichern einer Richtlinie. Legt derselbe Lauf ihn an, legen Sie ihn zuerst an, warten Sie einige Sekunden, und versuchen Sie es noch einmal. ${wanted}`
    case 'unnamed':
      return `Eine Rolle oder ein Benutzer darin muss vor dem Speichern der Richtlinie vorhanden sein, und das Konto muss 12 Ziffern haben. ${wanted}`
    case 'unique-id':
    case 'wildcard':
      return wanted
  }
}

rejectedPrincipalMessages.translate('de', {
  'creation-invalid-principal': {
    title: 'IAM findet den Prinzipal nicht',
    sentence: rejectedSentence,
    detail: (facts) => `${rejectedDetail(facts)} AWS meldet: ${facts.reason}`,
  },
})

creationMessages.translate('de', {
  'creation-role-exists': {
    title: 'Eine Rolle mit diesem Namen ist bereits vorhanden',
    sentence: ({ account, roleName }) =>
      `Die Rolle wurde nicht angelegt, weil im Konto ${account} bereits eine Rolle namens ${roleName} vorhanden ist.`,
    detail:
      'Rollennamen müssen in einem Konto eindeutig sein, unabhängig von Groß- und Kleinschreibung und Pfad. Löschen Sie die Rolle erst, wenn Sie wissen, wer sie angelegt hat. Vielleicht nutzt ein anderes Team sie.',
  },
  'creation-stack-exists': {
    title: 'Ein Stack mit diesem Namen ist bereits vorhanden',
    sentence: ({ stackName }) => `Der Stack wurde nicht angelegt, weil es bereits einen Stack namens ${stackName} gibt.`,
    detail:
      'Ein zurückgerollter Stack behält seinen Namen, bis Sie ihn löschen. Hat der Stack einen anderen Status, löschen Sie ihn nicht. Er gehört vielleicht einem anderen Team.',
  },
  'creation-capabilities': {
    title: 'Die IAM-Bestätigung wurde nicht ausgewählt',
    sentence: 'Der Stack wurde nicht angelegt, weil die IAM-Bestätigung nicht ausgewählt wurde.',
    detail: 'In der Konsole ist das ein Kontrollkästchen am Ende der Seite, in der AWS CLI die Option --capabilities CAPABILITY_NAMED_IAM.',
  },
  'creation-wrong-account': {
    title: 'Der Stack wurde in einem anderen Konto gestartet',
    sentence: ({ account }) => `Es wurde nichts angelegt, weil Sie nicht im Konto ${account} angemeldet sind.`,
    detail: 'Die Vorlage und die Befehle brechen in jedem anderen Konto als dem angegebenen ab.',
  },
  'creation-wrong-partition': {
    title: 'Die Vorlage ist für eine andere Partition',
    sentence: ({ partition }) => `Es wurde nichts angelegt, weil der Stack außerhalb der Partition ${partition} gestartet wurde.`,
    detail: 'Jede Partition hat eine eigene Vorlage.',
  },
  'creation-vendor-user-missing': {
    title: 'Den IAM-Benutzer des Anbieters gibt es nicht',
    sentence: ({ vendor, trustedUser }) =>
      `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil es den IAM-Benutzer ${trustedUser} von ${vendor} nicht gibt. Das muss ${vendor} beheben.`,
    detail: ({ vendor }) =>
      `Ihre Vertrauensrichtlinie stimmt. Der Benutzer wurde gelöscht, oder ${vendor} hat Ihnen einen anderen Namen genannt. Legen Sie die Rolle neu an, sobald ${vendor} das behoben hat.`,
  },
  'creation-self-principal': {
    title: 'Die Rolle kann sich nicht selbst vertrauen, bevor es sie gibt',
    sentence: ({ named }) =>
      `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie ${named} nennt, die Rolle selbst, die es noch nicht gibt.`,
    detail:
      'Legen Sie die Rolle ohne sich selbst als Prinzipal an. Verlangt das Produkt, dass die Rolle sich selbst annehmen kann, ergänzen Sie das danach.',
  },
  'creation-policy-refused': {
    title: 'IAM weist die Richtlinie zurück',
    sentence: 'IAM hat die Richtlinie zurückgewiesen, weil eines ihrer Elemente oder ein Wert ungültig ist.',
    detail: 'Fügen Sie die Richtlinie selbst ein, um zu sehen, welches, oder ersetzen Sie sie durch die von dieser Seite.',
  },
  'creation-template-unreadable': {
    title: 'Die Vorlage kann nicht gelesen werden',
    sentence: 'CloudFormation konnte die Vorlage nicht lesen.',
    detail: ({ vendor }) =>
      `Der Link wurde abgeschnitten oder geändert, oder ${vendor} hat die Vorlage nicht veröffentlicht. Öffnen Sie den Link noch einmal von dieser Seite aus.`,
  },
  'creation-boundary-required': {
    title: 'Ihr Unternehmen verlangt eine Berechtigungsgrenze',
    sentence:
      'Die Rolle wurde nicht angelegt, weil Ihr Unternehmen eine Berechtigungsgrenze verlangt oder Ihre eigene Berechtigungsgrenze es nicht zulässt.',
    detail:
      'Bitten Sie Ihre AWS-Administration, die Rolle anzulegen, oder fragen Sie nach dem ARN der Berechtigungsgrenze für neue Rollen.',
  },
  'creation-forbidden-by-organization': {
    title: 'Eine Service-Kontrollrichtlinie (SCP) verhindert das Anlegen von Rollen',
    sentence: 'Die Rolle wurde nicht angelegt, weil eine Service-Kontrollrichtlinie (SCP) Ihrer AWS-Organisation es verhindert.',
    detail:
      'Nur die Administration der Organisation kann sie ändern. Fragen Sie, ob neue Rollen einen Pfad, ein Tag oder eine Berechtigungsgrenze brauchen.',
  },
  'creation-not-authorized': {
    title: 'Ihnen fehlt die Berechtigung, Rollen anzulegen',
    sentence: 'Die Rolle wurde nicht angelegt, weil Ihnen die Berechtigung dafür fehlt.',
    detail:
      'Sie brauchen iam:CreateRole, iam:PutRolePolicy und iam:TagRole. Manche Unternehmen erteilen sie nur für Rollen mit Berechtigungsgrenze oder Pfad.',
  },
  'creation-stack-not-authorized': {
    title: 'Ihnen fehlt die Berechtigung, Stacks anzulegen',
    sentence: 'Der Stack wurde nicht angelegt, weil Ihnen die Berechtigung dafür fehlt.',
    detail: 'Verwenden Sie stattdessen die Befehle für die AWS CLI, oder melden Sie sich mit einer Rolle an, die Stacks anlegen darf.',
  },
  'creation-parameter-refused': {
    title: 'Ein Parameter des Stacks wurde zurückgewiesen',
    sentence: 'Der Stack wurde nicht angelegt, weil die Vorlage einen der Parameterwerte nicht zulässt.',
    detail: 'Der Link füllt die Parameter aus. Ändern Sie sie nicht.',
  },
  'creation-quota': {
    title: 'Das Rollenkontingent des Kontos ist ausgeschöpft',
    sentence: ({ account }) => `Die Rolle wurde nicht angelegt, weil das Konto ${account} sein Kontingent an IAM-Rollen ausgeschöpft hat.`,
    detail: 'Löschen Sie ungenutzte Rollen, oder beantragen Sie bei AWS ein höheres Kontingent.',
  },
  'creation-stack-set-role': {
    title: 'Dem Konto fehlt die Ausführungsrolle für StackSets',
    sentence:
      'Das StackSet hat nichts angelegt, weil eine Rolle, die selbstverwaltete StackSets brauchen, fehlt oder einem anderen Konto vertraut.',
    detail:
      'Legen Sie AWSCloudFormationStackSetExecutionRole in diesem Konto und AWSCloudFormationStackSetAdministrationRole im Administratorkonto an, oder verwenden Sie serviceverwaltete Berechtigungen mit AWS Organizations.',
  },
})

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
    sentence: (logicalId) => `Der Stack wurde zurückgerollt, weil ${logicalId} nicht angelegt werden konnte.`,
    resource: 'eine Ressource',
    withoutReason: (rest) =>
      rest === ''
        ? 'Der Stack ist fehlgeschlagen, und der Text nennt keinen Grund.'
        : `Der Stack ist fehlgeschlagen (${rest}), und der Text nennt keinen Grund.`,
    detail:
      'Seine Ereignisse nennen den Grund. Fügen Sie sie hier ein. Öffnen Sie dazu in CloudFormation den Tab „Events“ des Stacks, oder führen Sie aws cloudformation describe-stack-events aus.',
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
    sentence: 'CloudFormation meldet einen Fehler in der Vorlage und hat deshalb nichts angelegt.',
    detail: 'Die Vorlage wurde geändert, oder etwas, das sie braucht, fehlt. Verwenden Sie die Vorlage von dieser Seite.',
  },
  'creation-stack-set-organization': {
    title: 'Das Konto kann für die Organisation keine StackSets anlegen',
    sentence: 'Das StackSet wurde nicht angelegt, weil nur bestimmte Konten StackSets mit „service-managed permissions“ anlegen können.',
    detail:
      'Melden Sie sich im Verwaltungskonto oder in einem Konto mit delegierter Administration Ihrer Organisation an, und aktivieren Sie in CloudFormation „trusted access“ mit AWS Organizations.',
  },
  'custom-resource-failed': {
    title: 'Eine benutzerdefinierte Ressource des Stacks ist fehlgeschlagen',
    sentence: 'Eine benutzerdefinierte Ressource des Stacks ist fehlgeschlagen. Die Vorlagen dieser Seite haben keine.',
    detail:
      'Die Meldung kommt vom Programm dahinter, nicht von IAM. Sein Protokoll in CloudWatch nennt den Grund. Erstellt derselbe Stack die Rolle, wurde auch sie zurückgerollt.',
  },
})

otherRolePolicyMessages.translate('de', {
  'policy-of-other-role': {
    title: 'IAM lehnt die Vertrauensrichtlinie einer anderen Rolle ab',
    sentence: ({ otherRole }) =>
      `IAM hat die Vertrauensrichtlinie der Rolle ${otherRole} abgelehnt, weil es einen ihrer Prinzipale nicht gibt.`,
    detail: ({ roleName, message }) =>
      `Die Rolle dieser Verbindung heißt ${roleName}. Über sie sagt das nichts, außer dasselbe Programm legt auch sie an und ist hier stehen geblieben. AWS meldet: ${message}`,
  },
})

existingResourceMessages.translate('de', {
  'creation-other-role-exists': {
    title: 'Eine Rolle mit einem anderen Namen ist bereits vorhanden',
    sentence: ({ otherRole, roleName }) =>
      `Laut AWS ist bereits eine Rolle namens ${otherRole} vorhanden. Die Rolle dieser Verbindung heißt ${roleName}.`,
    detail: ({ roleName }) =>
      `Über ${roleName} sagt das nichts, außer derselbe Stack oder dasselbe Programm legt auch diese Rolle an und ist hier stehen geblieben. Löschen Sie die andere Rolle erst, wenn Sie wissen, wer sie angelegt hat.`,
  },
  'creation-resource-in-stack': {
    title: 'Ein anderer Stack enthält diese Ressource bereits',
    sentence: ({ resource, otherStack }) =>
      `Es wurde nichts angelegt, weil ${resource} bereits vorhanden ist und zum Stack ${otherStack} gehört.`,
    detail: 'Vielleicht wird die Rolle dieses Stacks noch genutzt. Löschen Sie den Stack erst, wenn Sie wissen, wer ihn angelegt hat.',
  },
})
