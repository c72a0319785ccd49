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
      title: 'Alles funktioniert',
      story: 'Der Kunde gibt Konto-ID und Bucket-Namen ein und startet den Stack. Die Seite wird automatisch grün.',
    },
    waiting: {
      title: 'Noch ist nichts angelegt',
      story:
        'Gehen Sie zu „Rolle anlegen“. AWS antwortet mit AccessDenied. Das heißt vorerst nur, dass es die Rolle noch nicht gibt. Die Seite sagt das und wartet.',
    },
    confirming: {
      title: 'Eine korrigierte Rolle wird bestätigt',
      story:
        'Stellen Sie das Tempo auf „Realistisch“, gehen Sie zu „Stack angelegt“ und wählen Sie „Beheben“. Die Seite bestätigt das erste gute Ergebnis mit einer zweiten Prüfung, bevor sie grün wird.',
    },
    'external-id-differs': {
      title: 'Falsche externe ID in der Rolle',
      story: 'Jemand hat die externe ID in der Vertrauensrichtlinie durch eine andere ersetzt.',
    },
    'trailing-blank': {
      title: 'Ein Leerzeichen nach der externen ID',
      story:
        'Die externe ID wurde mit einem Leerzeichen dahinter in die Vertrauensrichtlinie eingefügt. IAM akzeptiert das, aber kein Aufruf kann dazu passen.',
    },
    'stack-rolled-back': {
      title: 'Der Stack wird zurückgerollt',
      story:
        'Eine Service-Kontrollrichtlinie blockiert das Anlegen von Rollen. Deshalb wird der Stack zurückgerollt, und es gibt keine Rolle.',
    },
    'other-principal': {
      title: 'Einem anderen Konto wird vertraut',
      story: 'Die Vertrauensrichtlinie nennt ein Konto, das nicht dem Anbieter gehört.',
    },
    'mfa-condition': {
      title: 'Eine Bedingung, die der Anbieter nicht erfüllen kann',
      story: 'Die Vertrauensrichtlinie verlangt zusätzlich Multi-Faktor-Authentifizierung, die Anwendungen nicht verwenden können.',
    },
    'trust-policy-named': {
      title: 'AWS nennt die Vertrauensrichtlinie',
      story: 'Die externe ID in der Rolle weicht ab, und AWS sagt, dass keine Vertrauensrichtlinie einer Rolle den Aufruf erlaubt.',
    },
    'explicit-deny': {
      title: 'Ein Deny in der Vertrauensrichtlinie',
      story: 'Eine zweite Anweisung in der Vertrauensrichtlinie lehnt den Anbieter ab, bis jemand zustimmt.',
    },
    'resource-control-policy': {
      title: 'Die Organisation blockiert fremde Konten',
      story: 'Eine Ressourcenkontrollrichtlinie in der Organisation des Kunden verweigert fremden Konten sts:AssumeRole.',
    },
    'no-condition': {
      title: 'Keine Bedingung',
      story: 'Die Bedingung wurde aus der Vertrauensrichtlinie gelöscht. Das Konto des Anbieters hat deshalb ohne externe ID Zugriff.',
    },
    'second-open-statement': {
      title: 'Eine zweite, offene Anweisung',
      story: 'Zusätzlich zur richtigen Anweisung gibt es eine, die keine externe ID verlangt.',
    },
    'if-exists': {
      title: 'StringEqualsIfExists',
      story: 'Die externe ID wird nur verglichen, wenn ein Aufruf eine mitschickt.',
    },
    'for-all-values': {
      title: 'ForAllValues',
      story: 'ForAllValues:StringEquals trifft auch auf Aufrufe ohne externe ID zu.',
    },
    'any-value': {
      title: 'StringLike "*"',
      story: 'Jede externe ID wird akzeptiert.',
    },
    'null-false': {
      title: 'Null "false"',
      story: 'Die Vertrauensrichtlinie verlangt eine externe ID, aber nicht eine bestimmte.',
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
      story: 'Groß- und Kleinschreibung wird nicht unterschieden.',
    },
    'null-true': {
      title: 'Null "true"',
      story: 'Die Vertrauensrichtlinie verlangt, dass keine externe ID gesendet wird. Deshalb wird die richtige abgelehnt.',
    },
    'string-not-equals': {
      title: 'StringNotEquals',
      story: 'Die Vertrauensrichtlinie akzeptiert alles außer der richtigen externen ID.',
    },
    'string-not-equals-present': {
      title: 'StringNotEquals und Null "false"',
      story: 'Jede externe ID außer der richtigen wird akzeptiert. Aufrufe ohne externe ID werden abgelehnt.',
    },
    'middle-pattern': {
      title: 'Anfang und Ende genügen',
      story: 'StringLike mit den ersten vier und den letzten vier Zeichen: Jede ID, die ähnlich aussieht, hat Zugriff.',
    },
    'open-ended': {
      title: 'Nach der ID kann alles folgen',
      story: 'StringLike mit der ganzen ID und einem Stern: Auch eine ID, die so beginnt, hat Zugriff.',
    },
    'two-spellings': {
      title: 'Die ID in anderer Schreibweise',
      story: 'Die Bedingung enthält die ID dreimal: unverändert, in Kleinbuchstaben und in Großbuchstaben.',
    },
    'whole-vendor-account': {
      title: 'Jede Rolle des Anbieters',
      story:
        'Die Bedingung für aws:PrincipalArn wurde entfernt. Jede Rolle im Konto des Anbieters kann die Rolle verwenden, nicht nur die Anwendung.',
    },
    'any-principal': {
      title: 'Jedem AWS-Konto wird vertraut',
      story: 'Der Prinzipal ist {"AWS": "*"}. Wer die externe ID kennt, hat aus jedem Konto Zugriff.',
    },
    'assumed-role-mismatch': {
      title: 'STS gibt eine andere Rolle zurück',
      story: 'Die Sitzung von STS gehört zu einer anderen Rolle. AWS tut das nicht, aber der Wizard erklärt es.',
    },
    'permissions-edited': {
      title: 'Berechtigungen für andere Buckets',
      story: 'Die Vertrauensrichtlinie stimmt, aber jemand hat die Bucket-Namen in der Berechtigungsrichtlinie geändert.',
    },
    'permissions-throttled': {
      title: 'S3 drosselt die Prüfungen',
      story: 'Die Rolle ist sicher. S3 antwortet mit „Please reduce your request rate“, sooft ihre Berechtigungen getestet werden.',
    },
    slow: {
      title: 'Langsame Ausbreitung',
      story: 'Alles ist richtig. AWS braucht 30 Sekunden, bis die neue Rolle verfügbar ist.',
    },
    'region-off': {
      title: 'STS ist in den meisten Regionen aus',
      story: 'STS ist nur in der Heimatregion der Partition aktiv. Dort kann die Rolle trotzdem verwendet werden.',
    },
    'every-region-off': {
      title: 'STS ist in jeder Region aus',
      story: 'STS ist in jeder Region aus. AWS lässt das in der Heimatregion nicht zu, aber der Wizard erklärt es.',
    },
    'safety-check-throttled': {
      title: 'Die Sicherheitsprüfungen werden gedrosselt',
      story: 'Die richtige externe ID wird akzeptiert, und jeder andere Aufruf erhält „Rate exceeded“.',
    },
    throttled: {
      title: 'Jeder Aufruf wird gedrosselt',
      story: 'STS antwortet auf jeden Aufruf mit „Rate exceeded“.',
    },
    'changed-during-check': {
      title: 'Die Richtlinie ändert sich während der Prüfung',
      story: 'Die richtige externe ID wird akzeptiert und innerhalb von drei Sekunden abgelehnt.',
    },
    'vendor-credentials-expired': {
      title: 'Die Zugangsdaten des Anbieters sind abgelaufen',
      story: 'STS lehnt die eigenen Zugangsdaten des Anbieters ab. Der Kunde muss nichts tun.',
    },
    'vendor-blocks-other-ids': {
      title: 'Die eigene Richtlinie des Anbieters verdeckt das Ergebnis',
      story:
        'Ein Deny in der eigenen Richtlinie des Anbieters blockiert jeden Aufruf ohne die richtige externe ID. Deshalb sagt der Test nichts über die Rolle aus.',
    },
    'vendor-not-allowed': {
      title: 'Der Anbieter darf keine Rollen annehmen',
      story: 'Eine Service-Kontrollrichtlinie der eigenen Organisation des Anbieters lehnt den Aufruf ab.',
    },
    'vendor-request-refused': {
      title: 'Der Anbieter fordert eine zu lange Sitzung an',
      story:
        'STS antwortet, dass die angeforderte Sitzung länger ist, als die Rolle erlaubt. Die 900 Sekunden einer Prüfung erlaubt jede Rolle. AWS tut das also nicht, aber der Wizard erklärt es.',
    },
    'vendor-is-root': {
      title: 'Der Anbieter ruft als Root-Benutzer auf',
      story: 'STS antwortet, dass Root-Konten keine Rollen annehmen dürfen. Die Prüfung läuft mit der falschen Identität.',
    },
    'session-tags': {
      title: 'Die Sitzung des Anbieters gibt Tags weiter',
      story:
        'Die Sitzung des Anbieters hat transitive Tags, wie EKS Pod Identity sie setzt, und die Vertrauensrichtlinie enthält sts:TagSession nicht.',
    },
    'source-identity': {
      title: 'Die Sitzung des Anbieters hat eine Quellidentität',
      story: 'Die Sitzung des Anbieters hat eine Quellidentität, und die Vertrauensrichtlinie enthält sts:SetSourceIdentity nicht.',
    },
    'role-deleted-later': {
      title: 'Die Rolle wird später gelöscht',
      story: 'Die Prüfung gelingt. Zwei Minuten nach dem Anlegen wird die Rolle gelöscht.',
    },
    'weakened-later': {
      title: 'Die Vertrauensrichtlinie wird später geöffnet',
      story: 'Die Prüfung gelingt. Zwei Minuten nach dem Anlegen fügt jemand eine Anweisung hinzu, die keine externe ID verlangt.',
    },
    'server-down': {
      title: 'Unser eigener Server ist ausgefallen',
      story:
        'Der Wizard kann nicht prüfen und sagt, dass das Problem bei uns liegt. Frühere Ergebnisse bleiben, und es geht automatisch weiter.',
    },
    'network-lost': {
      title: 'Das Netzwerk fällt aus',
      story:
        'Das Netzwerk des Kunden fällt aus, während die Seite wartet. Eingaben gehen nicht verloren, und die Seite macht weiter, sobald das Netzwerk wieder da ist.',
    },
  },
})
