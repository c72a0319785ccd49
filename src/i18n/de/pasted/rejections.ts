import { malformedPrincipalMessages } from '#core/pasted/malformed-principal-rule.ts'
import { policyValueMessages } from '#core/pasted/policy-value-rules.ts'
import { type Limit, rejectedCallMessages } from '#core/pasted/rejected-call-rules.ts'

policyValueMessages.translate('de', {
  'policy-not-string': {
    title: 'Eine Richtlinie wurde als Objekt angegeben',
    sentence: ({ quoted }) => `Der Aufruf wurde nicht an AWS gesendet, weil ${quoted} ein Objekt ist und eine JSON-Zeichenkette sein muss.`,
    detail:
      'In Python hilft json.dumps. In einer Datei für --cli-input-json schreiben Sie die Richtlinie als eine Zeichenkette mit maskierten Anführungszeichen, oder geben Sie sie stattdessen mit --assume-role-policy-document file:// an. Über den Inhalt der Richtlinie sagt das nichts.',
  },
  'policy-quotes-lost': {
    title: 'Die Shell hat die Anführungszeichen aus dem JSON entfernt',
    sentence: 'Die Shell hat die Anführungszeichen aus dem JSON im Befehl entfernt, deshalb war es kein gültiges JSON mehr.',
    detail:
      'Das machen Windows PowerShell und die Eingabeaufforderung von Windows. Speichern Sie das JSON in einer Datei, und geben Sie bei der Option stattdessen file:// und den Dateinamen an, zum Beispiel file://trust.json.',
  },
  'policy-file-encoding': {
    title: 'Die Datei mit der Richtlinie hat die falsche Kodierung',
    sentence: 'Die AWS CLI kann die Datei mit der Richtlinie nicht dekodieren und hat deshalb nichts an AWS gesendet.',
    detail:
      'Die Datei muss in UTF-8 sein. Windows PowerShell schreibt mit > und Out-File UTF-16. Speichern Sie die Datei noch einmal in UTF-8, zum Beispiel mit Set-Content -Encoding ascii.',
  },
  'policy-size': {
    title: 'Die Berechtigungsrichtlinie ist zu lang',
    sentence: ({ quoted }) =>
      quoted === '6144'
        ? 'IAM hat eine verwaltete Richtlinie zurückgewiesen, weil sie länger als die 6.144 Zeichen ist, die IAM zulässt.'
        : 'IAM hat eine Inline-Richtlinie zurückgewiesen, weil alle Inline-Richtlinien zusammen länger sind, als IAM zulässt.',
    detail: ({ quoted }) =>
      quoted === '6144'
        ? 'Dieses Kontingent lässt sich nicht erhöhen. Teilen Sie die Richtlinie, oder verwenden Sie weniger oder kürzere Anweisungen. Gibt es eine frühere Version, gilt sie weiter. Die Vertrauensrichtlinie ist nicht die Ursache.'
        : 'Die Inline-Richtlinien einer Rolle zählen zusammen, und dieses Kontingent lässt sich nicht erhöhen. Verwenden Sie weniger oder kürzere Anweisungen, oder verschieben Sie einige in eine verwaltete Richtlinie. Die Vertrauensrichtlinie ist nicht die Ursache.',
  },
})

malformedPrincipalMessages.translate('de', {
  'policy-principal-form': {
    title: 'Der Prinzipal ist kein gültiger ARN',
    sentence: ({ quoted }) => `IAM hat die Vertrauensrichtlinie zurückgewiesen, weil ihr Prinzipal ${quoted} kein gültiger ARN ist.`,
    detail: ({ partition, vendorAccountId, trustedUser, message }) =>
      `Schreiben Sie ${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}. AWS meldet: ${message}`,
  },
  'principal-malformed': {
    title: 'Der Prinzipal ist kein gültiger ARN',
    sentence: ({ quoted }) =>
      `Der Prinzipal ${quoted} der Vertrauensrichtlinie ist kein gültiger ARN, deshalb weist IAM die Richtlinie zurück.`,
    detail: ({ partition, vendorAccountId, trustedUser }) =>
      `Das Konto darin stimmt, die Form nicht. Schreiben Sie ${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}.`,
  },
})

