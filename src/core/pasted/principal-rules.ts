import { accountIdInGroups } from '#core/aws/account-id.ts'
import { tp02, tp02Messages, tp03, tp03Messages, tp05, tp05Messages } from '#core/rules/trust/principal-element.ts'
import { tp06, tp06Messages, tp08, tp08Messages, tp10, tp10Messages } from '#core/rules/trust/principal-kinds.ts'
import { admitsOthers } from '#core/rules/trust/tried-calls.ts'
import { tp04, tp04Messages, tp29, tp29Messages } from '#core/rules/trust/trusted-accounts.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { malformedInPolicy } from './malformed-principal-rule.ts'
import { nestedArn } from './nested-arn-rule.ts'
import { assuming, type PastedRole } from './pasted-role.ts'
import { ofCatalog, type PastedRule, pages, whyOf } from './pasted-rule.ts'
import { accountDigits, isOfVendor, type PrincipalForm, roleDifference } from './principal-form.ts'
import { userForms } from './principal-user-rules.ts'
import { isAllowed, isTrusted, placedPrincipals, trustedPrincipals } from './trusted-principals.ts'

export const principalRulesMessages = messages('principal-rules', {
  nameMust: (vendorAccountId: string, vendor: string, partition: string, wantedVendorAccountId: string) =>
    `The principal must be ${vendor}’s account ${vendorAccountId}, written as arn:${partition}:iam::${wantedVendorAccountId}:root.`,
  nameUser: (vendor: string, userArn: string) => `The principal must be ${vendor}’s IAM user ${userArn}.`,
  onlyOthers: (named: string, vendor: string, vendorAccountId: string) =>
    `The trust policy trusts only ${named}, so ${vendor}’s account ${vendorAccountId} can’t assume the role.`,
  ifOfRole: (roleName: string) => `If this isn’t the trust policy of ${roleName}, it says nothing about this connection.`,
  limited: {
    title: 'Only a condition limits who is trusted',
    sentence: 'The principal is every AWS account, and only a condition limits who gets in. Name the vendor account.',
    toVendor: 'The principal is every AWS account, and only a condition limits it to the vendor. Name the vendor account.',
  },
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
  direct: {
    title: 'The trust policy names the application role directly',
    sentence: (text: string) => `The trust policy names the application role ${text} directly, as principal.`,
    detail:
      'That works, but AWS stores the unique ID of the role. If the vendor recreates the role, access ends. Trust the account, and name the role in a condition on aws:PrincipalArn.',
  },
  ownRole: {
    title: 'The role trusts itself as well',
    sentence: (text: string) => `The trust policy also trusts the role itself, ${text}.`,
    detail:
      'Some products require that a role can assume itself. It wasn’t requested here, and it gives no one outside your account access.',
  },
  keptOut: {
    title: 'The trust policy names an additional principal',
    sentence: (named: string) => `The trust policy also names ${named}, which wasn’t requested and gives no one access.`,
  },
  digits: {
    title: 'The account ID in the principal doesn’t have 12 digits',
    sentence: (text: string, digits: number) =>
      digits === 0
        ? `IAM rejects the principal ${text}, because it has no account ID.`
        : `IAM rejects the principal ${text}, because its account ID has ${digits} digits. Account IDs have 12.`,
    lostZero: 'A spreadsheet may have removed a zero at the start.',
    shortened: 'If you shortened it for this text, paste the policy with the whole ID.',
  },
  otherRole: {
    title: 'The trusted principal is a different role of the vendor account',
    sentence: (text: string, vendor: string) => `The trust policy trusts ${text}, which isn’t the role that ${vendor} uses.`,
  },
})

export const nameMust =
  ({ plan: { vendorAccountId, vendor, partition, applicationUserArn } }: PastedRole): Text =>
  (language) => {
    const words = principalRulesMessages.in(language)
    return applicationUserArn === null
      ? words.nameMust(accountIdInGroups(vendorAccountId), vendor.name, partition, vendorAccountId)
      : words.nameUser(vendor.name, applicationUserArn)
  }

const namesEveryone = (pastedRole: PastedRole): boolean => trustedPrincipals(pastedRole).some(({ kind }) => kind === 'everyone')

/** They are about how the principal is written. */
const ofForm: readonly string[] = [tp08.id, tp10.id, tp29.id]

