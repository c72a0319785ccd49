import type { Phrases } from '#core/rules/phrases.ts'

/** Actions, further conditions and the form of a trust policy. */
export const trustForm: Phrases = {
  TP23: {
    'Other actions than AssumeRole': 'Andere Aktionen als AssumeRole',
    'An Allow with wildcards, NotAction, or an action that AWS principals cannot call, and a statement without Action':
      'Ein Allow mit Platzhaltern, NotAction oder einer Aktion, die AWS-Prinzipale nicht aufrufen können, und eine Anweisung ohne Action',
    'The vendor calls sts:AssumeRole. A wildcard also lets it set session tags and a source identity, and AssumeRoleWithSAML or AssumeRoleWithWebIdentity do not go with an AWS principal.':
      'Der Anbieter ruft sts:AssumeRole auf. Ein Platzhalter lässt ihn auch Sitzungs-Tags und eine Source Identity setzen, und AssumeRoleWithSAML oder AssumeRoleWithWebIdentity passen nicht zu einem AWS-Prinzipal.',
    'Write "sts:AssumeRole".': 'Schreiben Sie "sts:AssumeRole".',
    'The statement has no "Action". Write "sts:AssumeRole".': 'Die Anweisung hat keine "Action". Schreiben Sie "sts:AssumeRole".',
    'NotAction allows whatever is not listed. Write "Action": "sts:AssumeRole".':
      'NotAction erlaubt alles, was nicht aufgezählt ist. Schreiben Sie "Action": "sts:AssumeRole".',
    '{0} is more than, or not, what an AWS account does here. Write "sts:AssumeRole".':
      '{0} ist mehr oder etwas anderes, als ein AWS-Konto hier tut. Schreiben Sie "sts:AssumeRole".',
  },
  TP24: {
    'Session tags are not allowed': 'Sitzungs-Tags sind nicht erlaubt',
    'The vendor sends session tags or a source identity, and no Allow has the action for it':
      'Der Anbieter sendet Sitzungs-Tags oder eine Source Identity, und kein Allow hat die Aktion dafür',
    'AWS refuses the whole call when the trust policy does not allow sts:TagSession or sts:SetSourceIdentity.':
      'AWS weist den ganzen Aufruf zurück, wenn die Vertrauensrichtlinie sts:TagSession oder sts:SetSourceIdentity nicht erlaubt.',
    'Add the action, or let the vendor stop sending them.': 'Ergänzen Sie die Aktion, oder lassen Sie den Anbieter damit aufhören.',
    "The vendor's calls need {0} too. Add it.": 'Die Aufrufe des Anbieters brauchen auch {0}. Ergänzen Sie es.',
  },
  TP25: {
    'Resource in a trust policy': 'Resource in einer Vertrauensrichtlinie',
    'A Resource or NotResource element': 'Ein Element Resource oder NotResource',
    'The role itself is the resource of its trust policy. AWS refuses the document: MalformedPolicyDocument, Has prohibited field Resource.':
      'Die Rolle selbst ist die Ressource ihrer Vertrauensrichtlinie. AWS weist das Dokument zurück: MalformedPolicyDocument, Has prohibited field Resource.',
    'Remove it. If it was meant as a permissions policy, it is in the wrong box.':
      'Entfernen Sie es. War eine Berechtigungsrichtlinie gemeint, steht sie im falschen Feld.',
    'A trust policy has no {0}. Remove it.': 'Eine Vertrauensrichtlinie hat kein {0}. Entfernen Sie es.',
  },
  TP26: {
    'Old version of the policy language': 'Alte Version der Richtliniensprache',
    'Version is missing or not 2012-10-17': 'Version fehlt oder ist nicht 2012-10-17',
    'Without "2012-10-17" AWS takes the version of 2008, in which policy variables are plain text.':
      'Ohne "2012-10-17" nimmt AWS die Version von 2008, in der Richtlinienvariablen einfacher Text sind.',
    'Write "Version": "2012-10-17" at the top.': 'Schreiben Sie oben "Version": "2012-10-17".',
    'The version is missing. Write "Version": "2012-10-17".': 'Die Version fehlt. Schreiben Sie "Version": "2012-10-17".',
    'Write "2012-10-17", the current version.': 'Schreiben Sie "2012-10-17", die aktuelle Version.',
  },
  TP27: {
    'Effect missing or misspelt': 'Effect fehlt oder ist falsch geschrieben',
    'An Effect that is neither "Allow" nor "Deny"': 'Ein Effect, der weder "Allow" noch "Deny" ist',
    'AWS refuses a statement whose effect is not exactly "Allow" or "Deny".':
      'AWS weist eine Anweisung zurück, deren Wirkung nicht genau "Allow" oder "Deny" ist.',
    'Write "Allow" or "Deny".': 'Schreiben Sie "Allow" oder "Deny".',
    'The statement has no "Effect". Write "Allow" or "Deny".': 'Die Anweisung hat keinen "Effect". Schreiben Sie "Allow" oder "Deny".',
    'Write {0}: capitals count.': 'Schreiben Sie {0}: Großbuchstaben zählen.',
  },
  TP28: {
    'Longer than the quota': 'Länger als das Kontingent',
    'More than 2048 characters, white space not counted': 'Mehr als 2048 Zeichen, Leerraum nicht gezählt',
    'AWS takes trust policies of up to 2048 characters unless the quota was raised.':
      'AWS nimmt Vertrauensrichtlinien bis 2048 Zeichen an, außer das Kontingent wurde erhöht.',
    'Remove old external IDs and principals.': 'Entfernen Sie alte externe IDs und Prinzipale.',
    'The policy has {0} characters; AWS takes {1}. Remove old external IDs and principals.':
      'Die Richtlinie hat {0} Zeichen; AWS nimmt {1} an. Entfernen Sie alte externe IDs und Prinzipale.',
  },
  TP31: {
    'A key that only services send': 'Ein Schlüssel, den nur Services senden',
    'aws:SourceArn, aws:SourceAccount or aws:SourceOrgID with an AWS principal':
      'aws:SourceArn, aws:SourceAccount oder aws:SourceOrgID mit einem AWS-Prinzipal',
    'These keys are there only when an AWS service calls. A call of the vendor never has them, so it is always refused.':
      'Diese Schlüssel gibt es nur, wenn ein AWS-Service aufruft. Ein Aufruf des Anbieters hat sie nie, also wird er immer abgewiesen.',
    'Remove the condition.': 'Entfernen Sie die Bedingung.',
    '{0} is never there when the vendor calls, so the call is refused. Remove it.':
      '{0} ist nie da, wenn der Anbieter aufruft, also wird der Aufruf abgewiesen. Entfernen Sie es.',
  },
  TP32: {
    'MFA is demanded': 'MFA wird verlangt',
    'A condition that only a caller with MFA meets': 'Eine Bedingung, die nur ein Aufrufer mit MFA erfüllt',
    'A program has no MFA device, so it is always refused.': 'Ein Programm hat kein MFA-Gerät, also wird es immer abgewiesen.',
    'Remove the condition.': 'Entfernen Sie die Bedingung.',
    'The product is a program and has no MFA device, so this is never met. Remove {0}.':
      'Das Produkt ist ein Programm und hat kein MFA-Gerät, also ist das nie erfüllt. Entfernen Sie {0}.',
  },
  TP33: {
    'The address of the caller is compared': 'Die Adresse des Aufrufers wird verglichen',
    'aws:SourceIp or aws:VpcSourceIp': 'aws:SourceIp oder aws:VpcSourceIp',
    'It works only with stable addresses that the vendor publishes. Private addresses never match, because the call reaches AWS over the internet or over an endpoint.':
      'Das funktioniert nur mit festen Adressen, die der Anbieter veröffentlicht. Private Adressen passen nie, weil der Aufruf AWS über das Internet oder über einen Endpunkt erreicht.',
    'Remove it, unless the vendor publishes its addresses and promises to keep them.':
      'Entfernen Sie die Bedingung, außer der Anbieter veröffentlicht seine Adressen und sagt zu, sie zu behalten.',
    '{0} is a private address, which AWS never sees as {1}. Remove the condition.':
      '{0} ist eine private Adresse, die AWS nie als {1} sieht. Entfernen Sie die Bedingung.',
    'This works only as long as the vendor calls from these addresses. Keep it only if the vendor publishes them.':
      'Das funktioniert nur, solange der Anbieter von diesen Adressen aus aufruft. Behalten Sie es nur, wenn der Anbieter sie veröffentlicht.',
  },
  TP34: {
    'aws:PrincipalArn is never a session': 'aws:PrincipalArn ist nie eine Sitzung',
    'aws:PrincipalArn compared with an assumed-role ARN':
      'aws:PrincipalArn wird mit dem ARN einer angenommenen Rolle (assumed-role) verglichen',
    'For a session of a role aws:PrincipalArn is the ARN of the role, so it never equals an assumed-role ARN.':
      'Bei der Sitzung einer Rolle ist aws:PrincipalArn der ARN der Rolle und gleicht deshalb nie einem assumed-role-ARN.',
    'Write the ARN of the role: arn:aws:iam::…:role/….': 'Schreiben Sie den ARN der Rolle: arn:aws:iam::…:role/….',
    'For a session of a role aws:PrincipalArn is the ARN of the role. Write {0}.':
      'Bei der Sitzung einer Rolle ist aws:PrincipalArn der ARN der Rolle. Schreiben Sie {0}.',
  },
  TP35: {
    'The organization of the caller is compared': 'Die Organisation des Aufrufers wird verglichen',
    'aws:PrincipalOrgID or aws:PrincipalOrgPaths': 'aws:PrincipalOrgID oder aws:PrincipalOrgPaths',
    'The vendor is not in the organization of the customer, so the condition is never met.':
      'Der Anbieter ist nicht in der Organisation des Kunden, also ist die Bedingung nie erfüllt.',
    'Remove the condition.': 'Entfernen Sie die Bedingung.',
    'The vendor is not in the organization of the customer, so this is never met. Remove it.':
      'Der Anbieter ist nicht in der Organisation des Kunden, also ist das nie erfüllt. Entfernen Sie es.',
  },
  TP36: {
    'The same condition key twice': 'Derselbe Bedingungsschlüssel zweimal',
    'Condition keys of one operator that differ in case only':
      'Bedingungsschlüssel eines Operators, die sich nur in der Groß- und Kleinschreibung unterscheiden',
    'The case of condition keys does not count, so sts:ExternalId and sts:externalid are the same key twice. AWS refuses it.':
      'Die Groß- und Kleinschreibung von Bedingungsschlüsseln zählt nicht, also sind sts:ExternalId und sts:externalid zweimal derselbe. AWS weist das zurück.',
    'Join them into one.': 'Fassen Sie sie zu einem zusammen.',
    '{0} is the same condition key as one before it; capitals do not count. Join them into one.':
      '{0} ist derselbe Bedingungsschlüssel wie einer davor; Großbuchstaben zählen nicht. Fassen Sie sie zu einem zusammen.',
  },
  TP37: {
    'A character that AWS refuses': 'Ein Zeichen, das AWS zurückweist',
    'Characters outside of tab, line feed, carriage return and U+0020 to U+00FF':
      'Andere Zeichen als Tabulator, Zeilenvorschub, Wagenrücklauf und U+0020 bis U+00FF',
    'AWS refuses the whole document. They usually come from a word processor or a chat: curly quotes, long dashes, characters that nobody sees.':
      'AWS weist das ganze Dokument zurück. Meist kommen sie aus einer Textverarbeitung oder einem Chat: typografische Anführungszeichen, lange Striche, Zeichen, die niemand sieht.',
    'Remove them, or write the plain ones.': 'Entfernen Sie sie, oder schreiben Sie die einfachen.',
  },
  TP38: {
    'The same Sid twice': 'Dieselbe Sid zweimal',
    'Two statements with the same Sid': 'Zwei Anweisungen mit derselben Sid',
    'The Sid of each statement must be unique in the policy. AWS refuses it otherwise.':
      'Die Sid jeder Anweisung muss in der Richtlinie eindeutig sein. Sonst weist AWS sie zurück.',
    'Give one of them another Sid, or none: a Sid is only a name.':
      'Geben Sie einer von ihnen eine andere Sid oder keine: Eine Sid ist nur ein Name.',
    'Another statement has the Sid {0} already. Change or remove this one.':
      'Eine andere Anweisung hat schon die Sid {0}. Ändern oder entfernen Sie diese.',
  },
  TP44: {
    'A Sid that AWS refuses': 'Eine Sid, die AWS zurückweist',
    'A Sid with other characters than letters A to Z and digits': 'Eine Sid mit anderen Zeichen als den Buchstaben A bis Z und Ziffern',
    'IAM takes letters and digits in a Sid only, and refuses the document otherwise.':
      'IAM nimmt in einer Sid nur Buchstaben und Ziffern an und weist das Dokument sonst zurück.',
    'Leave the other characters out, or the whole Sid.': 'Lassen Sie die anderen Zeichen weg oder die ganze Sid.',
    '{0} has characters that IAM refuses in a Sid. Use letters and digits only.':
      '{0} enthält Zeichen, die IAM in einer Sid zurückweist. Nehmen Sie nur Buchstaben und Ziffern.',
  },
  TP45: {
    'An unknown condition operator': 'Ein unbekannter Bedingungsoperator',
    'A condition with an operator that does not exist': 'Eine Bedingung mit einem Operator, den es nicht gibt',
    'IAM knows a fixed set of operators, and refuses a document that names another.':
      'IAM kennt eine feste Menge von Operatoren und weist ein Dokument zurück, das einen anderen nennt.',
    'Write the operator as AWS does, for example StringEquals.': 'Schreiben Sie den Operator wie AWS, zum Beispiel StringEquals.',
    'There is no condition operator {0}.': 'Einen Bedingungsoperator {0} gibt es nicht.',
    'There is no condition operator {0}. {1} is probably meant.': 'Einen Bedingungsoperator {0} gibt es nicht. Gemeint ist wohl {1}.',
  },
  TP46: {
    'A value that its condition operator cannot compare': 'Ein Wert, den sein Bedingungsoperator nicht vergleichen kann',
    'A condition value of another kind than its operator takes, such as Bool with "yes" or StringEquals with a range of addresses':
      'Ein Bedingungswert anderer Art, als sein Operator annimmt, etwa Bool mit „yes“ oder StringEquals mit einem Adressbereich',
    'Such a comparison holds for no call, or AWS refuses the document: a Deny with it stops nothing, an Allow lets nobody in.':
      'Ein solcher Vergleich trifft auf keinen Aufruf zu, oder AWS weist das Dokument zurück: Ein Deny damit hält nichts auf, ein Allow lässt niemanden herein.',
    'Write a value of the kind that the operator takes, or use the operator for the kind of value.':
      'Schreiben Sie einen Wert der Art, die der Operator annimmt, oder nehmen Sie den Operator für diese Art von Wert.',
    'true or false': 'true oder false',
    'a number': 'eine Zahl',
    'a date such as 2026-01-31T12:00:00Z': 'ein Datum wie 2026-01-31T12:00:00Z',
    'an address or a range such as 203.0.113.0/24': 'eine Adresse oder einen Bereich wie 203.0.113.0/24',
    '{0} takes {1}, and {2} is not one.': '{0} nimmt {1} an; {2} ist nichts davon.',
    '{0} takes {1}, and {2} is not one. {3} is probably meant.': '{0} nimmt {1} an; {2} ist nichts davon. Gemeint ist wohl {3}.',
    '{0} compares texts, so the range {1} is equal to no address. Use {2}.':
      '{0} vergleicht Texte, daher ist der Bereich {1} keiner Adresse gleich. Nehmen Sie {2}.',
  },
}
