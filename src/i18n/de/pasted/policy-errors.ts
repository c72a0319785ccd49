import { type PartitionFacts, policyErrorMessages } from '#core/pasted/policy-error-rules.ts'
import { principalDigitsMessages } from '#core/pasted/principal-digits-rule.ts'

function partitionDetail({ written, partition, account, isPartition, isOutput }: PartitionFacts): string {
  if (isOutput)
    return 'Im ARN steht statt des Wertes der Text, den Pulumi für einen Output ausgibt. Bilden Sie den ARN mit pulumi.interpolate oder apply. Die Vertrauensrichtlinie ist nicht die Ursache, denn sie hat keine Ressourcen.'
  if (!isPartition)
    return `Etwas wurde an der falschen Stelle in den ARN eingesetzt. Die Vertrauensrichtlinie ist nicht die Ursache, denn sie hat keine Ressourcen. ARNs beginnen mit arn:${partition}:.`
  return written === partition
    ? `Diese Verbindung gilt für das Konto ${account} in der Partition ${partition}. Vielleicht sind Sie in einem Konto einer anderen Partition angemeldet, zum Beispiel AWS GovCloud (US) oder China.`
    : `Diese Verbindung gilt für das Konto ${account}, dessen ARNs mit arn:${partition}: beginnen.`
}

