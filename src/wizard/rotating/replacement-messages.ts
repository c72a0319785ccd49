import { messages } from '#core/text/messages.ts'

/** In lists of connections. */
export const replacementMessages = messages('replacement', {
  note: 'The external ID is being replaced.',
})
