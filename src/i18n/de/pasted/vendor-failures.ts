import { toldOtherwise } from '#core/pasted/application-rules.ts'
import { bucketFailedMessages } from '#core/pasted/bucket-failed-rule.ts'
import { matchingValuesMessages } from '#core/pasted/matching-values-rule.ts'
import { newRoleMessages } from '#core/pasted/new-role-rule.ts'
import { otherBucketMessages } from '#core/pasted/other-bucket-rule.ts'
import { permissionsCommand, roleCommand } from '#core/pasted/permissions-command.ts'
import { unexplainedFailureMessages } from '#core/pasted/unexplained-failure-rule.ts'
import { vendorFailureMessages } from '#core/pasted/vendor-failure-rules.ts'
import { inList } from '#core/text/plural.ts'
import { trustedDative } from './trusted.ts'

vendorFailureMessages.translate('de', {
  'call-of-service': {
    title: 'Ein AWS-Service kann seine eigene Rolle nicht annehmen',
    sentence: ({ service, roleArn, vendor, called }) => {
      if (service !== null && called === roleArn)
        return `${service.name} konnte ${roleArn} nicht annehmen. Diese Rolle ist nur für ${vendor}.`
      return service === null
        ? 'Die Meldung betrifft eine Rolle für einen AWS-Service, nicht die Rolle dieser Verbindung.'
        : `Laut der Meldung konnte ${service.name} ${called === '' ? 'eine Rolle nicht annehmen, die dem Service gegeben wurde' : `die Rolle ${called} nicht annehmen`}.`
    },
    detail: ({ service, roleArn, vendor, called }) => {
      if (service === null)
        return `Sie sagt nichts über ${roleArn}. Diese Rolle nimmt nur ${vendor} an. Prüfen Sie die Rolle aus der Meldung dort, wo der Service sie verwendet.`
      return called === roleArn
        ? `Fügen Sie ${service.name} nicht zu dieser Rolle hinzu. Erstellen Sie dafür eine eigene Rolle, deren Vertrauensrichtlinie ${service.principal} sts:AssumeRole erlaubt, und fügen Sie sie dort an, wo der Service läuft.${service.principal.startsWith('redshift.') ? ' Bei Redshift Serverless muss sie auch redshift-serverless.amazonaws.com vertrauen.' : ''}`
        : `Jene Rolle muss es geben, und ihre Vertrauensrichtlinie muss ${service.principal} sts:AssumeRole erlauben. Die Rolle dieser Verbindung, ${roleArn}, ist nicht für Services. Nur ${vendor} nimmt sie an.`
    },
  },
  'vendor-already-connected': {
    title: 'Das Konto oder die Rolle ist schon verbunden',
    sentence: ({ vendor }) => `Laut der Meldung ist das Konto oder die Rolle schon mit ${vendor} verbunden.`,
    detail: ({ vendor, account }) =>
      `Das sagt nichts über die Rolle selbst. Suchen Sie bei ${vendor} die frühere Verbindung des Kontos ${account}, und verwenden oder entfernen Sie sie. Finden Sie sie nicht, fragen Sie ${vendor}.`,
  },
  'vendor-role-not-found': {
    title: 'Laut der Meldung gibt es die Rolle nicht',
    sentence: ({ absentRole, roleName }) =>
      absentRole === roleName
        ? 'Laut der Meldung wurde die Rolle nicht gefunden.'
        : `Laut der Meldung wurde die Rolle ${absentRole} nicht gefunden. Die Rolle dieser Verbindung heißt ${roleName}.`,
    detail: ({ absentRole, isOfStack, vendor, roleArn, roleName }) => {
      if (isOfStack)
        return 'Im Tab „Ereignisse“ des Stacks zeigt das erste Ereignis mit CREATE_FAILED, warum er gescheitert ist. Spätere Fehler, während der Stack zurückgesetzt wird, folgen oft nur daraus. Gibt es vor diesem keines, löschen Sie den Stack, und erstellen Sie ihn noch einmal. Sonst fügen Sie jenes Ereignis ein.'
      const role = `Der Rollen-ARN für ${vendor} ist ${roleArn}. Um zu prüfen, ob es die Rolle gibt und ob sie dem Anbieter vertraut, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`
      return absentRole === roleName ? role : `Hat ${vendor} jene Rolle gesucht, ist dort der falsche Name eingetragen. ${role}`
    },
  },
  'vendor-names-trust': {
    title: 'Die Meldung nennt die externe ID oder das vertraute Konto',
    sentence: 'Laut der Meldung liegt das Problem bei der externen ID oder der Vertrauensrichtlinie.',
    detail: (facts) =>
      `${toldOtherwise(facts, 'de')}Die Vertrauensrichtlinie muss ${trustedDative(facts)} vertrauen und die externe ID ${facts.externalId} verlangen. Der Rollen-ARN bei ${facts.vendor} muss genau ${facts.roleArn} sein, denn für eine Rolle, die es nicht gibt, meldet AWS denselben Fehler. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${facts.roleName} --output json`,
  },
  'vendor-api-denied': {
    title: 'Die API des Produkts selbst hat die Anfrage abgelehnt',
    sentence: ({ vendor }) =>
      `Laut der Meldung hat eine API die Anfrage abgelehnt. Es ist wahrscheinlich eine von ${vendor} und keine von AWS.`,
    detail: ({ vendor, roleName }) =>
      `Prüfen Sie zuerst bei ${vendor}, ob der API-Schlüssel oder der Benutzer AWS-Integrationen verwalten kann. Wenn ja, fragen Sie ${vendor}, ob dort die Prüfung der Rolle fehlgeschlagen ist. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'vendor-resource-denied': {
    title: 'Ein Service von AWS ist nicht zugänglich',
    sentence: ({ resource }) => `Laut der Meldung war der Zugriff auf ${resource} nicht möglich.`,
    detail: ({ resource, ...facts }) =>
      `Sie zeigt nicht, ob die Rolle vorher angenommen wurde. Wenn ja, muss die Berechtigungsrichtlinie der Rolle den Aufruf erlauben${
        resource === 'Amazon EKS'
          ? `, und der Cluster muss ${facts.roleArn} kennen, durch einen Zugriffseintrag oder in aws-auth`
          : ', und eine Richtlinie der Ressource selbst muss die Rolle auch erlauben, wenn die Ressource in einem anderen Konto ist'
      }. Auch eine Richtlinie Ihrer Organisation kann ihn sperren. Fügen Sie die Ausgaben ein von: ${roleCommand(facts)} und ${permissionsCommand(facts)}`,
  },
  'vendor-service-off': {
    title: 'In AWS ist etwas nicht aktiviert',
    sentence: 'Laut der Meldung ist in AWS etwas für das Konto, die Region oder die Organisation nicht aktiviert.',
    detail: ({ account }) =>
      `Eine Berechtigung der Rolle ersetzt das nicht. Aktivieren Sie, was die Meldung nennt, im Konto ${account} oder im Verwaltungskonto Ihrer Organisation: Regionen unter „Konto“, „AWS-Regionen“, den Cost Explorer unter „Fakturierung und Kostenmanagement“, und den vertrauenswürdigen Zugriff unter „AWS Organizations“, „Services“.`,
  },
  'vendor-limit': {
    title: 'Das Produkt unterstützt das nicht',
    sentence:
      'Die Meldung betrifft, was das Produkt unterstützt: eine Region, einen Tarif oder eine Anzahl von Konten. Eine Ablehnung durch AWS nennt sie nicht.',
    detail: ({ vendor }) => `Das sagt nichts über die Rolle. Fragen Sie ${vendor}, was unterstützt wird, oder ändern Sie dort die Auswahl.`,
  },
  'vendor-server-failed': {
    title: 'Eine API ist selbst gescheitert',
    sentence: 'Laut der Meldung ist eine API selbst gescheitert oder wurde zu oft aufgerufen. Eine Ablehnung durch AWS nennt sie nicht.',
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle. Versuchen Sie es in einigen Minuten noch einmal. Scheitert es wieder, fragen Sie ${vendor} und nennen Sie die Zeit und die Anfrage-ID.`,
  },
  'vendor-user-denied': {
    title: 'Der Person fehlt ein Recht im Produkt oder in der Konsole',
    sentence: 'Laut der Meldung dürfen Sie oder Ihr Benutzer das nicht. Einen Aufruf von AWS nennt sie nicht.',
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle. Zeigt ${vendor} die Meldung, bitten Sie dort die Administration von ${vendor} um das Recht dazu. Zeigt sie die AWS-Konsole, öffnen Sie die Details und fügen Sie sie ein: Sie nennen die verweigerte Aktion, etwa iam:CreateRole.`,
  },
  'vendor-answer-unreadable': {
    title: 'Ein Programm konnte die Antwort einer API nicht lesen',
    sentence:
      'Ein Programm konnte die Antwort einer API nicht lesen, weil sie nicht das erwartete JSON ist. Der Text zeigt diese Antwort nicht.',
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle. Die Antwort kann eine Fehlerseite oder eine Meldung mit dem Grund sein. Suchen Sie sie im Debug-Protokoll des Programms, bei Terraform mit TF_LOG=DEBUG, und fügen Sie sie ein. Ist es die API von ${vendor}, fragen Sie ${vendor}.`,
  },
  'vendor-program-error': {
    title: 'Ein Programm endete mit einem eigenen Fehler',
    sentence: 'Der Text zeigt einen Fehler eines Programms oder seiner Konfiguration und keine Antwort von AWS.',
    detail: ({ vendor, roleName, programError }) =>
      `${programError === '' ? '' : `Der Fehler: ${programError}. `}Das sagt nichts über die Rolle. Gehört das Programm zu ${vendor}, fragen Sie ${vendor}. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'vendor-error-hidden': {
    title: 'Ein Programm verbirgt den Fehler von AWS',
    sentence: 'Ein Programm konnte seinen Zugriff auf AWS nicht einrichten. Den Fehler von AWS zeigt der Text nicht.',
    detail: ({ roleName, vendor }) =>
      `Schalten Sie das Debug-Protokoll des Programms ein, und fügen Sie den Fehler daraus ein. Prüfen Sie auch, mit welcher Identität es beginnt: Führen Sie mit seinen Anmeldedaten aws sts get-caller-identity aus. Eine Richtlinie dieser Identität muss sts:AssumeRole für jede Rolle erlauben, die das Programm annehmen soll, und jede dieser Rollen muss ihr vertrauen. ${roleName} vertraut nur ${vendor}.`,
  },
  'vendor-either-cause': {
    title: 'Laut der Meldung liegt es an der Rolle oder ihren Berechtigungen',
    sentence: 'Laut der Meldung lässt sich die Rolle nicht verwenden, oder ihr fehlen Berechtigungen. Welches von beiden, sagt sie nicht.',
    detail: (facts) =>
      `${toldOtherwise(facts, 'de')}Prüfen Sie zuerst die Vertrauensrichtlinie, denn Berechtigungen zählen erst, wenn die Rolle angenommen ist. Sie muss ${trustedDative(facts)} vertrauen und die externe ID ${facts.externalId} verlangen. Vergleichen Sie dann die Berechtigungen. Fügen Sie die Ausgaben ein von: ${roleCommand(facts)} und ${permissionsCommand(facts)} Ist beides wie angefordert, fragen Sie ${facts.vendor} nach dem Fehler von AWS.`,
  },
  'vendor-connection-failed': {
    title: 'Laut der Meldung ist eine Verbindung fehlgeschlagen',
    sentence: 'Laut der Meldung ist eine Verbindung oder Prüfung fehlgeschlagen. Einen Grund von AWS konnten wir ihr nicht entnehmen.',
    detail: ({ roleName, vendor }) =>
      `Vielleicht wurde AWS gar nicht gefragt. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json Ist die Rolle wie angefordert, fragen Sie ${vendor} nach dem Fehler von AWS.`,
  },
})

bucketFailedMessages.translate('de', {
  'vendor-bucket-failed': {
    title: 'Laut der Meldung ist ein Bucket nicht zugänglich',
    sentence: ({ bucket, cause }) => {
      if (cause === 'owner')
        return 'Laut dem Text gehören die Objekte einem anderen Konto. Eine Bucket-Richtlinie gibt deshalb keinen Zugriff auf sie.'
      return bucket === ''
        ? 'Laut der Meldung war der Zugriff auf Amazon S3 oder einen Bucket nicht möglich.'
        : `Laut der Meldung war der Zugriff auf den Bucket ${bucket} nicht möglich.`
    },
    detail: ({ cause, ...facts }) => {
      if (cause === 'owner')
        return 'Setzen Sie „Object Ownership“ des Buckets auf „Bucket owner enforced“. Dann gehören seinem Konto alle Objekte darin, und die Bucket-Richtlinie gilt für sie. Oder lesen Sie sie mit einer Rolle im Konto des Buckets, wenn die ACL der Objekte diesem Konto Zugriff gibt. Über eine Vertrauensrichtlinie sagt der Text nichts.'
      const paste = `fügen Sie die Ausgaben ein von: ${roleCommand(facts)} und ${permissionsCommand(facts)}`
      return cause === 'denied'
        ? `Sie zeigt nicht, ob die Rolle vorher angenommen wurde. Prüfen Sie deshalb zuerst das vertraute Konto und die externe ID. Prüfen Sie dann drei Dinge: Die Rolle erlaubt s3:ListBucket für den Bucket und s3:GetObject für seine Objekte, die Bucket-Richtlinie erlaubt die Rolle, wenn der Bucket in einem anderen Konto ist, etwa einem für Protokolle, und der KMS-Schlüssel erlaubt kms:Decrypt, wenn die Objekte mit einem verschlüsselt sind. Um die Rolle zu prüfen, ${paste}`
        : `Sie zeigt nicht, ob die Rolle vorher angenommen wurde. Prüfen Sie Namen und Region des Buckets, und ${paste}`
    },
  },
})

otherBucketMessages.translate('de', {
  'vendor-other-bucket': {
    title: 'Die Meldung betrifft einen Bucket, der nicht angefordert wurde',
    sentence: ({ bucket, requested }) =>
      `Die Meldung betrifft den Bucket ${bucket}. Die angeforderten Berechtigungen gelten für ${requested}.`,
    detail: ({ vendor }) =>
      `Das zeigt nicht, ob die Rolle angenommen werden kann. Gehört der Bucket Ihnen und braucht ${vendor} ihn, nehmen Sie ihn in die Berechtigungen dieser Verbindung auf. Gehört er ${vendor}, muss ${vendor} das beheben. Sonst ändern Sie den Bucket in ${vendor}.`,
  },
})

unexplainedFailureMessages.translate('de', {
  'failure-unexplained': {
    title: 'Die Vertrauensrichtlinie im Text erklärt den Fehler nicht',
    sentence: ({ vendor }) => `Der Text berichtet von einem Fehler, aber die Vertrauensrichtlinie darin hält ${vendor} nicht fern.`,
    detail: ({ isOfAccess, ...facts }) =>
      isOfAccess
        ? `Scheitert der Zugriff erst nach dem Annehmen der Rolle, entscheiden ihre Berechtigungsrichtlinie, die Bucket-Richtlinie und der KMS-Schlüssel. Um die Berechtigungen zu vergleichen, fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)} Prüfen Sie auch, ob ${facts.vendor} die Rolle ${facts.roleArn} verwendet.`
        : `Einen Grund von AWS nennt der Text nicht. Fragen Sie ${facts.vendor} nach der ganzen Antwort. Prüfen Sie, ob die Rolle in AWS den ARN ${facts.roleArn} und diese Vertrauensrichtlinie hat, ${trustedDative(facts)} vertraut und die externe ID ${facts.externalId} verlangt. Um sie zu vergleichen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
})

