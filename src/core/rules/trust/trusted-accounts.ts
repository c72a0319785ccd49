import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { memberOf } from '#core/policy/json/json-node.ts'
import { type PrincipalView, readPrincipal } from '#core/policy/policy-view.ts'
import { impliedAccounts, isSessionWithPath } from '#core/rules/trust-probes.ts'
import type { TrustRule, TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { conditionsOn, inGroups, type PlacedPrincipal, principalsOf, trustVendor } from './conditions.ts'
import { admitsAccount, ownCalls } from './tried-calls.ts'

export const tp04Messages = messages('TP04', {
  title: 'Another account is trusted',
  what: 'No principal is in the vendor account, or a principal is neither an account nor an ARN',
  why: 'The product runs in the vendor account, so it can’t assume a role that trusts only other accounts.',
  todo: 'Copy the policy again.',
  noPrincipal: (text: string, vendor: string) =>
    `${text} is neither an account nor an ARN that can be trusted. The product runs in ${vendor}.`,
  otherAccount: (accountId: string, vendor: string) =>
    `This role trusts account ${accountId}. The product runs in ${vendor}. Copy the policy again.`,
  ownAccount: (accountId: string, vendor: string) =>
    `This role trusts your own account ${accountId}. The product runs in ${vendor}. Copy the policy again.`,
  missing: (vendor: string) => `The trust policy doesn’t name account ${vendor}, where the product runs.`,
})

function message({ accountId, text }: PrincipalView, { context }: TrustSubject): Text {
  const vendor = inGroups(context.vendorAccountId)
  if (accountId !== null && accountId === context.customerAccountId)
    return (language) => tp04Messages.in(language).ownAccount(inGroups(accountId), vendor)
  if (accountId === null) return (language) => tp04Messages.in(language).noPrincipal(JSON.stringify(text), vendor)
  return (language) => tp04Messages.in(language).otherAccount(inGroups(accountId), vendor)
}

export const tp04: TrustRule = rule(
  tp04Messages,
  'error',
  iamGuide('reference_policies_elements_principal.html#principal-accounts'),
  (subject) => {
    const placed = principalsOf(subject, ['account', 'role', 'user', 'session', 'other'])
    const { vendorAccountId } = subject.context
    const isVendorNamed =
      subject.signature?.rightId === 'allowed' || placed.some(({ principal }) => principal.accountId === vendorAccountId)
    return placed
      .filter(({ principal }) => !isSessionWithPath(principal.text))
      .filter(({ principal }) => principal.kind === 'other' || (!isVendorNamed && principal.accountId !== vendorAccountId))
      .map(({ statement, principal }) => ({
        message: message(principal, subject),
        path: principal.path,
        fix: trustVendor(statement, subject),
      }))
  },
)

export const tp09Messages = messages('TP09', {
  title: 'Others are trusted in addition to the vendor',
  what: 'Another account in addition to the vendor account, or an identity provider',
  why: 'Others can do what the vendor can do, and you can’t tell their calls apart.',
  todo: 'Use a separate role per vendor.',
  federated: 'People who sign in with an identity provider are trusted too. Use a separate role for them.',
  others: (named: string) => `The trust policy also trusts ${named}, which wasn’t requested. Use a separate role.`,
  account: (accountId: string) => `Account ${accountId} is trusted in addition to the vendor. Use a separate role for it.`,
  compared: (text: string) => `${text} also allows another account than the vendor’s. Name the vendor account alone.`,
})

export const tp50Messages = messages('TP50', {
  title: 'A role of your own can assume this role too',
  what: 'A role of your own account, as a principal or in a condition, in addition to the vendor',
  why: 'Some data platforms require a role that can assume itself. Everyone who may use the named role gets the vendor’s permissions.',
  todo: 'Keep it if the vendor’s guide requires it. Otherwise remove it.',
  found: (text: string) => `${text} is in your own account. Keep it only if the vendor’s guide requires a role that assumes itself.`,
})

const isOwnRole = ({ kind, accountId }: PrincipalView, { context }: TrustSubject): boolean =>
  kind === 'role' && accountId === context.customerAccountId && accountId !== context.vendorAccountId

/** Named as principals, or by conditions on aws:PrincipalArn in statements for the whole account or everyone. */
function ownRoles(subject: TrustSubject) {
  const ofPrincipals = principalsOf(subject, ['role']).map(({ principal }) => principal)
  const ofConditions = subject.statements
    .filter(({ isAllow, principals }) => isAllow && principals.some(({ kind }) => kind === 'everyone' || kind === 'account'))
    .flatMap((statement) => conditionsOn(statement, 'aws:principalarn'))
    .filter(({ isNegated, comparison }) => !isNegated && comparison !== 'Null')
    .flatMap(({ values }) => values.map(({ text, path }) => ({ text, path, ...readPrincipal(text) })))
  const allowed = ownCalls(subject).map(({ callerArn }) => callerArn)
  return [...ofPrincipals, ...ofConditions].filter((role) => isOwnRole(role, subject) && allowed.includes(role.text))
}

export const tp50: TrustRule = rule(
  tp50Messages,
  'info',
  iamGuide('reference_policies_elements_principal.html#principal-roles'),
  (subject) => {
    const { vendorAccountId } = subject.context
    const isVendorNamed = principalsOf(subject, ['account', 'role', 'user', 'session']).some(
      ({ principal }) => principal.accountId === vendorAccountId,
    )
    if (subject.signature?.rightId !== 'allowed' && !isVendorNamed) return []
    return ownRoles(subject).map(({ text, path }) => ({ message: (language) => tp50Messages.in(language).found(text), path }))
  },
)

/** Values of conditions on the caller that mean another account, which gets in. */
function comparedAccounts(subject: TrustSubject) {
  const accepted = subject.signature?.acceptedAccounts ?? []
  const isLetIn = (statement: TrustStatement, accountId: string): boolean =>
    accepted.includes(accountId) && (!statement.isAllow || admitsAccount(subject, statement, accountId))
  return subject.statements.flatMap((statement) =>
    conditionsOn(statement, 'aws:principalarn', 'aws:principalaccount')
      .flatMap(({ values }) => values)
      .filter(({ text }) => impliedAccounts(text).some((accountId) => isLetIn(statement, accountId)))
      .map(({ text, path }) => ({
        message: (language: string) => tp09Messages.in(language).compared(JSON.stringify(text)),
        path,
        fix: trustVendor(statement, subject),
      })),
  )
}

const providers = (subject: TrustSubject) =>
  subject.statements
    .filter(({ isAllow, element }) => isAllow && memberOf(element('Principal'), 'Federated') !== undefined)
    .map(({ path }) => ({
      message: (language: string) => tp09Messages.in(language).federated,
      path: [...path, 'Principal', 'Federated'],
      at: 'key' as const,
    }))

/** Principals of other accounts that get in beside the vendor. */
function principalsInAddition(subject: TrustSubject): readonly PlacedPrincipal[] {
  const placed = principalsOf(subject, ['account', 'role', 'user', 'session'])
  const isVendor = (accountId: string | null) => accountId === subject.context.vendorAccountId
  const isVendorIn = subject.signature?.rightId === 'allowed' || placed.some(({ principal }) => isVendor(principal.accountId))
  return placed.filter(
    ({ statement, principal }) =>
      isVendorIn &&
      !isVendor(principal.accountId) &&
      !isOwnRole(principal, subject) &&
      admitsAccount(subject, statement, principal.accountId ?? ''),
  )
}

export const tp09: TrustRule = rule(
  tp09Messages,
  'high',
  iamGuide('reference_policies_elements_principal.html#Principal_specifying'),
  (subject) => {
    return [
      ...principalsInAddition(subject).map(({ statement, principal }) => ({
        message: (language: string) => tp09Messages.in(language).account(inGroups(principal.accountId ?? '')),
        path: principal.path,
        fix: trustVendor(statement, subject),
      })),
      ...comparedAccounts(subject),
      ...providers(subject),
    ]
  },
)

export const tp29Messages = messages('TP29', {
  title: 'Different partition',
  what: 'A principal ARN in a different partition than the role',
  why: 'A role can’t trust an account in another partition. The partitions aws, aws-us-gov, aws-cn, and aws-eusc are isolated from each other.',
  todo: 'Use the vendor account in the role’s partition.',
  found: (partition: string, wantedPartition: string) =>
    `This account is in ${partition}, the role in ${wantedPartition}. A role can’t trust an account of another partition.`,
})

export const tp29: TrustRule = rule(
  tp29Messages,
  'error',
  'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html',
  (subject) =>
    principalsOf(subject, ['account', 'role', 'user', 'session'])
      .filter(({ principal }) => principal.partition !== null && principal.partition !== subject.partition)
      .map(({ statement, principal }) => ({
        message: (language) => tp29Messages.in(language).found(principal.partition ?? '', subject.partition),
        path: principal.path,
        fix: trustVendor(statement, subject),
      })),
)
