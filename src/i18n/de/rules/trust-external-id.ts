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
  title: 'Es wird keine externe ID verlangt',
  what: 'Kein Allow enthält eine Bedingung für sts:ExternalId',
  why: 'Ohne externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu verwenden (Confused-Deputy-Problem).',
  todo: 'Verlangen Sie die externe ID mit StringEquals.',
  found: 'Die Richtlinie verlangt keine externe ID. Ergänzen Sie eine StringEquals-Bedingung für sts:ExternalId.',
  besideDeny:
    'Das Deny für sts:ExternalId blockiert andere Aufrufe nicht zuverlässig. Ergänzen Sie hier eine StringEquals-Bedingung für sts:ExternalId.',
})

tp12Messages.translate('de', {
  title: 'Die externe ID ist ein Muster',
  what: 'StringLike mit * oder ? für sts:ExternalId',
  why: 'Ein Muster akzeptiert jede externe ID oder jede mit demselben Anfang oder Ende.',
  todo: 'Geben Sie die vollständige externe ID mit StringEquals an.',
  found: (text) =>
    `${text} ist ein Muster und akzeptiert deshalb auch andere externe IDs. Geben Sie die vollständige ID mit StringEquals an.`,
})

tp13Messages.translate('de', {
  title: 'Ein wirkungsloser Platzhalter',
  what: '* oder ? in einem Wert von StringEquals',
  why: 'In StringEquals und ähnlichen Operatoren ist * ein gewöhnliches Zeichen, deshalb stimmt der Wert nie überein.',
  todo: 'Geben Sie den vollständigen Wert an. Für ARNs mit Platzhaltern verwenden Sie ArnLike.',
  found: (text) => `* und ? sind hier gewöhnliche Zeichen, deshalb stimmt ${text} nie überein. Geben Sie den vollständigen Wert an.`,
})

tp14Messages.translate('de', {
  title: 'Die externe ID ist optional',
  what: 'IfExists für sts:ExternalId in einem Allow',
  why: 'Ein Operator mit IfExists ist auch erfüllt, wenn keine externe ID gesendet wird. Aufrufe ohne externe ID sind also erlaubt. Zu ForAnyValue mit IfExists widersprechen sich die Seiten von AWS.',
  todo: 'Verwenden Sie StringEquals.',
  found: (operator) =>
    `${operator} ist ${operator.startsWith('ForAnyValue:') ? 'möglicherweise ' : ''}auch erfüllt, wenn keine externe ID gesendet wird. Verwenden Sie StringEquals.`,
})

tp15Messages.translate('de', {
  title: 'ForAllValues für die externe ID',
  what: 'ForAllValues: für sts:ExternalId in einem Allow',
  why: 'ForAllValues ist erfüllt, wenn keine externe ID gesendet wird. AWS rät davon in einem Allow ab.',
  todo: 'Verwenden Sie StringEquals.',
  found: (operator) => `${operator} ist auch erfüllt, wenn keine externe ID gesendet wird. Verwenden Sie StringEquals.`,
})

tp16Messages.translate('de', {
  title: 'Nur Null prüft die externe ID',
  what: 'Null für sts:ExternalId und sonst nichts',
  why: 'Null mit "false" akzeptiert jede externe ID. Mit "true" darf keine gesendet werden.',
  todo: 'Vergleichen Sie die externe ID mit StringEquals.',
  noneSent: 'Bei Null "true" darf keine externe ID gesendet werden. Verwenden Sie StringEquals.',
  anySent: 'Null "false" akzeptiert jede externe ID. Verwenden Sie StringEquals.',
})

tp17Messages.translate('de', {
  title: 'Jede externe ID außer einer',
  what: 'Ein negierter Operator für sts:ExternalId in einem Allow',
  why: 'Ein negierter Operator in einem Allow akzeptiert jede externe ID außer den genannten. In einem Deny ist er richtig.',
  todo: 'Verwenden Sie StringEquals.',
  found: (operator) => `${operator} in einem Allow akzeptiert jede externe ID außer dieser. Verwenden Sie StringEquals.`,
})

tp18Messages.translate('de', {
  title: 'Groß- und Kleinschreibung der externen ID wird nicht beachtet',
  what: 'StringEqualsIgnoreCase für sts:ExternalId',
  why: 'Das funktioniert, akzeptiert aber mehr als eine externe ID.',
  todo: 'Verwenden Sie StringEquals.',
  found: 'StringEqualsIgnoreCase akzeptiert die externe ID auch in anderer Groß- und Kleinschreibung. Verwenden Sie StringEquals.',
})

