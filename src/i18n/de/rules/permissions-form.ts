import { comparedValueMessages, tp45Messages, tp46Messages } from '#core/policy/form/condition-operator-rules.ts'
import { allowedCharactersMessages, tp37Messages, tp38Messages, tp44Messages } from '#core/policy/form/document-rules.ts'
import { pp22Messages, pp23Messages, pp32Messages, pp33Messages } from '#core/policy/form/permissions-form-rules.ts'
import { arnFaultsMessages, pp19Messages } from '#core/rules/permissions/arn-faults.ts'
import { pp20Messages } from '#core/rules/permissions/breadth.ts'
import { pp24Messages, pp25Messages } from '#core/rules/permissions/condition-keys.ts'
import { pp26Messages, pp27Messages } from '#core/rules/permissions/idle-elements.ts'
import { pp16Messages } from '#core/rules/permissions/s3-level.ts'
import { pp21Messages } from '#core/rules/permissions/unfit-resource.ts'
import { pp17Messages } from '#core/rules/permissions/unknown-action.ts'

arnFaultsMessages.translate('de', {
  noArn: (text, meant) => `${text} ist kein ARN. Schreiben Sie ${meant}.`,
  anArn: 'einen ARN, oder "*", wo die Aktion nichts anderes nimmt',
  tooShort: (rest) => `Ein ARN hat sechs Teile, getrennt durch Doppelpunkte: arn:partition:service:region:account:resource.${rest}`,
  write: (meant) => ` Schreiben Sie ${meant}.`,
  unknownPartition: (found, rest) => `Eine Partition ${found} gibt es nicht.${rest}`,
  otherPartition: (wanted, found, meant) =>
    `Die Rolle ist in der Partition ${wanted}; ein ARN aus ${found} passt dort nie. Schreiben Sie ${meant}.`,
  iamRegion: (meant) => `IAM hat keine Regionen, also passt das auf nichts. Schreiben Sie ${meant}.`,
  bucketFields: (meant) => `Der ARN eines Buckets hat keine Region und kein Konto. Schreiben Sie ${meant}.`,
  noAccount: (account) => `${account} ist kein Konto: Eine Konto-ID hat 12 Ziffern.`,
  blank: (text) => `Um ${text} steht ein Leerzeichen, und es zählt. Entfernen Sie es.`,
})

pp16Messages.translate('de', {
  title: 'Buckets und Objekte sind verwechselt',
  what: 'Eine S3-Aktion für Buckets auf dem ARN von Objekten oder eine für Objekte auf dem ARN eines Buckets.',
  why: 'Aktionen wie `s3:ListBucket` wirken auf `arn:aws:s3:::name`, solche wie `s3:GetObject` auf `arn:aws:s3:::name/*`. Auf dem anderen ARN wirken sie überhaupt nicht.',
  todo: 'Geben Sie jeder Aktion den ARN, auf den sie wirkt, in eigenen Anweisungen.',
  bucket: 'wirkt auf den Bucket',
  object: 'wirkt auf Objekte',
  found: (text, need, resources) => `${text} ${need}, und kein ARN hier ist von dieser Art. Schreiben Sie ${resources}.`,
})

pp17Messages.translate('de', {
  title: 'Diese Aktion gibt es nicht',
  what: 'Ein Service-Präfix oder eine Aktion, die AWS nicht hat, oder der Name eines Aufrufs, dessen Berechtigung anders heißt.',
  why: 'AWS weist zurück, was kein Präfix hat, und nimmt jeden anderen Namen an; einer, den es nicht gibt, erlaubt nichts.',
  todo: 'Schreiben Sie den Namen so, wie er in der Service Authorization Reference steht.',
  seeList: 'Sehen Sie in der Liste der Aktionen des Services nach.',
  write: (meant) => `Schreiben Sie ${meant}.`,
  advised: (problem, advice) => `${problem} ${advice}`,
  blank: (text) => `In ${text} steht ein Leerzeichen.`,
  noColon: (text) => `${text} ist keine Aktion: Schreiben Sie den Service, einen Doppelpunkt und den Namen, wie s3:GetObject.`,
  serviceWildcard: (text) => `${text} hat einen Platzhalter im Namen des Dienstes, was AWS zurückweist. Nennen Sie den Dienst.`,
  unknownService: (prefix) => `AWS hat keinen Service mit dem Präfix ${prefix}.`,
  otherName: (prefix, text) => `Keine Aktion von ${prefix} heißt wie ${text}.`,
  unknownAction: (text) => `Eine Aktion ${text} gibt es nicht.`,
  notPermission: (text) => `${text} ist ein Aufruf, keine Berechtigung.`,
})

