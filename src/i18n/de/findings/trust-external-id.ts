import type { Phrases } from '#core/rules/phrases.ts'

/** What is asked of the external ID. */
export const trustExternalId: Phrases = {
  TP11: {
    'No external ID is demanded': 'Keine externe ID wird verlangt',
    'No Allow has a condition on sts:ExternalId': 'Kein Allow hat eine Bedingung auf sts:ExternalId',
    'Without an external ID the product can be tricked into using this role for another customer: the confused deputy.':
      'Ohne externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu nutzen: der Confused Deputy.',
    'Demand the external ID with StringEquals.': 'Verlangen Sie die externe ID mit StringEquals.',
    'Nothing demands an external ID. Add the condition StringEquals on sts:ExternalId.':
      'Nichts verlangt eine externe ID. Ergänzen Sie die Bedingung StringEquals auf sts:ExternalId.',
  },
  TP12: {
    'The external ID is a pattern': 'Die externe ID ist ein Muster',
    'StringLike with * or ? on sts:ExternalId': 'StringLike mit * oder ? auf sts:ExternalId',
    'A pattern lets any external ID in, or any that begins or ends alike.':
      'Ein Muster lässt jede externe ID herein oder jede, die gleich beginnt oder endet.',
    'Write the whole external ID, with StringEquals.': 'Schreiben Sie die ganze externe ID, mit StringEquals.',
    '{0} is a pattern, so other external IDs get in too. Write the whole ID, with StringEquals.':
      '{0} ist ein Muster, deshalb kommen auch andere externe IDs durch. Schreiben Sie die ganze ID, mit StringEquals.',
  },
  TP13: {
    'Wildcard where none works': 'Platzhalter, wo keiner wirkt',
    '* or ? in a value of StringEquals': '* oder ? in einem Wert von StringEquals',
    'In StringEquals and its kin * is a plain character, so the value is never equal.':
      'In StringEquals und verwandten Operatoren ist * ein gewöhnliches Zeichen, deshalb ist der Wert nie gleich.',
    'Write the whole value. For ARNs with wildcards use ArnLike.':
      'Schreiben Sie den ganzen Wert. Für ARNs mit Platzhaltern nehmen Sie ArnLike.',
    '* and ? are plain characters here, so nothing is ever equal to {0}. Write the whole value.':
      '* und ? sind hier gewöhnliche Zeichen, deshalb ist nie etwas gleich {0}. Schreiben Sie den ganzen Wert.',
  },
  TP14: {
    'The external ID is optional': 'Die externe ID ist freiwillig',
    'IfExists on sts:ExternalId in an Allow': 'IfExists auf sts:ExternalId in einem Allow',
    'An operator with IfExists is true when no external ID is sent, so whoever sends none gets in.':
      'Ein Operator mit IfExists ist wahr, wenn keine externe ID gesendet wird; wer keine sendet, kommt also herein.',
    'Write StringEquals.': 'Schreiben Sie StringEquals.',
    '{0} lets calls without an external ID in. Write StringEquals.':
      '{0} lässt Aufrufe ohne externe ID herein. Schreiben Sie StringEquals.',
  },
  TP15: {
    'ForAllValues on the external ID': 'ForAllValues auf der externen ID',
    'ForAllValues: on sts:ExternalId in an Allow': 'ForAllValues: auf sts:ExternalId in einem Allow',
    'ForAllValues is true when no external ID is sent. AWS advises against it in an Allow.':
      'ForAllValues ist wahr, wenn keine externe ID gesendet wird. AWS rät davon in einem Allow ab.',
    'Write StringEquals.': 'Schreiben Sie StringEquals.',
    '{0} lets calls without an external ID in. Write StringEquals.':
      '{0} lässt Aufrufe ohne externe ID herein. Schreiben Sie StringEquals.',
  },
  TP16: {
    'Only Null tests the external ID': 'Nur Null prüft die externe ID',
    'Null on sts:ExternalId, and nothing else': 'Null auf sts:ExternalId und sonst nichts',
    'Null with "false" takes any external ID; with "true" it demands that none is sent.':
      'Null mit "false" nimmt jede externe ID an; mit "true" verlangt es, dass keine gesendet wird.',
    'Compare the external ID with StringEquals.': 'Vergleichen Sie die externe ID mit StringEquals.',
    'This demands that no external ID is sent. Compare it with StringEquals.':
      'Das verlangt, dass keine externe ID gesendet wird. Vergleichen Sie sie mit StringEquals.',
    'This takes any external ID. Compare it with StringEquals.': 'Das nimmt jede externe ID an. Vergleichen Sie sie mit StringEquals.',
  },
  TP17: {
    'Everyone but the right one': 'Alle außer der richtigen',
    'A negated operator on sts:ExternalId in an Allow': 'Ein verneinender Operator auf sts:ExternalId in einem Allow',
    'StringNotEquals in an Allow lets everyone in except who sends the right external ID. In a Deny it is correct.':
      'StringNotEquals in einem Allow lässt alle herein außer denen, die die richtige externe ID senden. In einem Deny ist es richtig.',
    'Write StringEquals.': 'Schreiben Sie StringEquals.',
    '{0} in an Allow lets everyone in but who sends this external ID. Write StringEquals.':
      '{0} in einem Allow lässt alle herein außer denen, die diese externe ID senden. Schreiben Sie StringEquals.',
  },
  TP18: {
    'The case of the external ID does not count': 'Groß- und Kleinschreibung der externen ID zählt nicht',
    'StringEqualsIgnoreCase on sts:ExternalId': 'StringEqualsIgnoreCase auf sts:ExternalId',
    'It works, but takes more external IDs than one.': 'Es funktioniert, nimmt aber mehr als eine externe ID an.',
    'Write StringEquals.': 'Schreiben Sie StringEquals.',
    'This also takes the external ID in other letter case. Write StringEquals.':
      'Das nimmt die externe ID auch in anderer Groß- und Kleinschreibung an. Schreiben Sie StringEquals.',
  },
  TP19: {
    'The external ID can be guessed': 'Die externe ID lässt sich erraten',
    'An external ID that looks like a name, an account number or a shared constant':
      'Eine externe ID, die wie ein Name, eine Kontonummer oder eine gemeinsame Konstante aussieht',
    "Who guesses the external ID of a customer can have the product use that customer's role. AWS asks for a unique, random one.":
      'Wer die externe ID eines Kunden errät, kann das Produkt dessen Rolle nutzen lassen. AWS verlangt eine eindeutige, zufällige.',
    'Take the random one that is proposed.': 'Nehmen Sie die zufällige, die vorgeschlagen wird.',
    'has an account number in it': 'enthält eine Kontonummer',
    'is little more than a name': 'ist kaum mehr als ein Name',
    'repeats itself': 'wiederholt sich',
    'is made of words, sequences or keyboard rows': 'besteht aus Wörtern, Folgen oder Tastaturreihen',
    '{0} {1}. Take a random one.': '{0} {1}. Nehmen Sie eine zufällige.',
  },
  TP20: {
    'STS refuses this external ID': 'STS weist diese externe ID zurück',
    'An external ID with a character, or of a length, that STS does not take':
      'Eine externe ID mit einem Zeichen oder einer Länge, die STS nicht annimmt',
    'STS refuses such an external ID before it looks at the role, so nobody can ever send it. Usually a blank came with copy and paste.':
      'STS weist eine solche externe ID zurück, bevor es die Rolle ansieht; senden kann sie also niemand. Meist kam beim Kopieren ein Leerzeichen mit.',
    'Remove the blank, or take the external ID again.': 'Entfernen Sie das Leerzeichen, oder kopieren Sie die externe ID noch einmal.',
    '{0} has a blank at an end, which STS refuses. Remove it.':
      '{0} hat an einem Ende ein Leerzeichen, das STS zurückweist. Entfernen Sie es.',
    'STS takes external IDs of 2 to 1224 characters only.': 'STS nimmt nur externe IDs mit 2 bis 1224 Zeichen an.',
    '{0} has a character that STS refuses: only letters, digits and _ + = , . @ : / - are allowed.':
      '{0} enthält ein Zeichen, das STS zurückweist: Erlaubt sind nur Buchstaben, Ziffern und _ + = , . @ : / -.',
  },
  TP21: {
    'Several external IDs': 'Mehrere externe IDs',
    'More than one external ID is taken': 'Mehr als eine externe ID wird angenommen',
    'Several values mean OR: each of them opens the role. Two are fine while an ID is being changed.':
      'Mehrere Werte bedeuten ODER: Jeder von ihnen öffnet die Rolle. Zwei sind in Ordnung, solange eine ID gewechselt wird.',
    'Remove the old one when the change is done.': 'Entfernen Sie die alte, wenn der Wechsel vollzogen ist.',
    '{0} opens the role as well. Remove it unless the external ID is being changed.':
      '{0} öffnet die Rolle ebenfalls. Entfernen Sie es, außer die externe ID wird gerade gewechselt.',
  },
  TP22: {
    'Another Allow asks for less': 'Ein anderes Allow verlangt weniger',
    'An Allow without the external ID beside one that demands it': 'Ein Allow ohne die externe ID neben einem, das sie verlangt',
    'Statements are joined by OR: the weakest one decides.': 'Anweisungen sind durch ODER verbunden: Die schwächste entscheidet.',
    'Remove the statement, or give it the same condition.': 'Entfernen Sie die Anweisung, oder geben Sie ihr dieselbe Bedingung.',
    'This Allow does not ask for the external ID, so the condition of the other one protects nothing. Remove it.':
      'Dieses Allow verlangt die externe ID nicht, also schützt die Bedingung des anderen nichts. Entfernen Sie es.',
  },
  TP43: {
    'Another external ID is demanded': 'Eine andere externe ID wird verlangt',
    'No value that sts:ExternalId is compared with is the external ID of the connection':
      'Kein Wert, mit dem sts:ExternalId verglichen wird, ist die externe ID der Verbindung',
    'The vendor sends the external ID of the connection with every call, and the role refuses it.':
      'Der Anbieter sendet mit jedem Aufruf die externe ID der Verbindung, und die Rolle weist sie ab.',
    'Copy the external ID, or the whole policy, again.': 'Kopieren Sie die externe ID oder die ganze Richtlinie noch einmal.',
    ' Only the case of letters differs, and it counts.': ' Nur die Groß- und Kleinschreibung weicht ab, und sie zählt.',
    '': '',
    'The external ID of this connection is {0}, not {1}.{2}': 'Die externe ID dieser Verbindung ist {0}, nicht {1}.{2}',
  },
  TP40: {
    'Evaluated: opens without the right external ID': 'Ausgewertet: öffnet ohne die richtige externe ID',
    'A policy that lets a call without the external ID in, by a way that no other rule knows':
      'Eine Richtlinie, die einen Aufruf ohne die externe ID hereinlässt, auf einem Weg, den keine andere Regel kennt',
    'Without the external ID the product can be tricked into using this role for another customer: the confused deputy.':
      'Ohne die externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu nutzen: der Confused Deputy.',
    'Use the trust policy as it is proposed.': 'Nehmen Sie die Vertrauensrichtlinie, wie sie vorgeschlagen wird.',
    'no external ID': 'ohne externe ID',
    'a random external ID': 'mit einer zufälligen externen ID',
    'an external ID that is almost the right one': 'mit einer externen ID, die fast die richtige ist,',
    'A call with {0} gets in. Compare sts:ExternalId with StringEquals, in every Allow.':
      'Ein Aufruf {0} kommt herein. Vergleichen Sie sts:ExternalId mit StringEquals, in jedem Allow.',
  },
  TP41: {
    'Evaluated: refuses the vendor': 'Ausgewertet: weist den Anbieter ab',
    'A policy that refuses the vendor with the right external ID, for a reason that no other rule knows':
      'Eine Richtlinie, die den Anbieter mit der richtigen externen ID abweist, aus einem Grund, den keine andere Regel kennt',
    'The connection cannot work: the call of the vendor is refused.':
      'Die Verbindung kann nicht funktionieren: Der Aufruf des Anbieters wird abgewiesen.',
    'Use the trust policy as it is proposed.': 'Nehmen Sie die Vertrauensrichtlinie, wie sie vorgeschlagen wird.',
    'A Deny refuses the vendor although it sends the right external ID.':
      'Ein Deny weist den Anbieter ab, obwohl er die richtige externe ID sendet.',
    'No Allow lets the vendor in although it sends the right external ID.':
      'Kein Allow lässt den Anbieter herein, obwohl er die richtige externe ID sendet.',
  },
  TP42: {
    'Cannot tell': 'Lässt sich nicht sagen',
    'A condition that depends on what only AWS knows when the call is made':
      'Eine Bedingung, die von etwas abhängt, das nur AWS im Augenblick des Aufrufs weiß',
    'Whether the vendor gets in, and others do not, cannot be told from the text. Verification tries it.':
      'Ob der Anbieter hereinkommt und andere nicht, lässt sich am Text nicht erkennen. Die Prüfung probiert es aus.',
    'Remove the condition unless you know that every call of the vendor meets it.':
      'Entfernen Sie die Bedingung, außer Sie wissen, dass jeder Aufruf des Anbieters sie erfüllt.',
    "Whether the vendor's calls meet the condition on {0} cannot be told from here.":
      'Ob die Aufrufe des Anbieters die Bedingung auf {0} erfüllen, lässt sich von hier aus nicht sagen.',
    'Whether this lets the vendor in, and nobody else, cannot be told from here.':
      'Ob das den Anbieter hereinlässt und sonst niemanden, lässt sich von hier aus nicht sagen.',
  },
}
