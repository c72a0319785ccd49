import type { Phrases } from '#core/rules/phrases.ts'

/** What else can be wrong with a pasted role, and with how it was created. */
export const roleAilments: Phrases = {
  'trust-policy-too-long': {
    'The trust policy is too long': 'Die Vertrauensrichtlinie ist zu lang',
  },
  'creation-role-exists': {
    'A role of that name exists already': 'Eine Rolle dieses Namens gibt es schon',
  },
  'creation-stack-exists': {
    'A stack of that name exists already': 'Einen Stack dieses Namens gibt es schon',
  },
  'creation-capabilities': {
    'The acknowledgement for IAM was not given': 'Die Bestätigung für IAM wurde nicht gegeben',
  },
  'creation-wrong-account': {
    'The stack was launched in another account': 'Der Stack wurde in einem anderen Konto gestartet',
  },
  'creation-wrong-partition': {
    'The template is for another partition': 'Die Vorlage ist für eine andere Partition',
  },
  'creation-invalid-principal': {
    'IAM does not know the principal': 'IAM kennt den Prinzipal nicht',
  },
  'creation-policy-refused': {
    'IAM refuses the policy as it is written': 'IAM weist die Richtlinie zurück, so wie sie geschrieben ist',
  },
  'creation-template-unreadable': {
    'The template cannot be read': 'Die Vorlage ist nicht lesbar',
  },
  'creation-boundary-required': {
    'The company demands a permissions boundary': 'Das Unternehmen verlangt eine Berechtigungsgrenze',
  },
  'creation-forbidden-by-organization': {
    'A service control policy forbids to create roles': 'Eine Service-Kontrollrichtlinie verbietet, Rollen anzulegen',
  },
  'creation-not-authorized': {
    'Whoever is signed in may not create roles': 'Wer angemeldet ist, darf keine Rollen anlegen',
  },
  'creation-stack-not-authorized': {
    'Whoever is signed in may not create stacks': 'Wer angemeldet ist, darf keine Stacks anlegen',
  },
  'creation-parameter-refused': {
    'A parameter of the stack was refused': 'Ein Parameter des Stacks wurde zurückgewiesen',
  },
  'creation-quota': {
    'The account has too many roles': 'Das Konto hat zu viele Rollen',
  },
  'stack-in-progress': {
    'The stack is still at work': 'Der Stack arbeitet noch',
  },
  'stack-deleted': {
    'The stack was deleted': 'Der Stack wurde gelöscht',
  },
  'stack-rolled-back': {
    'The stack was rolled back': 'Der Stack wurde zurückgerollt',
  },
  'stack-external-id-differs': {
    'The stack was launched with another external ID': 'Der Stack wurde mit einer anderen externen ID gestartet',
  },
  'role-absent': {
    'There is no such role': 'Diese Rolle gibt es nicht',
  },
  'terminal-credentials': {
    'The terminal is not signed in': 'Das Terminal ist nicht angemeldet',
  },
  'terminal-no-cli': {
    'The AWS CLI is not installed': 'Die AWS CLI ist nicht installiert',
  },
  'terminal-not-authorized': {
    'Whoever is signed in may not look at the role': 'Wer angemeldet ist, darf die Rolle nicht ansehen',
  },
  'terminal-no-connection': {
    'The terminal does not reach AWS': 'Das Terminal erreicht AWS nicht',
  },
  'terminal-wrong-command': {
    'The AWS CLI does not take the command': 'Die AWS CLI nimmt den Befehl nicht an',
  },
  'terminal-busy': {
    'AWS is too busy to answer': 'AWS ist zu beschäftigt, um zu antworten',
  },
  'terminal-not-bootstrapped': {
    'The account is not prepared for the AWS CDK': 'Das Konto ist nicht für das AWS CDK vorbereitet',
  },
  'console-cannot-switch': {
    'The console cannot switch to the role': 'Die Konsole kann nicht zu der Rolle wechseln',
  },
  'terminal-in-other-account': {
    'The terminal is signed in to another account': 'Das Terminal ist in einem anderen Konto angemeldet',
  },
  'role-of-vendor': {
    'The role is the vendor’s own': 'Die Rolle ist die eigene des Anbieters',
  },
  'role-in-other-partition': {
    'The role is in another AWS partition': 'Die Rolle ist in einer anderen AWS-Partition',
  },
  'role-in-other-account': {
    'The role is in another account': 'Die Rolle ist in einem anderen Konto',
  },
  'role-name-case': {
    'The name of the role differs in upper and lower case': 'Der Name der Rolle weicht in der Groß- und Kleinschreibung ab',
  },
  'role-name-differs': {
    'The role has another name': 'Die Rolle hat einen anderen Namen',
  },
  'role-path-differs': {
    'The role has another path': 'Die Rolle hat einen anderen Pfad',
  },
  'session-too-short': {
    'The longest session of the role is too short': 'Die längste Sitzung der Rolle ist zu kurz',
  },
  'boundary-missing': {
    'The permissions boundary is missing or another one': 'Die Berechtigungsgrenze fehlt oder ist eine andere',
  },
  'boundary-further': {
    'The role has a permissions boundary that was not asked for': 'Die Rolle hat eine Berechtigungsgrenze, die nicht verlangt war',
  },
  'permissions-policy-missing': {
    'The role has no permissions policy': 'Die Rolle hat keine Berechtigungsrichtlinie',
  },
  'permissions-deny': {
    'The permissions policy has a Deny statement': 'Die Berechtigungsrichtlinie hat eine Deny-Anweisung',
  },
  'permissions-condition': {
    'The permissions policy has a condition that was not asked for':
      'Die Berechtigungsrichtlinie hat eine Bedingung, die nicht verlangt war',
  },
  'permissions-other-resource': {
    'The permissions policy names another resource': 'Die Berechtigungsrichtlinie nennt eine andere Ressource',
  },
  'permissions-action-missing': {
    'The permissions policy lacks an action': 'Der Berechtigungsrichtlinie fehlt eine Aktion',
  },
  'permissions-further': {
    'The permissions policy allows more than was asked for': 'Die Berechtigungsrichtlinie erlaubt mehr als verlangt',
  },
  'resource-control-policy': {
    'A resource control policy forbids the call': 'Eine Ressourcenkontrollrichtlinie verbietet den Aufruf',
  },
  'caller-is-not-vendor': {
    'Somebody else than the vendor called': 'Jemand anderes als der Anbieter hat aufgerufen',
  },
  'called-other-role': {
    'The call was for another role': 'Der Aufruf galt einer anderen Rolle',
  },
  'call-malformed': {
    'AWS takes the call for malformed': 'AWS hält den Aufruf für fehlerhaft geschrieben',
  },
  'vendor-not-allowed': {
    'The vendor’s own policies forbid the call': 'Die eigenen Richtlinien des Anbieters verbieten den Aufruf',
  },
  'vendor-duration': {
    'The call asks for too long a session': 'Der Aufruf verlangt eine zu lange Sitzung',
  },
  'sts-region-off': {
    'STS is switched off in the region': 'STS ist in der Region abgeschaltet',
  },
  'trust-policy-denies': {
    'AWS names a Deny in the trust policy': 'AWS nennt ein Deny in der Vertrauensrichtlinie',
  },
  'trust-policy-silent': {
    'AWS says that the trust policy does not allow the call': 'AWS sagt, dass die Vertrauensrichtlinie den Aufruf nicht erlaubt',
  },
  'refused-without-reason': {
    'AWS refuses the call and does not say why': 'AWS weist den Aufruf ab und sagt nicht, warum',
  },
}
