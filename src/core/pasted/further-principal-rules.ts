import type { PrincipalView } from '#core/policy/policy-view.ts'
import { lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import { tp07 } from '#core/rules/trust/principal-kinds.ts'
import { tp09, tp09Messages } from '#core/rules/trust/trusted-accounts.ts'
import type { TrustStatement } from '#core/rules/trust-subject.ts'
import { nestedArn } from './nested-arn-rule.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { ofCatalog, type PastedRule, pages, whyOf } from './pasted-rule.ts'
import {
  digits,
  everyone,
  isApplication,
  isTrusted,
  isVendorAccount,
  nameMust,
  principalRulesMessages,
  trustedPrincipals,
} from './principal-rules.ts'

const ownArns = ({ plan, role }: PastedRole): readonly string[] => [plan.roleArn, ...(role?.arn ? [role.arn] : [])]

/** Statements that let the role assume itself: it is the principal, or a condition limits its account to it. */
const ofItself = (pastedRole: PastedRole): readonly TrustStatement[] =>
  assuming(pastedRole).filter(({ principals, otherPrincipals, conditions }) => {
    const own = ownArns(pastedRole)
    const limits = conditions.filter(({ keyName }) => keyName === 'aws:principalarn').flatMap(({ values }) => values)
    const isLimited = limits.length > 0 && limits.every(({ text }) => own.includes(text))
    const isOwnAccount = principals.every(({ kind, accountId }) => kind === 'account' && own.some((arn) => arn.includes(`::${accountId}:`)))
    return otherPrincipals.length === 0 && principals.length > 0 && isLimited && isOwnAccount
  })

/** The role itself isn't one of them: another rule names it. */
const others = (pastedRole: PastedRole): readonly PrincipalView[] =>
  trustedPrincipals(pastedRole, ofItself(pastedRole)).filter(
    (principal) =>
      principal.kind !== 'everyone' &&
      !ownArns(pastedRole).includes(principal.text) &&
      !isVendorAccount(pastedRole, principal) &&
      !isApplication(principal, pastedRole),
  )

const additional: PastedRule = {
  ...ofCatalog(tp09),
  covers: lintedPrincipalRules,
  suppressedBy: [everyone.id, digits.id, nestedArn.id],
  found: (pastedRole) => {
    const services = assuming(pastedRole).flatMap(({ otherPrincipals }) => otherPrincipals)
    const named = [...others(pastedRole), ...services].map(({ text }) => text)
    if (!isTrusted(pastedRole) || named.length === 0) return null
    return { sentence: (language) => tp09Messages.in(language).others(named.join(', ')), detail: whyOf(tp09, nameMust(pastedRole)) }
  },
}

const ownRole: PastedRule = {
  id: 'principal-own-role',
  part: 'trust-policy',
  covers: [tp09.id],
  title: (language) => principalRulesMessages.in(language).ownRole.title,
  source: pages.principal,
  found: (pastedRole) => {
    const own = ownArns(pastedRole)
    const named = trustedPrincipals(pastedRole).find(({ text }) => own.includes(text))?.text
    const arn = named ?? (ofItself(pastedRole).length > 0 ? pastedRole.plan.roleArn : undefined)
    if (arn === undefined || !isTrusted(pastedRole)) return null
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
export const furtherPrincipalRules: readonly PastedRule[] = [additional, direct, ownRole]