pp19Messages.translate('de', {
  title: 'Eine Ressource, die keine sein kann',
  what: 'Eine Ressource, die kein ARN ist oder zu wenige Teile hat, ein Konto, das keines ist, oder die Partition eines anderen AWS.',
  why: 'AWS weist zurück, was kein ARN ist; einer, den keine Ressource haben kann, erlaubt nichts.',
  todo: 'Kopieren Sie den ARN aus der Konsole des Services.',
})

pp20Messages.translate('de', {
  title: 'Ein Platzhalter im Namen eines Buckets',
  what: 'Ein Bucket-ARN wie `arn:aws:s3:::acme*`.',
  why: 'Er passt auch auf Buckets, die später so heißen oder anderen gehören: Bucket-Namen teilen sich alle Konten, und ein Bucket eines anderen Kontos kann Ihres hereinlassen.',
  todo: 'Nennen Sie jeden Bucket. Für die Objekte eines Buckets schreiben Sie `arn:aws:s3:::name/*`, mit Schrägstrich.',
  found: (bucket) => `${bucket} steht für jeden Bucket, der so heißt, in jedem Konto. Nennen Sie die Buckets.`,
})

pp21Messages.translate('de', {
  title: 'Eine Aktion, zu der hier keine Ressource passt',
  what: 'Eine Aktion, die nur auf `*` wirkt, wie `s3:ListAllMyBuckets`, oder auf ARNs anderer Art, in einer Anweisung, die ARNs nennt.',
  why: 'Die Anweisung erlaubt für diese Aktion nichts.',
  todo: 'Geben Sie solchen Aktionen eine eigene Anweisung mit `"Resource": "*"` oder mit den ARNs, auf die sie wirken.',
  one: (text) => `${text} wirkt nur mit "Resource": "*" und hat hier deshalb keine Wirkung. Geben Sie ihm eine eigene Anweisung.`,
  several: (count, text, without) =>
    `Von den ${count} Aktionen von ${text} wirken ${without} nur mit "Resource": "*" und haben hier keine Wirkung.`,
  otherArns: (text, format) => `${text} wirkt auf keinen dieser ARNs und hat hier deshalb keine Wirkung. Es wirkt auf ${format}.`,
})

pp22Messages.translate('de', {
  title: 'Ein Prinzipal in einer Berechtigungsrichtlinie',
  what: '`Principal` oder `NotPrincipal`.',
  why: 'Eine Berechtigungsrichtlinie sagt, was die Rolle darf; wer die Rolle nutzen darf, steht in ihrer Vertrauensrichtlinie. AWS antwortet mit MalformedPolicyDocument.',
  todo: 'Entfernen Sie es. Ist das die Vertrauensrichtlinie, gehört sie zu den „Trust relationships“ der Rolle.',
  looksLikeTrust: 'Das sieht nach der Vertrauensrichtlinie aus; sie gehört zu den „Trust relationships“ der Rolle.',
  remove: 'Entfernen Sie es.',
  found: (name, advice) => `Eine Berechtigungsrichtlinie hat kein ${name}. ${advice}`,
})

pp23Messages.translate('de', {
  title: 'Die Richtlinie ist zu lang',
  what: 'Mehr als 6.144 Zeichen in einer verwalteten Richtlinie oder mehr als 10.240 in allen Inline-Richtlinien einer Rolle zusammen. Leerraum zählt nicht.',
  why: 'AWS weist sie zurück: LimitExceeded.',
  todo: 'Machen Sie mehrere verwaltete Richtlinien daraus, oder nennen Sie weniger ARNs.',
  found: (length, maximum, place, inline) =>
    `Die Richtlinie hat ${length} Zeichen; AWS nimmt ${maximum} in ${place} an. Machen Sie mehrere verwaltete Richtlinien daraus, oder nennen Sie weniger ARNs.${inline === null ? '' : ` Als einzige Inline-Richtlinie einer Rolle darf sie ${inline} haben.`}`,
  managed: 'einer verwalteten Richtlinie',
  inline: 'den Inline-Richtlinien einer Rolle',
})

