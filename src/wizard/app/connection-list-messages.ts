import { messages } from '#core/text/messages.ts'

/** In lists of connections. */
export const replacementMessages = messages('replacement', {
  note: 'The external ID is being replaced.',
})

/** For someone who has connected accounts before. */
export const returningMessages = messages('returning', {
  title: (count: number) => (count === 1 ? 'Your connection' : `Your connections (${count})`),
  open: (account: string) => `Continue with ${account}`,
  notStarted: 'Not started',
  all: 'View all',
})
