import { comparedValueMessages, tp45Messages, tp46Messages } from '#core/policy/form/condition-operator-rules.ts'
import { allowedCharactersMessages, tp37Messages, tp38Messages, tp44Messages } from '#core/policy/form/document-rules.ts'

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
