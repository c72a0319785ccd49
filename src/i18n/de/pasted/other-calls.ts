import { clockMessages } from '#core/pasted/clock-rule.ts'
import { otherVendorMessages } from '#core/pasted/other-vendor-rules.ts'

clockMessages.translate('de', {
  'call-clock': {
    title: 'Die Uhr des Aufrufers geht falsch',
    sentence: 'AWS hat den Aufruf abgelehnt, weil die Uhr des aufrufenden Rechners falsch geht oder der Aufruf zu spät gesendet wurde.',
    detail: ({ vendor }) =>
      `AWS hat ihn abgelehnt, bevor eine Rolle geprüft wurde. Über Ihre Rolle sagt das also nichts. Stellen Sie die Uhr des Rechners, und versuchen Sie es noch einmal. Gehört er zu ${vendor}, muss ${vendor} das beheben.`,
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
  'message-of-others': {
    title: 'Die Meldung betrifft eine andere Rolle',
    sentence: ({ named }) => `Die Meldung betrifft die Rolle ${named}. Das ist nicht die Rolle dieser Verbindung.`,
    detail: ({ roleArn, vendor }) =>
      `Das sagt nichts über ${roleArn}. Kam die Meldung von ${vendor}, fragen Sie ${vendor}, welche Rolle aufgerufen wird.`,
  },
})
