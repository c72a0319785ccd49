import { applicationMessages, namesKeyAction, toldOtherwise } from '#core/pasted/application-rules.ts'
import { lacksAccount, otherAccount, otherPartition } from '#core/pasted/other-role-arn.ts'
import { permissionsCommand } from '#core/pasted/permissions-command.ts'
import { credentialCause, credentialHints, isExpired } from '#core/pasted/terminal-words.ts'
import { credentialCauses } from './terminal.ts'
import { trustedDative } from './trusted.ts'

const partitionNames: Readonly<Record<string, string>> = {
  aws: 'den kommerziellen Regionen',
  'aws-us-gov': 'AWS GovCloud (US)',
  'aws-cn': 'den Regionen in China',
}

const inPartition = (partition: string): string => partitionNames[partition] ?? `der Partition ${partition}`

applicationMessages.translate('de', {
  'application-credentials': {
    title: 'Die Anwendung hat keine eigenen AWS-Anmeldeinformationen',
    sentence: (facts) => {
      if (isExpired(facts)) return 'Die Anmeldeinformationen, mit denen die Anwendung sts:AssumeRole aufgerufen hat, sind abgelaufen.'
      const cause = credentialCause(facts)
      return cause === null
        ? 'Die aufrufende Anwendung hat keine gültigen eigenen AWS-Anmeldeinformationen und konnte AWS deshalb nicht aufrufen.'
        : credentialCauses[cause]
    },
    detail: ({ vendor, ...facts }) =>
      `${credentialHints(facts, 'de')}Das geschieht, bevor AWS eine Rolle prüft, und sagt deshalb nichts über Ihre. Gehört die Anwendung zu ${vendor}, muss ${vendor} das beheben.${credentialCause(facts) === null ? ' Haben Sie das Programm selbst ausgeführt, melden Sie sich zuerst an.' : ''}`,
  },
  'application-external-id-empty': {
    title: 'Die Anwendung hat eine leere externe ID gesendet',
    sentence: ({ vendor }) => `Die Anwendung hat eine leere oder zu kurze externe ID gesendet. Das muss ${vendor} beheben.`,
    detail: ({ externalId, message }) =>
      `Externe IDs haben mindestens 2 Zeichen, deshalb endete der Aufruf, bevor AWS die Rolle geprüft hat. An der Rolle müssen Sie nichts ändern. Die richtige externe ID ist ${externalId}. Die Meldung: ${message}`,
  },
  'application-role-chaining': {
    title: 'Bei Rollenverkettung gilt höchstens eine Stunde',
    sentence: 'Bei Rollenverkettung dauern Sitzungen höchstens eine Stunde, und der Aufrufer hat eine längere angefordert.',
    detail: ({ vendor }) =>
      `Die Grenze gilt, wenn eine Rolle eine andere annimmt, unabhängig von der maximalen Sitzungsdauer Ihrer Rolle. Der Aufrufer muss 3.600 Sekunden oder weniger anfordern. Ist es die Anwendung von ${vendor}, muss ${vendor} das beheben.`,
  },
  'application-region-off': {
    title: 'STS ist im Konto des Anbieters deaktiviert',
    sentence: ({ vendor, vendorAccount }) =>
      `STS ist in dieser Region für ${vendor}, Konto ${vendorAccount}, nicht aktiviert. Das muss ${vendor} beheben.`,
    detail: ({ vendor }) =>
      `${vendor} kann die Region im eigenen Konto aktivieren oder STS in einer anderen Region aufrufen. An Ihrer Rolle müssen Sie nichts ändern.`,
  },
  'vendor-other-principal': {
    title: 'Die Meldung nennt einen anderen Aufrufer',
    sentence: ({ named }) => `Laut der Meldung kommen die Aufrufe von ${named}. Dem vertraut diese Verbindung nicht.`,
    detail: ({ vendor, vendorAccount, trustedUser }) =>
      `${vendor} ruft AWS ${trustedUser === null ? `aus dem Konto ${vendorAccount}` : `als IAM-Benutzer ${trustedUser}`} auf. Vielleicht gehört die Meldung zur Integration eines anderen Anbieters oder zu einer anderen Verbindung.`,
  },
  'vendor-open': {
    title: 'Die Rolle kann ohne die externe ID angenommen werden',
    sentence: 'Laut der Meldung kann die Rolle ohne die externe ID angenommen werden.',
    detail: ({ externalId, roleName }) =>
      `Jede Anweisung der Vertrauensrichtlinie, die dem Anbieter vertraut, braucht die Bedingung StringEquals mit sts:ExternalId ${externalId}. Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
  'vendor-lacks-permissions': {
    title: 'Die Meldung nennt fehlende Berechtigungen',
    sentence: ({ named, bucket, wasAssumed }) => {
      if (wasAssumed)
        return named === ''
          ? 'Laut der Meldung funktioniert die Rolle selbst, und der Zugriff scheiterte danach.'
          : `Laut der Meldung funktioniert die Rolle selbst, und danach scheiterte: ${named}.`
      if (named !== '') return `Laut der Meldung fehlen Berechtigungen: ${named}.`
      return bucket === '' ? 'Laut der Meldung fehlen Berechtigungen.' : `Laut der Meldung fehlen Berechtigungen für den Bucket ${bucket}.`
    },
    detail: ({ isRequested, bucket, wasAssumed, ...facts }) =>
      `${toldOtherwise(facts, 'de')}${wasAssumed ? 'Die Vertrauensrichtlinie ist nicht die Ursache.' : 'Die Vertrauensrichtlinie ist wahrscheinlich nicht die Ursache.'} ${
        namesKeyAction(facts.named)
          ? 'Amazon S3 braucht Berechtigungen für AWS KMS, wenn eine Anfrage oder die Standardverschlüsselung des Buckets einen KMS-Schlüssel verwendet (SSE-KMS), und nicht bei SSE-S3. Die Berechtigungsrichtlinie muss sie für diesen Schlüssel erlauben, und ebenso seine Schlüsselrichtlinie, wenn er in einem anderen Konto ist. '
          : ''
      }${
        isRequested === false ? `Für diese Verbindung wurden sie nicht angefordert. Fragen Sie ${facts.vendor}, ob sie nötig sind. ` : ''
      }${isRequested === true ? 'Die angeforderte Berechtigungsrichtlinie enthält sie. Vielleicht fehlt sie der Rolle, oder eine andere Richtlinie sperrt sie. ' : ''}${bucket === '' ? '' : 'Ist der Bucket in einem anderen Konto, muss auch seine Richtlinie die Rolle erlauben, und ebenso der KMS-Schlüssel, wenn einer die Objekte verschlüsselt. '}Fügen Sie die Ausgabe ein von: ${permissionsCommand(facts)}`,
  },
  'vendor-other-role': {
    title: 'Der Anbieter nennt eine andere Rolle',
    sentence: ({ named, roleArn, account }) => {
      const [partition, accountOfNamed] = [otherPartition(named, roleArn), otherAccount(named, roleArn)]
      if (partition !== null)
        return `Die Meldung nennt die Rolle ${named} in ${inPartition(partition.named)}. Diese Verbindung ist für eine Rolle in ${inPartition(partition.planned)}: ${roleArn}.`
      if (accountOfNamed !== null)
        return `Die Meldung nennt die Rolle ${named} im Konto ${accountOfNamed}. Diese Verbindung ist für das Konto ${account}, mit der Rolle ${roleArn}.`
      return lacksAccount(named)
        ? `Die Meldung nennt die Rolle ${named}. Darin fehlt die Konto-ID. Diese Verbindung verwendet ${roleArn}.`
        : `Die Meldung nennt die Rolle ${named}. Diese Verbindung verwendet ${roleArn}.`
    },
    detail: ({ vendor, roleArn, named }) => {
      const partition = otherPartition(named, roleArn)
      if (partition !== null)
        return `Das sind getrennte Partitionen von AWS. Konten, Anmeldedaten und STS-Endpunkte der einen funktionieren in der anderen nicht. Keine Vertrauensrichtlinie lässt ${vendor} deshalb vom eigenen Konto aus eine Rolle dort annehmen. Ist Ihr Konto in ${inPartition(partition.named)}, fragen Sie ${vendor}, ob das unterstützt wird. Führen Sie das Programm selbst aus, müssen seine Anmeldedaten und seine Region zur Partition der Rolle gehören. Sonst tragen Sie bei ${vendor} ${roleArn} ein.`
      return `${lacksAccount(named) ? 'Wenn der Text nicht gekürzt ist, hat ein Programm die ARN ohne das Konto gebildet, und darunter gibt es keine Rolle. ' : ''}Tragen Sie bei ${vendor} ${roleArn} ein, oder fragen Sie ${vendor}, zu welcher Verbindung die Meldung gehört.`
    },
  },
  'vendor-other-external-id': {
    title: 'Der Anbieter nennt eine andere externe ID',
    sentence: ({ named, externalId }) => `Der Text nennt die externe ID ${named}. Die dieser Verbindung ist ${externalId}.`,
    detail: ({ vendor }) =>
      `Vielleicht gehört er zu einer anderen oder früheren Verbindung. Prüfen Sie, welche ${vendor} verwendet, oder verbinden Sie neu.`,
  },
  'vendor-denied': {
    title: 'Laut der Meldung ist die Verwendung der Rolle fehlgeschlagen',
    sentence: ({ isAssumption }) =>
      isAssumption
        ? 'Laut der Meldung konnte die Rolle nicht angenommen werden. Einen Grund von AWS konnten wir ihr nicht entnehmen.'
        : 'Laut der Meldung ist die Verwendung oder Prüfung der Rolle fehlgeschlagen. Einen Grund von AWS konnten wir ihr nicht entnehmen.',
    detail: ({ isAssumption, vendor, roleArn, roleName, externalId, ...facts }) =>
      facts.circumstances.includes('works-in-product')
        ? `${toldOtherwise(facts, 'de')}Fragen Sie ${vendor}, welchen Rollen-ARN und welche externe ID der andere Teil sendet. Für diese Verbindung sind es ${roleArn} und ${externalId}.`
        : `${toldOtherwise(facts, 'de')}${isAssumption ? '' : 'Vielleicht wurde AWS gar nicht gefragt. '}Prüfen Sie dreierlei: Der Rollen-ARN bei ${vendor} ist ${roleArn}, die Vertrauensrichtlinie vertraut ${trustedDative(facts)}, und sie verlangt die externe ID ${externalId}. AWS meldet in jedem dieser Fälle denselben Fehler, und ebenso, wenn es die Rolle nicht gibt. Fügen Sie die Ausgabe ein von: aws iam get-role --role-name ${roleName} --output json`,
  },
})
