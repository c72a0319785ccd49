import { tp23Messages, tp24Messages } from '#core/rules/trust/actions.ts'
import { tp31Messages, tp32Messages, tp33Messages, tp34Messages, tp35Messages } from '#core/rules/trust/caller-conditions.ts'
import { tp25Messages, tp26Messages, tp27Messages, tp28Messages, tp36Messages } from '#core/rules/trust/document-form.ts'
import { tp40Messages, tp41Messages, tp42Messages } from '#core/rules/trust/trust-rules.ts'

tp23Messages.translate('de', {
  title: 'Andere Aktionen als AssumeRole',
  what: 'Ein Allow mit Platzhaltern, NotAction oder einer Aktion, die AWS-Prinzipale nicht aufrufen können, und eine Anweisung ohne Action',
  why: 'Der Anbieter ruft sts:AssumeRole auf. Ein Platzhalter lässt ihn auch Sitzungs-Tags und eine Source Identity setzen, und AssumeRoleWithSAML oder AssumeRoleWithWebIdentity passen nicht zu einem AWS-Prinzipal.',
  todo: 'Schreiben Sie "sts:AssumeRole".',
  missing: 'Die Anweisung hat keine "Action". Schreiben Sie "sts:AssumeRole".',
  notAction: 'NotAction erlaubt alles, was nicht aufgezählt ist. Schreiben Sie "Action": "sts:AssumeRole".',
  found: (text) => `${text} ist mehr oder etwas anderes, als ein AWS-Konto hier tut. Schreiben Sie "sts:AssumeRole".`,
})

tp24Messages.translate('de', {
  title: 'Sitzungs-Tags sind nicht erlaubt',
  what: 'Der Anbieter sendet Sitzungs-Tags oder eine Source Identity, und kein Allow hat die Aktion dafür',
  why: 'AWS weist den ganzen Aufruf zurück, wenn die Vertrauensrichtlinie sts:TagSession oder sts:SetSourceIdentity nicht erlaubt.',
  todo: 'Ergänzen Sie die Aktion, oder lassen Sie den Anbieter damit aufhören.',
  found: (missing) => `Die Aufrufe des Anbieters brauchen auch ${missing}. Ergänzen Sie es.`,
})

tp25Messages.translate('de', {
  title: 'Resource in einer Vertrauensrichtlinie',
  what: 'Ein Element Resource oder NotResource',
  why: 'Die Rolle selbst ist die Ressource ihrer Vertrauensrichtlinie. AWS weist das Dokument zurück: MalformedPolicyDocument, Has prohibited field Resource.',
  todo: 'Entfernen Sie es. War eine Berechtigungsrichtlinie gemeint, steht sie im falschen Feld.',
  found: (name) => `Eine Vertrauensrichtlinie hat kein ${name}. Entfernen Sie es.`,
})

tp26Messages.translate('de', {
  title: 'Alte Version der Richtliniensprache',
  what: 'Version fehlt oder ist nicht 2012-10-17',
  why: 'Ohne "2012-10-17" nimmt AWS die Version von 2008, in der Richtlinienvariablen einfacher Text sind.',
  todo: 'Schreiben Sie oben "Version": "2012-10-17".',
  missing: 'Die Version fehlt. Schreiben Sie "Version": "2012-10-17".',
  old: 'Schreiben Sie "2012-10-17", die aktuelle Version.',
})

tp27Messages.translate('de', {
  title: 'Effect fehlt oder ist falsch geschrieben',
  what: 'Ein Effect, der weder "Allow" noch "Deny" ist',
  why: 'AWS weist eine Anweisung zurück, deren Wirkung nicht genau "Allow" oder "Deny" ist.',
  todo: 'Schreiben Sie "Allow" oder "Deny".',
  missing: 'Die Anweisung hat keinen "Effect". Schreiben Sie "Allow" oder "Deny".',
  wrong: (meant) => `Schreiben Sie ${meant}: Großbuchstaben zählen.`,
})

tp28Messages.translate('de', {
  title: 'Länger als das Kontingent',
  what: 'Mehr als 2048 Zeichen, Leerraum nicht gezählt',
  why: 'AWS nimmt Vertrauensrichtlinien bis 2048 Zeichen an, außer das Kontingent wurde erhöht.',
  todo: 'Entfernen Sie alte externe IDs und Prinzipale.',
  found: (size, sizeMaximum) =>
    `Die Richtlinie hat ${size} Zeichen; AWS nimmt ${sizeMaximum} an. Entfernen Sie alte externe IDs und Prinzipale.`,
})

tp31Messages.translate('de', {
  title: 'Ein Schlüssel, den nur Services senden',
  what: 'aws:SourceArn, aws:SourceAccount oder aws:SourceOrgID mit einem AWS-Prinzipal',
  why: 'Diese Schlüssel gibt es nur, wenn ein AWS-Service aufruft. Ein Aufruf des Anbieters hat sie nie, also wird er immer abgewiesen.',
  todo: 'Entfernen Sie die Bedingung.',
  found: (key) => `${key} ist nie da, wenn der Anbieter aufruft, also wird der Aufruf abgewiesen. Entfernen Sie es.`,
})

