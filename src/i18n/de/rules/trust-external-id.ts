import {
  tp11Messages,
  tp12Messages,
  tp14Messages,
  tp15Messages,
  tp16Messages,
  tp17Messages,
  tp18Messages,
  tp22Messages,
} from '#core/rules/trust/external-id-condition.ts'
import { tp13Messages, tp19Messages, tp20Messages, tp21Messages, tp43Messages } from '#core/rules/trust/external-id-value.ts'

tp11Messages.translate('de', {
  title: 'Keine externe ID wird verlangt',
  what: 'Kein Allow hat eine Bedingung auf sts:ExternalId',
  why: 'Ohne externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu nutzen: der Confused Deputy.',
  todo: 'Verlangen Sie die externe ID mit StringEquals.',
  found: 'Nichts verlangt eine externe ID. Ergänzen Sie die Bedingung StringEquals auf sts:ExternalId.',
})

tp12Messages.translate('de', {
  title: 'Die externe ID ist ein Muster',
  what: 'StringLike mit * oder ? auf sts:ExternalId',
  why: 'Ein Muster lässt jede externe ID herein oder jede, die gleich beginnt oder endet.',
  todo: 'Schreiben Sie die ganze externe ID, mit StringEquals.',
  found: (text) => `${text} ist ein Muster, deshalb kommen auch andere externe IDs durch. Schreiben Sie die ganze ID, mit StringEquals.`,
})

tp13Messages.translate('de', {
  title: 'Platzhalter, wo keiner wirkt',
  what: '* oder ? in einem Wert von StringEquals',
  why: 'In StringEquals und verwandten Operatoren ist * ein gewöhnliches Zeichen, deshalb ist der Wert nie gleich.',
  todo: 'Schreiben Sie den ganzen Wert. Für ARNs mit Platzhaltern nehmen Sie ArnLike.',
  found: (text) => `* und ? sind hier gewöhnliche Zeichen, deshalb ist nie etwas gleich ${text}. Schreiben Sie den ganzen Wert.`,
})

tp14Messages.translate('de', {
  title: 'Die externe ID ist freiwillig',
  what: 'IfExists auf sts:ExternalId in einem Allow',
  why: 'Ein Operator mit IfExists ist wahr, wenn keine externe ID gesendet wird; wer keine sendet, kommt also herein.',
  todo: 'Schreiben Sie StringEquals.',
  found: (operator) => `${operator} lässt Aufrufe ohne externe ID herein. Schreiben Sie StringEquals.`,
})

tp15Messages.translate('de', {
  title: 'ForAllValues auf der externen ID',
  what: 'ForAllValues: auf sts:ExternalId in einem Allow',
  why: 'ForAllValues ist wahr, wenn keine externe ID gesendet wird. AWS rät davon in einem Allow ab.',
  todo: 'Schreiben Sie StringEquals.',
  found: (operator) => `${operator} lässt Aufrufe ohne externe ID herein. Schreiben Sie StringEquals.`,
})

tp16Messages.translate('de', {
  title: 'Nur Null prüft die externe ID',
  what: 'Null auf sts:ExternalId und sonst nichts',
  why: 'Null mit "false" nimmt jede externe ID an; mit "true" verlangt es, dass keine gesendet wird.',
  todo: 'Vergleichen Sie die externe ID mit StringEquals.',
  noneSent: 'Null "true" verlangt, dass keine externe ID gesendet wird. Vergleichen Sie sie mit StringEquals.',
  anySent: 'Null "false" nimmt jede externe ID an. Vergleichen Sie sie mit StringEquals.',
})

tp17Messages.translate('de', {
  title: 'Alle außer der richtigen',
  what: 'Ein verneinender Operator auf sts:ExternalId in einem Allow',
  why: 'StringNotEquals in einem Allow lässt alle herein außer denen, die die richtige externe ID senden. In einem Deny ist es richtig.',
  todo: 'Schreiben Sie StringEquals.',
  found: (operator) => `${operator} in einem Allow lässt alle herein außer denen, die diese externe ID senden. Schreiben Sie StringEquals.`,
})

