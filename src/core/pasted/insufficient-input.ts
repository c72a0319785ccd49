import type { RolePlan } from '#core/connection/role-plan.ts'
import { said } from '#core/rules/said.ts'
import type { Proviso } from './pasted-fact.ts'
import type { Patient } from './pasted-role.ts'
import type { AilmentWords } from './pasted-rule.ts'

const notEnough = (plan: RolePlan): AilmentWords => ({
  sentence: said`What was pasted is as it was asked for, and does not show the trust policy.`,
  detail: said`Paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`,
})

/** What was said in the place of an answer, and tells nothing of the role. */
const errorAlone = (message: string, plan: RolePlan): AilmentWords => ({
  sentence: said`This error does not say what is wrong with the role.`,
  detail: said`AWS said: ${message.slice(0, 400)} Paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`,
})

const rightCaller = (plan: RolePlan): AilmentWords => ({
  sentence: said`The terminal is signed in to the right account, and the role itself was not seen.`,
  detail: said`Paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`,
})

/** Of what was pasted without a trust policy, and has no ailment. */
export function withoutTrust({ errors, caller, role, permissions, stack, events, plan }: Patient): AilmentWords {
  const isElseSeen = role !== null || permissions.length > 0 || stack !== null || events !== null
  const [error] = errors
  if (isElseSeen || (error === undefined && caller === null)) return notEnough(plan)
  return error === undefined ? rightCaller(plan) : errorAlone(error.message, plan)
}

const isPseudo = (name: string): boolean => name.startsWith('AWS::')

/** Of a trust policy that is right as far as the text shows it; null where the text shows all of it. */
export function provisoWords(proviso: Proviso, plan: RolePlan): AilmentWords | null {
  const paste = said`For certainty paste the output of: aws iam get-role --role-name ${plan.roleName} --output json`
  if (proviso.kind === 'keys-left-out') {
    return {
      sentence: said`As far as this output shows it, the trust policy is as it was asked for.`,
      detail: said`The text format leaves out the names of the conditions. ${paste}`,
    }
  }
  const names = proviso.open.filter((name) => !isPseudo(name))
  const [open, defaults] = [names.join(', '), Object.keys(proviso.defaults).join(', ')]
  if (open !== '') {
    return {
      sentence: said`As far as the template says it, the trust policy is as it was asked for; what is given for ${open} is not known from the text.`,
      detail: said`The external ID must come to ${plan.externalId}, and the principal to account ${plan.vendorAccountId}. ${paste}`,
    }
  }
  if (defaults === '') return null
  return {
    sentence: said`With the default of ${defaults}, the trust policy of the template is as it was asked for.`,
    detail: said`Another value can be given when the stack is launched. ${paste}`,
  }
}
