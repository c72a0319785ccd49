import { clockMessages } from '#core/pasted/clock-rule.ts'
import { otherVendorMessages } from '#core/pasted/other-vendor-rules.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import { queueMessages } from '#core/pasted/queue-rule.ts'
import { rejectedBucket, rejectedValueMessages } from '#core/pasted/rejected-value-rules.ts'
import { rootCallerMessages } from '#core/pasted/root-caller-rule.ts'

clockMessages.translate('de', {
  'call-clock': {
    title: 'Die Uhr des Aufrufers geht falsch',
    sentence: 'AWS hat den Aufruf abgelehnt, weil die Uhr des aufrufenden Rechners falsch geht oder der Aufruf zu spät gesendet wurde.',
    detail: ({ vendor }) =>
      `AWS hat ihn abgelehnt, bevor eine Rolle geprüft wurde. Über Ihre Rolle sagt das also nichts. Stellen Sie die Uhr des Rechners, und versuchen Sie es noch einmal. Gehört er zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'call-region-rejected': {
    title: 'Der Aufruf wurde für eine falsche Region signiert',
    sentence:
      'Der Aufruf wurde für eine Region oder einen Service signiert, zu denen der Endpunkt nicht gehört. AWS hat ihn abgelehnt, bevor eine Rolle geprüft wurde.',
    detail: ({ vendor, message }) =>
      `Das sagt nichts über die Rolle. Region und Endpunkt des Programms passen nicht zusammen. Gehört es ${vendor}, muss ${vendor} das beheben. AWS meldet: ${message}`,
  },
})

otherVendorMessages.translate('de', {
  'event-of-others': {
    title: 'Der Aufruf hat nichts mit dieser Verbindung zu tun',
    sentence: ({ callerAccount, named }) =>
      `Das Konto ${callerAccount} wollte ${named} annehmen. Das ist nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn, vendor }) => `Das sagt nichts über ${roleArn}. Der Aufruf kam nicht von ${vendor}.`,
  },
  'event-not-of-vendor': {
    title: 'Der Aufruf kam nicht vom Anbieter',
    sentence: ({ callerAccount, vendor }) =>
      `Der Aufruf kam aus dem Konto ${callerAccount}, nicht von ${vendor}. Dass AWS ihn ablehnt, ist also zu erwarten.`,
    detail: ({ vendorAccount, roleName }) =>
      `Die Rolle lässt nur das Konto ${vendorAccount} mit Ihrer externen ID zu. Um sie zu prüfen, fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'called-role-unnamed': {
    title: 'Die aufgerufene Rolle hat keinen Namen',
    sentence: ({ named }) => `Der Aufruf galt ${named}. Darin fehlt der Name der Rolle.`,
    detail: ({ roleArn, vendor }) =>
      `Wenn der Text nicht gekürzt ist, hat das aufrufende Programm keinen Rollennamen, etwa weil eine Variable, eine Annotation oder ein Feld leer ist. Darunter gibt es keine Rolle. Die Rolle dieser Verbindung ist ${roleArn}. Kam der Aufruf von ${vendor}, fragen Sie ${vendor}.`,
  },
  'message-of-others': {
    title: 'Die Meldung betrifft eine andere Rolle',
    sentence: ({ named }) => `Die Meldung betrifft die Rolle ${named}. Das ist nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn, vendor }) =>
      `Das sagt nichts über ${roleArn}. Kam die Meldung von ${vendor}, fragen Sie ${vendor}, welche Rolle aufgerufen wird.`,
  },
})

rejectedValueMessages.translate('de', {
  'bucket-name-invalid': {
    title: 'Der Name eines Buckets ist ungültig',
    sentence: ({ message }) => {
      const name = rejectedBucket(message)
      return name === '' ? 'Der Name eines Buckets ist ungültig.' : `${name} ist nicht der Name eines Buckets.`
    },
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle. Geben Sie in ${vendor} nur den Namen des Buckets ein, ohne arn:aws:s3:::, s3:// oder einen Pfad.`,
  },
  'call-parameters-rejected': {
    title: 'Ein Programm hat einen ungültigen Wert gesendet',
    sentence: 'Das SDK hat einen Wert abgewiesen, bevor es AWS aufgerufen hat. Über die Rolle sagt das nichts.',
    detail: ({ message, vendor }) => `Die Meldung: ${message} Gehört das Programm ${vendor}, muss ${vendor} das beheben.`,
  },
})

queueMessages.translate('de', {
  'queue-denied': {
    title: 'Amazon SQS hat den Zugriff auf eine Warteschlange abgelehnt',
    sentence: ({ queue }) =>
      queue === ''
        ? 'Amazon SQS hat den Zugriff auf eine Warteschlange abgelehnt und sagt nicht, warum.'
        : `Amazon SQS hat den Zugriff auf die Warteschlange ${queue} abgelehnt und sagt nicht, warum.`,
    detail: ({ isOfVendor, isRequested, vendor, ...facts }) => {
      if (isOfVendor) return `Die Warteschlange ist im Konto von ${vendor}. Nur ${vendor} kann das beheben. Über die Rolle sagt das nichts.`
      const caller = `Kam der Aufruf von ${vendor} mit der Rolle, wurde die Rolle angenommen, und die Vertrauensrichtlinie ist nicht die Ursache.`
      return isRequested
        ? `${caller} Ursache können die Berechtigungsrichtlinie der Rolle, die Richtlinie der Warteschlange oder eine Richtlinie Ihrer Organisation sein. Fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`
        : `${caller} Die angeforderte Berechtigungsrichtlinie enthält keine Aktion von Amazon SQS. Fragen Sie ${vendor}, ob die Warteschlange gebraucht wird.`
    },
  },
})

rootCallerMessages.translate('de', {
  'caller-is-root': {
    title: 'Der Aufruf kam von einem Root-Benutzer',
    sentence: 'Der Aufruf nutzte die Anmeldeinformationen eines Root-Benutzers. AWS lässt Root-Benutzer keine Rollen annehmen.',
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle. Ein Prinzipal, der auf :root endet, meint in einer Vertrauensrichtlinie das ganze Konto und nicht dessen Root-Benutzer. Kam der Aufruf von ${vendor}, muss ${vendor} ihn als Rolle oder IAM-Benutzer machen. Kam er von Ihnen, ist zu erwarten, dass AWS ihn ablehnt. Nur ${vendor} kann diese Rolle annehmen.`,
  },
})
