import type { Phrases } from '#core/rules/phrases.ts'

/** What can be wrong with the trust policy of a pasted role. */
export const trustAilments: Phrases = {
  'session-tags-refused': {
    'The call carries session tags': 'Der Aufruf trägt Sitzungs-Tags',
  },
  'source-identity-refused': {
    'The call carries a source identity': 'Der Aufruf trägt eine Source Identity',
  },
  'action-missing': {
    'The trust policy does not allow sts:AssumeRole': 'Die Vertrauensrichtlinie erlaubt sts:AssumeRole nicht',
  },
  'deny-statement': {
    'The trust policy has a Deny statement': 'Die Vertrauensrichtlinie hat eine Deny-Anweisung',
  },
  'principal-everyone': {
    'The trusted principal is "*"': 'Der Prinzipal, dem vertraut wird, ist "*"',
  },
  'not-principal': {
    'The trust policy has NotPrincipal': 'Die Vertrauensrichtlinie hat NotPrincipal',
  },
  'principal-deleted': {
    'The trusted principal was deleted': 'Der Prinzipal, dem vertraut wurde, ist gelöscht',
  },
  'principal-is-session': {
    'The trusted principal is one session of a role': 'Der Prinzipal, dem vertraut wird, ist eine einzelne Sitzung einer Rolle',
  },
  'principal-in-other-partition': {
    'The trusted principal is in another AWS partition': 'Der Prinzipal, dem vertraut wird, ist in einer anderen AWS-Partition',
  },
  'principal-is-user': {
    'The trusted principal is a user of the vendor account': 'Der Prinzipal, dem vertraut wird, ist ein Benutzer im Konto des Anbieters',
  },
  'principal-is-own-account': {
    'The trusted account is the customer’s own': 'Das Konto, dem vertraut wird, ist das des Kunden selbst',
  },
  'principal-role-case': {
    'The trusted role is written in other upper and lower case':
      'Die Rolle, der vertraut wird, ist in anderer Groß- und Kleinschreibung geschrieben',
  },
  'principal-role-path': {
    'The trusted role has another path': 'Die Rolle, der vertraut wird, hat einen anderen Pfad',
  },
  'principal-is-role': {
    'The trusted principal is the application role itself': 'Der Prinzipal, dem vertraut wird, ist die Anwendungsrolle selbst',
  },
  'principal-other-role': {
    'The trusted principal is another role of the vendor account':
      'Der Prinzipal, dem vertraut wird, ist eine andere Rolle im Konto des Anbieters',
  },
  'principal-other-account': {
    'Another account is trusted': 'Einem anderen Konto wird vertraut',
  },
  'principal-missing': {
    'The vendor account is not trusted': 'Dem Konto des Anbieters wird nicht vertraut',
  },
  'principal-further': {
    'A further principal is trusted beside the vendor account': 'Neben dem Konto des Anbieters wird einem weiteren Prinzipal vertraut',
  },
  'external-id-key': {
    'The condition key of the external ID is misspelt': 'Der Bedingungsschlüssel der externen ID ist falsch geschrieben',
  },
  'second-statement-open': {
    'A second statement asks for no external ID': 'Eine zweite Anweisung verlangt keine externe ID',
  },
  'external-id-not-asked': {
    'There is no condition on the external ID': 'Es gibt keine Bedingung auf die externe ID',
  },
  'external-id-for-all-values': {
    'The condition has ForAllValues': 'Die Bedingung hat ForAllValues',
  },
  'external-id-if-exists': {
    'The condition has IfExists': 'Die Bedingung hat IfExists',
  },
  'external-id-null-true': {
    'The condition demands that no external ID is sent': 'Die Bedingung verlangt, dass keine externe ID gesendet wird',
  },
  'external-id-negated': {
    'The condition is negated': 'Die Bedingung ist verneint',
  },
  'external-id-null-false': {
    'The condition takes any external ID': 'Die Bedingung nimmt jede externe ID an',
  },
  'external-id-any-case': {
    'The condition takes upper and lower case for the same': 'Die Bedingung unterscheidet Groß- und Kleinschreibung nicht',
  },
  'external-id-pattern': {
    'The condition compares with a pattern': 'Die Bedingung vergleicht mit einem Muster',
  },
  'external-id-operator': {
    'The condition compares in another way than asked for': 'Die Bedingung vergleicht anders als verlangt',
  },
  'external-id-further': {
    'A further external ID is accepted': 'Eine weitere externe ID wird angenommen',
  },
  'external-id-blank': {
    'The external ID has a blank or an invisible character': 'Die externe ID hat ein Leerzeichen oder ein unsichtbares Zeichen',
  },
  'external-id-quoted': {
    'The external ID is in quotes': 'Die externe ID steht in Anführungszeichen',
  },
  'external-id-case': {
    'The external ID differs in upper and lower case': 'Die externe ID weicht in der Groß- und Kleinschreibung ab',
  },
  'external-id-differs': {
    'The external ID is another one': 'Die externe ID ist eine andere',
  },
  'condition-mfa': {
    'The condition asks for multi-factor authentication': 'Die Bedingung verlangt Multi-Faktor-Authentifizierung',
  },
  'condition-source-ip': {
    'The condition asks for a network address': 'Die Bedingung verlangt eine Netzwerkadresse',
  },
  'condition-organization': {
    'The condition asks for an AWS organization': 'Die Bedingung verlangt eine AWS-Organisation',
  },
  'condition-source-account': {
    'The condition asks for the source of a service call': 'Die Bedingung verlangt die Quelle eines Service-Aufrufs',
  },
  'condition-service': {
    'The condition asks for a call by an AWS service': 'Die Bedingung verlangt den Aufruf durch einen AWS-Service',
  },
  'condition-time': {
    'The condition limits the time': 'Die Bedingung begrenzt die Zeit',
  },
  'condition-region': {
    'The condition asks for a region': 'Die Bedingung verlangt eine Region',
  },
  'condition-session-name': {
    'The condition asks for a session name': 'Die Bedingung verlangt einen Sitzungsnamen',
  },
  'condition-further': {
    'The trust policy has a further condition': 'Die Vertrauensrichtlinie hat eine weitere Bedingung',
  },
  'principal-arn-session': {
    'The condition on aws:PrincipalArn names a session': 'Die Bedingung auf aws:PrincipalArn nennt eine Sitzung',
  },
  'principal-arn-case': {
    'The condition on aws:PrincipalArn differs in upper and lower case':
      'Die Bedingung auf aws:PrincipalArn weicht in der Groß- und Kleinschreibung ab',
  },
  'principal-arn-path': {
    'The condition on aws:PrincipalArn has another path': 'Die Bedingung auf aws:PrincipalArn hat einen anderen Pfad',
  },
  'principal-arn-other': {
    'The condition on aws:PrincipalArn names another role': 'Die Bedingung auf aws:PrincipalArn nennt eine andere Rolle',
  },
  'principal-arn-operator': {
    'aws:PrincipalArn is compared in another way than asked for': 'aws:PrincipalArn wird anders verglichen als verlangt',
  },
  'principal-arn-missing': {
    'The condition that names the application role is missing': 'Die Bedingung, die die Anwendungsrolle nennt, fehlt',
  },
  'action-further': {
    'The trust policy allows more than sts:AssumeRole': 'Die Vertrauensrichtlinie erlaubt mehr als sts:AssumeRole',
  },
  'statement-further': {
    'The trust policy has a further statement': 'Die Vertrauensrichtlinie hat eine weitere Anweisung',
  },
}
