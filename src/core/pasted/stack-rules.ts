import { isAcceptable } from '#core/connection/role-plan.ts'
import { tp28 } from '#core/rules/trust/document-form.ts'
import { messages } from '#core/text/messages.ts'
import { creationRules } from './creation-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { quotedReason } from './quoted-reason.ts'

type StatusFacts = { readonly status: string }

export const stackRulesMessages = messages('stack-rules', {
  'stack-in-progress': {
    title: 'The stack is still being created',
    sentence: ({ status }: StatusFacts) => `The stack is still being created (${status}), so the role doesn’t exist yet.`,
    detail: 'Wait about a minute.',
  },
  'stack-deleted': {
    title: 'The stack was deleted',
    sentence: ({ status }: StatusFacts) => `The stack was deleted (${status}), and the role with it.`,
    detail: 'To keep the connection, launch the stack again.',
  },
  stackRolledBack: {
    title: 'The stack rolled back',
    sentence: (logicalId: string) => `The stack rolled back because ${logicalId} couldn’t be created.`,
    resource: 'a resource',
    withoutReason: (rest: string) =>
      rest === '' ? 'The stack failed, and this text doesn’t say why.' : `The stack failed (${rest}), and this text doesn’t say why.`,
    detail:
      'Its events give the reason. Paste them here. In CloudFormation, open the stack’s "Events" tab, or run aws cloudformation describe-stack-events.',
  },
  'stack-external-id-differs': {
    title: 'The stack was launched with a different external ID',
    sentence: ({ given, externalId }: { readonly given: string; readonly externalId: string }) =>
      `The stack was launched with the external ID ${given}, but yours is ${externalId}.`,
    detail: 'The value was changed on the CloudFormation page.',
  },
})

const inProgress = /_IN_PROGRESS$/
const statusOf = ({ stack, events }: PastedRole): string => stack?.status ?? events?.status ?? ''

/** Follows from the status of the stack alone. */
const statusRule = (id: 'stack-in-progress' | 'stack-deleted', is: (status: string, pastedRole: PastedRole) => boolean): PastedRule =>
  familyRule(stackRulesMessages.in, {
    id,
    part: 'stack',
    source: pages.stackTroubles,
    facts: (pastedRole) => (is(statusOf(pastedRole), pastedRole) ? { status: statusOf(pastedRole) } : null),
  })

const stackRunning = statusRule(
  'stack-in-progress',
  (status, { events }) => inProgress.test(status) && !/ROLLBACK|DELETE/.test(status) && events?.firstFailure == null,
)

const stackDeleted = statusRule('stack-deleted', (status) => status.startsWith('DELETE_'))

const statusIn = (reasons: readonly string[]): string => /\b(?:\w+_FAILED|\w*ROLLBACK\w*)\b/.exec(reasons.join(' '))?.[0] ?? ''

const stackFailed: PastedRule = {
  id: 'stack-rolled-back',
  suppressedBy: [tp28.id, ...creationRules.map(({ id }) => id)],
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackRolledBack.title,
  source: pages.stackTroubles,
  found: (pastedRole) => {
    const isReported = pastedRole.reasons.some((reason) =>
      /Failed to create\/update the stack|is in ROLLBACK_\w+ state|The following resource\(s\) failed to create/.test(reason),
    )
    if (!isReported && !/ROLLBACK|_FAILED$/.test(statusOf(pastedRole))) return null
    const failure = pastedRole.events?.firstFailure
    return {
      sentence: failure
        ? (language) =>
            stackRulesMessages
              .in(language)
              .stackRolledBack.sentence(failure.logicalId || stackRulesMessages.in(language).stackRolledBack.resource)
        : (language) => stackRulesMessages.in(language).stackRolledBack.withoutReason(statusOf(pastedRole) || statusIn(pastedRole.reasons)),
      detail: failure ? quotedReason(failure.reason) : (language) => stackRulesMessages.in(language).stackRolledBack.detail,
    }
  },
}

const stackExternalId = familyRule(stackRulesMessages.in, {
  id: 'stack-external-id-differs',
  part: 'stack',
  source: pages.externalId,
  facts: ({ stack, plan }) => {
    const given = stack?.parameters['ExternalId']
    return given === undefined || isAcceptable(given, plan) ? null : { given: JSON.stringify(given), externalId: plan.externalId }
  },
})

/** How far the stack is that should have created the role. */
export const stackRules: readonly PastedRule[] = [stackRunning, stackDeleted, stackFailed, stackExternalId]
