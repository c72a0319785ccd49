import { tp23Messages, tp24Messages } from '#core/rules/trust/actions.ts'
import { tp31Messages, tp32Messages, tp33Messages, tp34Messages, tp35Messages, tp49Messages } from '#core/rules/trust/caller-conditions.ts'
import { tp25Messages, tp26Messages, tp27Messages, tp28Messages, tp36Messages } from '#core/rules/trust/document-form.ts'
import { tp40Messages, tp41Messages, tp42Messages } from '#core/rules/trust/trust-rules.ts'
import { tp48Messages } from '#core/rules/trust/without-value.ts'

tp23Messages.translate('de', {
  title: 'Andere Aktionen als AssumeRole',
  what: 'Ein Allow mit Platzhaltern, NotAction oder einer Aktion, die AWS-Prinzipale nicht aufrufen können, und eine Anweisung ohne Action',
  why: 'Der Anbieter ruft sts:AssumeRole auf. Mit einem Platzhalter darf er auch Sitzungs-Tags und eine Source Identity setzen. AssumeRoleWithSAML und AssumeRoleWithWebIdentity funktionieren mit einem AWS-Prinzipal nicht.',
  todo: 'Schreiben Sie "sts:AssumeRole".',
  missing: 'Der Anweisung fehlt "Action". Schreiben Sie "sts:AssumeRole".',
  notAction: 'NotAction erlaubt alles, was nicht aufgezählt ist. Schreiben Sie "Action": "sts:AssumeRole".',
  found: (text) => `${text} ist nicht die Aktion, die ein AWS-Konto hier braucht. Schreiben Sie "sts:AssumeRole".`,
})

tp24Messages.translate('de', {
  title: 'Sitzungs-Tags sind nicht erlaubt',
  what: 'Der Anbieter sendet Sitzungs-Tags oder eine Source Identity, und kein Allow enthält die Aktion dafür',
  why: 'AWS weist den ganzen Aufruf zurück, wenn die Vertrauensrichtlinie sts:TagSession oder sts:SetSourceIdentity nicht erlaubt.',
  todo: 'Ergänzen Sie die Aktion, oder bitten Sie den Anbieter, sie nicht mehr zu senden.',
  found: (missing) => `Die Aufrufe des Anbieters brauchen auch ${missing}. Ergänzen Sie es.`,
})

tp25Messages.translate('de', {
  title: 'Resource in einer Vertrauensrichtlinie',
  what: 'Ein Resource- oder NotResource-Element',
  why: 'Die Rolle selbst ist die Ressource ihrer Vertrauensrichtlinie. AWS weist das Dokument zurück: MalformedPolicyDocument, Has prohibited field Resource.',
  todo: 'Entfernen Sie es. Wenn das eine Berechtigungsrichtlinie ist, fügen Sie sie in das andere Feld ein.',
  found: (name) => `Eine Vertrauensrichtlinie darf kein ${name} enthalten. Entfernen Sie es.`,
})

tp26Messages.translate('de', {
  title: 'Veraltete Version der Richtliniensprache',
  what: 'Version fehlt oder ist 2008-10-17',
  why: 'Ohne "2012-10-17" verwendet AWS die Version von 2008, in der Richtlinienvariablen nur Text sind.',
  todo: 'Schreiben Sie oben "Version": "2012-10-17".',
  missing: 'Die Version fehlt. Schreiben Sie "Version": "2012-10-17".',
  old: 'Schreiben Sie "2012-10-17", die aktuelle Version.',
})

tp27Messages.translate('de', {
  title: 'Effect fehlt oder ist falsch geschrieben',
  what: 'Ein Effect, der weder "Allow" noch "Deny" ist',
  why: 'AWS weist eine Anweisung zurück, deren Effect nicht genau "Allow" oder "Deny" ist.',
  todo: 'Schreiben Sie "Allow" oder "Deny".',
  missing: 'Der Anweisung fehlt "Effect". Schreiben Sie "Allow" oder "Deny".',
  wrong: (meant) => `Schreiben Sie ${meant}. Groß- und Kleinschreibung wird beachtet.`,
})

tp28Messages.translate('de', {
  title: 'Zu lang für das Kontingent',
  what: 'Mehr als 2.048 Zeichen ohne Leerraum',
  why: 'Vertrauensrichtlinien dürfen höchstens 2.048 Zeichen haben, sofern das Kontingent nicht erhöht wurde.',
  todo: 'Entfernen Sie alte externe IDs und Prinzipale.',
  found: (size, sizeMaximum) =>
    `Die Richtlinie hat ${size} Zeichen. Erlaubt sind ${sizeMaximum}. Entfernen Sie alte externe IDs und Prinzipale.`,
})