tp18Messages.translate('de', {
  title: 'Groß- und Kleinschreibung der externen ID zählt nicht',
  what: 'StringEqualsIgnoreCase auf sts:ExternalId',
  why: 'Es funktioniert, nimmt aber mehr als eine externe ID an.',
  todo: 'Schreiben Sie StringEquals.',
  found: 'StringEqualsIgnoreCase nimmt die externe ID auch in anderer Groß- und Kleinschreibung an. Schreiben Sie StringEquals.',
})

tp19Messages.translate('de', {
  title: 'Die externe ID lässt sich erraten',
  what: 'Eine externe ID, die wie ein Name, eine Kontonummer oder eine gemeinsame Konstante aussieht',
  why: 'Wer die externe ID eines Kunden errät, kann das Produkt dessen Rolle nutzen lassen. AWS verlangt eine eindeutige, zufällige.',
  todo: 'Nehmen Sie die zufällige, die vorgeschlagen wird.',
  accountId: 'enthält eine Kontonummer',
  name: 'ist kaum mehr als ein Name',
  repeated: 'wiederholt sich',
  words: 'besteht aus Wörtern, Folgen oder Tastaturreihen',
  found: (text, word) => `${text} ${word}. Nehmen Sie eine zufällige.`,
})

tp20Messages.translate('de', {
  title: 'STS weist diese externe ID zurück',
  what: 'Eine externe ID mit einem Zeichen oder einer Länge, die STS nicht annimmt',
  why: 'STS weist eine solche externe ID zurück, bevor es die Rolle ansieht; senden kann sie also niemand. Meist kam beim Kopieren ein Leerzeichen mit.',
  todo: 'Entfernen Sie das Leerzeichen, oder kopieren Sie die externe ID noch einmal.',
  blank: (text) => `${text} enthält ein Leerzeichen oder ein unsichtbares Zeichen, das STS zurückweist. Entfernen Sie es.`,
  length: 'STS nimmt nur externe IDs mit 2 bis 1.224 Zeichen an.',
  characters: (text) => `${text} enthält ein Zeichen, das STS zurückweist: Erlaubt sind nur Buchstaben, Ziffern und _ + = , . @ : / -.`,
})

tp21Messages.translate('de', {
  title: 'Mehr als eine externe ID wird angenommen',
  what: 'Mehrere Werte von sts:ExternalId',
  why: 'Mehrere Werte bedeuten ODER: Jeder von ihnen öffnet die Rolle, und unsere Prüfungen finden die anderen nicht. Zwei sind in Ordnung, solange eine ID gewechselt wird.',
  todo: 'Entfernen Sie die alte, wenn der Wechsel vollzogen ist.',
  found: (text) =>
    `Die Vertrauensrichtlinie nimmt auch die externe ID ${text} an, vielleicht eine alte. Entfernen Sie sie, außer die ID wird gerade gewechselt.`,
})

tp22Messages.translate('de', {
  title: 'Ein anderes Allow verlangt weniger',
  what: 'Ein Allow ohne die externe ID neben einem, das sie verlangt',
  why: 'Anweisungen sind durch ODER verbunden: Die schwächste entscheidet.',
  todo: 'Entfernen Sie die Anweisung, oder geben Sie ihr dieselbe Bedingung.',
  found: 'Dieses Allow verlangt die externe ID nicht, also schützt die Bedingung des anderen nichts. Entfernen Sie es.',
})

tp43Messages.translate('de', {
  title: 'Eine andere externe ID wird verlangt',
  what: 'Kein Wert, mit dem sts:ExternalId verglichen wird, ist die externe ID der Verbindung',
  why: 'Der Anbieter sendet mit jedem Aufruf die externe ID der Verbindung, und die Rolle weist sie ab. Die Richtlinie wurde bearbeitet oder gehört zu einer anderen Verbindung.',
  todo: 'Kopieren Sie die externe ID oder die ganze Richtlinie noch einmal.',
  capitalization: (place) => `nur in der Groß- und Kleinschreibung abweicht (${place}). Sie zählt.`,
  differs: (place) => `davon ${place} abweicht.`,
  after: (count) => `nach Zeichen ${count}`,
  at: (position) => `bei Zeichen ${position}`,
  found: (externalId, texts, difference) =>
    `Die externe ID dieser Verbindung ist ${externalId}. Die Vertrauensrichtlinie erwartet ${texts || '(keine)'}, was ${difference}`,
})
