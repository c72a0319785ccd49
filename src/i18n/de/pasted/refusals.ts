import { allowedAsShownMessages } from '#core/pasted/allowed-as-shown-rule.ts'
import { bootstrapCommand, cdkEnvironment, isDeployRole } from '#core/pasted/cdk-environment.ts'
import { denialWordsMessages } from '#core/pasted/denial-words.ts'
import type { ErrorFacts } from '#core/pasted/pasted-rule.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import {
  isNamedCall,
  isOfSessionPolicy,
  isProceeding,
  isWithoutId,
  likeness,
  otherPath,
  refusalRulesMessages,
} from '#core/pasted/refusal-words.ts'
import { isAlmost, type RejectedParameter } from '#core/pasted/rejected-parameter.ts'
import { circumstanceWords, denialDetail, denialSentence } from '#core/pasted/role-denial-rules.ts'
import { knownStorageAction } from '#core/pasted/storage-call.ts'
import { inList } from '#core/text/plural.ts'

function pathWords(facts: ErrorFacts): string {
  const path = otherPath(facts)
  return path === ''
    ? ''
    : `Der Aufruf galt einer Rolle mit dem Pfad ${path}, die dieser Verbindung hat den Pfad ${facts.path}, es ist also nicht dieselbe Rolle: Prüfen Sie zuerst den Pfad der Rolle und den der ARN. `
}

const pasteRole = ({ roleName }: { readonly roleName: string }) =>
  `Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`

type FaultWords = Readonly<Record<RejectedParameter['fault'], (value: string | null) => string>>

const named = (value: string | null): string => (value === null ? '' : ` (${value})`)

const wordsOf = (what: string, none: string, form: string): FaultWords => ({
  short: (value) => `${what}, die das Programm gesendet hat${named(value)}, ist leer oder zu kurz.`,
  missing: () => `Das Programm hat ${none} gesendet.`,
  unexpected: (value) => `Der Aufruf des Programms hat keinen Parameter ${value}.`,
  invalid: (value) => `${what}, die das Programm gesendet hat${named(value)}, ist ungültig. ${form}`,
})

const rejectedWords: Readonly<Record<RejectedParameter['name'], FaultWords>> = {
  RoleArn: wordsOf('Die Rollen-ARN', 'keine Rollen-ARN', 'Sie muss die ganze ARN einer Rolle sein.'),
  RoleSessionName: wordsOf(
    'Die Bezeichnung der Sitzung',
    'keine Bezeichnung der Sitzung',
    'Sie hat 2 bis 64 Buchstaben, Ziffern und Zeichen aus _=,.@+-.',
  ),
  ExternalId: wordsOf('Die externe ID', 'keine externe ID', 'Sie hat 2 bis 1.224 Buchstaben, Ziffern und Zeichen aus _+=,.@:/-.'),
  DurationSeconds: wordsOf('Die Sitzungsdauer', 'keine Sitzungsdauer', 'Sie muss eine Zahl von 900 bis 43.200 Sekunden sein.'),
}

const malformedSentence = (message: string): string =>
  isOfSessionPolicy(message)
    ? 'Die Sitzungsrichtlinie oder die Sitzungs-Tags des Aufrufers sind ungültig oder zu groß. Der Aufruf wurde abgelehnt, bevor AWS die Rolle geprüft hat.'
    : 'Der Aufruf war fehlerhaft und wurde abgelehnt, bevor AWS die Rolle geprüft hat.'

function neededAction(storageCall: string): string {
  const action = knownStorageAction(storageCall)
  return action === null ? '' : ` (${action})`
}

const idOfCdk = 'Verlangt ihre Vertrauensrichtlinie eine externe ID, muss auch das CDK sie senden.'