tp31Messages.translate('de', {
  title: 'Ein Schlüssel, den nur Services senden',
  what: 'aws:SourceArn, aws:SourceAccount oder aws:SourceOrgID mit einem AWS-Prinzipal',
  why: 'Diese Schlüssel gibt es nur in Aufrufen, die ein AWS-Service macht. Aufrufe des Anbieters enthalten sie nie, deshalb lehnt AWS sie immer ab.',
  todo: 'Entfernen Sie die Bedingung.',
  found: (key) => `Aufrufe des Anbieters enthalten ${key} nie, deshalb lehnt AWS sie ab. Entfernen Sie den Schlüssel.`,
  denied: (key) => `Aufrufe des Anbieters enthalten ${key} nie, deshalb blockiert dieses Deny sie. Entfernen Sie die Anweisung.`,
})

tp32Messages.translate('de', {
  title: 'MFA wird verlangt',
  what: 'Eine Bedingung, die nur ein Aufrufer mit MFA erfüllt',
  why: 'Anwendungen können MFA nicht verwenden, deshalb lehnt AWS den Aufruf immer ab.',
  todo: 'Entfernen Sie die Bedingung.',
  found: (key) => `Anwendungen können MFA nicht verwenden, deshalb ist das nie erfüllt. Entfernen Sie ${key}.`,
  denied: 'Anwendungen können MFA nicht verwenden, deshalb blockiert dieses Deny den Anbieter. Entfernen Sie die Anweisung.',
})

tp33Messages.translate('de', {
  title: 'Die IP-Adresse des Aufrufers ist eingeschränkt',
  what: 'aws:SourceIp oder aws:VpcSourceIp',
  why: 'Das funktioniert nur mit festen Adressen, die der Anbieter veröffentlicht. Private Adressen stimmen nie überein, weil der Aufruf AWS über das Internet oder über einen Endpunkt erreicht.',
  todo: 'Entfernen Sie die Bedingung, sofern der Anbieter seine Adressen nicht veröffentlicht und beibehält.',
  privateAddress: (text, key) => `${text} ist eine private Adresse, die in ${key} nie vorkommt. Entfernen Sie die Bedingung.`,
  found:
    'Das funktioniert nur, solange der Anbieter von diesen Adressen aus aufruft. Behalten Sie die Bedingung nur, wenn der Anbieter seine Adressen veröffentlicht.',
  excluded:
    'Das funktioniert nur, solange der Anbieter nicht von diesen Adressen aus aufruft. Behalten Sie die Bedingung nur, wenn der Anbieter das bestätigt.',
})

tp34Messages.translate('de', {
  title: 'aws:PrincipalArn ist nie eine Sitzung',
  what: 'aws:PrincipalArn wird mit einem assumed-role-ARN verglichen',
  why: 'In einer Rollensitzung enthält aws:PrincipalArn den ARN der Rolle, nie einen assumed-role-ARN.',
  todo: 'Schreiben Sie den ARN der Rolle: arn:aws:iam::…:role/….',
  found: (value) => `In einer Rollensitzung enthält aws:PrincipalArn den ARN der Rolle. Schreiben Sie ${value}.`,
})

tp35Messages.translate('de', {
  title: 'Die Organisation des Aufrufers ist eingeschränkt',
  what: 'aws:PrincipalOrgID oder aws:PrincipalOrgPaths',
  why: 'Nur Aufrufer aus der genannten Organisation erfüllen sie. Ist das nicht die Organisation des Anbieters, erfüllt er sie nie.',
  todo: 'Entfernen Sie die Bedingung.',
  found: 'Ist die genannte Organisation nicht die des Anbieters, erfüllt er das nie. Entfernen Sie die Bedingung.',
  denied: 'Ist die genannte Organisation nicht die des Anbieters, blockiert dieses Deny ihn. Entfernen Sie die Anweisung.',
})

tp36Messages.translate('de', {
  title: 'Derselbe Bedingungsschlüssel zweimal',
  what: 'Bedingungsschlüssel in einem Condition-Element, die sich nur in der Groß- und Kleinschreibung unterscheiden',
  why: 'Bei Bedingungsschlüsseln wird Groß- und Kleinschreibung nicht beachtet: sts:ExternalId und sts:externalid sind derselbe Schlüssel. AWS weist die Wiederholung zurück.',
  todo: 'Fassen Sie beide zusammen, oder schreiben Sie den Schlüssel überall gleich.',
  found: (key) =>
    `${key} wiederholt einen früheren Bedingungsschlüssel (Groß- und Kleinschreibung wird nicht beachtet). Fassen Sie beide zusammen.`,
  respelled: (key, first) =>
    `${key} und ${first} sind derselbe Bedingungsschlüssel. Beide Schreibweisen in einem Condition-Element weist AWS zurück. Schreiben Sie auch hier ${first}.`,
})

