/** What the doctor says of the two policies of a role. */
export const trustExamination: Readonly<Record<string, string>> = {
  'The trust policy has a further condition, {0} on {1}, that was not asked for.':
    'Die Vertrauensrichtlinie hat eine weitere Bedingung, {0} auf {1}, die nicht verlangt war.',
  '{0} Remove it, or talk to the vendor if your company demands it.':
    '{0} Entfernen Sie sie, oder sprechen Sie mit dem Anbieter, wenn Ihr Unternehmen sie verlangt.',
  'The condition on aws:PrincipalArn names the session {0}; for a session the key holds the role, {1}.':
    'Die Bedingung auf aws:PrincipalArn nennt die Sitzung {0}; bei einer Sitzung steht in dem Schlüssel die Rolle, {1}.',
  'The condition on aws:PrincipalArn names {0}, which differs from {1} in upper and lower case.':
    'Die Bedingung auf aws:PrincipalArn nennt {0}, was von {1} in der Groß- und Kleinschreibung abweicht.',
  'The condition on aws:PrincipalArn names {0}, which has another path than {1}.':
    'Die Bedingung auf aws:PrincipalArn nennt {0}, was einen anderen Pfad hat als {1}.',
  'The condition on aws:PrincipalArn names {0}, and the application role is {1}.':
    'Die Bedingung auf aws:PrincipalArn nennt {0}, und die Anwendungsrolle ist {1}.',
  'It must be ArnEquals with aws:PrincipalArn {0}.': 'Es muss ArnEquals mit aws:PrincipalArn {0} sein.',
  'The application role is compared by {0} instead of ArnEquals.': 'Die Anwendungsrolle wird mit {0} statt mit ArnEquals verglichen.',
  'The trust policy lets every role of the vendor account in, not only {0}.':
    'Die Vertrauensrichtlinie lässt jede Rolle im Konto des Anbieters herein, nicht nur {0}.',
  'The condition ArnEquals with aws:PrincipalArn {0} is missing.': 'Die Bedingung ArnEquals mit aws:PrincipalArn {0} fehlt.',
  'It must be StringEquals with sts:ExternalId {0}.': 'Es muss StringEquals mit sts:ExternalId {0} sein.',
  'The condition {0} is also true for a call that sends no external ID.':
    'Die Bedingung {0} ist auch bei einem Aufruf wahr, der keine externe ID sendet.',
  'ForAllValues: is true where there is no value at all. {0}': 'ForAllValues: ist wahr, wo es gar keinen Wert gibt. {0}',
  'IfExists compares only where there is something to compare. {0}': 'IfExists vergleicht nur, wo es etwas zu vergleichen gibt. {0}',
  'The condition Null "true" demands that no external ID is sent, so the right one is refused.':
    'Die Bedingung Null "true" verlangt, dass keine externe ID gesendet wird; die richtige wird also abgewiesen.',
  'The condition {0} lets in every external ID but the one that it names.':
    'Die Bedingung {0} lässt jede externe ID herein außer der, die sie nennt.',
  'The condition Null "false" demands some external ID, and does not say which.':
    'Die Bedingung Null "false" verlangt irgendeine externe ID und sagt nicht, welche.',
  'The condition {0} takes the external ID in upper and lower case alike.':
    'Die Bedingung {0} unterscheidet bei der externen ID Groß- und Kleinschreibung nicht.',
  'The condition StringLike takes every external ID that looks like {0}.':
    'Die Bedingung StringLike nimmt jede externe ID an, die aussieht wie {0}.',
  '"*" and "?" stand for other characters. {0}': '"*" und "?" stehen für andere Zeichen. {0}',
  'The external ID is compared by {0} instead of StringEquals.': 'Die externe ID wird mit {0} statt mit StringEquals verglichen.',
  'after character {0}': 'nach Zeichen {0}',
  'at character {0}': 'bei Zeichen {0}',
  'The trust policy also takes the external ID {0}, perhaps an old one.':
    'Die Vertrauensrichtlinie nimmt auch die externe ID {0} an, vielleicht eine alte.',
  'Whoever knows it can have your role used for somebody else, and no check from outside can find it. {0}':
    'Wer sie kennt, kann Ihre Rolle für jemand anderen nutzen lassen, und keine Prüfung von außen findet sie. {0}',
  'The external ID in the trust policy has a blank or an invisible character too many: {0}.':
    'Die externe ID in der Vertrauensrichtlinie hat ein Leerzeichen oder ein unsichtbares Zeichen zu viel: {0}.',
  'IAM keeps it, and no call can ever match it. {0}': 'IAM behält es, und kein Aufruf kann je dazu passen. {0}',
  'The external ID in the trust policy has quotes that are part of the value.':
    'Die externe ID in der Vertrauensrichtlinie hat Anführungszeichen, die zum Wert gehören.',
  'The external ID in the trust policy differs from yours in upper and lower case, {0}.':
    'Die externe ID in der Vertrauensrichtlinie weicht von Ihrer in der Groß- und Kleinschreibung ab, {0}.',
  'StringEquals regards case. {0}': 'StringEquals unterscheidet Groß- und Kleinschreibung. {0}',
  'The trust policy expects the external ID {0}, and yours differs from it {1}.':
    'Die Vertrauensrichtlinie erwartet die externe ID {0}, und Ihre weicht davon {1} ab.',
  'It was edited, or is that of another or an earlier connection. {0}':
    'Sie wurde bearbeitet, oder sie gehört zu einer anderen oder einer früheren Verbindung. {0}',
  'The condition is on the key {0}, which does not exist; the key is sts:ExternalId.':
    'Die Bedingung steht auf dem Schlüssel {0}, den es nicht gibt; der Schlüssel heißt sts:ExternalId.',
  'IAM takes any name for a key and never finds a value for this one. {0}':
    'IAM nimmt jeden Namen als Schlüssel an und findet für diesen nie einen Wert. {0}',
  'A second statement{0} lets the role be assumed without the external ID.':
    'Eine zweite Anweisung{0} lässt die Rolle ohne die externe ID annehmen.',
  'Statements add up, so the weakest one decides. The trust policy must have one statement only.':
    'Anweisungen addieren sich, also entscheidet die schwächste. Die Vertrauensrichtlinie darf nur eine Anweisung haben.',
  'The trust policy has no condition on the external ID.': 'Die Vertrauensrichtlinie hat keine Bedingung auf die externe ID.',
  'Without it somebody else who uses {0} could name your role and be served with your data. {1}':
    'Ohne sie könnte jemand anderes, der {0} nutzt, Ihre Rolle nennen und Ihre Daten bekommen. {1}',
  'The policy that was asked for stands beside it.': 'Die Richtlinie, die verlangt war, steht daneben.',
  'none at all': 'gar keine',
  'The role has no inline policy named {0}; it has {1}.': 'Die Rolle hat keine Inline-Richtlinie namens {0}; sie hat {1}.',
  'Unless an attached policy grants the same, {0} can assume the role and do nothing with it.':
    'Erlaubt keine angefügte Richtlinie dasselbe, kann {0} die Rolle annehmen und nichts damit tun.',
  'The permissions policy has a Deny statement, and Deny wins over every Allow.':
    'Die Berechtigungsrichtlinie hat eine Deny-Anweisung, und Deny geht jedem Allow vor.',
  'The permissions policy has a condition that was not asked for: {0}.':
    'Die Berechtigungsrichtlinie hat eine Bedingung, die nicht verlangt war: {0}.',
  'The permissions policy allows {0} on other resources ({1}) than were asked for.':
    'Die Berechtigungsrichtlinie erlaubt {0} auf anderen Ressourcen ({1}) als verlangt.',
  '{0} is missing on {1}. {2}': '{0} fehlt auf {1}. {2}',
  'The permissions policy does not allow {0} on {1}.': 'Die Berechtigungsrichtlinie erlaubt {0} auf {1} nicht.',
  'everything but what NotAction or NotResource names': 'alles, was NotAction oder NotResource nicht nennt',
  '{0} on {1}': '{0} auf {1}',
  'The permissions policy allows more than was asked for, for example {0}.':
    'Die Berechtigungsrichtlinie erlaubt mehr als verlangt, zum Beispiel {0}.',
  '{0} does not need it. {1}': '{0} braucht es nicht. {1}',
  'The trust policy trusts "*", which is every AWS account there is.':
    'Die Vertrauensrichtlinie vertraut "*", also jedem AWS-Konto, das es gibt.',
  'The external ID is not a secret and does not protect the role alone. {0}':
    'Die externe ID ist kein Geheimnis und schützt die Rolle nicht allein. {0}',
  'The trust policy has NotPrincipal, which trusts everybody but those that it names.':
    'Die Vertrauensrichtlinie hat NotPrincipal und vertraut damit allen außer denen, die sie nennt.',
  'The trust policy trusts {0}, which is all that is left of a {1} that was deleted.':
    'Die Vertrauensrichtlinie vertraut {0}; das ist alles, was von einem gelöschten Prinzipal ({1}) übrig ist.',
  user: 'Benutzer',
  role: 'Rolle',
  'IAM keeps a role or user that is named as principal by its unique ID, and one of the same name that is created later has another. {0}':
    'IAM merkt sich eine Rolle oder einen Benutzer als Prinzipal unter einer eindeutigen ID, und wer später unter demselben Namen angelegt wird, hat eine andere. {0}',
  'The trust policy trusts {0}, one single session, which no later session is.':
    'Die Vertrauensrichtlinie vertraut {0}, einer einzelnen Sitzung, und keine spätere ist diese.',
  'Sessions have a new name each time. {0}': 'Sitzungen haben jedes Mal einen neuen Namen. {0}',
  'The trust policy trusts the user {0}, and {1} does not call as a user.':
    'Die Vertrauensrichtlinie vertraut dem Benutzer {0}, und {1} ruft nicht als Benutzer auf.',
  'The trust policy trusts your own account {0} instead of that of {1}.':
    'Die Vertrauensrichtlinie vertraut Ihrem eigenen Konto {0} statt dem von {1}.',
  'The trust policy trusts {0}, which is in the partition {1}, and the role is in {2}.':
    'Die Vertrauensrichtlinie vertraut {0} in der Partition {1}, und die Rolle ist in {2}.',
  'Roles cannot be assumed from one partition in another. {0}': 'Aus einer Partition lassen sich keine Rollen einer anderen annehmen. {0}',
  'The trust policy trusts {0}, which differs from the application role {1} in upper and lower case.':
    'Die Vertrauensrichtlinie vertraut {0}, was von der Anwendungsrolle {1} in der Groß- und Kleinschreibung abweicht.',
  'The trust policy trusts {0}, and the application role is {1}, with another path.':
    'Die Vertrauensrichtlinie vertraut {0}, und die Anwendungsrolle ist {1}, mit einem anderen Pfad.',
  'The path is part of the ARN. {0}': 'Der Pfad ist Teil des ARN. {0}',
  'The trust policy trusts the role {0} instead of the account, and that ends when {1} creates the role anew.':
    'Die Vertrauensrichtlinie vertraut der Rolle {0} statt dem Konto, und das endet, wenn {1} die Rolle neu anlegt.',
  'IAM keeps the role by its unique ID. The account as principal, with the role in a condition, stays valid. {0}':
    'IAM merkt sich die Rolle unter ihrer eindeutigen ID. Das Konto als Prinzipal, mit der Rolle in einer Bedingung, bleibt gültig. {0}',
  'The trust policy trusts {0}, which is not the role that {1} runs as.':
    'Die Vertrauensrichtlinie vertraut {0}; das ist nicht die Rolle, mit der {1} läuft.',
  'The trust policy trusts account {0}, and {1} runs in {2}.': 'Die Vertrauensrichtlinie vertraut dem Konto {0}, und {1} läuft in {2}.',
  'The trust policy does not name the account of {0} at all.': 'Die Vertrauensrichtlinie nennt das Konto von {0} gar nicht.',
  'The trust policy also trusts {0}, which was not asked for.': 'Die Vertrauensrichtlinie vertraut auch {0}, was nicht verlangt war.',
  'Make one role for each vendor, so that one external ID opens one door. {0}':
    'Legen Sie für jeden Anbieter eine eigene Rolle an, damit eine externe ID nur eine Tür öffnet. {0}',
  ' of {0} characters': ' mit {0} Zeichen',
  'The trust policy{0} is longer than the {1} characters that IAM takes by default.':
    'Die Vertrauensrichtlinie{0} ist länger als die {1} Zeichen, die IAM von Haus aus annimmt.',
  'Blanks between the parts are not counted. One statement for one vendor is short enough; put others into roles of their own.':
    'Leerraum zwischen den Teilen zählt nicht. Eine Anweisung für einen Anbieter ist kurz genug; legen Sie für andere eigene Rollen an.',
  'The trust policy has a Deny statement{0}, and Deny wins over every Allow.':
    'Die Vertrauensrichtlinie hat eine Deny-Anweisung{0}, und Deny geht jedem Allow vor.',
  'The trust policy that was asked for has none and needs none.': 'Die verlangte Vertrauensrichtlinie hat keine und braucht keine.',
  'No statement of the trust policy allows sts:AssumeRole{0}.': 'Keine Anweisung der Vertrauensrichtlinie erlaubt sts:AssumeRole{0}.',
  '; it speaks of {0}': '; sie spricht von {0}',
  'sts:AssumeRoleWithSAML and sts:AssumeRoleWithWebIdentity are for people and programs that sign in elsewhere; the call here is sts:AssumeRole.':
    'sts:AssumeRoleWithSAML und sts:AssumeRoleWithWebIdentity sind für Personen und Programme, die sich anderswo anmelden; der Aufruf hier ist sts:AssumeRole.',
  'The trust policy also allows {0}, which was not asked for.': 'Die Vertrauensrichtlinie erlaubt auch {0}, was nicht verlangt war.',
  'sts:AssumeRole alone is enough.': 'sts:AssumeRole allein genügt.',
  'The trust policy has {0} statements, and one was asked for.': 'Die Vertrauensrichtlinie hat {0} Anweisungen, und verlangt war eine.',
  'Statements add up. What the others allow is not known here and not needed.':
    'Anweisungen addieren sich. Was die anderen erlauben, ist hier nicht bekannt und nicht nötig.',
  'The call of {0} also asks for {1}, which the trust policy does not allow.':
    'Der Aufruf von {0} verlangt auch {1}, was die Vertrauensrichtlinie nicht erlaubt.',
  'The trust policy is as it was asked for. {0} should not send what needs {1}; some ways of running an application add it unasked.':
    'Die Vertrauensrichtlinie ist so, wie sie verlangt war. {0} sollte nicht senden, was {1} braucht; manche Arten, eine Anwendung zu betreiben, fügen es ungefragt hinzu.',
  'The principal must be account {0} of {1}, as arn:{2}:iam::{3}:root.':
    'Der Prinzipal muss das Konto {0} von {1} sein, als arn:{2}:iam::{3}:root.',
}
