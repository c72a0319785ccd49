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
  unclosedInside: (closing, bracket) => `Diese Klammer ist nicht geschlossen. Vor dem umschließenden ${bracket} fehlt ${closing}.`,
  closesNothing: (bracket, closing) => `${bracket} schließt hier nichts; erwartet wird ${closing}.`,
  extraComma: 'Hier ist ein Komma zu viel.',
  trailingComma: 'Auf dieses Komma folgt nichts. JSON erlaubt nach dem letzten Eintrag kein Komma.',
  missingComma: 'Danach fehlt ein Komma.',
  unreadable: (expected) => `Das ist nicht lesbar; erwartet wird ${expected}.`,
  aValue: 'ein Wert',
  aComma: 'ein Komma',
  equalsSign: 'JSON hat zwischen Name und Wert einen Doppelpunkt, kein Gleichheitszeichen.',
  missingColon: (value) => `Nach dem Namen ${value} fehlen ein Doppelpunkt und ein Wert.`,
  missingValue: (value) => `Der Wert von ${value} fehlt.`,
  aName: 'ein Name in doppelten Anführungszeichen',
  duplicateName: (value) =>
    `Der Name ${value} kommt zweimal vor. Nur der letzte würde zählen. Fassen Sie beide zusammen, oder entfernen Sie einen.`,
  tooDeep: 'Die Klammern sind tiefer verschachtelt als in jeder Richtlinie.',
  textAfterEnd: 'Das Dokument endet davor. Entfernen Sie, was folgt, oder fügen Sie es getrennt ein.',
  openingBracket: 'die öffnende Klammer { einer Richtlinie',
})

textMessages.translate('de', {
  singleQuotes: 'einfachen Anführungszeichen',
  backticks: 'Backticks',
  curlyQuotes: 'typografischen Anführungszeichen',
  angularQuotes: 'spitzen Anführungszeichen',
  unknownEscape: 'Ein Backslash vor diesem Zeichen hat in JSON keine Bedeutung. Schreiben Sie \\\\ für einen Backslash.',
  controlCharacter: 'Ein Text in JSON darf weder Tabulatoren noch andere Steuerzeichen enthalten.',
  endsInText: 'Das Dokument endet mitten in diesem Text.',
  unclosedText:
    'Dieser Text ist nicht geschlossen. Setzen Sie am Ende ein Anführungszeichen. Ein Text darf nicht über mehrere Zeilen gehen.',
  wrongQuotes: (name, value) => `Dieser Text steht in ${name}. JSON akzeptiert nur gerade doppelte Anführungszeichen: ${value}.`,
})

wordMessages.translate('de', {
  missingQuotes: (meant) => `Setzen Sie es in Anführungszeichen: ${meant}.`,
  otherSpelling: (meant) => `JSON schreibt ${meant}.`,
  missingQuotesOfName: (text) => `Setzen Sie den Namen in Anführungszeichen: ${text}.`,
})

lintTextMessages.translate('de', {
  wrapped: 'Die Richtlinie ist in etwas anderes eingebettet. Fügen Sie nur die Richtlinie selbst ein.',
  noPolicy: 'Das ist keine Richtlinie. Eine Richtlinie beginnt mit {.',
})

foreignTextMessages.translate('de', {
  empty: 'Hier ist noch nichts. Fügen Sie die Richtlinie ein.',
  urlEncoded: 'Das ist URL-codiert, so wie die IAM-API Richtlinien zurückgibt. Decodieren Sie den Text.',
  fenced: 'Die Zeilen mit ``` stammen aus dem Chat oder Dokument, aus dem der Text kopiert wurde. Entfernen Sie sie.',
  markup: 'Das ist HTML oder XML, vielleicht aus dem Quelltext einer Seite kopiert. Fügen Sie die Richtlinie ein, die die Seite zeigt.',
  arn: 'Das ist ein ARN. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  accountId: 'Das ist eine Kontonummer. Fügen Sie die Richtlinie der Rolle ein, den Text in geschweiften Klammern.',
  terraform: 'Das ist Terraform. Fügen Sie die Richtlinie als JSON ein: Die Konsole zeigt sie, ebenso "terraform show -json".',
  command: 'Das ist ein Befehl. Fügen Sie ein, was er ausgibt.',
  error: 'Das ist eine Fehlermeldung. Fügen Sie die Richtlinie ein.',
  part: 'Das ist ein Teil einer Richtlinie. Die öffnende Klammer { fehlt.',
  yaml: 'Das sieht nach YAML aus. IAM akzeptiert JSON. Nur CloudFormation-Vorlagen enthalten Richtlinien als YAML.',
  htmlEscaped: 'Das ist HTML-maskiert: &quot; steht für ein Anführungszeichen.',
  backslashes: 'Vor jedem Anführungszeichen steht ein Backslash, wie in einem Protokoll oder in Quelltext. Entfernen Sie die Backslashes.',
  noPolicy: 'Das ist keine Richtlinie. Eine Richtlinie beginnt mit {.',
})

policyShapeMessages.translate('de', {
  remove: 'Entfernen Sie es.',
  write: (meant) => `Schreiben Sie ${meant}.`,
  unknownElement: (value, advice) => `Eine Richtlinie darf hier kein Element ${value} enthalten. ${advice}`,
  text: 'ein Text in Anführungszeichen',
  texts: 'ein Text in Anführungszeichen oder eine Liste solcher Texte',
  wrongKind: (path, words) => `${path} muss ${words} sein.`,
  principal: 'ein Objekt wie { "AWS": … }',
  objectOf: (what) => `ein Objekt aus ${what}`,
  operators: 'Operatoren, jeder mit einem Objekt aus Schlüsseln und Werten',
  keys: 'Bedingungsschlüsseln und Werten',
  textOrTexts: 'ein Text oder eine Liste von Texten',
  statementObject: 'Eine Anweisung muss ein Objekt in geschweiften Klammern sein.',
  noStatement: 'Die Richtlinie enthält keine Anweisung.',
  policyObject: 'Eine Richtlinie muss ein Objekt sein, das mit { beginnt und mit } endet.',
  missingStatement: 'Der Richtlinie fehlt "Statement".',
})

