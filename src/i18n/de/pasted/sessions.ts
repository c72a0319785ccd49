import { otherCallMessages } from '#core/pasted/other-call-rules.ts'
import { sessionRulesMessages } from '#core/pasted/session-rules.ts'

const pastePolicy = ({ roleName, policyName }: { readonly roleName: string; readonly policyName: string }) =>
  `Fügen Sie die Ausgabe ein von: aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}`

sessionRulesMessages.translate('de', {
  'session-action-denied': {
    title: 'AWS lehnt ab, wofür die Rolle angenommen wurde',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber danach hat AWS ${action} abgelehnt.`,
    detail: (facts) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. In Frage kommen die Berechtigungsrichtlinie, die Berechtigungsgrenze, die Richtlinie oder der KMS-Schlüssel der Ressource und eine Richtlinie Ihrer Organisation. ${pastePolicy(facts)}`,
  },
  'session-action-missing': {
    title: 'Die Berechtigungsrichtlinien der Rolle erlauben die Aktion nicht',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber ihre Berechtigungsrichtlinien erlauben ${action} nicht.`,
    detail: (facts) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Die angeforderte Berechtigungsrichtlinie enthält die Aktion, aber nicht für jede Ressource. ${pastePolicy(facts)}`,
  },
  'session-action-not-requested': {
    title: 'Die Rolle wurde für eine Aktion angenommen, die nicht angefordert wurde',
    sentence: ({ action }) =>
      `Die Rolle wurde angenommen, aber danach hat AWS ${action} abgelehnt. Die angeforderte Berechtigungsrichtlinie enthält diese Aktion nicht.`,
    detail: ({ vendor, action }) => `Die Vertrauensrichtlinie ist nicht die Ursache. Fragen Sie ${vendor}, ob ${action} gebraucht wird.`,
  },
  'session-denied-by-boundary': {
    title: 'Die Berechtigungsgrenze beschränkt, was die Rolle darf',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber ihre Berechtigungsgrenze erlaubt ${action} nicht.`,
    detail: 'Die Vertrauensrichtlinie ist nicht die Ursache.',
  },
  'session-denied-by-organization': {
    title: 'Eine Richtlinie der Organisation beschränkt, was die Rolle darf',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber eine Richtlinie einer AWS-Organisation hat ${action} abgelehnt.`,
    detail: 'Die Vertrauensrichtlinie ist nicht die Ursache. Fragen Sie die Administration Ihrer AWS-Organisation.',
  },
  'session-denied-by-resource': {
    title: 'Die Richtlinie der Ressource verhindert, wofür die Rolle angenommen wurde',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber die Richtlinie der Ressource erlaubt ${action} nicht.`,
    detail:
      'Die Vertrauensrichtlinie ist nicht die Ursache. Prüfen Sie die Bucket-Richtlinie, die Schlüsselrichtlinie oder die Richtlinie der Ressource, die AWS nennt.',
  },
  'session-denied-by-caller': {
    title: 'Der Anbieter beschränkt seine eigene Sitzung',
    sentence: ({ action }) =>
      `Die Rolle wurde angenommen, aber eine Sitzungsrichtlinie oder die Richtlinie eines VPC-Endpunkts erlaubt ${action} nicht.`,
    detail: ({ vendor }) =>
      `Ihre Rolle ist nicht die Ursache. Beides bestimmt das Programm, das sie angenommen hat. Gehört es zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'session-assumes-itself': {
    title: 'Eine Sitzung der Rolle wollte die Rolle noch einmal annehmen',
    sentence: ({ roleName }) => `Die Rolle wurde angenommen, aber danach wollte eine Sitzung von ${roleName} sie noch einmal annehmen.`,
    detail: ({ vendor }) =>
      `Der erste Aufruf war erfolgreich. Das Programm muss die Anmeldeinformationen verwenden, die es schon hat. Gehört es zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'application-without-role': {
    title: 'Die Anwendung hat die Rolle nicht verwendet',
    sentence: ({ caller, action }) => `${caller} hat ${action} direkt aufgerufen, ohne die Rolle in Ihrem Konto.`,
    detail: ({ vendor, roleArn }) =>
      `Das sagt nichts über ${roleArn}. ${vendor} muss sie annehmen und den Aufruf mit ihren Anmeldeinformationen ausführen.`,
  },
})

otherCallMessages.translate('de', {
  'call-of-identity-provider': {
    title: 'Der Aufruf meldet sich mit einem Identitätsanbieter an',
    sentence: 'Der Aufruf meldet sich mit einem Identitätsanbieter an (OIDC oder SAML). Diese Verbindung verwendet keinen.',
    detail: ({ vendor, roleArn }) =>
      `Ob ${vendor} ${roleArn} annehmen kann, sagt das nicht. ${vendor} ruft sts:AssumeRole mit der externen ID auf.`,
  },
  'key-denied': {
    title: 'AWS KMS verweigert die Verwendung eines Schlüssels',
    sentence:
      'AWS KMS verweigert die Verwendung eines Schlüssels. Es gibt ihn nicht, er ist in einer anderen Region, oder der Aufrufer darf ihn nicht verwenden.',
    detail: ({ vendor, roleName, policyName }) =>
      `Kam der Aufruf von ${vendor} mit der Rolle, wurde sie angenommen, und die Vertrauensrichtlinie ist nicht die Ursache. Prüfen Sie die Schlüsselrichtlinie, und fügen Sie die Ausgabe ein von: aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}`,
  },
})
