import { bootstrapCommand, cdkEnvironment } from '#core/pasted/cdk-environment.ts'
import { denialMessages } from '#core/pasted/denial.ts'
import type { ErrorFacts } from '#core/pasted/pasted-rule.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import {
  becauseOf,
  callCircumstances,
  credentialCause,
  credentialHints,
  globalEndpoint,
  hasCondition,
  isExpired,
  isGlobal,
  isLimited,
  isOfResource,
  isPassing,
  isServiceLinked,
  isToldByParts,
  isViewing,
  terminalRulesMessages,
} from '#core/pasted/terminal-words.ts'

export const credentialCauses = {
  token:
    'AWS hat die Anmeldeinformationen abgelehnt. Der Text zeigt einen temporären Zugriffsschlüssel (ASIA…) und kein Sitzungstoken dazu.',
  blank: 'AWS hat die Anmeldeinformationen abgelehnt. Laut dem Text wurde kein Sitzungstoken mitgesendet.',
  region: 'AWS hat die Anmeldeinformationen als ungültig abgelehnt. Das kann an der Region liegen.',
}

function passedRole({ message, callDenial, vendor }: ErrorFacts): string {
  if (isServiceLinked(message))
    return 'Das ist eine serviceverknüpfte Rolle. Sie lässt sich nicht übergeben, eine Berechtigung hilft also nicht. Lassen Sie sie weg. Ein StackSet mit serviceverwalteten Berechtigungen hat keine Administrationsrolle.'
  const advice = denialMessages
    .in('de')
    .advice(
      callDenial,
      'Bitten Sie Ihre AWS-Administration, iam:PassRole für diese Rolle zu erlauben. Richtlinien können es auf bestimmte Rollen und, mit iam:PassedToService, auf bestimmte Dienste beschränken.',
    )
  return `iam:PassRole übergibt eine Rolle an einen AWS-Dienst. ${vendor} nimmt seine Rolle direkt an, diese Verbindung braucht es also nicht, wohl aber die Vorlage oder das Programm, das die Rolle übergibt. ${advice} AWS meldet: ${message}`
}

function callerAdvice(facts: ErrorFacts): string {
  if (isOfResource(facts))
    return 'AWS nennt die Richtlinie der Ressource, also muss deren Besitzer den Aufruf dort erlauben. Prüfen Sie zuerst das Konto und die Region der Ressource. Die Rolle und ihre Vertrauensrichtlinie sind nicht die Ursache.'
  const { deniedAction, deniedCaller, isExplicit, roleName, vendor, callDenial } = facts
  const remedy = isExplicit
    ? 'muss die AWS-Administration des Aufrufers das Deny finden'
    : `muss eine Richtlinie des Aufrufers ${deniedAction} erlauben`
  if (deniedCaller === '')
    return `Der Text zeigt nicht, von wem der Aufruf kam. Hat ${vendor} mit ${roleName} aufgerufen, wurde die Rolle angenommen. Fügen Sie dann die Ausgabe ein von: ${permissionsCommand(facts)} Sonst ${remedy}.`
  const advice = isLimited(facts) && !isExplicit ? `${denialMessages.in('de').advice(callDenial, '')} ` : ''
  return `${advice}Sollte das Programm ${roleName} verwenden, hat es mit anderen Anmeldeinformationen aufgerufen. Prüfen Sie dann seine Einstellungen.${advice === '' ? ` Sonst ${remedy}.` : ''}`
}

function pastedInstead(facts: ErrorFacts): string {
  const { isEncoded, roleName, deniedAction, callDenial, message, otherRole } = facts
  if (isPassing(deniedAction)) return passedRole(facts)
  if (isToldByParts(facts)) {
    const advice = denialMessages
      .in('de')
      .advice(callDenial, `Bitten Sie Ihre AWS-Administration um ${deniedAction} oder um die Änderung selbst.`)
    return [...(otherRole === '' ? [] : [`Die Rolle dieser Verbindung heißt ${roleName}.`]), advice, `AWS meldet: ${message}`].join(' ')
  }
  if (isEncoded)
    return 'Um die Rolle anzusehen, brauchen Sie iam:GetRole. Einzelheiten stehen in der kodierten Meldung: aws sts decode-authorization-message --encoded-message, gefolgt vom kodierten Text.'
  return isViewing(deniedAction)
    ? `Um die Rolle anzusehen, brauchen Sie iam:GetRole. Die Konsole zeigt dasselbe unter IAM, „Roles“, ${roleName}, Tab „Trust relationships“.`
    : callerAdvice(facts)
}

