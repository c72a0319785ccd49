import { comparedValueMessages, tp45Messages, tp46Messages } from '#core/policy/form/condition-operator-rules.ts'
import { allowedCharactersMessages, tp37Messages, tp38Messages, tp44Messages, tp47Messages } from '#core/policy/form/document-rules.ts'
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
  anArn: 'einen ARN oder "*", wenn die Aktion nichts anderes unterstützt',
  tooShort: (rest) => `Ein ARN hat sechs Teile, getrennt durch Doppelpunkte: arn:partition:service:region:account:resource.${rest}`,
  write: (meant) => ` Schreiben Sie ${meant}.`,
  unknownPartition: (found, rest) => `${found} ist keine Partition.${rest}`,
  otherPartition: (wanted, found, meant) =>
    `Die Rolle ist in der Partition ${wanted}. Ein ARN aus ${found} gilt dort nie. Schreiben Sie ${meant}.`,
  iamRegion: (meant) => `IAM ist global, deshalb bezeichnet ein ARN mit einer Region nichts. Schreiben Sie ${meant}.`,
  bucketFields: (meant) => `Bucket-ARNs enthalten weder Region noch Konto. Schreiben Sie ${meant}.`,
  doubled: (rest) => `Hier steht ein ARN oder eine URL in einem ARN, deshalb bezeichnet er nichts.${rest}`,
  noAccount: (account) => `${account} ist keine Konto-ID. Konto-IDs haben 12 Ziffern.`,
  blank: (text) => `Vor oder nach ${text} steht ein Leerzeichen, das AWS als Teil des Werts behandelt. Entfernen Sie es.`,
})

pp16Messages.translate('de', {
  title: 'Buckets und Objekte wurden verwechselt',
  what: 'Eine S3-Bucket-Aktion mit einem Objekt-ARN oder eine Objekt-Aktion mit einem Bucket-ARN.',
  why: 'Aktionen wie `s3:ListBucket` gelten für `arn:aws:s3:::name`, Aktionen wie `s3:GetObject` für `arn:aws:s3:::name/*`. Mit dem jeweils anderen ARN haben sie keine Wirkung.',
  todo: 'Verwenden Sie getrennte Anweisungen, jeweils mit dem ARN, für den die Aktion gilt.',
  bucket: 'gilt für den Bucket',
  object: 'gilt für Objekte',
  found: (text, need, resources) => `${text} ${need}, aber kein ARN hier ist von dieser Art. Schreiben Sie ${resources}.`,
})

pp17Messages.translate('de', {
  title: 'Unbekannte Aktion',
  what: 'Ein Service-Präfix oder eine Aktion, die es nicht gibt, oder ein API-Aufruf, dessen Berechtigung anders heißt.',
  why: 'AWS weist eine Aktion ohne Präfix zurück, akzeptiert aber jeden anderen Namen. Eine Aktion, die es nicht gibt, gewährt nichts.',
  todo: 'Verwenden Sie den Namen aus der Service Authorization Reference.',
  seeList: 'Sehen Sie in der Aktionsliste des Service nach.',
  write: (meant) => `Schreiben Sie ${meant}.`,
  advised: (problem, advice) => `${problem} ${advice}`,
  blank: (text) => `${text} enthält ein Leerzeichen.`,
  noColon: (text) => `${text} ist keine Aktion. Schreiben Sie den Service, einen Doppelpunkt und den Namen, zum Beispiel s3:GetObject.`,
  serviceWildcard: (text) => `${text} enthält einen Platzhalter im Namen des Service. AWS weist das zurück. Geben Sie den Service an.`,
  unknownService: (prefix) => `AWS hat keinen Service mit dem Präfix ${prefix}.`,
  otherName: (prefix, text) => `Keine ${prefix}-Aktion entspricht ${text}.`,
  unknownAction: (text) => `Die Aktion ${text} gibt es nicht.`,
  notPermission: (text) => `${text} ist ein API-Aufruf, keine Berechtigung.`,
})

pp19Messages.translate('de', {
  title: 'Eine ungültige Ressource',
  what: 'Eine Ressource, die kein ARN ist, zu wenige Teile hat oder ein ungültiges Konto oder eine andere Partition enthält.',
  why: 'AWS weist eine Ressource zurück, die kein ARN ist. Ein ARN, den keine Ressource haben kann, gewährt nichts.',
  todo: 'Kopieren Sie den ARN aus der Konsole des Services.',
})

