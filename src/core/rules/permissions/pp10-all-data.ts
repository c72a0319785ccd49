import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { dataReads } from './data-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp10Messages = messages('PP10', {
  title: 'All data can be read',
  what: 'Reading objects, items or snapshots on `*` or on a pattern that stands for all of them.',
  why: 'It reads every object, table or snapshot of the account, and of other accounts that let yours in.',
  todo: 'Name the buckets or tables.',
  found: (words: string) => `${words} reads the data of the whole account here. Name the buckets or tables.`,
})

export const pp10AllData: PermissionsRule = {
  id: 'PP10',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  messages: pp10Messages,
  check: (subject) => dangerSpots(subject, dataReads, (words) => (language) => pp10Messages.in(language).found(words(language))),
}
