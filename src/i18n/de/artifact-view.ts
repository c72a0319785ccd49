import { artifactViewMessages } from '#wizard/artifact-view/artifact-view-messages.ts'

artifactViewMessages.translate('de', {
  title: (artifact, vendor) => `${artifact} für ${vendor}`,
  replace: (placeholders) => `Ersetzen Sie ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `Was ${vendor} verlangt`,
  example: (accountId: string) => `Ein Beispiel mit allen Berechtigungspaketen, die es gibt, im Konto ${accountId}.`,
  unknownTitle: 'Dieses Artefakt gibt es nicht',
  unknown: (known) => `Die Seite, die dies einbettet, verlangt eines, das nicht angeboten wird. Es gibt: ${known.join(', ')}.`,
})
