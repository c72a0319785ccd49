import { messages } from '#core/text/messages.ts'
import { arnFault } from './arn-faults.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp19Messages = messages('PP19', {
  title: 'A resource that cannot be one',
  what: 'A resource that is no ARN, has too few parts, an account that is none, or the partition of another AWS.',
  why: 'AWS refuses what is no ARN; one that no resource can have grants nothing.',
  todo: 'Copy the ARN from the console of the service.',
})

export const pp19MalformedArn: PermissionsRule = {
  id: 'PP19',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  messages: pp19Messages,
  check: ({ statements, context }) =>
    statements
      .flatMap((statement) => [...statement.texts('Resource'), ...statement.texts('NotResource')])
      .flatMap(({ text, path }) => {
        const fault = arnFault(text, context.partition)
        if (fault === null) return []
        const { message, meant } = fault
        return [{ message, path, ...(meant === null ? {} : { fix: [{ path, value: meant }] }) }]
      }),
}
