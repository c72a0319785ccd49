import {
  isBeforeCreation,
  type KeyState,
  keyState,
  namedKey,
  namedRegions,
  problemAccount,
  resourceStateMessages,
} from '#core/pasted/resource-state-rules.ts'

const keyStates: Readonly<Record<KeyState, string>> = {
  disabled: 'ist deaktiviert',
  deletion: 'ist zum Löschen vorgesehen',
  absent: 'ist in seinem Konto und seiner Region nicht vorhanden',
  other: 'lässt sich in seinem jetzigen Zustand nicht verwenden',
}

const keySteps: Readonly<Record<KeyState, string>> = {
  disabled: 'Wer den Schlüssel verwaltet, kann ihn in AWS KMS aktivieren.',
  deletion: 'Wer den Schlüssel verwaltet, kann das Löschen in AWS KMS abbrechen und den Schlüssel dann aktivieren.',
  absent: 'Prüfen Sie seine ID, sein Konto und seine Region dort, wo das Programm oder der Bucket ihn nennt.',
  other: 'Wer den Schlüssel verwaltet, sieht seinen Zustand in AWS KMS.',
}

resourceStateMessages.translate('de', {
  'bucket-other-region': {
    title: 'Der Bucket ist in einer anderen Region',
    sentence: (facts) => {
      const regions = namedRegions(facts)
      return regions === null
        ? 'Der Bucket ist in einer anderen Region als der, die das Programm aufgerufen hat.'
        : `Der Bucket ist in ${regions.ofBucket}, und das Programm hat ${regions.ofCall} aufgerufen.`
    },
    detail: ({ vendor }) =>
      `Das sagt nichts über die Rolle, und keine Berechtigung ändert es. Wo ${vendor} oder das Programm eine Region für den Bucket hat, tragen Sie die des Buckets ein. Sie sehen sie mit: aws s3api get-bucket-location --bucket, gefolgt vom Namen des Buckets. Für us-east-1 ist die Antwort null.`,
  },
  'key-unusable': {
    title: 'Ein KMS-Schlüssel ist nicht verwendbar',
    sentence: (facts) => `Der KMS-Schlüssel${namedKey(facts) === '' ? '' : ` ${namedKey(facts)}`} ${keyStates[keyState(facts)]}.`,
    detail: (facts) =>
      `Keine Berechtigung der Rolle ändert das, und die Vertrauensrichtlinie ist nicht die Ursache. ${keySteps[keyState(facts)]} Was mit dem Schlüssel verschlüsselt ist, lässt sich ohne ihn nicht lesen.`,
  },
  'account-suspended': {
    title: 'AWS meldet ein Problem mit einem Konto',
    sentence: (facts) =>
      `Laut der Meldung ist ${problemAccount(facts) === '' ? 'ein AWS-Konto' : `das AWS-Konto ${problemAccount(facts)}`} gesperrt oder hat ein Problem.`,
    detail: (facts) =>
      problemAccount(facts) === facts.vendorAccount
        ? `Das ist das Konto von ${facts.vendor}. ${facts.vendor} muss das beheben. Das sagt nichts über die Rolle.`
        : `Das sagt nichts über die Rolle. Wer das Konto verwaltet, kann unter „Billing and Cost Management“ nach offenen Rechnungen und in den E-Mails des Kontos nach einer Nachricht von AWS suchen und sich an AWS Support wenden. Auch ein geschlossenes Konto ist gesperrt. Hat ${facts.vendor} es auf der eigenen Seite gesperrt, fragen Sie ${facts.vendor}.`,
  },
  'bucket-name-taken': {
    title: 'Der Name eines neuen Buckets ist vergeben',
    sentence: (facts) =>
      isBeforeCreation(facts)
        ? 'Amazon S3 hat HeadBucket verweigert, bevor ein Bucket erstellt wurde. Oft gibt es einen Bucket dieses Namens in einem anderen Konto.'
        : 'Einen Bucket dieses Namens gibt es schon, meist in einem anderen Konto.',
    detail: (facts) =>
      isBeforeCreation(facts)
        ? 'Die Namen von Buckets sind über alle Konten eindeutig. Versuchen Sie deshalb zuerst einen anderen Namen. Ist der Bucket in Ihrem Konto, hat das Programm vielleicht andere Anmeldedaten verwendet als die der Rolle: Vergleichen Sie aws sts get-caller-identity für beide. Dass das Annehmen der Rolle fehlgeschlagen ist, zeigt das nicht.'
        : 'Die Namen von Buckets sind über alle Konten eindeutig, und keine Berechtigung ändert das. Wählen Sie einen anderen Namen, oder verwenden Sie den vorhandenen Bucket, wenn er in Ihrem Konto ist.',
  },
})