pp20Messages.translate('de', {
  title: 'Ein Platzhalter im Namen eines Buckets',
  what: 'Ein Bucket-ARN wie `arn:aws:s3:::acme*`.',
  why: 'Das umfasst auch Buckets, die Sie oder andere später anlegen. Bucket-Namen gelten über alle Konten hinweg, und ein Bucket in einem anderen Konto kann Ihrem Konto Zugriff geben.',
  todo: 'Geben Sie jeden Bucket an. Für die Objekte eines Buckets schreiben Sie `arn:aws:s3:::name/*` mit Schrägstrich.',
  found: (bucket) => `${bucket} umfasst jeden Bucket mit einem solchen Namen in jedem Konto. Geben Sie die Buckets an.`,
})

pp21Messages.translate('de', {
  title: 'Eine Aktion ohne passende Ressource',
  what: 'Eine Aktion, die nur mit `*` funktioniert, wie `s3:ListAllMyBuckets`, oder mit ARNs anderer Art, in einer Anweisung mit ARNs.',
  why: 'Die Anweisung gewährt für diese Aktion nichts.',
  todo: 'Geben Sie diesen Aktionen eine eigene Anweisung mit `"Resource": "*"` oder mit den ARNs, für die sie gelten.',
  one: (text) =>
    `${text} funktioniert nur mit "Resource": "*" und hat hier deshalb keine Wirkung. Verwenden Sie eine eigene Anweisung dafür.`,
  several: (count, text, without) =>
    `Von den ${count} Aktionen in ${text} funktionieren ${without} nur mit "Resource": "*" und haben hier keine Wirkung.`,
  otherArns: (text, format) => `${text} gilt für keinen dieser ARNs und hat hier deshalb keine Wirkung. Die Aktion gilt für ${format}.`,
})

pp22Messages.translate('de', {
  title: 'Ein Prinzipal in einer Berechtigungsrichtlinie',
  what: '`Principal` oder `NotPrincipal`.',
  why: 'Eine Berechtigungsrichtlinie legt fest, was die Rolle darf. Wer sie annehmen darf, steht in ihrer Vertrauensrichtlinie. AWS meldet MalformedPolicyDocument.',
  todo: 'Entfernen Sie es. Wenn das die Vertrauensrichtlinie ist, fügen Sie sie bei der Rolle unter „Trust relationships“ ein.',
  looksLikeTrust: 'Das sieht nach einer Vertrauensrichtlinie aus. Fügen Sie sie bei der Rolle unter „Trust relationships“ ein.',
  remove: 'Entfernen Sie es.',
  found: (name, advice) => `Eine Berechtigungsrichtlinie darf kein ${name} enthalten. ${advice}`,
})

pp23Messages.translate('de', {
  title: 'Die Richtlinie ist zu lang',
  what: 'Mehr als 6.144 Zeichen in einer verwalteten Richtlinie oder mehr als 10.240 in allen Inline-Richtlinien einer Rolle zusammen, ohne Leerraum.',
  why: 'AWS weist sie zurück: LimitExceeded.',
  todo: 'Teilen Sie sie in mehrere verwaltete Richtlinien auf, oder geben Sie weniger ARNs an.',
  found: (length, maximum, place, inline) =>
    `Die Richtlinie hat ${length} Zeichen. In ${place} sind ${maximum} erlaubt. Teilen Sie sie in mehrere verwaltete Richtlinien auf, oder geben Sie weniger ARNs an.${inline === null ? '' : ` Als einzige Inline-Richtlinie einer Rolle darf sie ${inline} haben.`}`,
  managed: 'einer verwalteten Richtlinie',
  inline: 'den Inline-Richtlinien einer Rolle',
})

pp24Messages.translate('de', {
  title: 'Eine Bedingung, die auch ohne ihren Schlüssel erfüllt ist',
  what: '`…IfExists` oder `ForAllValues:` in einem Allow, ohne `Null`-Prüfung desselben Schlüssels.',
  why: 'Die Bedingung ist auch erfüllt, wenn der Aufruf den Schlüssel gar nicht enthält.',
  todo: 'Entfernen Sie `IfExists`, verwenden Sie `ForAnyValue:`, oder ergänzen Sie `"Null": { "der Schlüssel": "false" }`.',
  found: (operator, key, rest) => `${operator} ist auch erfüllt, wenn ${key} fehlt. ${rest}`,
  dropIfExists: 'Entfernen Sie IfExists.',
  addNull: (key) => `Ergänzen Sie "Null": { "${key}": "false" }.`,
})

