import { messages } from '#core/text/messages.ts'
import { openNames } from './insufficient-input.ts'
import { isOtherCaller } from './other-caller.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, isOtherName, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { isWithoutReason } from './refusal-rules.ts'
import { deniedCall } from './role-denial.ts'

export const allowedAsShownMessages = messages('allowed-as-shown-rule', {
  'refused-though-trusted': {
    title: 'The trust policy allows the call that AWS denied',
    sentence: ({ vendor }: PlanFacts) =>
      `The trust policy in this text allows ${vendor} to assume the role, so the denial has another cause.`,
    detail: ({ vendor, roleArn, externalId }: PlanFacts) =>
      `Check that it belongs to the role that ${vendor} calls, ${roleArn}, and that it’s older than two minutes. If so, ask ${vendor} whether it sends the external ID ${externalId} and may call sts:AssumeRole on this role. A policy of your organization can block the call too.`,
  },
})

/** A denied call of the vendor for the planned role, as far as the message names them. */
function isOfConnection({ message }: ErrorTextFact, { plan }: PastedRole): boolean {
  const call = deniedCall(message)
  if (isOtherName(message, plan)) return false
  if (call === null) return true
  return call.accountId === plan.vendorAccountId && !isOtherCaller(call.caller, plan) && ['', plan.roleArn].includes(call.roleArn)
}

/** The values that the text names are those of the plan. */
function isCallPlanned({ vendorWords, role, plan }: PastedRole): boolean {
  const { externalId = null, roleArn = null } = vendorWords ?? {}
  const isOtherRole = role?.roleName != null && role.roleName !== plan.roleName
  return !isOtherRole && (externalId ?? plan.externalId) === plan.externalId && (roleArn ?? plan.roleArn) === plan.roleArn
}

/** A trust policy next to AWS's denial, which it doesn’t explain. */
export const allowedAsShown: PastedRule = familyRule(allowedAsShownMessages.in, {
  id: 'refused-though-trusted',
  part: 'finding',
  source: pages.roleTroubles,
  suppresses: ['refused-without-reason'],
  facts: (pastedRole) => {
    const { trust, errors, plan, proviso, rejection } = pastedRole
    const isAllowed = trust?.signature?.rightId === 'allowed' && rejection === null && openNames(proviso) === ''
    const isDenied = errors.some((error) => isWithoutReason(error) && isOfConnection(error, pastedRole))
    return isAllowed && isDenied && isCallPlanned(pastedRole) ? planFacts(plan) : null
  },
})