syntaxMessages.translate('de', {
  JSON01: {
    title: 'Kein JSON',
    what: 'Der Text ist etwas anderes: YAML, HTML, eine Terraform-Datei, ein Befehl, URL-codierter Text, ein ARN oder nichts.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie die Richtlinie selbst ein: den Text, der mit { beginnt und mit } endet.',
  },
  JSON02: {
    title: 'Ein Komma zu viel',
    what: 'Ein Komma, auf das nichts folgt, oder zwei hintereinander.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie es.',
  },
  JSON03: {
    title: 'Falsche Anführungszeichen',
    what: 'Ein Text in einfachen, typografischen oder spitzen Anführungszeichen oder in Backticks.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Verwenden Sie gerade doppelte Anführungszeichen. Textverarbeitungen und Chats ändern sie. Kopieren Sie deshalb aus einem Texteditor.',
  },
  JSON04: {
    title: 'Kommentar',
    what: '//, /* */ oder #.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie ihn. Den Zweck einer Anweisung kann ihre Sid nennen.',
  },
  JSON05: {
    title: 'Komma fehlt',
    what: 'Zwei Einträge ohne Komma dazwischen.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Setzen Sie ein Komma dazwischen.',
  },
  JSON06: {
    title: 'Doppelpunkt fehlt',
    what: 'Ein Name ohne Doppelpunkt dahinter.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Schreiben Sie "Name": Wert.',
  },
  JSON07: {
    title: 'Klammern passen nicht zueinander',
    what: 'Eine Klammer, die mit einer anderen Art geschlossen wird oder nichts schließt.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Schließen Sie zuerst die zuletzt geöffnete Klammer.',
  },
  JSON08: {
    title: 'Unvollständig',
    what: 'Der Text endet, bevor das Dokument endet.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Kopieren Sie die ganze Richtlinie bis zur letzten Klammer.',
  },
  JSON09: {
    title: 'Anführungszeichen fehlen',
    what: 'Ein Name oder ein Text ohne Anführungszeichen, oder eine Konstante in der Schreibweise einer anderen Sprache.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Setzen Sie es in doppelte Anführungszeichen.',
  },
  JSON10: {
    title: 'Text nicht geschlossen',
    what: 'Ein Text, dessen schließendes Anführungszeichen nicht in derselben Zeile steht.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Schließen Sie ihn in der Zeile, in der er begann.',
  },
  JSON11: {
    title: 'Zeichen, das JSON nicht erlaubt',
    what: 'Eine unbekannte Maskierung oder ein Steuerzeichen in einem Text.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie es, oder schreiben Sie es maskiert.',
  },
  JSON12: {
    title: 'Derselbe Name zweimal',
    what: 'Zwei Einträge eines Objekts mit genau demselben Namen.',
    why: 'JSON-Parser behalten nur den letzten. Der andere geht verloren, zum Beispiel eine Bedingung.',
    todo: 'Fassen Sie sie zusammen, oder entfernen Sie einen.',
  },
  JSON13: {
    title: 'Etwas hinter dem Dokument',
    what: 'Text nach der letzten Klammer, zum Beispiel eine zweite Richtlinie.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie nur eine Richtlinie ein.',
  },
  JSON14: {
    title: 'Zu tief verschachtelt',
    what: 'Mehr als hundert ineinander verschachtelte Klammern.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Fügen Sie eine Richtlinie ein. Sie hat sechs Ebenen.',
  },
  JSON15: {
    title: 'Wert fehlt',
    what: 'Ein Name, hinter dessen Doppelpunkt nichts steht.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Schreiben Sie den Wert, oder entfernen Sie den Namen.',
  },
  JSON16: {
    title: 'Unlesbar',
    what: 'Zeichen, die in JSON keine Bedeutung haben.',
    why: 'AWS weist Text zurück, der kein JSON ist.',
    todo: 'Entfernen Sie sie.',
  },
  JSON17: {
    title: 'Die Richtlinie ist in etwas anderes eingebettet',
    what: 'Die Ausgabe eines Befehls, oder die Richtlinie als ein Text in Anführungszeichen.',
    why: 'AWS akzeptiert nur die Richtlinie selbst.',
    todo: 'Entnehmen Sie die Richtlinie daraus.',
  },
  JSON18: {
    title: 'Keine Richtlinie',
    what: 'JSON ohne Anweisungen oder mit Elementen, die es in Richtlinien nicht gibt.',
    why: 'AWS weist ein Dokument zurück, in dem ein Element fehlt oder unbekannt ist.',
    todo: 'Schreiben Sie { "Version": "2012-10-17", "Statement": [ … ] }. Bei den Elementnamen wird Groß- und Kleinschreibung beachtet.',
  },
  JSON19: {
    title: 'Ein Wert der falschen Art',
    what: 'Eine Zahl, eine Liste oder ein Objekt, wo ein Text stehen muss, oder umgekehrt.',
    why: 'AWS weist das Dokument zurück.',
    todo: 'Schreiben Sie den Wert so, wie die Richtliniengrammatik ihn verlangt. Kontonummern sind Texte in Anführungszeichen.',
  },
})
