import { messages } from '#core/text/messages.ts'

/** One artifact of the vendor's, in a page of its documentation. */
export const artifactViewMessages = messages('artifact-view', {
  title: (artifact: string, vendor: string) => `${artifact} for ${vendor}`,
  replace: (placeholders: readonly string[]) => `Replace ${placeholders.join(', ')}.`,
  reviewTitle: (vendor: string) => `What ${vendor} asks for`,
  example: (accountId: string) => `An example with every permission set that there is, in account ${accountId}.`,
  unknownTitle: 'There is no such artifact',
  unknown: (known: readonly string[]) => `The page that embeds this asks for one that is not offered. These are: ${known.join(', ')}.`,
})
