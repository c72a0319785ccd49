import type { Phrases } from '#core/rules/phrases.ts'

/** What in a permissions policy does not work, or misleads. */
export const permissionsForm: Phrases = {
  PP16: {
    'Buckets and objects are mixed up': 'Buckets und Objekte sind verwechselt',
    'An S3 action for buckets on the ARN of objects, or one for objects on the ARN of a bucket.':
      'Eine S3-Aktion für Buckets auf dem ARN von Objekten oder eine für Objekte auf dem ARN eines Buckets.',
    'Actions such as `s3:ListBucket` work on `arn:aws:s3:::name`, those such as `s3:GetObject` on `arn:aws:s3:::name/*`. On the other ARN they have no effect at all.':
      'Aktionen wie `s3:ListBucket` wirken auf `arn:aws:s3:::name`, solche wie `s3:GetObject` auf `arn:aws:s3:::name/*`. Auf dem anderen ARN wirken sie überhaupt nicht.',
    'Give each action the ARN that it works on, in statements of their own.':
      'Geben Sie jeder Aktion den ARN, auf den sie wirkt, in eigenen Anweisungen.',
    'works on the bucket': 'wirkt auf den Bucket',
    'works on objects': 'wirkt auf Objekte',
    '{0} {1}, and no ARN here is one. Write {2}.': '{0} {1}, und kein ARN hier ist von dieser Art. Schreiben Sie {2}.',
  },
  PP17: {
    '{0} has a wildcard in the name of the service, which AWS refuses. Name the service.':
      '{0} hat einen Platzhalter im Namen des Dienstes, was AWS zurückweist. Nennen Sie den Dienst.',
    'There is no such action': 'Diese Aktion gibt es nicht',
    'A service prefix or an action that AWS does not have, or the name of a call whose permission is called otherwise.':
      'Ein Service-Präfix oder eine Aktion, die AWS nicht hat, oder der Name eines Aufrufs, dessen Berechtigung anders heißt.',
    'AWS refuses what has no prefix, and takes any other name; one that does not exist grants nothing.':
      'AWS weist zurück, was kein Präfix hat, und nimmt jeden anderen Namen an; einer, den es nicht gibt, erlaubt nichts.',
    'Write the name as the service authorization reference has it.':
      'Schreiben Sie den Namen so, wie er in der Service Authorization Reference steht.',
    'See the list of the service’s actions.': 'Sehen Sie in der Liste der Aktionen des Services nach.',
    'Write {0}.': 'Schreiben Sie {0}.',
    '{0} {1}': '{0} {1}',
    '{0} has a blank in it.': 'In {0} steht ein Leerzeichen.',
    '{0} is no action: write the service, a colon and the name, such as s3:GetObject.':
      '{0} ist keine Aktion: Schreiben Sie den Service, einen Doppelpunkt und den Namen, wie s3:GetObject.',
    'AWS has no service with the prefix {0}.': 'AWS hat keinen Service mit dem Präfix {0}.',
    'No action of {0} is called like {1}.': 'Keine Aktion von {0} heißt wie {1}.',
    'There is no action {0}.': 'Eine Aktion {0} gibt es nicht.',
    '{0} is a call, not a permission.': '{0} ist ein Aufruf, keine Berechtigung.',
  },
  PP18: {
    'A wildcard includes something dangerous': 'Ein Platzhalter schließt etwas Gefährliches ein',
    'An action with a wildcard that also names an action which another rule warns of: `iam:Pass*`, `s3:Put*`, `*:*`.':
      'Eine Aktion mit Platzhalter, die auch eine Aktion nennt, vor der eine andere Regel warnt: `iam:Pass*`, `s3:Put*`, `*:*`.',
    'What a wildcard includes is not seen by who reads the policy, and grows with every action that AWS adds.':
      'Was ein Platzhalter einschließt, sieht nicht, wer die Richtlinie liest, und es wächst mit jeder Aktion, die AWS hinzufügt.',
    'List the actions that are meant.': 'Zählen Sie die Aktionen auf, die gemeint sind.',
    '': '',
    ' stands for {0} actions and': ' steht für {0} Aktionen und',
    ' and {0} more of the kind': ' und {0} weitere dieser Art',
    '{0}{1} includes {2}{3}. List the actions that are meant.':
      '{0}{1} schließt {2}{3} ein. Zählen Sie die Aktionen auf, die gemeint sind.',
  },
  PP19: {
    'A resource that cannot be one': 'Eine Ressource, die keine sein kann',
    'A resource that is no ARN, has too few parts, an account that is none, or the partition of another AWS.':
      'Eine Ressource, die kein ARN ist oder zu wenige Teile hat, ein Konto, das keines ist, oder die Partition eines anderen AWS.',
    'AWS refuses what is no ARN; one that no resource can have grants nothing.':
      'AWS weist zurück, was kein ARN ist; einer, den keine Ressource haben kann, erlaubt nichts.',
    'Copy the ARN from the console of the service.': 'Kopieren Sie den ARN aus der Konsole des Services.',
  },
  PP20: {
    'A wildcard in the name of a bucket': 'Ein Platzhalter im Namen eines Buckets',
    'A bucket ARN such as `arn:aws:s3:::acme*`.': 'Ein Bucket-ARN wie `arn:aws:s3:::acme*`.',
    'It also matches buckets that are named so later, or by others: bucket names are shared by all accounts, and a bucket of another account may let yours in.':
      'Er passt auch auf Buckets, die später so heißen oder anderen gehören: Bucket-Namen teilen sich alle Konten, und ein Bucket eines anderen Kontos kann Ihres hereinlassen.',
    'Name each bucket. For the objects of one bucket write `arn:aws:s3:::name/*`, with a slash.':
      'Nennen Sie jeden Bucket. Für die Objekte eines Buckets schreiben Sie `arn:aws:s3:::name/*`, mit Schrägstrich.',
    '{0} stands for every bucket that is named like this, in any account. Name the buckets.':
      '{0} steht für jeden Bucket, der so heißt, in jedem Konto. Nennen Sie die Buckets.',
  },
  PP21: {
    'An action that no resource here fits': 'Eine Aktion, zu der hier keine Ressource passt',
    'An action that works on `*` only, such as `s3:ListAllMyBuckets`, or on ARNs of another kind, in a statement that names ARNs.':
      'Eine Aktion, die nur auf `*` wirkt, wie `s3:ListAllMyBuckets`, oder auf ARNs anderer Art, in einer Anweisung, die ARNs nennt.',
    'The statement grants nothing for this action.': 'Die Anweisung erlaubt für diese Aktion nichts.',
    'Give such actions a statement of their own with `"Resource": "*"`, or the ARNs that they work on.':
      'Geben Sie solchen Aktionen eine eigene Anweisung mit `"Resource": "*"` oder mit den ARNs, auf die sie wirken.',
    '{0} works with "Resource": "*" only, so it has no effect here. Give it a statement of its own.':
      '{0} wirkt nur mit "Resource": "*" und hat hier deshalb keine Wirkung. Geben Sie ihm eine eigene Anweisung.',
    'Of the {0} actions of {1} {2} work with "Resource": "*" only and have no effect here.':
      'Von den {0} Aktionen von {1} wirken {2} nur mit "Resource": "*" und haben hier keine Wirkung.',
    '{0} does not work on any of these ARNs, so it has no effect here. It works on {1}.':
      '{0} wirkt auf keinen dieser ARNs und hat hier deshalb keine Wirkung. Es wirkt auf {1}.',
  },
  PP22: {
    'A principal in a permissions policy': 'Ein Prinzipal in einer Berechtigungsrichtlinie',
    '`Principal` or `NotPrincipal`.': '`Principal` oder `NotPrincipal`.',
    'A permissions policy says what the role may do; who may use the role stands in its trust policy. AWS answers MalformedPolicyDocument.':
      'Eine Berechtigungsrichtlinie sagt, was die Rolle darf; wer die Rolle nutzen darf, steht in ihrer Vertrauensrichtlinie. AWS antwortet mit MalformedPolicyDocument.',
    'Remove it. If this is the trust policy, it belongs to the trust relationships of the role.':
      'Entfernen Sie es. Ist das die Vertrauensrichtlinie, gehört sie zu den „Trust relationships“ der Rolle.',
    'This looks like the trust policy; it belongs to the trust relationships of the role.':
      'Das sieht nach der Vertrauensrichtlinie aus; sie gehört zu den „Trust relationships“ der Rolle.',
    'Remove it.': 'Entfernen Sie es.',
    'A permissions policy has no {0}. {1}': 'Eine Berechtigungsrichtlinie hat kein {0}. {1}',
  },
  PP23: {
    'The policy is too long': 'Die Richtlinie ist zu lang',
    'More than 6,144 characters in a managed policy, or more than 10,240 in all inline policies of a role together. White space does not count.':
      'Mehr als 6.144 Zeichen in einer verwalteten Richtlinie oder mehr als 10.240 in allen Inline-Richtlinien einer Rolle zusammen. Leerraum zählt nicht.',
    'AWS refuses it: LimitExceeded.': 'AWS weist sie zurück: LimitExceeded.',
    'Make several managed policies of it, or name fewer ARNs.':
      'Machen Sie mehrere verwaltete Richtlinien daraus, oder nennen Sie weniger ARNs.',
    ' As the only inline policy of a role it may have {0}.': ' Als einzige Inline-Richtlinie einer Rolle darf sie {0} haben.',
    'The policy has {0} characters; AWS takes {1} in {2}. Make several managed policies of it, or name fewer ARNs.{3}':
      'Die Richtlinie hat {0} Zeichen; AWS nimmt {1} in {2} an. Machen Sie mehrere verwaltete Richtlinien daraus, oder nennen Sie weniger ARNs.{3}',
    'a managed policy': 'einer verwalteten Richtlinie',
    'the inline policies of a role': 'den Inline-Richtlinien einer Rolle',
  },
  PP24: {
    'A condition that holds without its key': 'Eine Bedingung, die ohne ihren Schlüssel gilt',
    '`…IfExists` or `ForAllValues:` in a statement that allows, without a `Null` test of the same key.':
      '`…IfExists` oder `ForAllValues:` in einer Anweisung, die erlaubt, ohne `Null`-Prüfung desselben Schlüssels.',
    'Such a condition is also met when the request does not carry the key at all.':
      'Eine solche Bedingung ist auch erfüllt, wenn der Aufruf den Schlüssel gar nicht mitbringt.',
    'Leave `IfExists` out; write `ForAnyValue:`, or add `"Null": { "the key": "false" }`.':
      'Lassen Sie `IfExists` weg; schreiben Sie `ForAnyValue:`, oder ergänzen Sie `"Null": { "der Schlüssel": "false" }`.',
    '{0} is also true when {1} is missing. {2}': '{0} ist auch wahr, wenn {1} fehlt. {2}',
    'Leave IfExists out.': 'Lassen Sie IfExists weg.',
    'Add "Null": { "{0}": "false" }.': 'Ergänzen Sie "Null": { "{0}": "false" }.',
  },
  PP25: {
    '{0} has no prefix such as aws: or s3:, so it is no condition key.':
      '{0} hat kein Präfix wie aws: oder s3: und ist daher kein Bedingungsschlüssel.',
    'A condition key that the action does not have': 'Ein Bedingungsschlüssel, den die Aktion nicht hat',
    'A condition on a key that never comes with an action of the statement.':
      'Eine Bedingung auf einen Schlüssel, der mit einer Aktion der Anweisung nie kommt.',
    'The condition never holds, so nothing is granted or denied; with a negated operator it always holds.':
      'Die Bedingung ist nie erfüllt, also wird nichts erlaubt oder verboten; mit einem verneinenden Operator ist sie immer erfüllt.',
    'Take a key that AWS lists for the action, or give the action a statement of its own.':
      'Nehmen Sie einen Schlüssel, den AWS für die Aktion nennt, oder geben Sie der Aktion eine eigene Anweisung.',
    'always holds': 'immer erfüllt',
    'never holds': 'nie erfüllt',
    'Give these actions a statement of their own.': 'Geben Sie diesen Aktionen eine eigene Anweisung.',
    'Is {0} meant?': 'Ist {0} gemeint?',
    '{0} never comes with {1}, so the condition {2} for it. {3}': '{0} kommt nie mit {1}, also ist die Bedingung dafür {2}. {3}',
  },
  PP26: {
    'An empty element': 'Ein leeres Element',
    '`Action`, `Resource` or `Condition` without anything in it.': '`Action`, `Resource` oder `Condition` ohne Inhalt.',
    'A statement without actions or resources does nothing, and an empty condition does not limit anything.':
      'Eine Anweisung ohne Aktionen oder Ressourcen bewirkt nichts, und eine leere Bedingung schränkt nichts ein.',
    'Remove it, or fill it.': 'Entfernen Sie es, oder füllen Sie es.',
    '{0} is empty, so the statement does nothing. Fill it, or remove the statement.':
      '{0} ist leer, also bewirkt die Anweisung nichts. Füllen Sie es, oder entfernen Sie die Anweisung.',
    'This condition is empty. Remove it.': 'Diese Bedingung ist leer. Entfernen Sie sie.',
    '{0} tests nothing. Remove it.': '{0} prüft nichts. Entfernen Sie es.',
    '{0} has no value, so this never matches. Add the values that are meant.':
      '{0} hat keinen Wert, also trifft es nie zu. Ergänzen Sie die gemeinten Werte.',
  },
  PP27: {
    'Something is said twice': 'Etwas steht zweimal da',
    'An action, a resource or a statement that another one of the policy includes: `s3:GetObject` beside `s3:Get*`.':
      'Eine Aktion, eine Ressource oder eine Anweisung, die eine andere der Richtlinie einschließt: `s3:GetObject` neben `s3:Get*`.',
    'It changes nothing, makes the policy longer, and misleads who removes one of the two.':
      'Das ändert nichts, macht die Richtlinie länger und führt in die Irre, wer eines von beiden entfernt.',
    'Remove the narrower one, or the wider one if only the narrower is meant.':
      'Entfernen Sie das Engere, oder das Weitere, wenn nur das Engere gemeint ist.',
    '{0} stands here twice.': '{0} steht hier zweimal.',
    '{0} is part of {1}, which stands here too.': '{0} ist Teil von {1}, das hier auch steht.',
    'Another statement says all of this.': 'Eine andere Anweisung sagt das alles schon.',
  },
  PP28: {
    'Read calls that leak secrets': 'Leseaufrufe, die Geheimnisse verraten',
    'Read calls on all resources that return code, user data, environment variables, templates or log lines.':
      'Leseaufrufe auf allen Ressourcen, die Code, Benutzerdaten, Umgebungsvariablen, Vorlagen oder Protokollzeilen liefern.',
    'They read nothing but settings, and in settings people keep passwords.':
      'Sie lesen nur Einstellungen, und in Einstellungen bewahren Menschen Passwörter auf.',
    'Name the functions, stacks or log groups; leave out what the application does not need.':
      'Nennen Sie die Funktionen, Stacks oder Log-Gruppen; lassen Sie weg, was die Anwendung nicht braucht.',
    '{0} returns settings, code or logs, in which secrets are often kept. Name the resources.':
      '{0} liefert Einstellungen, Code oder Protokolle, in denen oft Geheimnisse stehen. Nennen Sie die Ressourcen.',
  },
  PP29: {
    'A managed policy that gives too much': 'Eine verwaltete Richtlinie, die zu viel gibt',
    'AWS’s own `ReadOnlyAccess`, `PowerUserAccess` or `AdministratorAccess` at the role, or a copy of it.':
      'Die von AWS verwalteten `ReadOnlyAccess`, `PowerUserAccess` oder `AdministratorAccess` an der Rolle, oder eine Kopie davon.',
    'They are made for people of the account. ReadOnlyAccess sounds harmless and contains `s3:GetObject` on `*`.':
      'Sie sind für Personen des Kontos gemacht. ReadOnlyAccess klingt harmlos und enthält `s3:GetObject` auf `*`.',
    'Take `job-function/ViewOnlyAccess` or `SecurityAudit`, which read settings and no data, and add a small policy for the rest.':
      'Nehmen Sie `job-function/ViewOnlyAccess` oder `SecurityAudit`, die Einstellungen und keine Daten lesen, und dazu eine kleine Richtlinie für den Rest.',
    'gives the whole account': 'gibt das ganze Konto',
    'gives everything but the management of IAM and of the organization': 'gibt alles außer der Verwaltung von IAM und der Organisation',
    'reads all data, also every object of every bucket': 'liest alle Daten, auch jedes Objekt jedes Buckets',
    '{0} {1}. Take ViewOnlyAccess or SecurityAudit, and a small policy for the rest.':
      '{0} {1}. Nehmen Sie ViewOnlyAccess oder SecurityAudit und eine kleine Richtlinie für den Rest.',
  },
  PP30: {
    'Code can be run on your hosts': 'Auf Ihren Hosts kann Code laufen',
    'Actions that run commands or code on all machines, containers or functions, such as `ssm:SendCommand` or `ecs:ExecuteCommand`.':
      'Aktionen, die Befehle oder Code auf allen Maschinen, Containern oder Funktionen ausführen, wie `ssm:SendCommand` oder `ecs:ExecuteCommand`.',
    'What runs there acts with the role of the host, so this takes over the rights of every host.':
      'Was dort läuft, handelt mit der Rolle des Hosts; das übernimmt also die Rechte jedes Hosts.',
    'Name the instances, tasks or functions, or narrow them by a condition on `aws:ResourceTag/…`.':
      'Nennen Sie die Instanzen, Tasks oder Funktionen, oder grenzen Sie sie durch eine Bedingung auf `aws:ResourceTag/…` ein.',
    '{0} runs code on all hosts, with the rights of each. Name the hosts, or narrow them by a tag.':
      '{0} führt Code auf allen Hosts aus, mit den Rechten jedes einzelnen. Nennen Sie die Hosts, oder grenzen Sie sie durch ein Tag ein.',
  },
  PP31: {
    'The organization or its money': 'Die Organisation oder ihr Geld',
    'Actions that change the organization, the account, its payments or its AWS Marketplace subscriptions, on all resources.':
      'Aktionen, die die Organisation, das Konto, seine Zahlungen oder seine Abonnements im AWS Marketplace ändern, auf allen Ressourcen.',
    'They reach beyond the resources of this account: other accounts, contracts, invoices.':
      'Sie reichen über die Ressourcen dieses Kontos hinaus: andere Konten, Verträge, Rechnungen.',
    'Remove them. Reading actions such as `organizations:DescribeOrganization` are enough to look.':
      'Entfernen Sie sie. Zum Nachsehen genügen lesende Aktionen wie `organizations:DescribeOrganization`.',
    '{0} changes the organization, the account or what it pays for. Remove it.':
      '{0} ändert die Organisation, das Konto oder das, wofür es bezahlt. Entfernen Sie es.',
  },
  PP32: {
    'The effect is missing or misspelt': 'Die Wirkung fehlt oder ist falsch geschrieben',
    '`Effect` that is not exactly `Allow` or `Deny`.': '`Effect`, das nicht genau `Allow` oder `Deny` ist.',
    'AWS refuses the policy: the case of the letters counts.': 'AWS weist die Richtlinie zurück: Groß- und Kleinschreibung zählt.',
    'Write `"Effect": "Allow"`.': 'Schreiben Sie `"Effect": "Allow"`.',
    'This statement has no Effect. Add "Effect": "Allow".': 'Diese Anweisung hat kein Effect. Ergänzen Sie "Effect": "Allow".',
    'Effect is either "Allow" or "Deny". Write {0}.': 'Effect ist entweder "Allow" oder "Deny". Schreiben Sie {0}.',
  },
  PP33: {
    'A statement lacks an element': 'Einer Anweisung fehlt ein Element',
    'A statement without `Action` or `Resource`, or with both an element and its `Not…` twin.':
      'Eine Anweisung ohne `Action` oder `Resource` oder mit einem Element und zugleich seinem Gegenstück mit `Not…`.',
    'AWS refuses the policy: MalformedPolicyDocument.': 'AWS weist die Richtlinie zurück: MalformedPolicyDocument.',
    'Give each statement one `Action` and one `Resource`.': 'Geben Sie jeder Anweisung ein `Action` und ein `Resource`.',
    '{0} and {1} exclude each other. Remove one of the two.': '{0} und {1} schließen einander aus. Entfernen Sie eines von beiden.',
    'This statement has no {0}. Add it; AWS refuses the policy without.':
      'Diese Anweisung hat kein {0}. Ergänzen Sie es; ohne weist AWS die Richtlinie zurück.',
  },
}