pp24Messages.translate('de', {
  title: 'Eine Bedingung, die ohne ihren Schlüssel gilt',
  what: '`…IfExists` oder `ForAllValues:` in einer Anweisung, die erlaubt, ohne `Null`-Prüfung desselben Schlüssels.',
  why: 'Eine solche Bedingung ist auch erfüllt, wenn der Aufruf den Schlüssel gar nicht mitbringt.',
  todo: 'Lassen Sie `IfExists` weg; schreiben Sie `ForAnyValue:`, oder ergänzen Sie `"Null": { "der Schlüssel": "false" }`.',
  found: (operator, key, rest) => `${operator} ist auch wahr, wenn ${key} fehlt. ${rest}`,
  dropIfExists: 'Lassen Sie IfExists weg.',
  addNull: (key) => `Ergänzen Sie "Null": { "${key}": "false" }.`,
})

pp25Messages.translate('de', {
  title: 'Ein Bedingungsschlüssel, den die Aktion nicht hat',
  what: 'Eine Bedingung auf einen Schlüssel, der mit einer Aktion der Anweisung nie kommt.',
  why: 'Die Bedingung ist nie erfüllt, also wird nichts erlaubt oder verboten; mit einem verneinenden Operator ist sie immer erfüllt.',
  todo: 'Nehmen Sie einen Schlüssel, den AWS für die Aktion nennt, oder geben Sie der Aktion eine eigene Anweisung.',
  noPrefix: (key) => `${key} hat kein Präfix wie aws: oder s3: und ist daher kein Bedingungsschlüssel.`,
  always: 'immer erfüllt',
  never: 'nie erfüllt',
  ownStatement: 'Geben Sie diesen Aktionen eine eigene Anweisung.',
  meant: (meant) => `Ist ${meant} gemeint?`,
  found: (strangers, key, effect, advice) => `${strangers} kommt nie mit ${key}, also ist die Bedingung dafür ${effect}. ${advice}`,
})

pp26Messages.translate('de', {
  title: 'Ein leeres Element',
  what: '`Action`, `Resource` oder `Condition` ohne Inhalt.',
  why: 'Eine Anweisung ohne Aktionen oder Ressourcen bewirkt nichts, und eine leere Bedingung schränkt nichts ein.',
  todo: 'Entfernen Sie es, oder füllen Sie es.',
  element: (name) => `${name} ist leer, also bewirkt die Anweisung nichts. Füllen Sie es, oder entfernen Sie die Anweisung.`,
  condition: 'Diese Bedingung ist leer. Entfernen Sie sie.',
  operator: (value) => `${value} prüft nichts. Entfernen Sie es.`,
  value: (key) => `${key} hat keinen Wert, also trifft es nie zu. Ergänzen Sie die gemeinten Werte.`,
})

pp27Messages.translate('de', {
  title: 'Etwas steht zweimal da',
  what: 'Eine Aktion, eine Ressource oder eine Anweisung, die eine andere der Richtlinie einschließt: `s3:GetObject` neben `s3:Get*`.',
  why: 'Das ändert nichts, macht die Richtlinie länger und führt in die Irre, wer eines von beiden entfernt.',
  todo: 'Entfernen Sie das Engere, oder das Weitere, wenn nur das Engere gemeint ist.',
  twice: (text) => `${text} steht hier zweimal.`,
  covered: (text, by) => `${text} ist Teil von ${by}, das hier auch steht.`,
  statement: 'Eine andere Anweisung sagt das alles schon.',
})

pp32Messages.translate('de', {
  title: 'Die Wirkung fehlt oder ist falsch geschrieben',
  what: '`Effect`, das nicht genau `Allow` oder `Deny` ist.',
  why: 'AWS weist die Richtlinie zurück: Groß- und Kleinschreibung zählt.',
  todo: 'Schreiben Sie `"Effect": "Allow"`.',
  missing: 'Diese Anweisung hat kein Effect. Ergänzen Sie "Effect": "Allow".',
  wrong: (meant) => `Effect ist entweder "Allow" oder "Deny". Schreiben Sie ${meant}.`,
})

pp33Messages.translate('de', {
  title: 'Einer Anweisung fehlt ein Element',
  what: 'Eine Anweisung ohne `Action` oder `Resource` oder mit einem Element und zugleich seinem Gegenstück mit `Not…`.',
  why: 'AWS weist die Richtlinie zurück: MalformedPolicyDocument.',
  todo: 'Geben Sie jeder Anweisung ein `Action` und ein `Resource`.',
  both: (name, negated) => `${name} und ${negated} schließen einander aus. Entfernen Sie eines von beiden.`,
  missing: (name) => `Diese Anweisung hat kein ${name}. Ergänzen Sie es; ohne weist AWS die Richtlinie zurück.`,
})

