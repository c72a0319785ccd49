import { messages } from '#core/text/messages.ts'

/** One artifact of the vendor's, in a page of its documentation. */
export const artifactViewMessages = messages('artifact-view', {
  title: (artifact: string, vendor: string) => `${artifact} for ${vendor}`,
  replace: (placeholders: readonly string[]) => `Replace ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `What ${vendor} requests`,
  example: (accountId: string) => `An example with every permission set, in account ${accountId}.`,
  unknownTitle: 'Artifact not found',
  unknown: (known: readonly string[]) => `The embedding page requests an artifact that isn’t available. Available: ${known.join(', ')}.`,
})
