import { isAcceptable } from '#core/connection/role-plan.ts'
import { deniedSession } from './denied-session.ts'
import { denials, isOfRole as needsRole } from './described-failure.ts'
import { descriptionMessages } from './description-rules.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, pages, planFacts } from './pasted-rule.ts'

const isOfPlan = ({ vendorWords, plan }: PastedRole): boolean =>
  vendorWords?.roleArn === plan.roleArn && vendorWords.externalId !== null && isAcceptable(vendorWords.externalId, plan)

/** Before AWS's denials, which tell of the credentials that were used. */
export const unusedRoleRule = familyRule(descriptionMessages.in, {
  id: 'call-without-role',
  part: 'caller',
  source: pages.assumeRole,
  suppresses: [...denials, 'storage-denied', 'vendor-bucket-failed', 'call-works-elsewhere', 'terminal-not-authorized', 'vendor-own-call'],
  facts: (pastedRole) => {
    const { description, findings, trust, errors, vendorWords, plan } = pastedRole
    if (description?.isRoleUnused !== true || findings.length > 0 || trust !== null) return null
    const [denied = null] = errors.flatMap(({ message }) => deniedSession(message) ?? [])
    const isOfRole = denied?.callerRole === plan.roleName
    const isTold = denied !== null || vendorWords !== null || errors.some(({ code }) => code === 'StorageDenied')
    return isTold && !isOfRole ? { ...planFacts(plan), denied, hasValues: isOfPlan(pastedRole) } : null
  },
})

/** Before the values that differ: a role that works is none of them. */
export const worksForSomeRule = familyRule(descriptionMessages.in, {
  id: 'call-works-for-some',
  part: 'finding',
  source: pages.identifiers,
  suppresses: [...denials, 'vendor-other-role', 'stated-role-path', 'call-works-elsewhere'],
  facts: (pastedRole) => {
    const { description, trust, findings, plan } = pastedRole
    if (
      description?.worksForSome !== true ||
      description.regions.length > 0 ||
      trust !== null ||
      findings.length > 0 ||
      !needsRole(pastedRole)
    )
      return null
    return { ...planFacts(plan), commonPath: description.commonPath, worksForManagement: description.worksForManagement }
  },
})
