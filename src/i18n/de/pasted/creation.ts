import { actionOf, creationCallMessages } from '#core/pasted/creation-call-rule.ts'
import { autoExpand, namedIam } from '#core/pasted/creation-facts.ts'
import { creationMessages } from '#core/pasted/creation-rules.ts'
import { existingResourceMessages } from '#core/pasted/existing-resource-rules.ts'
import { otherRolePolicyMessages } from '#core/pasted/other-role-policy-rule.ts'
import { quotedReasonMessages } from '#core/pasted/quoted-reason.ts'
import { selfPrincipalMessages } from '#core/pasted/self-principal-rule.ts'

quotedReasonMessages.translate('de', {
  awsSaid: (reason) => `AWS meldet: ${reason}`,
})

const notDone = {
  create: 'Der Stack wurde nicht angelegt',
  update: 'Der Stack wurde nicht geändert',
  unknown: 'CloudFormation hat nichts geändert',
} as const

const refusedPolicy = { trust: 'Vertrauensrichtlinie', permissions: 'Berechtigungsrichtlinie', unknown: 'Richtlinie' } as const

selfPrincipalMessages.translate('de', {
  'creation-self-principal': {
    title: 'Die Rolle kann sich nicht selbst vertrauen, bevor es sie gibt',
    sentence: ({ named, isUpdate }) =>
      isUpdate
        ? `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie ${named} nennt, die Rolle selbst, die IAM als Prinzipal nicht gefunden hat.`
        : `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie ${named} nennt, die Rolle selbst, die es noch nicht gibt.`,
    detail: ({ isUpdate }) =>
      isUpdate
        ? 'Eine Rolle, die eben erst angelegt wurde, ist vielleicht noch nicht überall bekannt. Warten Sie eine Minute, und ändern Sie die Vertrauensrichtlinie noch einmal. Prüfen Sie auch, ob Name und Pfad in der ARN die der Rolle sind.'
        : 'Legen Sie die Rolle ohne sich selbst als Prinzipal an. Verlangt das Produkt, dass die Rolle sich selbst annehmen kann, ergänzen Sie das danach.',
  },
})