function limitWords({ kind, bound }: Limit, constraint: string): string {
  const written = bound.replace(',', '.')
  const words: Readonly<Record<Limit['kind'], string>> = {
    longer: `Er darf höchstens ${written} Zeichen haben.`,
    shorter: bound === '1' ? 'Er ist leer.' : `Er muss mindestens ${written} Zeichen haben.`,
    above: `Er darf höchstens ${written} sein.`,
    below: `Er muss mindestens ${written} sein.`,
    characters: 'Er hat ein Zeichen oder eine Form, die AWS nicht zulässt.',
    other: `AWS meldet: ${constraint}`,
  }
  return words[kind]
}

rejectedCallMessages.translate('de', {
  'creation-value-refused': {
    title: 'AWS weist einen Wert des Aufrufs zurück',
    sentence: ({ value, parameter, limit, constraint }) =>
      `AWS hat den Wert ${value === '' ? '' : `${value} `}von ${parameter} zurückgewiesen. ${limitWords(limit, constraint)}`,
    detail: ({ parameter, roleName }) =>
      parameter === 'roleName'
        ? `Die Rolle dieser Verbindung heißt ${roleName}. Verwenden Sie diesen Namen.`
        : 'Korrigieren Sie den Wert im Befehl, in der Vorlage oder im Programm. AWS hat nichts geändert.',
  },
  'creation-boundary-unknown': {
    title: 'Die Berechtigungsgrenze gibt es nicht',
    sentence: ({ name }) => `AWS findet die Berechtigungsgrenze ${name} nicht, oder sie lässt sich nicht als solche verwenden.`,
    detail: ({ account, permissionsBoundary }) =>
      `Eine Berechtigungsgrenze ist eine verwaltete Richtlinie von AWS oder desselben Kontos, und es muss sie vorher geben. ${permissionsBoundary === null ? 'Diese Verbindung hat keine. Lassen Sie sie weg, wenn Ihr Unternehmen sie nicht verlangt.' : `Bei dieser Verbindung ist es ${permissionsBoundary} im Konto ${account}.`}`,
  },
  'role-not-visible-yet': {
    title: 'IAM zeigt eine neue Rolle noch nicht überall',
    sentence: 'Terraform hat die Rolle gleich nach dem Anlegen nicht gefunden.',
    detail:
      'IAM braucht einige Sekunden, bis eine neue Rolle überall bekannt ist. Führen Sie terraform apply noch einmal aus. Heißt es dann, die Rolle sei bereits vorhanden, importieren Sie sie mit terraform import. Die Vertrauensrichtlinie ist nicht die Ursache.',
  },
  'role-protected': {
    title: 'AWS lässt diese Rolle niemanden ändern',
    sentence: ({ name }) => `Die Rolle ${name} wurde nicht geändert, weil nur AWS sie ändern kann.`,
    detail: ({ roleName }) =>
      `Solche Rollen gehören IAM Identity Center oder anderen Diensten. Mehr Berechtigungen helfen nicht. Lassen Sie diese Rolle, wie sie ist, und legen Sie für diese Verbindung die Rolle ${roleName} an.`,
  },
  'service-role-exists': {
    title: 'Die serviceverknüpfte Rolle ist bereits vorhanden',
    sentence: ({ name }) => `Die serviceverknüpfte Rolle ${name} wurde nicht angelegt, weil das Konto sie bereits hat.`,
    detail: ({ roleName }) =>
      `Ein Konto hat sie nur einmal. Entfernen Sie sie aus der Vorlage oder dem Programm, oder importieren Sie sie. Löschen Sie sie nicht. Über ${roleName} sagt das nichts.`,
  },
  'terraform-stopped': {
    title: 'Terraform hat angehalten, bevor es AWS aufrief',
    sentence: ({ message }) => `Terraform hat angehalten, bevor es AWS aufrief. Die Meldung: ${message}`,
    detail: 'Korrigieren Sie die Konfiguration, und führen Sie Terraform noch einmal aus. Über eine Rolle in AWS sagt das nichts.',
  },
  'call-rejected': {
    title: 'AWS hat einen Aufruf zurückgewiesen, der eine Rolle oder einen Stack ändert',
    sentence: ({ operation, message }) =>
      `AWS hat ${operation === '' ? 'einen Aufruf' : `den Aufruf ${operation}`} zurückgewiesen. AWS meldet: ${message}`,
    detail:
      'Dieser Aufruf hat nichts geändert. Beheben Sie, was die Meldung nennt, und versuchen Sie es noch einmal. Ob die Rolle angenommen werden kann, zeigt das nicht.',
  },
})
