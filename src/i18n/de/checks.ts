import { dynamodbDescribeTable } from '#core/checks/dynamodb-describe-table.ts'
import { s3HeadBucket, s3ListObjects } from '#core/checks/s3-buckets.ts'
import { namedCheckMessages } from '#core/verify/named-checks.ts'

s3HeadBucket.messages.translate('de', { title: (bucket) => `Kann auf ${bucket} zugreifen` })
s3ListObjects.messages.translate('de', { title: (bucket) => `Kann Objekte in ${bucket} auflisten` })

dynamodbDescribeTable.messages.translate('de', { title: (table) => `Kann auf die Tabelle ${table} zugreifen` })

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
})