creationMessages.translate('de', {
  'creation-role-exists': {
    title: 'Eine Rolle mit diesem Namen ist bereits vorhanden',
    sentence: ({ account, roleName }) =>
      `Die Rolle wurde nicht angelegt, weil im Konto ${account} bereits eine Rolle namens ${roleName} vorhanden ist.`,
    detail:
      'Rollennamen müssen in einem Konto eindeutig sein, unabhängig von Groß- und Kleinschreibung und Pfad. Ist die vorhandene Ihre, etwa von einem früheren Versuch, löschen Sie sie, und versuchen Sie es noch einmal, oder übernehmen Sie sie, etwa mit terraform import, und prüfen Sie ihre Vertrauensrichtlinie. Löschen Sie sie erst, wenn Sie wissen, wer sie angelegt hat. Vielleicht nutzt ein anderes Team sie.',
  },
  'creation-stack-exists': {
    title: 'Ein Stack mit diesem Namen ist bereits vorhanden',
    sentence: ({ stackName }) => `Der Stack wurde nicht angelegt, weil es bereits einen Stack namens ${stackName} gibt.`,
    detail:
      'Ein zurückgerollter Stack behält seinen Namen, bis Sie ihn löschen. Hat der Stack einen anderen Status, löschen Sie ihn nicht. Er gehört vielleicht einem anderen Team.',
  },
  'creation-capabilities': {
    title: 'Eine Bestätigung wurde nicht ausgewählt',
    sentence: ({ capabilities, attempt }) => `${notDone[attempt]}, weil die Bestätigung ${capabilities.join(' und ')} fehlt.`,
    detail: ({ capabilities, vendor }) =>
      [
        `In der Konsole ist das ein Kontrollkästchen am Ende der Seite, in der AWS CLI die Option --capabilities ${capabilities.join(' ')}.`,
        ...(capabilities.includes(namedIam) ? ['CAPABILITY_IAM genügt nicht, weil die Vorlage der Rolle einen Namen gibt.'] : []),
        ...(capabilities.includes(autoExpand)
          ? [
              `Makros, Transformationen und verschachtelte Stacks brauchen ${autoExpand}. Die Vorlage von dieser Seite hat keine. Fragen Sie ${vendor}, ob Ihre die richtige ist.`,
            ]
          : []),
      ].join(' '),
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
  'creation-policy-refused': {
    title: 'IAM weist die Richtlinie zurück',
    sentence: ({ policyFault, policyKind }) => {
      const policy = refusedPolicy[policyKind ?? 'unknown']
      return policyFault === ''
        ? `IAM hat die ${policy} zurückgewiesen, weil eines ihrer Elemente oder ein Wert ungültig ist.`
        : `IAM hat die ${policy} zurückgewiesen. AWS meldet: ${policyFault}`
    },
    detail: ({ policyFault }) =>
      policyFault === ''
        ? 'Fügen Sie die Richtlinie selbst ein, um zu sehen, welches, oder ersetzen Sie sie durch die von dieser Seite.'
        : 'Fügen Sie die Richtlinie selbst ein, um die Stelle zu sehen, oder ersetzen Sie sie durch die von dieser Seite.',
  },
  'creation-template-unreadable': {
    title: 'Die Vorlage kann nicht gelesen werden',
    sentence: 'CloudFormation konnte die Vorlage nicht lesen.',
    detail: ({ vendor }) =>
      `Die Datei liegt nicht unter dieser Adresse, oder Sie können sie dort nicht lesen. Ist der Link von dieser Seite, wurde er abgeschnitten oder geändert, oder ${vendor} hat die Vorlage nicht veröffentlicht: Öffnen Sie ihn noch einmal von hier aus. Steht er in einem Modul oder Programm, nehmen Sie dessen neueste Version, oder fragen Sie, wer sie veröffentlicht. Auch ein VPC-Endpunkt oder Ihre Organisation kann den Bucket sperren.`,
  },
  'creation-parameter-refused': {
    title: 'Ein Parameter des Stacks wurde zurückgewiesen',
    sentence: ({ parameter: { name, problem }, attempt }) => {
      if (problem === 'missing') return `${notDone[attempt]}, weil der Parameter ${name} keinen Wert hat.`
      if (problem === 'unknown') return `${notDone[attempt]}, weil die Vorlage keinen Parameter ${name} hat.`
      return `${notDone[attempt]}, weil der Wert von ${name === '' ? 'einem Parameter' : name} nicht zulässig ist.`
    },
    detail: ({ parameter: { problem }, vendor }) =>
      problem === 'unknown'
        ? `Die Vorlage ist nicht die von dieser Seite, oder ${vendor} hat sie geändert. Starten Sie den Stack noch einmal von dieser Seite aus.`
        : 'Der Link von dieser Seite füllt die Parameter aus. Starten Sie den Stack noch einmal darüber, und ändern Sie sie nicht.',
  },
  'creation-quota': {
    title: 'Das Rollenkontingent des Kontos ist ausgeschöpft',
    sentence: ({ account }) => `Die Rolle wurde nicht angelegt, weil das Konto ${account} sein Kontingent an IAM-Rollen ausgeschöpft hat.`,
    detail: 'Löschen Sie ungenutzte Rollen, oder beantragen Sie bei AWS ein höheres Kontingent.',
  },
  'creation-stack-set-role': {
    title: 'Dem Konto fehlt die Ausführungsrolle für StackSets',
    sentence: ({ stackSet: { executionRole, inAccount } }) =>
      `Das StackSet hat${inAccount === '' ? '' : ` im Konto ${inAccount}`} nichts angelegt, weil die Rolle ${executionRole}, mit der es arbeitet, fehlt oder dem Konto des StackSets nicht vertraut.`,
    detail: ({ stackSet: { executionRole, administrationRole }, roleName }) =>
      `Legen Sie ${executionRole} im Konto an, mit einer Vertrauensrichtlinie für ${administrationRole === '' ? 'die Verwaltungsrolle des StackSets' : administrationRole} im Konto des StackSets. Wurde sie gerade erst angelegt, warten Sie eine Minute, und versuchen Sie es noch einmal. Oder verwenden Sie serviceverwaltete Berechtigungen mit AWS Organizations. Ergänzen Sie dieses Vertrauen nicht bei ${roleName}.`,
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

creationCallMessages.translate('de', {
  'creation-call-denied': {
    title: 'AWS hat einen Aufruf abgelehnt, der die Rolle oder ihren Stack anlegt',
    sentence: ({ operation }) =>
      operation === ''
        ? 'Der Stack ist gescheitert, weil AWS einen Aufruf abgelehnt hat. Der Text sagt weder welchen noch wem noch warum.'
        : `AWS hat ${actionOf(operation)} abgelehnt und sagt weder wem noch warum.`,
    detail: ({ operation, roleName }) =>
      operation === ''
        ? `Die Vertrauensrichtlinie ist nicht die Ursache. Die Ereignisse des Stacks, falls es einen gibt, und CloudTrail nennen den Aufruf und den Aufrufer. Stellen Sie fest, wessen Anmeldedaten das Werkzeug verwendet hat, etwa mit aws sts get-caller-identity. Diese Identität braucht cloudformation:CreateStack, cloudformation:CreateChangeSet oder welcher Aufruf sonst abgelehnt wurde, und was die Vorlage braucht, etwa iam:CreateRole für ${roleName}. Erlauben ihre Richtlinien das, blockiert es eine Service-Kontrollrichtlinie (SCP), eine Berechtigungsgrenze oder eine Sitzungsrichtlinie.`
        : `Die Vertrauensrichtlinie ist nicht die Ursache. Stellen Sie fest, wessen Anmeldedaten das Werkzeug oder das Terminal verwendet hat: mit aws sts get-caller-identity, in seinem Protokoll oder in CloudTrail. ${
            actionOf(operation).startsWith('cloudformation:')
              ? `Diese Identität braucht ${actionOf(operation)} und was die Vorlage braucht, etwa iam:CreateRole, iam:PutRolePolicy und iam:TagRole.`
              : `Diese Identität braucht ${actionOf(operation)} für ${roleName}.`
          } Erlauben ihre Richtlinien das, blockiert es eine Service-Kontrollrichtlinie (SCP), eine Berechtigungsgrenze oder eine Sitzungsrichtlinie.`,
  },
})
