import { foreignTextMessages } from '#core/policy/form/foreign-text.ts'
import { lintTextMessages } from '#core/policy/form/lint-text.ts'
import { policyShapeMessages } from '#core/policy/form/policy-shape.ts'
import { syntaxMessages } from '#core/policy/form/syntax-rules.ts'
import { jsonWithPositionsMessages } from '#core/policy/json/json-with-positions.ts'
import { blanksMessages, wordMessages } from '#core/policy/json/reading.ts'
import { textMessages } from '#core/policy/json/text.ts'

blanksMessages.translate('de', {
  found: 'JSON hat keine Kommentare. Entfernen Sie diesen.',
})

jsonWithPositionsMessages.translate('de', {
  unclosedAtEnd: (closing) => `Das Dokument endet, bevor diese Klammer geschlossen ist. Am Ende fehlt ${closing}.`,
  unclosedInside: (closing, bracket) =>
    `Diese Klammer ist nicht geschlossen. ${closing} fehlt vor dem ${bracket}, mit dem endet, was darum herum steht.`,
  closesNothing: (bracket, closing) => `${bracket} schließt hier nichts; erwartet wird ${closing}.`,
  extraComma: 'Hier steht ein Komma zu viel.',
  trailingComma: 'Auf dieses Komma folgt nichts. JSON erlaubt nach dem letzten Eintrag kein Komma.',
  missingComma: 'Hiernach fehlt ein Komma.',
  unreadable: (expected) => `Das ist nicht lesbar; erwartet wird ${expected}.`,
  aValue: 'ein Wert',
  aComma: 'ein Komma',
  equalsSign: 'JSON hat zwischen Name und Wert einen Doppelpunkt, kein Gleichheitszeichen.',
  missingColon: (value) => `Nach dem Namen ${value} fehlen ein Doppelpunkt und ein Wert.`,
  missingValue: (value) => `Der Wert von ${value} fehlt.`,
  aName: 'ein Name in doppelten Anführungszeichen',
  duplicateName: (value) =>
    `Der Name ${value} steht hier zweimal. Nur der letzte würde zählen: Fassen Sie sie zusammen, oder entfernen Sie einen.`,
  tooDeep: 'Klammern stehen öfter in Klammern als in irgendeiner Richtlinie.',
  textAfterEnd: 'Davor endet das Dokument. Entfernen Sie, was folgt, oder fügen Sie es für sich ein.',
  openingBracket: 'die Klammer { einer Richtlinie',
})

textMessages.translate('de', {
  singleQuotes: 'einfachen Anführungszeichen',
  backticks: 'Backticks',
  curlyQuotes: 'typografischen Anführungszeichen',
  angularQuotes: 'spitzen Anführungszeichen',
  unknownEscape: 'Ein Backslash vor diesem Zeichen bedeutet in JSON nichts. Schreiben Sie \\\\ für einen Backslash.',
  controlCharacter: 'Ein Text kann in JSON keinen Tabulator und kein anderes Steuerzeichen enthalten.',
  endsInText: 'Das Dokument endet mitten in diesem Text.',
  unclosedText:
    'Dieser Text ist nicht geschlossen. Setzen Sie an sein Ende ein Anführungszeichen; ein Text kann nicht in der nächsten Zeile weitergehen.',
  wrongQuotes: (name, value) => `Dieser Text steht in ${name}. JSON nimmt nur gerade doppelte Anführungszeichen: ${value}.`,
})

wordMessages.translate('de', {
  missingQuotes: (meant) => `Setzen Sie es in Anführungszeichen: ${meant}.`,
  otherSpelling: (meant) => `JSON schreibt ${meant}.`,
  missingQuotesOfName: (text) => `Setzen Sie den Namen in Anführungszeichen: ${text}.`,
})

lintTextMessages.translate('de', {
  wrapped: 'Die Richtlinie steckt in etwas anderem. Nehmen Sie heraus, was darin steht, und fügen Sie nur das ein.',
  noPolicy: 'Das ist keine Richtlinie: Eine Richtlinie beginnt mit {.',
})