pp25Messages.translate('de', {
  title: 'Ein Bedingungsschlüssel, den die Aktion nicht hat',
  what: 'Eine Bedingung für einen Schlüssel, den die Aktionen der Anweisung nie haben.',
  why: 'Die Bedingung ist nie erfüllt, deshalb wird nichts erlaubt oder verweigert. Mit einem negierten Operator ist sie immer erfüllt.',
  todo: 'Verwenden Sie einen Schlüssel, den AWS für die Aktion aufführt, oder geben Sie der Aktion eine eigene Anweisung.',
  noPrefix: (key) => `${key} hat kein Präfix wie aws: oder s3: und ist daher kein Bedingungsschlüssel.`,
  always: 'immer erfüllt',
  never: 'nie erfüllt',
  ownStatement: 'Geben Sie diesen Aktionen eine eigene Anweisung.',
  meant: (meant) => `Meinten Sie ${meant}?`,
  found: (strangers, key, effect, advice) =>
    `${strangers} hat den Schlüssel ${key} nie, deshalb ist die Bedingung dafür ${effect}. ${advice}`,
})

pp26Messages.translate('de', {
  title: 'Ein leeres Element',
  what: '`Action`, `Resource` oder `Condition` ohne Inhalt.',
  why: 'Eine Anweisung ohne Aktionen oder Ressourcen bewirkt nichts, und eine leere Bedingung schränkt nichts ein.',
  todo: 'Entfernen Sie es, oder ergänzen Sie einen Wert.',
  element: (name) => `${name} ist leer, deshalb bewirkt die Anweisung nichts. Ergänzen Sie einen Wert, oder entfernen Sie die Anweisung.`,
  condition: 'Diese Bedingung ist leer. Entfernen Sie sie.',
  operator: (value) => `${value} prüft nichts. Entfernen Sie es.`,
  value: (key) => `${key} hat keinen Wert. Was das bedeutet, sagt AWS nicht. Ergänzen Sie die Werte.`,
})

pp27Messages.translate('de', {
  title: 'Etwas ist doppelt aufgeführt',
  what: 'Eine Aktion, Ressource oder Anweisung, die eine andere in der Richtlinie bereits umfasst: `s3:GetObject` neben `s3:Get*`.',
  why: 'Das hat keine Wirkung, macht die Richtlinie länger und führt jeden in die Irre, der nur eines davon entfernt.',
  todo: 'Entfernen Sie die engere Angabe. Wenn Sie nur diese meinen, entfernen Sie die weitere.',
  twice: (text) => `${text} kommt zweimal vor.`,
  covered: (text, by) => `${text} ist in ${by} enthalten, das ebenfalls aufgeführt ist.`,
  statement: 'Eine andere Anweisung deckt das bereits ab.',
})

pp32Messages.translate('de', {
  title: 'Effect fehlt oder ist falsch geschrieben',
  what: 'Ein `Effect`, der nicht genau `Allow` oder `Deny` ist.',
  why: 'AWS weist die Richtlinie zurück. Groß- und Kleinschreibung wird beachtet.',
  todo: 'Schreiben Sie `"Effect": "Allow"`.',
  missing: 'Dieser Anweisung fehlt Effect. Ergänzen Sie "Effect": "Allow".',
  wrong: (meant) => `Effect muss "Allow" oder "Deny" sein. Schreiben Sie ${meant}.`,
})

pp33Messages.translate('de', {
  title: 'Einer Anweisung fehlt ein Element',
  what: 'Eine Anweisung ohne `Action` oder `Resource` oder mit einem Element und dessen `Not…`-Gegenstück.',
  why: 'AWS weist die Richtlinie zurück: MalformedPolicyDocument.',
  todo: 'Geben Sie in jeder Anweisung `Action` und `Resource` an.',
  both: (name, negated) => `Eine Anweisung darf ${name} und ${negated} nicht zugleich enthalten. Entfernen Sie eines davon.`,
  missing: (name) => `Dieser Anweisung fehlt ${name}, deshalb weist AWS die Richtlinie zurück. Ergänzen Sie es.`,
})