refusalRulesMessages.translate('de', {
  'resource-control-policy': {
    title: 'Eine Ressourcenkontrollrichtlinie (RCP) blockiert den Aufruf',
    sentence:
      'Eine Ressourcenkontrollrichtlinie (RCP) Ihrer AWS-Organisation hat diesen Aufruf abgelehnt. Welche ihrer Bedingungen, sagt AWS nicht.',
    detail: ({ vendorAccountId }) =>
      `Keine Einstellung der Rolle kann das aufheben. Fragen Sie die Administration Ihrer AWS-Organisation, welche Bedingung den Aufruf abgelehnt hat. Meist muss das Konto ${vendorAccountId} mit einer Bedingung für aws:PrincipalAccount ausgenommen werden.`,
  },
  'call-of-cdk': {
    title: 'Das AWS CDK kann seine eigene Rolle nicht annehmen',
    sentence: ({ calledRoleArn, message }) =>
      isProceeding(message)
        ? `Das AWS CDK konnte seine eigene Rolle ${calledRoleArn} nicht annehmen und hat mit Ihren eigenen Anmeldeinformationen weitergemacht.`
        : `Das AWS CDK konnte seine eigene Rolle ${calledRoleArn} nicht annehmen${isDeployRole(message) ? ' und hat deshalb nichts angelegt' : ''}.`,
    detail: (facts) => {
      if (isProceeding(facts.message))
        return 'Diese Warnung allein hält das Deployment nicht auf und sagt nichts über die Rolle dieser Verbindung. Scheitert das Deployment, fügen Sie den Fehler danach ein.'
      const environment = cdkEnvironment(facts)
      const { account, region, trustedAccount } = environment
      return trustedAccount === ''
        ? `Sie ist nicht die Rolle dieser Verbindung. Melden Sie sich vor dem Deployment im Konto ${account} an. Ist es in ${region} nicht für das CDK vorbereitet, führen Sie aus: ${bootstrapCommand(environment)}. ${idOfCdk}`
        : `Sie ist nicht die Rolle dieser Verbindung. Melden Sie sich vor dem Deployment im Konto ${account} an. Soll das Deployment vom Konto ${trustedAccount} ausgehen, bereiten Sie das andere Konto mit dem neuesten CDK so vor, dass seine Rollen ${trustedAccount} vertrauen: ${bootstrapCommand(environment)} --trust ${trustedAccount} --cloudformation-execution-policies POLICY_ARN. ${idOfCdk}`
    },
  },
  'call-of-redshift': {
    title: 'Amazon Redshift kann die Rolle nicht verwenden',
    sentence: ({ caller, calledRoleArn }) => `Amazon Redshift konnte ${calledRoleArn} für ${caller} nicht annehmen.`,
    detail: ({ calledRoleArn, roleArn, vendor }) =>
      `Redshift kann nur eine Rolle verwenden, die redshift.amazonaws.com vertraut und dem Cluster zugeordnet ist. Eine Bedingung für sts:ExternalId in ihrer Vertrauensrichtlinie muss den Datenbankbenutzer nennen. ${calledRoleArn === roleArn ? `Diese Verbindung braucht die Rolle für ${vendor}. Verwenden Sie für Redshift eine andere.` : `Das sagt nichts über ${roleArn}. Diese Rolle nimmt ${vendor} an.`}`,
  },
  'caller-is-not-vendor': {
    title: 'Der Aufruf kam nicht vom Anbieter',
    sentence: ({ caller, vendor }) => `Der Aufruf kam von ${caller}, nicht von ${vendor}. Dass AWS ihn ablehnt, ist also zu erwarten.`,
    detail: ({ vendorAccount, ...facts }) =>
      [
        `Die Rolle lässt nur das Konto ${vendorAccount} mit Ihrer externen ID zu. AWS lehnt deshalb jeden anderen Aufrufer ab.`,
        ...circumstanceWords({ ...facts, circumstances: facts.circumstances.filter((each) => each === 'no-external-id') }, 'de'),
        'Fügen Sie stattdessen die Ausgabe von aws iam get-role ein.',
      ].join(' '),
  },
  'called-other-role': {
    title: 'Der Aufruf galt einer anderen Rolle',
    sentence: ({ calledRoleArn, roleArn }) => `Der Aufruf galt ${calledRoleArn}. Diese Verbindung verwendet ${roleArn}.`,
    detail: (facts) => {
      const ask = `Vielleicht ist das die ARN einer anderen oder früheren Verbindung. Kam der Aufruf von ${facts.vendor}, fragen Sie ${facts.vendor}, welche Rolle aufgerufen wird.`
      const like = likeness(facts)
      if (like !== null)
        return `${like === 'case' ? 'Die Namen unterscheiden sich nur in der Groß- und Kleinschreibung, die STS unterscheidet.' : 'Beide Rollen heißen gleich, sind aber in verschiedenen Konten.'} ${ask}`
      return isNamedCall(facts) ? `${ask} Sonst: ${denialDetail(facts, 'de')}` : ask
    },
  },
  'vendor-other-caller': {
    title: 'Der Anbieter hat eine andere Identität verwendet',
    sentence: ({ caller, vendor, trustedUser, applicationPrincipalArns }) =>
      trustedUser === null
        ? `Der Aufruf kam von ${caller}. ${vendor} verwendet diese Verbindung nur als ${inList(applicationPrincipalArns, 'de')}.`
        : `Der Aufruf kam von ${caller}, nicht vom IAM-Benutzer ${trustedUser} von ${vendor}.`,
    detail: ({ vendor, denial }) =>
      denial !== null && denial.callerAccount === null
        ? `Kam der Aufruf von ${vendor}, muss ${vendor} AWS als die Identität aufrufen, der die Rolle vertraut. Sonst ist zu erwarten, dass AWS ihn ablehnt.`
        : `Ihre Rolle muss nicht geändert werden. ${vendor} muss AWS als die Identität aufrufen, der die Rolle vertraut.`,
  },
  'call-malformed': {
    title: 'Der Aufruf war fehlerhaft',
    sentence: ({ rejected, message }) =>
      rejected === null
        ? malformedSentence(message)
        : `${rejectedWords[rejected.name][rejected.fault](rejected.value)} Der Aufruf wurde abgelehnt, bevor AWS die Rolle geprüft hat.`,
    detail: ({ message, roleArn, externalId, rejected, circumstances }) =>
      [
        ...(rejected?.name === 'ExternalId' && isAlmost(rejected.value, externalId)
          ? ['Es ist die externe ID dieser Verbindung mit zusätzlichen Zeichen.']
          : []),
        ...(rejected?.fault === 'unexpected' && rejected.value !== rejected.name ? [`Der Parameter heißt ${rejected.name}.`] : []),
        ...(rejected?.name === 'ExternalId' && rejected.fault === 'unexpected' && circumstances.includes('github-action')
          ? [
              'Mit OIDC ruft configure-aws-credentials AssumeRoleWithWebIdentity auf. Um eine externe ID zu senden, melden Sie sich zuerst bei einer Rolle an, und nehmen Sie von ihr aus mit role-chaining: true die andere an.',
            ]
          : []),
        `Die Meldung: ${message} An der Rolle müssen Sie nichts ändern. Die Rolle ist ${roleArn}, die externe ID ist ${externalId}.`,
      ].join(' '),
  },
  'caller-mfa': {
    title: 'Die MFA des Aufrufers ist fehlgeschlagen',
    sentence: ({ message }) => {
      if (/must provide both/i.test(message))
        return 'AWS hat den Aufruf abgelehnt, weil er nur eines von beidem hat, die MFA-Seriennummer oder den MFA-Code.'
      return /serial number is valid/i.test(message)
        ? 'AWS hat den Aufruf abgelehnt, weil der MFA-Code nicht geprüft werden konnte. Die Seriennummer muss die eines Geräts des Aufrufers sein.'
        : 'AWS hat den Aufruf abgelehnt, weil der MFA-Code des Aufrufers fehlte oder falsch war.'
    },
    detail: ({ vendor, message }) =>
      [
        ...(/must provide both/i.test(message) ? ['Das Programm muss SerialNumber und TokenCode senden, oder keines von beiden.'] : []),
        `Das sagt nichts über die Rolle. Anwendungen verwenden selten MFA. Der Aufruf kam also wahrscheinlich von einem Terminal mit mfa_serial im Profil. Nur ${vendor} kann die Rolle annehmen.`,
      ].join(' '),
  },
  'storage-denied': {
    title: 'Amazon S3 hat einen Aufruf abgelehnt',
    sentence: ({ storageCall }) =>
      storageCall === null
        ? 'Amazon S3 hat einen Aufruf abgelehnt und sagt nicht, warum.'
        : `Amazon S3 hat den Aufruf ${storageCall}${neededAction(storageCall)} abgelehnt und sagt nicht, warum.`,
    detail: ({ vendor, ...facts }) =>
      `${facts.circumstances.includes('works-elsewhere') ? `${denialWordsMessages.in('de').circumstance('works-elsewhere')} ` : ''}Kam der Aufruf von ${vendor} mit der Rolle, können ihn ihre Berechtigungsrichtlinie oder -grenze, eine Sitzungsrichtlinie, die Bucket-Richtlinie, der KMS-Schlüssel, die Richtlinie eines VPC-Endpunkts oder eine Richtlinie Ihrer Organisation blockieren. Ohne s3:ListBucket lehnt S3 auch HEAD- und GET-Anfragen für ein Objekt ab, das es nicht gibt. Fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'vendor-not-allowed': {
    title: 'Die eigenen Richtlinien des Anbieters blockieren den Aufruf',
    sentence: ({ vendor, ...facts }) =>
      facts.denial === null || facts.denial.caller === '' || facts.denial.resource === ''
        ? `Eine Richtlinie im Konto des Aufrufers blockiert den Aufruf. Das muss ${vendor} beheben.`
        : denialSentence({ vendor, ...facts }, 'de'),
    detail: ({ vendor }) =>
      `AWS nennt eine Richtlinie, die für den Aufrufer gilt. Ihre Rolle muss nicht geändert werden. Kam der Aufruf von ${vendor}, muss ${vendor} das beheben. Kam er von Ihnen, sagt das nichts über ${vendor}. Nur die Anwendung kann diese Rolle annehmen.`,
  },
  'vendor-duration': {
    title: 'Die angeforderte Sitzung ist zu lang',
    sentence: ({ requestedDuration }) =>
      requestedDuration === null
        ? 'Der Aufruf fordert eine längere Sitzung an, als die Rolle zulässt.'
        : `Der Aufruf fordert eine Sitzung von ${requestedDuration} Sekunden an. Das ist länger, als die Rolle zulässt.`,
    detail: ({ roleName, maxSessionDuration, requestedDuration }) =>
      requestedDuration !== null && requestedDuration > maxSessionDuration
        ? `Diese Verbindung braucht nur ${maxSessionDuration} Sekunden. Mehr darf der Aufrufer nicht anfordern, und vor dem Ende der Sitzung muss er eine neue anfordern. Wollen Sie die längere Sitzung erlauben, setzen Sie die maximale Sitzungsdauer von ${roleName} auf ${requestedDuration} Sekunden.`
        : `Setzen Sie die maximale Sitzungsdauer von ${roleName} auf mindestens ${maxSessionDuration} Sekunden. Sonst muss der Aufrufer eine kürzere Sitzung anfordern.`,
  },
  'sts-region-off': {
    title: 'STS ist in der Region deaktiviert',
    sentence: ({ inactiveAccount }) =>
      inactiveAccount === ''
        ? 'STS ist in dieser Region nicht aktiviert.'
        : `STS ist für das Konto ${inactiveAccount} in dieser Region nicht aktiviert.`,
    detail: ({ account, inactiveAccount, region }) =>
      inactiveAccount === account
        ? `Öffnen Sie IAM, „Account settings“, „Security Token Service (STS)“, und aktivieren Sie die Region des Aufrufs, zum Beispiel ${region}.`
        : 'Das aufrufende Konto muss die Region unter IAM, „Account settings“, „Security Token Service (STS)“ aktivieren.',
  },
  'trust-policy-denies': {
    title: 'AWS nennt ein Deny in der Vertrauensrichtlinie',
    sentence: 'AWS sagt, dass eine Deny-Anweisung in der Vertrauensrichtlinie den Aufruf blockiert.',
    detail: pasteRole,
  },
  'trust-policy-silent': {
    title: 'AWS sagt, dass die Vertrauensrichtlinie den Aufruf nicht erlaubt',
    sentence: 'AWS sagt, dass keine Anweisung der Vertrauensrichtlinie den Aufruf erlaubt. Die Rolle gibt es also.',
    detail: pasteRole,
  },
  'refused-without-reason': {
    title: 'AWS lehnt den Aufruf ab und sagt nicht, warum',
    sentence: (facts) =>
      isWithoutId(facts)
        ? 'AWS verweigert das Annehmen der Rolle. Der Aufruf im Text sendet keine externe ID, aber die Rolle verlangt eine.'
        : 'AWS verweigert das Annehmen der Rolle und nennt keinen Grund.',
    detail: (facts) =>
      isWithoutId(facts)
        ? `Das aufrufende Programm muss die externe ID ${facts.externalId} als ExternalId senden. Sendet es eine, die der Text nicht zeigt: ${pasteRole(facts)}`
        : `${circumstanceWords(facts, 'de')
            .map((words) => `${words} `)
            .join(
              '',
            )}${pathWords(facts)}AWS gibt denselben Fehler zurück, wenn es die Rolle nicht gibt, wenn sie einem anderen Prinzipal vertraut, wenn sie eine andere externe ID erwartet oder wenn keine Richtlinie des Aufrufers den Aufruf erlaubt. Eine Rolle, die in den letzten zwei Minuten angelegt oder geändert wurde, ist vielleicht noch nicht überall bekannt. ${pasteRole(facts)}`,
  },
})

allowedAsShownMessages.translate('de', {
  'refused-though-trusted': {
    title: 'Die Vertrauensrichtlinie lässt den abgelehnten Aufruf zu',
    sentence: ({ vendor }) =>
      `Die Vertrauensrichtlinie in diesem Text lässt zu, dass ${vendor} die Rolle annimmt. Die Ablehnung hat also einen anderen Grund.`,
    detail: ({ vendor, roleArn, externalId }) =>
      `Prüfen Sie, ob sie zu der Rolle gehört, die ${vendor} aufruft, ${roleArn}, und ob sie älter als zwei Minuten ist. Wenn ja, fragen Sie ${vendor}, ob die Anwendung die externe ID ${externalId} sendet und sts:AssumeRole für diese Rolle aufrufen darf. Auch eine Richtlinie Ihrer Organisation kann den Aufruf blockieren.`,
  },
})
