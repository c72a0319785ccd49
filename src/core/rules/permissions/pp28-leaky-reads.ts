import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { leakyReads } from './data-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp28Messages = messages('PP28', {
  title: 'Read calls that leak secrets',
  what: 'Read calls on all resources that return code, user data, environment variables, templates or log lines.',
  why: 'They read nothing but settings, and in settings people keep passwords.',
  todo: 'Name the functions, stacks or log groups; leave out what the application does not need.',
  found: (words: string) => `${words} returns settings, code or logs, in which secrets are often kept. Name the resources.`,
})

export const pp28LeakyReads: PermissionsRule = {
  id: 'PP28',
  severity: 'medium',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
  messages: pp28Messages,
  check: (subject) => dangerSpots(subject, leakyReads, (words) => (language) => pp28Messages.in(language).found(words(language))),
}