/** Reports the first principal of a kind, unless the vendor account is trusted as well. */
const inPlaceOfVendor = ({ rule, is, sentence, ...rest }: PrincipalForm): PastedRule => ({
  ...rest,
  ...ofCatalog(rule),
  found: (pastedRole) => {
    const isVendorIn = isTrusted(pastedRole) || (isAllowed(pastedRole) && !ofForm.includes(rule.id))
    const principal = isVendorIn ? undefined : trustedPrincipals(pastedRole).find((candidate) => is(candidate, pastedRole))
    return principal === undefined
      ? null
      : { sentence: (language) => sentence(language, principal, pastedRole), detail: whyOf(rule, nameMust(pastedRole)) }
  },
})

const isEveryoneIn = ({ trust }: PastedRole): boolean => trust === null || trust.signature === null || tp02.check(trust).length > 0

export const everyone: PastedRule = {
  ...ofCatalog(tp02),
  suppresses: ['TP04', 'TP09', 'principal-other-role'],
  found: (pastedRole) =>
    namesEveryone(pastedRole) && isEveryoneIn(pastedRole)
      ? { sentence: (language) => tp02Messages.in(language).found, detail: whyOf(tp02, nameMust(pastedRole)) }
      : null,
}

const limitedEveryone: PastedRule = {
  id: 'principal-limited',
  part: 'trust-policy',
  suppresses: everyone.suppresses ?? [],
  suppressedBy: [everyone.id],
  title: (language) => principalRulesMessages.in(language).limited.title,
  source: everyone.source,
  found: (pastedRole) => {
    const { trust } = pastedRole
    if (trust === null || isEveryoneIn(pastedRole)) return null
    // Roles of the own account that a condition names have a rule of their own.
    const isLimited = placedPrincipals(pastedRole).some(
      ({ statement, principal }) => principal.kind === 'everyone' && admitsOthers(trust, statement),
    )
    if (!isLimited) return null
    const isOfVendor = trust.signature?.demandsVendor === true && isAllowed(pastedRole)
    return {
      sentence: (language) => principalRulesMessages.in(language).limited[isOfVendor ? 'toVendor' : 'sentence'],
      detail: nameMust(pastedRole),
    }
  },
}

const notPrincipal: PastedRule = {
  ...ofCatalog(tp03),
  found: (pastedRole) =>
    assuming(pastedRole).some(({ element }) => element('NotPrincipal') !== undefined)
      ? { sentence: (language) => tp03Messages.in(language).found, detail: whyOf(tp03, nameMust(pastedRole)) }
      : null,
}

const digitsAdvice = (count: number, language: string): string => {
  const { lostZero, shortened } = principalRulesMessages.in(language).digits
  if (count === 0 || count > 12) return ''
  return count < 9 ? shortened : lostZero
}

export const digits: PastedRule = {
  id: 'principal-account-digits',
  part: 'trust-policy',
  suppresses: ['TP04', 'TP09'],
  title: (language) => principalRulesMessages.in(language).digits.title,
  source: pages.principal,
  found: (pastedRole) => {
    const principal = trustedPrincipals(pastedRole).find(({ text }) => accountDigits(text) !== 12)
    if (principal === undefined) return null
    const count = accountDigits(principal.text)
    const must = nameMust(pastedRole)
    return {
      sentence: (language) => principalRulesMessages.in(language).digits.sentence(principal.text, count),
      detail: (language) => [digitsAdvice(count, language), must(language)].filter((part) => part !== '').join(' '),
    }
  },
}

