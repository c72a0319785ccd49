import { said } from '#core/rules/said.ts'
import { conditionsOn, dropKeys, refusesWithoutKey } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

const keys = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']

export const tp31: TrustRule = {
  id: 'TP31',
  severity: 'error',
  title: 'A key that only services send',
  what: 'aws:SourceArn, aws:SourceAccount or aws:SourceOrgID with an AWS principal',
  why: 'These keys are there only when an AWS service calls. A call of the vendor never has them, so it is always refused.',
  todo: 'Remove the condition.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention',
  check: ({ statements }) =>
    statements
      .filter(({ principals }) => principals.length > 0)
      .flatMap((statement) => conditionsOn(statement, ...keys).map((condition) => ({ statement, condition })))
      .filter(({ condition, statement }) => refusesWithoutKey(statement, condition))
      .map(({ statement, condition }) => ({
        message: said`${condition.key} is never there when the vendor calls, so the call is refused. Remove it.`,
        path: condition.path,
        at: 'key',
        fix: dropKeys(statement, condition.keyName),
      })),
}
