import { tp28 } from '#core/rules/trust/document-form.ts'
import { messages } from '#core/text/messages.ts'
import { creationRules, quotedReason } from './creation-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages } from './pasted-rule.ts'

export const stackRulesMessages = messages('stack-rules', {
  stackInProgress: {
    title: 'The stack is still being created',
    sentence: (statusOf: string) => `The stack is still being created (${statusOf}), so the role doesn’t exist yet.`,
    detail: 'Wait about a minute.',
  },
  stackDeleted: {
    title: 'The stack was deleted',
    sentence: (statusOf: string) => `The stack was deleted (${statusOf}), and the role with it.`,
    detail: 'To keep the connection, launch the stack again.',
  },
  stackRolledBack: {
    title: 'The stack rolled back',
    sentence: (logicalId: string) => `The stack rolled back because ${logicalId} couldn’t be created.`,
    resource: 'a resource',
    withoutReason: (rest: string) => `The stack rolled back (${rest}), so there’s no role.`,
    detail:
      'Its events give the reason. Paste them here. In CloudFormation, open the stack’s "Events" tab, or run aws cloudformation describe-stack-events.',
  },
  stackExternalIdDiffers: {
    title: 'The stack was launched with a different external ID',
    sentence: (given: string, externalId: string) => `The stack was launched with the external ID ${given}, but yours is ${externalId}.`,
    detail: 'The value was changed on the CloudFormation page.',
  },
})

const inProgress = /_IN_PROGRESS$/
const statusOf = ({ stack, events }: PastedRole): string => stack?.status ?? events?.status ?? ''

/** Told by the status of the stack alone. */
const statusRule = (
  id: string,
  key: 'stackInProgress' | 'stackDeleted',
  is: (status: string, pastedRole: PastedRole) => boolean,
): PastedRule => ({
  id,
  part: 'stack',
  title: (language) => stackRulesMessages.in(language)[key].title,
  source: pages.stackTroubles,
  found: (pastedRole) => {
    const status = statusOf(pastedRole)
    if (!is(status, pastedRole)) return null
    return {
      sentence: (language) => stackRulesMessages.in(language)[key].sentence(status),
      detail: (language) => stackRulesMessages.in(language)[key].detail,
    }
  },
})

const stackRunning = statusRule(
  'stack-in-progress',
  'stackInProgress',
  (status, { events }) => inProgress.test(status) && !/ROLLBACK|DELETE/.test(status) && events?.firstFailure == null,
)

const stackDeleted = statusRule('stack-deleted', 'stackDeleted', (status) => status.startsWith('DELETE_'))

const stackFailed: PastedRule = {
  id: 'stack-rolled-back',
  suppressedBy: [tp28.id, ...creationRules.map(({ id }) => id)],
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackRolledBack.title,
  source: pages.stackTroubles,
  found: (pastedRole) => {
    const isReported = pastedRole.reasons.some((reason) => /Failed to create\/update the stack|is in ROLLBACK_\w+ state/.test(reason))
    if (!isReported && !/ROLLBACK|_FAILED$/.test(statusOf(pastedRole))) return null
    const failure = pastedRole.events?.firstFailure
    return {
      sentence: failure
        ? (language) =>
            stackRulesMessages
              .in(language)
              .stackRolledBack.sentence(failure.logicalId || stackRulesMessages.in(language).stackRolledBack.resource)
        : (language) =>
            stackRulesMessages.in(language).stackRolledBack.withoutReason(isReported ? 'ROLLBACK_COMPLETE' : statusOf(pastedRole)),
      detail: failure ? quotedReason(failure.reason) : (language) => stackRulesMessages.in(language).stackRolledBack.detail,
    }
  },
}

const stackExternalId: PastedRule = {
  id: 'stack-external-id-differs',
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackExternalIdDiffers.title,
  source: pages.externalId,
  found: ({ stack, plan }) => {
    const given = stack?.parameters['ExternalId']
    if (given === undefined || given === plan.externalId) return null
    return {
      sentence: (language) => stackRulesMessages.in(language).stackExternalIdDiffers.sentence(JSON.stringify(given), plan.externalId),
      detail: (language) => stackRulesMessages.in(language).stackExternalIdDiffers.detail,
    }
  },
}
/** How far the stack is that should have created the role. */
export const stackRules: readonly PastedRule[] = [stackRunning, stackDeleted, stackFailed, stackExternalId]