matchingValuesMessages.translate('de', {
  'values-match': {
    title: 'Die Werte im Text sind richtig',
    sentence: ({ hasArn, hasAccount, hasId, roleArn, vendorAccount, externalId }) => {
      const shown = [
        ...(hasArn ? [`der Rollen-ARN ${roleArn}`] : []),
        ...(hasAccount ? [`das Konto ${vendorAccount}`] : []),
        ...(hasId ? [`die externe ID ${externalId}`] : []),
      ]
      return `Der Text zeigt keinen Fehler, und was er nennt, ist für diese Verbindung richtig: ${inList(shown, 'de')}.`
    },
    detail: (facts) =>
      `Diese Werte allein erstellen keine Rolle in AWS. Gibt es ${facts.roleName} noch nicht, erstellen Sie sie mit einer Vertrauensrichtlinie, die dem Konto ${facts.vendorAccount} vertraut und die externe ID ${facts.externalId} verlangt. Tragen Sie dann ${facts.roleArn} bei ${facts.vendor} ein. Um die Rolle zu prüfen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
})

newRoleMessages.translate('de', {
  'vendor-role-new': {
    title: 'Die Rolle wird im selben Lauf verwendet, der sie erstellt',
    sentence:
      'Terraform erstellt die Rolle und gibt sie im selben Lauf weiter. Eine neue Rolle ist in AWS vielleicht noch nicht überall bekannt.',
    detail: (facts) =>
      `Den Fehler von AWS zeigt der Text nicht. Führen Sie terraform apply nach einer Minute noch einmal aus. Gelingt es dann, warten Sie in der Konfiguration: mit time_sleep von 30 Sekunden nach der Rolle und ihren Richtlinien, und mit depends_on in der Ressource, die die Rolle verwendet. Scheitert es wieder, fügen Sie jenen Fehler ein, und die Ausgabe von: ${roleCommand(facts)}`,
  },
})