tp48Messages.translate('de', {
  title: 'Ohne Inhalt',
  what: 'Action, ein Prinzipal oder ein Bedingungsschlüssel mit einer leeren Liste, oder ein leeres Condition-Element oder ein leerer Operator darin',
  why: 'Aus der Dokumentation von AWS geht nicht klar hervor, was eine leere Liste oder Bedingung bedeutet. Deshalb lässt sich nicht erkennen, wen die Rolle zulässt.',
  todo: 'Geben Sie den Wert an, oder entfernen Sie das Element.',
  found: (name) => `${name} enthält eine leere Liste. Was das bedeutet, sagt AWS nicht. Geben Sie den gemeinten Wert an.`,
  foundCondition: (name) =>
    `${name} enthält keine Bedingung. Was das bedeutet, sagt AWS nicht eindeutig. Geben Sie die Bedingung an, oder entfernen Sie ${name}.`,
})

tp49Messages.translate('de', {
  title: 'Der Zeitpunkt ist vorbei',
  what: 'Eine Bedingung für aws:CurrentTime oder aws:EpochTime, die kein Aufruf mehr erfüllt',
  why: 'AWS vergleicht den Zeitpunkt des Aufrufs. Von da an lässt die Anweisung also keinen Aufruf mehr zu.',
  todo: 'Entfernen Sie die Bedingung, oder geben Sie einen späteren Zeitpunkt an.',
  found: 'Dieser Zeitpunkt ist vorbei, deshalb lässt diese Anweisung keinen Aufruf mehr zu. Entfernen Sie die Bedingung.',
})

tp40Messages.translate('de', {
  title: 'Auswertung: Zugriff für andere Aufrufer oder externe IDs',
  what: 'Eine Richtlinie, die ein anderes Konto oder einen Aufruf ohne die richtige externe ID zulässt, aus einem Grund, den keine andere Regel abdeckt',
  why: 'Ohne die externe ID lässt sich das Produkt dazu bringen, diese Rolle für einen anderen Kunden zu verwenden (Confused-Deputy-Problem).',
  todo: 'Verwenden Sie die vorgeschlagene Vertrauensrichtlinie.',
  noId: 'ohne externe ID',
  randomId: 'mit einer zufälligen externen ID',
  nearMiss: 'mit einer ähnlichen externen ID',
  namedId: 'mit einer anderen externen ID',
  otherAccount: 'Ein Aufruf aus einem anderen Konto als dem des Anbieters ist erlaubt. Geben Sie das Konto des Anbieters als Prinzipal an.',
  found: (probe) => `Ein Aufruf ${probe} ist erlaubt. Vergleichen Sie sts:ExternalId in jedem Allow mit StringEquals.`,
})

tp41Messages.translate('de', {
  title: 'Auswertung: Anbieter wird abgelehnt',
  what: 'Eine Richtlinie, die den Anbieter trotz der richtigen externen ID ablehnt, aus einem Grund, den keine andere Regel abdeckt',
  why: 'Die Verbindung kann nicht funktionieren, weil AWS den Aufruf des Anbieters ablehnt.',
  todo: 'Verwenden Sie die vorgeschlagene Vertrauensrichtlinie.',
  denied: 'Ein Deny blockiert den Anbieter, obwohl er die richtige externe ID sendet.',
  notAllowed: 'Kein Allow erfasst den Anbieter, obwohl er die richtige externe ID sendet.',
  deniedRoles: (roles) => `Die Anwendung des Anbieters hat mehrere Rollen, und die Richtlinie erlaubt ${roles} nicht.`,
})

tp42Messages.translate('de', {
  title: 'Nicht feststellbar',
  what: 'Eine Bedingung, die von etwas abhängt, das nur AWS zum Zeitpunkt des Aufrufs kennt',
  why: 'Der Text zeigt nicht, ob nur der Anbieter Zugriff hat. Die Verifizierung testet es.',
  todo: 'Entfernen Sie die Bedingung, sofern Sie nicht sicher sind, dass jeder Aufruf des Anbieters sie erfüllt.',
  condition: (key) => `Der Text zeigt nicht, ob die Aufrufe des Anbieters die Bedingung für ${key} erfüllen.`,
  sessionPath: (arn) =>
    `${arn} enthält einen Pfad, den der ARN einer Sitzung nie hat. Deshalb zeigt der Text nicht, wer gemeint ist. Vertrauen Sie stattdessen dem Konto.`,
  found: 'Der Text zeigt nicht, ob das nur dem Anbieter Zugriff gibt.',
})
