import * as ofAccount from '#core/checks/account-checks.ts'
import { dynamodbDescribeTable } from '#core/checks/dynamodb-describe-table.ts'
import { kmsDescribeKey } from '#core/checks/kms-describe-key.ts'
import { logsDescribeLogStreams } from '#core/checks/logs-describe-log-streams.ts'
import { s3HeadBucket, s3ListObjects } from '#core/checks/s3-buckets.ts'
import { secretsManagerDescribeSecret } from '#core/checks/secretsmanager-describe-secret.ts'
import { snsGetTopicAttributes } from '#core/checks/sns-get-topic-attributes.ts'
import { sqsGetQueueAttributes } from '#core/checks/sqs-get-queue-attributes.ts'
import { inspectionMessages } from '#core/verify/inspection/inspection-words.ts'
import { namedCheckMessages } from '#core/verify/named-checks.ts'

s3HeadBucket.messages.translate('de', { title: (bucket) => `Kann auf ${bucket} zugreifen` })
s3ListObjects.messages.translate('de', { title: (bucket) => `Kann Objekte in ${bucket} auflisten` })

dynamodbDescribeTable.messages.translate('de', { title: (table) => `Kann auf die Tabelle ${table} zugreifen` })

sqsGetQueueAttributes.messages.translate('de', { title: (queue) => `Kann auf die Warteschlange ${queue} zugreifen` })
snsGetTopicAttributes.messages.translate('de', { title: (topic) => `Kann auf das Thema ${topic} zugreifen` })
kmsDescribeKey.messages.translate('de', { title: (key) => `Kann auf den Schlüssel ${key} zugreifen` })
secretsManagerDescribeSecret.messages.translate('de', { title: (secret) => `Kann das Geheimnis ${secret} finden` })
logsDescribeLogStreams.messages.translate('de', { title: (group) => `Kann die Protokollströme in ${group} finden` })

ofAccount.ec2DescribeInstances.messages.translate('de', { title: () => 'Kann EC2-Instanzen auflisten' })
ofAccount.rdsDescribeInstances.messages.translate('de', { title: () => 'Kann RDS-Instanzen auflisten' })
ofAccount.ecsListClusters.messages.translate('de', { title: () => 'Kann ECS-Cluster auflisten' })
ofAccount.lambdaListFunctions.messages.translate('de', { title: () => 'Kann Lambda-Funktionen auflisten' })
ofAccount.cloudTrailDescribeTrails.messages.translate('de', { title: () => 'Kann CloudTrail-Trails auflisten' })
ofAccount.organizationsDescribeOrganization.messages.translate('de', { title: () => 'Kann die Organisation finden' })
ofAccount.costExplorerGetCostAndUsage.messages.translate('de', { title: () => 'Kann Kosten im Cost Explorer lesen' })
ofAccount.stsGetCallerIdentity.messages.translate('de', { title: () => 'Kann die eigene Identität lesen' })