allowedCharactersMessages.translate('de', {
  curlyQuote: 'ein typografisches Anführungszeichen',
  longDash: 'ein langer Strich',
  ellipsis: 'Auslassungspunkte',
  specialSpace: 'ein Leerzeichen besonderer Breite',
  invisible: 'ein Zeichen, das niemand sieht',
  refused: 'ein Zeichen, das AWS zurückweist',
  remove: 'Entfernen Sie es.',
  write: (plain) => `Schreiben Sie ${plain}`,
  found: (name, found, advice) => `Das ist ${name} (${found}). ${advice}`,
})

comparedValueMessages.translate('de', {
  truth: 'true oder false',
  number: 'eine Zahl',
  date: 'ein Datum wie 2026-01-31T12:00:00Z',
  address: 'eine Adresse oder einen Bereich wie 203.0.113.0/24',
})

tp37Messages.translate('de', {
  title: 'Ein Zeichen, das AWS zurückweist',
  what: 'Andere Zeichen als Tabulator, Zeilenvorschub, Wagenrücklauf und U+0020 bis U+00FF',
  why: 'AWS weist das ganze Dokument zurück. Meist kommen sie aus einer Textverarbeitung oder einem Chat: typografische Anführungszeichen, lange Striche, Zeichen, die niemand sieht.',
  todo: 'Entfernen Sie sie, oder schreiben Sie die einfachen.',
})

tp38Messages.translate('de', {
  title: 'Dieselbe Sid zweimal',
  what: 'Zwei Anweisungen mit derselben Sid',
  why: 'Die Sid jeder Anweisung muss in der Richtlinie eindeutig sein. Sonst weist AWS sie zurück.',
  todo: 'Geben Sie einer von ihnen eine andere Sid oder keine: Eine Sid ist nur ein Name.',
  found: (text) => `Eine andere Anweisung hat schon die Sid ${text}. Ändern oder entfernen Sie diese.`,
})

tp44Messages.translate('de', {
  title: 'Eine Sid, die AWS zurückweist',
  what: 'Eine Sid mit anderen Zeichen als den Buchstaben A bis Z und Ziffern',
  why: 'IAM nimmt in einer Sid nur Buchstaben und Ziffern an und weist das Dokument sonst zurück.',
  todo: 'Lassen Sie die anderen Zeichen weg oder die ganze Sid.',
  found: (text) => `${text} enthält Zeichen, die IAM in einer Sid zurückweist. Nehmen Sie nur Buchstaben und Ziffern.`,
})

tp45Messages.translate('de', {
  title: 'Ein unbekannter Bedingungsoperator',
  what: 'Eine Bedingung mit einem Operator, den es nicht gibt',
  why: 'IAM kennt eine feste Menge von Operatoren und weist ein Dokument zurück, das einen anderen nennt.',
  todo: 'Schreiben Sie den Operator wie AWS, zum Beispiel StringEquals.',
  unknown: (value) => `Einen Bedingungsoperator ${value} gibt es nicht.`,
  misspelled: (value, meant) => `Einen Bedingungsoperator ${value} gibt es nicht. Gemeint ist wohl ${meant}.`,
})

tp46Messages.translate('de', {
  title: 'Ein Wert, den sein Bedingungsoperator nicht vergleichen kann',
  what: 'Ein Bedingungswert anderer Art, als sein Operator annimmt, etwa Bool mit „yes“ oder StringEquals mit einem Adressbereich',
  why: 'Ein solcher Vergleich trifft auf keinen Aufruf zu, oder AWS weist das Dokument zurück: Ein Deny damit hält nichts auf, ein Allow lässt niemanden herein.',
  todo: 'Schreiben Sie einen Wert der Art, die der Operator annimmt, oder nehmen Sie den Operator für diese Art von Wert.',
  unreadable: (operator, takes, quoted) => `${operator} nimmt ${takes} an; ${quoted} ist nichts davon.`,
  unreadableMeant: (operator, takes, quoted, meant) =>
    `${operator} nimmt ${takes} an; ${quoted} ist nichts davon. Gemeint ist wohl ${meant}.`,
  range: (operator, text, addressOperator) =>
    `${operator} vergleicht Texte, daher ist der Bereich ${text} keiner Adresse gleich. Nehmen Sie ${addressOperator}.`,
})