tp32Messages.translate('de', {
  title: 'MFA wird verlangt',
  what: 'Eine Bedingung, die nur ein Aufrufer mit MFA erfüllt',
  why: 'Ein Programm hat kein MFA-Gerät, also wird es immer abgewiesen.',
  todo: 'Entfernen Sie die Bedingung.',
  found: (key) => `Das Produkt ist ein Programm und hat kein MFA-Gerät, also ist das nie erfüllt. Entfernen Sie ${key}.`,
})

tp33Messages.translate('de', {
  title: 'Die Adresse des Aufrufers wird verglichen',
  what: 'aws:SourceIp oder aws:VpcSourceIp',
  why: 'Das funktioniert nur mit festen Adressen, die der Anbieter veröffentlicht. Private Adressen passen nie, weil der Aufruf AWS über das Internet oder über einen Endpunkt erreicht.',
  todo: 'Entfernen Sie die Bedingung, außer der Anbieter veröffentlicht seine Adressen und sagt zu, sie zu behalten.',
  privateAddress: (text, key) => `${text} ist eine private Adresse, die AWS nie als ${key} sieht. Entfernen Sie die Bedingung.`,
  found:
    'Das funktioniert nur, solange der Anbieter von diesen Adressen aus aufruft. Behalten Sie es nur, wenn der Anbieter sie veröffentlicht.',
})

tp34Messages.translate('de', {
  title: 'aws:PrincipalArn ist nie eine Sitzung',
  what: 'aws:PrincipalArn wird mit dem ARN einer angenommenen Rolle (assumed-role) verglichen',
  why: 'Bei der Sitzung einer Rolle ist aws:PrincipalArn der ARN der Rolle und gleicht deshalb nie einem assumed-role-ARN.',
  todo: 'Schreiben Sie den ARN der Rolle: arn:aws:iam::…:role/….',
  found: (value) => `Bei der Sitzung einer Rolle ist aws:PrincipalArn der ARN der Rolle. Schreiben Sie ${value}.`,
})

tp35Messages.translate('de', {
  title: 'Die Organisation des Aufrufers wird verglichen',
  what: 'aws:PrincipalOrgID oder aws:PrincipalOrgPaths',
  why: 'Der Anbieter ist nicht in der Organisation des Kunden, also ist die Bedingung nie erfüllt.',
  todo: 'Entfernen Sie die Bedingung.',
  found: 'Der Anbieter ist nicht in der Organisation des Kunden, also ist das nie erfüllt. Entfernen Sie es.',
})

tp36Messages.translate('de', {
  title: 'Derselbe Bedingungsschlüssel zweimal',
  what: 'Bedingungsschlüssel eines Operators, die sich nur in der Groß- und Kleinschreibung unterscheiden',
  why: 'Die Groß- und Kleinschreibung von Bedingungsschlüsseln zählt nicht, also sind sts:ExternalId und sts:externalid zweimal derselbe. AWS weist das zurück.',
  todo: 'Fassen Sie sie zu einem zusammen.',
  found: (key) => `${key} ist derselbe Bedingungsschlüssel wie einer davor; Großbuchstaben zählen nicht. Fassen Sie sie zu einem zusammen.`,
})

tp40Messages.translate('de', {
  title: 'Ausgewertet: öffnet ohne die richtige externe ID',
  what: 'Eine Richtlinie, die einen Aufruf ohne die externe ID hereinlässt, auf einem Weg, den keine andere Regel kennt',
  why: 'Ohne die externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu nutzen: der Confused Deputy.',
  todo: 'Nehmen Sie die Vertrauensrichtlinie, wie sie vorgeschlagen wird.',
  noId: 'ohne externe ID',
  randomId: 'mit einer zufälligen externen ID',
  nearMiss: 'mit einer externen ID, die fast die richtige ist,',
  found: (probe) => `Ein Aufruf ${probe} kommt herein. Vergleichen Sie sts:ExternalId mit StringEquals, in jedem Allow.`,
})

tp41Messages.translate('de', {
  title: 'Ausgewertet: weist den Anbieter ab',
  what: 'Eine Richtlinie, die den Anbieter mit der richtigen externen ID abweist, aus einem Grund, den keine andere Regel kennt',
  why: 'Die Verbindung kann nicht funktionieren: Der Aufruf des Anbieters wird abgewiesen.',
  todo: 'Nehmen Sie die Vertrauensrichtlinie, wie sie vorgeschlagen wird.',
  denied: 'Ein Deny weist den Anbieter ab, obwohl er die richtige externe ID sendet.',
  notAllowed: 'Kein Allow lässt den Anbieter herein, obwohl er die richtige externe ID sendet.',
})

tp42Messages.translate('de', {
  title: 'Lässt sich nicht sagen',
  what: 'Eine Bedingung, die von etwas abhängt, das nur AWS im Augenblick des Aufrufs weiß',
  why: 'Ob der Anbieter hereinkommt und andere nicht, lässt sich am Text nicht erkennen. Die Prüfung probiert es aus.',
  todo: 'Entfernen Sie die Bedingung, außer Sie wissen, dass jeder Aufruf des Anbieters sie erfüllt.',
  condition: (key) => `Ob die Aufrufe des Anbieters die Bedingung auf ${key} erfüllen, lässt sich von hier aus nicht sagen.`,
  found: 'Ob das den Anbieter hereinlässt und sonst niemanden, lässt sich von hier aus nicht sagen.',
})
