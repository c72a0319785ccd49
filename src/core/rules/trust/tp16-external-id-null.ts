import { messages } from '#core/text/messages.ts'
import { conditionsOn, demandExternalId, externalIdKey, looseAllows } from './conditions.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp16Messages = messages('TP16', {
  title: 'Only Null tests the external ID',
  what: 'Null on sts:ExternalId, and nothing else',
  why: 'Null with "false" takes any external ID; with "true" it demands that none is sent.',
  todo: 'Compare the external ID with StringEquals.',
  noneSent: 'This demands that no external ID is sent. Compare it with StringEquals.',
  anySent: 'This takes any external ID. Compare it with StringEquals.',
})

export const tp16: TrustRule = {
  id: 'TP16',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null',
  messages: tp16Messages,
  check: (subject) =>
    looseAllows(subject).flatMap((statement) => {
      const tests = conditionsOn(statement, externalIdKey)
      if (!tests.every(({ comparison }) => comparison === 'Null')) return []
      return tests.map(({ path, values }) => ({
        message: values.some(({ text }) => text.toLowerCase() === 'true')
          ? (language) => tp16Messages.in(language).noneSent
          : (language) => tp16Messages.in(language).anySent,
        path,
        at: 'key',
        fix: demandExternalId(statement, subject),
      }))
    }),
}
