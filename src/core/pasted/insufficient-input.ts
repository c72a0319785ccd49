import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { Proviso } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import type { Found } from './pasted-rule.ts'

export const insufficientInputMessages = messages('insufficient-input', {
  notEnough: 'The pasted text matches the request, but doesn’t show the trust policy.',
  pasteRole: (roleName: string) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  errorAlone: 'This error doesn’t say what is wrong with the role.',
  errorDetail: (message: string, roleName: string) =>
    `AWS said: ${message} Paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  rightCaller: 'The terminal is signed in to the right account, and the role itself wasn’t seen.',
  forCertainty: (roleName: string) => `To be sure, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  openValues: (open: string) =>
    `As far as the template shows it, the trust policy is as requested. The value of ${open} isn’t in the text.`,
  openValuesDetail: (externalId: string, vendorAccountId: string, paste: string) =>
    `The external ID must come to ${externalId}, and the principal to account ${vendorAccountId}. ${paste}`,
  defaults: (defaults: string) => `With the default of ${defaults}, the trust policy in the template is as requested.`,
  defaultsDetail: (paste: string) => `Another value can be given when the stack is launched. ${paste}`,
})

const notEnough = (plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).notEnough,
  detail: (language) => insufficientInputMessages.in(language).pasteRole(plan.roleName),
})

/** What was said in the place of an answer, and tells nothing of the role. */
const errorAlone = (message: string, plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).errorAlone,
  detail: (language) => insufficientInputMessages.in(language).errorDetail(message.slice(0, 400), plan.roleName),
})

const rightCaller = (plan: RolePlan): Found => ({
  sentence: (language) => insufficientInputMessages.in(language).rightCaller,
  detail: (language) => insufficientInputMessages.in(language).pasteRole(plan.roleName),
})

/** Covers pasted texts that have no trust policy and no rule. */
export function withoutTrust({ errors, caller, role, permissions, stack, events, plan }: PastedRole): Found {
  const isElseSeen = role !== null || permissions.length > 0 || stack !== null || events !== null
  const [error] = errors
  if (isElseSeen || (error === undefined && caller === null)) return notEnough(plan)
  return error === undefined ? rightCaller(plan) : errorAlone(error.message, plan)
}

const isPseudo = (name: string): boolean => name.startsWith('AWS::')

/** Of a trust policy that is right as far as the text shows it; null where the text shows all of it. */
export function provisoWords(proviso: Proviso, plan: RolePlan): Found | null {
  const paste = (language: string) => insufficientInputMessages.in(language).forCertainty(plan.roleName)
  const names = proviso.open.filter((name) => !isPseudo(name))
  const [open, defaults] = [names.join(', '), Object.keys(proviso.defaults).join(', ')]
  if (open !== '') {
    return {
      sentence: (language) => insufficientInputMessages.in(language).openValues(open),
      detail: (language) => insufficientInputMessages.in(language).openValuesDetail(plan.externalId, plan.vendorAccountId, paste(language)),
    }
  }
  if (defaults === '') return null
  return {
    sentence: (language) => insufficientInputMessages.in(language).defaults(defaults),
    detail: (language) => insufficientInputMessages.in(language).defaultsDetail(paste(language)),
  }
}
