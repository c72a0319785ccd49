import { accountIdInGroups } from '#core/aws/account-id.ts'
import { type PrincipalView, readPrincipal } from '#core/policy/policy-view.ts'
import { tp02, tp02Messages, tp03, tp03Messages } from '#core/rules/trust/principal-element.ts'
import { tp06, tp06Messages, tp07, tp07Messages, tp08, tp08Messages, tp10, tp10Messages } from '#core/rules/trust/principal-kinds.ts'
import { tp04, tp04Messages, tp09, tp09Messages, tp29, tp29Messages } from '#core/rules/trust/trusted-accounts.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { type CatalogFacts, ofCatalog, type PastedRule, pages, whyOf } from './pasted-rule.ts'
import { roleArnParts } from './role-shapes.ts'

export const principalRulesMessages = messages('principal-rules', {
  nameMust: (vendorAccountId: string, vendor: string, partition: string, wantedVendorAccountId: string) =>
    `The principal must be ${vendor}’s account ${vendorAccountId}, written as arn:${partition}:iam::${wantedVendorAccountId}:root.`,
  roleCase: {
    title: 'The trusted role has different capitalization',
    sentence: (text: string, applicationRoleArn: string) =>
      `The trust policy trusts ${text}, which differs from the application role ${applicationRoleArn} only in capitalization.`,
  },
  rolePath: {
    title: 'The trusted role has a different path',
    sentence: (text: string, applicationRoleArn: string) =>
      `The trust policy trusts ${text}. The application role is ${applicationRoleArn}, with a different path.`,
  },
  otherRole: {
    title: 'The trusted principal is a different role of the vendor account',
    sentence: (text: string, vendor: string) => `The trust policy trusts ${text}, which isn’t the role that ${vendor} uses.`,
  },
})

const nameMust =
  ({ plan: { vendorAccountId, vendor, partition } }: PastedRole): Text =>
  (language) =>
    principalRulesMessages.in(language).nameMust(accountIdInGroups(vendorAccountId), vendor.name, partition, vendorAccountId)

/** IAM takes `"*"` in place of the whole element, too. */
const trustedPrincipals = (pastedRole: PastedRole): readonly PrincipalView[] =>
  assuming(pastedRole).flatMap(({ principals, texts }) => [
    ...principals,
    ...texts('Principal').map(({ text, path }) => ({ text, path, ...readPrincipal(text) })),
  ])

const isVendorAccount = ({ plan }: PastedRole, { kind, accountId, partition }: PrincipalView): boolean =>
  kind === 'account' && accountId === plan.vendorAccountId && (partition === null || partition === plan.partition)

const isTrusted = (pastedRole: PastedRole): boolean =>
  trustedPrincipals(pastedRole).some((principal) => isVendorAccount(pastedRole, principal))

const isOfVendor = ({ accountId, partition }: PrincipalView, { plan }: PastedRole): boolean =>
  accountId === plan.vendorAccountId && partition === plan.partition

/** How the role of a principal differs from the application role. Null for an unrelated role. */
function roleDifference({ text }: PrincipalView, { plan }: PastedRole): 'same' | 'case' | 'path' | null {
  const [found, wanted] = [roleArnParts(text), roleArnParts(plan.applicationRoleArn ?? '')]
  if (found === null || wanted === null) return null
  if (found.arn === wanted.arn) return 'same'
  if (found.roleName === wanted.roleName) return 'path'
  return found.roleName.toLowerCase() === wanted.roleName.toLowerCase() ? 'case' : null
}

type PrincipalForm = Pick<PastedRule, 'suppresses' | 'suppressedBy'> & {
  readonly rule: CatalogFacts
  readonly is: (principal: PrincipalView, pastedRole: PastedRole) => boolean
  readonly sentence: (language: string, principal: PrincipalView, pastedRole: PastedRole) => string
}

/** Reports the first principal of a kind, unless the vendor account is trusted as well. */
const inPlaceOfVendor = ({ rule, is, sentence, ...rest }: PrincipalForm): PastedRule => ({
  ...rest,
  ...ofCatalog(rule),
  found: (pastedRole) => {
    const principal = isTrusted(pastedRole) ? undefined : trustedPrincipals(pastedRole).find((candidate) => is(candidate, pastedRole))
    return principal === undefined
      ? null
      : { sentence: (language) => sentence(language, principal, pastedRole), detail: whyOf(rule, nameMust(pastedRole)) }
  },
})

