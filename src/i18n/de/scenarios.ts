import { scenarioMessages } from '#simulation/demo/scenario-messages.ts'

scenarioMessages.translate('de', {
  groups: {
    main: 'Der Hauptweg',
    trust: 'Die Vertrauensrichtlinie',
    permissions: 'Die Berechtigungsrichtlinie',
    account: 'Das Konto des Kunden',
    time: 'Zeit vergeht',
    aws: 'AWS und das eigene Konto des Anbieters',
    between: 'Zwischen Seite und Server',
  },
  scenarios: {
    success: {
      title: 'Alles gelingt',
      story: 'Der Kunde gibt Konto-ID und Bucket-Namen ein und startet den Stack; die Seite wird von selbst grün.',
    },
    waiting: {
      title: 'Noch ist nichts angelegt',
      story:
        'Gehen Sie zu „Rolle anlegen“. AWS antwortet AccessDenied, und das heißt vorerst nur, dass es die Rolle noch nicht gibt: Die Seite wartet und sagt das.',
    },
    confirming: {
      title: 'Eine berichtigte Rolle wird bestätigt',
      story:
        'Im Tempo „Wie in AWS“: Gehen Sie zu „Stack angelegt“ und wählen Sie „In Ordnung bringen“. Die Seite glaubt der ersten guten Antwort nicht und sieht noch einmal nach, bevor sie grün wird.',
    },
    'external-id-differs': {
      title: 'Falsche externe ID in der Rolle',
      story: 'Jemand hat die externe ID in der Vertrauensrichtlinie durch eine andere ersetzt.',
    },
    'trailing-blank': {
      title: 'Ein Leerzeichen nach der externen ID',
      story:
        'Die externe ID wurde mit einem Leerzeichen dahinter in die Vertrauensrichtlinie eingefügt. IAM nimmt das an; kein Aufruf kann je dazu passen.',
    },
    'stack-rolled-back': {
      title: 'Der Stack wird zurückgerollt',
      story: 'Eine Service-Kontrollrichtlinie verbietet, Rollen anzulegen. Deshalb wird der Stack zurückgerollt, und es gibt keine Rolle.',
    },
    'other-principal': {
      title: 'Einem anderen Konto wird vertraut',
      story: 'Die Vertrauensrichtlinie nennt ein Konto, das nicht dem Anbieter gehört.',
    },
    'mfa-condition': {
      title: 'Eine Bedingung, die der Anbieter nicht erfüllen kann',
      story: 'Die Vertrauensrichtlinie verlangt auch noch Multi-Faktor-Authentifizierung, die ein Programm nicht leisten kann.',
    },
    'trust-policy-named': {
      title: 'AWS nennt die Vertrauensrichtlinie',
      story:
        'Die externe ID in der Rolle ist eine andere, und der Fehlertext sagt, dass keine Vertrauensrichtlinie einer Rolle den Aufruf erlaubt.',
    },
    'explicit-deny': {
      title: 'Ein Deny in der Vertrauensrichtlinie',
      story: 'In der Vertrauensrichtlinie steht eine zweite Anweisung, die den Anbieter abweist, bis jemand zustimmt.',
    },
    'resource-control-policy': {
      title: 'Die Organisation weist Fremde ab',
      story: 'Eine Ressourcenkontrollrichtlinie in der Organisation des Kunden verbietet sts:AssumeRole jedem Konto von außerhalb.',
    },
    'no-condition': {
      title: 'Keine Bedingung',
      story: 'Die Bedingung wurde aus der Vertrauensrichtlinie gelöscht: Alle im Konto des Anbieters kommen ohne externe ID hinein.',
    },
    'second-open-statement': {
      title: 'Eine zweite, offene Anweisung',
      story: 'Neben der richtigen Anweisung steht eine, die keine externe ID verlangt.',
    },
    'if-exists': {
      title: 'StringEqualsIfExists',
      story: 'Die externe ID wird nur verglichen, wenn ein Aufruf eine mitschickt.',
    },
    'for-all-values': {
      title: 'ForAllValues',
      story: 'ForAllValues:StringEquals ist auch für einen Aufruf ohne externe ID erfüllt.',
    },
    'any-value': {
      title: 'StringLike "*"',
      story: 'Jede externe ID wird angenommen.',
    },
    'null-false': {
      title: 'Null "false"',
      story: 'Die Vertrauensrichtlinie verlangt, dass es eine externe ID gibt, aber nicht, welche.',
    },
    'prefix-pattern': {
      title: 'Der Anfang genügt',
      story: 'StringLike mit der ersten Hälfte der externen ID und einem Stern.',
    },
    'suffix-pattern': {
      title: 'Das Ende genügt',
      story: 'StringLike mit einem Stern und der zweiten Hälfte der externen ID.',
    },
    'ignore-case': {
      title: 'StringEqualsIgnoreCase',
      story: 'Große und kleine Buchstaben gelten als gleich.',
    },
    'null-true': {
      title: 'Null "true"',
      story: 'Die Vertrauensrichtlinie verlangt, dass es keine externe ID gibt: Die richtige wird abgewiesen.',
    },
    'string-not-equals': {
      title: 'StringNotEquals',
      story: 'Die Vertrauensrichtlinie nimmt alles an, nur die richtige externe ID nicht.',
    },
    'string-not-equals-present': {
      title: 'StringNotEquals und Null "false"',
      story: 'Jede externe ID wird angenommen, nur die richtige nicht; ganz ohne wird abgewiesen.',
    },
    'middle-pattern': {
      title: 'Anfang und Ende genügen',
      story: 'StringLike mit den ersten vier und den letzten vier Zeichen: Jede ID, die außen so aussieht, kommt herein.',
    },
    'open-ended': {
      title: 'Nach der ID darf alles folgen',
      story: 'StringLike mit der ganzen ID und einem Stern: Auch eine ID, die so beginnt, kommt herein.',
    },
    'two-spellings': {
      title: 'Die ID in anderer Schreibweise',
      story: 'Die Bedingung nennt die ID dreimal: wie sie ist, klein- und großgeschrieben.',
    },
    'whole-vendor-account': {
      title: 'Jede Rolle des Anbieters',
      story: 'Die Bedingung zu aws:PrincipalArn fehlt. Jede Rolle im Konto des Anbieters kann die Rolle nutzen, nicht nur die Anwendung.',
    },
    'any-principal': {
      title: 'Jedem AWS-Konto wird vertraut',
      story: 'Der Prinzipal ist {"AWS": "*"}: Wer die externe ID kennt, kommt hinein, aus welchem Konto auch immer.',
    },
    'assumed-role-mismatch': {
      title: 'STS antwortet für eine andere Rolle',
      story:
        'Die Sitzung, die STS gibt, gehört zu einer anderen Rolle als der verlangten. AWS tut das nicht; hier ist zu sehen, was dann gesagt würde.',
    },
    'permissions-edited': {
      title: 'Berechtigungen für andere Buckets',
      story: 'Das Vertrauen stimmt; jemand hat die Namen der Buckets in der Berechtigungsrichtlinie geändert.',
    },
    'permissions-throttled': {
      title: 'S3 ist zu beschäftigt für eine Antwort',
      story: 'Die Rolle ist sicher; S3 antwortet „Please reduce your request rate“, sooft ihre Berechtigungen probiert werden.',
    },
    slow: {
      title: 'Es dauert, bis die Rolle bekannt ist',
      story: 'Alles ist richtig; AWS braucht 30 Sekunden, bis die neue Rolle überall zu sehen ist.',
    },
    'region-off': {
      title: 'STS ist in den meisten Regionen aus',
      story: 'Im Konto ist STS nur in der Heimatregion der Partition eingeschaltet; dort kann es trotzdem benutzt werden.',
    },
    'every-region-off': {
      title: 'STS ist in jeder Region aus',
      story:
        'STS antwortet in keiner Region. AWS lässt einen Eigentümer in der Heimatregion nicht so weit gehen; hier ist die Antwort zu sehen.',
    },
    'safety-check-throttled': {
      title: 'Die Sicherheitsprüfung wird gedrosselt',
      story: 'Die richtige externe ID wird angenommen, und jeder andere Aufruf wird mit „Rate exceeded“ beantwortet.',
    },
    throttled: {
      title: 'Jeder Aufruf wird gedrosselt',
      story: 'STS antwortet „Rate exceeded“, was immer gefragt wird.',
    },
    'changed-during-check': {
      title: 'Eine Antwort nach der alten Richtlinie, eine nach der neuen',
      story: 'Die richtige externe ID wird angenommen, und abgewiesen, wenn sie innerhalb von drei Sekunden noch einmal kommt.',
    },
    'vendor-credentials-expired': {
      title: 'Die Zugangsdaten des Anbieters sind abgelaufen',
      story: 'STS weist die eigenen Zugangsdaten des Anbieters ab; der Kunde kann nichts tun.',
    },
    'vendor-blocks-other-ids': {
      title: 'Die eigene Richtlinie des Anbieters verdeckt die Antwort',
      story:
        'Ein Deny in der eigenen Richtlinie des Anbieters blockiert jeden Aufruf ohne die richtige externe ID. Die Prüfung beweist also nichts über die Rolle.',
    },
    'vendor-not-allowed': {
      title: 'Der Anbieter darf nicht fragen',
      story: 'Eine Service-Kontrollrichtlinie in der Organisation des Anbieters verbietet den Aufruf.',
    },
    'vendor-request-refused': {
      title: 'Der Anbieter verlangt eine zu lange Sitzung',
      story:
        'STS antwortet, dass die verlangte Sitzung länger ist, als die Rolle sie gibt. Die 900 Sekunden, die eine Prüfung verlangt, gibt jede Rolle, also tut AWS das nicht; es zeigt, was gesagt wird, wenn es doch geschieht.',
    },
    'vendor-is-root': {
      title: 'Der Anbieter fragt als Root-Benutzer',
      story: 'STS antwortet, dass Root-Konten keine Rollen annehmen dürfen: Die Prüfung läuft mit der falschen Identität.',
    },
    'session-tags': {
      title: 'Die Sitzung des Anbieters gibt Tags weiter',
      story:
        'Die Sitzung des Anbieters hat transitive Tags, wie EKS Pod Identity sie setzt, und die Vertrauensrichtlinie nennt sts:TagSession nicht.',
    },
    'source-identity': {
      title: 'Die Sitzung des Anbieters hat eine Quellidentität',
      story: 'Die Sitzung des Anbieters hat eine Quellidentität, und die Vertrauensrichtlinie nennt sts:SetSourceIdentity nicht.',
    },
    'role-deleted-later': {
      title: 'Die Rolle wird später gelöscht',
      story: 'Wird geprüft und ist in Ordnung; zwei Minuten nach dem Anlegen wird die Rolle gelöscht.',
    },
    'weakened-later': {
      title: 'Die Vertrauensrichtlinie wird später geöffnet',
      story:
        'Wird geprüft und ist in Ordnung; zwei Minuten nach dem Anlegen der Rolle fügt jemand eine Anweisung hinzu, die keine externe ID verlangt.',
    },
    'server-down': {
      title: 'Unser eigener Server ist ausgefallen',
      story:
        'Der Wizard kommt an keinen Befund und sagt, dass die Schuld bei uns liegt. Was vorher zu sehen war, bleibt; es geht von selbst weiter.',
    },
    'network-lost': {
      title: 'Das Netz fällt aus',
      story:
        'Das Netz des Kunden fällt aus, während die Seite wartet. Nichts Eingegebenes geht verloren, und es geht weiter, sobald das Netz wieder da ist.',
    },
  },
})
