import { messages } from '#core/text/messages.ts'
import { creationAilments, quotedReason } from './creation-rules.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'

export const stackRulesMessages = messages('stack-rules', {
  stackInProgress: {
    title: 'The stack is still at work',
    sentence: (statusOf: string) => `The stack is still at work (${statusOf}), so there is no role yet.`,
    detail: 'It takes about a minute. There is nothing to do but to wait.',
  },
  stackDeleted: {
    title: 'The stack was deleted',
    sentence: (statusOf: string) => `The stack was deleted (${statusOf}), and the role with it.`,
    detail: 'Launch it again if the connection is still wanted.',
  },
  stackRolledBack: {
    title: 'The stack was rolled back',
    sentence: (logicalId: string) => `The stack was rolled back, because ${logicalId} could not be created.`,
    resource: 'a resource',
    withoutReason: (rest: string) => `The stack was rolled back (${rest}), so there is no role.`,
    detail:
      'Its events name the reason. Paste them here: in CloudFormation, the stack, tab "Events", or the command aws cloudformation describe-stack-events.',
  },
  stackExternalIdDiffers: {
    title: 'The stack was launched with another external ID',
    sentence: (given: string, externalId: string) => `The stack was launched with the external ID ${given}, and yours is ${externalId}.`,
    detail: 'The link fills it in, and the page lets everybody change it.',
  },
})

const inProgress = /_IN_PROGRESS$/
const statusOf = ({ stack, events }: Patient): string => stack?.status ?? events?.status ?? ''

const stackRunning: Ailment = {
  id: 'stack-in-progress',
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackInProgress.title,
  source: pages.stackTroubles,
  found: (patient) =>
    inProgress.test(statusOf(patient)) && !/ROLLBACK|DELETE/.test(statusOf(patient)) && patient.events?.firstFailure == null
      ? {
          sentence: (language) => stackRulesMessages.in(language).stackInProgress.sentence(statusOf(patient)),
          detail: (language) => stackRulesMessages.in(language).stackInProgress.detail,
        }
      : null,
}

const stackDeleted: Ailment = {
  id: 'stack-deleted',
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackDeleted.title,
  source: pages.stackTroubles,
  found: (patient) =>
    /^DELETE_/.test(statusOf(patient))
      ? {
          sentence: (language) => stackRulesMessages.in(language).stackDeleted.sentence(statusOf(patient)),
          detail: (language) => stackRulesMessages.in(language).stackDeleted.detail,
        }
      : null,
}

const stackFailed: Ailment = {
  id: 'stack-rolled-back',
  suppressedBy: ['trust-policy-too-long', ...creationAilments.map(({ id }) => id)],
  part: 'stack',
  title: (language) => stackRulesMessages.in(language).stackRolledBack.title,
  source: pages.stackTroubles,
  found: (patient) => {
    const isTold = patient.reasons.some((reason) => /Failed to create\/update the stack|is in ROLLBACK_\w+ state/.test(reason))
    if (!isTold && !/ROLLBACK|_FAILED$/.test(statusOf(patient))) return null
    const failure = patient.events?.firstFailure
    return {
      sentence: failure
        ? (language) =>
            stackRulesMessages
              .in(language)
              .stackRolledBack.sentence(failure.logicalId || stackRulesMessages.in(language).stackRolledBack.resource)
        : (language) => stackRulesMessages.in(language).stackRolledBack.withoutReason(isTold ? 'ROLLBACK_COMPLETE' : statusOf(patient)),
      detail: failure ? quotedReason(failure.reason) : (language) => stackRulesMessages.in(language).stackRolledBack.detail,
    }
  },
}

const stackExternalId: Ailment = {
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
export const stackAilments: readonly Ailment[] = [stackRunning, stackDeleted, stackFailed, stackExternalId]