const everyone: PastedRule = {
  ...ofCatalog(tp02),
  suppresses: ['TP04', 'TP09', 'principal-other-role'],
  found: (pastedRole) =>
    trustedPrincipals(pastedRole).some(({ kind }) => kind === 'everyone')
      ? { sentence: (language) => tp02Messages.in(language).found, detail: whyOf(tp02, nameMust(pastedRole)) }
      : null,
}

const notPrincipal: PastedRule = {
  ...ofCatalog(tp03),
  found: (pastedRole) =>
    assuming(pastedRole).some(({ element }) => element('NotPrincipal') !== undefined)
      ? { sentence: (language) => tp03Messages.in(language).found, detail: whyOf(tp03, nameMust(pastedRole)) }
      : null,
}

const forms: readonly PrincipalForm[] = [
  {
    rule: tp06,
    is: ({ kind }) => kind === 'unique-id',
    sentence: (language, { text }) => tp06Messages.in(language).found(text),
  },
  { rule: tp10, is: ({ kind }) => kind === 'session', sentence: (language) => tp10Messages.in(language).found },
  {
    rule: tp29,
    is: ({ partition }, { plan }) => partition !== null && partition !== plan.partition,
    sentence: (language, { partition }, { plan }) => tp29Messages.in(language).found(partition ?? '', plan.partition),
  },
  {
    rule: tp08,
    is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && principal.kind === 'user',
    sentence: (language) => tp08Messages.in(language).found,
  },
  {
    rule: {
      id: 'principal-role-case',
      source: pages.roleTroubles,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).roleCase.title }) },
    },
    is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && roleDifference(principal, pastedRole) === 'case',
    sentence: (language, { text }, { plan }) => principalRulesMessages.in(language).roleCase.sentence(text, plan.applicationRoleArn ?? ''),
  },
  {
    rule: {
      id: 'principal-role-path',
      source: pages.identifiers,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).rolePath.title }) },
    },
    is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && roleDifference(principal, pastedRole) === 'path',
    sentence: (language, { text }, { plan }) => principalRulesMessages.in(language).rolePath.sentence(text, plan.applicationRoleArn ?? ''),
  },
  {
    rule: tp07,
    is: (principal, pastedRole) =>
      principal.kind === 'role' &&
      isOfVendor(principal, pastedRole) &&
      (pastedRole.plan.applicationRoleArn === null || roleDifference(principal, pastedRole) === 'same'),
    sentence: (language) => tp07Messages.in(language).found,
  },
  {
    rule: {
      id: 'principal-other-role',
      source: pages.principal,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).otherRole.title }) },
    },
    suppressedBy: ['principal-role-case', 'principal-role-path', tp07.id],
    is: (principal, pastedRole) => principal.kind === 'role' && isOfVendor(principal, pastedRole),
    sentence: (language, { text }, { plan }) => principalRulesMessages.in(language).otherRole.sentence(text, plan.vendor.name),
  },
]

function otherAccountSentence(pastedRole: PastedRole): Text {
  const { accountId, vendorAccountId } = pastedRole.plan
  const accounts = trustedPrincipals(pastedRole).flatMap((principal) => principal.accountId ?? [])
  const vendor = accountIdInGroups(vendorAccountId)
  if (accounts.includes(accountId)) return (language) => tp04Messages.in(language).ownAccount(accountIdInGroups(accountId), vendor)
  const other = accounts.find((account) => account !== vendorAccountId)
  if (other === undefined) return (language) => tp04Messages.in(language).missing(vendor)
  return (language) => tp04Messages.in(language).otherAccount(accountIdInGroups(other), vendor)
}

const otherAccount: PastedRule = {
  ...ofCatalog(tp04),
  suppressedBy: [everyone.id, notPrincipal.id, ...forms.map(({ rule }) => rule.id)],
  found: (pastedRole) =>
    assuming(pastedRole).length > 0 && !isTrusted(pastedRole)
      ? { sentence: otherAccountSentence(pastedRole), detail: nameMust(pastedRole) }
      : null,
}

const additional: PastedRule = {
  ...ofCatalog(tp09),
  suppressedBy: [everyone.id],
  found: (pastedRole) => {
    const others = trustedPrincipals(pastedRole).filter((principal) => !isVendorAccount(pastedRole, principal))
    const services = assuming(pastedRole).flatMap(({ otherPrincipals }) => otherPrincipals)
    const named = [...others, ...services].map(({ text }) => text)
    if (!isTrusted(pastedRole) || named.length === 0) return null
    return { sentence: (language) => tp09Messages.in(language).others(named.join(', ')), detail: whyOf(tp09, nameMust(pastedRole)) }
  },
}

export const principalRules: readonly PastedRule[] = [everyone, notPrincipal, ...forms.map(inPlaceOfVendor), otherAccount, additional]
