import { messages } from '#core/text/messages.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { type ErrorFacts, ofErrors, type PastedRule, pages } from './pasted-rule.ts'

export const rootCallerMessages = messages('root-caller-rule', {
  'caller-is-root': {
    title: 'A root user made the call',
    sentence: 'The call was made with the credentials of a root user, and AWS doesn’t let root users assume roles.',
    detail: ({ vendor }: ErrorFacts) =>
      `This says nothing about the role. A principal that ends in :root in a trust policy means the whole account, and not its root user. If ${vendor} made the call, ${vendor} needs to call as a role or an IAM user. If you made it yourself, the denial is expected, because only ${vendor} can assume this role.`,
  },
})

export const isOfRoot = ({ message }: Pick<ErrorTextFact, 'message'>): boolean =>
  /Roles may not be assumed by root accounts|\barn:[\w-]+:iam::\d{12}:root is not authorized to perform:? sts:AssumeRole\b/i.test(message)

/** No policy decides on it, so no one can allow it. */
export const rootCallerRules: readonly PastedRule[] = ofErrors(rootCallerMessages.in, [
  {
    id: 'caller-is-root',
    part: 'caller',
    suppresses: ['call-of-others', 'caller-is-not-vendor', 'called-other-role'],
    source: pages.assumeRole,
    is: isOfRoot,
  },
])
