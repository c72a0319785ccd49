import { messages } from '#core/text/messages.ts'
import { alertFacts, eventDenied } from './event-alert.ts'
import { type ErrorFacts, hasCode, ofErrors, type PastedRule } from './pasted-rule.ts'

/** True for a call that was made with the role of this connection. */
export const isCallOfRole = ({ message, roleName }: ErrorFacts): boolean =>
  alertFacts(message).caller.includes(`:assumed-role/${roleName}/`)

export const eventAlertMessages = messages('event-alert-rule', {
  'event-denied': {
    title: 'An alert about a call that AWS denied',
    sentence: ({ message }: ErrorFacts) => {
      const { call, caller } = alertFacts(message)
      return caller === ''
        ? `This is an alert: AWS denied the call ${call}. It shows neither who called nor why.`
        : `This is an alert: AWS denied the call ${call} to ${caller}.`
    },
    detail: (facts: ErrorFacts) =>
      isCallOfRole(facts)
        ? `The call was made with the role of this connection, so the role can be assumed. To learn the reason, find the event in the CloudTrail event history, and paste it here.`
        : `Nothing in it points to ${facts.roleArn}. Find the event in the CloudTrail event history: userIdentity shows who called, and errorMessage often shows why. If userIdentity names ${facts.roleName}, paste the event here.`,
  },
})

/** Before the rules for denials whose caller is known. */
export const eventAlertRules: readonly PastedRule[] = ofErrors(eventAlertMessages.in, [
  {
    id: 'event-denied',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
    suppresses: ['service-call-denied', 'storage-denied'],
    is: hasCode(eventDenied),
  },
])