foreignTextMessages.translate('de', {
  empty: 'Hier steht noch nichts. Fügen Sie die Richtlinie ein.',
  urlEncoded: 'Das ist URL-codiert, wie die IAM-API Richtlinien liefert. Decodieren Sie es.',
  fenced: 'Die Zeilen mit ``` gehören zu dem Chat oder Dokument, aus dem das kopiert ist. Entfernen Sie sie.',
  markup: 'Das ist HTML oder XML, vielleicht aus dem Quelltext einer Seite kopiert. Fügen Sie die Richtlinie ein, die die Seite zeigt.',
  arn: 'Das ist ein ARN. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  accountId: 'Das ist eine Kontonummer. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  terraform: 'Das ist Terraform. Fügen Sie die Richtlinie als JSON ein: Die Konsole zeigt sie, und "terraform show -json" auch.',
  command: 'Das ist ein Befehl. Fügen Sie ein, was er ausgibt.',
  error: 'Das ist eine Fehlermeldung. Fügen Sie die Richtlinie ein.',
  part: 'Das ist ein Teil einer Richtlinie: Die Klammer { am Anfang fehlt.',
  yaml: 'Das sieht nach YAML aus. IAM nimmt JSON; nur CloudFormation-Vorlagen enthalten Richtlinien als YAML.',
  htmlEscaped: 'Das ist maskiert wie in HTML: &quot; steht für ein Anführungszeichen.',
  backslashes:
    'Vor jedem Anführungszeichen steht ein Backslash, wie in einem Protokoll oder im Quelltext eines Programms. Entfernen Sie die Backslashes.',
  noPolicy: 'Das ist keine Richtlinie: Eine Richtlinie beginnt mit {.',
})

policyShapeMessages.translate('de', {
  remove: 'Entfernen Sie es.',
  write: (meant) => `Schreiben Sie ${meant}.`,
  unknownElement: (value, advice) => `Eine Richtlinie hat hier kein Element ${value}. ${advice}`,
  text: 'ein Text in Anführungszeichen',
  texts: 'ein Text in Anführungszeichen oder eine Liste solcher Texte',
  wrongKind: (path, words) => `${path} muss ${words} sein.`,
  principal: 'ein Objekt wie { "AWS": … }',
  objectOf: (what) => `ein Objekt aus ${what}`,
  operators: 'Operatoren, jeder mit einem Objekt aus Schlüsseln und Werten',
  keys: 'Bedingungsschlüsseln und Werten',
  textOrTexts: 'ein Text oder eine Liste von Texten',
  statementObject: 'Eine Anweisung muss ein Objekt in geschweiften Klammern sein.',
  noStatement: 'Die Richtlinie hat keine Anweisung.',
  policyObject: 'Eine Richtlinie ist ein Objekt: Sie beginnt mit { und endet mit }.',
  missingStatement: 'Die Richtlinie hat kein "Statement".',
})

