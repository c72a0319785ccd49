import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { codeExecution } from './operation-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp30Messages = messages('PP30', {
  title: 'Code can be run on your hosts',
  what: 'Actions that run commands or code on all machines, containers or functions, such as `ssm:SendCommand` or `ecs:ExecuteCommand`.',
  why: 'What runs there acts with the role of the host, so this takes over the rights of every host.',
  todo: 'Name the instances, tasks or functions, or narrow them by a condition on `aws:ResourceTag/…`.',
  found: (words: string) => `${words} runs code on all hosts, with the rights of each. Name the hosts, or narrow them by a tag.`,
})

export const pp30CodeExecution: PermissionsRule = {
  id: 'PP30',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/security-best-practices.html',
  messages: pp30Messages,
  check: (subject) => dangerSpots(subject, codeExecution, (words) => (language) => pp30Messages.in(language).found(words(language))),
}