policyErrorMessages.translate('de', {
  'policy-file-prefix': {
    title: 'Im Befehl fehlt file://',
    sentence: ({ quoted }) => `Der Befehl sendet den Text ${quoted} als Richtlinie, weil davor file:// fehlt.`,
    detail: ({ quoted }) => `Schreiben Sie file://${quoted}. Ohne file:// sendet die AWS CLI den Dateinamen, und der ist kein JSON.`,
  },
  'policy-python-object': {
    title: 'Die Richtlinie wurde als Python-Objekt gesendet',
    sentence: 'Die Richtlinie ist kein JSON, sondern der Text eines Python-Objekts, mit u und einfachen Anführungszeichen um die Namen.',
    detail:
      'Wandeln Sie das Objekt vor dem Senden in JSON um: mit json.dumps in Python oder dem Filter to_json in Ansible. Über die Berechtigungen in der Richtlinie sagt dieser Fehler nichts.',
  },
  'policy-file-missing': {
    title: 'Die Datei mit der Richtlinie wird nicht gefunden',
    sentence: 'Die AWS CLI findet die Datei mit der Richtlinie nicht und hat deshalb nichts an AWS gesendet.',
    detail: 'Führen Sie den Befehl in dem Ordner aus, in dem die Datei liegt, oder schreiben Sie hinter file:// den ganzen Pfad.',
  },
  'policy-permissions-as-trust': {
    title: 'Eine Berechtigungsrichtlinie wurde als Vertrauensrichtlinie angegeben',
    sentence:
      'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie eine Resource enthält. Vermutlich steht dort eine Berechtigungsrichtlinie.',
    detail: ({ roleName }) =>
      `Eine Vertrauensrichtlinie nennt mit Principal, wer ${roleName} annehmen darf. Eine Berechtigungsrichtlinie nennt mit Resource, was die Rolle darf.`,
  },
  'policy-trust-as-permissions': {
    title: 'Eine Vertrauensrichtlinie wurde als Berechtigungsrichtlinie angegeben',
    sentence:
      'IAM hat eine Berechtigungsrichtlinie zurückgewiesen, weil sie einen Principal enthält. Vermutlich ist es die Vertrauensrichtlinie am falschen Ort.',
    detail: ({ roleName }) =>
      `Die Vertrauensrichtlinie gehört zur Rolle selbst: IAM, „Roles“, ${roleName}, Tab „Trust relationships“. In Befehlen ist es --assume-role-policy-document.`,
  },
  'policy-other-actions': {
    title: 'Die Vertrauensrichtlinie enthält Aktionen, die nicht zu STS gehören',
    sentence: 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil sie andere Aktionen als das Annehmen der Rolle enthält.',
    detail: 'Eine Vertrauensrichtlinie kann nur STS-Aktionen erlauben. Was die Rolle darf, gehört in ihre Berechtigungsrichtlinie.',
  },
  'policy-no-principal': {
    title: 'Eine Anweisung der Vertrauensrichtlinie hat keinen Prinzipal',
    sentence: 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil eine Anweisung keinen Principal hat.',
    detail: ({ vendor, vendorAccount, trustedUser }) =>
      `Jede Anweisung einer Vertrauensrichtlinie nennt, wem sie vertraut. Hier ist das ${vendor}, ${trustedUser === null ? `Konto ${vendorAccount}` : `IAM-Benutzer ${trustedUser}`}. Hat die Richtlinie eine Resource, ist sie eine Berechtigungsrichtlinie an der falschen Stelle.`,
  },
  'policy-no-resource': {
    title: 'Eine Anweisung der Berechtigungsrichtlinie hat keine Ressource',
    sentence: 'IAM hat eine Berechtigungsrichtlinie zurückgewiesen, weil eine Anweisung keine Resource hat.',
    detail: 'Jede Anweisung einer Berechtigungsrichtlinie hat eine Resource. Nur Vertrauensrichtlinien haben keine.',
  },
  'policy-star-principal': {
    title: 'Der Prinzipal hat eine ungültige Form',
    sentence: ({ isStar }) =>
      isStar
        ? 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil ihr Prinzipal "*" ist. Als Principal einer Rolle ist das nicht zulässig.'
        : 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil Vertrauensrichtlinien diese Form des Prinzipals nicht zulassen.',
    detail: ({ partition, vendorAccountId, trustedUser }) =>
      `Er muss { "AWS": "${trustedUser ?? `arn:${partition}:iam::${vendorAccountId}:root`}" } lauten.`,
  },
  'policy-other-principal': {
    title: 'Ein Dienst oder Identitätsanbieter in der Richtlinie ist ungültig',
    sentence: ({ quoted }) =>
      quoted === ''
        ? 'IAM hat die Vertrauensrichtlinie zurückgewiesen, weil ein Federated-Prinzipal darin weder ein Domainname noch der ARN eines Identitätsanbieters ist.'
        : `IAM hat die Richtlinie zurückgewiesen, weil der Prinzipal ${quoted} ungültig ist.`,
    detail: ({ vendor, quoted }) =>
      quoted === ''
        ? `Oft hat seine Variable keinen Wert. Für diese Verbindung steht der Prinzipal von ${vendor} unter „AWS“, nicht unter „Federated“.`
        : `Der Name eines Dienstes endet auf .amazonaws.com, und einen Identitätsanbieter muss es im Konto geben. Diese Verbindung hat keinen solchen Prinzipal. Sie vertraut nur ${vendor}.`,
  },
  'policy-partition': {
    title: 'Die Richtlinie enthält ARNs einer anderen Partition',
    sentence: ({ quoted, written, isPartition }) =>
      isPartition
        ? `IAM hat die Richtlinie zurückgewiesen, weil die Partition ${written} in ${quoted} nicht die des Kontos ist.`
        : `IAM hat die Richtlinie zurückgewiesen, weil eine Ressource darin kein ARN ist. Anstelle der Partition steht „${written}“.`,
    detail: partitionDetail,
  },
  'policy-legacy-parsing': {
    title: 'IAM kann einen Wert der Richtlinie nicht lesen',
    sentence: 'IAM kann einen Wert der Richtlinie nicht lesen und nennt ihn nicht. Oft ist ein ARN darin leer oder unvollständig.',
    detail:
      'Prüfen Sie dreierlei: Keine Variable und kein Parameter in einer Resource ist leer, sodass jede * oder ein ganzer ARN ist. Jede Aktion ist wie s3:GetObject geschrieben. Jeder Effect ist genau Allow oder Deny.',
  },
  'policy-leading-space': {
    title: 'Die Richtlinie beginnt mit Leerzeichen',
    sentence: 'Die Richtlinie wurde zurückgewiesen, weil sie mit Leerzeichen beginnt.',
    detail: 'Verwenden Sie in Terraform jsonencode, oder schreiben Sie <<-EOF statt <<EOF. Das entfernt die Einrückung.',
  },
  'policy-not-json': {
    title: 'Die Richtlinie ist kein gültiges JSON',
    sentence: 'Die Richtlinie wurde zurückgewiesen, weil sie kein gültiges JSON ist.',
    detail: ({ isShownValid }) =>
      isShownValid
        ? 'Die Richtlinie in diesem Text hat keinen solchen Fehler, also sendet das Werkzeug etwas anderes. Wandeln Sie sie vor dem Senden in JSON um, zum Beispiel mit jsonencode in Terraform oder dem Filter to_json in Ansible. In der AWS CLI gehört file:// vor den Dateinamen.'
        : 'Häufige Ursachen sind ein überzähliges Komma, ein fehlendes Anführungszeichen, ein Dateiname ohne file:// und eine abgeschnittene Richtlinie. Fügen Sie die Richtlinie selbst ein, um die Stelle zu sehen.',
  },
})

principalDigitsMessages.translate('de', {
  'policy-principal-digits': {
    title: 'Die Konto-ID im Prinzipal hat nicht 12 Ziffern',
    sentence: ({ quoted, digits }) =>
      digits === 0
        ? `IAM hat den Prinzipal ${quoted} zurückgewiesen. In diesem Text hat er keine Konto-ID.`
        : `IAM hat den Prinzipal ${quoted} zurückgewiesen, weil seine Konto-ID ${digits} Ziffern hat. Konto-IDs haben 12.`,
    detail: ({ vendor, vendorAccountId, identity, digits }) =>
      [
        ...(digits > 0 ? [] : ['Hat die Richtlinie auch keine, ist eine Variable dafür leer.']),
        identity === ''
          ? `Das Konto von ${vendor} ist ${vendorAccountId}.`
          : `Schreiben Sie die ID des Kontos, in dem es ${identity} gibt. Was eine Richtlinie nennt, muss vorher da sein, und was eben erst angelegt wurde, ist einige Sekunden lang nicht überall bekannt.`,
        ...(digits > 0 || identity !== '' ? [] : ['Wurde sie nur für diesen Text entfernt, prüfen Sie ihre Ziffern in der Richtlinie.']),
      ].join(' '),
  },
})
