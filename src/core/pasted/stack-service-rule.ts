import { messages } from '#core/text/messages.ts'
import { familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'

/** `host`: empty where the message names none. */
type HostFacts = { readonly message: string; readonly host: string }

export const stackServiceMessages = messages('stack-service-rule', {
  'stack-service-unreachable': {
    title: 'CloudFormation got no answer from a service',
    sentence: ({ host }: HostFacts) =>
      `A resource of the stack failed because CloudFormation got no answer from ${host === '' ? 'an AWS service' : host}. This is usually temporary.`,
    detail: ({ message }: HostFacts) =>
      `It says nothing about the template, your permissions, or your network. Run the stack again. If the failed attempt left resources with fixed names, such as roles, delete them first. AWS said: ${message}`,
  },
})

const unanswered =
  /Unable to execute HTTP request|\bconnect(?:ion)? (?:timed out|reset|refused)|\bread timed out|HandlerErrorCode: (?:ServiceInternalError|NetworkFailure|InternalFailure|ServiceTimeout)\b/i

/** Resource types run in AWS, so neither the network nor the credentials of the person matter. https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html */
export const serviceUnreachable: PastedRule = familyRule(stackServiceMessages.in, {
  id: 'stack-service-unreachable',
  suppresses: ['stack-rolled-back'],
  part: 'stack',
  source: pages.stackTroubles,
  facts: ({ reasons }) => {
    const said = reasons.find((reason) => /HandlerErrorCode|Resource handler returned message/.test(reason) && unanswered.test(reason))
    return said === undefined
      ? null
      : { message: asSentence(said), host: /\b([a-z][\w.-]{2,60}\.amazonaws\.com(?:\.cn)?)\b/.exec(said)?.[1] ?? '' }
  },
})
