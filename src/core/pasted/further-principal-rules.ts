import type { PlacedPrincipal } from '#core/rules/trust/conditions.ts'
import { lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import { tp07 } from '#core/rules/trust/principal-kinds.ts'
import { admitsAccount, admitsOthers, admitsVendorAccount, ownCalls } from '#core/rules/trust/tried-calls.ts'
import { tp09, tp09Messages } from '#core/rules/trust/trusted-accounts.ts'
import { nestedArn } from './nested-arn-rule.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { ofCatalog, type PastedRule, pages, whyOf } from './pasted-rule.ts'
import { digits, everyone, nameMust, principalRulesMessages } from './principal-rules.ts'
import { isAllowed, isApplication, isTrusted, isVendorAccount, placedPrincipals, trustedPrincipals } from './trusted-principals.ts'

/** The plan's own role isn't one of them: another rule names it. */
const othersNamed = (pastedRole: PastedRole): readonly PlacedPrincipal[] =>
  placedPrincipals(pastedRole)
    .filter(({ principal }) => principal.kind !== 'everyone' && !ownArns(pastedRole).includes(principal.text))
    .filter(({ principal }) => !isVendorAccount(pastedRole, principal) && !isApplication(principal, pastedRole))
    .filter(({ principal }) => isTrusted(pastedRole) || principal.accountId !== pastedRole.plan.vendorAccountId)

/** A condition can keep out who is named. */
const isLetIn = ({ trust, plan }: PastedRole, { statement, principal: { accountId } }: PlacedPrincipal): boolean =>
  trust === null ||
  (accountId !== null &&
    (accountId === plan.vendorAccountId ? admitsVendorAccount(trust, statement) : admitsAccount(trust, statement, accountId)))

const ownRolesIn = ({ trust }: PastedRole): readonly string[] => (trust === null ? [] : ownCalls(trust).map(({ callerArn }) => callerArn))

const ownArns = ({ plan, role }: PastedRole): readonly string[] => [plan.roleArn, ...(role?.arn ? [role.arn] : [])]

const isVendorIn = (pastedRole: PastedRole): boolean => isTrusted(pastedRole) || isAllowed(pastedRole)

const additional: PastedRule = {
  ...ofCatalog(tp09),
  covers: lintedPrincipalRules,
  suppressedBy: [everyone.id, digits.id, nestedArn.id],
  found: (pastedRole) => {
    const services = assuming(pastedRole).flatMap(({ otherPrincipals }) => otherPrincipals.map(({ text }) => text))
    const letIn = othersNamed(pastedRole).filter((placed) => isLetIn(pastedRole, placed))
    const ownRoles = ownRolesIn(pastedRole).filter((arn) => !ownArns(pastedRole).includes(arn))
    const named = [...new Set([...letIn.map(({ principal }) => principal.text), ...ownRoles, ...services])]
    if (!isVendorIn(pastedRole) || named.length === 0) return null
    return { sentence: (language) => tp09Messages.in(language).others(named.join(', ')), detail: whyOf(tp09, nameMust(pastedRole)) }
  },
}

/** Nothing that the policy as a whole allows, but not what was requested. */
const keptOut: PastedRule = {
  id: 'principal-kept-out',
  part: 'trust-policy',
  suppressedBy: [additional.id, everyone.id, digits.id, nestedArn.id],
  title: (language) => principalRulesMessages.in(language).keptOut.title,
  source: pages.principal,
  found: (pastedRole) => {
    const { trust } = pastedRole
    const isOfOwnRoles = ({ statement }: PlacedPrincipal) =>
      trust !== null && ownRolesIn(pastedRole).length > 0 && !admitsOthers(trust, statement)
    const named = othersNamed(pastedRole)
      .filter((placed) => !isLetIn(pastedRole, placed) && !isOfOwnRoles(placed))
      .map(({ principal }) => principal.text)
    if (!isVendorIn(pastedRole) || named.length === 0) return null
    return {
      sentence: (language) => principalRulesMessages.in(language).keptOut.sentence(named.join(', ')),
      detail: nameMust(pastedRole),
    }
  },
}

const ownRole: PastedRule = {
  id: 'principal-own-role',
  part: 'trust-policy',
  covers: [tp09.id, 'TP50'],
  title: (language) => principalRulesMessages.in(language).ownRole.title,
  source: pages.principal,
  found: (pastedRole) => {
    const { plan } = pastedRole
    // A role with another ARN than the planned one isn't evaluated.
    const named = trustedPrincipals(pastedRole).find(({ text }) => text !== plan.roleArn && ownArns(pastedRole).includes(text))?.text
    const arn = ownRolesIn(pastedRole).find((text) => ownArns(pastedRole).includes(text)) ?? named
    if (arn === undefined || !isVendorIn(pastedRole)) return null
    return {
      sentence: (language) => principalRulesMessages.in(language).ownRole.sentence(arn),
      detail: (language) => principalRulesMessages.in(language).ownRole.detail,
    }
  },
}

/** It works as long as the vendor keeps the role. */
const direct: PastedRule = {
  ...ofCatalog(tp07),
  title: (language) => principalRulesMessages.in(language).direct.title,
  found: (pastedRole) => {
    const all = trustedPrincipals(pastedRole)
    const principal = all.find((candidate) => candidate.kind === 'role' && isApplication(candidate, pastedRole))
    const isWritten = JSON.stringify(pastedRole.writtenTrust).includes(principal?.text ?? '')
    if (principal === undefined || !isWritten || all.some((candidate) => isVendorAccount(pastedRole, candidate))) return null
    return {
      sentence: (language) => principalRulesMessages.in(language).direct.sentence(principal.text),
      detail: (language) => principalRulesMessages.in(language).direct.detail,
    }
  },
}

/** Principals in addition to the vendor. The vendor's access doesn't depend on them. */
export const furtherPrincipalRules: readonly PastedRule[] = [additional, keptOut, direct, ownRole]
