import { alertFacts } from '#core/pasted/event-alert.ts'
import { eventAlertMessages, isCallOfRole } from '#core/pasted/event-alert-rule.ts'
import { decodingCommand, isOutsideOrganization, otherCallMessages } from '#core/pasted/other-call-rules.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import { sessionRulesMessages, toldOfSession } from '#core/pasted/session-rules.ts'
import { hasCondition } from '#core/pasted/terminal-words.ts'

const pastePolicy = (facts: Parameters<typeof permissionsCommand>[0]) => `Fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`

sessionRulesMessages.translate('de', {
  'session-action-denied': {
    title: 'AWS lehnt ab, wofür die Rolle angenommen wurde',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber danach hat AWS ${action} abgelehnt.`,
    detail: (facts) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. In Frage kommen die Berechtigungsrichtlinie, die Berechtigungsgrenze, die Richtlinie oder der KMS-Schlüssel der Ressource und eine Richtlinie Ihrer Organisation. ${pastePolicy(facts)}`,
  },
  'session-action-missing': {
    title: 'Die Berechtigungsrichtlinien der Rolle erlauben die Aktion nicht',
    sentence: ({ action, ...facts }) =>
      `Die Rolle wurde angenommen, aber ihre Berechtigungsrichtlinien erlauben ${action} nicht.${hasCondition(facts) ? ' Der Text enthält eine Bedingung, die dieser Aufruf vielleicht nicht erfüllt.' : ''}`,
    detail: (facts) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Vielleicht fehlt die Berechtigungsrichtlinie oder wurde geändert, oder der Aufruf galt einer Ressource, die nicht angefordert wurde.${toldOfSession(facts, 'de')} ${pastePolicy(facts)}`,
  },
  'session-denied-explicitly': {
    title: 'Ein Deny blockiert, wofür die Rolle angenommen wurde',
    sentence: ({ action }) =>
      `Die Rolle wurde angenommen, aber ein Deny blockiert ${action}. AWS sagt nicht, in welcher Richtlinie es steht.`,
    detail: ({ vendor, action, isRequested, managedPolicyArns }) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Das Deny kann in einer Richtlinie der Rolle, in ihrer Berechtigungsgrenze, in der Richtlinie der Ressource oder in einer Richtlinie Ihrer Organisation stehen.${isRequested || managedPolicyArns.length > 0 ? '' : ` Die angeforderte Berechtigungsrichtlinie enthält die Aktion nicht. Fragen Sie deshalb ${vendor}, ob ${action} nötig ist.`}`,
  },
  'session-other-resource': {
    title: 'Der Aufruf galt einer Ressource, die nicht angefordert wurde',
    sentence: ({ action, resource }) =>
      `Die Rolle wurde angenommen, aber danach hat AWS ${action} auf ${resource} abgelehnt. Diese Ressource wurde nicht angefordert.`,
    detail: ({ vendor }) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Gehört die Ressource Ihnen und braucht ${vendor} sie, nehmen Sie sie in die Berechtigungen dieser Verbindung auf. Gehört sie ${vendor}, muss ${vendor} das beheben. Sonst ändern Sie die Ressource in ${vendor}.`,
  },
  'session-denied-by-role': {
    title: 'Ein Deny in einer Richtlinie der Rolle blockiert die Aktion',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber ein Deny in einer Richtlinie der Rolle blockiert ${action}.`,
    detail: ({ roleName, isRequested, vendor, action }) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Um die Richtlinie zu finden, führen Sie aus: aws iam list-role-policies --role-name ${roleName} und aws iam list-attached-role-policies --role-name ${roleName}${isRequested ? '' : ` Die angeforderte Berechtigungsrichtlinie enthält die Aktion nicht. Fragen Sie also ${vendor}, ob ${action} gebraucht wird.`}`,
  },
  'session-managed-policy': {
    title: 'Vielleicht ist eine angeforderte verwaltete Richtlinie nicht angefügt',
    sentence: ({ action, hasPermissionsPolicy }) =>
      `Die Rolle wurde angenommen, aber danach hat AWS ${action} abgelehnt. ${hasPermissionsPolicy ? 'Die angeforderte Inline-Richtlinie enthält diese Aktion nicht, eine angeforderte verwaltete Richtlinie vielleicht schon.' : 'Eine angeforderte verwaltete Richtlinie enthält diese Aktion vielleicht.'}`,
    detail: ({ managedPolicyArns, roleName, vendor }) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Die Rolle muss ${managedPolicyArns.join(', ')} haben. Fügen Sie die Ausgabe ein von: aws iam list-attached-role-policies --role-name ${roleName} Fehlt keine davon, fragen Sie ${vendor}, ob die Aktion gebraucht wird.`,
  },
  'session-action-not-requested': {
    title: 'Die Rolle wurde für eine Aktion angenommen, die nicht angefordert wurde',
    sentence: ({ action, ...facts }) =>
      `Die Rolle wurde angenommen, aber danach hat AWS ${action} abgelehnt. ${hasCondition(facts) ? 'Der Text enthält eine Bedingung, die dieser Aufruf vielleicht nicht erfüllt.' : 'Die angeforderte Berechtigungsrichtlinie enthält diese Aktion nicht.'}`,
    detail: (facts) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache.${toldOfSession(facts, 'de')} Fragen Sie ${facts.vendor}, ob ${facts.action} gebraucht wird.`,
  },
  'session-denied-by-boundary': {
    title: 'Die Berechtigungsgrenze beschränkt, was die Rolle darf',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber ihre Berechtigungsgrenze erlaubt ${action} nicht.`,
    detail: ({ roleName, action }) =>
      `Die Vertrauensrichtlinie ist nicht die Ursache. Auch die Berechtigungsgrenze von ${roleName} muss ${action} erlauben und darf es nicht ablehnen.`,
  },
  'session-denied-by-organization': {
    title: 'Eine Richtlinie der Organisation beschränkt, was die Rolle darf',
    sentence: ({ action, hint, isExplicit }) => {
      const policy = hint === 'resource-control-policy' ? 'Ressourcenkontrollrichtlinie (RCP)' : 'Service-Kontrollrichtlinie (SCP)'
      return isExplicit
        ? `Die Rolle wurde angenommen, aber ein Deny in einer ${policy} einer AWS-Organisation blockiert ${action}.`
        : `Die Rolle wurde angenommen, aber keine ${policy} der AWS-Organisation erlaubt ${action}.`
    },
    detail: ({ hint }) =>
      hint === 'resource-control-policy'
        ? 'Die Vertrauensrichtlinie ist nicht die Ursache, und keine Richtlinie der Rolle hebt das auf. Ändern kann sie nur die Administration der AWS-Organisation, zu der das Konto der Ressource gehört.'
        : 'Die Vertrauensrichtlinie ist nicht die Ursache, und keine Richtlinie im Konto hebt das auf. Ändern kann sie nur die Administration Ihrer AWS-Organisation.',
  },
  'session-denied-by-resource': {
    title: 'Die Richtlinie der Ressource verhindert, wofür die Rolle angenommen wurde',
    sentence: ({ action }) => `Die Rolle wurde angenommen, aber die Richtlinie der Ressource erlaubt ${action} nicht.`,
    detail:
      'Die Vertrauensrichtlinie ist nicht die Ursache. Prüfen Sie die Bucket-Richtlinie, die Schlüsselrichtlinie oder die Richtlinie der Ressource, die AWS nennt.',
  },
  'session-denied-by-caller': {
    title: 'Eine Sitzungsrichtlinie oder ein VPC-Endpunkt beschränkt die Sitzung',
    sentence: ({ action, hint }) =>
      hint === 'session-policy'
        ? `Die Rolle wurde angenommen, aber eine Sitzungsrichtlinie erlaubt ${action} nicht.`
        : `Die Rolle wurde angenommen, aber die Richtlinie eines VPC-Endpunkts erlaubt ${action} nicht.`,
    detail: ({ vendor, hint }) =>
      hint === 'session-policy'
        ? `Ihre Rolle ist nicht die Ursache. Die Sitzungsrichtlinie hat das Programm gewählt, das sie angenommen hat. Gehört es ${vendor}, muss ${vendor} das beheben.`
        : `Ihre Rolle ist nicht die Ursache. Wem der VPC-Endpunkt gehört, muss dessen Richtlinie ändern. Gehört er ${vendor}, muss ${vendor} das beheben.`,
  },
  'session-assumes-itself': {
    title: 'Eine Sitzung der Rolle wollte die Rolle noch einmal annehmen',
    sentence: ({ roleName }) => `Die Rolle wurde angenommen, aber danach wollte eine Sitzung von ${roleName} sie noch einmal annehmen.`,
    detail: ({ vendor }) =>
      `Der erste Aufruf war erfolgreich. Das Programm muss die Anmeldeinformationen verwenden, die es schon hat. Gehört es zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'session-assumes-other': {
    title: 'Eine Sitzung der Rolle wollte eine andere Rolle annehmen',
    sentence: ({ calledRoleArn, isRequested, managedPolicyArns }) =>
      `Die Rolle wurde angenommen, aber danach wollte ihre Sitzung ${calledRoleArn || 'eine andere Rolle'} annehmen.${isRequested || managedPolicyArns.length > 0 ? '' : ' Das wurde nicht angefordert.'}`,
    detail: ({ vendor, roleArn }) =>
      `Die Vertrauensrichtlinie dieser Verbindung ist nicht die Ursache. War der Aufruf beabsichtigt, muss die andere Rolle ${roleArn} vertrauen, und eine Richtlinie muss sts:AssumeRole für sie erlauben. Fragen Sie ${vendor}, ob die andere Rolle gebraucht wird.`,
  },
  'application-without-role': {
    title: 'Die Anwendung hat die Rolle nicht verwendet',
    sentence: ({ caller, action }) => `${caller} hat ${action} direkt aufgerufen, ohne die Rolle in Ihrem Konto.`,
    detail: ({ vendor, roleArn }) =>
      `Das sagt nichts über ${roleArn}. ${vendor} muss sie annehmen und den Aufruf mit ihren Anmeldeinformationen ausführen.`,
  },
  'vendor-own-call': {
    title: 'Der Aufruf kam aus dem Konto des Anbieters',
    sentence: ({ caller, vendor, action }) => `${caller} im Konto von ${vendor} hat ${action} aufgerufen, und AWS hat es abgelehnt.`,
    detail: ({ vendor, roleArn }) =>
      `Das sagt nichts über ${roleArn}, denn der Aufruf hat diese Rolle nicht verwendet. Fragen Sie dazu ${vendor}.`,
  },
})

otherCallMessages.translate('de', {
  'service-call-denied': {
    title: 'AWS hat einen anderen Aufruf abgelehnt',
    sentence: ({ operation, statedReason }) => {
      if (statedReason !== '') return operation === '' ? 'AWS hat einen Aufruf abgelehnt.' : `AWS hat den Aufruf ${operation} abgelehnt.`
      return operation === ''
        ? 'AWS hat einen Aufruf abgelehnt. Der Text sagt weder welchen noch warum.'
        : `AWS hat den Aufruf ${operation} abgelehnt und sagt nicht, warum.`
    },
    detail: ({ vendor, statedReason, isEncoded, operation, isSessionShown, ...facts }) =>
      [
        ...(statedReason === '' && operation === '' && !isEncoded
          ? ['CloudTrail hat das Ereignis des Aufrufs in seiner Region. Es nennt die Aktion und den Aufrufer. Prüfen Sie zuerst beide.']
          : []),
        isSessionShown
          ? `Der Text zeigt eine Sitzung von ${facts.roleName}, die Rolle kann also angenommen werden.`
          : 'Das zeigt nicht, ob die Rolle angenommen werden kann.',
        ...(statedReason === '' ? [] : [`AWS meldet: ${statedReason}`]),
        ...(isEncoded ? [`Den Grund zeigt dieser Befehl mit dem codierten Text dahinter: ${decodingCommand}`] : []),
        isSessionShown
          ? 'Kam der verweigerte Aufruf von ihr, ist die Vertrauensrichtlinie nicht die Ursache.'
          : `Kam der Aufruf von ${vendor} mit der Rolle, wurde sie angenommen, und die Vertrauensrichtlinie ist nicht die Ursache.`,
        ...(statedReason === ''
          ? [
              `Fügen Sie dann die Ausgabe ein von: ${permissionsCommand(facts)} Erlauben ihre Richtlinien den Aufruf, blockiert ihn eine Service-Kontrollrichtlinie (SCP), eine Berechtigungsgrenze, eine Sitzungsrichtlinie oder eine Richtlinie der Ressource.`,
            ]
          : []),
      ].join(' '),
  },
  'resource-absent-or-denied': {
    title: 'Eine Ressource gibt es nicht, oder der Zugriff darauf wird abgelehnt',
    sentence:
      'AWS sagt, dass es eine Ressource nicht gibt oder dass der Aufrufer keinen Zugriff darauf hat. Welches von beiden, sagt AWS nicht.',
    detail: ({ vendor, message, ...facts }) =>
      `Die Meldung: ${message} Prüfen Sie Namen, Konto und Region der Ressource in ${vendor}. Fügen Sie dann die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'call-passes-role': {
    title: 'Eine Rolle eines anderen Kontos wurde an einen AWS-Dienst übergeben',
    sentence: 'Eine Rolle wurde an einen AWS-Dienst in einem anderen Konto übergeben. Das erlaubt AWS nicht.',
    detail: ({ roleArn, vendor }) =>
      `Eine Rolle lässt sich nur innerhalb ihres Kontos übergeben. Das sagt nichts über ${roleArn}, denn diese Rolle nimmt ${vendor} an, und sie wird an keinen Dienst übergeben.`,
  },
  'key-denied': {
    title: 'AWS KMS verweigert die Verwendung eines Schlüssels',
    sentence:
      'AWS KMS verweigert die Verwendung eines Schlüssels. Es gibt ihn nicht, er ist in einer anderen Region, oder der Aufrufer darf ihn nicht verwenden.',
    detail: ({ vendor, ...facts }) =>
      `Kam der Aufruf von ${vendor} mit der Rolle, wurde sie angenommen, und die Vertrauensrichtlinie ist nicht die Ursache. Prüfen Sie die Schlüsselrichtlinie, und fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'organization-call-rejected': {
    title: 'AWS Organizations hat einen Aufruf abgelehnt',
    sentence: ({ message }) =>
      isOutsideOrganization(message)
        ? 'Das gefragte Konto gehört zu keiner AWS-Organisation. Dieser Aufruf geht dort nicht.'
        : 'AWS Organizations hat einen Aufruf abgelehnt. Ob die Rolle angenommen werden kann, zeigt das nicht.',
    detail: ({ account, vendor, message, isSessionShown, roleName }) =>
      isOutsideOrganization(message)
        ? `Der Aufruf erreichte AWS mit gültigen Anmeldeinformationen. Es ist also keine Frage der Berechtigungen. Kam er von ${vendor} mit der Rolle, funktioniert die Rolle. Verbinden Sie statt des Kontos ${account} das Verwaltungskonto Ihrer Organisation, oder schalten Sie bei ${vendor} ab, was eine Organisation braucht.`
        : `Die meisten Aufrufe brauchen das Verwaltungskonto oder einen delegierten Administrator, und in einem Konto außerhalb einer Organisation geht keiner. ${isSessionShown ? `Der Text zeigt eine Sitzung von ${roleName}. Geht der Aufruf mit ihr, kam er von einer anderen Identität oder in einem anderen Konto. Welche das war, zeigt CloudTrail.` : `Fragen Sie ${vendor}, ob das Konto ${account} eines davon sein muss.`}`,
  },
})

eventAlertMessages.translate('de', {
  'event-denied': {
    title: 'Ein Alarm über einen abgelehnten Aufruf',
    sentence: ({ message }) => {
      const { call, caller } = alertFacts(message)
      return caller === ''
        ? `Das ist ein Alarm: AWS hat den Aufruf ${call} abgelehnt. Er zeigt weder, wer aufgerufen hat, noch warum.`
        : `Das ist ein Alarm: AWS hat ${caller} den Aufruf ${call} abgelehnt.`
    },
    detail: (facts) =>
      isCallOfRole(facts)
        ? 'Der Aufruf geschah mit der Rolle dieser Verbindung, sie kann also angenommen werden. Den Grund zeigt das Ereignis im Ereignisverlauf von CloudTrail. Fügen Sie es hier ein.'
        : `Nichts darin weist auf ${facts.roleArn} hin. Suchen Sie das Ereignis im Ereignisverlauf von CloudTrail: userIdentity zeigt, wer aufgerufen hat, und errorMessage oft, warum. Nennt userIdentity ${facts.roleName}, fügen Sie das Ereignis hier ein.`,
  },
})
