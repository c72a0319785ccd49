import type { ArtefactViewWords } from '#wizard/words/artefact-view.ts'

export const artefactView: ArtefactViewWords = {
  title: (artefact, vendor) => `${artefact} für ${vendor}`,
  replace: (placeholders) => `Ersetzen Sie ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `Was ${vendor} verlangt`,
  example: (accountId: string) => `Ein Beispiel mit allen Berechtigungspaketen, die es gibt, im Konto ${accountId}.`,
  unknownTitle: 'Dieses Artefakt gibt es nicht',
  unknown: (known) => `Die Seite, die dies einbettet, verlangt eines, das nicht angeboten wird. Es gibt: ${known.join(', ')}.`,
}
