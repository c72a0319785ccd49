import type { Phrases } from '#core/rules/phrases.ts'

/** Texts that are no JSON, or no policy. */
export const jsonText: Phrases = {
  JSON01: {
    'Not JSON': 'Kein JSON',
    'The text is something else: YAML, HTML, a Terraform file, a command, URL-encoded text, an ARN, or nothing.':
      'Der Text ist etwas anderes: YAML, HTML, eine Terraform-Datei, ein Befehl, URL-codierter Text, ein ARN oder nichts.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Paste the policy itself: the text that begins with { and ends with }.':
      'Fügen Sie die Richtlinie selbst ein: den Text, der mit { beginnt und mit } endet.',
  },
  JSON02: {
    'A comma too many': 'Ein Komma zu viel',
    'A comma that nothing follows, or two in a row.': 'Ein Komma, auf das nichts folgt, oder zwei hintereinander.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Remove it.': 'Entfernen Sie es.',
  },
  JSON03: {
    'Wrong quotes': 'Falsche Anführungszeichen',
    'A text in single, curly or angular quotes or in backticks.':
      'Ein Text in einfachen, typografischen oder spitzen Anführungszeichen oder in Backticks.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Write straight double quotes. Word processors and chat programs change them: copy from a text editor.':
      'Schreiben Sie gerade doppelte Anführungszeichen. Textverarbeitungen und Chats ändern sie: Kopieren Sie aus einem Texteditor.',
  },
  JSON04: {
    Comment: 'Kommentar',
    '//, /* */ or #.': '//, /* */ oder #.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Remove it. A statement can say what it is for in its Sid.': 'Entfernen Sie ihn. Wofür eine Anweisung ist, kann ihre Sid sagen.',
  },
  JSON05: {
    'Comma missing': 'Komma fehlt',
    'Two items that no comma separates.': 'Zwei Einträge, die kein Komma trennt.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Put a comma between them.': 'Setzen Sie ein Komma dazwischen.',
  },
  JSON06: {
    'Colon missing': 'Doppelpunkt fehlt',
    'A name without a colon behind it.': 'Ein Name ohne Doppelpunkt dahinter.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Write "name": value.': 'Schreiben Sie "Name": Wert.',
  },
  JSON07: {
    'Brackets do not match': 'Klammern passen nicht zueinander',
    'A bracket that is closed by another kind, or that closes nothing.':
      'Eine Klammer, die von einer anderen Art geschlossen wird oder die nichts schließt.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Close what was opened last first.': 'Schließen Sie zuerst, was zuletzt geöffnet wurde.',
  },
  JSON08: {
    Unfinished: 'Unvollständig',
    'The text ends before the document does.': 'Der Text endet, bevor das Dokument endet.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Copy the whole policy, up to the last bracket.': 'Kopieren Sie die ganze Richtlinie, bis zur letzten Klammer.',
  },
  JSON09: {
    'Quotes missing': 'Anführungszeichen fehlen',
    'A name or a text without quotes, or a constant in the spelling of another language.':
      'Ein Name oder ein Text ohne Anführungszeichen, oder eine Konstante in der Schreibweise einer anderen Sprache.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Put it in double quotes.': 'Setzen Sie es in doppelte Anführungszeichen.',
  },
  JSON10: {
    'Text not closed': 'Text nicht geschlossen',
    'A text whose closing quote is not on the same line.':
      'Ein Text, dessen schließendes Anführungszeichen nicht in derselben Zeile steht.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Close it on the line on which it began.': 'Schließen Sie ihn in der Zeile, in der er begann.',
  },
  JSON11: {
    'Character that JSON does not allow': 'Zeichen, das JSON nicht erlaubt',
    'An unknown escape, or a control character in a text.': 'Eine unbekannte Maskierung oder ein Steuerzeichen in einem Text.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Remove it, or write it as an escape.': 'Entfernen Sie es, oder schreiben Sie es maskiert.',
  },
  JSON12: {
    'The same name twice': 'Derselbe Name zweimal',
    'Two members of one object with exactly the same name.': 'Zwei Einträge eines Objekts mit genau demselben Namen.',
    'Readers of JSON keep the last one. What stands under the other is lost, for example a condition.':
      'Wer JSON liest, behält den letzten. Was unter dem anderen steht, geht verloren, zum Beispiel eine Bedingung.',
    'Join them into one, or remove one.': 'Fassen Sie sie zusammen, oder entfernen Sie einen.',
  },
  JSON13: {
    'Something behind the document': 'Etwas hinter dem Dokument',
    'Text after the last bracket, for example a second policy.': 'Text nach der letzten Klammer, zum Beispiel eine zweite Richtlinie.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Paste one policy alone.': 'Fügen Sie nur eine Richtlinie ein.',
  },
  JSON14: {
    'Nested too deep': 'Zu tief verschachtelt',
    'More than a hundred brackets in each other.': 'Mehr als hundert Klammern ineinander.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Paste a policy; it has six levels.': 'Fügen Sie eine Richtlinie ein; sie hat sechs Ebenen.',
  },
  JSON15: {
    'Value missing': 'Wert fehlt',
    'A name with nothing behind its colon.': 'Ein Name, hinter dessen Doppelpunkt nichts steht.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Write the value, or remove the name.': 'Schreiben Sie den Wert, oder entfernen Sie den Namen.',
  },
  JSON16: {
    Unreadable: 'Unlesbar',
    'Characters that mean nothing in JSON.': 'Zeichen, die in JSON nichts bedeuten.',
    'AWS refuses a text that is not JSON.': 'AWS weist einen Text zurück, der kein JSON ist.',
    'Remove them.': 'Entfernen Sie sie.',
  },
  JSON17: {
    'The policy is inside something else': 'Die Richtlinie steckt in etwas anderem',
    'The output of a command, or the policy as one quoted text.':
      'Die Ausgabe eines Befehls, oder die Richtlinie als ein Text in Anführungszeichen.',
    'AWS takes the policy by itself only.': 'AWS nimmt nur die Richtlinie selbst an.',
    'Take what is inside.': 'Nehmen Sie heraus, was darin steht.',
  },
  JSON18: {
    'Not a policy': 'Keine Richtlinie',
    'JSON without statements, or with elements that no policy has.': 'JSON ohne Anweisungen oder mit Elementen, die keine Richtlinie hat.',
    'AWS refuses a document with a missing or an unknown element.':
      'AWS weist ein Dokument zurück, in dem ein Element fehlt oder unbekannt ist.',
    'Write { "Version": "2012-10-17", "Statement": [ … ] }. The names of elements are case-sensitive.':
      'Schreiben Sie { "Version": "2012-10-17", "Statement": [ … ] }. Bei den Namen der Elemente zählt Groß- und Kleinschreibung.',
  },
  JSON19: {
    'A value of the wrong kind': 'Ein Wert der falschen Art',
    'A number, list or object where a policy has a text, or the other way round.':
      'Eine Zahl, eine Liste oder ein Objekt, wo eine Richtlinie einen Text hat, oder umgekehrt.',
    'AWS refuses the document.': 'AWS weist das Dokument zurück.',
    'Write the value as the grammar has it: account numbers are texts in quotes.':
      'Schreiben Sie den Wert, wie die Grammatik ihn hat: Kontonummern sind Texte in Anführungszeichen.',
  },
}
