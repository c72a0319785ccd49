import type { Phrases } from '#core/rules/phrases.ts'

/** Who is trusted. */
export const trustPrincipals: Phrases = {
  TP01: {
    'Principal is a bare *': 'Der Prinzipal ist nur ein *',
    '"Principal": "*"': '"Principal": "*"',
    'A trust policy cannot use a bare * as principal. AWS refuses it: AssumeRolepolicy contained an invalid principal: "STAR":"*".':
      'Eine Vertrauensrichtlinie kann kein einzelnes * als Prinzipal haben. AWS weist sie zurück: AssumeRolepolicy contained an invalid principal: "STAR":"*".',
    'Name the vendor account.': 'Nennen Sie das Konto des Anbieters.',
    'A trust policy cannot have "*" as principal. Name the vendor account.':
      'Eine Vertrauensrichtlinie kann "*" nicht als Prinzipal haben. Nennen Sie das Konto des Anbieters.',
  },
  TP02: {
    'Everyone is trusted': 'Jedem wird vertraut',
    '"AWS": "*" in an Allow': '"AWS": "*" in einem Allow',
    'Anyone in any AWS account who learns the external ID can assume this role, and the external ID is not a secret. Trying the role from the vendor account does not show it.':
      'Wer in irgendeinem AWS-Konto die externe ID erfährt, kann diese Rolle annehmen, und die externe ID ist kein Geheimnis. Ein Versuch aus dem Konto des Anbieters zeigt das nicht.',
    'Name the vendor account.': 'Nennen Sie das Konto des Anbieters.',
    'This trusts every AWS account there is. Name the vendor account.':
      'So wird jedem AWS-Konto vertraut, das es gibt. Nennen Sie das Konto des Anbieters.',
  },
  TP03: {
    NotPrincipal: 'NotPrincipal',
    'A NotPrincipal element': 'Ein Element NotPrincipal',
    'Trust policies do not support NotPrincipal. With Allow it would mean everyone but those named.':
      'Vertrauensrichtlinien unterstützen NotPrincipal nicht. Mit Allow hieße es: alle außer den genannten.',
    'Name who is trusted, with Principal.': 'Nennen Sie mit Principal, wem vertraut wird.',
    'A trust policy cannot have NotPrincipal. Write Principal, with the vendor account.':
      'Eine Vertrauensrichtlinie kann kein NotPrincipal haben. Schreiben Sie Principal mit dem Konto des Anbieters.',
  },
  TP04: {
    'Another account is trusted': 'Einem anderen Konto wird vertraut',
    'No principal is of the vendor account, or a principal is no account and no ARN':
      'Kein Prinzipal gehört zum Konto des Anbieters, oder ein Prinzipal ist weder Konto noch ARN',
    'The product runs in the vendor account. A role that trusts another account can never be assumed by it.':
      'Das Produkt läuft im Konto des Anbieters. Eine Rolle, die einem anderen Konto vertraut, kann es nie annehmen.',
    'Copy the policy again.': 'Kopieren Sie die Richtlinie noch einmal.',
    '{0} is no account and no ARN that can be trusted. The product runs in {1}.':
      '{0} ist weder ein Konto noch ein ARN, dem vertraut werden kann. Das Produkt läuft in {1}.',
    'This role trusts account {0}; the product runs in {1}. Copy the policy again.':
      'Diese Rolle vertraut dem Konto {0}; das Produkt läuft in {1}. Kopieren Sie die Richtlinie noch einmal.',
  },
  TP05: {
    'Wildcard in a principal': 'Platzhalter in einem Prinzipal',
    '* or ? as a part of a principal': '* oder ? als Teil eines Prinzipals',
    'Wildcards cannot match part of a principal. AWS refuses the policy: Invalid principal in policy.':
      'Platzhalter können keinen Teil eines Prinzipals ersetzen. AWS weist die Richtlinie zurück: Invalid principal in policy.',
    'Name the vendor account. To allow several roles of it, compare aws:PrincipalArn in a condition.':
      'Nennen Sie das Konto des Anbieters. Um mehrere Rollen darin zuzulassen, vergleichen Sie aws:PrincipalArn in einer Bedingung.',
    '{0} has a wildcard, and AWS takes none within a principal. Name the vendor account.':
      '{0} enthält einen Platzhalter, und AWS nimmt in einem Prinzipal keinen an. Nennen Sie das Konto des Anbieters.',
  },
  TP06: {
    'The trusted principal was deleted': 'Der Prinzipal, dem vertraut wurde, ist gelöscht',
    'A principal that is a unique ID (AROA…, AIDA…)': 'Ein Prinzipal, der eine eindeutige ID ist (AROA…, AIDA…)',
    'AWS stores a role or user as its unique ID and shows that ID when the role or user is gone. One of the same name that is created anew has another ID.':
      'AWS speichert eine Rolle oder einen Benutzer als eindeutige ID und zeigt diese ID, wenn es die Rolle oder den Benutzer nicht mehr gibt. Wer unter demselben Namen neu angelegt wird, hat eine andere ID.',
    'Paste the policy again, with the vendor account as principal.':
      'Fügen Sie die Richtlinie mit dem Konto des Anbieters als Prinzipal neu ein.',
    "The vendor's principal that this role trusted was deleted; AWS shows its ID {0}. Trust the vendor account.":
      'Der Prinzipal des Anbieters, dem diese Rolle vertraute, ist gelöscht; AWS zeigt seine ID {0}. Vertrauen Sie dem Konto des Anbieters.',
  },
  TP07: {
    'Principal is a role': 'Der Prinzipal ist eine Rolle',
    'A role ARN of the vendor account as principal': 'Der ARN einer Rolle im Konto des Anbieters als Prinzipal',
    'AWS stores the unique ID of the role. If the vendor creates the role anew, every customer has to edit the trust policy.':
      'AWS speichert die eindeutige ID der Rolle. Legt der Anbieter sie neu an, muss jeder Kunde seine Vertrauensrichtlinie ändern.',
    'Trust the vendor account, and compare aws:PrincipalArn in a condition.':
      'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn in einer Bedingung.',
    'This stops working when the vendor creates the role anew. Trust the account, and name the role in a condition on aws:PrincipalArn.':
      'Das funktioniert nicht mehr, sobald der Anbieter die Rolle neu anlegt. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung auf aws:PrincipalArn.',
  },
  TP08: {
    'Principal is an IAM user': 'Der Prinzipal ist ein IAM-Benutzer',
    'A user ARN as principal': 'Der ARN eines Benutzers als Prinzipal',
    'An IAM user means access keys on the vendor side that live for long and can leak.':
      'Ein IAM-Benutzer bedeutet beim Anbieter Zugriffsschlüssel, die lange gelten und abhandenkommen können.',
    'Trust the vendor account; the vendor calls from a role.':
      'Vertrauen Sie dem Konto des Anbieters; der Anbieter ruft mit einer Rolle auf.',
    'This trusts an IAM user, which has keys that live for long. Trust the vendor account.':
      'Hier wird einem IAM-Benutzer vertraut, dessen Schlüssel lange gelten. Vertrauen Sie dem Konto des Anbieters.',
  },
  TP09: {
    'Others are trusted beside the vendor': 'Neben dem Anbieter wird anderen vertraut',
    "An account that is not the vendor's, beside the vendor account, or an identity provider":
      'Ein Konto, das nicht das des Anbieters ist, neben dem Konto des Anbieters, oder ein Identitätsanbieter',
    'The role is shared: what the vendor may do, the other one may do too, and nobody can tell their calls apart by role.':
      'Die Rolle wird geteilt: Was der Anbieter darf, dürfen die anderen auch, und an der Rolle lassen sich ihre Aufrufe nicht unterscheiden.',
    'Make one role for each vendor.': 'Legen Sie für jeden Anbieter eine eigene Rolle an.',
    'People who sign in with an identity provider are trusted too. Make a role of its own for them.':
      'Auch Personen, die sich über einen Identitätsanbieter anmelden, wird vertraut. Legen Sie für sie eine eigene Rolle an.',
    'Account {0} is trusted beside the vendor. Make a role of its own for it.':
      'Dem Konto {0} wird neben dem Anbieter vertraut. Legen Sie dafür eine eigene Rolle an.',
  },
  TP10: {
    'Principal is a role session': 'Der Prinzipal ist eine Rollensitzung',
    'An assumed-role ARN as principal': 'Der ARN einer angenommenen Rolle (assumed-role) als Prinzipal',
    'It matches one session name only. The product names its sessions anew.':
      'Er passt nur auf einen Sitzungsnamen. Das Produkt benennt seine Sitzungen immer neu.',
    'Trust the vendor account, and compare aws:PrincipalArn with the ARN of the role.':
      'Vertrauen Sie dem Konto des Anbieters, und vergleichen Sie aws:PrincipalArn mit dem ARN der Rolle.',
    'This is one session of a role; the next session has another name. Trust the account, and name the role in a condition.':
      'Das ist eine einzelne Sitzung einer Rolle; die nächste heißt anders. Vertrauen Sie dem Konto, und nennen Sie die Rolle in einer Bedingung.',
  },
  TP29: {
    'Another partition': 'Eine andere Partition',
    'A principal ARN of another partition than the role': 'Der ARN eines Prinzipals aus einer anderen Partition als der der Rolle',
    'A role cannot trust an account of another partition: aws, aws-us-gov, aws-cn and aws-eusc know nothing of each other.':
      'Eine Rolle kann keinem Konto einer anderen Partition vertrauen: aws, aws-us-gov, aws-cn und aws-eusc wissen nichts voneinander.',
    'Use the vendor account of the partition of the role.': 'Nehmen Sie das Konto des Anbieters in der Partition der Rolle.',
    'This account is in {0}, the role in {1}. A role cannot trust an account of another partition.':
      'Dieses Konto ist in {0}, die Rolle in {1}. Eine Rolle kann keinem Konto einer anderen Partition vertrauen.',
  },
  TP30: {
    'An AWS service is trusted too': 'Auch einem AWS-Service wird vertraut',
    'A Service principal in the same trust policy': 'Ein Service-Prinzipal in derselben Vertrauensrichtlinie',
    'Machines and functions of the customer account could take this role, with what is meant for the vendor.':
      'Maschinen und Funktionen im Konto des Kunden könnten diese Rolle nehmen, mit allem, was für den Anbieter gedacht ist.',
    'Keep a role of its own for the service.': 'Halten Sie für den Service eine eigene Rolle.',
    'A service of the customer account can take this role too. Make a role of its own for it.':
      'Auch ein Service im Konto des Kunden kann diese Rolle nehmen. Legen Sie dafür eine eigene Rolle an.',
  },
  TP39: {
    'Nobody is trusted': 'Niemandem wird vertraut',
    'A statement without Principal, or with a kind of principal that does not exist':
      'Eine Anweisung ohne Principal oder mit einer Art von Prinzipal, die es nicht gibt',
    'AWS refuses a trust policy statement without a principal: Missing required field Principal.':
      'AWS weist in einer Vertrauensrichtlinie eine Anweisung ohne Prinzipal zurück: Missing required field Principal.',
    'Write "Principal": { "AWS": the vendor account }.': 'Schreiben Sie "Principal": { "AWS": das Konto des Anbieters }.',
    'The statement has no "Principal". Name the vendor account.':
      'Die Anweisung hat keinen "Principal". Nennen Sie das Konto des Anbieters.',
    'Write { "AWS": … } with the vendor account in it.': 'Schreiben Sie { "AWS": … } mit dem Konto des Anbieters darin.',
    'There is no kind of principal {0}. Write "AWS"; capitals count.':
      'Eine Art von Prinzipal namens {0} gibt es nicht. Schreiben Sie "AWS"; Großbuchstaben zählen.',
  },
}
