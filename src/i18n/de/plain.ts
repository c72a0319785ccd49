import { managedPolicyMessages } from '#core/policy/managed-policy-words.ts'
import { plainWordsMessages } from '#core/policy/plain-words.ts'

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`

// Each resource is in the dative: only prepositions with the dative fit before it.
plainWordsMessages.translate('de', {
  list,
  nouns: {
    bucket: { one: '', many: 'Buckets', every: 'allen Buckets' },
    key: { one: 'dem KMS-Schlüssel', many: 'den KMS-Schlüsseln', every: 'allen KMS-Schlüsseln' },
    queue: { one: 'der Warteschlange', many: 'den Warteschlangen', every: 'allen Warteschlangen' },
    table: { one: 'der Tabelle', many: 'den Tabellen', every: 'allen Tabellen' },
    topic: { one: 'dem Thema', many: 'den Themen', every: 'allen Themen' },
    role: { one: 'der Rolle', many: 'den Rollen', every: 'allen Rollen' },
    resource: { one: '', many: 'Ressourcen', every: 'allen Ressourcen' },
  },
  counted: (count, noun, names) => `${count} ${noun.replace(/^den /, '')}: ${names.join(', ')}`,
  inAccount: (every) => `${every} im Konto`,
  except: (every, names) => `${every} außer ${list(names)}`,
  actions: {
    's3:GetObject': (bucket) => `Objekte lesen in ${bucket}`,
    's3:GetObjectVersion': (bucket) => `Alte Versionen von Objekten lesen in ${bucket}`,
    's3:GetObjectTagging': (bucket) => `Tags von Objekten lesen in ${bucket}`,
    's3:GetBucketLocation': (bucket) => `Die Region sehen von ${bucket}`,
    's3:ListBucket': (bucket) => `Objekte auflisten in ${bucket}`,
    's3:PutObject': (bucket) => `Objekte hinzufügen und überschreiben in ${bucket}`,
    's3:PutObjectTagging': (bucket) => `Tags von Objekten ändern in ${bucket}`,
    's3:AbortMultipartUpload': (bucket) => `Unfertige Uploads abbrechen in ${bucket}`,
    's3:DeleteObject': (bucket) => `Objekte löschen in ${bucket}`,
    's3:DeleteObjectVersion': (bucket) => `Versionen von Objekten löschen in ${bucket}`,
    'kms:Decrypt': (key) => `Daten entschlüsseln mit ${key}`,
    'kms:DescribeKey': (key) => `Einstellungen sehen von ${key}`,
    'kms:Encrypt': (key) => `Daten verschlüsseln mit ${key}`,
    'kms:GenerateDataKey': (key) => `Datenschlüssel erzeugen mit ${key}`,
    'sqs:ReceiveMessage': (queue) => `Nachrichten empfangen aus ${queue}`,
    'sqs:GetQueueAttributes': (queue) => `Einstellungen sehen von ${queue}`,
    'sqs:GetQueueUrl': (queue) => `Die URL abrufen von ${queue}`,
    'sqs:SendMessage': (queue) => `Nachrichten ablegen in ${queue}`,
    'sqs:ChangeMessageVisibility': (queue) => `Empfangene Nachrichten zurückhalten in ${queue}`,
    'sqs:DeleteMessage': (queue) => `Nachrichten löschen aus ${queue}`,
    'dynamodb:GetItem': (table) => `Elemente lesen aus ${table}`,
    'dynamodb:BatchGetItem': (table) => `Elemente lesen aus ${table}`,
    'dynamodb:Query': (table) => `Suchen in ${table}`,
    'dynamodb:Scan': (table) => `Alle Elemente lesen aus ${table}`,
    'dynamodb:DescribeTable': (table) => `Einstellungen sehen von ${table}`,
    'dynamodb:PutItem': (table) => `Elemente hinzufügen und ersetzen in ${table}`,
    'dynamodb:UpdateItem': (table) => `Elemente ändern in ${table}`,
    'dynamodb:BatchWriteItem': (table) => `Elemente hinzufügen, ersetzen und löschen in ${table}`,
    'dynamodb:DeleteItem': (table) => `Elemente löschen aus ${table}`,
    'sns:Publish': (topic) => `Nachrichten veröffentlichen mit ${topic}`,
    'iam:GetRole': (role) => `Details sehen von ${role}`,
    'iam:GetRolePolicy': (role) => `Eingebundene Richtlinien lesen von ${role}`,
    'iam:ListRolePolicies': (role) => `Eingebundene Richtlinien auflisten von ${role}`,
    'iam:ListAttachedRolePolicies': (role) => `Verwaltete Richtlinien auflisten von ${role}`,
    'iam:SimulatePrincipalPolicy': (role) => `Anfragen simulieren von ${role}`,
  },
  call: (action, resources) => `${action} aufrufen bei ${resources}`,
  callExcept: (actions, resources) => `Alle Aktionen außer ${list(actions)} aufrufen bei ${resources}`,
  conditional: (line) => `${line} (unter den Bedingungen der Richtlinie)`,
  cannot: {
    unknown: 'Einige Aktionen sind mit ihrem AWS-Namen genannt. Prüfen Sie diese genau.',
    change: 'Nichts kann geändert oder gelöscht werden.',
    changeOrReach: 'Nichts kann geändert oder gelöscht werden. Auf anderes besteht kein Zugriff.',
    deleteOrReach: 'Daten können überschrieben, aber nicht gelöscht werden. Auf anderes besteht kein Zugriff.',
    reach: 'Auf anderes besteht kein Zugriff.',
    doMore: 'Mehr ist nicht möglich.',
  },
  never: 'Niemals möglich:',
  statement: {
    reads: 'Nur Lesezugriff.',
    changes: 'Kann Daten überschreiben, aber nicht löschen.',
    reach: 'Kein Zugriff auf anderes.',
    unknown: 'Prüfen Sie diese Aktionen genau.',
    nothing: 'Erlaubt nichts. Es ist keine Aktion oder keine Ressource genannt.',
  },
})

managedPolicyMessages.translate('de', {
  known: {
    SecurityAudit: {
      can: 'Sicherheitseinstellungen der meisten Dienste lesen, aber keine gespeicherten Daten',
      worst:
        'Die Einstellungen des Kontos würden bekannt, was hilft, einen Angriff zu planen. Einstellungen können Geheimnisse enthalten, zum Beispiel in Benutzerdaten und Umgebungsvariablen.',
    },
    ViewOnlyAccess: {
      can: 'Ressourcen der meisten Dienste auflisten, aber keine gespeicherten Daten lesen',
      worst:
        'Namen und Einstellungen von Ressourcen würden bekannt. Einstellungen können Geheimnisse enthalten, zum Beispiel in Umgebungsvariablen.',
    },
    ReadOnlyAccess: {
      can: 'Alles im Konto lesen, auch jedes Objekt in jedem Bucket',
      worst: 'Alle lesbaren Daten könnten kopiert werden. Kopien lassen sich nicht zurückholen.',
    },
    PowerUserAccess: {
      can: 'Alles lesen, ändern und löschen, außer in IAM und AWS Organizations',
      worst: 'Alles im Konto könnte kopiert, geändert oder gelöscht werden.',
    },
    AdministratorAccess: {
      can: 'Alles im Konto tun',
      worst: 'Das ganze Konto könnte übernommen werden.',
    },
    IAMFullAccess: {
      can: 'Alle Benutzer, Rollen und Berechtigungen in IAM verwalten',
      worst: 'Jedem könnte jede Berechtigung gegeben werden. So könnte das ganze Konto übernommen werden.',
    },
  },
  other: 'Alles tun, was diese Richtlinie erlaubt',
  otherWorst: (name) => `Keine Beschreibung verfügbar. Siehe die AWS-Dokumentation zu ${name}.`,
  line: (can, name) => `${can} (verwaltete Richtlinie ${name} von AWS)`,
  cannot: 'AWS pflegt seine verwalteten Richtlinien und kann ihnen Berechtigungen hinzufügen.',
})