syntaxMessages.translate('de', {
  JSON01: {
    title: 'Kein JSON',
    what: 'Der Text ist etwas anderes: YAML, HTML, eine Terraform-Datei, ein Befehl, URL-codierter Text, ein ARN oder nichts.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie die Richtlinie selbst ein: den Text, der mit { beginnt und mit } endet.',
  },
  JSON02: {
    title: 'Ein Komma zu viel',
    what: 'Ein Komma, auf das nichts folgt, oder zwei hintereinander.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie es.',
  },
  JSON03: {
    title: 'Falsche Anführungszeichen',
    what: 'Ein Text in einfachen, typografischen oder spitzen Anführungszeichen oder in Backticks.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Schreiben Sie gerade doppelte Anführungszeichen. Textverarbeitungen und Chats ändern sie: Kopieren Sie aus einem Texteditor.',
  },
  JSON04: {
    title: 'Kommentar',
    what: '//, /* */ oder #.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie ihn. Wofür eine Anweisung ist, kann ihre Sid sagen.',
  },
  JSON05: {
    title: 'Komma fehlt',
    what: 'Zwei Einträge, die kein Komma trennt.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Setzen Sie ein Komma dazwischen.',
  },
  JSON06: {
    title: 'Doppelpunkt fehlt',
    what: 'Ein Name ohne Doppelpunkt dahinter.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Schreiben Sie "Name": Wert.',
  },
  JSON07: {
    title: 'Klammern passen nicht zueinander',
    what: 'Eine Klammer, die von einer anderen Art geschlossen wird oder die nichts schließt.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Schließen Sie zuerst, was zuletzt geöffnet wurde.',
  },
  JSON08: {
    title: 'Unvollständig',
    what: 'Der Text endet, bevor das Dokument endet.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Kopieren Sie die ganze Richtlinie, bis zur letzten Klammer.',
  },
  JSON09: {
    title: 'Anführungszeichen fehlen',
    what: 'Ein Name oder ein Text ohne Anführungszeichen, oder eine Konstante in der Schreibweise einer anderen Sprache.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Setzen Sie es in doppelte Anführungszeichen.',
  },
  JSON10: {
    title: 'Text nicht geschlossen',
    what: 'Ein Text, dessen schließendes Anführungszeichen nicht in derselben Zeile steht.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Schließen Sie ihn in der Zeile, in der er begann.',
  },
  JSON11: {
    title: 'Zeichen, das JSON nicht erlaubt',
    what: 'Eine unbekannte Maskierung oder ein Steuerzeichen in einem Text.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie es, oder schreiben Sie es maskiert.',
  },
  JSON12: {
    title: 'Derselbe Name zweimal',
    what: 'Zwei Einträge eines Objekts mit genau demselben Namen.',
    why: 'Wer JSON liest, behält den letzten. Was unter dem anderen steht, geht verloren, zum Beispiel eine Bedingung.',
    todo: 'Fassen Sie sie zusammen, oder entfernen Sie einen.',
  },
  JSON13: {
    title: 'Etwas hinter dem Dokument',
    what: 'Text nach der letzten Klammer, zum Beispiel eine zweite Richtlinie.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie nur eine Richtlinie ein.',
  },
  JSON14: {
    title: 'Zu tief verschachtelt',
    what: 'Mehr als hundert Klammern ineinander.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie eine Richtlinie ein; sie hat sechs Ebenen.',
  },
  JSON15: {
    title: 'Wert fehlt',
    what: 'Ein Name, hinter dessen Doppelpunkt nichts steht.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Schreiben Sie den Wert, oder entfernen Sie den Namen.',
  },
  JSON16: {
    title: 'Unlesbar',
    what: 'Zeichen, die in JSON nichts bedeuten.',
    why: 'AWS weist einen Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie sie.',
  },
  JSON17: {
    title: 'Die Richtlinie steckt in etwas anderem',
    what: 'Die Ausgabe eines Befehls, oder die Richtlinie als ein Text in Anführungszeichen.',
    why: 'AWS nimmt nur die Richtlinie selbst an.',
    todo: 'Nehmen Sie heraus, was darin steht.',
  },
  JSON18: {
    title: 'Keine Richtlinie',
    what: 'JSON ohne Anweisungen oder mit Elementen, die keine Richtlinie hat.',
    why: 'AWS weist ein Dokument zurück, in dem ein Element fehlt oder unbekannt ist.',
    todo: 'Schreiben Sie { "Version": "2012-10-17", "Statement": [ … ] }. Bei den Namen der Elemente zählt Groß- und Kleinschreibung.',
  },
  JSON19: {
    title: 'Ein Wert der falschen Art',
    what: 'Eine Zahl, eine Liste oder ein Objekt, wo eine Richtlinie einen Text hat, oder umgekehrt.',
    why: 'AWS weist das Dokument zurück.',
    todo: 'Schreiben Sie den Wert, wie die Grammatik ihn hat: Kontonummern sind Texte in Anführungszeichen.',
  },
})