allowedCharactersMessages.translate('de', {
  curlyQuote: 'ein typografisches Anführungszeichen',
  longDash: 'ein Gedankenstrich',
  ellipsis: 'ein Auslassungszeichen',
  specialSpace: 'ein ungewöhnliches Leerzeichen',
  invisible: 'ein unsichtbares Zeichen',
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
  what: 'Zeichen außer Tabulator, Zeilenvorschub, Wagenrücklauf und U+0020 bis U+00FF',
  why: 'AWS weist die ganze Richtlinie zurück. Solche Zeichen stammen meist aus einer Textverarbeitung oder einem Chat: typografische Anführungszeichen, Gedankenstriche, unsichtbare Zeichen.',
  todo: 'Entfernen Sie sie, oder ersetzen Sie sie durch einfache Zeichen.',
})

tp38Messages.translate('de', {
  title: 'Dieselbe Sid zweimal',
  what: 'Zwei Anweisungen mit derselben Sid',
  why: 'Jede Sid muss in der Richtlinie eindeutig sein. AWS weist doppelte zurück.',
  todo: 'Ändern oder entfernen Sie eine Sid. Sie ist nur eine Bezeichnung.',
  found: (text) => `Eine andere Anweisung hat bereits die Sid ${text}. Ändern oder entfernen Sie diese.`,
})

tp44Messages.translate('de', {
  title: 'Eine Sid, die AWS zurückweist',
  what: 'Eine Sid mit anderen Zeichen als Buchstaben und Ziffern',
  why: 'Eine Sid darf nur Buchstaben und Ziffern enthalten. Sonst weist IAM das Dokument zurück.',
  todo: 'Entfernen Sie die anderen Zeichen oder die ganze Sid.',
  found: (text) => `${text} enthält Zeichen, die IAM in einer Sid zurückweist. Verwenden Sie nur Buchstaben und Ziffern.`,
})

tp45Messages.translate('de', {
  title: 'Ein unbekannter Bedingungsoperator',
  what: 'Eine Bedingung mit einem Operator, den es nicht gibt',
  why: 'IAM kennt nur bestimmte Operatoren und weist ein Dokument mit einem anderen zurück.',
  todo: 'Schreiben Sie den Operator so wie AWS, zum Beispiel StringEquals.',
  unknown: (value) => `${value} ist kein Bedingungsoperator.`,
  misspelled: (value, meant) => `${value} ist kein Bedingungsoperator. Meinten Sie ${meant}?`,
})

tp46Messages.translate('de', {
  title: 'Ein Wert, den sein Bedingungsoperator nicht vergleichen kann',
  what: 'Ein Bedingungswert der falschen Art für seinen Operator, etwa Bool mit "yes" oder StringEquals mit einem Adressbereich',
  why: 'Dieser Vergleich trifft nie zu, oder AWS weist die Richtlinie zurück. Ein Deny damit blockiert nichts, ein Allow damit gewährt nichts.',
  todo: 'Geben Sie einen Wert der richtigen Art an, oder verwenden Sie den Operator für diese Art von Wert.',
  unreadable: (operator, takes, quoted) => `${operator} verlangt ${takes}. ${quoted} passt nicht.`,
  unreadableMeant: (operator, takes, quoted, meant) =>
    `${operator} verlangt ${takes}. ${quoted} passt nicht. Gemeint ist wahrscheinlich ${meant}.`,
  severalTruths: (operator) => `${operator} nimmt einen Wert, true oder false. Mehrere weist AWS zurück, oder sie erlauben zu viel.`,
  rewritten: (written, value) =>
    `${written} ist eine Zahl, die auch als ${value} gelesen werden kann. Setzen Sie sie in Anführungszeichen, wenn der Text gemeint ist.`,
  rounded: (quoted) =>
    `${quoted} hat mehr Ziffern, als sich genau vergleichen lassen. Verwenden Sie höchstens 15 Ziffern oder setzen Sie Text in Anführungszeichen.`,
  range: (operator, text, addressOperator) =>
    `${operator} vergleicht Texte, deshalb stimmt der Bereich ${text} mit keiner Adresse überein. Verwenden Sie ${addressOperator}.`,
})

tp47Messages.translate('de', {
  title: 'Eine Version, die es nicht gibt',
  what: 'Eine andere Version als 2012-10-17 und 2008-10-17',
  why: 'Version ist die Version der Richtliniensprache, nicht das Datum des Dokuments. IAM weist jeden anderen Wert zurück.',
  todo: 'Schreiben Sie "Version": "2012-10-17".',
  found: (value) => `IAM kennt die Version ${value} nicht. Schreiben Sie "2012-10-17".`,
})
