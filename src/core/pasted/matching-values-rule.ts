import { isAcceptable } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { inList } from '#core/text/plural.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'
import { roleCommand } from './permissions-command.ts'

type Values = { readonly hasArn: boolean; readonly hasAccount: boolean; readonly hasId: boolean }
type ValueFacts = PlanFacts & Values

const shown = ({ hasArn, hasAccount, hasId, roleArn, vendorAccount, externalId }: ValueFacts): readonly string[] => [
  ...(hasArn ? [`the role ARN ${roleArn}`] : []),
  ...(hasAccount ? [`the account ${vendorAccount}`] : []),
  ...(hasId ? [`the external ID ${externalId}`] : []),
]

export const matchingValuesMessages = messages('matching-values-rule', {
  'values-match': {
    title: 'The values in the text are right',
    sentence: (facts: ValueFacts) => `The text shows no error, and what it names is right for this connection: ${inList(shown(facts))}.`,
    detail: (facts: ValueFacts) =>
      `These values alone create no role in AWS. If ${facts.roleName} doesn’t exist yet, create it with a trust policy that trusts account ${facts.vendorAccount} and requires the external ID ${facts.externalId}. Then enter ${facts.roleArn} in ${facts.vendor}. To check the role, paste the output of: ${roleCommand(facts)}`,
  },
})

/** The text tells of no failure. */
const isQuiet = ({ vendorWords, errors, findings, description }: PastedRole): boolean =>
  vendorWords?.tellsOfTrouble === false &&
  vendorWords.failure === null &&
  vendorWords.missingActions === null &&
  !vendorWords.isOpen &&
  errors.length + findings.length === 0 &&
  description?.isRoleUnused !== true

/** It shows nothing of the role but these values. */
const isAlone = ({ trust, role, stack, permissions }: PastedRole): boolean =>
  trust === null && role === null && stack === null && permissions.length === 0

/** Null where none is right, or one is another. The principal of a vendor with an IAM user is that user. */
function valuesIn({ vendorWords, plan }: PastedRole): Values | null {
  const { roleArn = null, externalId = null, trustedAccount = null } = vendorWords ?? {}
  const hasId = externalId !== null && isAcceptable(externalId, plan)
  const values = { hasArn: roleArn === plan.roleArn, hasAccount: trustedAccount === plan.vendorAccountId, hasId }
  const isOther = (trustedAccount !== null && !values.hasAccount) || (externalId !== null && !hasId) || plan.applicationUserArn !== null
  return isOther || !Object.values(values).includes(true) ? null : values
}

/** Values without a failure, as a vendor shows them or a configuration holds them. */
export const matchingValuesRule: PastedRule = familyRule(matchingValuesMessages.in, {
  id: 'values-match',
  part: 'finding',
  source: pages.externalId,
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id'],
  facts: (pastedRole) => {
    const values = isQuiet(pastedRole) && isAlone(pastedRole) ? valuesIn(pastedRole) : null
    return values === null ? null : { ...planFacts(pastedRole.plan), ...values }
  },
})
