import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { isDynamicBlock } from './open-value.ts'
import type { Proviso } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { type Found, type Trusted, trusted } from './pasted-rule.ts'
import { asSentence } from './quoted-reason.ts'
import { isCodeAlone } from './words-of-aws.ts'

export const insufficientInputMessages = messages('insufficient-input', {
  notEnough: 'The pasted text matches what was requested, but doesn’t show the trust policy.',
  namesAlone: 'The pasted text doesn’t show the trust policy of the role.',
  pasteRole: (roleName: string) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  errorAlone: 'This error doesn’t say what’s wrong with the role.',
  errorDetail: (message: string, roleName: string) =>
    `${message === '' ? '' : `AWS said: ${message} `}Paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  rightCaller: 'The terminal is signed in to the right account, but this doesn’t show the role.',
  ownSession: (roleName: string) => `The text shows a session of ${roleName}, so the role exists, and its caller could assume it.`,
  ownSessionDetail: (vendor: string) =>
    `If another program or ${vendor} fails, it calls with other credentials, or it fails before or after that. Paste the error that it shows.`,
  forCertainty: (roleName: string) => `To be sure, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  openValues: (open: string) =>
    `As far as the text shows, the trust policy matches what was requested. The text doesn’t show the value of ${open}.`,
  openPermissions: (open: string) =>
    `As far as the text shows, the permissions policy matches what was requested. The text doesn’t show the value of ${open}.`,
  dynamicBlocks: (open: string) => `The text doesn’t show the whole trust policy. Terraform adds to it with ${open}.`,
  notShown: (open: string) => `The text doesn’t show the value of ${open}.`,
  openValuesDetail: (externalId: string, plan: Trusted, paste: string) =>
    `The external ID must be ${externalId}, and the principal must be ${trusted(plan)}. ${paste}`,
  defaults: (defaults: string) => `With the default of ${defaults}, the template’s trust policy matches what was requested.`,
  defaultsDetail: (paste: string) => `The value can be changed when the stack is launched. ${paste}`,
})

const notEnough = (plan: RolePlan, isCompared: boolean): Found => ({
  sentence: (language) => insufficientInputMessages.in(language)[isCompared ? 'notEnough' : 'namesAlone'],
  detail: (language) => insufficientInputMessages.in(language).pasteRole(plan.roleName),
})

const openPermissions = (open: string, plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).openPermissions(open),
  detail: (language) => insufficientInputMessages.in(language).pasteRole(plan.roleName),
})

/** An error in the place of an answer, which tells nothing of the role. */
const errorAlone = (message: string, plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).errorAlone,
  detail: (language) => insufficientInputMessages.in(language).errorDetail(isCodeAlone(message) ? '' : asSentence(message), plan.roleName),
})

const rightCaller = (plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).rightCaller,
  detail: (language) => insufficientInputMessages.in(language).pasteRole(plan.roleName),
})

const ownSession = ({ roleName, vendor }: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).ownSession(roleName),
  detail: (language) => insufficientInputMessages.in(language).ownSessionDetail(vendor.name),
})

/** Covers pasted texts that have no trust policy and no rule. */
export function withoutTrust({ errors, caller, role, permissions, attachedPolicies, stack, events, plan }: PastedRole): Found {
  const isCompared = permissions.length > 0 || attachedPolicies !== null || stack !== null || events !== null
  const hasOtherInput = role !== null || isCompared
  const [error] = errors
  const open = [...new Set(permissions.map(({ proviso }) => openNames(proviso ?? null)).filter((names) => names !== ''))].join(', ')
  if (open !== '') return openPermissions(open, plan)
  if (hasOtherInput || (error === undefined && caller === null)) return notEnough(plan, isCompared)
  if (error === undefined && caller?.arn.includes(`:assumed-role/${plan.roleName}/`)) return ownSession(plan)
  return error === undefined ? rightCaller(plan) : errorAlone(error.message, plan)
}

const isPseudo = (name: string): boolean => name.startsWith('AWS::')

export const openNames = (proviso: Proviso | null): string => (proviso?.open ?? []).filter((name) => !isPseudo(name)).join(', ')

/** True for a Terraform source with blocks whose number depends on a value. */
export const hasDynamicBlocks = (proviso: Proviso | null): boolean => proviso?.open.some(isDynamicBlock) === true

/** Covers a trust policy that can be right or wrong, depending on what its dynamic blocks add. */
export const dynamicWords = (proviso: Proviso, plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).dynamicBlocks(proviso.open.filter(isDynamicBlock).join(', ')),
  detail: (language) => insufficientInputMessages.in(language).forCertainty(plan.roleName),
})

/** Of a trust policy that is right as far as the text shows it; null where the text shows all of it. */
export function provisoWords(proviso: Proviso, plan: RolePlan): Found | null {
  const paste = (language: string) => insufficientInputMessages.in(language).forCertainty(plan.roleName)
  const [open, defaults] = [openNames(proviso), Object.keys(proviso.defaults).join(', ')]
  if (open !== '') {
    return {
      sentence: (language) => insufficientInputMessages.in(language).openValues(open),
      detail: (language) => insufficientInputMessages.in(language).openValuesDetail(plan.externalId, plan, paste(language)),
    }
  }
  if (defaults === '') return null
  return {
    sentence: (language) => insufficientInputMessages.in(language).defaults(defaults),
    detail: (language) => insufficientInputMessages.in(language).defaultsDetail(paste(language)),
  }
}