terminalRulesMessages.translate('de', {
  'role-absent': {
    title: 'Diese Rolle gibt es nicht',
    sentence: ({ absentRole }) => `In dem Konto, in dem Sie angemeldet sind, gibt es keine Rolle namens ${absentRole}.`,
    detail: ({ account }) =>
      `Sie wurde nie angelegt, sie wurde gelöscht, oder Sie sind nicht im Konto ${account} angemeldet. Das Konto zeigt dieser Befehl: aws sts get-caller-identity`,
  },
  'terminal-credentials': {
    title: 'Die AWS-Anmeldeinformationen fehlen, sind ungültig oder abgelaufen',
    sentence: (facts) => {
      if (isExpired(facts)) return 'Die AWS-Anmeldeinformationen des Aufrufs sind abgelaufen. Das sagt nichts über die Rolle.'
      const cause = credentialCause(facts)
      return cause === null
        ? 'AWS-Anmeldeinformationen fehlen, sind ungültig oder abgelaufen. Das sagt nichts über die Rolle.'
        : credentialCauses[cause]
    },
    detail: ({ account, vendor, ...facts }) =>
      credentialCause(facts) !== null && !isExpired(facts)
        ? `${credentialHints(facts, 'de')}Das sagt nichts über die Rolle. Kam der Aufruf von der Anwendung von ${vendor}, muss ${vendor} das beheben.`
        : `${isExpired(facts) ? 'Temporäre Anmeldeinformationen enden nach der angeforderten Dauer, und nach höchstens einer Stunde, wenn eine Rolle die Rolle angenommen hat. Das Programm muss rechtzeitig neue holen. ' : credentialHints(facts, 'de')}Melden Sie sich in Ihrem Terminal im Konto ${account} an, oder verwenden Sie AWS CloudShell, die Ihre Anmeldung an der Konsole nutzt. Kam der Aufruf von der Anwendung von ${vendor}, muss ${vendor} das beheben.${isExpired(facts) ? ` Haben Sie sie bei ${vendor} eingegeben, verbinden Sie das Konto stattdessen mit der Rolle. Dafür werden keine Anmeldeinformationen gespeichert.` : ''}`,
  },
  'terminal-no-cli': {
    title: 'Die AWS CLI ist nicht installiert',
    sentence: 'Die AWS CLI ist auf diesem Rechner nicht installiert, deshalb sagt der Text nichts über die Rolle.',
    detail: ({ account }) => `Öffnen Sie AWS CloudShell in der Konsole des Kontos ${account}, und führen Sie den Befehl dort aus.`,
  },
  'terminal-no-cmdlets': {
    title: 'Die AWS Tools for PowerShell sind nicht installiert',
    sentence:
      'Die AWS Tools for PowerShell sind auf diesem Rechner nicht installiert oder nicht geladen, deshalb sagt der Text nichts über die Rolle.',
    detail: ({ account, roleName }) =>
      `Öffnen Sie AWS CloudShell in der Konsole des Kontos ${account}, und führen Sie dort aus: aws iam get-role --role-name ${roleName} --output json`,
  },
  'terminal-not-authorized': {
    title: 'AWS hat einen anderen Aufruf abgelehnt als den der Rolle',
    sentence: ({ deniedCaller, otherRole, ...facts }) => {
      const { deniedAction, callDenial } = facts
      const { caller, reason } = denialMessages.in('de')
      if (isPassing(deniedAction))
        return `AWS hat ${caller(callDenial)} den Aufruf iam:PassRole${callDenial.resource === '' ? '' : ` für ${callDenial.resource}`} verweigert.${reason(callDenial)}`
      if (isToldByParts(facts))
        return otherRole === ''
          ? `AWS hat ${caller(callDenial)} den Aufruf ${deniedAction} verweigert, der deshalb nichts geändert hat.${reason(callDenial)}`
          : `AWS hat ${caller(callDenial)} den Aufruf ${deniedAction} für die Rolle ${otherRole} verweigert.${reason(callDenial)}`
      const because = becauseOf(facts, 'de')
      if (otherRole !== '')
        return `AWS hat ${deniedAction} für die Rolle ${otherRole} abgelehnt${because}. Das ist nicht die Rolle dieser Verbindung.`
      return deniedCaller === ''
        ? `AWS hat ${deniedAction} abgelehnt${because}. ${hasCondition(facts) ? 'Der Text enthält eine Bedingung, die dieser Aufruf vielleicht nicht erfüllt.' : 'Ob die Rolle angenommen werden kann, zeigt das nicht.'}`
        : `AWS hat ${deniedAction} für ${deniedCaller} abgelehnt${because}. Das sagt nichts über die Rolle.`
    },
    detail: (facts) =>
      [
        ...(facts.isExplicit && !isToldByParts(facts)
          ? [
              `Ein Allow hebt ein Deny nicht auf.${isGlobal(facts) ? ' Hängt das Deny von aws:RequestedRegion ab, muss es globale Services wie IAM ausnehmen.' : ''}`,
            ]
          : []),
        ...callCircumstances(facts, 'de'),
        pastedInstead(facts),
      ].join(' '),
  },
  'terminal-no-region': {
    title: 'Der Aufruf hat keine Region',
    sentence: 'Der Aufruf hat keine AWS-Region, deshalb sagt der Text nichts über die Rolle.',
    detail: ({ region }) =>
      `Legen Sie die Region des Programms oder des Profils fest, oder führen Sie den Befehl noch einmal mit --region ${region} aus.`,
  },
  'terminal-no-connection': {
    title: 'Der Aufruf hat AWS nicht erreicht',
    sentence: 'Der Aufruf hat AWS nicht erreicht oder keine Antwort bekommen. Das sagt nichts über die Rolle.',
    detail: ({ region, vendor, circumstances }) =>
      `${globalEndpoint(circumstances, 'de')}Vielleicht ist die Region falsch geschrieben, oder ein Proxy oder eine Firewall blockiert die Verbindung. Einen Befehl führen Sie noch einmal mit --region ${region} aus, oder in AWS CloudShell. Kam der Aufruf von der Anwendung von ${vendor}, muss ${vendor} das beheben.`,
  },
  'terminal-wrong-command': {
    title: 'Die AWS CLI hat den Befehl abgelehnt',
    sentence: 'Die AWS CLI hat den Befehl abgelehnt, und nichts wurde geändert.',
    detail:
      'Der Befehl wurde geändert oder abgeschnitten, oder eine Datei, die er nennt, fehlt. Kopieren Sie den ganzen Befehl noch einmal von dieser Seite.',
  },
  'terminal-busy': {
    title: 'AWS hat die Anfrage gedrosselt',
    sentence: 'AWS hat die Anfrage gedrosselt, deshalb sagt der Text nichts über die Rolle.',
    detail: 'Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  },
  'terminal-not-bootstrapped': {
    title: 'Das Konto ist nicht für das AWS CDK vorbereitet',
    sentence: (facts) => {
      const { account, region } = cdkEnvironment(facts)
      return `Das Konto ${account} ist in ${region} nicht für das AWS CDK vorbereitet, deshalb wurde nichts angelegt.`
    },
    detail: (facts) => `Führen Sie aus: ${bootstrapCommand(cdkEnvironment(facts))}. Führen Sie danach das Deployment noch einmal aus.`,
  },
  'console-cannot-switch': {
    title: 'Die Konsole kann nicht zu der Rolle wechseln',
    sentence: 'Die Konsole kann nicht zu dieser Rolle wechseln, aber das sagt nichts über die Rolle.',
    detail: ({ vendor }) =>
      `Die Seite „Switch role“ sendet keine externe ID, deshalb lehnt jede Rolle sie ab, die eine verlangt. Nur ${vendor} kann diese Rolle nutzen. Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.`,
  },
  'terminal-in-other-account': {
    title: 'Das Terminal ist in einem anderen Konto angemeldet',
    sentence: ({ signedInAccount, account }) =>
      `Das Terminal ist im Konto ${signedInAccount} angemeldet, die Rolle muss aber im Konto ${account} sein.`,
    detail: ({ signedInArn }) => `Es ist angemeldet als ${signedInArn}. Alles, was Sie dort ausführen, liest oder ändert dieses Konto.`,
  },
})