tp19Messages.translate('de', {
  title: 'Die externe ID ist leicht zu erraten',
  what: 'Eine externe ID, die wie ein Name, eine Kontonummer oder eine Konstante für alle Kunden aussieht',
  why: 'Wer die externe ID eines Kunden errät, kann das Produkt dazu bringen, dessen Rolle zu verwenden. AWS empfiehlt eine eindeutige, zufällige ID.',
  todo: 'Verwenden Sie die generierte ID.',
  tooShort: 'hat zu wenige zufällige Zeichen',
  accountId: 'ist kaum mehr als eine Kontonummer',
  name: 'ist kaum mehr als ein Name',
  repeated: 'wiederholt sich',
  words: 'besteht aus Wörtern, Folgen oder Tastaturreihen',
  found: (text, word) => `${text} ${word}. Verwenden Sie eine zufällige ID.`,
})

tp20Messages.translate('de', {
  title: 'STS weist diese externe ID zurück',
  what: 'Eine externe ID mit einem Zeichen oder einer Länge, die STS nicht akzeptiert',
  why: 'STS weist diese externe ID zurück, bevor es die Rolle auswertet, deshalb stimmt sie nie überein. Oft wurde beim Kopieren ein Leerzeichen mitkopiert.',
  todo: 'Entfernen Sie das Leerzeichen, oder kopieren Sie die externe ID noch einmal.',
  blank: (text) => `${text} enthält ein Leerzeichen oder ein unsichtbares Zeichen, das STS zurückweist. Entfernen Sie es.`,
  length: 'STS akzeptiert nur externe IDs mit 2 bis 1.224 Zeichen.',
  characters: (text) => `${text} enthält ein Zeichen, das STS zurückweist: Erlaubt sind nur Buchstaben, Ziffern und _ + = , . @ : / -.`,
})

tp21Messages.translate('de', {
  title: 'Mehr als eine externe ID wird akzeptiert',
  what: 'Mehrere Werte für sts:ExternalId',
  why: 'Jeder dieser Werte wird akzeptiert, und unsere Prüfungen können die anderen nicht erkennen. Zwei sind in Ordnung, solange Sie die ID wechseln.',
  todo: 'Entfernen Sie die alte ID nach dem Wechsel.',
  found: (text) =>
    `Die Vertrauensrichtlinie akzeptiert auch die externe ID ${text} (möglicherweise eine alte). Entfernen Sie sie, sofern Sie die ID nicht gerade wechseln.`,
  placeholder: (text) =>
    `Die Vertrauensrichtlinie akzeptiert auch die externe ID ${text}, einen Platzhalter, den jeder erraten kann. Entfernen Sie sie.`,
})

tp22Messages.translate('de', {
  title: 'Ein anderes Allow verlangt weniger',
  what: 'Ein Allow ohne die externe ID neben einem, das sie verlangt',
  why: 'Jedes zutreffende Allow gewährt Zugriff, deshalb entscheidet die schwächste Anweisung.',
  todo: 'Entfernen Sie die Anweisung, oder geben Sie ihr dieselbe Bedingung.',
  found: 'Dieses Allow verlangt die externe ID nicht. Die Bedingung der anderen Anweisung schützt deshalb nicht. Entfernen Sie es.',
})

tp43Messages.translate('de', {
  title: 'Eine andere externe ID wird verlangt',
  what: 'sts:ExternalId wird nur mit anderen Werten als der externen ID der Verbindung verglichen',
  why: 'Der Anbieter sendet mit jedem Aufruf die externe ID der Verbindung, und die Rolle lehnt ihn ab. Die Richtlinie ist älter als diese externe ID, wurde bearbeitet oder gehört zu einer anderen Verbindung.',
  todo: 'Kopieren Sie die externe ID oder die ganze Richtlinie noch einmal.',
  capitalization: (place) => `nur in der Groß- und Kleinschreibung abweicht (${place}). Diese wird beachtet.`,
  differs: (place) => `davon ${place} abweicht.`,
  after: (count) => `nach Zeichen ${count}`,
  at: (position) => `bei Zeichen ${position}`,
  found: (externalId, texts, difference) =>
    `Die externe ID dieser Verbindung ist ${externalId}. Die Vertrauensrichtlinie erwartet ${texts || '(keine)'}, was ${difference}`,
})
