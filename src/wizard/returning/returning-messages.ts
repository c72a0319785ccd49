import { messages } from '#core/text/messages.ts'

/** For someone who has connected accounts before. */
export const returningMessages = messages('returning', {
  title: (count: number) => (count === 1 ? 'Your connection' : `Your connections (${count})`),
  open: (account: string) => `Continue with ${account}`,
  notStarted: 'Not started',
  all: 'View all',
})
