import { actionRiskMessages } from '#core/review/action-risks.ts'

actionRiskMessages.translate('de', {
  actions: {
    's3:GetObject': 'Alle Objekte könnten kopiert werden. Kopien lassen sich nicht zurückholen.',
    's3:GetObjectVersion': 'Mit Versionierung könnten auch überschriebene und gelöschte Objekte kopiert werden.',
    's3:GetObjectTagging': 'Die Tags von Objekten würden bekannt. Geringes Risiko, solange Tags keine Geheimnisse enthalten.',
    's3:GetBucketLocation': 'Die Region des Buckets würde bekannt, und sonst nichts.',
    's3:ListBucket': 'Namen, Größen und Daten aller Objekte würden bekannt. Die Inhalte bleiben verschlossen.',
    's3:PutObject':
      'Alle Objekte könnten überschrieben werden, auch mit schädlichen Dateien, und Ihr Speicher könnte auf Ihre Kosten gefüllt werden. Die Versionierung bewahrt überschriebene Objekte.',
    's3:PutObjectTagging': 'Tags könnten geändert werden, was Lebenszyklusregeln und tagbasierte Richtlinien betrifft.',
    's3:AbortMultipartUpload': 'Laufende Uploads könnten abgebrochen werden und müssten wiederholt werden. Fertige Objekte bleiben.',
    's3:DeleteObject': 'Alle Objekte könnten gelöscht werden. Mit Versionierung lassen sie sich wiederherstellen, ohne sind sie verloren.',
    's3:DeleteObjectVersion':
      'Alle Versionen könnten endgültig gelöscht werden, Versionierung hilft also nicht. Object Lock und Kopien in einem anderen Konto helfen.',
    'kms:Decrypt':
      'Wer auch an Daten gelangt, die mit diesem Schlüssel verschlüsselt sind, könnte sie entschlüsseln. Ohne die Daten verrät der Zugriff auf den Schlüssel nichts.',
    'kms:DescribeKey': 'Die Einstellungen des Schlüssels würden bekannt. Der Schlüssel verlässt KMS nie.',
    'kms:Encrypt': 'Mit diesem Schlüssel könnten auf Ihre Kosten weitere Daten verschlüsselt werden. Vorhandene Daten ändern sich nicht.',
    'kms:GenerateDataKey':
      'Mit diesem Schlüssel könnten auf Ihre Kosten weitere Daten verschlüsselt werden. Vorhandene Daten ändern sich nicht.',
    'sqs:ReceiveMessage':
      'Alle Nachrichten könnten gelesen und Ihren Anwendungen so lange vorenthalten werden, wie sie in Bearbeitung sind.',
    'sqs:GetQueueAttributes': 'Die Einstellungen der Warteschlange und die Zahl ihrer Nachrichten würden bekannt.',
    'sqs:GetQueueUrl': 'Die URL der Warteschlange würde bekannt, und sonst nichts.',
    'sqs:SendMessage': 'Gefälschte Nachrichten könnten gesendet werden, und alles, was die Warteschlange liest, würde danach handeln.',
    'sqs:ChangeMessageVisibility': 'Eine empfangene Nachricht könnte Ihren Anwendungen bis zu 12 Stunden vorenthalten werden.',
    'sqs:DeleteMessage': 'Nachrichten könnten empfangen und gelöscht werden, bevor Ihre Anwendungen sie sehen. Sie wären verloren.',
    'dynamodb:GetItem': 'Jedes Element, dessen Schlüssel bekannt ist, könnte kopiert werden.',
    'dynamodb:BatchGetItem': 'Jedes Element, dessen Schlüssel bekannt ist, könnte kopiert werden.',
    'dynamodb:Query': 'Jedes Element, dessen Partitionsschlüssel bekannt ist, könnte kopiert werden.',
    'dynamodb:Scan': 'Die ganze Tabelle könnte auf Ihre Kosten kopiert werden.',
    'dynamodb:DescribeTable': 'Einstellungen und Größe der Tabelle würden bekannt. Ihre Elemente bleiben verschlossen.',
    'dynamodb:PutItem':
      'Jedes Element könnte durch ein gefälschtes ersetzt werden. Die Point-in-Time-Wiederherstellung stellt die Tabelle wieder her.',
    'dynamodb:UpdateItem': 'Jedes Element könnte geändert werden. Die Point-in-Time-Wiederherstellung stellt die Tabelle wieder her.',
    'dynamodb:BatchWriteItem':
      'Jedes Element könnte ersetzt oder gelöscht werden. Die Point-in-Time-Wiederherstellung stellt die Tabelle wieder her.',
    'dynamodb:DeleteItem': 'Jedes Element könnte gelöscht werden. Die Point-in-Time-Wiederherstellung stellt die Tabelle wieder her.',
    'sns:Publish': 'Gefälschte Nachrichten könnten von Ihrem Thema an alle Abonnenten gesendet werden.',
    'iam:GetRole':
      'Die Vertrauensrichtlinie, die Tags und die letzte Verwendung der Rolle würden bekannt. In der Vertrauensrichtlinie steht die externe ID.',
    'iam:GetRolePolicy': 'Die eingebundenen Richtlinien der Rolle würden bekannt. Sie nennen Ihre Ressourcen.',
    'iam:ListRolePolicies': 'Die Namen der eingebundenen Richtlinien der Rolle würden bekannt.',
    'iam:ListAttachedRolePolicies': 'Die Namen der verwalteten Richtlinien der Rolle würden bekannt. Was sie erlauben, bleibt privat.',
    'iam:SimulatePrincipalPolicy': 'Was die Rolle darf, würde bekannt. Eine Simulation führt keine Anfrage aus.',
  },
  wildcard: 'Platzhalter: schließt Aktionen ein, die AWS später hinzufügt. Bewerten Sie die riskanteste.',
  levels: {
    List: 'AWS führt sie unter „List“: Namen und Kennungen von Ressourcen würden bekannt. Manche dieser Aktionen liefern auch Einstellungen oder persönliche Daten, zu denen Geheimnisse gehören können, etwa in Umgebungsvariablen oder Benutzerdaten.',
    Read: 'AWS führt sie unter „Read“: Alles, was sie liest, könnte kopiert werden. Kopien lassen sich nicht zurückholen.',
    Tagging:
      'AWS führt sie unter „Tagging“: Tags könnten geändert werden. Das betrifft Richtlinien und Kostenberichte, die nach Tags gehen.',
    Write: 'AWS führt sie unter „Write“: Was sie anlegt, ändert oder löscht, könnte gefälscht werden oder verloren gehen, auf Ihre Kosten.',
    'Permissions management': 'AWS führt sie unter „Permissions management“: Zugriff könnte anderen gegeben oder Ihnen genommen werden.',
  },
  wildcardNow: (count, worst) =>
    `Platzhalter: heute ${count === 1 ? '1 Aktion' : `${count} Aktionen`} und alle, die AWS noch hinzufügt. Die gefährlichste: ${worst}`,
  undescribed: (action) => `Keine Beschreibung vorhanden. Siehe die AWS-Dokumentation zu ${action}.`,
})