const forms: readonly PrincipalForm[] = [
  { rule: tp05, is: ({ kind }) => kind === 'wildcard', sentence: (language, { text }) => tp05Messages.in(language).found(text) },
  {
    rule: tp06,
    is: ({ kind }) => kind === 'unique-id',
    sentence: (language, { text }, { plan }) => tp06Messages.in(language).found(text, plan.applicationUserArn),
  },
  {
    rule: tp10,
    is: ({ kind }) => kind === 'session',
    sentence: (language, { text }, { plan }) => tp10Messages.in(language).found(text, plan.applicationUserArn),
  },
  {
    rule: tp29,
    is: ({ partition }, { plan }) => partition !== null && partition !== plan.partition,
    sentence: (language, { partition }, { plan }) => tp29Messages.in(language).found(partition ?? '', plan.partition),
  },
  {
    rule: tp08,
    is: (principal, pastedRole) =>
      pastedRole.plan.applicationUserArn === null && isOfVendor(principal, pastedRole) && principal.kind === 'user',
    sentence: (language, { text }) => tp08Messages.in(language).found(text, null),
  },
  ...userForms,
  {
    rule: {
      id: 'principal-role-case',
      source: pages.roleTroubles,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).roleCase.title }) },
    },
    is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && roleDifference(principal, pastedRole.plan)?.kind === 'case',
    sentence: (language, principal, { plan }) =>
      principalRulesMessages.in(language).roleCase.sentence(principal.text, roleDifference(principal, plan)?.wanted ?? ''),
  },
  {
    rule: {
      id: 'principal-role-path',
      source: pages.identifiers,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).rolePath.title }) },
    },
    is: (principal, pastedRole) => isOfVendor(principal, pastedRole) && roleDifference(principal, pastedRole.plan)?.kind === 'path',
    sentence: (language, principal, { plan }) =>
      principalRulesMessages.in(language).rolePath.sentence(principal.text, roleDifference(principal, plan)?.wanted ?? ''),
  },
  {
    rule: {
      id: 'principal-other-role',
      source: pages.principal,
      messages: { in: (language) => ({ title: principalRulesMessages.in(language).otherRole.title }) },
    },
    suppressedBy: ['principal-role-case', 'principal-role-path', 'principal-other-user'],
    is: (principal, pastedRole) => principal.kind === 'role' && isOfVendor(principal, pastedRole),
    sentence: (language, { text }, { plan }) => principalRulesMessages.in(language).otherRole.sentence(text, plan.vendor.name),
  },
]

/** Services and identity providers, where nobody else is trusted. */
function onlyOthers(pastedRole: PastedRole): readonly string[] {
  const services = assuming(pastedRole).flatMap(({ otherPrincipals }) => otherPrincipals.map(({ text }) => text))
  return trustedPrincipals(pastedRole).length === 0 ? [...new Set(services)] : []
}

function otherAccountSentence(pastedRole: PastedRole): Text {
  const { vendor: vendorName, vendorAccountId: id } = pastedRole.plan
  const services = onlyOthers(pastedRole)
  if (services.length > 0)
    return (language) => principalRulesMessages.in(language).onlyOthers(services.join(', '), vendorName.name, accountIdInGroups(id))
  const { accountId, vendorAccountId } = pastedRole.plan
  const accounts = trustedPrincipals(pastedRole).flatMap((principal) => principal.accountId ?? [])
  const vendor = accountIdInGroups(vendorAccountId)
  if (accounts.includes(accountId)) return (language) => tp04Messages.in(language).ownAccount(accountIdInGroups(accountId), vendor)
  const other = accounts.find((account) => account !== vendorAccountId)
  if (other === undefined) return (language) => tp04Messages.in(language).missing(vendor)
  return (language) => tp04Messages.in(language).otherAccount(accountIdInGroups(other), vendor)
}

/** The role of a service is rarely that of the connection, unless its name says so. */
function otherAccountDetail(pastedRole: PastedRole): Text {
  const isOfRole = pastedRole.role?.roleName === pastedRole.plan.roleName
  const must = nameMust(pastedRole)
  if (isOfRole || onlyOthers(pastedRole).length === 0) return must
  return (language) => `${principalRulesMessages.in(language).ifOfRole(pastedRole.plan.roleName)} ${must(language)}`
}

const otherAccount: PastedRule = {
  ...ofCatalog(tp04),
  suppressedBy: [everyone.id, notPrincipal.id, nestedArn.id, ...forms.map(({ rule }) => rule.id)],
  found: (pastedRole) =>
    assuming(pastedRole).length > 0 && !isTrusted(pastedRole) && !isAllowed(pastedRole) && !namesEveryone(pastedRole)
      ? { sentence: otherAccountSentence(pastedRole), detail: otherAccountDetail(pastedRole) }
      : null,
}

export const principalRules: readonly PastedRule[] = [
  digits,
  nestedArn,
  everyone,
  limitedEveryone,
  notPrincipal,
  malformedInPolicy,
  ...forms.map(inPlaceOfVendor),
  otherAccount,
]