inspectionMessages.translate('de', {
  title: 'Die eigenen Richtlinien der Rolle erlauben, was angefordert wurde',
  unreadAction: (action) => `AWS hat das Lesen der Rolle abgelehnt (${action}). Alle anderen Prüfungen zählen wie sonst.`,
  unread: 'AWS hat das Lesen der Rolle abgelehnt. Alle anderen Prüfungen zählen wie sonst.',
  unclear: 'AWS hat beim Lesen der Rolle nicht eindeutig geantwortet. Alle anderen Prüfungen zählen wie sonst.',
  principals: (names) => `Vertraut außerdem: ${names}.`,
  externalIds: 'Die Vertrauensrichtlinie nennt eine weitere externe ID.',
  otherRoles: 'Andere Rollen oder Benutzer im Konto des Anbieters können sie annehmen.',
  maybeOtherRoles: 'Ob andere Rollen oder Benutzer im Konto des Anbieters sie annehmen können, sagen ihre Bedingungen nicht.',
  missingRoles: (names) => `Rollen der Anwendung, die sie nicht annehmen können: ${names}.`,
  openRoles: (names) => `Können sie ohne Ihre externe ID annehmen: ${names}.`,
  maybeOpenRoles: (names) => `Ob diese Ihre externe ID brauchen, um sie anzunehmen, sagen ihre Bedingungen nicht: ${names}.`,
  retiredRoles: (names) => `Vertraut noch Rollen, die die Anwendung nicht mehr verwendet: ${names}.`,
  maybeRetiredRoles: (names) => `Vertraut vielleicht noch Rollen, die die Anwendung nicht mehr verwendet: ${names}.`,
  missing: (lines) => `Angefordert, aber nicht erlaubt: ${lines}.`,
  added: (lines) => `Erlaubt, aber nicht angefordert: ${lines}.`,
  denied: (lines) => `Von einer weiteren Anweisung verweigert: ${lines}.`,
  undenied: (lines) => `Nicht mehr verweigert: ${lines}.`,
  detached: (arns) => `Angefordert, aber nicht angehängt: ${arns}.`,
  attached: (arns) => `Außerdem angehängt: ${arns}.`,
  addedBoundary: (arn) =>
    `Berechtigungsgrenze, die nicht angefordert wurde: ${arn}. AWS verweigert, was eine Berechtigungsgrenze nicht erlaubt, auch wenn die Richtlinien der Rolle es erlauben. Entfernen Sie sie, oder prüfen Sie, ob sie die angeforderten Berechtigungen erlaubt.`,
  otherBoundary: (actual, requested) =>
    `Berechtigungsgrenze ${actual} statt ${requested}. AWS verweigert, was eine Berechtigungsgrenze nicht erlaubt, auch wenn die Richtlinien der Rolle es erlauben. Setzen Sie die angeforderte, oder prüfen Sie, ob die jetzige die angeforderten Berechtigungen erlaubt.`,
  missingBoundary: (arn) =>
    `Berechtigungsgrenze fehlt: ${arn}. Außer Richtlinien Ihrer Organisation begrenzen nur die der Rolle, was sie darf. Setzen Sie die Berechtigungsgrenze in IAM.`,
  shorterSession: (actual, requested) =>
    `Maximale Sitzungsdauer ${actual} Sekunden statt ${requested}. AWS weist Anfragen nach einer längeren Sitzung zurück. Setzen Sie sie auf ${requested} Sekunden.`,
  longerSession: (actual, requested) =>
    `Maximale Sitzungsdauer ${actual} Sekunden statt ${requested}. Sitzungen können länger dauern als angefordert. Setzen Sie sie auf ${requested} Sekunden.`,
  tags: (tags) =>
    `Tags, die nicht wie angefordert sind: ${tags}. Richtlinien, die diese Tags prüfen, können die Rolle anders behandeln. Setzen Sie die angeforderten Werte.`,
  missingTag: (key, requested) => `${key}=${requested} fehlt`,
  otherTag: (key, actual, requested) => `${key}=${actual} statt ${requested}`,
  on: (action, resource) => `${action} auf ${resource}`,
  more: (count) => `${count} weitere`,
})

namedCheckMessages.translate('de', {
  titles: {
    'role-answers': 'Rolle existiert',
    'accepts-external-id': 'Nimmt Ihre externe ID an',
    'refuses-no-id': 'Lehnt Anfragen ohne externe ID ab',
    'refuses-random-id': 'Lehnt eine falsche externe ID ab',
    'refuses-near-miss': 'Lehnt eine fast richtige externe ID ab',
    'refuses-other-account': 'Lehnt andere AWS-Konten ab',
    'refuses-other-role': 'Lehnt eine andere Rolle in unserem Konto ab',
  },
  unclear: 'Keine eindeutige Antwort von AWS.',
  waiting: 'AWS macht die Rolle verfügbar.',
  noSign: 'Zugriff verweigert. Die Rolle fehlt, oder ihre Vertrauensrichtlinie passt nicht.',
  allowedThenDenied: 'Erst erlaubt, dann verweigert.',
  deniedOwnId: 'Die Rolle existiert, lehnt aber Ihre externe ID ab.',
  wronglyAllowed: 'Erlaubt. Es muss verweigert werden.',
  deniedByVendor: 'Nicht eindeutig: Eine Richtlinie auf unserer Seite hat die Anfrage blockiert.',
  deniedSoFar: 'Nicht eindeutig: Bisher wurde jede Anfrage verweigert.',
  failed: (resource) => `Zugriff verweigert, oder ${resource} existiert nicht.`,
  absent: (resource) => `${resource} existiert nicht.`,
  deniedAction: (action) => `Zugriff verweigert: ${action}.`,
  failedInAccount: 'Zugriff verweigert.',
  absentInAccount: 'In diesem Konto nicht eingerichtet.',
})
