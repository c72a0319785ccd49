import { circumstanceMessages } from '#core/pasted/circumstance-rules.ts'
import { roleCommand } from '#core/pasted/permissions-command.ts'
import { inList } from '#core/text/plural.ts'
import { trustedDative } from './trusted.ts'

circumstanceMessages.translate('de', {
  'application-external-id-missing': {
    title: 'Der Aufrufer sendet die externe ID nicht',
    sentence: 'Laut dem Text geschieht der Aufruf ohne die externe ID.',
    detail: ({ vendor, externalId }) =>
      `Eine Rolle, die die externe ID verlangt, lehnt einen solchen Aufruf ab. An der Rolle müssen Sie also nichts ändern. ${vendor} muss mit sts:AssumeRole die externe ID ${externalId} senden. Entfernen Sie die Bedingung nicht aus der Vertrauensrichtlinie.`,
  },
  'call-without-role': {
    title: 'Der Aufruf geschah nicht mit der Rolle',
    sentence: 'Laut dem Text ruft das Programm AWS mit anderen Anmeldeinformationen auf als denen der Rolle.',
    detail: ({ vendor, roleArn, externalId }) =>
      `Dann liegt es nicht an der Vertrauensrichtlinie. Prüfen Sie in den Einstellungen des Programms, ob es ${roleArn} mit der externen ID ${externalId} annimmt. Wer aufruft, zeigt dort: aws sts get-caller-identity Gehört das Programm zu ${vendor}, muss ${vendor} das beheben.`,
  },
  'call-some-regions': {
    title: 'Der Aufruf scheitert nur in manchen Regionen',
    sentence: ({ regions }) => `Laut dem Text wird der Aufruf in ${inList(regions, 'de')} abgelehnt, und nicht überall.`,
    detail: (facts) =>
      `Eine Rolle und ihre Vertrauensrichtlinie sind in jeder Region dieselben, deshalb liegt es wahrscheinlich nicht an ihnen. Fragen Sie die Administration Ihrer AWS-Organisation, ob eine Richtlinie der Organisation (SCP oder RCP) diese Regionen sperrt, und prüfen Sie unter „Konto“, „AWS-Regionen“, ob sie aktiviert sind. Nennt ${facts.vendor} alle Regionen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'call-works-elsewhere': {
    title: 'Auf andere Weise aufgerufen funktioniert die Rolle',
    sentence:
      'Laut dem Text funktioniert die Rolle, wenn sie auf andere Weise aufgerufen wird. Die beiden Aufrufe unterscheiden sich also.',
    detail: (facts) =>
      `Vergleichen Sie bei beiden, wer aufruft, den Rollen-ARN und die externe ID. Die Rolle muss ${trustedDative(facts)} vertrauen, und ${facts.vendor} muss ${facts.roleArn} mit der externen ID ${facts.externalId} aufrufen. Um die Vertrauensrichtlinie zu vergleichen, fügen Sie die Ausgabe ein von: ${roleCommand(facts)}`,
  },
  'vendor-self-assume': {
    title: 'Die Meldung betrifft Rollen, die sich selbst annehmen',
    sentence: 'Die Meldung betrifft Rollen, die sich selbst annehmen können müssen.',
    detail: ({ vendor, roleArn }) =>
      `Für diese Verbindung wurde das nicht angefordert. Fragen Sie ${vendor}, ob diese Rolle es braucht. Wenn ja, muss ihre Vertrauensrichtlinie sts:AssumeRole auch ${roleArn} erlauben, und eine Berechtigungsrichtlinie der Rolle muss sts:AssumeRole auf denselben ARN erlauben.`,
  },
  'stated-role-name': {
    title: 'Die Rolle hat einen anderen Namen',
    sentence: ({ named, roleName }) => `Laut dem Text heißt die Rolle ${named}. Der Aufruf gilt ${roleName}.`,
    detail: ({ vendor, roleName, named }) =>
      `Für eine Rolle, die es nicht gibt, meldet AWS denselben Fehler. Tragen Sie bei ${vendor} den ARN von ${named} ein, oder erstellen Sie die Rolle noch einmal mit dem Namen ${roleName}.`,
  },
})
