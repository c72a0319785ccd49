import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { credentials } from './iam-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp13Messages = messages('PP13', {
  title: 'Credentials are handed out',
  what: 'Actions that return credentials or tokens.',
  why: 'Credentials live longer than the session that got them, and are used outside of it.',
  todo: 'Remove the action unless it is what the application is for; name the resource where that is possible.',
  found: (words: string) => `${words} returns credentials. Remove it unless it is what the application is for.`,
})

export const pp13Credentials: PermissionsRule = {
  id: 'PP13',
  severity: 'high',
  source: 'https://github.com/salesforce/cloudsplaining',
  messages: pp13Messages,
  check: (subject) => dangerSpots(subject, credentials, (words) => (language) => pp13Messages.in(language).found(words(language))),
}
