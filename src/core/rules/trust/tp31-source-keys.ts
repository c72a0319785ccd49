import { messages } from '#core/text/messages.ts'
import { conditionsOn, dropKeys, refusesWithoutKey } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp31Messages = messages('TP31', {
  title: 'A key that only services send',
  what: 'aws:SourceArn, aws:SourceAccount or aws:SourceOrgID with an AWS principal',
  why: 'These keys are there only when an AWS service calls. A call of the vendor never has them, so it is always refused.',
  todo: 'Remove the condition.',
  found: (key: string) => `${key} is never there when the vendor calls, so the call is refused. Remove it.`,
})

const keys = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']

export const tp31: TrustRule = {
  id: 'TP31',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention',
  messages: tp31Messages,
  check: ({ statements }) =>
    statements
      .filter(({ principals }) => principals.length > 0)
      .flatMap((statement) => conditionsOn(statement, ...keys).map((condition) => ({ statement, condition })))
      .filter(({ condition, statement }) => refusesWithoutKey(statement, condition))
      .map(({ statement, condition }) => ({
        message: (language) => tp31Messages.in(language).found(condition.key),
        path: condition.path,
        at: 'key',
        fix: dropKeys(statement, condition.keyName),
      })),
}
